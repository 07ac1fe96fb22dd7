#pragma once
#include "viewer/tools/MarkTool.h"

namespace consilium::tools
{

/// Marks of two places: length, ruler, arrow (from its tip), rectangle, ellipse, point ROI. By a drag, or by a click
/// and another click. With Shift a line lies level, upright or at 45 degrees on the screen, a rectangle is a square, an
/// ellipse a circle; with Ctrl held while dragging a rectangle or an ellipse grows from its middle, else from corner to
/// corner, its sides or axes along the rows and columns. A point ROI is made by one click, as a circle of 5 mm radius
/// (5 columns where there is no scale); a drag gives the radius. A calibration is drawn like a length; then the length
/// that it has is asked for, and only with one there is a mark.
class DragMarkTool final : public MarkTool
{
public:
    explicit DragMarkTool(session::AnnotationKind kind) : MarkTool(kind) {}
    void takeBackPoint(const ToolContext &) override { drop(); }
    [[nodiscard]] bool wantsText() const override { return m_wantsText; }

    static constexpr double pointRadiusMm = 5.0, pointRadiusPx = 5.0;

protected:
    Actions down(const ToolContext &context, const PointerEvent &event, ImagePoint at) override;
    Actions moved(const ToolContext &context, const PointerEvent &event, ImagePoint at) override;
    Actions up(const ToolContext &context, const PointerEvent &event, ImagePoint at) override;
    void forget() override
    {
        m_from.reset();
        m_wantsText = false;
    }

private:
    void stretch(const ToolContext &context, const PointerEvent &event, ImagePoint to);

    std::optional<ImagePoint> m_from;
    std::vector<ImagePoint> m_handles;
    ScreenPoint m_pressedAt, m_lastAt;
    bool m_isFirstPress = true, m_isDown = false, m_wantsText = false;
};

} // namespace consilium::tools
