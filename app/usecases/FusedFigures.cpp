#include "app/usecases/FusedFigures.h"

#include "base/CancelToken.h"
#include "viewer/objects/Uid.h"
#include "viewer/tools/FusionCommands.h"
#include "viewer/tools/ShownStack.h"

#include <QUuid>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

using objects::Measured;
using objects::ShapeType;
namespace codes = objects::codes;

/// In the image of the mark.
struct Outline {
    ShapeType type = ShapeType::Point;
    std::vector<ImagePoint> points;
};

/// There is no circle in the patient: a circle is an ellipse.
std::optional<Outline> outlineOf(const DescribedMark &mark)
{
    if (mark.region) {
        if (const auto *const polygon = std::get_if<imaging::PolygonRegion>(&*mark.region))
            return Outline{ShapeType::Polygon, polygon->corners};
        const auto &ellipse = std::get<imaging::EllipseRegion>(*mark.region);
        return Outline{ShapeType::Ellipse, ellipseEnds(ellipse, mark.scale)};
    }
    if (mark.mark.kind != session::AnnotationKind::Probe || mark.handles.empty())
        return std::nullopt;
    return Outline{ShapeType::Point, {mark.handles.front()}};
}

/// All of it lies between these.
std::vector<ImagePoint> boundsOf(const DescribedMark &mark, const Outline &outline)
{
    const auto *const ellipse = mark.region ? std::get_if<imaging::EllipseRegion>(&*mark.region) : nullptr;
    if (!ellipse)
        return outline.points;
    std::vector<ImagePoint> corners;
    for (const double first : {-1.0, 1.0})
        for (const double second : {-1.0, 1.0})
            corners.push_back(
                {ellipse->centre.column + first * ellipse->first.columns + second * ellipse->second.columns,
                 ellipse->centre.row + first * ellipse->first.rows + second * ellipse->second.rows});
    return corners;
}

/// The pixel that a probe reads (render2d::sampleAt()).
ImagePoint pixelAt(ImagePoint point)
{
    return {std::floor(point.column + 0.5), std::floor(point.row + 0.5)};
}

/// Along one axis of the series, in voxels.
double along(const imaging::FusionPlan &plan, std::size_t axis, ImagePoint point)
{
    return plan.origin[axis] + plan.perColumn[axis] * point.column + plan.perRow[axis] * point.row;
}

/// The slice that all of it is measured in; -1: it lies across several, or beyond the edges of that one.
int sliceOf(const imaging::FusionPlan &plan, const Outline &outline)
{
    constexpr std::size_t through = 2;
    constexpr double mostTilt = 0.05; // steps, over the whole image
    if (std::abs(plan.perColumn[through]) * plan.columns + std::abs(plan.perRow[through]) * plan.rows > mostTilt)
        return -1;
    int slice = -1;
    for (const ImagePoint &point : outline.points) {
        constexpr double fine = 1 << 20; // as imaging::voxelStatistics() rounds
        const double at = std::floor(std::round((along(plan, through, point) + 0.5) * fine) / fine);
        const double column = along(plan, 0, point), row = along(plan, 1, point);
        const bool isInside = at >= 0.0 && at < plan.size[through] && column >= -0.5 && row >= -0.5 &&
                              column <= plan.size[0] - 0.5 && row <= plan.size[1] - 0.5;
        if (!isInside || (slice >= 0 && int(at) != slice))
            return -1;
        slice = int(at);
    }
    return slice;
}

/// "PT AC WB"
QString nameOf(const dicom::DataSet &series)
{
    const QString description = series.header.description.trimmed();
    const QString number = series.header.number >= 0 ? QString::number(series.header.number) : QString();
    return (series.header.modality + u' ' + (description.isEmpty() ? number : description)).trimmed();
}

objects::SuvCodes quantityOf(const FusedSeries &over)
{
    if (const auto suv = tools::suvKindOf(over.scale))
        return objects::suvCodes(*suv);
    const dicom::GreyScale &grey = over.series->slices.front()->grey;
    return {grey.unit == ValueUnit::Hounsfield ? codes::attenuation : codes::pixelValue, unitCode(grey.unitText)};
}

std::vector<Measured> regionValues(const imaging::RoiStatistics &statistics, const objects::SuvCodes &quantity)
{
    std::vector<Measured> values;
    const auto add = [&](std::optional<double> value, const objects::Code &derivation) {
        if (value && std::isfinite(*value))
            values.push_back({quantity.name, value, quantity.unit, derivation, {}, {}});
    };
    add(statistics.mean, codes::mean);
    add(statistics.deviation, codes::standardDeviation);
    add(statistics.minimum, codes::minimum);
    add(statistics.maximum, codes::maximum);
    if (!values.empty())
        values.push_back({codes::pixelCount, double(statistics.count), codes::pixels, {}, {}, {}});
    return values;
}

std::vector<Measured> probeValues(const imaging::FusionVoxels &voxels, ImagePoint at, const objects::SuvCodes &quantity)
{
    const ImagePoint pixel = pixelAt(at);
    imaging::FusionPlan plan = voxels.plan; // of an image of that one pixel
    for (std::size_t axis = 0; axis < plan.origin.size(); ++axis)
        plan.origin[axis] = along(voxels.plan, axis, pixel);
    plan.rows = plan.columns = 1;
    const imaging::ValueImage value = imaging::sampleFusion(plan, voxels.parts, CancelToken());
    if (value.rows != 1 || value.columns != 1 || !std::isfinite(value.at(0, 0)))
        return {};
    return {Measured{quantity.name, double(value.at(0, 0)), quantity.unit, {}, {}, {}}};
}

