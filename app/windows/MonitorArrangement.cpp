#include "app/windows/MonitorArrangement.h"

#include "viewer/widgets/MonitorScale.h"

#include <QCryptographicHash>
#include <QGuiApplication>
#include <QScreen>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

std::vector<Monitor> monitorsNow()
{
    std::vector<Monitor> all;
    for (const QScreen *screen : QGuiApplication::screens())
        all.push_back(
            {widgets::monitorKey(screen), screen->geometry(), screen->availableGeometry(), screen->devicePixelRatio()});
    return all;
}

QString arrangementOf(std::vector<Monitor> monitors)
{
    QStringList parts;
    for (const Monitor &monitor : monitors)
        parts << u"%1 %2,%3 %4x%5 %6"_s.arg(monitor.key)
                     .arg(monitor.place.x())
                     .arg(monitor.place.y())
                     .arg(monitor.place.width())
                     .arg(monitor.place.height())
                     .arg(monitor.ratio);
    parts.sort();
    const QByteArray hash = QCryptographicHash::hash(parts.join(u'\n').toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(16));
}

QRect roomForImages(const std::vector<Monitor> &monitors, std::size_t list)
{
    std::vector<Monitor> others;
    for (std::size_t i = 0; i < monitors.size(); ++i)
        if (i != list)
            others.push_back(monitors[i]);
    if (others.empty())
        return {};
    std::sort(others.begin(), others.end(), [](const auto &a, const auto &b) { return a.place.x() < b.place.x(); });
    QRect all = others.front().room;
    bool isRow = true;
    for (std::size_t i = 1; i < others.size(); ++i) {
        const Monitor &left = others[i - 1], &right = others[i];
        isRow = isRow && left.place.right() + 1 == right.place.left() && left.place.top() == right.place.top() &&
                left.place.height() == right.place.height() && left.ratio == right.ratio;
        all = all.united(right.room);
    }
    if (isRow)
        return all;
    const auto area = [](const Monitor &monitor) {
        return monitor.ratio * monitor.ratio * monitor.room.width() * monitor.room.height();
    };
    return std::max_element(others.begin(), others.end(),
                            [&](const auto &a, const auto &b) { return area(a) < area(b); })
        ->room;
}

} // namespace consilium::app
