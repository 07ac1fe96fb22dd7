#include "viewer/tools/RotateTool.h"

#include "viewer/tools/StackPosition.h"

#include <cmath>

namespace consilium::tools
{

namespace
{

constexpr double deadZonePx = 8.0, snapDeg = 15.0, grainDeg = 0.1;

/// Direction of the pointer from the middle; none so near to it that a pixel would be many degrees.
std::optional<double> angleOf(const ToolContext &context, ScreenPoint at)
{
    const double dx = at.x - context.widthPx / 2.0, dy = at.y - context.heightPx / 2.0;
    if (std::hypot(dx, dy) < deadZonePx)
        return std::nullopt;
    return std::atan2(dy, dx) * 180.0 / M_PI; // y runs down: clockwise
}

} // namespace

std::vector<session::Action> RotateTool::press(const ToolContext &context, const PointerEvent &event)
{
    m_active = context.transform != nullptr;
    m_start = context.state.view(context.view).orientation;
    m_startAngleDeg = angleOf(context, event.at);
    return {};
}

std::vector<session::Action> RotateTool::move(const ToolContext &context, const PointerEvent &event)
{
    const auto angle = angleOf(context, event.at);
    if (!m_active || !angle)
        return {};
    if (!m_startAngleDeg)
        m_startAngleDeg = angle; // the press was in the middle: the turn begins where the pointer leaves it
    session::Orientation orientation = m_start;
    const double turned = m_start.rotationDeg + *angle - *m_startAngleDeg;
    const double grain = event.modifiers.testFlag(Qt::ShiftModifier) ? snapDeg : grainDeg;
    orientation.rotationDeg = normalisedDegrees(std::round(turned / grain) * grain);
    if (orientation == context.state.view(context.view).orientation)
        return {};
    return {session::SetOrientation{context.view, orientation}};
}

std::vector<session::Action> RotateTool::release(const ToolContext &, const PointerEvent &)
{
    m_active = false;
    return {};
}

} // namespace consilium::tools
