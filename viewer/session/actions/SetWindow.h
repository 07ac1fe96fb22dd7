#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Sets the window of a data set in a view; nullopt: as the file says, by one of its VOI LUTs where that is chosen. The
/// view need not show that data set now.
struct SetWindow {
    ViewId view;
    DataSetId dataSet;
    std::optional<Window> window;
    int fileTable = 0; ///< from 1, not with a window; 0: none is chosen (Presentation::fileTable)
    bool operator==(const SetWindow &) const = default;

    static constexpr int id = 5;
    static constexpr const char *name = "SetWindow";
    static constexpr ActionKind kind = ActionKind::View;
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "view", &SetWindow::view), field(2, "dataSet", &SetWindow::dataSet),
                               field(3, "window", &SetWindow::window), field(4, "fileTable", &SetWindow::fileTable));
    }
    [[nodiscard]] static std::vector<SetWindow> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<SetWindow> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
