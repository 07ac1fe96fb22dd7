#include "viewer/tools/PanTool.h"

namespace consilium::tools
{

std::vector<session::Action> PanTool::press(const ToolContext &context, const PointerEvent &event)
{
    m_start.reset();
    if (context.transform)
        m_start = *context.transform;
    m_from = event.at;
    return {};
}

std::vector<session::Action> PanTool::move(const ToolContext &context, const PointerEvent &event)
{
    const auto &current = context.state.view(context.view).zoomPan;
    if (!m_start || (event.at == m_from && !current))
        return {};
    const auto zoomPan = m_start->panned({event.at.x - m_from.x, event.at.y - m_from.y});
    if (current == zoomPan)
        return {};
    return {session::SetZoomPan{context.view, zoomPan}};
}

std::vector<session::Action> PanTool::release(const ToolContext &, const PointerEvent &)
{
    m_start.reset();
    return {};
}

} // namespace consilium::tools
