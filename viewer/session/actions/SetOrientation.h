#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Turns and mirrors the image on the screen; the turn is normalised. NotFound when the view shows nothing.
struct SetOrientation {
    ViewId view;
    Orientation orientation;
    bool operator==(const SetOrientation &) const = default;

    static constexpr int id = 8;
    static constexpr const char *name = "SetOrientation";
    static constexpr ActionKind kind = ActionKind::View;
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "view", &SetOrientation::view),
                               field(2, "orientation", &SetOrientation::orientation));
    }
    [[nodiscard]] static std::vector<SetOrientation> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<SetOrientation> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
