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

/// Where images go when the list has the monitor `list`: over others that stand in one row and have one height and
/// scale; of several such rows over the one with most pixels. Empty: there is no other.
[[nodiscard]] QRect roomForImages(const std::vector<Monitor> &monitors, std::size_t list);

/// A monitor that roomForImages() leaves out, and what it differs in from those that are used.
struct UnusedMonitor {
    enum class Why {
        Scale,  ///< another number of device pixels of a logical one: a window has one scale
        Height, ///< an image across the edge would not fit together
        Place   ///< not side by side, at one level and without a gap
    };
    std::size_t index = 0; ///< in `monitors`
    Why why = Why::Scale;
    bool operator==(const UnusedMonitor &) const = default;
};
/// Ascending; empty: all are used, or there is none but `list`.
[[nodiscard]] std::vector<UnusedMonitor> unusedForImages(const std::vector<Monitor> &monitors, std::size_t list);
/// For people, of monitors by these names (as many as monitors): which are not used and why. Empty: none.
[[nodiscard]] QString unusedText(const std::vector<UnusedMonitor> &unused, const QStringList &names);
/// The same of those that are there now, when the list has the primary one.
[[nodiscard]] QString unusedNow();

} // namespace consilium::app
