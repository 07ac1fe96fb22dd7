#include "viewer/render2d/LabelGround.h"
#include "viewer/render2d/MarkShape.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace consilium::render2d
{

using Kind = session::AnnotationKind;

namespace
{

/// More marks than that, and labels that would lie over one another are left out: nobody could read them.
constexpr std::size_t crowd = 50;

QPointF pointOf(ScreenPoint p)
{
    return {p.x, p.y};
}

QPointF nearestOn(QPointF a, QPointF b, QPointF to)
{
    const QPointF way = b - a;
    const double length2 = QPointF::dotProduct(way, way);
    const double share = length2 > 0.0 ? std::clamp(QPointF::dotProduct(to - a, way) / length2, 0.0, 1.0) : 0.0;
    return a + way * share;
}

/// Where the label's leader begins: the place of the mark's lines that is nearest to the label.
QPointF leaderStart(const MarkShape &mark, const QRectF &label, QPointF anchor)
{
    QPointF best = anchor;
    double least = INFINITY;
    for (const auto &line : mark.lines) {
        forEachPiece(line, [&](QPointF a, QPointF b) {
            const QPointF at = nearestOn(a, b, label.center());
            const QPointF off = at - label.center();
            const double distance = QPointF::dotProduct(off, off);
            if (distance < least) {
                least = distance;
                best = at;
            }
        });
    }
    return best;
}

QRectF boundsOf(const MarkShape &mark, QPointF anchor)
{
    double left = anchor.x(), right = anchor.x(), top = anchor.y(), bottom = anchor.y();
    for (const auto &line : mark.lines) {
        for (const ScreenPoint &p : line) {
            left = std::min(left, p.x);
            right = std::max(right, p.x);
            top = std::min(top, p.y);
            bottom = std::max(bottom, p.y);
        }
    }
    return {QPointF(left, top), QPointF(right, bottom)};
}

/// The place a person looks at: the last handle that lies in the image.
QPointF anchorOf(const MarkShape &mark)
{
    const std::size_t last = mark.handles.size() - 1;
    return pointOf(mark.isOutside(last) ? mark.handles.front() : mark.handles[last]);
}

/// Sides of a mark in rings round it, each farther away; the usual side first.
constexpr int rings = 4, sidesOfRegion = 6, sidesOfPoint = 8;

int sidesOf(const MarkShape &mark)
{
    return mark.isRegion ? sidesOfRegion : sidesOfPoint;
}

/// Upper left corner of the label at the place with this number, round what a region covers.
QPointF cornerBesideRegion(int place, QSizeF size, const QRectF &bounds)
{
    constexpr double gap = 14.0, extras[rings] = {0.0, 36.0, 80.0, 130.0};
    const double extra = extras[place / sidesOfRegion];
    const double right = bounds.right() + gap + extra, left = bounds.left() - gap - extra - size.width();
    const double middle = bounds.center().x() - size.width() / 2.0;
    switch (place % sidesOfRegion) {
    case 0:
        return {right, bounds.top() - 4.0};
    case 1:
        return {left, bounds.top() - 4.0};
    case 2:
        return {middle, bounds.top() - gap - extra - size.height()};
    case 3:
        return {middle, bounds.bottom() + gap + extra};
    case 4:
        return {right, bounds.bottom() - size.height()};
    default:
        return {left, bounds.bottom() - size.height()};
    }
}

/// The same round one place: corners first, then straight to the sides.
QPointF cornerBesidePoint(int place, QSizeF size, QPointF anchor)
{
    constexpr double gap = 14.0, extras[rings] = {0.0, 28.0, 64.0, 110.0};
    const double extra = extras[place / sidesOfPoint];
    const double right = anchor.x() + gap + extra, left = anchor.x() - gap - extra - size.width();
    const double above = anchor.y() - 8.0 - extra - size.height(), below = anchor.y() + 10.0 + extra;
    const double middleX = anchor.x() - size.width() / 2.0, middleY = anchor.y() - size.height() / 2.0;
    switch (place % sidesOfPoint) {
    case 0:
        return {right, above};
    case 1:
        return {left, above};
    case 2:
        return {right, below};
    case 3:
        return {left, below};
    case 4:
        return {right, middleY};
    case 5:
        return {left, middleY};
    case 6:
        return {middleX, anchor.y() - gap - extra - size.height()};
    default:
        return {middleX, anchor.y() + gap + extra};
    }
}

class Placer
{
public:
    Placer(std::vector<MarkShape> &marks, const LabelRoom &room)
        : m_marks(marks),
          m_room(room),
          m_view(2.0, 2.0, room.widthPx - 4.0, room.heightPx - 4.0),
          m_ground(room.widthPx, room.heightPx),
          m_isDone(marks.size(), false)
    {
        for (const QRectF &box : room.taken)
            m_ground.take(box);
        for (const MarkShape &mark : marks)
            m_ground.addMark(mark);
    }

    void place()
    {
        for (std::size_t i = 0; i < m_marks.size(); ++i)
            m_isDone[i] = isFixed(m_marks[i]);
        each([](const MarkShape &mark) { return mark.selected; }, [this](MarkShape &mark) { return search(mark); });
        // Whose former place is still free stays there, before others look for one.
        each([](const MarkShape &) { return true; }, [this](MarkShape &mark) { return stay(mark); });
        each([](const MarkShape &) { return true; }, [this](MarkShape &mark) { return search(mark); });
        for (MarkShape &mark : m_marks) {
            if (mark.handles.empty() || mark.labelSize.isEmpty() || mark.labelRect.isEmpty())
                continue;
            const QPointF from = leaderStart(mark, mark.labelRect, anchorOf(mark));
            mark.leaderFrom = {from.x(), from.y()};
        }
    }

private:
    template<class Which, class Act>
    void each(const Which &which, const Act &act)
    {
        for (std::size_t i = 0; i < m_marks.size(); ++i) {
            if (!m_isDone[i] && which(m_marks[i]))
                m_isDone[i] = act(m_marks[i]);
        }
    }

    /// Its place is none that is looked for: nothing is said, words stand where they stand, a person has put it there.
    bool isFixed(MarkShape &mark)
    {
        const bool hasLabel = !mark.handles.empty() && !mark.labelSize.isEmpty();
        if (hasLabel && mark.kind == Kind::Text && !mark.isLabelPlaced) {
            mark.labelRect = {};
            const QPointF anchor = anchorOf(mark);
            if (isSeen(boundsOf(mark, anchor)))
                mark.labelRect = QRectF(anchor - QPointF(0.0, mark.labelSize.height() / 2.0), mark.labelSize);
        }
        if (hasLabel && mark.kind != Kind::Text && !mark.isLabelPlaced)
            return false;
        if (hasLabel || mark.isLabelPlaced)
            m_ground.take(mark.labelRect);
        return true;
    }

    [[nodiscard]] bool isSeen(const QRectF &bounds) const
    {
        return bounds.adjusted(-1.0, -1.0, 1.0, 1.0).intersects(m_view);
    }

    /// A label that would leave the view is pushed back; that it then lies on the mark counts against it.
    [[nodiscard]] QRectF boxAt(const MarkShape &mark, int place, const QRectF &bounds) const
    {
        const QPointF corner = mark.isRegion ? cornerBesideRegion(place, mark.labelSize, bounds)
                                             : cornerBesidePoint(place, mark.labelSize, anchorOf(mark));
        QRectF box(corner, mark.labelSize);
        box.moveLeft(std::max(m_view.left(), std::min(box.left(), m_view.right() - box.width())));
        box.moveTop(std::max(m_view.top(), std::min(box.top(), m_view.bottom() - box.height())));
        return box;
    }

    [[nodiscard]] std::optional<int> formerOf(const MarkShape &mark) const
    {
        if (!m_room.former)
            return std::nullopt;
        const auto found = m_room.former->find(mark.id);
        const bool isOne = found != m_room.former->end() && found->second >= 0 && found->second < rings * sidesOf(mark);
        return isOne ? std::optional(found->second) : std::nullopt;
    }

    void settle(MarkShape &mark, const QRectF &box, int place)
    {
        mark.labelRect = box;
        mark.labelSide = place;
        m_ground.take(box);
    }

    bool stay(MarkShape &mark)
    {
        const auto former = formerOf(mark);
        const QRectF bounds = boundsOf(mark, anchorOf(mark));
        if (!former || !isSeen(bounds))
            return false;
        const QRectF box = boxAt(mark, *former, bounds);
        if (m_ground.cost(box) > 0)
            return false;
        settle(mark, box, *former);
        return true;
    }

    /// The first place that hides nothing, else where it hides least. True in any case.
    bool search(MarkShape &mark)
    {
        mark.labelRect = {};
        mark.labelSide = -1;
        const QRectF bounds = boundsOf(mark, anchorOf(mark));
        if (!isSeen(bounds))
            return true;
        const bool isCrowded = m_marks.size() > crowd;
        const auto former = formerOf(mark);
        int best = former.value_or(0);
        double least = INFINITY;
        // Of two that are about as bad the former one is kept, so that nothing leaps to and fro.
        constexpr double formerShare = 0.75;
        if (former)
            least = m_ground.cost(boxAt(mark, *former, bounds)) * formerShare;
        const int places = sidesOf(mark) * (isCrowded ? 1 : rings);
        for (int place = 0; place < places && least > 0.0; ++place) {
            const double cost = m_ground.cost(boxAt(mark, place, bounds));
            if (cost < least) {
                least = cost;
                best = place;
            }
        }
        const QRectF box = boxAt(mark, best, bounds);
        if (!isCrowded || mark.selected || !m_ground.isTaken(box))
            settle(mark, box, best);
        return true;
    }

    std::vector<MarkShape> &m_marks;
    const LabelRoom &m_room;
    QRectF m_view;
    LabelGround m_ground;
    std::vector<bool> m_isDone;
};

} // namespace

void placeLabels(std::vector<MarkShape> &marks, const LabelRoom &room)
{
    Placer(marks, room).place();
}

void placeLabels(std::vector<MarkShape> &marks, double widthPx, double heightPx)
{
    placeLabels(marks, LabelRoom{widthPx, heightPx, {}, nullptr});
}

const MarkFigure *MarkShape::figure(Figure which) const
{
    if (!figures)
        return nullptr;
    const auto found =
        std::find_if(figures->begin(), figures->end(), [which](const MarkFigure &one) { return one.figure == which; });
    return found == figures->end() ? nullptr : &*found;
}

const char *figureName(Figure figure)
{
    // In the order of Figure.
    constexpr const char *names[] = {
        "pixel-value",   "length",   "long-axis", "short-axis", "angle",      "ratio",    "first-length",
        "second-length", "femur",    "tibia",     "leg",        "mean",       "sd",       "min",
        "max",           "sum",      "area",      "perimeter",  "count",      "left-out", "outside",
        "time",          "velocity", "suv",       "suv-mean",   "suv-max",    "depth",    "fused-value",
        "fused-mean",    "fused-sd", "fused-min", "fused-max",  "fused-count"};
    static_assert(std::size(names) == std::size_t(Figure::FusedCount) + 1);
    return names[std::size_t(figure)];
}

} // namespace consilium::render2d
