#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Points out a place in the patient in all views, or takes the pointer away. Durable, so that somebody who comes later
/// sees it too; a drag may be thinned out on the way. No step of undo: nothing of the images is changed.
struct SetCursor {
    std::optional<SpaceCursor> cursor; ///< nullopt: none
    bool operator==(const SetCursor &) const = default;

    static constexpr int id = 51;
    static constexpr const char *name = "SetCursor";
    static constexpr ActionKind kind = ActionKind::View;
    static constexpr bool isUndoable = false;
    static constexpr auto fields() { return std::make_tuple(field(1, "cursor", &SetCursor::cursor)); }
    [[nodiscard]] static std::vector<SetCursor> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<SetCursor> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
