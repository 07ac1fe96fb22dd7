#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Chooses the grid. Views outside it are kept, so going back shows them again.
struct SetLayout {
    int rows = 1;                 ///< 1 to 8
    int columns = 1;              ///< 1 to 8
    std::optional<ViewId> active; ///< nullopt: stays where it is when that cell still exists, else the first
    bool operator==(const SetLayout &) const = default;

    static constexpr int id = 1;
    static constexpr const char *name = "SetLayout";
    static constexpr ActionKind kind = ActionKind::View;
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "rows", &SetLayout::rows), field(2, "columns", &SetLayout::columns),
                               field(3, "active", &SetLayout::active));
    }
    [[nodiscard]] static std::vector<SetLayout> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<SetLayout> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
