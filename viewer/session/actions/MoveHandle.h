#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Moves one handle of a mark.
struct MoveHandle {
    AnnotationId annotation;
    int handle = 0; ///< from 0
    std::variant<PatientPoint, ImagePoint> to; ///< the kind the mark itself uses
    bool operator==(const MoveHandle &) const = default;
};

} // namespace consilium::session
