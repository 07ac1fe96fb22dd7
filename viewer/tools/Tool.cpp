#include "viewer/tools/Tool.h"

#include "viewer/tools/MarkTools.h"
#include "viewer/tools/PanTool.h"
#include "viewer/tools/ProbeTool.h"
#include "viewer/tools/RotateTool.h"
#include "viewer/tools/ScrollTool.h"
#include "viewer/tools/SpaceCursor.h"
#include "viewer/tools/WindowTool.h"
#include "viewer/tools/ZoomTool.h"

namespace consilium::tools
{

using namespace Qt::StringLiterals;

std::unique_ptr<Tool> makeTool(const QString &name)
{
    if (name == u"window")
        return std::make_unique<WindowTool>();
    if (name == u"scroll")
        return std::make_unique<ScrollTool>();
    if (name == u"zoom")
        return std::make_unique<ZoomTool>();
    if (name == u"pan")
        return std::make_unique<PanTool>();
    if (name == u"probe")
        return std::make_unique<ProbeTool>();
    if (name == u"rotate")
        return std::make_unique<RotateTool>();
    if (name == u"cursor-3d")
        return std::make_unique<CursorTool>();
    return makeMarkTool(name);
}

QStringList toolNames()
{
    return QStringList{u"scroll"_s, u"window"_s, u"zoom"_s, u"pan"_s, u"rotate"_s, u"probe"_s, u"cursor-3d"_s} +
           markToolNames();
}

} // namespace consilium::tools
