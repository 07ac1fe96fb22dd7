#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// What the uptake in a PET data set is related to where it is measured in this view. The view need not show that data
/// set now.
struct SetSuv {
    ViewId view;
    DataSetId dataSet;
    Suv suv = Suv::BodyWeight;
    bool operator==(const SetSuv &) const = default;

    static constexpr int id = 23;
    static constexpr const char *name = "SetSuv";
    static constexpr ActionKind kind = ActionKind::View;
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "view", &SetSuv::view), field(2, "dataSet", &SetSuv::dataSet),
                               field(3, "suv", &SetSuv::suv));
    }
    [[nodiscard]] static std::vector<SetSuv> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<SetSuv> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
