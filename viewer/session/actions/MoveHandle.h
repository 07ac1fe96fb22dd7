#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Moves one handle of a mark. NotFound when the mark is gone.
struct MoveHandle {
    AnnotationId annotation;
    int handle = 0;                            ///< from 0
    std::variant<PatientPoint, ImagePoint> to; ///< the kind the mark itself uses
    bool operator==(const MoveHandle &) const = default;

    static constexpr int id = 10;
    static constexpr const char *name = "MoveHandle";
    static constexpr ActionKind kind = ActionKind::Edit;
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "annotation", &MoveHandle::annotation), field(2, "handle", &MoveHandle::handle),
                               field(3, "to", &MoveHandle::to));
    }
    [[nodiscard]] static std::vector<MoveHandle> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<MoveHandle> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
