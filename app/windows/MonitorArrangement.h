#pragma once
#include <QRect>
#include <QString>
#include <QStringList>

#include <vector>

namespace consilium::app
{

/// A monitor, as far as windows are laid out by it.
struct Monitor {
    QString key;        ///< widgets::monitorKey()
    QRect place, room;  ///< all of it, and without the desktop's bars; logical pixels of the desktop
    double ratio = 1.0; ///< device pixels of a logical one
    bool operator==(const Monitor &) const = default;
};

/// Those that are there now.
[[nodiscard]] std::vector<Monitor> monitorsNow();

/// Names a set of monitors: which they are, where they stand and how fine they are, whatever the order in which they
/// are told. Another one, one less, one elsewhere or of another scale is another arrangement.
[[nodiscard]] QString arrangementOf(std::vector<Monitor> monitors);

/// The monitors that images go to when the list has the monitor `list`, by window (indices in `monitors`): a window
/// lies over those that stand in one row, from left to right, and have one height and scale; others have one of their
/// own. The window with most pixels first, the others from the top and the left. Empty: there is no other monitor.
[[nodiscard]] std::vector<std::vector<std::size_t>> groupsForImages(const std::vector<Monitor> &monitors,
                                                                    std::size_t list);
/// What such a window fills.
[[nodiscard]] QRect roomOf(const std::vector<Monitor> &monitors, const std::vector<std::size_t> &group);

/// Those that no window of groupsForImages() lies on, ascending: they show what another one shows, being set up to
/// mirror it (most of the one lies in the other), and would have one window over the other.
[[nodiscard]] std::vector<std::size_t> unusedForImages(const std::vector<Monitor> &monitors, std::size_t list);
/// For people, of monitors by these names (as many as monitors): which are not used and why. Empty: none.
[[nodiscard]] QString unusedText(const std::vector<std::size_t> &unused, const QStringList &names);
/// The same of those that are there now, when the list has the primary one.
[[nodiscard]] QString unusedNow();

} // namespace consilium::app
