#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Shows a data set in a view. As a rule from its first image, fitted, as stored; undo restores where one was, so the whole
/// view state travels with it. An empty data set clears the view.
struct ShowSeries {
    ViewId view;
    StudyUid study;
    DataSetId dataSet;
    PlaneRef plane;
    std::optional<ZoomPan> zoomPan;
    Orientation orientation;
    bool operator==(const ShowSeries &) const = default;
};

} // namespace consilium::session
