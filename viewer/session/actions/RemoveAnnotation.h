#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Removes a mark.
struct RemoveAnnotation {
    AnnotationId annotation;
    bool operator==(const RemoveAnnotation &) const = default;
};

} // namespace consilium::session
