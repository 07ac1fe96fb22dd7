#pragma once
#include <QRect>

#include <vector>

namespace consilium::widgets
{

/// Where monitors meet within `area`: x from its left edge, ascending, logical pixels. Of the monitors (all of each,
/// in the desktop's coordinates as `area` is) only those count of which the area covers more than half the width and
/// that hold more than half of its height: a window that only looks over the edge is one monitor's. Empty: it lies on
/// one, or on none of them.
[[nodiscard]] std::vector<int> seamsIn(const QRect &area, const std::vector<QRect> &monitors);

/// From `left` to `right`, that one no longer in it.
struct Span {
    int left = 0, right = 0;
    bool operator==(const Span &) const = default;
};

/// How `columns` views lie beside each other in `widthPx`, `gapPx` apart, so that none lies across a seam: each
/// monitor's are equally wide. `perMonitor`: how many each is to have, from left to right; where that is not as many
/// monitors or columns as there are, each has at least one and a share by its width. Fewer columns than monitors lie
/// across, equally wide: some have to.
[[nodiscard]] std::vector<Span> columnSpans(int widthPx, int gapPx, int columns, const std::vector<int> &seams,
                                            const std::vector<int> &perMonitor);

/// A window with views: how wide it is, and where monitors meet in it (seamsIn()).
struct SeamedWindow {
    int widthPx = 0;
    std::vector<int> seams = {};
};
/// How many of `columns` each monitor of each window has, the windows from left to right: as `perMonitor` says (of all
/// monitors, one after the other), or each at least one and a share by its width. Fewer columns than monitors: one each
/// for those of the window `own`, then for the others from left to right, and none for the rest.
[[nodiscard]] std::vector<std::vector<int>> columnsOfWindows(const std::vector<SeamedWindow> &windows, std::size_t own,
                                                             int columns, const std::vector<int> &perMonitor);

} // namespace consilium::widgets
