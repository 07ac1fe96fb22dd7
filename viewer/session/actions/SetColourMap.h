#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Shows a grey data set in colours. The view need not show that data set now.
struct SetColourMap {
    ViewId view;
    DataSetId dataSet;
    ColourMap colourMap = ColourMap::Grey;
    bool operator==(const SetColourMap &) const = default;

    static constexpr int id = 22;
    static constexpr const char *name = "SetColourMap";
    static constexpr ActionKind kind = ActionKind::View;
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "view", &SetColourMap::view), field(2, "dataSet", &SetColourMap::dataSet),
                               field(3, "colourMap", &SetColourMap::colourMap));
    }
    [[nodiscard]] static std::vector<SetColourMap> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<SetColourMap> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
