#include "viewer/render2d/MarkContent.h"

#include "viewer/render2d/GraphicLayers.h"
#include "viewer/render2d/OverlayFormat.h"
#include "viewer/render2d/StatedValues.h"
#include "viewer/session/Validation.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace consilium::render2d
{

using namespace Qt::StringLiterals;
using Kind = session::AnnotationKind;

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(Overlay)
};

/// What is shown as a layer of the patient: from which plane to which, mm along the image's normal, and how far beyond.
struct Layer {
    double lowMm = 0.0, highMm = 0.0, reachMm = 0.0;
    [[nodiscard]] bool holds(double mm) const { return mm >= lowMm - reachMm && mm <= highMm + reachMm; }
};

Layer shownLayer(const OverlayInput &input)
{
    Layer layer;
    layer.reachMm = dicom::reachMm(*input.instance, input.dataSet.get());
    if (!input.slab || !input.slab->isDrawn() || !input.dataSet)
        return layer;
    const auto &plan = input.slab->plan;
    for (int i = plan.first; i <= std::min(plan.last, int(input.dataSet->slices.size()) - 1); ++i) {
        const auto &position = input.dataSet->slices[std::size_t(i)]->geometry.position;
        const auto mm = position ? dicom::distanceFromPlaneMm(input.instance->geometry, *position) : std::nullopt;
        layer.lowMm = std::min(layer.lowMm, mm.value_or(0.0));
        layer.highMm = std::max(layer.highMm, mm.value_or(0.0));
    }
    return layer;
}

/// False when the mark's places cannot be said in the image: no scale or place, or a place in another frame of
/// reference.
bool placeHandles(const session::Annotation &mark, const OverlayInput &input, MarkContent &content)
{
    const dicom::FrameGeometry &geometry = input.instance->geometry;
    if (mark.patientHandles.empty()) {
        content.handles = mark.imageHandles;
        content.outsideMm.assign(mark.imageHandles.size(), 0.0);
        content.labelPlace = mark.labelInImage;
        return true;
    }
    if (!mark.frameOfReference.isEmpty() && mark.frameOfReference != geometry.frameOfReference)
        return false;
    const Layer layer = shownLayer(input);
    for (const auto &handle : mark.patientHandles) {
        const auto point = geometry.toImage(handle);
        const auto mm = dicom::distanceFromPlaneMm(geometry, handle);
        if (!point || !mm)
            return false;
        content.handles.push_back(*point);
        content.outsideMm.push_back(layer.holds(*mm) ? 0.0 : std::abs(*mm));
    }
    if (mark.labelInPatient)
        content.labelPlace = geometry.toImage(*mark.labelInPatient);
    return true;
}

bool isRegion(Kind kind)
{
    switch (kind) {
    case Kind::Ellipse:
    case Kind::Rectangle:
    case Kind::Polygon:
    case Kind::Freehand:
    case Kind::PointRoi:
        return true;
    default:
        return false;
    }
}

/// Enough of the mark lies in the image to be drawn there. A probe reads and an arrow points at its first handle; the
/// pixels of a region are those of the image only where all of it lies.
bool isInImage(Kind kind, const std::vector<double> &outsideMm)
{
    const auto isThere = [](double mm) { return mm == 0.0; };
    if (kind == Kind::Probe || kind == Kind::Text || kind == Kind::Arrow)
        return isThere(outsideMm.front());
    if (isRegion(kind))
        return std::all_of(outsideMm.begin(), outsideMm.end(), isThere);
    return std::any_of(outsideMm.begin(), outsideMm.end(), isThere);
}

ImagePoint between(ImagePoint a, ImagePoint b)
{
    return {(a.column + b.column) / 2.0, (a.row + b.row) / 2.0};
}

std::vector<ImagePoint> outlineOf(const imaging::Region &region)
{
    std::vector<ImagePoint> outline;
    if (const auto *const polygon = std::get_if<imaging::PolygonRegion>(&region)) {
        outline = polygon->corners;
    } else {
        const auto &ellipse = std::get<imaging::EllipseRegion>(region);
        constexpr int corners = 144; // a quarter of a pixel off where it is 1,000 px large
        for (int i = 0; i < corners; ++i) {
            const double angle = 2.0 * std::numbers::pi * i / corners, c = std::cos(angle), s = std::sin(angle);
            outline.push_back({ellipse.centre.column + c * ellipse.first.columns + s * ellipse.second.columns,
                               ellipse.centre.row + c * ellipse.first.rows + s * ellipse.second.rows});
        }
    }
    if (!outline.empty())
        outline.push_back(outline.front());
    return outline;
}

