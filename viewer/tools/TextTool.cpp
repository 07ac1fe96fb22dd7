#include "viewer/tools/TextTool.h"

namespace consilium::tools
{

std::vector<session::Action> TextTool::down(const ToolContext &context, const PointerEvent &, ImagePoint at)
{
    show(context, {at}, true);
    return {};
}

std::vector<session::Action> TextTool::moved(const ToolContext &context, const PointerEvent &, ImagePoint at)
{
    show(context, {at}, true);
    return {};
}

std::vector<session::Action> TextTool::up(const ToolContext &context, const PointerEvent &, ImagePoint at)
{
    show(context, {at}, true);
    m_wantsText = true;
    return {};
}

} // namespace consilium::tools
