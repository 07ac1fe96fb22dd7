#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Sets the window of a data set in a view; nullopt: as the file says.
struct SetWindow {
    ViewId view;
    DataSetId dataSet;
    std::optional<Window> window;
    bool operator==(const SetWindow &) const = default;
};

} // namespace consilium::session
