#pragma once
#include "viewer/hanging/Placement.h"
#include "viewer/session/ViewerState.h"

#include <optional>
#include <vector>

/// The zooms of a stage, from what the image areas of its views really are.
namespace consilium::hanging
{

/// The image area of a view: its cell less the bands and the frame that stand beside the image.
struct ViewArea {
    ViewId view;
    CellSize size;
    bool operator==(const ViewArea &) const = default;
};

/// How one image of a stage is zoomed: all that is needed to do it anew when the image areas are others.
struct ViewFit {
    ViewId view;
    DataSetId dataSet;
    Extent extent; ///< of the turned image
    session::Orientation turn;
    Zoom zoom = Zoom::Fit; ///< SameScale, TrueSize: only where the image has such a scale
    std::optional<Side> side;
};

/// In the order of `fits`. Of SameScale all have as many units of the extent a pixel, the fewest at which each of them
/// is wholly seen in its own area; of TrueSize `mmPerPx`. Views without an area, or with an empty one, are no part of
/// it. nullopt: fitted and in the middle, also where the view changes its size; or without an area.
[[nodiscard]] std::vector<std::optional<session::ZoomPan>>
zoomsOf(const std::vector<ViewFit> &fits, const std::vector<ViewArea> &areas, std::optional<double> mmPerPx);

} // namespace consilium::hanging
