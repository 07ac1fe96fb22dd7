#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Shows a thick slab about the image; nullopt: the image alone. NotFound when the view shows nothing. Whether the
/// stack allows one is for each endpoint to find: where it does not, the image alone is shown and says so.
struct SetSlab {
    ViewId view;
    std::optional<Slab> slab;
    bool operator==(const SetSlab &) const = default;

    static constexpr int id = 20;
    static constexpr const char *name = "SetSlab";
    static constexpr ActionKind kind = ActionKind::View;
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "view", &SetSlab::view), field(2, "slab", &SetSlab::slab));
    }
    [[nodiscard]] static std::vector<SetSlab> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<SetSlab> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
