#include "viewer/render2d/MarkHit.h"

#include <algorithm>
#include <cmath>

namespace consilium::render2d
{

using Kind = session::AnnotationKind;

namespace
{

double distance(ScreenPoint a, ScreenPoint b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

double distanceToPiece(ScreenPoint a, ScreenPoint b, ScreenPoint at)
{
    const double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
    const double share = length2 > 0.0 ? std::clamp(((at.x - a.x) * dx + (at.y - a.y) * dy) / length2, 0.0, 1.0) : 0.0;
    return distance({a.x + dx * share, a.y + dy * share}, at);
}

double distanceToLines(const MarkShape &mark, ScreenPoint at)
{
    double least = INFINITY;
    for (const auto &line : mark.lines) {
        for (std::size_t i = 0; i + 1 < line.size(); ++i)
            least = std::min(least, distanceToPiece(line[i], line[i + 1], at));
    }
    return least;
}

/// Keeps the nearest; of equally near ones a selected mark, else the one that came last.
class Nearest
{
public:
    explicit Nearest(double reachPx) : m_least(reachPx) {}
    void offer(double px, const MarkShape &mark, MarkHit::Part part, int handle)
    {
        if (!(px <= m_least) || (px == m_least && m_hit && m_isSelected && !mark.selected))
            return;
        m_least = px;
        m_isSelected = mark.selected;
        m_hit = MarkHit{mark.id, part, handle};
    }
    [[nodiscard]] const std::optional<MarkHit> &hit() const { return m_hit; }

private:
    double m_least;
    bool m_isSelected = false;
    std::optional<MarkHit> m_hit;
};

} // namespace

std::optional<MarkHit> markAt(const std::vector<MarkShape> &marks, ScreenPoint at, double reachPx)
{
    if (!std::isfinite(at.x) || !std::isfinite(at.y)) // a rectangle holds what is no number
        return std::nullopt;
    Nearest handle(reachPx), label(0.0), body(reachPx);
    for (const MarkShape &mark : marks) {
        for (std::size_t i = 0; mark.hasHandles() && i < mark.handles.size(); ++i)
            handle.offer(distance(mark.handles[i], at), mark, MarkHit::Part::Handle, int(i));
        if (!mark.labelRect.isEmpty() && mark.labelRect.contains(QPointF(at.x, at.y)))
            label.offer(0.0, mark, mark.kind == Kind::Text ? MarkHit::Part::Body : MarkHit::Part::Label, -1);
    }
    if (handle.hit() || label.hit())
        return handle.hit() ? handle.hit() : label.hit();
    for (const MarkShape &mark : marks)
        body.offer(distanceToLines(mark, at), mark, MarkHit::Part::Body, -1);
    return body.hit();
}

} // namespace consilium::render2d
