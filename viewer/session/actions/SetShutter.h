#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Hides what of a data set's images lies outside of a shutter, in this view, as a presentation state says; nullopt: as
/// the file says. The view need not show that data set now.
struct SetShutter {
    ViewId view;
    DataSetId dataSet;
    std::optional<DisplayShutter> shutter;
    bool operator==(const SetShutter &) const = default;

    static constexpr int id = 80;
    static constexpr const char *name = "SetShutter";
    static constexpr ActionKind kind = ActionKind::View;
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "view", &SetShutter::view), field(2, "dataSet", &SetShutter::dataSet),
                               field(3, "shutter", &SetShutter::shutter));
    }
    [[nodiscard]] static std::vector<SetShutter> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<SetShutter> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
