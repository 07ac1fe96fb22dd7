#include "viewer/render2d/PlanePainter.h"

#include "viewer/render2d/OverlayColours.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>

namespace consilium::render2d
{

namespace
{

using dicom::OverlayPlane;

/// The part of a plane that lies over the image, in the plane's rows and columns; the end is not part of it.
struct Part {
    int top = 0, bottom = 0, left = 0, right = 0;
    [[nodiscard]] bool isEmpty() const { return top >= bottom || left >= right; }
};

Part overImage(const OverlayPlane &plane, const dicom::FrameGeometry &geometry)
{
    return {std::max(0, -plane.top), std::min(plane.rows, geometry.rows - plane.top), std::max(0, -plane.left),
            std::min(plane.columns, geometry.columns - plane.left)};
}

/// Image -> device pixels; nullopt when the map has no inverse.
std::optional<imaging::PixelMap> inverse(const imaging::PixelMap &m)
{
    const double det = m[0] * m[4] - m[1] * m[3];
    if (!std::isfinite(det) || std::abs(det) < 1e-12)
        return std::nullopt;
    const double a = m[4] / det, b = -m[1] / det, c = -m[3] / det, d = m[0] / det;
    return imaging::PixelMap{a, b, -(a * m[2] + b * m[5]), c, d, -(c * m[2] + d * m[5])};
}

/// A step of one device pixel passes more than one pixel of the image.
bool shrinks(const imaging::PixelMap &m)
{
    return std::hypot(m[0], m[1]) > 1.0 + 1e-9 || std::hypot(m[3], m[4]) > 1.0 + 1e-9;
}

/// Device columns or rows that the part can reach.
struct Reach {
    int low = 0, high = -1;
    void add(double value, int size)
    {
        const int at = int(std::clamp(std::floor(value), -1.0, double(size)));
        low = high < low ? at - 1 : std::min(low, at - 1);
        high = std::max(high, at + 1);
    }
    void clip(int size)
    {
        low = std::max(low, 0);
        high = std::min(high, size - 1);
    }
};

/// The plane of this frame with its bits, which decoding found in the pixels; nullopt where it did not.
std::optional<OverlayPlane> withBits(const OverlayPlane &plane, const dicom::Instance &image,
                                     const pixels::DecodedFrame &decoded)
{
    const std::vector<int> &places = image.pixels.overlayBits;
    const auto at = std::size_t(std::find(places.begin(), places.end(), plane.bitInPixels) - places.begin());
    const qint64 needed = (qint64(plane.rows) * plane.columns + 7) / 8;
    if (at >= places.size() || at >= decoded.overlays.size() || decoded.overlays[at].size() < needed)
        return std::nullopt;
    OverlayPlane own = plane;
    own.bits = decoded.overlays[at];
    return own;
}

} // namespace

bool PlanePainter::hasPlanes(const dicom::Instance &image)
{
    return image.overlays && std::any_of(image.overlays->begin(), image.overlays->end(),
                                         [&](const OverlayPlane &p) { return p.frameOver(image.frame) >= 0; });
}

void PlanePainter::draw(QImage &target, const dicom::Instance &image, const pixels::DecodedFrame &decoded,
                        const imaging::PixelMap &map)
{
    if (!image.overlays || target.format() != QImage::Format_RGB32)
        return;
    m_width = target.width();
    m_height = target.height();
    m_mask.assign(std::size_t(m_width) * std::size_t(m_height), 0);
    for (const OverlayPlane &plane : *image.overlays) {
        const int frame = plane.frameOver(image.frame);
        if (frame < 0 || overImage(plane, image.geometry).isEmpty())
            continue;
        const bool isInPixels = plane.bitInPixels >= 0;
        const std::optional<OverlayPlane> own = isInPixels ? withBits(plane, image, decoded) : std::nullopt;
        if (isInPixels && !own)
            continue;
        const OverlayPlane &drawn = own ? *own : plane;
        const int drawnFrame = own ? 0 : frame;
        addNearest(drawn, drawnFrame, image.geometry, map);
        if (shrinks(map))
            addEveryBit(drawn, drawnFrame, image.geometry, map);
    }
    paint(target);
}

/// Each device pixel asks the bit that it lies in.
void PlanePainter::addNearest(const OverlayPlane &plane, int frame, const dicom::FrameGeometry &geometry,
                              const imaging::PixelMap &m)
{
    const auto back = inverse(m);
    if (!back)
        return;
    const Part part = overImage(plane, geometry);
    Reach across, down;
    for (const double row : {plane.top + part.top - 0.5, plane.top + part.bottom - 0.5}) {
        for (const double column : {plane.left + part.left - 0.5, plane.left + part.right - 0.5}) {
            across.add((*back)[0] * column + (*back)[1] * row + (*back)[2], m_width);
            down.add((*back)[3] * column + (*back)[4] * row + (*back)[5], m_height);
        }
    }
    across.clip(m_width);
    down.clip(m_height);
    for (int y = down.low; y <= down.high; ++y) {
        std::uint8_t *const line = m_mask.data() + std::size_t(y) * std::size_t(m_width);
        for (int x = across.low; x <= across.high; ++x) {
            const int column = int(std::floor(m[0] * x + m[1] * y + m[2] + 0.5)) - plane.left;
            const int row = int(std::floor(m[3] * x + m[4] * y + m[5] + 0.5)) - plane.top;
            if (row >= part.top && row < part.bottom && column >= part.left && column < part.right &&
                plane.isSet(frame, row, column))
                line[x] = 1;
        }
    }
}

/// Each set bit marks the device pixel that its centre lies in: thin lines stay whole however small the image is shown.
void PlanePainter::addEveryBit(const OverlayPlane &plane, int frame, const dicom::FrameGeometry &geometry,
                               const imaging::PixelMap &map)
{
    const auto back = inverse(map);
    if (!back)
        return;
    const auto &b = *back;
    const Part part = overImage(plane, geometry);
    for (int row = part.top; row < part.bottom; ++row) {
        const double imageRow = plane.top + row;
        const qint64 begin = (qint64(frame) * plane.rows + row) * plane.columns;
        for (int column = part.left; column < part.right; ++column) {
            const qint64 at = begin + column;
            if ((at & 7) == 0 && column + 8 <= part.right && plane.bits[qsizetype(at >> 3)] == 0) {
                column += 7;
                continue;
            }
            if (!plane.isSet(frame, row, column))
                continue;
            const double imageColumn = plane.left + column;
            const double x = std::floor(b[0] * imageColumn + b[1] * imageRow + b[2] + 0.5);
            const double y = std::floor(b[3] * imageColumn + b[4] * imageRow + b[5] + 0.5);
            if (x >= 0.0 && y >= 0.0 && x < m_width && y < m_height)
                m_mask[std::size_t(y) * std::size_t(m_width) + std::size_t(x)] = 1;
        }
    }
}

void PlanePainter::paint(QImage &target) const
{
    const int casing = std::max(1, int(std::lround(target.devicePixelRatio())));
    const QRgb mark = markColour.rgb(), black = qRgb(0, 0, 0);
    const auto stride = std::size_t(target.bytesPerLine()) / sizeof(QRgb);
    auto *const pixels = reinterpret_cast<QRgb *>(target.bits());
    for (int y = 0; y < m_height; ++y) {
        const std::uint8_t *const line = m_mask.data() + std::size_t(y) * std::size_t(m_width);
        for (int x = 0; x < m_width; ++x) {
            const auto *const next =
                static_cast<const std::uint8_t *>(std::memchr(line + x, 1, std::size_t(m_width - x)));
            if (!next)
                break;
            x = int(next - line);
            for (int v = std::max(0, y - casing); v <= std::min(m_height - 1, y + casing); ++v) {
                const std::uint8_t *const near = m_mask.data() + std::size_t(v) * std::size_t(m_width);
                for (int u = std::max(0, x - casing); u <= std::min(m_width - 1, x + casing); ++u)
                    if (!near[u])
                        pixels[std::size_t(v) * stride + std::size_t(u)] = black;
            }
            pixels[std::size_t(y) * stride + std::size_t(x)] = mark;
        }
    }
}

} // namespace consilium::render2d
