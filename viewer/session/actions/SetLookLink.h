#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// What beside scrolling goes for the other views too: window, zoom, pan, the slice of the 3D cursor. Changes nothing
/// in a view itself.
struct SetLookLink {
    LookLink look;
    bool operator==(const SetLookLink &) const = default;

    static constexpr int id = 50;
    static constexpr const char *name = "SetLookLink";
    static constexpr ActionKind kind = ActionKind::View;
    static constexpr bool isUndoable = true;
    static constexpr auto fields() { return std::make_tuple(field(1, "look", &SetLookLink::look)); }
    [[nodiscard]] static std::vector<SetLookLink> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<SetLookLink> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
