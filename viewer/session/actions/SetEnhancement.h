#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Sharpens, smooths ... a data set in a view; nullopt: as it is. The view need not show that data set now.
struct SetEnhancement {
    ViewId view;
    DataSetId dataSet;
    std::optional<Enhancement> enhancement;
    bool operator==(const SetEnhancement &) const = default;

    static constexpr int id = 21;
    static constexpr const char *name = "SetEnhancement";
    static constexpr ActionKind kind = ActionKind::View;
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "view", &SetEnhancement::view), field(2, "dataSet", &SetEnhancement::dataSet),
                               field(3, "enhancement", &SetEnhancement::enhancement));
    }
    [[nodiscard]] static std::vector<SetEnhancement> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<SetEnhancement> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
