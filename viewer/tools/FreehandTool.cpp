#include "viewer/tools/FreehandTool.h"

#include "viewer/session/Validation.h"
#include "viewer/tools/MarkPlaces.h"

namespace consilium::tools
{

namespace
{
constexpr std::size_t least = 3; ///< corners of what has an area
constexpr double firstStepPx = 2.0;
} // namespace

std::vector<session::Action> FreehandTool::down(const ToolContext &context, const PointerEvent &, ImagePoint at)
{
    m_points = {at};
    m_stepPx = firstStepPx;
    show(context, {at, at, at}, false);
    return {};
}

std::vector<session::Action> FreehandTool::moved(const ToolContext &context, const PointerEvent &, ImagePoint at)
{
    if (m_points.empty() || screenPx(*context.transform, m_points.back(), at) < m_stepPx)
        return {};
    if (m_points.size() >= std::size_t(session::maxHandles)) {
        std::vector<ImagePoint> thinned;
        for (std::size_t i = 0; i < m_points.size(); i += 2)
            thinned.push_back(m_points[i]);
        m_points = std::move(thinned);
        m_stepPx *= 2.0;
    }
    m_points.push_back(at);
    std::vector<ImagePoint> handles = m_points;
    while (handles.size() < least)
        handles.push_back(at);
    show(context, handles, m_points.size() >= least);
    return {};
}

std::vector<session::Action> FreehandTool::up(const ToolContext &context, const PointerEvent &event, ImagePoint at)
{
    (void)moved(context, event, at);
    if (m_points.size() >= least)
        return done(context, std::vector<ImagePoint>(m_points));
    drop(); // a click is no curve
    return {};
}

} // namespace consilium::tools
