#pragma once
#include "viewer/tools/Tool.h"

namespace consilium::tools
{

/// Zoom about the place where the drag began, which stays where it is: upwards larger, 100 px for a factor of two. By
/// wheel: away from the person larger, five notches for a factor of two.
class ZoomTool final : public Tool
{
public:
    QLatin1String name() const override { return QLatin1String("zoom"); }
    std::vector<session::Action> press(const ToolContext &context, const PointerEvent &event) override;
    std::vector<session::Action> move(const ToolContext &context, const PointerEvent &event) override;
    std::vector<session::Action> release(const ToolContext &context, const PointerEvent &event) override;
    std::vector<session::Action> wheel(const ToolContext &context, const PointerEvent &event, double steps) override;
    [[nodiscard]] bool usesWheel() const override { return true; }

private:
    std::optional<imaging::ViewTransform> m_start;
    ScreenPoint m_from;
};

/// The zoom that `factor` leads to, held within 1/50 and 64 screen pixels a pixel of the image.
[[nodiscard]] session::ZoomPan zoomedWithinLimits(const imaging::ViewTransform &start, ScreenPoint anchor,
                                                  double factor);

} // namespace consilium::tools
