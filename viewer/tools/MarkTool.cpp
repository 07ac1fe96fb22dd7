#include "viewer/tools/MarkTool.h"

#include "viewer/tools/Calibrating.h"
#include "viewer/tools/MarkPlaces.h"
#include "viewer/tools/MarkTools.h"

#include <cmath>
#include <numbers>

namespace consilium::tools
{

QLatin1String MarkTool::name() const
{
    return markToolName(m_kind);
}

QString MarkTool::whyNot(const ToolContext &context) const
{
    const bool draws = m_kind == session::AnnotationKind::Calibration && context.instance;
    return draws ? whyNotCalibrated(context) : QString();
}

std::vector<session::Action> MarkTool::press(const ToolContext &context, const PointerEvent &event)
{
    if (!context.transform || !context.instance)
        return {};
    if (!isOnItsImage(context))
        return {};
    if (!m_draft && m_grip.take(context, event.at))
        return {};
    const ImagePoint at = context.transform->toImage(event.at);
    if (!context.newAnnotationId || !isInImage(context.instance->geometry, at))
        return {};
    return down(context, event, at);
}

std::vector<session::Action> MarkTool::move(const ToolContext &context, const PointerEvent &event)
{
    if (m_grip.isHeld())
        return m_grip.move(context, event.at);
    if (!m_draft || !isOnItsImage(context) || !context.transform)
        return {};
    return moved(context, event, keptInImage(context.instance->geometry, context.transform->toImage(event.at)));
}

std::vector<session::Action> MarkTool::release(const ToolContext &context, const PointerEvent &event)
{
    if (m_grip.isHeld()) {
        m_grip.release();
        return {};
    }
    if (!m_draft || !isOnItsImage(context) || !context.transform)
        return {};
    return up(context, event, keptInImage(context.instance->geometry, context.transform->toImage(event.at)));
}

bool MarkTool::isOnItsImage(const ToolContext &context)
{
    if (!m_draft || isDrawnOn(*m_draft, context.instance))
        return true;
    drop();
    return false;
}

void MarkTool::show(const ToolContext &context, const std::vector<ImagePoint> &handles, bool isWhole)
{
    if (!m_draft)
        m_draft = newMark(context, m_kind);
    setHandles(*m_draft, context.instance->geometry, handles);
    m_isWhole = isWhole;
}

std::vector<session::Action> MarkTool::done(const ToolContext &context, const std::vector<ImagePoint> &handles)
{
    show(context, handles, true);
    Actions actions{session::AddAnnotation{*m_draft}};
    drop();
    return actions;
}

void MarkTool::drop()
{
    m_draft.reset();
    m_isWhole = false;
    forget();
}

ImagePoint snapped(const ToolContext &context, ImagePoint from, ImagePoint to)
{
    constexpr double step = std::numbers::pi / 4.0;
    const ScreenPoint a = context.transform->toScreen(from), b = context.transform->toScreen(to);
    const double angle = std::round(std::atan2(b.y - a.y, b.x - a.x) / step) * step;
    const double length = (b.x - a.x) * std::cos(angle) + (b.y - a.y) * std::sin(angle);
    // At the edge it is shorter, not bent.
    for (const double part : {1.0, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1}) {
        const ImagePoint end =
            context.transform->toImage({a.x + length * part * std::cos(angle), a.y + length * part * std::sin(angle)});
        if (isInImage(context.instance->geometry, end))
            return end;
    }
    return from;
}

} // namespace consilium::tools
