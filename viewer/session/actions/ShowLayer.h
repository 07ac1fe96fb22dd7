#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Shows or hides a graphic layer of a presentation state: in all views the marks that came from it. They stay what
/// they are. Whether there is such a layer each endpoint knows for itself.
struct ShowLayer {
    SopInstanceUid object; ///< of the state
    QString layer;         ///< its name there
    bool shown = false;
    bool operator==(const ShowLayer &) const = default;

    static constexpr int id = 66;
    static constexpr const char *name = "ShowLayer";
    static constexpr ActionKind kind = ActionKind::View;
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "object", &ShowLayer::object), field(2, "layer", &ShowLayer::layer),
                               field(3, "shown", &ShowLayer::shown));
    }
    [[nodiscard]] static std::vector<ShowLayer> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<ShowLayer> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
