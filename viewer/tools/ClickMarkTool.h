#pragma once
#include "viewer/tools/MarkTool.h"

namespace consilium::tools
{

/// Marks of several places, one click after the other; a line may be dragged instead. Angle, Cobb, open angle,
/// bidirectional, cardiothoracic ratio, leg axis and line pair end with their last place; a polyline and a polygon by a
/// double click or Enter, a polygon also by a click on its first corner. The short axis of a bidirectional is drawn
/// square to the long one. With Shift a line lies level, upright or at 45 degrees on the screen.
class ClickMarkTool final : public MarkTool
{
public:
    explicit ClickMarkTool(session::AnnotationKind kind);
    std::vector<session::Action> finish(const ToolContext &context) override;
    void takeBackPoint(const ToolContext &context) override;

protected:
    Actions down(const ToolContext &context, const PointerEvent &event, ImagePoint at) override;
    Actions moved(const ToolContext &context, const PointerEvent &event, ImagePoint at) override;
    Actions up(const ToolContext &context, const PointerEvent &event, ImagePoint at) override;
    void forget() override { m_points.clear(); }

private:
    /// Where the place after the first `before` ones comes to lie when the pointer is at `to`.
    [[nodiscard]] ImagePoint led(const ToolContext &context, const PointerEvent &event, std::size_t before,
                                 ImagePoint to) const;
    void follow(const ToolContext &context);
    [[nodiscard]] bool isFull() const { return m_points.size() == m_most; }

    std::size_t m_least, m_most;
    std::vector<ImagePoint> m_points;
    ImagePoint m_loose; ///< where the next place would be
    ScreenPoint m_pressedAt;
    bool m_isDown = false, m_isPlaced = false; ///< the press under way has placed a point
};

} // namespace consilium::tools
