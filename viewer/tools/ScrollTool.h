#pragma once
#include "viewer/tools/Tool.h"

namespace consilium::tools
{

/// Through the stack: one slice a wheel notch; a vertical drag, downwards to later slices. The way for one slice is at
/// most 12 px, and less in a large stack, so that a drag over the height of the view always reaches its end.
class ScrollTool final : public Tool
{
public:
    QLatin1String name() const override { return QLatin1String("scroll"); }
    std::vector<session::Action> press(const ToolContext &context, const PointerEvent &event) override;
    std::vector<session::Action> move(const ToolContext &context, const PointerEvent &event) override;
    std::vector<session::Action> release(const ToolContext &context, const PointerEvent &event) override;
    std::vector<session::Action> wheel(const ToolContext &context, const PointerEvent &event, double steps) override;
    [[nodiscard]] bool usesWheel() const override { return true; }

private:
    std::optional<ScreenPoint> m_from;
    int m_startIndex = 0;
    double m_pxPerSlice = 0.0;
    double m_wheelRest = 0.0; ///< parts of a notch, from touch pads
};

} // namespace consilium::tools
