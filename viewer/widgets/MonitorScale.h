#pragma once
#include <QString>

#include <optional>

class QScreen;

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
/// Names the monitor, not where it is plugged in: maker, model, serial number and resolution. The same for two monitors
/// that say the same of themselves.
[[nodiscard]] QString monitorKey(const QScreen *screen);
/// For people: maker and model; of one that says neither the name under which the system knows it.
[[nodiscard]] QString monitorName(const QScreen *screen);

} // namespace consilium::widgets