/// Where the shape lies: in an image of the series, else in the patient. False: neither is known.
bool place(objects::Measurement &measurement, const DescribedMark &mark, const FusedSeries &over,
           const imaging::FusionPlan &plan, const Outline &outline)
{
    objects::Shape shape;
    shape.type = outline.type;
    // A probe's value lies between voxels.
    if (const int slice = outline.type == ShapeType::Point ? -1 : sliceOf(plan, outline); slice >= 0) {
        shape.image = referenceTo(*over.series->slices[std::size_t(slice)]);
        for (const ImagePoint &point : outline.points)
            shape.points.push_back({along(plan, 0, point), along(plan, 1, point)});
    } else {
        const dicom::FrameGeometry &geometry = mark.image->geometry;
        shape.frameOfReference = geometry.frameOfReference;
        for (const ImagePoint &point : outline.points) {
            const auto inPatient = geometry.toPatient(point);
            if (!inPatient)
                return false;
            shape.places.push_back(*inPatient);
        }
        measurement.image = referenceTo(*over.series->slices[std::size_t((plan.first + plan.last) / 2)]);
    }
    measurement.shapes = {std::move(shape)};
    return true;
}

} // namespace

std::vector<FusedSeries> fusedSeries(const DataSetId &stack, const session::ViewerState &state,
                                     const pixels::StudyImages &images)
{
    std::vector<FusedSeries> all;
    for (int i = 0; i < state.layout().cellCount(); ++i) {
        const session::ViewState &view = state.view(session::Layout::viewAt(i));
        if (!view.fusion || view.slab) // over a slab nothing is laid
            continue;
        const auto shown = tools::shownStack(view, images);
        session::ViewState laid;
        laid.study = view.fusion->study;
        laid.dataSet = view.fusion->dataSet;
        const auto series = shown && shown->id == stack ? tools::shownStack(laid, images) : nullptr;
        const bool isThere =
            series && !series->slices.empty() && series->slices.front()->study == view.fusion->study &&
            std::none_of(all.begin(), all.end(), [&](const FusedSeries &one) { return one.series == series; });
        if (isThere)
            all.push_back({series, view.fusion->scale});
    }
    return all;
}

std::optional<imaging::FusionVoxels> fusedVoxels(const DescribedMark &mark, const FusedSeries &over,
                                                 const dicom::StudyPairs &pairs)
{
    const auto outline = outlineOf(mark);
    const auto suv = tools::suvKindOf(over.scale);
    if (!outline || (suv && imaging::suvRefusal(*over.series, *suv) != dicom::SuvRefusal::None))
        return std::nullopt;
    imaging::FusionVoxels voxels{imaging::planFusion(*over.series, *mark.image, pairs), {}};
    imaging::FusionPlan &plan = voxels.plan;
    if (plan.refusal != imaging::FusionRefusal::None || plan.isOutside())
        return std::nullopt;
    double least = plan.last, most = plan.first;
    for (const ImagePoint &point : boundsOf(mark, *outline)) {
        const double at = along(plan, 2, outline->type == ShapeType::Point ? pixelAt(point) : point);
        least = std::min(least, at);
        most = std::max(most, at);
    }
    constexpr double fine = 1e-3;
    plan.first = std::max(plan.first, int(std::floor(std::max(least - fine, 0.0))));
    plan.last = std::min(plan.last, int(std::ceil(std::min(most + fine, double(plan.last)))));
    if (plan.isOutside())
        return std::nullopt;
    for (int i = plan.first; i <= plan.last; ++i) {
        const dicom::InstancePtr &slice = over.series->slices[std::size_t(i)];
        voxels.parts.push_back({slice, nullptr, suv ? slice->suv->of(*suv).factor : 1.0});
    }
    return voxels;
}

QString fusedTrackingUid(const DescribedMark &mark, const dicom::DataSet &series)
{
    static const QUuid fused(u"{0f6d8f0a-5f0b-4f57-9d0f-2c9d1a7a6b31}"_s); // made once, at random: for ever
    return objects::uidOf(QUuid::createUuidV5(fused, trackingUidOf(mark.mark.id) + u'/' + series.id.text()));
}

std::optional<objects::Measurement> fusedMeasurement(const DescribedMark &mark, const FusedSeries &over,
                                                     const imaging::FusionVoxels &voxels)
{
    const auto outline = outlineOf(mark);
    if (!outline)
        return std::nullopt;
    objects::Measurement measurement;
    const objects::SuvCodes quantity = quantityOf(over);
    bool isOfPart = std::any_of(voxels.parts.begin(), voxels.parts.end(),
                                [](const imaging::FusionPart &part) { return !part.frame || part.frame->damaged; });
    if (mark.region) {
        const auto statistics = imaging::voxelStatistics(*mark.region, voxels);
        isOfPart = isOfPart || !statistics.outside || *statistics.outside > 0;
        measurement.values = regionValues(statistics, quantity);
    } else {
        measurement.values = probeValues(voxels, outline->points.front(), quantity);
    }
    if (measurement.values.empty() || !place(measurement, mark, over, voxels.plan, *outline))
        return std::nullopt;
    measurement.kind = measurementOf(mark).kind;
    measurement.trackingUid = fusedTrackingUid(mark, *over.series);
    measurement.regionOf = trackingUidOf(mark.mark.id);
    measurement.label =
        (isOfPart ? u"≈ "_s : QString()) + widgets::markKindName(mark.mark.kind) + u" + "_s + nameOf(*over.series);
    return measurement;
}

} // namespace consilium::app
