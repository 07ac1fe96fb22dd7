#include "viewer/objects/Build.h"
#include "viewer/objects/Coordinates.h"
#include "viewer/objects/IccProfile.h"
#include "viewer/objects/PresentationParts.h"
#include "viewer/objects/Uid.h"

#include <QRegularExpression>
#include <QtEndian>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace consilium::objects
{

namespace
{

using namespace build;
using namespace presentation;

constexpr std::size_t mostWrittenPoints = 8'000; ///< an element of this kind holds 65534 bytes. PS3.5 7.1.2

bool isCs(const QString &text)
{
    static const QRegularExpression pattern(u"\\A[A-Z0-9_][A-Z0-9_ ]{0,15}\\z"_s);
    return pattern.match(text).hasMatch();
}

void putImages(Attributes &into, const std::vector<ImageReference> &images)
{
    std::vector<Attributes> items;
    for (const auto &[image, frames] : runsOf(images))
        items.push_back(sopItem(image, frames));
    if (!items.empty())
        putItems(into, referencedImages, std::move(items));
}

/// Series with their images; what names frames names them here too.
std::vector<Attributes> seriesOf(const std::vector<ImageReference> &images)
{
    std::vector<std::pair<SeriesUid, std::vector<ImageReference>>> series;
    for (const ImageReference &image : images) {
        auto found = std::find_if(series.begin(), series.end(), [&](const auto &s) { return s.first == image.series; });
        if (found == series.end())
            found = series.insert(series.end(), {image.series, {}});
        found->second.push_back(image);
    }
    std::vector<Attributes> items;
    for (const auto &[uid, members] : series) {
        Attributes item;
        putText(item, tags::SeriesInstanceUid, "UI", uid.text());
        putImages(item, members);
        items.push_back(std::move(item));
    }
    return items;
}

void putIntegers(Attributes &into, Tag tag, const char (&vr)[3], std::initializer_list<int> numbers)
{
    QStringList values;
    for (const int number : numbers)
        values << QString::number(number);
    into.setText(tag, vr, values);
}

Attributes areaItem(const DisplayedArea &area, int turn, bool isFlipped)
{
    Attributes item;
    putImages(item, area.images);
    const Corners corners = cornersOf(area, turn, isFlipped);
    putIntegers(item, topLeft, "SL", {corners.firstColumn, corners.firstRow});
    putIntegers(item, bottomRight, "SL", {corners.secondColumn, corners.secondRow});
    putText(item, sizeMode, "CS", nameIn(sizes, area.size));
    if (area.rowSpacingMm && area.columnSpacingMm)
        item.setText(pixelSpacing, "DS", {decimal(*area.rowSpacingMm), decimal(*area.columnSpacingMm)});
    else
        putIntegers(item, pixelAspect, "IS",
                    {area.aspect ? (*area.aspect)[0] : 1, area.aspect ? (*area.aspect)[1] : 1});
    if (area.magnification)
        putFloats(item, magnification, "FL", {*area.magnification});
    return item;
}

Attributes layerItem(const GraphicLayer &one)
{
    Attributes item;
    putText(item, layer, "CS", one.name);
    putText(item, layerOrder, "IS", QString::number(one.order));
    if (one.grey)
        putIntegers(item, layerGrey, "US", {*one.grey});
    if (one.cieLab)
        putIntegers(item, layerCieLab, "US", {(*one.cieLab)[0], (*one.cieLab)[1], (*one.cieLab)[2]});
    if (!one.description.isEmpty())
        putText(item, layerDescription, "LO", oneValue(one.description));
    return item;
}

std::vector<double> numbersOf(const std::vector<ImagePoint> &points)
{
    std::vector<double> numbers;
    for (const ImagePoint &point : points) {
        const WrittenPoint written = toWritten(point);
        numbers.insert(numbers.end(), {written.x, written.y});
    }
    return numbers;
}

std::vector<double> numbersOf(const std::vector<DisplayPoint> &points)
{
    std::vector<double> numbers;
    for (const DisplayPoint &point : points)
        numbers.insert(numbers.end(), {point.x, point.y});
    return numbers;
}

template<class Point>
void putPlace(Attributes &into, Tag tag, Point point)
{
    putFloats(into, tag, "FL", numbersOf(std::vector<Point>{point}));
}

QString unitsOf(bool isOfDisplay)
{
    return isOfDisplay ? u"DISPLAY"_s : u"PIXEL"_s;
}

/// The label is to be unique where it is used, so it is the UID. PS3.3 C.10.5: either both or none.
void putTracking(Attributes &into, const QString &uid)
{
    if (uid.isEmpty())
        return;
    putText(into, trackingId, "UT", uid);
    putText(into, trackingUid, "UI", uid);
}

Attributes graphicItem(const Graphic &graphic)
{
    Attributes item;
    const std::vector<double> numbers =
        graphic.isOfDisplay() ? numbersOf(graphic.displayPoints) : numbersOf(graphic.points);
    putText(item, graphicUnits, "CS", unitsOf(graphic.isOfDisplay()));
    putIntegers(item, dimensions, "US", {2});
    putIntegers(item, pointCount, "US", {int(numbers.size() / 2)});
    putFloats(item, graphicData, "FL", numbers);
    putText(item, graphicType, "CS", nameIn(graphicTypes, graphic.type));
    if (graphic.type != Graphic::Type::Point)
        putText(item, filled, "CS", graphic.isFilled ? u"Y"_s : u"N"_s);
    putTracking(item, graphic.trackingUid);
    return item;
}

Attributes textItemOf(const TextNote &note)
{
    Attributes item;
    if (note.box || note.displayBox) {
        putText(item, boxUnits, "CS", unitsOf(!note.box));
        if (note.box) {
            putPlace(item, boxTopLeft, note.box->first);
            putPlace(item, boxBottomRight, note.box->second);
        } else {
            putPlace(item, boxTopLeft, note.displayBox->first);
            putPlace(item, boxBottomRight, note.displayBox->second);
        }
        putText(item, justification, "CS", nameIn(justifications, note.justification));
    }
    putText(item, unformattedText, "ST", paragraphs(note.text));
    if (note.anchor || note.displayAnchor) {
        putText(item, anchorUnits, "CS", unitsOf(!note.anchor));
        if (note.anchor)
            putPlace(item, anchorPoint, *note.anchor);
        else
            putPlace(item, anchorPoint, *note.displayAnchor);
        putText(item, anchorVisibility, "CS", note.isAnchorVisible ? u"Y"_s : u"N"_s);
    }
    putTracking(item, note.trackingUid);
    return item;
}

Attributes annotationItem(const Annotation &annotation)
{
    Attributes item;
    putImages(item, annotation.images);
    putText(item, layer, "CS", annotation.layer);
    std::vector<Attributes> texts, graphics;
    for (const TextNote &note : annotation.texts)
        texts.push_back(textItemOf(note));
    for (const Graphic &graphic : annotation.graphics)
        graphics.push_back(graphicItem(graphic));
    if (!texts.empty())
        putItems(item, textObjects, std::move(texts));
    if (!graphics.empty())
        putItems(item, graphicObjects, std::move(graphics));
    return item;
}

/// PS3.3 C.11.1.1.1, C.11.2.1.1: 65536 entries are written as 0; of 8 bits there are two in a word, the first in its
/// low byte, else one.
Attributes tableItem(const dicom::LookupTable &table)
{
    Attributes item;
    const bool isSigned = table.firstMapped < 0;
    const int first = table.firstMapped, count = table.entries.size() == 65536 ? 0 : int(table.entries.size());
    if (isSigned) // the count is unsigned all the same: its bits
        putIntegers(item, tags::LutDescriptor, "SS", {int(std::int16_t(count)), first, table.bits});
    else
        putIntegers(item, tags::LutDescriptor, "US", {count, first, table.bits});
    if (!table.explanation.isEmpty())
        putText(item, tags::LutExplanation, "LO", oneValue(table.explanation));
    Attribute data;
    data.vr = {'O', 'W'};
    if (table.bits == 8) {
        for (const std::uint16_t entry : table.entries)
            data.bytes.append(char(entry));
        if (data.bytes.size() % 2 != 0)
            data.bytes.append('\0');
    } else {
        data.bytes.resize(qsizetype(table.entries.size()) * 2);
        for (std::size_t i = 0; i < table.entries.size(); ++i)
            qToLittleEndian(table.entries[i], data.bytes.data() + 2 * i);
    }
    item.set(tags::LutData, std::move(data));
    return item;
}

Attributes voiItem(const SoftcopyVoi &voi)
{
    Attributes item;
    putImages(item, voi.images);
    if (voi.table) {
        putItems(item, tags::VoiLutSequence, {tableItem(*voi.table)});
        return item;
    }
    putText(item, tags::WindowCenter, "DS", decimal(voi.window->centre));
    putText(item, tags::WindowWidth, "DS", decimal(voi.window->width));
    if (!voi.window->explanation.isEmpty())
        putText(item, tags::WindowCenterWidthExplanation, "LO", oneValue(voi.window->explanation));
    if (voi.function != dicom::VoiFunctionKind::Linear)
        putText(item, tags::VoiLutFunction, "CS", nameIn(functions, voi.function));
    return item;
}

bool isTable(const dicom::LookupTable &table)
{
    const std::size_t count = table.entries.size();
    if (count == 0 || count > 65536 || table.bits < 8 || table.bits > 16)
        return false;
    const int largest = (1 << table.bits) - 1;
    return table.firstMapped >= -32768 && table.firstMapped <= 65535 &&
           std::all_of(table.entries.begin(), table.entries.end(), [=](int entry) { return entry <= largest; });
}

const char *faultOf(const Graphic &graphic)
{
    if (graphic.points.empty() == graphic.displayPoints.empty())
        return "a graphic needs points either in the image or in the display";
    const std::vector<double> numbers =
        graphic.isOfDisplay() ? numbersOf(graphic.displayPoints) : numbersOf(graphic.points);
    if (!presentation::isPointCount(graphic.type, numbers.size() / 2) || numbers.size() / 2 > mostWrittenPoints)
        return "a graphic with another number of points than it can have";
    return std::all_of(numbers.begin(), numbers.end(), [](double number) { return std::isfinite(number); })
               ? nullptr
               : "a graphic with points that are no numbers";
}

const char *faultOf(const TextNote &note)
{
    constexpr int longestText = 1024;
    const QString written = paragraphs(note.text);
    if (written.trimmed().isEmpty() || written.size() > longestText)
        return "a text without letters, or longer than 1024";
    if ((note.box && note.displayBox) || (note.anchor && note.displayAnchor) ||
        (!note.box && !note.displayBox && !note.anchor && !note.displayAnchor))
        return "a text without one place";
    return nullptr;
}

const char *faultOf(const Annotation &annotation, const std::vector<GraphicLayer> &layers)
{
    if (std::none_of(layers.begin(), layers.end(),
                     [&](const GraphicLayer &one) { return one.name == annotation.layer; }))
        return "an annotation on a layer that is not described";
    if (annotation.graphics.empty() && annotation.texts.empty())
        return "an annotation without graphics and texts";
    const auto isTracking = [](const QString &uid) { return uid.isEmpty() || isUid(uid); };
    for (const Graphic &graphic : annotation.graphics)
        if (const char *fault = isTracking(graphic.trackingUid) ? faultOf(graphic) : "a tracking UID that is none")
            return fault;
    for (const TextNote &note : annotation.texts)
        if (const char *fault = isTracking(note.trackingUid) ? faultOf(note) : "a tracking UID that is none")
            return fault;
    return nullptr;
}

const char *faultOf(const DisplayedArea &area)
{
    if (area.left > area.right || area.top > area.bottom)
        return "a displayed area that is none";
    const auto isPositive = [](const std::optional<double> &number) {
        return number && std::isfinite(*number) && *number > 0.0;
    };
    if (area.rowSpacingMm.has_value() != area.columnSpacingMm.has_value() ||
        (area.rowSpacingMm && (!isPositive(area.rowSpacingMm) || !isPositive(area.columnSpacingMm))))
        return "a spacing that is none";
    if (area.size == DisplayedArea::Size::TrueSize && !area.rowSpacingMm)
        return "true size without a spacing";
    if (area.size == DisplayedArea::Size::Magnify && !isPositive(area.magnification))
        return "a magnification that is none";
    return nullptr;
}

const char *faultOfGrey(const PresentationState &state)
{
    for (const SoftcopyVoi &voi : state.voi)
        if (voi.table ? !isTable(*voi.table) : !voi.window || !isWindow(*voi.window, voi.function))
            return "a window or table that cannot be applied";
    for (const auto &table : {state.modalityLut, state.presentationLut})
        if (table && !isTable(*table))
            return "a table that cannot be applied";
    if (state.modalityLut && state.modalityLut->bits != 8 && state.modalityLut->bits != 16) // PS3.3 C.11.1.1.1
        return "a modality table of other than 8 or 16 bits";
    if (state.modality && (!std::isfinite(state.modality->slope) || state.modality->slope == 0.0 ||
                           !std::isfinite(state.modality->intercept)))
        return "a rescale that cannot be applied";
    return nullptr;
}

bool hasGreys(const PresentationState &state)
{
    return state.modality || state.modalityLut || !state.voi.empty() || state.presentationLut ||
           state.shape != PresentationLutShape::Identity;
}

const char *faultOf(const PresentationState &state)
{
    constexpr int longestDescription = 64;
    if (state.isColour && hasGreys(state))
        return "greys in a state of colour images";
    if (state.images.empty() || state.areas.empty())
        return "a presentation state without images or displayed area";
    if (!isCs(state.label) || oneValue(state.description).size() > longestDescription)
        return "a label that is no CS, or a description of more than 64 letters";
    if (state.rotation % 90 != 0 || state.rotation < 0 || state.rotation > 270)
        return "a rotation that is none";
    for (const GraphicLayer &one : state.layers)
        if (!isCs(one.name))
            return "a layer whose name is no CS";
    for (const DisplayedArea &area : state.areas)
        if (const char *fault = faultOf(area))
            return fault;
    for (const Annotation &annotation : state.annotations)
        if (const char *fault = faultOf(annotation, state.layers))
            return fault;
    return faultOfGrey(state);
}

/// The grey of sRGB as a PCS-Value (PS3.3 C.10.7.1.1): lightness of CIE 15:2004 8.2.1, and no colour.
void putShutterColour(Attributes &object, int grey)
{
    constexpr Tag colour{0x0018, 0x1624};
    constexpr int none = 32896; // a*, b* of 0
    const double encoded = grey / 255.0;
    const double luminance = encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
    constexpr double edge = 6.0 / 29.0;
    const double f =
        luminance > edge * edge * edge ? std::cbrt(luminance) : luminance / (3.0 * edge * edge) + 4.0 / 29.0;
    putIntegers(object, colour, "US", {int(std::lround((116.0 * f - 16.0) / 100.0 * 65535.0)), none, none});
}

/// PS3.3 C.7.6.11, C.11.12: columns and rows from 1, whole ones; the grey as a P-value of 16 bits.
void putShutter(Attributes &object, const dicom::Shutter &shutter)
{
    constexpr Tag shape{0x0018, 0x1600}, left{0x0018, 0x1602}, right{0x0018, 0x1604}, upper{0x0018, 0x1606},
        lower{0x0018, 0x1608}, centre{0x0018, 0x1610}, radius{0x0018, 0x1612}, vertices{0x0018, 0x1620},
        presentationValue{0x0018, 0x1622};
    const auto fromOne = [](double place) { return QString::number(std::lround(place) + 1); };
    QStringList shapes, corners;
    if (const auto &r = shutter.rectangle) {
        shapes << u"RECTANGULAR"_s;
        putText(object, left, "IS", fromOne(r->left));
        putText(object, right, "IS", fromOne(r->right));
        putText(object, upper, "IS", fromOne(r->top));
        putText(object, lower, "IS", fromOne(r->bottom));
    }
    if (const auto &c = shutter.circle) {
        shapes << u"CIRCULAR"_s;
        object.setText(centre, "IS", {fromOne(c->row), fromOne(c->column)});
        putText(object, radius, "IS", QString::number(std::max(1L, std::lround(c->radius))));
    }
    for (const auto &vertex : shutter.polygon)
        corners << fromOne(vertex.row) << fromOne(vertex.column);
    if (!corners.isEmpty()) {
        shapes << u"POLYGONAL"_s;
        object.setText(vertices, "IS", corners);
    }
    if (shapes.isEmpty())
        return;
    object.setText(shape, "CS", shapes);
    constexpr int pValuesOfGrey = 257; // 255 is FFFFH
    putIntegers(object, presentationValue, "US", {shutter.grey * pValuesOfGrey});
}

void putGrey(Attributes &object, const PresentationState &state)
{
    if (state.modalityLut) {
        Attributes table = tableItem(*state.modalityLut);
        putText(table, tags::ModalityLutType, "LO", u"US"_s);
        putItems(object, tags::ModalityLutSequence, {table});
    } else if (state.modality) {
        putText(object, tags::RescaleIntercept, "DS", decimal(state.modality->intercept));
        putText(object, tags::RescaleSlope, "DS", decimal(state.modality->slope));
        putText(object, tags::RescaleType, "LO",
                state.modality->type.isEmpty() ? u"US"_s : oneValue(state.modality->type));
    }
    std::vector<Attributes> windows;
    for (const SoftcopyVoi &voi : state.voi)
        windows.push_back(voiItem(voi));
    if (!windows.empty())
        putItems(object, softcopyVoi, std::move(windows));
    if (state.presentationLut)
        putItems(object, presentationLuts, {tableItem(*state.presentationLut)});
    else
        putText(object, tags::PresentationLutShape, "CS",
                state.shape == PresentationLutShape::Inverse ? u"INVERSE"_s : u"IDENTITY"_s);
}

void putProfile(Attributes &object)
{
    Attribute profile;
    profile.vr = {'O', 'B'};
    profile.bytes = srgbProfile();
    object.set(iccProfile, std::move(profile));
}

void putMarks(Attributes &object, const PresentationState &state)
{
    std::vector<Attributes> layerItems, annotationItems;
    for (const GraphicLayer &one : state.layers)
        layerItems.push_back(layerItem(one));
    for (const Annotation &annotation : state.annotations)
        annotationItems.push_back(annotationItem(annotation));
    if (!layerItems.empty())
        putItems(object, layers, std::move(layerItems));
    if (!annotationItems.empty())
        putItems(object, annotations, std::move(annotationItems));
}

} // namespace

Result<Attributes> attributesOf(const PresentationState &state)
{
    if (const char *fault = faultOf(state))
        return fail(ErrorCode::InvalidArgument, QString::fromLatin1(fault));
    if (auto checked = checkReferences(state.images); !checked)
        return fail(checked.error());
    if (std::any_of(state.images.begin(), state.images.end(),
                    [&](const ImageReference &image) { return image.study != state.header.studyUid(); }))
        return fail(ErrorCode::InvalidArgument, u"a presentation state of images of another study"_s);
    if (state.isColour && srgbProfile().isEmpty())
        return fail(ErrorCode::OutOfMemory, u"no colour profile can be made"_s);
    auto begun = beginObject(state.header, QString::fromLatin1(state.isColour ? colourClass : greyClass), u"PR"_s);
    if (!begun)
        return begun;
    Attributes &object = *begun;
    putText(object, laterality, "CS", {}); // type 2C: nobody knows for all images together
    putText(object, contentLabel, "CS", state.label);
    putText(object, contentDescription, "LO", oneValue(state.description));
    putText(object, creationDate, "DA", state.header.date);
    putText(object, creationTime, "TM", state.header.time);
    putText(object, creatorName, "PN", oneValue(state.creator));
    putItems(object, referencedSeries, seriesOf(state.images));
    std::vector<Attributes> areaItems;
    for (const DisplayedArea &area : state.areas)
        areaItems.push_back(areaItem(area, state.rotation, state.isFlipped));
    putItems(object, areas, std::move(areaItems));
    if (state.rotation != 0 || state.isFlipped) {
        putIntegers(object, presentation::rotation, "US", {state.rotation});
        putText(object, horizontalFlip, "CS", state.isFlipped ? u"Y"_s : u"N"_s);
    }
    putMarks(object, state);
    if (state.shutter) {
        putShutter(object, *state.shutter);
        if (state.isColour)
            putShutterColour(object, state.shutter->grey);
    }
    if (state.isColour)
        putProfile(object);
    else
        putGrey(object, state);
    return begun;
}

} // namespace consilium::objects
