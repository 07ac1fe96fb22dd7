#pragma once
#include "viewer/tools/Tool.h"

namespace consilium::tools
{

/// Turns the image about the middle of the view, following the pointer; with Shift to multiples of 15 degrees.
class RotateTool final : public Tool
{
public:
    QLatin1String name() const override { return QLatin1String("rotate"); }
    std::vector<session::Action> press(const ToolContext &context, const PointerEvent &event) override;
    std::vector<session::Action> move(const ToolContext &context, const PointerEvent &event) override;
    std::vector<session::Action> release(const ToolContext &context, const PointerEvent &event) override;

private:
    bool m_active = false;
    session::Orientation m_start;
    std::optional<double> m_startAngleDeg; ///< of the pointer, clockwise from the right
};

} // namespace consilium::tools
