#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Lays another series over the images of a view, or takes it away. NotFound when the view shows nothing. Whether the
/// two have a place in common is for each endpoint to find: where they have none, the images alone are shown and say
/// so.
struct SetFusion {
    ViewId view;
    std::optional<Fusion> fusion;
    bool operator==(const SetFusion &) const = default;

    static constexpr int id = 52;
    static constexpr const char *name = "SetFusion";
    static constexpr ActionKind kind = ActionKind::View;
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "view", &SetFusion::view), field(2, "fusion", &SetFusion::fusion));
    }
    [[nodiscard]] static std::vector<SetFusion> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<SetFusion> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
