#pragma once
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QScreen;
class QWidget;

namespace consilium::widgets
{

/// How large a monitor's pixels really are, from a person's ruler: what a monitor says of itself is wrong too often to
/// show anything in true size by it. The measure is kept with the screen while the program runs; the program stores it
/// under monitorKey().

/// Millimetres of a logical pixel; nullopt: nobody has measured this monitor.
[[nodiscard]] std::optional<double> mmPerLogicalPixel(const QScreen *screen);
/// Of a DEVICE pixel, 0.02 to 2 mm; anything else, or nullopt: not measured.
void setMmPerDevicePixel(QScreen *screen, std::optional<double> mm);
[[nodiscard]] std::optional<double> mmPerDevicePixel(const QScreen *screen);

/// What a pixel measures where something is seen: two monitors side by side may differ.
struct MonitorMeasure {
    std::optional<double> mmPerPx; ///< of a logical pixel of the window; nullopt: there is no one measure
    bool isAcross = false; ///< it lies on several monitors whose pixels differ in size, or of which one is not measured
    bool operator==(const MonitorMeasure &) const = default;
};
/// Of the monitor that a part of a widget lies on (in its own logical pixels; whether it is visible does not matter),
/// not that which its window counts to.
[[nodiscard]] MonitorMeasure measureAt(const QWidget &widget, const QRect &part);
[[nodiscard]] MonitorMeasure measureAt(const QWidget &widget); ///< of all of it

/// A monitor in the pixels of the desktop, and what one of these measures.
struct MonitorPixels {
    QRectF devicePx;
    std::optional<double> mmPerDevicePx;
};
/// Of what lies in `devicePx`; a pixel or two beyond an edge do not count. On several monitors whose pixels are alike
/// (within 0.5 %, as far as a ruler tells) the measure is that of the one with the most of it. Outside all of them
/// there is none. `pixelRatio`: device pixels of a logical one of the window.
[[nodiscard]] MonitorMeasure measureOn(const std::vector<MonitorPixels> &monitors, const QRectF &devicePx,
                                       double pixelRatio);

/// Names the monitor, not where it is plugged in: maker, model, serial number and resolution. The same for two monitors
/// that say the same of themselves.
[[nodiscard]] QString monitorKey(const QScreen *screen);
/// For people: maker and model; of one that says neither the name under which the system knows it.
[[nodiscard]] QString monitorName(const QScreen *screen);

} // namespace consilium::widgets
