#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Where an actor points. Presence: never in the state.
struct MovePointer {
    ViewId view;
    std::optional<std::variant<PatientPoint, ImagePoint>> at; ///< nullopt: left the images
    bool operator==(const MovePointer &) const = default;
};

} // namespace consilium::session
