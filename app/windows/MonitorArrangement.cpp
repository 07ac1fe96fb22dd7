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

/// One is set up to show what the other shows. Edges of neighbours may overlap by the rounding of their scales.
bool areMirrored(const Monitor &one, const Monitor &other)
{
    const auto sizeOf = [](const QRect &place) { return double(place.width()) * place.height(); };
    return 2.0 * sizeOf(one.place.intersected(other.place)) > std::min(sizeOf(one.place), sizeOf(other.place));
}

/// All but `list` and those that mirror it or one before them, level by level: one below a row must not come between
/// those that stand in it.
std::vector<std::size_t> usedForImages(const std::vector<Monitor> &monitors, std::size_t list)
{
    std::vector<std::size_t> used;
    for (std::size_t i = 0; i < monitors.size(); ++i) {
        const auto isMirrored = [&](std::size_t other) { return areMirrored(monitors[i], monitors[other]); };
        if (i != list && !isMirrored(list) && std::none_of(used.begin(), used.end(), isMirrored))
            used.push_back(i);
    }
    std::sort(used.begin(), used.end(), [&](std::size_t a, std::size_t b) {
        const QRect &one = monitors[a].place, &other = monitors[b].place;
        return std::pair(one.y(), one.x()) < std::pair(other.y(), other.x());
    });
    return used;
}

} // namespace

std::vector<std::vector<std::size_t>> groupsForImages(const std::vector<Monitor> &monitors, std::size_t list)
{
    std::vector<std::vector<std::size_t>> groups;
    for (const std::size_t one : usedForImages(monitors, list)) {
        if (groups.empty() || !areOneRow(monitors[groups.back().back()], monitors[one]))
            groups.emplace_back();
        groups.back().push_back(one);
    }
    const auto pixels = [&](const std::vector<std::size_t> &group) {
        return std::accumulate(group.begin(), group.end(), 0.0,
                               [&](double sum, std::size_t one) { return sum + pixelsOf(monitors[one]); });
    };
    const auto largest = std::max_element(groups.begin(), groups.end(),
                                          [&](const auto &a, const auto &b) { return pixels(a) < pixels(b); });
    if (largest != groups.end())
        std::rotate(groups.begin(), largest, largest + 1);
    return groups;
}

QRect roomOf(const std::vector<Monitor> &monitors, const std::vector<std::size_t> &group)
{
    QRect all;
    for (const std::size_t index : group)
        all = all.united(monitors[index].room);
    return all;
}

std::vector<std::size_t> unusedForImages(const std::vector<Monitor> &monitors, std::size_t list)
{
    std::vector<std::size_t> unused;
    const auto used = usedForImages(monitors, list);
    for (std::size_t i = 0; i < monitors.size(); ++i)
        if (i != list && std::find(used.begin(), used.end(), i) == used.end())
            unused.push_back(i);
    return unused;
}

QString unusedText(const std::vector<std::size_t> &unused, const QStringList &names)
{
    QStringList sentences;
    for (const std::size_t one : unused)
        sentences << Text::tr("Monitor “%1” shows no images of its own: it is set up to show what another one shows.")
                         .arg(names.value(qsizetype(one)));
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
