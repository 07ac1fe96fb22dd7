#include "viewer/render2d/MarkShape.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace consilium::render2d
{

using Kind = session::AnnotationKind;

namespace
{

/// More marks than that, and labels that would lie over one another are left out: nobody could read them.
constexpr std::size_t crowd = 50;
/// Places along one line that are looked at; of a curve of thousands every so many is enough to keep a label off.
constexpr std::size_t mostPlaces = 200;

QPointF pointOf(ScreenPoint p)
{
    return {p.x, p.y};
}

/// What of the segment lies in the rectangle has a length (Liang and Barsky).
bool doesCross(QPointF a, QPointF b, const QRectF &box)
{
    double from = 0.0, to = 1.0;
    const QPointF way = b - a;
    const std::array<std::array<double, 2>, 4> sides{{{-way.x(), a.x() - box.left()},
                                                      {way.x(), box.right() - a.x()},
                                                      {-way.y(), a.y() - box.top()},
                                                      {way.y(), box.bottom() - a.y()}}};
    for (const auto &[speed, room] : sides) {
        if (speed == 0.0) {
            if (room < 0.0)
                return false;
        } else if (speed < 0.0) {
            from = std::max(from, room / speed);
        } else {
            to = std::min(to, room / speed);
        }
    }
    return from < to;
}

/// Calls visit(a, b) for the pieces of all lines, of long ones for chords.
template<class Visit>
void forEachPiece(const MarkShape &mark, const Visit &visit)
{
    for (const auto &line : mark.lines) {
        const std::size_t step = std::max<std::size_t>(1, line.size() / mostPlaces);
        for (std::size_t i = 0; i + 1 < line.size(); i += step)
            visit(pointOf(line[i]), pointOf(line[std::min(i + step, line.size() - 1)]));
    }
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
    forEachPiece(mark, [&](QPointF a, QPointF b) {
        const QPointF at = nearestOn(a, b, label.center());
        const QPointF off = at - label.center();
        const double distance = QPointF::dotProduct(off, off);
        if (distance < least) {
            least = distance;
            best = at;
        }
    });
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

/// Corners that a label may have, the most usual first; of many marks only those nearby, so that looking stays fast.
std::vector<QPointF> candidatesOf(const MarkShape &mark, QPointF anchor, const QRectF &bounds, bool isCrowded)
{
    constexpr std::size_t nearby = 6;
    const double w = mark.labelSize.width(), h = mark.labelSize.height();
    if (mark.kind == Kind::Text)
        return {anchor - QPointF(0.0, h / 2.0)};
    std::vector<QPointF> corners;
    constexpr double gap = 14.0;
    if (mark.isRegion) {
        const double middle = bounds.center().x() - w / 2.0;
        for (const double extra : {0.0, 36.0, 80.0}) {
            const double right = bounds.right() + gap + extra, left = bounds.left() - gap - extra - w;
            for (const QPointF corner :
                 {QPointF(right, bounds.top() - 4.0), QPointF(left, bounds.top() - 4.0),
                  QPointF(middle, bounds.top() - gap - extra - h), QPointF(middle, bounds.bottom() + gap + extra),
                  QPointF(right, bounds.bottom() - h), QPointF(left, bounds.bottom() - h)})
                corners.push_back(corner);
        }
        corners.resize(isCrowded ? nearby : corners.size());
        return corners;
    }
    for (const double extra : {0.0, 28.0, 64.0}) {
        const double right = anchor.x() + gap + extra, left = anchor.x() - gap - extra - w;
        const double above = anchor.y() - 8.0 - extra - h, below = anchor.y() + 10.0 + extra;
        for (const QPointF corner :
             {QPointF(right, above), QPointF(left, above), QPointF(right, below), QPointF(left, below)})
            corners.push_back(corner);
    }
    corners.resize(isCrowded ? nearby : corners.size());
    return corners;
}

bool isAnyTaken(const QRectF &box, const std::vector<QRectF> &taken)
{
    // Of hundreds of labels each is compared with all that have a place; none of them is empty.
    const double left = box.left(), right = box.right(), top = box.top(), bottom = box.bottom();
    return std::any_of(taken.begin(), taken.end(), [=](const QRectF &other) {
        return left < other.right() && other.left() < right && top < other.bottom() && other.top() < bottom;
    });
}

/// What speaks against a place: outside of the view, on the mark itself, on another label.
struct Cost {
    int sum = 0;
    bool isOverLabel = false;
};

Cost costOf(const MarkShape &mark, const QRectF &box, const QRectF &bounds, const QRectF &view,
            const std::vector<QRectF> &taken)
{
    Cost cost;
    if (!view.contains(box))
        cost.sum += 8;
    if (mark.isRegion && box.intersects(bounds)) {
        cost.sum += 4;
    } else if (!mark.isRegion) {
        bool isOnLine = false;
        forEachPiece(mark, [&](QPointF a, QPointF b) { isOnLine = isOnLine || doesCross(a, b, box); });
        cost.sum += isOnLine ? 1 : 0;
    }
    cost.isOverLabel = isAnyTaken(box, taken);
    cost.sum += cost.isOverLabel ? 2 : 0;
    return cost;
}

/// The place a person looks at: the last handle that lies in the image.
QPointF anchorOf(const MarkShape &mark)
{
    const std::size_t last = mark.handles.size() - 1;
    return pointOf(mark.isOutside(last) ? mark.handles.front() : mark.handles[last]);
}

void placeLabel(MarkShape &mark, const QRectF &view, bool isCrowded, std::vector<QRectF> &taken)
{
    const QPointF anchor = anchorOf(mark);
    const QRectF bounds = boundsOf(mark, anchor);
    mark.labelRect = {};
    if (!bounds.adjusted(-1.0, -1.0, 1.0, 1.0).intersects(view))
        return;
    Cost least{100, true};
    for (const QPointF corner : candidatesOf(mark, anchor, bounds, isCrowded)) {
        // A label that would leave the view is pushed back; that it then lies on the mark counts against it.
        QRectF box(corner, mark.labelSize);
        if (mark.kind != Kind::Text) {
            box.moveLeft(std::max(view.left(), std::min(box.left(), view.right() - box.width())));
            box.moveTop(std::max(view.top(), std::min(box.top(), view.bottom() - box.height())));
        }
        const Cost cost = costOf(mark, box, bounds, view, taken);
        if (cost.sum < least.sum) {
            least = cost;
            mark.labelRect = box;
        }
        if (cost.sum == 0)
            break;
    }
    if (isCrowded && least.isOverLabel && !mark.selected && mark.kind != Kind::Text)
        mark.labelRect = {};
}

} // namespace

void placeLabels(std::vector<MarkShape> &marks, double widthPx, double heightPx)
{
    const QRectF view(2.0, 2.0, widthPx - 4.0, heightPx - 4.0);
    std::vector<QRectF> taken;
    for (MarkShape &mark : marks) {
        if (mark.isLabelPlaced && !mark.labelRect.isEmpty())
            taken.push_back(mark.labelRect);
    }
    for (const bool selected : {true, false}) {
        for (MarkShape &mark : marks) {
            if (mark.selected != selected || mark.handles.empty() || mark.labelSize.isEmpty())
                continue;
            if (!mark.isLabelPlaced)
                placeLabel(mark, view, marks.size() > crowd, taken);
            if (mark.labelRect.isEmpty())
                continue;
            if (!mark.isLabelPlaced)
                taken.push_back(mark.labelRect);
            const QPointF from = leaderStart(mark, mark.labelRect, anchorOf(mark));
            mark.leaderFrom = {from.x(), from.y()};
        }
    }
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
