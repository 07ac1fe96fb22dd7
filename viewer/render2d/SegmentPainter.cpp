#include "viewer/render2d/SegmentPainter.h"

#include "viewer/segments/EvenOdd.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace consilium::render2d
{

namespace
{

constexpr double edgePx = 1.5; ///< logical width of an outline
constexpr double pointPx = 4.0;

/// Image -> device pixels; false when the map has no inverse.
bool invert(const imaging::PixelMap &m, imaging::PixelMap &back)
{
    const double det = m[0] * m[4] - m[1] * m[3];
    if (!std::isfinite(det) || std::abs(det) < 1e-12)
        return false;
    const double a = m[4] / det, b = -m[1] / det, c = -m[3] / det, d = m[0] / det;
    back = {a, b, -(a * m[2] + b * m[5]), c, d, -(c * m[2] + d * m[5])};
    return true;
}

/// First, then second: both column = m[0] c + m[1] r + m[2] and so on.
imaging::PixelMap chained(const imaging::PixelMap &first, const std::array<double, 6> &second)
{
    const auto &a = second;
    const auto &b = first;
    return {a[0] * b[0] + a[1] * b[3], a[0] * b[1] + a[1] * b[4], a[0] * b[2] + a[1] * b[5] + a[2],
            a[3] * b[0] + a[4] * b[3], a[3] * b[1] + a[4] * b[4], a[3] * b[2] + a[4] * b[5] + a[5]};
}

ImagePoint applied(const imaging::PixelMap &m, ImagePoint p)
{
    return {m[0] * p.column + m[1] * p.row + m[2], m[3] * p.column + m[4] * p.row + m[5]};
}

/// floor() of what lies within some tens of thousands of pixels; std::floor is a call on processors of any age.
int floored(double v)
{
    constexpr double far = 1 << 20;
    return v > -far && v < far ? int(v + far) - int(far) : -1;
}

int mixed(int under, int over, int share)
{
    return (under * (255 - share) + over * share + 127) / 255;
}

QRgb mixed(QRgb under, const segments::Colour &over, int share)
{
    return qRgb(mixed(qRed(under), over.red, share), mixed(qGreen(under), over.green, share),
                mixed(qBlue(under), over.blue, share));
}

} // namespace

ImagePoint SegmentPainter::toDevice(ImagePoint p) const
{
    return applied(m_back, p);
}

bool SegmentPainter::isInside(ImagePoint p) const
{
    return p.column >= -0.5 && p.row >= -0.5 && p.column < m_columns - 0.5 && p.row < m_rows - 0.5;
}

SegmentPainter::Box SegmentPainter::reachOf(const SegmentLayer &layer) const
{
    double left = m_width, right = -1.0, top = m_height, bottom = -1.0;
    const auto add = [&](ImagePoint device) {
        left = std::min(left, device.column);
        right = std::max(right, device.column);
        top = std::min(top, device.row);
        bottom = std::max(bottom, device.row);
    };
    for (const segments::PlacedMask &mask : layer.masks) {
        imaging::PixelMap toImage{};
        if (!invert(mask.toMask, toImage))
            continue;
        const segments::MaskPiece &piece = *mask.piece;
        for (const double row : {piece.top - 0.5, piece.top + piece.rows - 0.5}) {
            for (const double column : {piece.left - 0.5, piece.left + piece.columns - 0.5})
                add(toDevice(applied(toImage, {column, row})));
        }
    }
    for (const auto &polygon : layer.outline.closed) {
        for (const ImagePoint &p : polygon)
            add(toDevice(p));
    }
    if (right < left || bottom < top)
        return {};
    const auto clip = [this](double v, int size) { return int(std::clamp(v, -1.0 - m_edge, double(size) + m_edge)); };
    return {clip(std::floor(left) - 1, m_width), clip(std::floor(top) - 1, m_height),
            clip(std::ceil(right) + 1, m_width), clip(std::ceil(bottom) + 1, m_height)};
}

void SegmentPainter::fillMask(const SegmentLayer &layer, const segments::PlacedMask &mask)
{
    const segments::MaskPiece &piece = *mask.piece;
    const imaging::PixelMap m = chained(m_map, mask.toMask);
    const bool isFractional = layer.object->isFractional();
    const int most = std::max(1, layer.object->maximumFraction);
    const int width = m_box.right - m_box.left + 1;
    for (int y = m_box.top; y <= m_box.bottom; ++y) {
        std::uint8_t *const line = m_share.data() + std::size_t(y - m_box.top) * std::size_t(width);
        for (int x = m_box.left; x <= m_box.right; ++x) {
            const int row = floored(m[3] * x + m[4] * y + m[5] + 0.5);
            const int column = floored(m[0] * x + m[1] * y + m[2] + 0.5);
            const int value = piece.at(row, column, isFractional);
            if (value == 0 || !isInside(applied(m_map, {double(x), double(y)})))
                continue;
            const int share = isFractional ? std::min(255, (value * 255 + most / 2) / most) : 255;
            std::uint8_t &to = line[x - m_box.left];
            to = std::max(to, static_cast<std::uint8_t>(share));
        }
    }
}

void SegmentPainter::fillOutline(const SegmentLayer &layer)
{
    std::vector<std::vector<ImagePoint>> polygons;
    polygons.reserve(layer.outline.closed.size());
    for (const auto &polygon : layer.outline.closed) {
        auto &moved = polygons.emplace_back();
        moved.reserve(polygon.size());
        for (const ImagePoint &p : polygon) {
            const ImagePoint d = toDevice(p);
            moved.push_back({d.column - m_box.left, d.row - m_box.top});
        }
    }
    const int width = m_box.right - m_box.left + 1, height = m_box.bottom - m_box.top + 1;
    segments::fillEvenOdd(polygons, height, width, [&](int row, int first, int last) {
        std::uint8_t *const line = m_share.data() + std::size_t(row) * std::size_t(width);
        for (int x = first; x <= last; ++x) {
            if (isInside(applied(m_map, {double(x + m_box.left), double(row + m_box.top)})))
                line[x] = 255;
        }
    });
}

/// Area and edge. A pixel is on the edge when it is inside and something within the width of the edge is not.
void SegmentPainter::mix(QImage &target, const SegmentLayer &layer) const
{
    const int width = m_box.right - m_box.left + 1, height = m_box.bottom - m_box.top + 1;
    const int opacity = int(std::lround(std::clamp(layer.opacity, 0.0, 1.0) * 255.0));
    const auto stride = std::size_t(target.bytesPerLine()) / sizeof(QRgb);
    auto *const pixels = reinterpret_cast<QRgb *>(target.bits());
    const auto isIn = [&](int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height &&
               m_share[std::size_t(y) * std::size_t(width) + std::size_t(x)] >= 128;
    };
    for (int y = std::max(0, m_box.top); y <= std::min(m_height - 1, m_box.bottom); ++y) {
        const int v = y - m_box.top;
        for (int x = std::max(0, m_box.left); x <= std::min(m_width - 1, m_box.right); ++x) {
            const int u = x - m_box.left;
            const int share = m_share[std::size_t(v) * std::size_t(width) + std::size_t(u)];
            if (share == 0)
                continue;
            bool isEdge = false;
            for (int k = 1; k <= m_edge && share >= 128 && !isEdge; ++k)
                isEdge = !isIn(u - k, v) || !isIn(u + k, v) || !isIn(u, v - k) || !isIn(u, v + k);
            QRgb &pixel = pixels[std::size_t(y) * stride + std::size_t(x)];
            pixel = isEdge ? qRgb(layer.colour.red, layer.colour.green, layer.colour.blue)
                           : mixed(pixel, layer.colour, (share * opacity + 127) / 255);
        }
    }
}

/// Open lines and points have no area.
void SegmentPainter::drawLines(QImage &target, const SegmentLayer &layer) const
{
    if (layer.outline.open.empty() && layer.outline.points.empty())
        return;
    const double ratio = target.devicePixelRatio();
    QImage plain(target.bits(), target.width(), target.height(), target.bytesPerLine(), target.format());
    QPainter painter(&plain); // in device pixels
    QPen pen(QColor(layer.colour.red, layer.colour.green, layer.colour.blue), edgePx * ratio);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto at = [this](ImagePoint p) {
        const ImagePoint d = toDevice(p);
        return QPointF(d.column + 0.5, d.row + 0.5);
    };
    for (const auto &line : layer.outline.open) {
        QPolygonF polyline;
        for (const ImagePoint &p : line)
            polyline.append(at(p));
        painter.drawPolyline(polyline);
    }
    for (const ImagePoint &p : layer.outline.points) {
        if (!isInside(p))
            continue;
        const QPointF centre = at(p);
        const double arm = pointPx * ratio;
        painter.drawLine(centre - QPointF(arm, 0), centre + QPointF(arm, 0));
        painter.drawLine(centre - QPointF(0, arm), centre + QPointF(0, arm));
    }
}

void SegmentPainter::draw(QImage &target, const SegmentLayers &layers, const imaging::PixelMap &map, int rows,
                          int columns)
{
    if (target.format() != QImage::Format_RGB32 || !invert(map, m_back))
        return;
    m_map = map;
    m_width = target.width();
    m_height = target.height();
    m_rows = rows;
    m_columns = columns;
    m_edge = std::max(1, int(std::lround(edgePx * target.devicePixelRatio())));
    for (const SegmentLayer &layer : layers) {
        m_box = reachOf(layer);
        if (!m_box.isEmpty()) {
            m_share.assign(std::size_t(m_box.right - m_box.left + 1) * std::size_t(m_box.bottom - m_box.top + 1), 0);
            for (const segments::PlacedMask &mask : layer.masks)
                fillMask(layer, mask);
            fillOutline(layer);
            mix(target, layer);
        }
        drawLines(target, layer);
    }
}

} // namespace consilium::render2d
