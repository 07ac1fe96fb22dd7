#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Adds a mark; refused when its id exists.
struct AddAnnotation {
    Annotation annotation;
    bool operator==(const AddAnnotation &) const = default;
};

} // namespace consilium::session
