#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

struct AddAnnotation;

/// Removes a mark. NotFound when it is gone.
struct RemoveAnnotation {
    AnnotationId annotation;
    bool operator==(const RemoveAnnotation &) const = default;

    static constexpr int id = 11;
    static constexpr const char *name = "RemoveAnnotation";
    static constexpr ActionKind kind = ActionKind::Edit;
    static constexpr bool isUndoable = true;
    static constexpr auto fields() { return std::make_tuple(field(1, "annotation", &RemoveAnnotation::annotation)); }
    [[nodiscard]] static std::vector<RemoveAnnotation> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<AddAnnotation> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
