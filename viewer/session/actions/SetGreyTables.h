#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Shows a data set by the tables of a presentation state, in this view; nullopt: without. A window that is set takes
/// the place of the VOI table. The view need not show that data set now.
struct SetGreyTables {
    ViewId view;
    DataSetId dataSet;
    std::optional<GreyTables> tables;
    bool operator==(const SetGreyTables &) const = default;

    static constexpr int id = 120;
    static constexpr const char *name = "SetGreyTables";
    static constexpr ActionKind kind = ActionKind::View;
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "view", &SetGreyTables::view), field(2, "dataSet", &SetGreyTables::dataSet),
                               field(3, "tables", &SetGreyTables::tables));
    }
    [[nodiscard]] static std::vector<SetGreyTables> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<SetGreyTables> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
