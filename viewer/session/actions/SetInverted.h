#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Shows a data set with black and white exchanged. The view need not show that data set now.
struct SetInverted {
    ViewId view;
    DataSetId dataSet;
    bool inverted = false;
    bool operator==(const SetInverted &) const = default;

    static constexpr int id = 6;
    static constexpr const char *name = "SetInverted";
    static constexpr ActionKind kind = ActionKind::View;
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "view", &SetInverted::view), field(2, "dataSet", &SetInverted::dataSet),
                               field(3, "inverted", &SetInverted::inverted));
    }
    [[nodiscard]] static std::vector<SetInverted> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<SetInverted> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
