#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Sets which part of the image is seen; nullopt: all of it, fitted.
struct SetZoomPan {
    ViewId view;
    std::optional<ZoomPan> zoomPan;
    bool operator==(const SetZoomPan &) const = default;
};

} // namespace consilium::session
