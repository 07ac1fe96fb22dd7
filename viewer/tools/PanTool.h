#pragma once
#include "viewer/tools/Tool.h"

namespace consilium::tools
{

/// Moves the image with the pointer.
class PanTool final : public Tool
{
public:
    QLatin1String name() const override { return QLatin1String("pan"); }
    std::vector<session::Action> press(const ToolContext &context, const PointerEvent &event) override;
    std::vector<session::Action> move(const ToolContext &context, const PointerEvent &event) override;
    std::vector<session::Action> release(const ToolContext &context, const PointerEvent &event) override;

private:
    std::optional<imaging::ViewTransform> m_start;
    ScreenPoint m_from;
};

} // namespace consilium::tools
