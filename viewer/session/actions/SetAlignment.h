#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Says how two frames of reference lie to one another, as computed from images of one patient, or takes that back.
/// InvalidArgument unless `from` is less than `to` (see FramePair). Changes no image and no mark.
struct SetAlignment {
    FrameOfReferenceUid from, to;
    std::optional<RigidTransform> transform; ///< from places in `from` to those in `to`; nullopt: not known
    bool operator==(const SetAlignment &) const = default;

    static constexpr int id = 81;
    static constexpr const char *name = "SetAlignment";
    static constexpr ActionKind kind = ActionKind::Edit; // who may only look does not say what lies where
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "from", &SetAlignment::from), field(2, "to", &SetAlignment::to),
                               field(3, "transform", &SetAlignment::transform));
    }
    [[nodiscard]] static std::vector<SetAlignment> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<SetAlignment> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

/// The action for a transform found from `from` to `to`, whichever is the lesser.
[[nodiscard]] SetAlignment alignmentOf(const FrameOfReferenceUid &from, const FrameOfReferenceUid &to,
                                       const std::optional<RigidTransform> &transform);

} // namespace consilium::session
