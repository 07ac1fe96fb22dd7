#include "app/usecases/RestoredMarks.h"

#include "app/usecases/MarkParts.h"
#include "viewer/session/Validation.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace consilium::app
{

using objects::Flaw;
using session::AnnotationKind;

namespace
{

bool isFatal(Flaw::Kind kind)
{
    return kind == Flaw::Kind::MissingImage || kind == Flaw::Kind::NoFrame || kind == Flaw::Kind::OtherPatient ||
           kind == Flaw::Kind::Outside || kind == Flaw::Kind::OtherStudy || kind == Flaw::Kind::OtherFrame;
}

/// Control characters but line ends would break what a mark's text is shown in.
QString tidy(QString text)
{
    text.replace("\r\n"_L1, "\n"_L1).remove(QRegularExpression(u"[\\x00-\\x09\\x0b-\\x1f\\x7f]"_s));
    return text.trimmed().left(session::maxTextLength);
}

/// Who has made it, for people; never the name by which the local person is known to the session.
QString actorName(const QString &author, const QString &program)
{
    QString name = dicom::PersonName::parse(author).display();
    name.remove(QRegularExpression(u"[\\x00-\\x1f\\x7f]"_s));
    name = name.simplified().left(200);
    if (name.isEmpty())
        name = program.simplified().left(200);
    return name.isEmpty() || name == "local"_L1 ? u"?"_s + name : name;
}

/// What several kinds of objects do in the same way.
class Restorer
{
public:
    Restorer(const objects::ObjectHeader &header, const StudyPlaces &places, RestoredMarks &out)
        : m_header(header), m_places(places), m_lookup(places.lookup()), m_out(out)
    {
    }

    void note(Flaw::Kind kind, const QString &detail, int part) { m_out.flaws.note(kind, detail, part); }

    /// The image that is meant, when it is there and of this patient and study, and the points lie in it; else null,
    /// and noted.
    const StudyPlaces::Place *imageOf(const objects::ImageReference &reference, const std::vector<ImagePoint> &points,
                                      int part)
    {
        if (!reference.study.isEmpty() && reference.study != m_header.studyUid()) {
            note(Flaw::Kind::OtherStudy, u"image %1"_s.arg(reference.sop.text().left(64)), part);
            return nullptr;
        }
        objects::Flaws flaws;
        objects::judgeReference(reference, m_header, m_lookup, part, flaws);
        objects::judgePoints(reference, points, m_lookup, part, flaws);
        for (const Flaw &flaw : flaws.all)
            if (isFatal(flaw.kind)) {
                note(flaw.kind, flaw.detail, part);
                return nullptr;
            }
        const auto *const place = m_places.find(reference.sop, std::max(reference.frame, 1) - 1);
        if (!place)
            note(Flaw::Kind::MissingImage, u"frame %1"_s.arg(reference.frame), part);
        return place;
    }

    /// Puts it among the marks, or says why it cannot be one.
    bool add(RestoredMark restored, int part)
    {
        session::Annotation &mark = restored.mark;
        if (m_out.marks.size() >= mostMarksOfObject) {
            note(Flaw::Kind::TooMany, u"more than %1 marks"_s.arg(mostMarksOfObject), part);
            return false;
        }
        if (!m_ids.insert(mark.id).second) {
            note(Flaw::Kind::Reference, u"two marks of one identity"_s, part);
            return false;
        }
        const int handles = int(std::max(mark.patientHandles.size(), mark.imageHandles.size()));
        if (handles > std::max(session::handleRange(mark.kind).most, 0) && handles > session::maxHandles) {
            note(Flaw::Kind::TooMany, u"%1 points"_s.arg(handles), part);
            return false;
        }
        if (const auto fine = session::checkAnnotation(mark); !fine) {
            note(Flaw::Kind::Points, fine.error().detail, part);
            return false;
        }
        restored.origin.object = m_header.sop;
        restored.origin.study = m_header.studyUid();
        restored.origin.program = m_header.manufacturer;
        restored.origin.places = mark.patientHandles;
        restored.origin.points = mark.imageHandles;
        restored.origin.text = mark.text;
        m_out.marks.push_back(std::move(restored));
        return true;
    }

    [[nodiscard]] const objects::ObjectHeader &header() const { return m_header; }
    [[nodiscard]] const StudyPlaces &places() const { return m_places; }

private:
    const objects::ObjectHeader &m_header;
    const StudyPlaces &m_places;
    const objects::ImageLookup m_lookup;
    RestoredMarks &m_out;
    std::set<AnnotationId> m_ids;
};

RestoredMark markOn(const StudyPlaces::Place &place, AnnotationKind kind, const QString &id)
{
    RestoredMark restored;
    restored.mark.id = AnnotationId(id);
    restored.mark.kind = kind;
    restored.mark.dataSet = place.stack->id;
    restored.mark.sop = place.image->sop;
    restored.mark.frame = place.image->frame;
    restored.mark.frameOfReference = place.image->geometry.frameOfReference;
    return restored;
}

/// In the patient where the image lies in it, else in its pixels: as a tool would have drawn it there. A calibration by
/// hand is of the image's pixels, wherever they lie.
void setHandles(session::Annotation &mark, const dicom::FrameGeometry &geometry, const std::vector<ImagePoint> &points)
{
    if (mark.kind == AnnotationKind::Calibration) {
        mark.imageHandles = points;
        return;
    }
    std::vector<PatientPoint> inPatient;
    for (const ImagePoint &point : points)
        if (const auto place = geometry.toPatient(point))
            inPatient.push_back(*place);
    if (inPatient.size() == points.size())
        mark.patientHandles = std::move(inPatient);
    else
        mark.imageHandles = points;
}

/// Where somebody has put its label, as the handles are: `inImage` or `inPatient`. One beyond what a session holds is
/// left beside the mark.
void setLabel(session::Annotation &mark, const dicom::FrameGeometry &geometry, std::optional<ImagePoint> inImage,
              std::optional<PatientPoint> inPatient)
{
    if (mark.patientHandles.empty()) {
        if (inPatient)
            inImage = geometry.toImage(*inPatient);
        if (inImage && session::checkPoint(*inImage))
            mark.labelInImage = inImage;
        return;
    }
    if (inImage)
        inPatient = geometry.toPatient(*inImage);
    if (inPatient && session::checkPoint(*inPatient))
        mark.labelInPatient = inPatient;
}

class MeasurementMarks
{
public:
    MeasurementMarks(const objects::MeasurementReport &report, const StudyPlaces &places, RestoredMarks &out)
        : m_report(report), m_restorer(report.header, places, out)
    {
        for (const objects::Measurement &one : report.measurements) {
            if (one.regionOf.isEmpty())
                m_marks.insert(one.trackingUid);
            else
                m_fused.emplace(one.regionOf, &one);
        }
    }

    void add(const objects::Measurement &measurement, int part)
    {
        if (!measurement.regionOf.isEmpty() && m_marks.contains(measurement.regionOf))
            return; // figures of that mark
        if (measurement.shapes.empty()) {
            m_restorer.note(Flaw::Kind::NoPlace, u"%1 values"_s.arg(measurement.values.size()), part);
            return;
        }
        int number = 0;
        for (const MarkPart &one : partsOf(measurement)) {
            const objects::Shape &shape = measurement.shapes[one.shapes.front()];
            if (shape.type == objects::ShapeType::Multipoint)
                addPoints(measurement, one, number, part);
            else if (shape.type == objects::ShapeType::Ellipsoid)
                m_restorer.note(Flaw::Kind::ShapeType, u"ELLIPSOID"_s, part);
            else
                addPart(measurement, one, ++number, part);
        }
    }

private:
    /// What the report states of the same region in series that lay over the image.
    void stateFused(const QString &trackingUid, objects::MarkOrigin &origin) const
    {
        const auto [first, last] = m_fused.equal_range(trackingUid);
        for (auto it = first; it != last; ++it)
            for (const objects::Measured &measured : it->second->values)
                if (measured.value)
                    origin.stated.push_back(
                        {measured.name, measured.derivation, *measured.value, measured.unit, tidy(it->second->label)});
    }

    /// Each point for itself: between them there is no line.
    void addPoints(const objects::Measurement &measurement, const MarkPart &one, int &number, int part)
    {
        objects::Measurement single = measurement;
        const objects::Shape all = measurement.shapes[one.shapes.front()];
        MarkPart only = one;
        only.shapes = {0};
        only.types = {objects::ShapeType::Point};
        for (std::size_t i = 0; i < std::max(all.points.size(), all.places.size()); ++i) {
            objects::Shape point = all;
            point.type = objects::ShapeType::Point;
            if (all.isInPatient())
                point.places = {all.places[i]};
            else
                point.points = {all.points[i]};
            single.shapes = {point};
            addPart(single, only, ++number, part);
            only.values.clear(); // stated once
        }
    }

    void addPart(const objects::Measurement &measurement, const MarkPart &one, int number, int part)
    {
        const QString id =
            number == 1 ? measurement.trackingUid : measurement.trackingUid + u'#' + QString::number(number);
        const bool isInPatient = measurement.shapes[one.shapes.front()].isInPatient();
        auto restored = isInPatient ? inPatient(measurement, one, id, part) : inImages(measurement, one, id, part);
        if (!restored)
            return;
        const QString author = measurement.author.isEmpty() ? m_report.author : measurement.author;
        restored->mark.author = ActorId(actorName(author, m_report.header.manufacturer));
        restored->mark.text = tidy(textOf(measurement));
        restored->origin.author = dicom::PersonName::parse(author).display();
        restored->origin.made =
            measurement.made.isEmpty() ? m_report.header.date + m_report.header.time : measurement.made;
        for (const std::size_t value : one.values) {
            const objects::Measured &measured = measurement.values[value];
            if (measured.value)
                restored->origin.stated.push_back(
                    {measured.name, measured.derivation, *measured.value, measured.unit, {}});
        }
        if (number == 1)
            stateFused(measurement.trackingUid, restored->origin);
        m_restorer.add(std::move(*restored), part);
    }

    std::optional<RestoredMark> inPatient(const objects::Measurement &measurement, const MarkPart &one,
                                          const QString &id, int part)
    {
        std::vector<std::vector<PatientPoint>> shapes;
        std::vector<PatientPoint> all;
        for (const std::size_t index : one.shapes) {
            const objects::Shape &shape = measurement.shapes[index];
            if (!m_restorer.places().hasFrameOfReference(shape.frameOfReference)) {
                m_restorer.note(Flaw::Kind::OtherFrame, u"none of the images'"_s, part);
                return std::nullopt;
            }
            shapes.push_back(shape.places);
            all.insert(all.end(), shape.places.begin(), shape.places.end());
        }
        const FrameOfReferenceUid &frame = measurement.shapes[one.shapes.front()].frameOfReference;
        const StudyPlaces::Place *place = nullptr;
        if (!measurement.image.sop.isEmpty())
            place = m_restorer.imageOf(measurement.image, {}, part);
        else if (place = m_restorer.places().around(frame, all); !place)
            m_restorer.note(Flaw::Kind::NoImage, u"no image lies there"_s, part);
        if (!place)
            return std::nullopt;
        if (place->image->geometry.frameOfReference != frame || !place->image->geometry.isSpatial()) {
            m_restorer.note(Flaw::Kind::OtherFrame, u"another one than its image's"_s, part);
            return std::nullopt;
        }
        RestoredMark restored = markOn(*place, one.kind, id);
        restored.mark.patientHandles = handlesOf(one.kind, one.types, shapes);
        setLabel(restored.mark, place->image->geometry, measurement.labelInImage, measurement.labelInPatient);
        return restored;
    }

    std::optional<RestoredMark> inImages(const objects::Measurement &measurement, const MarkPart &one,
                                         const QString &id, int part)
    {
        std::vector<std::vector<ImagePoint>> shapes;
        const StudyPlaces::Place *first = nullptr;
        for (const std::size_t index : one.shapes) {
            const objects::Shape &shape = measurement.shapes[index];
            const StudyPlaces::Place *const place = m_restorer.imageOf(shape.image, shape.points, part);
            if (!place)
                return std::nullopt;
            if (first && first->image != place->image) {
                m_restorer.note(Flaw::Kind::SeveralImages, u"shapes of one mark on several images"_s, part);
                return std::nullopt;
            }
            first = place;
            shapes.push_back(shape.points);
        }
        RestoredMark restored = markOn(*first, one.kind, id);
        setHandles(restored.mark, first->image->geometry, handlesOf(one.kind, one.types, shapes));
        setLabel(restored.mark, first->image->geometry, measurement.labelInImage, measurement.labelInPatient);
        return restored;
    }

    const objects::MeasurementReport &m_report;
    Restorer m_restorer;
    std::set<QString> m_marks;                                    ///< tracking UIDs of marks
    std::multimap<QString, const objects::Measurement *> m_fused; ///< by those of whose region they are
};

class StateMarks
{
public:
    StateMarks(const objects::PresentationState &state, const StudyPlaces &places, RestoredMarks &out)
        : m_state(state), m_restorer(state.header, places, out)
    {
    }

    void add(const objects::Annotation &annotation, int part)
    {
        for (const objects::Graphic &graphic : annotation.graphics)
            if (graphic.isOfDisplay())
                m_restorer.note(Flaw::Kind::OnDisplay, u"a graphic"_s, part);
        for (const objects::TextNote &text : annotation.texts)
            if (!text.anchor && !text.box)
                m_restorer.note(Flaw::Kind::OnDisplay, u"a text of %1 letters"_s.arg(text.text.size()), part);
        m_layer = layerOf(annotation);
        m_graphicLayer = graphicLayerOf(annotation);
        const auto &images = annotation.images.empty() ? m_state.images : annotation.images;
        for (std::size_t i = 0; i < images.size(); ++i) {
            if (images[i].frame == 0) // of an object of several frames all are meant
                noteFrames(images[i], part);
            addOn(annotation, images[i], u"%1/%2"_s.arg(part + 1).arg(i + 1), part);
        }
    }

private:
    void noteFrames(const objects::ImageReference &image, int part)
    {
        if (m_restorer.places().find(image.sop, 1))
            m_restorer.note(Flaw::Kind::SeveralImages, u"all frames"_s, part);
    }

    void addOn(const objects::Annotation &annotation, const objects::ImageReference &image, const QString &name,
               int part)
    {
        if (isArrow(annotation)) {
            const objects::TextNote *const note = annotation.texts.empty() ? nullptr : &annotation.texts.front();
            place(image, AnnotationKind::Arrow, annotation.graphics.front().points, note,
                  idOf(annotation.graphics.front().trackingUid, name), part);
            return;
        }
        int number = 0;
        for (const objects::Graphic &graphic : annotation.graphics) {
            ++number;
            if (graphic.isOfDisplay())
                continue;
            const GraphicHandles handles = handlesOf(graphic);
            place(image, handles.kind, handles.points, nullptr,
                  idOf(graphic.trackingUid, u"%1/g%2"_s.arg(name).arg(number)), part);
        }
        number = 0;
        for (const objects::TextNote &text : annotation.texts) {
            ++number;
            if (!text.anchor && !text.box)
                continue;
            place(image, AnnotationKind::Text, {text.anchor ? *text.anchor : text.box->first}, &text,
                  idOf(text.trackingUid, u"%1/t%2"_s.arg(name).arg(number)), part);
        }
    }

    /// What this program wrote is known by its tracking UID, wherever it is drawn in a later version. Other programs
    /// may give one UID to several drawings of a finding, and to its measurement: theirs are known by their place.
    [[nodiscard]] QString idOf(const QString &trackingUid, const QString &name)
    {
        const bool isOwn = m_state.label == "CONSILIUM"_L1 && !trackingUid.isEmpty();
        return isOwn && m_taken.insert(trackingUid).second ? trackingUid : m_state.header.sop.text() + u'/' + name;
    }

    /// What other programs put on layers of their own ("CAD findings", "Measurements") says what it is.
    [[nodiscard]] QString layerOf(const objects::Annotation &annotation) const
    {
        if (m_state.label == "CONSILIUM"_L1)
            return {};
        const auto layer = std::find_if(m_state.layers.begin(), m_state.layers.end(),
                                        [&](const auto &one) { return one.name == annotation.layer; });
        const bool isDescribed = layer != m_state.layers.end() && !layer->description.trimmed().isEmpty();
        constexpr int longest = 64;
        return tidy(isDescribed ? layer->description : annotation.layer).simplified().left(longest);
    }

    [[nodiscard]] std::optional<objects::GraphicLayer> graphicLayerOf(const objects::Annotation &annotation) const
    {
        if (m_layer.isEmpty())
            return std::nullopt;
        for (const objects::GraphicLayer &one : m_state.layers)
            if (one.name == annotation.layer)
                return one;
        return objects::GraphicLayer{annotation.layer, 0, {}, {}, {}}; // a flaw of the state
    }

    /// As this program writes them: the line from the tip to the end, then the head.
    [[nodiscard]] bool isArrow(const objects::Annotation &annotation) const
    {
        return m_state.label == "CONSILIUM"_L1 && annotation.layer == "ARROWS"_L1 && annotation.graphics.size() == 2 &&
               annotation.graphics.front().type == objects::Graphic::Type::Polyline &&
               annotation.graphics.front().points.size() == 2;
    }

    /// `note`: what is written of it, beside what it is about or in a box, as somebody has put it there; or null.
    void place(const objects::ImageReference &image, AnnotationKind kind, const std::vector<ImagePoint> &points,
               const objects::TextNote *note, const QString &id, int part)
    {
        const StudyPlaces::Place *const found = m_restorer.imageOf(image, points, part);
        if (!found)
            return;
        RestoredMark restored = markOn(*found, kind, id);
        setHandles(restored.mark, found->image->geometry, points);
        restored.mark.author = ActorId(actorName(m_state.creator, m_state.header.manufacturer));
        if (note)
            restored.mark.text = tidy(note->text);
        if (note && note->anchor && note->box)
            setLabel(restored.mark, found->image->geometry, note->box->first, std::nullopt);
        restored.origin.author = dicom::PersonName::parse(m_state.creator).display();
        restored.origin.made = m_state.header.date + m_state.header.time;
        restored.origin.layer = m_layer;
        restored.origin.graphicLayer = m_graphicLayer;
        m_restorer.add(std::move(restored), part);
    }

    const objects::PresentationState &m_state;
    Restorer m_restorer;
    std::set<QString> m_taken; ///< tracking UIDs
    QString m_layer;           ///< of what is being added
    std::optional<objects::GraphicLayer> m_graphicLayer;
};

bool isOneOf(const objects::Code &title, const QSet<QString> &values)
{
    return title.scheme == "DCM"_L1 && values.contains(title.value);
}

} // namespace

RestoredMarks marksOf(const objects::MeasurementReport &report, const StudyPlaces &places)
{
    RestoredMarks out;
    MeasurementMarks marks(report, places, out);
    for (std::size_t i = 0; i < report.measurements.size(); ++i)
        marks.add(report.measurements[i], int(i));
    return out;
}

RestoredMarks marksOf(const objects::PresentationState &state, const StudyPlaces &places)
{
    RestoredMarks out;
    StateMarks marks(state, places, out);
    for (std::size_t i = 0; i < state.annotations.size(); ++i)
        marks.add(state.annotations[i], int(i));
    return out;
}

RestoredMarks marksOf(const objects::KeyObjects &keys, const StudyPlaces &places)
{
    RestoredMarks out;
    if (isManifest(keys.title))
        return out;
    const bool isWithdrawn = isOneOf(keys.title, {u"113037"_s, u"113038"_s, u"113039"_s});
    Restorer restorer(keys.header, places, out);
    for (std::size_t i = 0; i < keys.images.size(); ++i) {
        const StudyPlaces::Place *const found = restorer.imageOf(keys.images[i], {}, int(i));
        if (!found)
            continue;
        if (isWithdrawn) { // the image is shown all the same: whether to use it is the reader's to say
            restorer.note(Flaw::Kind::Rejected, u"an image, %1"_s.arg(keys.title.value), int(i));
            continue;
        }
        RestoredMark restored =
            markOn(*found, AnnotationKind::KeyImage, keys.header.sop.text() + u'/' + QString::number(i + 1));
        restored.mark.author = ActorId(actorName(keys.author, keys.header.manufacturer));
        restored.mark.text = tidy(keys.title.value);
        restored.origin.author = dicom::PersonName::parse(keys.author).display();
        restored.origin.made = keys.header.date + keys.header.time;
        restored.origin.remark = tidy(keys.reason);
        restorer.add(std::move(restored), int(i));
    }
    return out;
}

bool isRejection(const objects::Code &title)
{
    return isOneOf(title, {u"113001"_s, u"113037"_s, u"113038"_s, u"113039"_s});
}

bool isManifest(const objects::Code &title)
{
    return isOneOf(title, {u"113030"_s, u"113031"_s, u"113032"_s, u"113033"_s, u"113034"_s, u"113035"_s});
}

} // namespace consilium::app
