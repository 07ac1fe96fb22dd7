#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Shows or hides a segmentation or structure set over the images of a view, whatever series it shows: it appears where
/// it belongs and nowhere else. How its segments are shown is kept while it is hidden.
struct ShowSegmentation {
    ViewId view;
    SopInstanceUid object;
    bool shown = false;
    bool operator==(const ShowSegmentation &) const = default;

    static constexpr int id = 61;
    static constexpr const char *name = "ShowSegmentation";
    static constexpr ActionKind kind = ActionKind::View;
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "view", &ShowSegmentation::view), field(2, "object", &ShowSegmentation::object),
                               field(3, "shown", &ShowSegmentation::shown));
    }
    [[nodiscard]] static std::vector<ShowSegmentation> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<ShowSegmentation> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
