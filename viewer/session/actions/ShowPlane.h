#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Shows an image of the view's data set, or a plane in patient space.
struct ShowPlane {
    ViewId view;
    PlaneRef plane;
    bool operator==(const ShowPlane &) const = default;
};

} // namespace consilium::session
