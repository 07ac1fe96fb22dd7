#include "viewer/render2d/MarkPainter.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace consilium::render2d
{

using namespace Qt::StringLiterals;
using Kind = session::AnnotationKind;

namespace
{

constexpr double handlePx = 7.0;

QPointF pointOf(ScreenPoint p)
{
    return {p.x, p.y};
}

bool isDashed(const MarkShape &mark)
{
    return mark.provisional ||
           std::any_of(mark.outsideMm.begin(), mark.outsideMm.end(), [](double mm) { return mm > 0.0; });
}

/// A hollow square, drawn once and then copied: hundreds of marks have a thousand of them.
class HandleStamp
{
public:
    HandleStamp(const QColor &colour, double ratio) : m_ratio(ratio)
    {
        const int side = 2 * int(std::ceil((handlePx / 2.0 + casingPx / 2.0) * ratio)) + 1;
        m_image = QImage(side, side, QImage::Format_ARGB32_Premultiplied);
        m_image.fill(Qt::transparent);
        QPainter painter(&m_image);
        painter.setRenderHint(QPainter::Antialiasing);
        const double half = handlePx / 2.0 * ratio, middle = side / 2.0;
        const QRectF square(middle - half, middle - half, 2.0 * half, 2.0 * half);
        painter.setPen(QPen(casingColour, casingPx * ratio, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(square);
        painter.setPen(QPen(colour, strokePx * ratio, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(square);
    }
    void draw(QPainter &painter, QPointF at) const
    {
        // Copied pixel by pixel: the place is snapped to device pixels and mapped back.
        const QTransform base = painter.deviceTransform();
        const QPointF device = base.map(at);
        const QPointF corner(std::floor(device.x()) - (m_image.width() - 1) / 2.0,
                             std::floor(device.y()) - (m_image.height() - 1) / 2.0);
        const QTransform back = base.inverted();
        if (m_ratio == 1.0)
            painter.drawImage(back.map(corner), m_image);
        else
            painter.drawImage(back.mapRect(QRectF(corner, QSizeF(m_image.size()))), m_image);
    }

private:
    double m_ratio;
    QImage m_image;
};

/// What is drawn of one colour. Straight solid lines are kept apart: together they are drawn much faster. The others
/// one by one: the rasterizer is slow with what has many edges in one row of pixels.
struct Strokes {
    QColor colour;
    std::vector<QLineF> straight, thin;
    std::vector<QPolygonF> solid, dashed, dotted;
};

/// A line whose places lie closer together than can be seen, with fewer of them.
QPolygonF polygonOf(const std::vector<ScreenPoint> &line, QPointF offset)
{
    constexpr double leastPx = 0.7;
    constexpr std::size_t few = 100;
    QPolygonF polygon;
    for (const ScreenPoint &p : line) {
        const QPointF at = offset + pointOf(p);
        const bool isSeen = line.size() < few || polygon.isEmpty() || &p == &line.back() ||
                            std::abs(at.x() - polygon.last().x()) + std::abs(at.y() - polygon.last().y()) >= leastPx;
        if (isSeen)
            polygon << at;
    }
    return polygon;
}

/// A cross that leaves its centre free: the probed pixel stays visible.
void addProbe(Strokes &strokes, QPointF at, bool isDashed)
{
    for (const QPointF way : {QPointF(-1, 0), QPointF(1, 0), QPointF(0, -1), QPointF(0, 1)}) {
        if (isDashed) {
            strokes.dashed.push_back(QPolygonF{at + way * 4.0, at + way * 10.0});
        } else {
            strokes.straight.emplace_back(at + way * 4.0, at + way * 10.0);
        }
    }
}

/// The head is at the first handle: what it points to.
void addArrowHead(Strokes &strokes, QPointF tip, QPointF end)
{
    const double length = std::hypot(end.x() - tip.x(), end.y() - tip.y());
    if (length <= 1.0)
        return;
    const QPointF along = (end - tip) / length, across(-along.y(), along.x());
    strokes.solid.push_back(QPolygonF{tip + along * 9.0 + across * 4.5, tip, tip + along * 9.0 - across * 4.5});
}

void addLines(Strokes &strokes, const MarkShape &mark, QPointF offset)
{
    const bool dashed = isDashed(mark);
    if (mark.kind == Kind::Probe)
        addProbe(strokes, offset + pointOf(mark.handles.front()), dashed);
    if (mark.kind == Kind::Arrow && mark.handles.size() >= 2)
        addArrowHead(strokes, offset + pointOf(mark.handles[0]), offset + pointOf(mark.handles[1]));
    for (const auto &line : mark.lines) {
        if (line.size() == 2 && !dashed)
            strokes.straight.emplace_back(offset + pointOf(line[0]), offset + pointOf(line[1]));
        else
            (dashed ? strokes.dashed : strokes.solid).push_back(polygonOf(line, offset));
    }
    for (const auto &line : mark.helpers) {
        if (mark.kind == Kind::Ruler)
            strokes.thin.emplace_back(offset + pointOf(line.front()), offset + pointOf(line.back()));
        else
            strokes.dotted.push_back(polygonOf(line, offset));
    }
}

void drawAll(QPainter &painter, const std::vector<QPolygonF> &lines, const QPen &pen)
{
    painter.setPen(pen);
    for (const QPolygonF &line : lines)
        painter.drawPolyline(line);
}

void drawAll(QPainter &painter, const std::vector<QLineF> &lines, const QColor &colour, double width)
{
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::SquareCap));
    painter.drawLines(lines.data(), int(lines.size()));
}

void paintCasings(QPainter &painter, const Strokes &strokes)
{
    const QPen round(casingColour, casingPx, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    drawAll(painter, strokes.solid, round);
    drawAll(painter, strokes.dashed, round);
    drawAll(painter, strokes.dotted, QPen(casingColour, casingPx - 1.0, Qt::SolidLine, Qt::FlatCap));
    drawAll(painter, strokes.straight, casingColour, casingPx);
    drawAll(painter, strokes.thin, casingColour, casingPx - 1.0);
}

void paintColours(QPainter &painter, const Strokes &strokes)
{
    QPen pen(strokes.colour, strokePx, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    drawAll(painter, strokes.solid, pen);
    pen.setDashPattern({4.0, 3.0});
    drawAll(painter, strokes.dashed, pen);
    pen.setWidthF(1.0);
    pen.setDashPattern({1.0, 3.0});
    drawAll(painter, strokes.dotted, pen);
    drawAll(painter, strokes.straight, strokes.colour, strokePx);
    drawAll(painter, strokes.thin, strokes.colour, 1.0);
}

/// The foot of a handle that lies in front of or behind the image: a ring, so that nobody takes it for the end.
void paintFoot(Canvas &canvas, QPointF at, const QColor &colour)
{
    QPainterPath ring;
    ring.addEllipse(at, 4.0, 4.0);
    canvas.stroke(ring, colour);
}

void paintHandles(Canvas &canvas, const MarkShape &mark, const HandleStamp &stamp, QPointF offset)
{
    const bool isShownAlways = mark.kind != Kind::Arrow && mark.kind != Kind::Text;
    if (mark.kind == Kind::Probe || !mark.hasHandles())
        return;
    for (std::size_t i = 0; i < mark.handles.size(); ++i) {
        const QPointF at = offset + pointOf(mark.handles[i]);
        if (mark.isOutside(i))
            paintFoot(canvas, at, mark.selected ? selectedColour : markColour);
        else if (isShownAlways || mark.selected)
            stamp.draw(canvas.painter(), at);
    }
}

void paintLeader(Canvas &canvas, const MarkShape &mark, const QRectF &box, QPointF offset, const QColor &colour)
{
    constexpr double leastPx = 6.0;
    const bool isBeside = mark.kind == Kind::Probe || mark.kind == Kind::Text;
    const QPointF from = offset + pointOf(mark.leaderFrom);
    const QPointF to(std::clamp(from.x(), box.left(), box.right()), std::clamp(from.y(), box.top(), box.bottom()));
    if ((isBeside && !mark.isLabelPlaced) || std::hypot(to.x() - from.x(), to.y() - from.y()) < leastPx)
        return;
    QPen pen(casingColour, 3.0, Qt::SolidLine, Qt::RoundCap);
    pen.setDashPattern({0.1, 1.6});
    canvas.painter().setPen(pen);
    canvas.painter().drawLine(from, to);
    pen.setColor(colour);
    pen.setWidthF(strokePx);
    pen.setDashPattern({0.1, 3.0});
    canvas.painter().setPen(pen);
    canvas.painter().drawLine(from, to);
}

void paintLabel(Canvas &canvas, const MarkShape &mark, QPointF offset)
{
    const QRectF box = mark.labelRect.translated(offset);
    if (mark.labelRect.isEmpty() || !box.intersects(canvas.area()))
        return;
    const QColor colour = mark.selected ? selectedColour : markColour;
    paintLeader(canvas, mark, box, offset, colour);
    Block block;
    for (const auto &line : labelLines(mark.label))
        block.push_back({line, OverlayFont::Text, false, false});
    canvas.text(box, block, false, colour);
}

/// Around all that is drawn of it but its label, viewport coordinates.
QRectF extentOf(const MarkShape &mark)
{
    double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;
    const auto add = [&](ScreenPoint p) {
        left = std::min(left, p.x);
        right = std::max(right, p.x);
        top = std::min(top, p.y);
        bottom = std::max(bottom, p.y);
    };
    std::for_each(mark.handles.begin(), mark.handles.end(), add);
    for (const auto &line : mark.lines)
        std::for_each(line.begin(), line.end(), add);
    constexpr double around = 16.0;
    return left > right ? QRectF()
                        : QRectF(QPointF(left, top), QPointF(right, bottom)).adjusted(-around, -around, around, around);
}

} // namespace

QStringList labelLines(const QString &label)
{
    constexpr qsizetype longest = 80, most = 12;
    QStringList lines = label.split(u'\n', Qt::SkipEmptyParts);
    if (lines.size() > most) {
        lines.resize(most);
        lines.last() = u"…"_s;
    }
    for (QString &line : lines) {
        if (line.size() <= longest)
            continue;
        line.truncate(line[longest - 1].isHighSurrogate() ? longest - 1 : longest);
        line += u'…';
    }
    return lines;
}

QSizeF labelSize(const QString &label)
{
    const QStringList lines = labelLines(label);
    double width = 0.0;
    for (const auto &line : lines)
        width = std::max(width, haloText().width(line, OverlayFont::Text));
    return {width, overlayLinePx * double(lines.size())};
}

void paintMarks(Canvas &canvas, const std::vector<MarkShape> &marks)
{
    auto &painter = canvas.painter();
    const QPointF offset = canvas.area().topLeft();
    std::vector<const MarkShape *> seen;
    std::array<Strokes, 2> strokes;
    strokes[0].colour = markColour;
    strokes[1].colour = selectedColour;
    for (const auto &mark : marks) {
        if (mark.handles.empty() || !extentOf(mark).translated(offset).intersects(canvas.area()))
            continue;
        seen.push_back(&mark);
        addLines(strokes[mark.selected ? 1 : 0], mark, offset);
    }
    painter.save();
    painter.setBrush(Qt::NoBrush);
    for (const Strokes &one : strokes)
        paintCasings(painter, one);
    for (const Strokes &one : strokes)
        paintColours(painter, one);
    if (!seen.empty()) {
        const double ratio = painter.deviceTransform().m11();
        const std::array<HandleStamp, 2> stamps{HandleStamp(markColour, ratio), HandleStamp(selectedColour, ratio)};
        for (const MarkShape *mark : seen)
            paintHandles(canvas, *mark, stamps[mark->selected ? 1 : 0], offset);
    }
    for (const MarkShape &mark : marks)
        paintLabel(canvas, mark, offset);
    painter.restore();
}

} // namespace consilium::render2d
