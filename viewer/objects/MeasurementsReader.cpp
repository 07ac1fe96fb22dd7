#include "viewer/dicom/Documents.h"
#include "viewer/dicom/TextRepair.h"
#include "viewer/documents/Report.h"
#include "viewer/objects/Build.h"
#include "viewer/objects/Coordinates.h"
#include "viewer/objects/MeasurementCodes.h"
#include "viewer/objects/Measurements.h"
#include "viewer/objects/ShapeTypes.h"
#include "viewer/objects/Uid.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace consilium::objects
{

namespace
{

using documents::ContentItem;
using Type = ContentItem::Type;

constexpr double farthestPixel = 131'072.0; ///< Columns and Rows end at 65535
constexpr double farthestMm = 100'000.0;

bool isCoordinates(const ContentItem &item)
{
    return item.type == Type::SpatialCoordinates || item.type == Type::SpatialCoordinates3D;
}

/// What a path of Referenced Content Item Identifier (0040,DB73) leads to; nullptr: nothing.
const ContentItem *itemAt(const ContentItem &root, const std::vector<int> &path)
{
    if (path.empty() || path.front() != 1)
        return nullptr;
    const ContentItem *at = &root;
    for (std::size_t i = 1; i < path.size(); ++i) {
        if (path[i] < 1 || std::size_t(path[i]) > at->items.size())
            return nullptr;
        at = &at->items[std::size_t(path[i]) - 1];
    }
    return at;
}

/// Equal for equal shapes.
QByteArray keyOf(const Shape &shape)
{
    QByteArray key = shape.image.sop.text().toUtf8() + '|' + QByteArray::number(shape.image.frame) + '|' +
                     shape.frameOfReference.text().toUtf8() + '|' + QByteArray::number(int(shape.type)) + '|';
    const auto add = [&](double number) { key.append(reinterpret_cast<const char *>(&number), sizeof number); };
    for (const ImagePoint &point : shape.points) {
        add(point.column);
        add(point.row);
    }
    for (const PatientPoint &place : shape.places) {
        add(place.x);
        add(place.y);
        add(place.z);
    }
    return key;
}

class GroupReader
{
public:
    GroupReader(const ContentItem &root, const build::Listed &listed, MeasurementReport &report)
        : m_root(root), m_listed(listed), m_report(report)
    {
    }

    void read(const ContentItem &group)
    {
        m_part = int(m_report.measurements.size());
        m_measurement = {};
        m_known.clear();
        m_measurement.made = group.observed;
        m_measurement.author = m_report.author;
        std::vector<const ContentItem *> numbers;
        for (const ContentItem &item : group.items) {
            if (item.type == Type::Number)
                numbers.push_back(&item);
            else
                readPart(item);
        }
        for (const ContentItem *number : numbers) // behind the regions, whatever their order in the file
            readNumber(*number);
        if (m_measurement.shapes.empty() && m_measurement.values.empty() && m_measurement.text.isEmpty()) {
            note(Flaw::Kind::Empty, u"a measurement group"_s);
            return;
        }
        if (!isUid(m_measurement.trackingUid))
            m_measurement.trackingUid =
                uidOf(QUuid::createUuidV5(QUuid(), m_report.header.sop.text() + u'/' + QString::number(m_part)));
        if (m_measurement.label == m_measurement.trackingUid)
            m_measurement.label.clear();
        m_report.measurements.push_back(std::move(m_measurement));
    }

private:
    void note(Flaw::Kind kind, const QString &detail) { m_report.flaws.note(kind, detail, m_part); }

    /// The item itself, or what it refers to; nullptr where that is not there or refers on.
    const ContentItem *resolved(const ContentItem &item)
    {
        if (item.type != Type::ByReference)
            return &item;
        const ContentItem *target = itemAt(m_root, item.target);
        if (!target || target->type == Type::ByReference) {
            note(Flaw::Kind::Reference, u"a reference by %1 steps"_s.arg(item.target.size()));
            return nullptr;
        }
        return target;
    }

    void readPart(const ContentItem &item)
    {
        switch (item.type) {
        case Type::Text:
            readText(item);
            break;
        case Type::UidReference:
            if (isSameConcept(item.name, items::trackingUid))
                m_measurement.trackingUid = item.text;
            else if (isSameConcept(item.name, items::regionOf) && isUid(item.text))
                m_measurement.regionOf = item.text;
            break;
        case Type::PersonName:
            if (isSameConcept(item.name, items::observerName))
                m_measurement.author = item.written;
            break;
        case Type::Coded:
            readCode(item);
            break;
        case Type::Image:
            // A segment or a map of values is no image that it was drawn on.
            if (m_measurement.image.sop.isEmpty() && !isSameConcept(item.name, items::referencedSegment))
                m_measurement.image = imageOf(item).value_or(ImageReference());
            break;
        case Type::SpatialCoordinates:
        case Type::SpatialCoordinates3D:
            static_cast<void>(shapeIndex(item));
            break;
        case Type::ByReference:
            if (const ContentItem *target = resolved(item); target && isCoordinates(*target))
                static_cast<void>(shapeIndex(*target));
            break;
        default: // containers in containers are looked through for groups of their own
            break;
        }
    }

    void readText(const ContentItem &item)
    {
        const QString text = build::fromParagraphs(item.text);
        if (isSameConcept(item.name, items::trackingIdentifier))
            m_measurement.label = text;
        else if (isSameConcept(item.name, items::labelPlace))
            readLabelPlace(text);
        else if (isSameConcept(item.name, items::observerName))
            m_measurement.author = text;
        else if (!text.isEmpty() && item.relationship == "CONTAINS"_L1)
            m_measurement.text += (m_measurement.text.isEmpty() ? QString() : u"\n"_s) + text;
    }

    /// One that cannot be used stands beside its mark, where it would without any.
    void readLabelPlace(const QString &text)
    {
        const QStringList words = text.split(u' ');
        const double farthest = words.front() == "IMAGE"_L1 ? farthestPixel : farthestMm;
        std::vector<double> numbers;
        for (const QString &word : words.mid(1))
            if (const auto number = finiteNumber(word); number && std::abs(*number) <= farthest)
                numbers.push_back(*number);
        if (qsizetype(numbers.size()) + 1 != words.size())
            return;
        if (words.front() == "IMAGE"_L1 && numbers.size() == 2)
            m_measurement.labelInImage = fromWritten({numbers[0], numbers[1]});
        else if (words.front() == "PATIENT"_L1 && numbers.size() == 3)
            m_measurement.labelInPatient = PatientPoint{numbers[0], numbers[1], numbers[2]};
    }

    void readCode(const ContentItem &item)
    {
        if (isSameConcept(item.name, items::finding))
            m_measurement.finding = item.code;
        else if (isSameConcept(item.name, items::site))
            m_measurement.site = item.code;
        else if (isSameConcept(item.name, items::method) && item.code.scheme == codes::ownScheme)
            m_measurement.kind = item.code.value;
    }

    void readNumber(const ContentItem &item)
    {
        Measured measured;
        measured.name = item.name;
        measured.unit = item.unit;
        measured.qualifier = item.qualifier;
        measured.value = finiteNumber(item.exact);
        if (!measured.value)
            measured.value = finiteNumber(item.number);
        for (const ContentItem &below : item.items) {
            if (below.type == Type::Coded && isSameConcept(below.name, items::derivation))
                measured.derivation = below.code;
            else if (const ContentItem *source = resolved(below); source && isCoordinates(*source))
                addSource(*source, measured);
            else if (source && source->type == Type::Image && m_measurement.image.sop.isEmpty())
                m_measurement.image = imageOf(*source).value_or(ImageReference());
        }
        if (!measured.value && (!item.number.isEmpty() || measured.qualifier.isEmpty())) {
            note(Flaw::Kind::Number, u"a value of %1 characters"_s.arg(item.number.size()));
            return;
        }
        m_measurement.values.push_back(std::move(measured));
    }

    void addSource(const ContentItem &source, Measured &measured)
    {
        const std::optional<int> index = shapeIndex(source);
        if (index && std::find(measured.from.begin(), measured.from.end(), *index) == measured.from.end())
            measured.from.push_back(*index);
    }

    /// Its place among the shapes of the measurement; one that several values name is kept once.
    std::optional<int> shapeIndex(const ContentItem &item)
    {
        std::optional<Shape> shape = shapeOf(item);
        if (!shape)
            return std::nullopt;
        const auto [known, isNew] = m_known.try_emplace(keyOf(*shape), int(m_measurement.shapes.size()));
        if (isNew)
            m_measurement.shapes.push_back(std::move(*shape));
        return known->second;
    }

    bool areNumbersUsable(const ContentItem &item, std::size_t each)
    {
        const std::vector<double> &numbers = item.graphic;
        if (numbers.empty() || numbers.size() % each != 0 || numbers.size() / each > mostPoints ||
            !std::all_of(numbers.begin(), numbers.end(), [](double number) { return std::isfinite(number); })) {
            note(Flaw::Kind::Points, u"%1 numbers"_s.arg(numbers.size()));
            return false;
        }
        const double farthest = each == 2 ? farthestPixel : farthestMm;
        if (!std::all_of(numbers.begin(), numbers.end(), [=](double number) { return std::abs(number) <= farthest; })) {
            note(Flaw::Kind::Outside, u"beyond %1"_s.arg(farthest));
            return false;
        }
        return true;
    }

    std::optional<Shape> shapeOf(const ContentItem &item)
    {
        const bool isInPatient = item.type == Type::SpatialCoordinates3D;
        const auto type = shapeTypeOf(item.graphicType, isInPatient);
        if (!type) {
            note(Flaw::Kind::ShapeType, (item.graphicType + u' ' + item.pixelOrigin).left(40));
            return std::nullopt;
        }
        if (!areNumbersUsable(item, isInPatient ? 3 : 2))
            return std::nullopt;
        Shape shape;
        shape.type = *type;
        if (isInPatient)
            setPlaces(item, shape);
        else
            setPoints(item, shape);
        if (!isPointCount(shape.type, isInPatient ? shape.places.size() : shape.points.size())) {
            note(Flaw::Kind::Points, u"%1 of %2 numbers"_s.arg(item.graphicType.left(16)).arg(item.graphic.size()));
            return std::nullopt;
        }
        if (isInPatient ? !setFrameOfReference(item, shape) : !setImage(item, shape))
            return std::nullopt;
        // Of the whole of a tiled image (PS3.3 C.18.6.1.1.1): its columns are not those of a frame. An image that is
        // one frame is its own whole.
        if (!isInPatient && item.pixelOrigin == "VOLUME"_L1 && mayHaveFrames(shape.image.sopClass)) {
            note(Flaw::Kind::ShapeType, (item.graphicType + u' ' + item.pixelOrigin).left(40));
            return std::nullopt;
        }
        return shape;
    }

    static void setPoints(const ContentItem &item, Shape &shape)
    {
        for (std::size_t i = 0; i + 1 < item.graphic.size(); i += 2)
            shape.points.push_back(fromWritten({item.graphic[i], item.graphic[i + 1]}));
        if (shape.type == ShapeType::Polyline && shape.points.size() >= 4 &&
            shape.points.front() == shape.points.back()) {
            shape.type = ShapeType::Polygon;
            shape.points.pop_back();
        }
    }

    static void setPlaces(const ContentItem &item, Shape &shape)
    {
        for (std::size_t i = 0; i + 2 < item.graphic.size(); i += 3)
            shape.places.push_back({item.graphic[i], item.graphic[i + 1], item.graphic[i + 2]});
        if (shape.type == ShapeType::Polygon && shape.places.size() >= 4 && shape.places.front() == shape.places.back())
            shape.places.pop_back();
    }

    bool setFrameOfReference(const ContentItem &item, Shape &shape)
    {
        shape.frameOfReference = item.frameOfReference;
        if (!shape.frameOfReference.isEmpty())
            return true;
        note(Flaw::Kind::OtherFrame, u"no frame of reference"_s);
        return false;
    }

    bool setImage(const ContentItem &item, Shape &shape)
    {
        bool isFound = false;
        for (const ContentItem &below : item.items) {
            const ContentItem *source = resolved(below);
            if (!source || source->type != Type::Image)
                continue;
            if (isFound) {
                note(Flaw::Kind::SeveralImages, u"several images"_s);
                return true;
            }
            const auto image = imageOf(*source);
            if (!image)
                return false;
            shape.image = *image;
            isFound = true;
        }
        if (!isFound)
            note(Flaw::Kind::NoImage, u"coordinates without an image"_s);
        return isFound;
    }

    /// nullopt where it names none or no frame that can be; both are noted.
    std::optional<ImageReference> imageOf(const ContentItem &item)
    {
        if (item.references.empty() || item.references.front().sop.isEmpty()) {
            note(Flaw::Kind::NoImage, u"an image item without an image"_s);
            return std::nullopt;
        }
        const documents::ObjectReference &written = item.references.front();
        ImageReference image{written.sopClass, written.sop, 0, {}, {}};
        if (item.references.size() > 1 || written.frames.size() > 1)
            note(Flaw::Kind::SeveralImages, u"%1 frames"_s.arg(written.frames.size()));
        if (!written.frames.empty())
            image.frame = written.frames.front();
        if (image.frame < 0 || (image.frame == 0 && !written.frames.empty())) {
            note(Flaw::Kind::NoFrame, u"frame %1"_s.arg(image.frame));
            return std::nullopt;
        }
        const auto listed = m_listed.find(image.sop.text());
        if (listed != m_listed.end())
            std::tie(image.study, image.series) = listed->second;
        else if (m_unlisted.insert(image.sop.text()).second)
            note(Flaw::Kind::NotListed, u"image %1"_s.arg(image.sop.text().left(64)));
        return image;
    }

    const ContentItem &m_root;
    const build::Listed &m_listed;
    MeasurementReport &m_report;
    Measurement m_measurement;
    std::map<QByteArray, int> m_known;
    std::set<QString> m_unlisted; ///< told once an image
    int m_part = 0;
};

void readGroups(const ContentItem &item, GroupReader &reader)
{
    if (item.type == Type::Container && isSameConcept(item.name, items::group))
        reader.read(item);
    for (const ContentItem &below : item.items)
        if (below.type == Type::Container)
            readGroups(below, reader);
}

void readRoot(const ContentItem &root, MeasurementReport &report)
{
    report.language = report.procedure = {};
    for (const ContentItem &item : root.items) {
        if (isSameConcept(item.name, items::observerName) && report.author.isEmpty())
            report.author = item.type == Type::PersonName ? item.written : item.text;
        else if (item.type == Type::Coded && isSameConcept(item.name, items::language))
            report.language = item.code;
        else if (item.type == Type::Coded && isSameConcept(item.name, items::procedure) && report.procedure.isEmpty())
            report.procedure = item.code;
    }
}

bool hasGroup(const Attributes &item, int depth)
{
    const Code name = documents::codeIn(item, build::conceptName);
    if (isSameConcept(name, items::group) || isSameConcept(name, items::report))
        return true;
    const std::vector<Attributes> &below = item.items(build::contentSequence);
    return depth > 0 &&
           std::any_of(below.begin(), below.end(), [&](const Attributes &one) { return hasGroup(one, depth - 1); });
}

} // namespace

bool isMeasurementReport(const Attributes &object)
{
    constexpr int deepestGroup = 3;
    return dicom::documentKind(SopClassUid(object.text(tags::SopClassUid))) == dicom::DocumentKind::Report &&
           hasGroup(object, deepestGroup);
}

Result<MeasurementReport> readMeasurements(const Attributes &written)
{
    const std::optional<Attributes> repaired = dicom::repairedTexts(written);
    const Attributes &object = repaired ? *repaired : written;
    const auto read = documents::readReport(object);
    if (!read)
        return fail(read.error());
    if ((*read)->header.kind != dicom::DocumentKind::Report)
        return fail(ErrorCode::NoPixels);
    MeasurementReport report;
    report.header = headerOf(object);
    readRoot((*read)->root, report);
    const build::Listed listed = build::listedIn(object);
    GroupReader reader((*read)->root, listed, report);
    readGroups((*read)->root, reader);
    for (const Attributes &study : object.items(build::predecessorDocuments))
        for (const Attributes &series : study.items(build::referencedSeries))
            for (const Attributes &item : series.items(tags::ReferencedSopSequence))
                report.predecessors.push_back({SopClassUid(item.text(tags::ReferencedSopClassUid)),
                                               SopInstanceUid(item.text(tags::ReferencedSopInstanceUid)), 0,
                                               StudyUid(study.text(tags::StudyInstanceUid)),
                                               SeriesUid(series.text(tags::SeriesInstanceUid))});
    if ((*read)->isCut)
        report.flaws.note(Flaw::Kind::Cut, u"%1 parts"_s.arg((*read)->items));
    return report;
}

Flaws flawsAgainst(const MeasurementReport &report, const ImageLookup &lookup,
                   const std::vector<FrameOfReferenceUid> &frames)
{
    Flaws flaws;
    for (std::size_t i = 0; i < report.measurements.size(); ++i) {
        const Measurement &measurement = report.measurements[i];
        if (!measurement.image.sop.isEmpty())
            judgeReference(measurement.image, report.header, lookup, int(i), flaws);
        for (const Shape &shape : measurement.shapes) {
            if (!shape.isInPatient()) {
                judgeReference(shape.image, report.header, lookup, int(i), flaws);
                judgePoints(shape.image, shape.points, lookup, int(i), flaws);
            } else if (std::find(frames.begin(), frames.end(), shape.frameOfReference) == frames.end()) {
                flaws.note(Flaw::Kind::OtherFrame, u"none of the images'"_s, int(i));
            }
        }
    }
    return flaws;
}

} // namespace consilium::objects
