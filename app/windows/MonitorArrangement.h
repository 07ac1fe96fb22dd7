#pragma once
#include <QRect>
#include <QString>

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

/// Where images go when the list has the monitor `list`: over all others that stand in one row and have one height and
/// scale; where they do not, over the largest. Empty: there is no other.
[[nodiscard]] QRect roomForImages(const std::vector<Monitor> &monitors, std::size_t list);

} // namespace consilium::app
