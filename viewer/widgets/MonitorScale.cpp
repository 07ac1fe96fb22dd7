#include "viewer/widgets/MonitorScale.h"

#include <QScreen>
#include <QVariant>

namespace consilium::widgets
{

using namespace Qt::StringLiterals;

namespace
{
constexpr const char *property = "consiliumMmPerDevicePixel";
constexpr double leastMm = 0.02, mostMm = 2.0;
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
