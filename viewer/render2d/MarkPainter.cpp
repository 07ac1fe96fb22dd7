#include "viewer/render2d/MarkPainter.h"

#include "viewer/render2d/LineLayer.h"

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

/// Where lines of marks go: from logical pixels of the viewport's image area onto a layer of device pixels.
struct Lines {
    LineLayer &layer;
    QPointF offset;
    QTransform toDevice;

    [[nodiscard]] QPointF at(ScreenPoint p) const { return offset + pointOf(p); }
    [[nodiscard]] QPolygonF onDevice(const QPolygonF &line) const { return toDevice.map(line); }
    void solid(const QPolygonF &line, std::size_t colour, double width = strokePx, double casing = casingPx) const
    {
        layer.add(onDevice(line), colour, width, casing);
    }
    /// Dashes on a casing without gaps.
    void dashed(const QPolygonF &line, std::size_t colour) const
    {
        const QPolygonF places = onDevice(line);
        layer.add(places, colour, 0.0, casingPx);
        layer.addDashed(places, colour, strokePx, 0.0, 4.0 * strokePx, 3.0 * strokePx);
    }
    void dotted(const QPolygonF &line, std::size_t colour) const
    {
        const QPolygonF places = onDevice(line);
        layer.add(places, colour, 0.0, casingPx - 1.0);
        layer.addDashed(places, colour, 1.0, 0.0, 1.0, 3.0);
    }
    /// Dots, each with a casing of its own.
    void leader(QPointF from, QPointF to, std::size_t colour) const
    {
        constexpr double dot = 0.1, gap = 4.9, dotCasing = 3.0;
        layer.addDashed(onDevice(QPolygonF{from, to}), colour, strokePx, dotCasing, dot, gap);
    }
};

std::size_t colourOf(const MarkShape &mark)
{
    return mark.selected ? 1 : 0;
}

double distance2(QPointF p, QPointF a, QPointF b)
{
    const QPointF way = b - a;
    const double length2 = QPointF::dotProduct(way, way);
    const double share = length2 > 0.0 ? std::clamp(QPointF::dotProduct(p - a, way) / length2, 0.0, 1.0) : 0.0;
    const QPointF off = p - a - way * share;
    return QPointF::dotProduct(off, off);
}

/// The line without places that it would pass anyway, as far as can be seen: curves have hundreds of them.
QPolygonF polygonOf(const std::vector<ScreenPoint> &line, QPointF offset)
{
    constexpr double seenPx = 0.1;
    constexpr std::size_t most = 24; // left out between two places
    QPolygonF polygon;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const QPointF at = offset + pointOf(line[i]);
        bool isNeeded = i == 0 || i + 1 == line.size() || i - kept >= most;
        if (!isNeeded) {
            const QPointF next = offset + pointOf(line[i + 1]);
            for (std::size_t j = kept + 1; j <= i && !isNeeded; ++j)
                isNeeded = !(distance2(offset + pointOf(line[j]), polygon.last(), next) <= seenPx * seenPx);
        }
        if (isNeeded) {
            polygon << at;
            kept = i;
        }
    }
    return polygon;
}

/// A cross that leaves its centre free: the probed pixel stays visible.
void addProbe(const Lines &lines, const MarkShape &mark)
{
    const QPointF at = lines.at(mark.handles.front());
    for (const QPointF way : {QPointF(-1, 0), QPointF(1, 0), QPointF(0, -1), QPointF(0, 1)}) {
        const QPolygonF arm{at + way * 4.0, at + way * 10.0};
        if (isDashed(mark))
            lines.dashed(arm, colourOf(mark));
        else
            lines.solid(arm, colourOf(mark));
    }
}

/// The head is at the first handle: what it points to.
void addArrowHead(const Lines &lines, const MarkShape &mark)
{
    const QPointF tip = lines.at(mark.handles[0]), end = lines.at(mark.handles[1]);
    const double length = std::hypot(end.x() - tip.x(), end.y() - tip.y());
    if (length <= 1.0)
        return;
    const QPointF along = (end - tip) / length, across(-along.y(), along.x());
    lines.solid(QPolygonF{tip + along * 9.0 + across * 4.5, tip, tip + along * 9.0 - across * 4.5}, colourOf(mark));
}

void addLines(const Lines &lines, const MarkShape &mark)
{
    const std::size_t colour = colourOf(mark);
    if (mark.kind == Kind::Probe)
        addProbe(lines, mark);
    if (mark.kind == Kind::Arrow && mark.handles.size() >= 2)
        addArrowHead(lines, mark);
    for (const auto &line : mark.lines) {
        if (isDashed(mark))
            lines.dashed(polygonOf(line, lines.offset), colour);
        else
            lines.solid(polygonOf(line, lines.offset), colour);
    }
    for (const auto &line : mark.helpers) {
        if (mark.kind == Kind::Ruler)
            lines.solid(QPolygonF{lines.at(line.front()), lines.at(line.back())}, colour, 1.0, casingPx - 1.0);
        else
            lines.dotted(polygonOf(line, lines.offset), colour);
    }
}

/// From the mark to a label that does not lie beside it.
void addLeader(const Lines &lines, const MarkShape &mark)
{
    constexpr double leastPx = 6.0;
    const bool isBeside = mark.kind == Kind::Probe || mark.kind == Kind::Text;
    const QRectF box = mark.labelRect.translated(lines.offset);
    const QPointF from = lines.at(mark.leaderFrom);
    const QPointF to(std::clamp(from.x(), box.left(), box.right()), std::clamp(from.y(), box.top(), box.bottom()));
    if (!mark.labelRect.isEmpty() && (!isBeside || mark.isLabelPlaced) &&
        std::hypot(to.x() - from.x(), to.y() - from.y()) >= leastPx)
        lines.leader(from, to, colourOf(mark));
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

void paintLabel(Canvas &canvas, const MarkShape &mark, QPointF offset)
{
    const QRectF box = mark.labelRect.translated(offset);
    if (mark.labelRect.isEmpty() || !box.intersects(canvas.area()))
        return;
    const QColor colour = mark.selected ? selectedColour : markColour;
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
    const QTransform toDevice = painter.deviceTransform();
    const double ratio = toDevice.m11();
    LineLayer layer(toDevice.mapRect(canvas.area()).toAlignedRect(), ratio);
    const Lines lines{layer, offset, toDevice};
    std::vector<const MarkShape *> seen;
    for (const auto &mark : marks) {
        if (mark.handles.empty())
            continue;
        addLeader(lines, mark);
        if (!extentOf(mark).translated(offset).intersects(canvas.area()))
            continue;
        seen.push_back(&mark);
        addLines(lines, mark);
    }
    painter.save();
    painter.setBrush(Qt::NoBrush);
    layer.paint(painter, casingColour, {markColour, selectedColour});
    if (!seen.empty()) {
        const std::array<HandleStamp, 2> stamps{HandleStamp(markColour, ratio), HandleStamp(selectedColour, ratio)};
        for (const MarkShape *mark : seen)
            paintHandles(canvas, *mark, stamps[colourOf(*mark)], offset);
    }
    for (const MarkShape &mark : marks)
        paintLabel(canvas, mark, offset);
    painter.restore();
}

} // namespace consilium::render2d
