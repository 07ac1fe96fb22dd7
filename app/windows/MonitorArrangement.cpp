#include "app/windows/MonitorArrangement.h"

#include "viewer/widgets/MonitorScale.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QScreen>

#include <algorithm>
#include <numeric>
#include <utility>

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

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(MonitorArrangement)
};

double pixelsOf(const Monitor &monitor)
{
    return monitor.ratio * monitor.ratio * monitor.room.width() * monitor.room.height();
}

bool areOneRow(const Monitor &left, const Monitor &right)
{
    return left.place.right() + 1 == right.place.left() && left.place.top() == right.place.top() &&
           left.place.height() == right.place.height() && left.ratio == right.ratio;
}

/// Which of them images go to, from left to right: of the rows of monitors that go together the one with most pixels.
std::vector<std::size_t> usedForImages(const std::vector<Monitor> &monitors, std::size_t list)
{
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < monitors.size(); ++i)
        if (i != list)
            others.push_back(i);
    // Level by level: one below a row must not come between those that stand in it.
    std::sort(others.begin(), others.end(), [&](std::size_t a, std::size_t b) {
        const QRect &one = monitors[a].place, &other = monitors[b].place;
        return std::pair(one.y(), one.x()) < std::pair(other.y(), other.x());
    });
    std::vector<std::vector<std::size_t>> rows;
    for (const std::size_t one : others) {
        if (rows.empty() || !areOneRow(monitors[rows.back().back()], monitors[one]))
            rows.emplace_back();
        rows.back().push_back(one);
    }
    const auto pixels = [&](const std::vector<std::size_t> &row) {
        return std::accumulate(row.begin(), row.end(), 0.0,
                               [&](double sum, std::size_t one) { return sum + pixelsOf(monitors[one]); });
    };
    const auto largest =
        std::max_element(rows.begin(), rows.end(), [&](const auto &a, const auto &b) { return pixels(a) < pixels(b); });
    return largest == rows.end() ? std::vector<std::size_t>() : *largest;
}

} // namespace

QRect roomForImages(const std::vector<Monitor> &monitors, std::size_t list)
{
    QRect all;
    for (const std::size_t index : usedForImages(monitors, list))
        all = all.united(monitors[index].room);
    return all;
}

std::vector<UnusedMonitor> unusedForImages(const std::vector<Monitor> &monitors, std::size_t list)
{
    using Why = UnusedMonitor::Why;
    std::vector<UnusedMonitor> unused;
    const auto used = usedForImages(monitors, list);
    for (std::size_t i = 0; i < monitors.size(); ++i) {
        if (i == list || std::find(used.begin(), used.end(), i) != used.end())
            continue;
        const Monitor &taken = monitors[used.front()], &left = monitors[i];
        unused.push_back({i, left.ratio != taken.ratio                     ? Why::Scale
                             : left.place.height() != taken.place.height() ? Why::Height
                                                                           : Why::Place});
    }
    return unused;
}

QString unusedText(const std::vector<UnusedMonitor> &unused, const QStringList &names)
{
    QStringList sentences;
    for (const UnusedMonitor &one : unused) {
        const QString name = names.value(qsizetype(one.index));
        switch (one.why) {
        case UnusedMonitor::Why::Scale:
            sentences << Text::tr("Monitor “%1” shows no images: its scale is another one than that of the monitor "
                                  "with the images, and a window has one scale.")
                             .arg(name);
            break;
        case UnusedMonitor::Why::Height:
            sentences << Text::tr("Monitor “%1” shows no images: its height is another one than that of the monitor "
                                  "with the images.")
                             .arg(name);
            break;
        case UnusedMonitor::Why::Place:
            sentences << Text::tr("Monitor “%1” shows no images: in the system's settings it does not stand side by "
                                  "side, at one level, with the monitor with the images.")
                             .arg(name);
            break;
        }
    }
    return sentences.join(u' ');
}

QString unusedNow()
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    QStringList names;
    for (const QScreen *screen : screens)
        names << widgets::monitorName(screen);
    const auto list = std::size_t(std::max<qsizetype>(0, screens.indexOf(QGuiApplication::primaryScreen())));
    return unusedText(unusedForImages(monitorsNow(), list), names);
}

} // namespace consilium::app
