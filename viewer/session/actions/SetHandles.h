#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Gives a mark other handles, all at once: it is moved as a whole, nudged, or a corner more or less. NotFound when the
/// mark is gone; InvalidArgument when they do not fit its kind or are of the other kind of coordinates.
struct SetHandles {
    AnnotationId annotation;
    std::vector<PatientPoint> patientHandles; ///< exactly one of these two lists is filled, as in the mark
    std::vector<ImagePoint> imageHandles;
    bool operator==(const SetHandles &) const = default;

    static constexpr int id = 63;
    static constexpr const char *name = "SetHandles";
    static constexpr ActionKind kind = ActionKind::Edit;
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "annotation", &SetHandles::annotation),
                               field(2, "patientHandles", &SetHandles::patientHandles),
                               field(3, "imageHandles", &SetHandles::imageHandles));
    }
    [[nodiscard]] static std::vector<SetHandles> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<SetHandles> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
