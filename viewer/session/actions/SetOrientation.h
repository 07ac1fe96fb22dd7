#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Turns and mirrors the image on the screen.
struct SetOrientation {
    ViewId view;
    Orientation orientation;
    bool operator==(const SetOrientation &) const = default;
};

} // namespace consilium::session
