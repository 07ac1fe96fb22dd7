#include "viewer/tools/ZoomTool.h"

#include <algorithm>
#include <cmath>

namespace consilium::tools
{

namespace
{

constexpr double pxPerDoubling = 100.0, notchesPerDoubling = 5.0;
constexpr double leastMagnification = 0.02, mostMagnification = 64.0;

std::vector<session::Action> zoomAction(const ToolContext &context, const session::ZoomPan &zoomPan)
{
    if (context.state.view(context.view).zoomPan == zoomPan)
        return {};
    return {session::SetZoomPan{context.view, zoomPan}};
}

} // namespace

session::ZoomPan zoomedWithinLimits(const imaging::ViewTransform &start, ScreenPoint anchor, double factor)
{
    const double now = start.magnification();
    // A view that already lies beyond a limit may move back, never further out.
    const double least = std::min(1.0, leastMagnification / now), most = std::max(1.0, mostMagnification / now);
    return start.zoomedAbout(anchor, std::clamp(factor, least, most));
}

std::vector<session::Action> ZoomTool::press(const ToolContext &context, const PointerEvent &event)
{
    m_start.reset();
    if (context.transform)
        m_start = *context.transform;
    m_from = event.at;
    return {};
}

std::vector<session::Action> ZoomTool::move(const ToolContext &context, const PointerEvent &event)
{
    if (!m_start || (event.at == m_from && !context.state.view(context.view).zoomPan))
        return {};
    const double factor = std::exp2((m_from.y - event.at.y) / pxPerDoubling);
    return zoomAction(context, zoomedWithinLimits(*m_start, m_from, factor));
}

std::vector<session::Action> ZoomTool::release(const ToolContext &, const PointerEvent &)
{
    m_start.reset();
    return {};
}

std::vector<session::Action> ZoomTool::wheel(const ToolContext &context, const PointerEvent &event, double steps)
{
    if (!context.transform || !std::isfinite(steps) || steps == 0.0)
        return {};
    return zoomAction(context,
                      zoomedWithinLimits(*context.transform, event.at, std::exp2(-steps / notchesPerDoubling)));
}

} // namespace consilium::tools
