#pragma once
#include "viewer/tools/Tool.h"

namespace consilium::tools
{

/// Window by dragging: to the right wider (less contrast), upwards a higher level (darker). A drag of 1,024 px covers
/// the range of the frame's modality values, so CT changes by some 4 HU a pixel and PET by hundredths.
class WindowTool final : public Tool
{
public:
    QLatin1String name() const override { return QLatin1String("window"); }
    std::vector<session::Action> press(const ToolContext &context, const PointerEvent &event) override;
    std::vector<session::Action> move(const ToolContext &context, const PointerEvent &event) override;
    std::vector<session::Action> release(const ToolContext &context, const PointerEvent &event) override;

private:
    std::optional<ScreenPoint> m_from;
    session::Window m_start;
    double m_unitsPerPx = 1.0; ///< modality units
};

} // namespace consilium::tools
