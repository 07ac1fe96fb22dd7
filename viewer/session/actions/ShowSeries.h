#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Shows a data set in a view. As a rule from its first image, fitted, as stored; undo restores where one was, so the
/// whole view state travels with it. An empty data set clears the view.
struct ShowSeries {
    ViewId view;
    StudyUid study;
    DataSetId dataSet;
    PlaneRef plane;
    std::optional<ZoomPan> zoomPan;
    Orientation orientation;
    std::optional<Slab> slab = {};
    std::optional<Fusion> fusion = {};
    bool operator==(const ShowSeries &) const = default;

    static constexpr int id = 3;
    static constexpr const char *name = "ShowSeries";
    static constexpr ActionKind kind = ActionKind::View;
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "view", &ShowSeries::view), field(2, "study", &ShowSeries::study),
                               field(3, "dataSet", &ShowSeries::dataSet), field(4, "plane", &ShowSeries::plane),
                               field(5, "zoomPan", &ShowSeries::zoomPan),
                               field(6, "orientation", &ShowSeries::orientation), field(20, "slab", &ShowSeries::slab),
                               field(50, "fusion", &ShowSeries::fusion));
    }
    [[nodiscard]] static std::vector<ShowSeries> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<ShowSeries> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
