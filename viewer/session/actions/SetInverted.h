#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Shows a data set with black and white exchanged.
struct SetInverted {
    ViewId view;
    DataSetId dataSet;
    bool inverted = false;
    bool operator==(const SetInverted &) const = default;
};

} // namespace consilium::session
