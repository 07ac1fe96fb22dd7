#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Sets which part of the image is seen; nullopt: all of it, fitted. NotFound when the view shows nothing.
struct SetZoomPan {
    ViewId view;
    std::optional<ZoomPan> zoomPan;
    bool operator==(const SetZoomPan &) const = default;

    static constexpr int id = 7;
    static constexpr const char *name = "SetZoomPan";
    static constexpr ActionKind kind = ActionKind::View;
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "view", &SetZoomPan::view), field(2, "zoomPan", &SetZoomPan::zoomPan));
    }
    [[nodiscard]] static std::vector<SetZoomPan> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<SetZoomPan> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
