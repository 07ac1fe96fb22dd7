#include "viewer/render2d/LineLayer.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace consilium::render2d
{

namespace
{

double lengthOf(QPointF way)
{
    return std::hypot(way.x(), way.y());
}

/// Each byte of a pixel times `by` of 255, rounded to nearest; two bytes at a time.
std::uint32_t scaled(std::uint32_t pixel, std::uint32_t by)
{
    constexpr std::uint32_t even = 0x00ff00ff, half = 0x00800080;
    std::uint32_t low = (pixel & even) * by + half, high = ((pixel >> 8U) & even) * by + half;
    low = ((low + ((low >> 8U) & even)) >> 8U) & even;
    high = (high + ((high >> 8U) & even)) & ~even;
    return low | high;
}

} // namespace

LineLayer::Ink::Ink(const QColor &colour)
{
    const std::uint32_t full = qPremultiply(colour.rgba());
    for (std::uint32_t covered = 0; covered < top.size(); ++covered) {
        top[covered] = scaled(full, covered);
        stays[covered] = std::uint8_t(255 - qAlpha(top[covered]));
    }
}

LineLayer::LineLayer(const QRect &area, double ratio)
    : m_area(area),
      m_ratio(ratio),
      m_columns((std::max(area.width(), 0) + side - 1) / side),
      m_tiles(std::size_t(m_columns) * std::size_t((std::max(area.height(), 0) + side - 1) / side))
{
}

LineLayer::~LineLayer() = default;

/// Null: it is not to be drawn.
LineLayer::Tile *LineLayer::tileAt(int x, int y)
{
    const std::size_t at =
        std::size_t((y - m_area.top()) / side) * std::size_t(m_columns) + std::size_t((x - m_area.left()) / side);
    if (!m_kept.empty() && !(at < m_kept.size() && m_kept[at]))
        return nullptr;
    auto &tile = m_tiles[at];
    if (!tile)
        tile = std::make_unique<Tile>();
    return tile.get();
}

LineLayer::Pen LineLayer::penOf(std::size_t colour, double widthPx, double casingPx) const
{
    Pen pen;
    pen.plane = 1 + colour;
    pen.radius = float(widthPx * m_ratio / 2.0);
    pen.casing = float(casingPx * m_ratio / 2.0);
    pen.most = std::min(1.0F, 2.0F * pen.radius);
    pen.mostCasing = std::min(1.0F, 2.0F * pen.casing);
    pen.reach = std::max(pen.radius, pen.casing) + 0.5F;
    return pen;
}

void LineLayer::add(std::span<const QPointF> line, std::size_t colour, double widthPx, double casingPx)
{
    const Pen pen = penOf(colour, widthPx, casingPx);
    if (line.size() == 1)
        addPiece(line[0], line[0], pen);
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        addPiece(line[i], line[i + 1], pen);
}

void LineLayer::addDashed(std::span<const QPointF> line, std::size_t colour, double widthPx, double casingPx,
                          double dashPx, double gapPx)
{
    const Pen pen = penOf(colour, widthPx, casingPx);
    const double dash = dashPx * m_ratio, period = dash + gapPx * m_ratio;
    double done = 0.0; // of the period, at the beginning of the piece
    if (!(period > 0.0))
        return;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const QPointF way = line[i + 1] - line[i];
        const double length = lengthOf(way);
        if (!(length > 0.0) || !std::isfinite(length))
            continue;
        // Of a line that goes far beyond the screen only the dashes near it are walked through.
        const QPointF middle = QRectF(m_area).center();
        const double nearest = QPointF::dotProduct(middle - line[i], way) / length;
        const double around = std::hypot(m_area.width(), m_area.height()) + period;
        const double least = std::max(0.0, nearest - around), most = std::min(length, nearest + around);
        const double first = -done + period * std::max(0.0, std::floor((least + done) / period));
        for (double from = first; from < most; from += period) {
            const double begin = std::max(from, 0.0), end = std::min(from + dash, length);
            if (begin <= end)
                addPiece(line[i] + way * (begin / length), line[i] + way * (end / length), pen);
        }
        done = std::fmod(done + length, period);
    }
}

void LineLayer::addPiece(QPointF a, QPointF b, const Pen &pen)
{
    const QPointF way = b - a;
    const double length2 = QPointF::dotProduct(way, way);
    if (!std::isfinite(length2) || !std::isfinite(a.x()) || !std::isfinite(a.y()))
        return;
    const double reach = pen.reach;
    const double top = std::min(a.y(), b.y()) - reach, bottom = std::max(a.y(), b.y()) + reach;
    const int first = int(std::clamp(std::floor(top), double(m_area.top()), double(m_area.bottom() + 1)));
    const int last = int(std::clamp(std::ceil(bottom), double(m_area.top() - 1), double(m_area.bottom())));
    const double perY = way.y() != 0.0 ? 1.0 / way.y() : 0.0;
    for (int y = first; y <= last; ++y) {
        // The part of the line that is near enough to this row of pixels.
        double t0 = 0.0, t1 = 1.0;
        if (way.y() != 0.0) {
            const double u = (y + 0.5 - reach - a.y()) * perY, v = (y + 0.5 + reach - a.y()) * perY;
            t0 = std::max(0.0, std::min(u, v));
            t1 = std::min(1.0, std::max(u, v));
            if (t0 > t1)
                continue;
        } else if (std::abs(y + 0.5 - a.y()) > reach) {
            continue;
        }
        const double x0 = a.x() + way.x() * t0, x1 = a.x() + way.x() * t1;
        const double left = std::floor(std::min(x0, x1) - reach), right = std::ceil(std::max(x0, x1) + reach);
        const int from = int(std::clamp(left, double(m_area.left()), double(m_area.right() + 1)));
        const int to = int(std::clamp(right, double(m_area.left() - 1), double(m_area.right())));
        // From a point of the line near this row, so that single precision is enough however long the line is.
        const double nearT = (t0 + t1) / 2.0;
        const QPointF near = a + way * nearT;
        const double length = std::sqrt(length2);
        Row row;
        row.y = y;
        row.fromX = float(from + 0.5 - near.x());
        row.fromY = float(y + 0.5 - near.y());
        row.alongX = length > 0.0 ? float(way.x() / length) : 0.0F;
        row.alongY = length > 0.0 ? float(way.y() / length) : 0.0F;
        row.before = float(-nearT * length);
        row.behind = float((1.0 - nearT) * length);
        for (int x = from; x <= to;) {
            const int end = std::min(to, x + side - 1 - (x - m_area.left()) % side);
            addRow(x, end, float(x - from), row, pen);
            x = end + 1;
        }
    }
}

