#include "viewer/tools/MarkPlaces.h"

#include "viewer/dicom/PlaceInStack.h"

#include <algorithm>
#include <cmath>

namespace consilium::tools
{

namespace
{

constexpr double insidePx = 1e-3; ///< the far edge itself belongs to no pixel

using Place = std::variant<PatientPoint, ImagePoint>;

struct Range {
    double low = 0.0, high = 0.0;
};

/// How far all places may move along one direction without leaving 0 to `count` pixels. What is outside already may
/// come back, never go farther.
Range room(const std::vector<ImagePoint> &places, double ImagePoint::*coordinate, int count)
{
    const auto [low, high] =
        std::minmax_element(places.begin(), places.end(), [coordinate](const ImagePoint &a, const ImagePoint &b) {
            return a.*coordinate < b.*coordinate;
        });
    return {std::min(0.0, -0.5 - (*low).*coordinate), std::max(0.0, count - 0.5 - insidePx - (*high).*coordinate)};
}

} // namespace

bool isInImage(const dicom::FrameGeometry &geometry, ImagePoint at)
{
    return at.column >= -0.5 && at.row >= -0.5 && at.column < geometry.columns - 0.5 && at.row < geometry.rows - 0.5;
}

ImagePoint keptInImage(const dicom::FrameGeometry &geometry, ImagePoint at)
{
    return {std::clamp(at.column, -0.5, std::max(-0.5, geometry.columns - 0.5 - insidePx)),
            std::clamp(at.row, -0.5, std::max(-0.5, geometry.rows - 0.5 - insidePx))};
}

bool isDrawnOn(const session::Annotation &mark, const dicom::Instance *image)
{
    return image && mark.sop == image->sop && mark.frame == image->frame;
}

session::Annotation newMark(const ToolContext &context, session::AnnotationKind kind)
{
    session::Annotation mark;
    mark.id = context.newAnnotationId();
    mark.kind = kind;
    mark.author = context.actor;
    mark.dataSet = context.state.view(context.view).dataSet;
    mark.sop = context.instance->sop;
    mark.frame = context.instance->frame;
    mark.frameOfReference = context.instance->geometry.frameOfReference;
    return mark;
}

void setHandles(session::Annotation &mark, const dicom::FrameGeometry &geometry, const std::vector<ImagePoint> &handles)
{
    mark.patientHandles.clear();
    mark.imageHandles.clear();
    for (const ImagePoint &handle : handles) {
        if (const auto patient = geometry.toPatient(handle))
            mark.patientHandles.push_back(*patient);
        else
            mark.imageHandles.push_back(handle);
    }
}

std::optional<std::vector<ImagePoint>> handlesOn(const dicom::FrameGeometry &geometry, const session::Annotation &mark)
{
    if (mark.patientHandles.empty())
        return mark.imageHandles;
    if (!mark.frameOfReference.isEmpty() && mark.frameOfReference != geometry.frameOfReference)
        return std::nullopt;
    std::vector<ImagePoint> places;
    for (const PatientPoint &handle : mark.patientHandles) {
        const auto place = geometry.toImage(handle);
        if (!place)
            return std::nullopt;
        places.push_back(*place);
    }
    return places;
}

Place movedPlace(const dicom::FrameGeometry &geometry, const Place &from, ImagePoint to)
{
    const auto *const patient = std::get_if<PatientPoint>(&from);
    const auto target = patient ? geometry.toPatient(to) : std::nullopt;
    if (!target)
        return patient ? from : Place(to);
    const auto normal = geometry.normal();
    const auto depth = dicom::distanceFromPlaneMm(geometry, *patient);
    return normal && depth ? *target + *normal * *depth : *target;
}

std::optional<Place> placeFor(const dicom::FrameGeometry &geometry, const session::Annotation &mark, ImagePoint at)
{
    if (mark.patientHandles.empty())
        return at;
    if (const auto patient = geometry.toPatient(at))
        return *patient;
    return std::nullopt;
}

session::SetHandles handlesSeenAt(const dicom::FrameGeometry &geometry, const session::Annotation &mark,
                                  const std::vector<ImagePoint> &places)
{
    session::SetHandles set{mark.id, mark.patientHandles, mark.imageHandles};
    for (std::size_t i = 0; i < places.size() && i < set.patientHandles.size(); ++i)
        set.patientHandles[i] = std::get<PatientPoint>(movedPlace(geometry, set.patientHandles[i], places[i]));
    if (set.patientHandles.empty())
        set.imageHandles = places;
    return set;
}

std::vector<session::Action> shiftedMark(const dicom::FrameGeometry &geometry, const session::Annotation &mark,
                                         ImageVector by)
{
    auto places = handlesOn(geometry, mark);
    if (!places || places->empty())
        return {};
    const Range columns = room(*places, &ImagePoint::column, geometry.columns);
    const Range rows = room(*places, &ImagePoint::row, geometry.rows);
    by = {std::clamp(by.columns, columns.low, columns.high), std::clamp(by.rows, rows.low, rows.high)};
    const auto shifted = [&by](ImagePoint p) { return ImagePoint{p.column + by.columns, p.row + by.rows}; };
    for (ImagePoint &place : *places)
        place = shifted(place);
    std::vector<session::Action> actions{handlesSeenAt(geometry, mark, *places)};
    if (mark.labelInImage) {
        actions.emplace_back(session::PlaceLabel{mark.id, shifted(*mark.labelInImage)});
    } else if (mark.labelInPatient) {
        if (const auto seen = geometry.toImage(*mark.labelInPatient))
            actions.emplace_back(
                session::PlaceLabel{mark.id, movedPlace(geometry, *mark.labelInPatient, shifted(*seen))});
    }
    return actions;
}

double screenPx(ScreenPoint a, ScreenPoint b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

double screenPx(const imaging::ViewTransform &transform, ImagePoint a, ImagePoint b)
{
    return screenPx(transform.toScreen(a), transform.toScreen(b));
}

} // namespace consilium::tools
