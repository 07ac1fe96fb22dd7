#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Shows an image of the view's data set, or a plane in patient space. NotFound when the view shows nothing.
struct ShowPlane {
    ViewId view;
    PlaneRef plane;
    bool operator==(const ShowPlane &) const = default;

    static constexpr int id = 4;
    static constexpr const char *name = "ShowPlane";
    static constexpr ActionKind kind = ActionKind::View;
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "view", &ShowPlane::view), field(2, "plane", &ShowPlane::plane));
    }
    [[nodiscard]] static std::vector<ShowPlane> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<ShowPlane> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
