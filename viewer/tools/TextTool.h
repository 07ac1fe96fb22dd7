#pragma once
#include "viewer/tools/MarkTool.h"

namespace consilium::tools
{

/// A click says where; then the text is asked for, and only with one there is a mark.
class TextTool final : public MarkTool
{
public:
    TextTool() : MarkTool(session::AnnotationKind::Text) {}
    [[nodiscard]] bool wantsText() const override { return m_wantsText; }
    void takeBackPoint(const ToolContext &) override { drop(); }

protected:
    Actions down(const ToolContext &context, const PointerEvent &event, ImagePoint at) override;
    Actions moved(const ToolContext &context, const PointerEvent &event, ImagePoint at) override;
    Actions up(const ToolContext &context, const PointerEvent &event, ImagePoint at) override;
    void forget() override { m_wantsText = false; }

private:
    bool m_wantsText = false;
};

} // namespace consilium::tools
