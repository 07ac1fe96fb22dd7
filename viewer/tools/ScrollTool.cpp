#include "viewer/tools/ScrollTool.h"

#include "viewer/tools/StackPosition.h"

#include <algorithm>
#include <cmath>

namespace consilium::tools
{

namespace
{
constexpr double mostPxPerSlice = 12.0;
constexpr double dragShare = 0.8; // of the view's height is enough for the whole stack
} // namespace

std::vector<session::Action> ScrollTool::press(const ToolContext &context, const PointerEvent &event)
{
    m_from.reset();
    m_startIndex = sliceIndex(context);
    if (m_startIndex < 0)
        return {};
    m_from = event.at;
    const double steps = std::max<double>(1.0, double(context.dataSet->slices.size()) - 1.0);
    m_pxPerSlice = std::min(mostPxPerSlice, std::max(1.0, context.heightPx) * dragShare / steps);
    return {};
}

std::vector<session::Action> ScrollTool::move(const ToolContext &context, const PointerEvent &event)
{
    if (!m_from || !context.dataSet)
        return {};
    const double slices = std::round((event.at.y - m_from->y) / m_pxPerSlice);
    const double last = double(context.dataSet->slices.size());
    return showSlice(context, m_startIndex + int(std::clamp(slices, -last, last)));
}

std::vector<session::Action> ScrollTool::release(const ToolContext &, const PointerEvent &)
{
    m_from.reset();
    return {};
}

std::vector<session::Action> ScrollTool::wheel(const ToolContext &context, const PointerEvent &, double steps)
{
    if (!std::isfinite(steps))
        return {};
    if (m_wheelRest * steps < 0.0)
        m_wheelRest = 0.0; // turned round: what was left over would be felt as a lag
    m_wheelRest += steps;
    // A hair less than a notch is a notch: ten tenths do not add up to one.
    const double whole = std::trunc(m_wheelRest + std::copysign(1e-9, m_wheelRest));
    m_wheelRest -= whole;
    const int now = sliceIndex(context);
    if (whole == 0.0 || now < 0)
        return {};
    const double last = double(context.dataSet->slices.size());
    return showSlice(context, now + int(std::clamp(whole, -last, last)));
}

} // namespace consilium::tools
