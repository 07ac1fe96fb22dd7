#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Chooses the grid. Views outside it are kept, so going back shows them again.
struct SetLayout {
    int rows = 1;    ///< 1 to 8
    int columns = 1; ///< 1 to 8
    std::optional<ViewId> active; ///< nullopt: stays where it is when that cell still exists, else the first
    bool operator==(const SetLayout &) const = default;
};

} // namespace consilium::session
