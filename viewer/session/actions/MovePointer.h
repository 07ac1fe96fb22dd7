#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Where an actor points. Presence: never in the state.
struct MovePointer {
    ViewId view;
    std::optional<std::variant<PatientPoint, ImagePoint>> at; ///< nullopt: left the images
    bool operator==(const MovePointer &) const = default;

    static constexpr int id = 12;
    static constexpr const char *name = "MovePointer";
    static constexpr ActionKind kind = ActionKind::Presence;
    static constexpr bool isUndoable = false;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "view", &MovePointer::view), field(2, "at", &MovePointer::at));
    }
    [[nodiscard]] static std::vector<MovePointer> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<MovePointer> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