/// Pixels of one row that lie in one tile.
void LineLayer::addRow(int from, int to, float skipped, const Row &row, const Pen &pen)
{
    const float most2 = pen.reach * pen.reach;
    Tile *tile = nullptr;
    for (int x = from; x <= to; ++x, skipped += 1.0F) {
        const float toX = row.fromX + skipped;
        const float along = std::min(std::max(toX * row.alongX + row.fromY * row.alongY, row.before), row.behind);
        const float dx = toX - row.alongX * along, dy = row.fromY - row.alongY * along;
        const float distance2 = dx * dx + dy * dy;
        if (distance2 >= most2)
            continue;
        if (!tile)
            tile = tileAt(x, row.y);
        if (!tile)
            return;
        const float distance = std::sqrt(distance2);
        const std::size_t at =
            std::size_t((row.y - m_area.top()) % side) * side + std::size_t((x - m_area.left()) % side);
        const auto cover = [&](std::size_t plane, float radius, float most) {
            const float share = std::min(std::max(radius + 0.5F - distance, 0.0F), 1.0F) * most;
            std::uint8_t &covered = tile->covered[plane][at];
            covered = std::max(covered, std::uint8_t(share * 255.0F + 0.5F));
        };
        cover(0, pen.casing, pen.mostCasing);
        cover(pen.plane, pen.radius, pen.most);
    }
}

void LineLayer::drawRow(const Tile &tile, int row, int width, const Inks &inks, std::uint32_t *pixels, Below below)
{
    // Most of a tile is free: eight pixels are passed over at a time.
    constexpr int step = 8;
    static_assert(side % step == 0);
    const std::size_t line = std::size_t(row) * side;
    for (int from = 0; from < width; from += step) {
        std::uint64_t any = 0;
        for (const auto &plane : tile.covered) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, plane.data() + line + std::size_t(from), sizeof eight);
            any |= eight;
        }
        if (any == 0)
            continue;
        for (int x = from; x < std::min(from + step, width); ++x) {
            std::uint32_t pixel = below == Below::Stays ? pixels[x] : 0;
            bool isCovered = false;
            for (std::size_t plane = 0; plane < inks.size(); ++plane) {
                const std::uint8_t covered = tile.covered[plane][line + std::size_t(x)];
                if (covered == 0)
                    continue;
                pixel = inks[plane].top[covered] + scaled(pixel, inks[plane].stays[covered]);
                isCovered = true;
            }
            if (isCovered)
                pixels[x] = pixel;
        }
    }
}

void LineLayer::drawOnto(QImage &image, const QColor &casing, const std::array<QColor, colours> &inks) const
{
    static_assert(colours == 2);
    drawInto(image, {Ink(casing), Ink(inks[0]), Ink(inks[1])}, Below::Gone);
}

void LineLayer::drawOver(QImage &image, const QColor &casing, const std::array<QColor, colours> &inks) const
{
    static_assert(colours == 2);
    drawInto(image, {Ink(casing), Ink(inks[0]), Ink(inks[1])}, Below::Stays);
}

void LineLayer::drawInto(QImage &image, const Inks &inks, Below below) const
{
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        if (!m_tiles[i])
            continue;
        const int left = int(i % std::size_t(m_columns)) * side, top = int(i / std::size_t(m_columns)) * side;
        const int width = std::min(side, image.width() - left), height = std::min(side, image.height() - top);
        for (int y = 0; y < height; ++y)
            drawRow(*m_tiles[i], y, width, inks, reinterpret_cast<std::uint32_t *>(image.scanLine(top + y)) + left,
                    below);
    }
}

void LineLayer::paint(QPainter &painter, const QColor &casing, const std::array<QColor, colours> &inks) const
{
    const Inks all{Ink(casing), Ink(inks[0]), Ink(inks[1])};
    static_assert(colours == 2);
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    const QTransform back = painter.deviceTransform().inverted();
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        if (!m_tiles[i])
            continue;
        image.fill(Qt::transparent);
        for (int y = 0; y < side; ++y)
            drawRow(*m_tiles[i], y, side, all, reinterpret_cast<std::uint32_t *>(image.scanLine(y)));
        const QPointF corner(m_area.left() + int(i % std::size_t(m_columns)) * side,
                             m_area.top() + int(i / std::size_t(m_columns)) * side);
        // Copied pixel by pixel: the place is one of device pixels, mapped back.
        if (m_ratio == 1.0)
            painter.drawImage(back.map(corner), image);
        else
            painter.drawImage(back.mapRect(QRectF(corner, QSizeF(side, side))), image);
    }
}

} // namespace consilium::render2d
