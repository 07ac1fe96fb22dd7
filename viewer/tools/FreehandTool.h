#pragma once
#include "viewer/tools/MarkTool.h"

namespace consilium::tools
{

/// A closed curve that follows the hand. Points are as far apart as the screen shows them; where a curve would have
/// more than a mark may hold, every second one goes and the next ones are taken farther apart.
class FreehandTool final : public MarkTool
{
public:
    FreehandTool() : MarkTool(session::AnnotationKind::Freehand) {}
    void takeBackPoint(const ToolContext &) override { drop(); }

protected:
    Actions down(const ToolContext &context, const PointerEvent &event, ImagePoint at) override;
    Actions moved(const ToolContext &context, const PointerEvent &event, ImagePoint at) override;
    Actions up(const ToolContext &context, const PointerEvent &event, ImagePoint at) override;
    void forget() override { m_points.clear(); }

private:
    std::vector<ImagePoint> m_points;
    double m_stepPx = 2.0; ///< logical screen pixels
};

} // namespace consilium::tools