void drawLines(Kind kind, const MarkSpace &space, MarkContent &content)
{
    const auto &p = content.handles;
    switch (kind) {
    case Kind::Probe:
    case Kind::Text:
    case Kind::KeyImage:
        break;
    case Kind::Arrow:
    case Kind::Length:
    case Kind::Ruler:
    case Kind::Polyline:
    case Kind::Angle:
    case Kind::Calibration:
        content.lines = {p};
        break;
    case Kind::LegAxis:
        content.lines = {p};
        content.helpers = {{p[0], p[2]}};
        break;
    case Kind::Bidirectional:
        content.lines = {{p[0], p[1]}, {p[2], p[3]}};
        break;
    case Kind::Cobb:
    case Kind::OpenAngle:
    case Kind::CardiothoracicRatio:
    case Kind::LinePair: // so that it is seen which two belong together
        content.lines = {{p[0], p[1]}, {p[2], p[3]}};
        content.helpers = {{between(p[0], p[1]), between(p[2], p[3])}};
        break;
    case Kind::Ellipse:
    case Kind::Rectangle:
    case Kind::Polygon:
    case Kind::Freehand:
    case Kind::PointRoi:
        content.isRegion = true;
        if (const auto region = regionOf(kind, space, p))
            content.lines = {outlineOf(*region)};
        break;
    }
}

/// Pairs of handles between which something is measured.
std::vector<std::pair<std::size_t, std::size_t>> measuredPairs(Kind kind, std::size_t handles)
{
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    switch (kind) {
    case Kind::Length:
    case Kind::Ruler:
    case Kind::Polyline:
    case Kind::Angle:
    case Kind::LegAxis:
        for (std::size_t i = 0; i + 1 < handles; ++i)
            pairs.emplace_back(i, i + 1);
        break;
    case Kind::Bidirectional:
    case Kind::Cobb:
    case Kind::OpenAngle:
    case Kind::CardiothoracicRatio:
    case Kind::LinePair:
        pairs = {{0, 1}, {2, 3}};
        break;
    default: // a region lies in one image
        break;
    }
    return pairs;
}

dicom::Crossing crossingOf(const session::Annotation &mark, const OverlayInput &input)
{
    auto worst = dicom::Crossing::Even;
    if (mark.patientHandles.empty() || !input.dataSet)
        return worst;
    for (const auto &[a, b] : measuredPairs(mark.kind, mark.patientHandles.size()))
        worst = std::max(worst, dicom::crossingBetween(*input.dataSet, *input.instance, mark.patientHandles[a],
                                                       mark.patientHandles[b]));
    return worst;
}

bool isReadFromPart(const OverlayInput &input)
{
    return input.frame && (input.frame->reduction > 0 || input.frame->damaged);
}

QString crossingText(dicom::Crossing crossing)
{
    switch (crossing) {
    case dicom::Crossing::Even:
        break;
    case dicom::Crossing::BeyondImages:
        return Text::tr("reaches beyond the images");
    case dicom::Crossing::UnevenSpacing:
        return Text::tr("measured across uneven slice spacing");
    case dicom::Crossing::MissingSlices:
        return Text::tr("measured across missing slices");
    }
    return {};
}

/// What must be known beside the value: it is not that of what is drawn, it was measured across a gap, a part of the
/// mark lies elsewhere.
QStringList remarks(const MarkContent &content, Kind kind, const OverlayInput &input)
{
    QStringList lines;
    if (const QString alone = imageAloneText(input); !alone.isEmpty() && (content.isRegion || kind == Kind::Probe))
        lines << alone;
    if (content.crossing != dicom::Crossing::Even)
        lines << crossingText(content.crossing);
    const double farthest = *std::max_element(content.outsideMm.begin(), content.outsideMm.end());
    if (farthest > 0.0)
        lines << (content.handles.size() > 2 ? Text::tr("reaches %1 mm outside this image")
                                             : Text::tr("one end %1 mm outside this image"))
                     .arg(numberText(farthest, 1));
    return lines;
}

/// The spacing that holds at all of these places; None where there are several.
dicom::PixelSpacing commonSpacing(const dicom::FrameGeometry &geometry, const std::vector<ImagePoint> &places)
{
    dicom::PixelSpacing spacing = geometry.spacingBetween(places.front(), places.front());
    for (const ImagePoint &place : places) {
        if (!geometry.spacingBetween(places.front(), place).isKnown())
            return {};
    }
    return spacing;
}

std::vector<PatientPoint> scaled(const std::vector<ImagePoint> &places, imaging::PixelScale scale)
{
    std::vector<PatientPoint> points;
    for (const ImagePoint &p : places)
        points.push_back({p.column * scale.perColumn, p.row * scale.perRow, 0.0});
    return points;
}

MarkSpace inPixels(const dicom::FrameGeometry &geometry, const std::vector<ImagePoint> &places)
{
    MarkSpace space;
    space.scale = {geometry.aspectRowsToColumns, 1.0};
    space.points = scaled(places, space.scale);
    // In a region with no plane of the patient one direction is time, or speed; between two regions there is no scale.
    space.hasAngles = !geometry.regions;
    return space;
}

} // namespace

