#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Chooses the view that keys and panels act on. InvalidArgument for a view outside the layout.
struct SetActiveView {
    ViewId view;
    bool operator==(const SetActiveView &) const = default;

    static constexpr int id = 2;
    static constexpr const char *name = "SetActiveView";
    static constexpr ActionKind kind = ActionKind::View;
    static constexpr bool isUndoable = false;
    static constexpr auto fields() { return std::make_tuple(field(1, "view", &SetActiveView::view)); }
    [[nodiscard]] static std::vector<SetActiveView> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<SetActiveView> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
