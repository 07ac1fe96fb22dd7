#include "viewer/tools/ProbeTool.h"

#include "viewer/dicom/PlaceInStack.h"

#include <cmath>

namespace consilium::tools
{

namespace
{

constexpr double grabPx = 8.0;

/// nullopt for a place that lies outside the image: a probe there is not drawn, so nobody takes hold of it.
std::optional<ImagePoint> inImage(const ToolContext &context, PatientPoint place)
{
    const auto mm = dicom::distanceFromPlaneMm(context.instance->geometry, place);
    if (!mm || std::abs(*mm) > dicom::reachMm(*context.instance, context.dataSet.get()))
        return std::nullopt;
    return context.instance->geometry.toImage(place);
}

/// The probe of the shown image nearest to the pointer, within reach.
const session::Annotation *probeAt(const ToolContext &context, ScreenPoint at)
{
    const session::Annotation *nearest = nullptr;
    double nearestPx = grabPx;
    context.state.annotations().forEach([&](const session::Annotation &mark) {
        if (mark.kind != session::AnnotationKind::Probe || mark.sop != context.instance->sop ||
            mark.frame != context.instance->frame) // whatever stack the image is in now
            return;
        std::optional<ImagePoint> place;
        if (!mark.patientHandles.empty())
            place = inImage(context, mark.patientHandles.front());
        else if (!mark.imageHandles.empty())
            place = mark.imageHandles.front();
        if (!place)
            return;
        const ScreenPoint screen = context.transform->toScreen(*place);
        const double distance = std::hypot(screen.x - at.x, screen.y - at.y);
        if (distance <= nearestPx) {
            nearestPx = distance;
            nearest = context.state.annotations().find(mark.id);
        }
    });
    return nearest;
}

} // namespace

std::optional<std::variant<PatientPoint, ImagePoint>> placeAt(const ToolContext &context, ScreenPoint at)
{
    if (!context.transform || !context.instance)
        return std::nullopt;
    const auto &geometry = context.instance->geometry;
    const ImagePoint point = context.transform->toImage(at);
    const bool inside = point.column >= -0.5 && point.row >= -0.5 && point.column < geometry.columns - 0.5 &&
                        point.row < geometry.rows - 0.5;
    if (!inside)
        return std::nullopt;
    if (const auto patient = geometry.toPatient(point))
        return *patient;
    return point;
}

std::vector<session::Action> ProbeTool::press(const ToolContext &context, const PointerEvent &event)
{
    m_held = AnnotationId();
    const auto place = placeAt(context, event.at);
    if (!place)
        return {};
    if (const auto *there = probeAt(context, event.at)) {
        m_held = there->id;
        m_usesPatient = !there->patientHandles.empty();
        return {};
    }
    if (!context.newAnnotationId)
        return {};
    session::Annotation mark;
    mark.id = context.newAnnotationId();
    mark.kind = session::AnnotationKind::Probe;
    mark.author = context.actor;
    mark.dataSet = context.state.view(context.view).dataSet;
    mark.sop = context.instance->sop;
    mark.frame = context.instance->frame;
    mark.frameOfReference = context.instance->geometry.frameOfReference;
    if (const auto *patient = std::get_if<PatientPoint>(&*place))
        mark.patientHandles = {*patient};
    else
        mark.imageHandles = {std::get<ImagePoint>(*place)};
    m_held = mark.id;
    m_usesPatient = !mark.patientHandles.empty();
    return {session::AddAnnotation{mark}};
}

std::vector<session::Action> ProbeTool::move(const ToolContext &context, const PointerEvent &event)
{
    const auto place = placeAt(context, event.at);
    if (m_held.isEmpty())
        return {session::MovePointer{context.view, place}};
    // Off the image, or scrolled to one that says places differently: the mark stays where it was.
    if (!place || std::holds_alternative<PatientPoint>(*place) != m_usesPatient)
        return {};
    const auto *mark = context.state.annotations().find(m_held);
    if (!mark || mark->sop != context.instance->sop || mark->frame != context.instance->frame)
        return {};
    return {session::MoveHandle{m_held, 0, *place}};
}

std::vector<session::Action> ProbeTool::release(const ToolContext &, const PointerEvent &)
{
    m_held = AnnotationId();
    return {};
}

} // namespace consilium::tools
