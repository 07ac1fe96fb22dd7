#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Links views, so that scrolling one by hand takes the others along, or parts them. Moves nothing itself. Part of how
/// a layout is looked at: it says nothing about images. InvalidArgument for anchors that do not fit the kind.
struct SetScrollLink {
    ScrollLink link;
    bool operator==(const SetScrollLink &) const = default;

    static constexpr int id = 31;
    static constexpr const char *name = "SetScrollLink";
    static constexpr ActionKind kind = ActionKind::View;
    static constexpr bool isUndoable = true;
    static constexpr auto fields() { return std::make_tuple(field(1, "link", &SetScrollLink::link)); }
    [[nodiscard]] static std::vector<SetScrollLink> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<SetScrollLink> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
