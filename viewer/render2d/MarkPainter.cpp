#include "viewer/render2d/MarkPainter.h"

#include "viewer/render2d/LineLayer.h"
#include "viewer/render2d/OverlayCanvas.h"

#include <QCache>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <optional>
#include <utility>

namespace consilium::render2d
{

using namespace Qt::StringLiterals;
using Kind = session::AnnotationKind;

namespace
{

constexpr double handlePx = 7.0, footPx = 4.0;

QPointF pointOf(ScreenPoint p)
{
    return {p.x, p.y};
}

bool isDashed(const MarkShape &mark)
{
    return mark.provisional || mark.isPrior ||
           std::any_of(mark.outsideMm.begin(), mark.outsideMm.end(), [](double mm) { return mm > 0.0; });
}

/// From the mark to a label that does not lie beside it; nullopt: there is no line.
std::optional<std::pair<ScreenPoint, ScreenPoint>> leaderOf(const MarkShape &mark)
{
    if (mark.handles.empty() || mark.labelRect.isEmpty() || (mark.kind == Kind::Text && !mark.isLabelPlaced))
        return std::nullopt;
    // Right beside its cross a probe's label needs none.
    const double leastPx = mark.kind == Kind::Probe && !mark.isLabelPlaced ? 24.0 : 6.0;
    const QRectF &box = mark.labelRect;
    const ScreenPoint from = mark.leaderFrom;
    const ScreenPoint to{std::clamp(from.x, box.left(), box.right()), std::clamp(from.y, box.top(), box.bottom())};
    if (!(std::hypot(to.x - from.x, to.y - from.y) >= leastPx))
        return std::nullopt;
    return std::pair(from, to);
}

/// Something small about the middle of a picture with an odd number of pixels on each side.
QImage stampOf(double extentPx, double ratio, const QColor &colour, const std::function<QPainterPath(QPointF)> &shape)
{
    const int side = 2 * int(std::ceil((extentPx + casingPx / 2.0) * ratio)) + 1;
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPainterPath path = shape(QPointF(side / 2.0, side / 2.0));
    painter.strokePath(path, QPen(casingColour, casingPx * ratio, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.strokePath(path, QPen(colour, strokePx * ratio, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    return image;
}

QImage handleStamp(double ratio, const QColor &colour)
{
    return stampOf(handlePx / 2.0, ratio, colour, [ratio](QPointF middle) {
        const double half = handlePx / 2.0 * ratio;
        QPainterPath path;
        path.addRect(QRectF(middle.x() - half, middle.y() - half, 2.0 * half, 2.0 * half));
        return path;
    });
}

QImage footStamp(double ratio, const QColor &colour)
{
    return stampOf(footPx, ratio, colour, [ratio](QPointF middle) {
        QPainterPath path;
        path.addEllipse(middle, footPx * ratio, footPx * ratio);
        return path;
    });
}

/// Of marks in the colour of their layer, of which few are on an image.
QImage layerStamp(double ratio, QRgb colour, bool isFoot)
{
    constexpr qsizetype most = 64;
    using Key = std::pair<std::pair<double, QRgb>, bool>;
    thread_local QCache<Key, QImage> stamps(most);
    const Key key{{ratio, colour}, isFoot};
    if (const QImage *known = stamps.object(key))
        return *known;
    const QImage stamp = isFoot ? footStamp(ratio, QColor(colour)) : handleStamp(ratio, QColor(colour));
    stamps.insert(key, new QImage(stamp));
    return stamp;
}

/// Copied pixel by pixel.
void drawStamp(QPainter &painter, QPointF at, const QImage &stamp)
{
    const QPoint middle((stamp.width() - 1) / 2, (stamp.height() - 1) / 2);
    const QPointF corner = QPointF(std::floor(at.x()), std::floor(at.y())) - middle;
    painter.drawImage(corner, stamp);
}

/// A label with its outline, or on its plate, as it is copied.
struct LabelPicture {
    QImage image;
    QPoint corner; ///< of the label's box in it
};

struct LabelKey {
    QString label;
    QSizeF size; ///< of its box, logical pixels
    double ratio = 1.0;
    QRgb colour = 0;
    bool isBright = false;
    bool operator==(const LabelKey &) const = default;
};

std::size_t qHash(const LabelKey &key, std::size_t seed)
{
    return qHashMulti(seed, key.label, key.ratio, key.colour, key.isBright);
}

LabelPicture makeLabel(const LabelKey &key)
{
    constexpr double asidePx = 8.0, abovePx = 4.0; // a plate is 7 and 3 larger than the box, an outline less
    const QPoint corner(int(std::ceil(asidePx * key.ratio)), int(std::ceil(abovePx * key.ratio)));
    const QSizeF box = key.size * key.ratio;
    QImage image(int(std::ceil(box.width())) + 2 * corner.x(), int(std::ceil(box.height())) + 2 * corner.y(),
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    image.setDevicePixelRatio(key.ratio);
    {
        QPainter painter(&image);
        const QPointF topLeft = QPointF(corner) / key.ratio;
        if (key.isBright)
            paintPlate(painter, QRectF(topLeft, key.size));
        double y = topLeft.y();
        for (const QString &line : labelLines(key.label)) {
            haloText().draw(painter, {topLeft.x(), y}, line, OverlayFont::Text, QColor::fromRgba(key.colour),
                            key.isBright ? HaloText::Style::Plain : HaloText::Style::Halo);
            y += overlayLinePx;
        }
    }
    image.setDevicePixelRatio(1.0);
    return {image, corner};
}

/// Hundreds of labels are copied whole, not glyph by glyph. Kept for each thread that paints.
LabelPicture labelPicture(const LabelKey &key)
{
    constexpr qsizetype mostBytes = 32 << 20; // labels as large as all of a large screen
    thread_local QCache<LabelKey, LabelPicture> pictures(mostBytes);
    if (const LabelPicture *known = pictures.object(key))
        return *known;
    const LabelPicture picture = makeLabel(key);
    pictures.insert(key, new LabelPicture(picture), picture.image.sizeInBytes() + 128);
    return picture;
}

/// Where lines of marks go: from logical pixels of the viewport's image area onto a layer of device pixels.
struct Lines {
    LineLayer &layer;
    QTransform toDevice;

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

std::size_t inkOf(const MarkShape &mark)
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
QPolygonF polygonOf(const std::vector<ScreenPoint> &line)
{
    constexpr double seenPx = 0.1;
    constexpr std::size_t most = 24; // left out between two places
    QPolygonF polygon;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const QPointF at = pointOf(line[i]);
        bool isNeeded = i == 0 || i + 1 == line.size() || i - kept >= most;
        if (!isNeeded) {
            const QPointF next = pointOf(line[i + 1]);
            for (std::size_t j = kept + 1; j <= i && !isNeeded; ++j)
                isNeeded = !(distance2(pointOf(line[j]), polygon.last(), next) <= seenPx * seenPx);
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
    const QPointF at = pointOf(mark.handles.front());
    for (const QPointF way : {QPointF(-1, 0), QPointF(1, 0), QPointF(0, -1), QPointF(0, 1)}) {
        const QPolygonF arm{at + way * 4.0, at + way * 10.0};
        if (isDashed(mark))
            lines.dashed(arm, inkOf(mark));
        else
            lines.solid(arm, inkOf(mark));
    }
}

/// The head is at the first handle: what it points to.
void addArrowHead(const Lines &lines, const MarkShape &mark)
{
    const QPointF tip = pointOf(mark.handles[0]), end = pointOf(mark.handles[1]);
    const double length = std::hypot(end.x() - tip.x(), end.y() - tip.y());
    if (length <= 1.0)
        return;
    const QPointF along = (end - tip) / length, across(-along.y(), along.x());
    lines.solid(QPolygonF{tip + along * 9.0 + across * 4.5, tip, tip + along * 9.0 - across * 4.5}, inkOf(mark));
}

void addBody(const Lines &lines, const MarkShape &mark)
{
    const std::size_t colour = inkOf(mark);
    if (mark.kind == Kind::Probe)
        addProbe(lines, mark);
    if (mark.kind == Kind::Arrow && mark.handles.size() >= 2)
        addArrowHead(lines, mark);
    for (const auto &line : mark.lines) {
        if (isDashed(mark))
            lines.dashed(polygonOf(line), colour);
        else
            lines.solid(polygonOf(line), colour);
    }
    for (const auto &line : mark.helpers) {
        if (mark.kind == Kind::Ruler)
            lines.solid(QPolygonF{pointOf(line.front()), pointOf(line.back())}, colour, 1.0, casingPx - 1.0);
        else
            lines.dotted(polygonOf(line), colour);
    }
}

/// What of a rectangle lies in the picture, in whole pixels; empty also for what is no place.
QRect partOf(const QRect &picture, const QRectF &rect)
{
    const double left = std::max(rect.left(), double(picture.left()));
    const double top = std::max(rect.top(), double(picture.top()));
    const double right = std::min(rect.right(), double(picture.right() + 1));
    const double bottom = std::min(rect.bottom(), double(picture.bottom() + 1));
    if (!(left < right && top < bottom))
        return {};
    return QRect(QPoint(int(std::floor(left)), int(std::floor(top))),
                 QPoint(int(std::ceil(right)) - 1, int(std::ceil(bottom)) - 1));
}

/// Around all that is drawn of it but its label and the line to that, viewport coordinates.
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
    for (const auto *lines : {&mark.lines, &mark.helpers})
        for (const auto &line : *lines)
            std::for_each(line.begin(), line.end(), add);
    constexpr double around = 16.0; // an arrow's head, the arms of a probe, a handle
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

QColor colourOf(const MarkShape &mark)
{
    return mark.layerColour ? QColor(*mark.layerColour) : markColour;
}

QSizeF labelSize(const QString &label)
{
    const QStringList lines = labelLines(label);
    double width = 0.0;
    for (const auto &line : lines)
        width = std::max(width, haloText().width(line, OverlayFont::Text));
    return {width, overlayLinePx * double(lines.size())};
}

MarkPen::MarkPen(const QTransform &toPicture)
    : m_toPicture(toPicture), m_ratio(toPicture.m11()), m_stamps(stampsFor(m_ratio))
{
}

/// Drawn once for a ratio of pixels, as that of a window seldom changes.
MarkPen::Stamps MarkPen::stampsFor(double ratio)
{
    thread_local Stamps stamps;
    if (stamps.ratio == ratio)
        return stamps;
    const std::array<QColor, LineLayer::colours> colours{markColour, selectedColour};
    for (std::size_t i = 0; i < colours.size(); ++i) {
        stamps.handles[i] = handleStamp(ratio, colours[i]);
        stamps.feet[i] = footStamp(ratio, colours[i]);
    }
    stamps.ratio = ratio;
    return stamps;
}

MarkReach MarkPen::reachOf(const MarkShape &mark, const QRect &picture) const
{
    MarkReach reach;
    const auto part = [&](const QRectF &rect) { return partOf(picture, m_toPicture.mapRect(rect)); };
    if (!mark.handles.empty())
        reach.body = part(extentOf(mark));
    if (const auto leader = leaderOf(mark)) {
        constexpr double around = 4.0;
        reach.leader = part(QRectF(pointOf(leader->first), pointOf(leader->second))
                                .normalized()
                                .adjusted(-around, -around, around, around));
    }
    constexpr double aside = 12.0,
                     above = 8.0; // more than its picture has beside the box, and it is moved to whole pixels
    if (!mark.labelRect.isEmpty())
        reach.label = part(mark.labelRect.adjusted(-aside, -above, aside, above));
    return reach;
}

void MarkPen::addLines(LineLayer &layer, const MarkShape &mark) const
{
    const Lines lines{layer, m_toPicture};
    if (const auto leader = leaderOf(mark))
        lines.leader(pointOf(leader->first), pointOf(leader->second), inkOf(mark));
    if (!mark.handles.empty())
        addBody(lines, mark);
}

/// The foot of a handle that lies in front of or behind the image is a ring, so that nobody takes it for the end.
void MarkPen::paintHandles(QPainter &painter, const MarkShape &mark) const
{
    const bool isShownAlways = mark.kind != Kind::Arrow && mark.kind != Kind::Text;
    if (mark.kind == Kind::Probe || !mark.hasHandles())
        return;
    const auto stamp = [&](bool isFoot) {
        if (mark.layerColour && !mark.selected)
            return layerStamp(m_ratio, *mark.layerColour, isFoot);
        return isFoot ? m_stamps.feet[inkOf(mark)] : m_stamps.handles[inkOf(mark)];
    };
    for (std::size_t i = 0; i < mark.handles.size(); ++i) {
        const QPointF at = m_toPicture.map(pointOf(mark.handles[i]));
        if (mark.isOutside(i))
            drawStamp(painter, at, stamp(true));
        else if (isShownAlways || mark.selected)
            drawStamp(painter, at, stamp(false));
    }
}

void MarkPen::paintLabel(QPainter &painter, const MarkShape &mark, bool isBright) const
{
    if (mark.labelRect.isEmpty())
        return;
    const QColor colour = mark.selected ? selectedColour : colourOf(mark);
    const LabelPicture picture = labelPicture({mark.label, mark.labelRect.size(), m_ratio, colour.rgba(), isBright});
    const QPointF at = m_toPicture.map(mark.labelRect.topLeft());
    painter.drawImage(QPointF(std::floor(at.x() + 0.5), std::floor(at.y() + 0.5)) - picture.corner, picture.image);
}

} // namespace consilium::render2d
