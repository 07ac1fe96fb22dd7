#include "viewer/tools/ClickMarkTool.h"

#include "viewer/session/Validation.h"
#include "viewer/tools/MarkPlaces.h"

#include <utility>

namespace consilium::tools
{

namespace
{

using session::AnnotationKind;

constexpr double samePlacePx = 2.0; ///< the second click of a double click places nothing
constexpr double closesPx = 8.0;    ///< a click this near to the first corner ends a polygon

/// On the line through `from` that is square to the one from `a` to `b`, where the pointer is nearest to it. The screen
/// has one scale in all directions.
ImagePoint squareTo(const ToolContext &context, ImagePoint a, ImagePoint b, ImagePoint from, ImagePoint to)
{
    const imaging::ViewTransform &transform = *context.transform;
    const ScreenPoint p = transform.toScreen(a), q = transform.toScreen(b), start = transform.toScreen(from),
                      end = transform.toScreen(to);
    const double length = screenPx(p, q);
    if (length <= 0.0)
        return to;
    const ScreenVector across{-(q.y - p.y) / length, (q.x - p.x) / length};
    double way = (end.x - start.x) * across.dx + (end.y - start.y) * across.dy;
    for (int i = 0; i < 40; ++i, way *= 0.9) {
        const ImagePoint place = transform.toImage({start.x + across.dx * way, start.y + across.dy * way});
        if (isInImage(context.instance->geometry, place))
            return place;
    }
    return from;
}

} // namespace

ClickMarkTool::ClickMarkTool(AnnotationKind kind)
    : MarkTool(kind),
      m_least(std::size_t(session::handleRange(kind).least)),
      m_most(std::size_t(session::handleRange(kind).most))
{
}

ImagePoint ClickMarkTool::led(const ToolContext &context, const PointerEvent &event, std::size_t before,
                              ImagePoint to) const
{
    if (kind() == AnnotationKind::Bidirectional && before == 3)
        return squareTo(context, m_points[0], m_points[1], m_points[2], to);
    // Of marks made of two lines the first end of the second one stands alone.
    const bool beginsLine = before == 2 && m_most == 4;
    if (before > 0 && !beginsLine && event.modifiers.testFlag(Qt::ShiftModifier))
        return snapped(context, m_points[before - 1], to);
    return to;
}

std::vector<session::Action> ClickMarkTool::down(const ToolContext &context, const PointerEvent &event, ImagePoint at)
{
    m_isDown = true;
    m_isPlaced = false;
    m_pressedAt = event.at;
    const imaging::ViewTransform &transform = *context.transform;
    if (kind() == AnnotationKind::Polygon && m_points.size() >= m_least &&
        screenPx(transform, m_points.front(), at) <= closesPx)
        return finish(context);
    m_loose = led(context, event, m_points.size(), at);
    const bool isSamePlace = !m_points.empty() && screenPx(transform, m_points.back(), m_loose) < samePlacePx;
    if (!isSamePlace && !isFull()) {
        m_points.push_back(m_loose);
        m_isPlaced = true;
    }
    follow(context);
    return {};
}

std::vector<session::Action> ClickMarkTool::moved(const ToolContext &context, const PointerEvent &event, ImagePoint at)
{
    const bool isDrag = m_isDown && screenPx(m_pressedAt, event.at) > clickSlackPx;
    if (m_isDown && !isDrag)
        return {};
    if (isFull()) // the last place follows the hand until it lets go
        m_points.back() = led(context, event, m_points.size() - 1, at);
    else
        m_loose = led(context, event, m_points.size(), at);
    follow(context);
    return {};
}

std::vector<session::Action> ClickMarkTool::up(const ToolContext &context, const PointerEvent &event, ImagePoint at)
{
    if (!std::exchange(m_isDown, false)) // the press was beside the image
        return {};
    const bool isDrag = screenPx(m_pressedAt, event.at) > clickSlackPx;
    if (isDrag && isFull()) {
        m_points.back() = led(context, event, m_points.size() - 1, at);
    } else if (isDrag && m_isPlaced) {
        m_loose = led(context, event, m_points.size(), at);
        m_points.push_back(m_loose);
    }
    if (isFull() && m_least == m_most)
        return done(context, m_points);
    follow(context);
    return {};
}

std::vector<session::Action> ClickMarkTool::finish(const ToolContext &context)
{
    if (m_least == m_most || m_points.size() < m_least || !draft() || !isDrawnOn(*draft(), context.instance))
        return {};
    return done(context, m_points);
}

void ClickMarkTool::takeBackPoint(const ToolContext &context)
{
    if (!m_points.empty())
        m_points.pop_back();
    if (m_points.empty() || !context.instance)
        drop();
    else
        follow(context);
}

/// The draft: what was placed, then the loose end, which stands for all that is still to come.
void ClickMarkTool::follow(const ToolContext &context)
{
    std::vector<ImagePoint> handles = m_points;
    if (!isFull())
        handles.push_back(m_loose);
    const bool isWhole = handles.size() >= m_least;
    while (handles.size() < m_least)
        handles.push_back(m_loose);
    show(context, handles, isWhole);
}

} // namespace consilium::tools