MarkSpace spaceOf(const session::Annotation &mark, const dicom::FrameGeometry &geometry,
                  const std::vector<ImagePoint> &handles, const std::optional<dicom::PixelSpacing> &byHand)
{
    const bool isByHand = byHand && mark.patientHandles.empty();
    const dicom::PixelSpacing spacing = isByHand ? *byHand : commonSpacing(geometry, handles);
    if (!spacing.isKnown())
        return inPixels(geometry, handles);
    MarkSpace space;
    space.isMm = true;
    space.basis = spacing.basis;
    space.scale = {spacing.betweenRowsMm, spacing.betweenColumnsMm};
    space.points = mark.patientHandles.empty() ? scaled(handles, space.scale) : mark.patientHandles;
    return space;
}

std::optional<imaging::Region> regionOf(Kind kind, const MarkSpace &space, const std::vector<ImagePoint> &handles)
{
    const double perColumn = space.scale.perColumn, perRow = space.scale.perRow;
    const auto offset = [&](std::size_t handle) {
        return ImageVector{(handles[handle].column - handles[0].column) * perColumn,
                           (handles[handle].row - handles[0].row) * perRow};
    };
    const auto inPixels = [&](ImageVector v) { return ImageVector{v.columns / perColumn, v.rows / perRow}; };
    switch (kind) {
    case Kind::Rectangle:
        return imaging::rectangleRegion(handles[0], handles[1]);
    case Kind::Polygon:
    case Kind::Freehand:
        return imaging::PolygonRegion{handles};
    case Kind::PointRoi: {
        const ImageVector end = offset(1);
        const double radius = std::hypot(end.columns, end.rows);
        return imaging::EllipseRegion{handles[0], inPixels({radius, 0.0}), inPixels({0.0, radius})};
    }
    case Kind::Ellipse: {
        const ImageVector first = offset(1), side = offset(2);
        const double length = std::hypot(first.columns, first.rows);
        if (!(length > 0.0))
            return imaging::EllipseRegion{handles[0], {}, {}};
        const ImageVector across{-first.rows / length, first.columns / length};
        const double second = std::abs(side.columns * across.columns + side.rows * across.rows);
        return imaging::EllipseRegion{handles[0], inPixels(first),
                                      inPixels({across.columns * second, across.rows * second})};
    }
    default:
        return std::nullopt;
    }
}

namespace
{

void putLayer(const objects::MarkOrigin &origin, MarkContent &content)
{
    if (!origin.graphicLayer)
        return;
    content.layer = session::LayerKey{origin.object, origin.graphicLayer->name};
    content.layerOrder = origin.graphicLayer->order;
    content.layerColour = layerColour(*origin.graphicLayer);
}

} // namespace

QString imageAloneText(const OverlayInput &input)
{
    return input.slab && input.slab->values ? Text::tr("of this image alone, not of the slab") : QString();
}

MarkContent contentOf(const session::Annotation &mark, const OverlayInput &input)
{
    MarkContent content;
    const auto count = int(std::max(mark.patientHandles.size(), mark.imageHandles.size()));
    const session::HandleRange range = session::handleRange(mark.kind);
    if (!input.instance || count < std::max(1, range.least) || count > range.most)
        return content;
    if (!placeHandles(mark, input, content) || !isInImage(mark.kind, content.outsideMm))
        return {};
    content.isShown = true;
    const dicom::FrameGeometry &geometry = input.instance->geometry;
    MarkSpace space = spaceOf(mark, geometry, content.handles, input.calibration.spacing);
    drawLines(mark.kind, space, content);
    // A border may leave the ultrasound region that its handles lie in.
    if (content.isRegion && space.isMm && geometry.regions && !content.lines.empty() &&
        !commonSpacing(geometry, content.lines.front()).isKnown()) {
        space = inPixels(geometry, content.handles);
        drawLines(mark.kind, space, content);
    }
    if (content.isRegion)
        content.region = regionOf(mark.kind, space, content.handles);
    content.crossing = crossingOf(mark, input);
    content.provisional = isReadFromPart(input) || content.crossing != dicom::Crossing::Even;
    MarkValues values = valuesOf(mark, input, space, content);
    if (content.provisional && values.isComputed && !values.lines.isEmpty() && values.lines.front() != u"—")
        values.lines.front().prepend(u"≈ "_s);
    content.isFusedPartial = values.isFusedPartial; // its own figures are whole, the others bear the sign already
    values.lines += remarks(content, mark.kind, input);
    const bool isOwnText = mark.kind == Kind::Arrow || mark.kind == Kind::Text || mark.kind == Kind::Calibration;
    if (!isOwnText && !mark.text.isEmpty())
        values.lines << mark.text;
    if (const auto *origin = input.objects ? input.objects->origin(mark.id) : nullptr) {
        values.lines += statedLines(mark, *origin, &values.figures, suvKindOf(input.presentation.suv));
        putLayer(*origin, content);
    }
    content.label = values.lines.join(u'\n');
    if (mark.kind == Kind::Ruler && !values.figures.empty() && values.figures.front().figure == Figure::Length)
        content.length = values.figures.front().value;
    content.figures = std::make_shared<const std::vector<MarkFigure>>(std::move(values.figures));
    return content;
}

} // namespace consilium::render2d
