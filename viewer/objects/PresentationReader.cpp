#include "viewer/dicom/Describe.h"
#include "viewer/dicom/TextRepair.h"
#include "viewer/objects/Build.h"
#include "viewer/objects/Coordinates.h"
#include "viewer/objects/Measurements.h"
#include "viewer/objects/PresentationParts.h"
#include "viewer/objects/Uid.h"

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace consilium::objects
{

namespace
{

using namespace presentation;

constexpr double farthestPixel = 131'072.0; ///< Columns and Rows end at 65535
constexpr double farthestDisplay = 100.0;   ///< of 0 to 1; texts may stand beside the area
constexpr std::size_t mostParts = 100'000;  ///< graphics and texts

class StateReader
{
public:
    StateReader(const Attributes &object, PresentationState &state)
        : m_object(object), m_state(state), m_listed(build::listedIn(object))
    {
    }

    void read()
    {
        m_state.label = m_object.text(contentLabel);
        m_state.description = m_object.text(contentDescription);
        m_state.creator = m_object.text(creatorName);
        m_state.header.date = m_object.text(creationDate);
        m_state.header.time = m_object.text(creationTime);
        readImages();
        readTurn();
        m_state.isColour = m_object.text(tags::SopClassUid) == QLatin1StringView(colourClass);
        if (!m_state.isColour)
            readGrey();
        for (const Attributes &item : m_object.items(areas))
            readArea(item);
        readLayers();
        for (const Attributes &item : m_object.items(annotations))
            readAnnotation(item);
        readShutter();
        noteLeftOut();
    }

private:
    void note(Flaw::Kind kind, const QString &detail, int part = -1) { m_state.flaws.note(kind, detail, part); }

    std::vector<ImageReference> imagesIn(const Attributes &item)
    {
        std::vector<ImageReference> images;
        for (const Attributes &one : item.items(build::referencedImages))
            addImage(one, images);
        return images;
    }

    void addImage(const Attributes &item, std::vector<ImageReference> &images)
    {
        ImageReference image;
        image.sopClass = SopClassUid(item.text(tags::ReferencedSopClassUid));
        image.sop = SopInstanceUid(item.text(tags::ReferencedSopInstanceUid));
        if (image.sop.isEmpty()) {
            note(Flaw::Kind::NoImage, u"a reference without SOP Instance UID"_s);
            return;
        }
        const auto listed = m_listed.find(image.sop.text());
        if (listed != m_listed.end())
            std::tie(image.study, image.series) = listed->second;
        else if (m_unlisted.insert(image.sop.text()).second)
            note(Flaw::Kind::NotListed, u"image %1"_s.arg(image.sop.text().left(64)));
        const QStringList frames = item.texts(build::referencedFrames);
        if (frames.isEmpty())
            images.push_back(image);
        for (const QString &text : frames) {
            const std::optional<double> frame = finiteNumber(text);
            constexpr double mostFrames = 100'000.0;
            if (!frame || *frame < 1.0 || *frame > mostFrames || *frame != std::floor(*frame)) {
                note(Flaw::Kind::NoFrame, u"frame %1"_s.arg(text.left(12)));
                continue;
            }
            image.frame = int(*frame);
            images.push_back(image);
        }
    }

    void readImages()
    {
        for (const Attributes &series : m_object.items(build::referencedSeries))
            for (const Attributes &item : series.items(build::referencedImages))
                addImage(item, m_state.images);
    }

    void readTurn()
    {
        m_state.isFlipped = m_object.text(horizontalFlip) == "Y"_L1;
        const int turn = m_object.integer(rotation).value_or(0);
        if (turn % 90 == 0 && turn >= 0 && turn < 360)
            m_state.rotation = turn;
        else
            note(Flaw::Kind::Turn, u"%1 degrees"_s.arg(turn));
    }

    void noteUnknownValues(const QString &detail)
    {
        note(Flaw::Kind::Window, detail);
        m_state.hasUnknownValues = true;
    }

    void readModality()
    {
        if (const Attributes *item = m_object.item(tags::ModalityLutSequence)) {
            m_state.modalityLut = dicom::describeTable(*item, false);
            if (!m_state.modalityLut)
                noteUnknownValues(u"Modality LUT"_s);
            return;
        }
        if (!m_object.contains(tags::RescaleSlope) && !m_object.contains(tags::RescaleIntercept))
            return;
        const auto slope = m_object.number(tags::RescaleSlope), intercept = m_object.number(tags::RescaleIntercept);
        if (slope && intercept && *slope != 0.0)
            m_state.modality = ModalityStep{*slope, *intercept, m_object.text(tags::RescaleType)};
        else
            noteUnknownValues(u"Rescale Slope and Intercept"_s);
    }

    void readGrey()
    {
        readModality();
        for (const Attributes &item : m_object.items(softcopyVoi))
            readVoi(item);
        m_state.shape = m_object.text(tags::PresentationLutShape) == "INVERSE"_L1 ? PresentationLutShape::Inverse
                                                                                  : PresentationLutShape::Identity;
        if (const Attributes *item = m_object.item(presentationLuts)) {
            m_state.presentationLut = dicom::describeTable(*item, false);
            if (!m_state.presentationLut)
                note(Flaw::Kind::Window, u"Presentation LUT"_s);
            m_state.hasUnknownOutput = !m_state.presentationLut;
        }
    }

    void readVoi(const Attributes &item)
    {
        SoftcopyVoi voi;
        if (!readImagesOf(item, voi.images))
            return;
        if (const Attributes *table = item.item(tags::VoiLutSequence)) {
            voi.table = dicom::describeTable(*table, false);
            if (voi.table)
                m_state.voi.push_back(std::move(voi));
            else
                note(Flaw::Kind::Window, u"VOI LUT"_s);
            return;
        }
        const QString name = item.text(tags::VoiLutFunction);
        const auto function = name.isEmpty() ? dicom::VoiFunctionKind::Linear : valueIn(functions, name);
        const auto centre = finiteNumber(item.texts(tags::WindowCenter).value(0)),
                   width = finiteNumber(item.texts(tags::WindowWidth).value(0));
        if (!function || !centre || !width) {
            note(Flaw::Kind::Window, u"a window that is no number"_s);
            return;
        }
        const dicom::FileWindow window{*centre, *width, item.texts(tags::WindowCenterWidthExplanation).value(0)};
        if (!isWindow(window, *function)) {
            note(Flaw::Kind::Window, u"width %1"_s.arg(*width));
            return;
        }
        voi.function = *function;
        voi.window = window;
        m_state.voi.push_back(std::move(voi));
    }

    /// False where images are named and none of them can be: taken as "for all" it would lie on others.
    bool readImagesOf(const Attributes &item, std::vector<ImageReference> &images)
    {
        images = imagesIn(item);
        return !images.empty() || item.items(build::referencedImages).empty();
    }

    void readArea(const Attributes &item)
    {
        DisplayedArea area;
        if (!readImagesOf(item, area.images))
            return;
        const auto first = item.numbers(topLeft, 2), second = item.numbers(bottomRight, 2);
        const auto size = valueIn(sizes, item.text(sizeMode));
        const auto isUsable = [](const std::vector<double> &numbers) {
            return std::all_of(numbers.begin(), numbers.end(), [](double number) {
                return number == std::floor(number) && std::abs(number) <= farthestPixel;
            });
        };
        if (!first || !second || !size || !isUsable(*first) || !isUsable(*second)) {
            note(Flaw::Kind::Area, item.text(sizeMode).left(16));
            return;
        }
        // Which corner is which depends on turning and flipping (C.10.4); what is shown does not.
        std::tie(area.left, area.right) = std::minmax({int((*first)[0]), int((*second)[0])});
        std::tie(area.top, area.bottom) = std::minmax({int((*first)[1]), int((*second)[1])});
        area.size = *size;
        readScale(item, area);
        m_state.areas.push_back(std::move(area));
    }

    void readScale(const Attributes &item, DisplayedArea &area)
    {
        const auto spacing = item.numbers(pixelSpacing, 2), aspect = item.numbers(pixelAspect, 2),
                   factor = item.numbers(magnification, 1);
        if (spacing && (*spacing)[0] > 0.0 && (*spacing)[1] > 0.0) {
            area.rowSpacingMm = (*spacing)[0];
            area.columnSpacingMm = (*spacing)[1];
        } else if (aspect && (*aspect)[0] >= 1.0 && (*aspect)[1] >= 1.0 && (*aspect)[0] <= farthestPixel &&
                   (*aspect)[1] <= farthestPixel) {
            area.aspect = {int((*aspect)[0]), int((*aspect)[1])};
        }
        if (factor && (*factor)[0] > 0.0)
            area.magnification = (*factor)[0];
        const bool isWithout = (area.size == DisplayedArea::Size::TrueSize && !area.rowSpacingMm) ||
                               (area.size == DisplayedArea::Size::Magnify && !area.magnification);
        if (!isWithout)
            return;
        note(Flaw::Kind::Area, u"a size without its scale"_s);
        area.size = DisplayedArea::Size::ScaleToFit;
    }

    void readLayers()
    {
        for (const Attributes &item : m_object.items(layers)) {
            GraphicLayer one;
            one.name = item.text(layer);
            one.order = item.integer(layerOrder).value_or(0);
            one.description = item.text(layerDescription);
            if (const auto grey = item.integer(layerGrey); grey && *grey >= 0 && *grey <= 65535)
                one.grey = grey;
            if (const auto lab = item.numbers(layerCieLab, 3)) {
                const auto isWord = [](double number) { return number >= 0.0 && number <= 65535.0; };
                if (std::all_of(lab->begin(), lab->end(), isWord))
                    one.cieLab = {int((*lab)[0]), int((*lab)[1]), int((*lab)[2])};
            }
            m_layerNames.insert(one.name);
            m_state.layers.push_back(std::move(one));
        }
    }

    void readAnnotation(const Attributes &item)
    {
        m_part = int(m_state.annotations.size());
        Annotation annotation;
        annotation.layer = item.text(layer);
        if (!readImagesOf(item, annotation.images))
            return;
        for (const Attributes &one : item.items(graphicObjects))
            if (mayRead())
                readGraphic(one, annotation);
        for (const Attributes &one : item.items(textObjects))
            if (mayRead())
                readNote(one, annotation);
        if (annotation.graphics.empty() && annotation.texts.empty())
            return;
        if (!m_layerNames.contains(annotation.layer))
            note(Flaw::Kind::Layer, u"an annotation"_s, m_part);
        m_state.annotations.push_back(std::move(annotation));
    }

    bool mayRead()
    {
        if (++m_parts <= mostParts)
            return true;
        if (m_parts == mostParts + 1)
            note(Flaw::Kind::Cut, u"%1 graphics and texts"_s.arg(mostParts));
        return false;
    }

    /// nullopt: neither, or one that is not read.
    static std::optional<bool> isOfDisplay(const QString &units)
    {
        if (units == "DISPLAY"_L1)
            return true;
        return units == "PIXEL"_L1 ? std::optional(false) : std::nullopt;
    }

    void readGraphic(const Attributes &item, Annotation &into)
    {
        Graphic graphic;
        const auto type = valueIn(graphicTypes, item.text(build::graphicType));
        const auto isDisplay = isOfDisplay(item.text(graphicUnits));
        if (!type || !isDisplay || item.integer(dimensions).value_or(2) != 2) {
            note(Flaw::Kind::ShapeType, (item.text(build::graphicType) + u' ' + item.text(graphicUnits)).left(40),
                 m_part);
            return;
        }
        graphic.type = *type;
        graphic.isFilled = item.text(filled) == "Y"_L1;
        graphic.trackingUid = trackingIn(item);
        const std::vector<double> numbers = build::floatsIn(item, build::graphicData);
        const std::size_t count = numbers.size() / 2;
        const int said = item.integer(pointCount).value_or(int(count));
        if (numbers.size() % 2 != 0 || !presentation::isPointCount(*type, count) || count > mostPoints ||
            said != int(count)) {
            note(Flaw::Kind::Points, u"%1 numbers for %2 points"_s.arg(numbers.size()).arg(said), m_part);
            return;
        }
        if (!isNear(numbers, *isDisplay))
            return;
        for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
            if (*isDisplay)
                graphic.displayPoints.push_back({numbers[i], numbers[i + 1]});
            else
                graphic.points.push_back(fromWritten({numbers[i], numbers[i + 1]}));
        }
        into.graphics.push_back(std::move(graphic));
    }

    static QString trackingIn(const Attributes &item)
    {
        const QString uid = item.text(trackingUid);
        return isUid(uid) ? uid : QString();
    }

    bool isNear(const std::vector<double> &numbers, bool isDisplay)
    {
        const double farthest = isDisplay ? farthestDisplay : farthestPixel;
        if (std::all_of(numbers.begin(), numbers.end(), [=](double number) { return std::abs(number) <= farthest; }))
            return true;
        note(Flaw::Kind::Outside, u"beyond %1"_s.arg(farthest), m_part);
        return false;
    }

    /// Two numbers that can be a place, or nullopt.
    std::optional<WrittenPoint> place(const Attributes &item, Tag tag, bool isDisplay)
    {
        const auto numbers = item.numbers(tag, 2);
        if (!numbers || !isNear(*numbers, isDisplay))
            return std::nullopt;
        return WrittenPoint{(*numbers)[0], (*numbers)[1]};
    }

    void readNote(const Attributes &item, Annotation &into)
    {
        TextNote note;
        note.text = build::fromParagraphs(item.text(unformattedText));
        note.trackingUid = trackingIn(item);
        readBox(item, note);
        readAnchor(item, note);
        const bool isPlaced = note.box || note.displayBox || note.anchor || note.displayAnchor;
        if (isPlaced && !note.text.isEmpty())
            into.texts.push_back(std::move(note));
        else if (!note.text.isEmpty())
            this->note(Flaw::Kind::Text, u"a text of %1 letters"_s.arg(note.text.size()), m_part);
    }

    void readBox(const Attributes &item, TextNote &into)
    {
        const auto isDisplay = isOfDisplay(item.text(boxUnits));
        if (!isDisplay)
            return;
        const auto first = place(item, boxTopLeft, *isDisplay), second = place(item, boxBottomRight, *isDisplay);
        if (!first || !second)
            return;
        if (*isDisplay)
            into.displayBox = TextNote::DisplayBox{{first->x, first->y}, {second->x, second->y}};
        else
            into.box = TextNote::Box{fromWritten(*first), fromWritten(*second)};
        into.justification = valueIn(justifications, item.text(justification)).value_or(TextNote::Justification::Left);
    }

    void readAnchor(const Attributes &item, TextNote &into)
    {
        const auto isDisplay = isOfDisplay(item.text(anchorUnits));
        const auto at = isDisplay ? place(item, anchorPoint, *isDisplay) : std::nullopt;
        if (!at)
            return;
        if (*isDisplay)
            into.displayAnchor = DisplayPoint{at->x, at->y};
        else
            into.anchor = fromWritten(*at);
        into.isAnchorVisible = item.text(anchorVisibility) == "Y"_L1;
    }

    void readShutter()
    {
        constexpr Tag shape{0x0018, 0x1600};
        if (!m_object.contains(shape))
            return;
        // Whether something is hidden depends on the image, which is not known here: as of one that is larger than any.
        dicom::FrameGeometry any;
        any.rows = any.columns = 1'000'000;
        any.aspectRowsToColumns = 1.0;
        dicom::Issues issues;
        const auto shutter = dicom::describeShutter(m_object, any, issues);
        const QStringList shapes = m_object.texts(shape);
        const bool isBitmap =
            std::any_of(shapes.begin(), shapes.end(), [](const QString &one) { return one.trimmed() == "BITMAP"_L1; });
        if (issues.empty() && !isBitmap)
            m_state.shutter = shutter;
        else
            note(Flaw::Kind::Shutter, shapes.join(u' ').left(40));
    }

    void noteLeftOut()
    {
        constexpr Tag maskSubtraction{0x0028, 0x6100}, firstOverlay{0x6000, 0x0000}, lastOverlay{0x60FF, 0xFFFF};
        if (m_object.containsAny(firstOverlay, lastOverlay))
            note(Flaw::Kind::Overlay, u"overlay planes"_s);
        if (!m_object.items(maskSubtraction).empty())
            note(Flaw::Kind::Mask, u"Mask Subtraction Sequence"_s);
    }

    const Attributes &m_object;
    PresentationState &m_state;
    build::Listed m_listed;
    std::set<QString> m_unlisted, m_layerNames;
    std::size_t m_parts = 0;
    int m_part = -1;
};

} // namespace

Result<PresentationState> readPresentationState(const Attributes &written)
{
    const std::optional<Attributes> repaired = dicom::repairedTexts(written);
    const Attributes &object = repaired ? *repaired : written;
    if (!isPresentationState(object))
        return fail(ErrorCode::NoPixels);
    PresentationState state;
    state.header = headerOf(object);
    if (state.header.studyUid().isEmpty() || state.header.series.isEmpty() || state.header.sop.isEmpty())
        return fail(ErrorCode::DicomMalformed, u"a presentation state without Study, Series or SOP Instance UID"_s);
    StateReader(object, state).read();
    return state;
}

} // namespace consilium::objects
