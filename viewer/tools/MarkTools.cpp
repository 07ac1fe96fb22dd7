#include "viewer/tools/MarkTools.h"

#include "viewer/tools/ClickMarkTool.h"
#include "viewer/tools/DragMarkTool.h"
#include "viewer/tools/FreehandTool.h"
#include "viewer/tools/TextTool.h"

namespace consilium::tools
{

namespace
{

using session::AnnotationKind;

struct Drawn {
    AnnotationKind kind;
    QLatin1String name;
};

// Lines, angles, regions, words: the order of menus.
constexpr Drawn drawn[] = {
    {AnnotationKind::Length, QLatin1String("length")},
    {AnnotationKind::Polyline, QLatin1String("polyline")},
    {AnnotationKind::Ruler, QLatin1String("ruler")},
    {AnnotationKind::Bidirectional, QLatin1String("bidirectional")},
    {AnnotationKind::LinePair, QLatin1String("line-pair")},
    {AnnotationKind::CardiothoracicRatio, QLatin1String("cardiothoracic-ratio")},
    {AnnotationKind::LegAxis, QLatin1String("leg-axis")},
    {AnnotationKind::Angle, QLatin1String("angle")},
    {AnnotationKind::Cobb, QLatin1String("cobb")},
    {AnnotationKind::OpenAngle, QLatin1String("open-angle")},
    {AnnotationKind::Ellipse, QLatin1String("ellipse")},
    {AnnotationKind::Rectangle, QLatin1String("rectangle")},
    {AnnotationKind::Polygon, QLatin1String("polygon")},
    {AnnotationKind::Freehand, QLatin1String("freehand")},
    {AnnotationKind::PointRoi, QLatin1String("point-roi")},
    {AnnotationKind::Arrow, QLatin1String("arrow")},
    {AnnotationKind::Text, QLatin1String("text")},
    {AnnotationKind::Calibration, QLatin1String("calibration")},
};

} // namespace

std::optional<AnnotationKind> markKind(const QString &tool)
{
    for (const Drawn &one : drawn) {
        if (tool == one.name)
            return one.kind;
    }
    return std::nullopt;
}

QLatin1String markToolName(AnnotationKind kind)
{
    for (const Drawn &one : drawn) {
        if (one.kind == kind)
            return one.name;
    }
    return {};
}

QStringList markToolNames()
{
    QStringList names;
    for (const Drawn &one : drawn)
        names << one.name;
    return names;
}

std::unique_ptr<Tool> makeMarkTool(const QString &name)
{
    const auto kind = markKind(name);
    if (!kind)
        return nullptr;
    switch (*kind) {
    case AnnotationKind::Text:
        return std::make_unique<TextTool>();
    case AnnotationKind::Freehand:
        return std::make_unique<FreehandTool>();
    case AnnotationKind::Length:
    case AnnotationKind::Arrow:
    case AnnotationKind::Ruler:
    case AnnotationKind::Rectangle:
    case AnnotationKind::Ellipse:
    case AnnotationKind::PointRoi:
    case AnnotationKind::Calibration:
        return std::make_unique<DragMarkTool>(*kind);
    default:
        return std::make_unique<ClickMarkTool>(*kind);
    }
}

} // namespace consilium::tools
