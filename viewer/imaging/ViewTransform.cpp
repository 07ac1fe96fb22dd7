#include "viewer/imaging/ViewTransform.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace consilium::imaging
{

namespace
{

struct Turn {
    double cosine = 1.0, sine = 0.0;
};

/// Exact at multiples of 90 degrees, so that pixels stay on the grid there and the fast paths of the renderer apply.
Turn turnOf(double degreesClockwise)
{
    const double turns = degreesClockwise / 90.0;
    if (turns == std::floor(turns)) {
        static constexpr std::array<Turn, 4> exact{Turn{1, 0}, Turn{0, 1}, Turn{-1, 0}, Turn{0, -1}};
        return exact[std::size_t(((std::int64_t(turns) % 4) + 4) % 4)];
    }
    const double radians = degreesClockwise * M_PI / 180.0;
    return {std::cos(radians), std::sin(radians)};
}

/// Size of one image pixel in units of the zoom.
struct PixelSize {
    double alongRow = 1.0, alongColumn = 1.0;
};

PixelSize pixelSizeOf(const dicom::FrameGeometry &geometry)
{
    if (geometry.spacing.isKnown())
        return {geometry.spacing.betweenColumnsMm, geometry.spacing.betweenRowsMm};
    return {1.0, geometry.aspectRowsToColumns > 0.0 ? geometry.aspectRowsToColumns : 1.0};
}

/// In the unit of the image: pixels of an image whose spacing is known are so many of its columns. mm of an image
/// without spacing mean nothing.
session::ZoomPan inUnit(session::ZoomPan zoom, session::SpanUnit unit, const PixelSize &pixel)
{
    if (zoom.unit == unit || unit != session::SpanUnit::Millimetres)
        return zoom;
    return {unit, zoom.across * pixel.alongRow, zoom.offsetAlongRow * pixel.alongRow,
            zoom.offsetAlongColumn * pixel.alongColumn};
}

bool isUsable(const session::ZoomPan &zoom, session::SpanUnit unit)
{
    return zoom.unit == unit && zoom.across > 0.0 && std::isfinite(zoom.across) && std::isfinite(zoom.offsetAlongRow) &&
           std::isfinite(zoom.offsetAlongColumn);
}

/// Screen displacement -> displacement in the image plane, in units of the zoom times the scale: the turn undone, then
/// the flip.
std::pair<double, double> unturned(double x, double y, const session::Orientation &orientation)
{
    const Turn turn = turnOf(orientation.rotationDeg);
    const double u = x * turn.cosine + y * turn.sine;
    const double v = -x * turn.sine + y * turn.cosine;
    return {orientation.flipped ? -u : u, v};
}

/// The coordinate of the screen that `axis` gives of an image point: axis[0] column + axis[1] row + axis[2], logical
/// pixels. Where one pixel of the image is a whole number of device pixels along it, its edges are put between device
/// pixels: none of them is mixed then of two pixels of the image. That moves the image by half a device pixel at most;
/// halves all go to the same side, or an image that is dragged by whole pixels would tremble.
void snap(std::span<double, 3> axis, double devicePixelRatio)
{
    constexpr double relative = 1e-9, hair = 1e-6;
    if (axis[0] != 0.0 && axis[1] != 0.0)
        return; // not square to the screen
    double &step = axis[0] != 0.0 ? axis[0] : axis[1];
    const double devicePixels = step * devicePixelRatio, whole = std::round(devicePixels);
    if (whole == 0.0 || !(std::abs(devicePixels - whole) <= relative * std::abs(whole)))
        return;
    step = whole / devicePixelRatio;
    const double edge = (axis[2] - step / 2.0) * devicePixelRatio;
    axis[2] = std::ceil(edge - 0.5 - hair) / devicePixelRatio + step / 2.0;
}

QChar opposite(QChar letter)
{
    static constexpr QStringView pairs = u"LRAPHF";
    const auto at = pairs.indexOf(letter);
    return at < 0 ? QChar() : pairs[at ^ 1];
}

/// The letters for a step along (du, dv) when the file only names the directions of rows and columns. The stronger of
/// the two axes decides; with `all` the weaker follows when it is above sin(10 degrees), as in
/// dicom::orientationLetters().
QString lettersFromNames(const dicom::FrameGeometry &geometry, double du, double dv, bool all)
{
    const auto directed = [all](const QString &names, double sign) {
        QString letters;
        for (const QChar name : names) {
            const QChar other = opposite(name);
            if (other.isNull())
                return QString(); // not a human direction: better none than a guess
            letters += sign > 0.0 ? name : other;
        }
        return all ? letters : letters.left(1);
    };
    const QString along = directed(geometry.rowLetters, du), down = directed(geometry.columnLetters, dv);
    if (along.isEmpty() || down.isEmpty())
        return {};
    const bool rowWins = std::abs(du) >= std::abs(dv);
    QString letters = rowWins ? along : down;
    const double weaker = std::min(std::abs(du), std::abs(dv));
    if (all && weaker > std::sin(10.0 * M_PI / 180.0)) {
        for (const QChar letter : rowWins ? down : along) {
            if (!letters.contains(letter) && !letters.contains(opposite(letter)))
                letters += letter;
        }
    }
    return letters;
}

} // namespace

ViewTransform::ViewTransform(const dicom::FrameGeometry &geometry, const session::ViewState &view, double widthPx,
                             double heightPx, double devicePixelRatio)
    : m_geometry(geometry),
      m_orientation(view.orientation),
      m_unit(geometry.spacing.isKnown() ? session::SpanUnit::Millimetres : session::SpanUnit::ImagePixels),
      m_width(widthPx),
      m_height(heightPx),
      m_devicePixelRatio(devicePixelRatio)
{
    const PixelSize pixel = pixelSizeOf(geometry);
    const Turn turn = turnOf(m_orientation.rotationDeg);
    const double shorter = std::min(widthPx, heightPx);
    const auto wanted = view.zoomPan ? inUnit(*view.zoomPan, m_unit, pixel) : session::ZoomPan();
    if (view.zoomPan && isUsable(wanted, m_unit)) {
        m_effective = wanted;
        m_scale = shorter / m_effective.across;
    } else {
        // The box that the turned image fills has to fit.
        const double width = geometry.columns * pixel.alongRow, height = geometry.rows * pixel.alongColumn;
        const double boxWidth = std::abs(width * turn.cosine) + std::abs(height * turn.sine);
        const double boxHeight = std::abs(width * turn.sine) + std::abs(height * turn.cosine);
        m_scale = std::min(widthPx / boxWidth, heightPx / boxHeight);
        m_effective = {m_unit, shorter / m_scale, 0.0, 0.0};
    }
    // u = (column - centre) * size - offset, v alike; mirrored, turned clockwise (y runs down), scaled, moved to the
    // middle.
    const double mirror = m_orientation.flipped ? -1.0 : 1.0;
    const double u0 = -(geometry.columns - 1) / 2.0 * pixel.alongRow - m_effective.offsetAlongRow;
    const double v0 = -(geometry.rows - 1) / 2.0 * pixel.alongColumn - m_effective.offsetAlongColumn;
    const double xu = m_scale * turn.cosine * mirror, xv = -m_scale * turn.sine;
    const double yu = m_scale * turn.sine * mirror, yv = m_scale * turn.cosine;
    m_toScreen = {xu * pixel.alongRow, xv * pixel.alongColumn, xu * u0 + xv * v0 + widthPx / 2.0,
                  yu * pixel.alongRow, yv * pixel.alongColumn, yu * u0 + yv * v0 + heightPx / 2.0};
    snap(std::span(m_toScreen).first<3>(), devicePixelRatio);
    snap(std::span(m_toScreen).last<3>(), devicePixelRatio);
    const auto &m = m_toScreen;
    const double determinant = m[0] * m[4] - m[1] * m[3];
    m_toImage = {m[4] / determinant,  -m[1] / determinant, (m[1] * m[5] - m[4] * m[2]) / determinant,
                 -m[3] / determinant, m[0] / determinant,  (m[3] * m[2] - m[0] * m[5]) / determinant};
}

ScreenPoint ViewTransform::toScreen(ImagePoint p) const
{
    const auto &m = m_toScreen;
    return {m[0] * p.column + m[1] * p.row + m[2], m[3] * p.column + m[4] * p.row + m[5]};
}

ImagePoint ViewTransform::toImage(ScreenPoint p) const
{
    const auto &m = m_toImage;
    return {m[0] * p.x + m[1] * p.y + m[2], m[3] * p.x + m[4] * p.y + m[5]};
}

double ViewTransform::magnification() const
{
    return m_scale * pixelSizeOf(m_geometry).alongRow;
}

session::ZoomPan ViewTransform::zoomedAbout(ScreenPoint anchor, double factor) const
{
    if (!(factor > 0.0) || !std::isfinite(factor))
        return m_effective;
    // The place under the anchor is offset + d / scale before, and offset' + d / (scale * factor) after.
    const auto [u, v] = unturned(anchor.x - m_width / 2.0, anchor.y - m_height / 2.0, m_orientation);
    session::ZoomPan zoom = m_effective;
    zoom.across /= factor;
    zoom.offsetAlongRow += u / m_scale * (1.0 - 1.0 / factor);
    zoom.offsetAlongColumn += v / m_scale * (1.0 - 1.0 / factor);
    return zoom;
}

session::ZoomPan ViewTransform::panned(ScreenVector by) const
{
    const auto [u, v] = unturned(by.dx, by.dy, m_orientation);
    session::ZoomPan zoom = m_effective;
    zoom.offsetAlongRow -= u / m_scale;
    zoom.offsetAlongColumn -= v / m_scale;
    return zoom;
}

ViewTransform::EdgeLetters ViewTransform::edgeLetters(bool all) const
{
    if (!m_geometry.hasSides())
        return {};
    const auto lettersTowards = [this, all](double x, double y) -> QString {
        const auto [u, v] = unturned(x, y, m_orientation);
        if (m_geometry.isOriented())
            return dicom::orientationLetters(*m_geometry.alongRow * u + *m_geometry.alongColumn * v, all);
        return lettersFromNames(m_geometry, u, v, all);
    };
    return {lettersTowards(-1, 0), lettersTowards(1, 0), lettersTowards(0, -1), lettersTowards(0, 1)};
}

} // namespace consilium::imaging
