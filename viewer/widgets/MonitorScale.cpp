#include "viewer/widgets/MonitorScale.h"

#include <QGuiApplication>
#include <QScreen>
#include <QVariant>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace consilium::widgets
{

using namespace Qt::StringLiterals;

namespace
{
constexpr const char *property = "consiliumMmPerDevicePixel";
constexpr double leastMm = 0.02, mostMm = 2.0;
constexpr double alikeWithin = 0.005;
constexpr double beyondPx = 2.0; ///< of a window that fills its monitor, an edge may lie beyond it

/// A screen's corner is given in device pixels already, its size in logical ones.
QRectF devicePixelsOf(const QScreen &screen)
{
    return {QPointF(screen.geometry().topLeft()), QSizeF(screen.size()) * screen.devicePixelRatio()};
}
} // namespace

std::optional<double> mmPerDevicePixel(const QScreen *screen)
{
    bool isNumber = false;
    const double mm = screen ? screen->property(property).toDouble(&isNumber) : 0.0;
    return isNumber && mm >= leastMm && mm <= mostMm ? std::optional(mm) : std::nullopt;
}

std::optional<double> mmPerLogicalPixel(const QScreen *screen)
{
    const auto mm = mmPerDevicePixel(screen);
    return mm ? std::optional(*mm * screen->devicePixelRatio()) : std::nullopt;
}

MonitorMeasure measureOn(const std::vector<MonitorPixels> &monitors, const QRectF &devicePx, double pixelRatio)
{
    std::optional<double> largest; // of the monitor with the most of it
    double most = 0.0, least = mostMm, greatest = 0.0;
    int count = 0, measured = 0;
    for (const MonitorPixels &monitor : monitors) {
        const QRectF common = monitor.devicePx.intersected(devicePx);
        if (common.width() <= std::min(beyondPx, devicePx.width() / 2.0) ||
            common.height() <= std::min(beyondPx, devicePx.height() / 2.0))
            continue;
        ++count;
        if (monitor.mmPerDevicePx) {
            ++measured;
            least = std::min(least, *monitor.mmPerDevicePx);
            greatest = std::max(greatest, *monitor.mmPerDevicePx);
        }
        if (const double area = common.width() * common.height(); area > most) {
            most = area;
            largest = monitor.mmPerDevicePx;
        }
    }
    if (measured == 0)
        return {};
    if (measured < count || greatest > least * (1.0 + alikeWithin))
        return {std::nullopt, true};
    return {*largest * pixelRatio, false};
}

MonitorMeasure measureAt(const QWidget &widget, const QRect &part)
{
    const QScreen *own = widget.screen();
    // Wayland tells no window where it is.
    if (!own || QGuiApplication::screens().size() < 2 || QGuiApplication::platformName().startsWith("wayland"_L1))
        return {mmPerLogicalPixel(own), false};
    const double ratio = widget.devicePixelRatioF();
    const QRectF ownPx = devicePixelsOf(*own);
    const QPointF corner = QPointF(widget.mapToGlobal(part.topLeft()) - own->geometry().topLeft()) * ratio;
    std::vector<MonitorPixels> monitors;
    for (const QScreen *screen : QGuiApplication::screens()) {
        const QRectF px = devicePixelsOf(*screen);
        if (screen == own || !px.contains(ownPx.center())) // one that shows the same again is no other place
            monitors.push_back({px, mmPerDevicePixel(screen)});
    }
    return measureOn(monitors, {corner + ownPx.topLeft(), QSizeF(part.size()) * ratio}, ratio);
}

MonitorMeasure measureAt(const QWidget &widget)
{
    return measureAt(widget, widget.rect());
}

void setMmPerDevicePixel(QScreen *screen, std::optional<double> mm)
{
    if (screen)
        screen->setProperty(property, mm ? QVariant(*mm) : QVariant());
}

QString monitorKey(const QScreen *screen)
{
    const QSize pixels = (QSizeF(screen->size()) * screen->devicePixelRatio()).toSize();
    QStringList parts{screen->manufacturer(), screen->model(), screen->serialNumber(),
                      u"%1x%2"_s.arg(pixels.width()).arg(pixels.height())};
    // Without any of these it is at least the one of this name.
    if (parts[0].isEmpty() && parts[1].isEmpty() && parts[2].isEmpty())
        parts.prepend(screen->name());
    return parts.join(u'|');
}

QString monitorName(const QScreen *screen)
{
    const QString name = (screen->manufacturer() + u' ' + screen->model()).trimmed();
    return name.isEmpty() ? screen->name() : name;
}

} // namespace consilium::widgets
