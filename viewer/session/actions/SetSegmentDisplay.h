#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// How one segment of a segmentation or structure set is shown in a view once the object is: visible or not, opacity of
/// its area from 0 to 1 (the outline is drawn in any case).
struct SetSegmentDisplay {
    ViewId view;
    SopInstanceUid object;
    int segment = 0; ///< Segment Number (0062,0004), ROI Number (3006,0022)
    bool visible = true;
    double opacity = SegmentDisplay().opacity;
    bool operator==(const SetSegmentDisplay &) const = default;

    static constexpr int id = 62;
    static constexpr const char *name = "SetSegmentDisplay";
    static constexpr ActionKind kind = ActionKind::View;
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(
            field(1, "view", &SetSegmentDisplay::view), field(2, "object", &SetSegmentDisplay::object),
            field(3, "segment", &SetSegmentDisplay::segment), field(4, "visible", &SetSegmentDisplay::visible),
            field(5, "opacity", &SetSegmentDisplay::opacity));
    }
    [[nodiscard]] static std::vector<SetSegmentDisplay> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<SetSegmentDisplay> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;

private:
    [[nodiscard]] SegmentDisplay wanted() const { return {segment, visible, opacity}; }
};

} // namespace consilium::session
