#pragma once
#include "viewer/hanging/Placement.h"
#include "viewer/session/ViewerState.h"

#include <optional>
#include <vector>

/// The zooms of a stage, from what the image areas of its views really are.
namespace consilium::hanging
{

/// What a logical pixel measures where a view lies.
struct PixelMeasure {
    std::optional<double> mmPerPx; ///< nullopt: nobody has measured the monitor, or there is no one measure
    bool isAcross = false; ///< the view lies on several monitors whose pixels differ, or of which one is not measured
    bool operator==(const PixelMeasure &) const = default;
};

/// The image area of a view: its cell less the bands and the frame that stand beside the image.
struct ViewArea {
    ViewId view;
    CellSize size;
    PixelMeasure measure = {};
    bool operator==(const ViewArea &) const = default;
};

/// How one image of a stage is zoomed: all that is needed to do it anew when the image areas are others.
struct ViewFit {
    ViewId view;
    DataSetId dataSet;
    Extent extent; ///< of the turned image
    session::Orientation turn;
    Zoom zoom = Zoom::Fit; ///< SameScale, TrueSize: only of images that have such a scale
    std::optional<Side> side;
};

/// In the order of `fits`. Of SameScale all have as many units of the extent a pixel, the fewest at which each of them
/// is wholly seen in its own area; of TrueSize what a pixel measures where
/// the view lies; fitted where that is not known. Views without an area, or with an empty one, are no part of it.
/// nullopt: fitted and in the middle, also where the view changes its size; or without an area.
[[nodiscard]] std::vector<std::optional<session::ZoomPan>> zoomsOf(const std::vector<ViewFit> &fits,
                                                                   const std::vector<ViewArea> &areas);

} // namespace consilium::hanging
