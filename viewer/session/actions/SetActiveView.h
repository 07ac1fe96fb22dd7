#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Chooses the view that keys and panels act on.
struct SetActiveView {
    ViewId view;
    bool operator==(const SetActiveView &) const = default;
};

} // namespace consilium::session
