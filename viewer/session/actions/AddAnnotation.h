#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

struct RemoveAnnotation;

/// Adds a mark; refused (InvalidArgument) when its id exists.
struct AddAnnotation {
    Annotation annotation;
    bool operator==(const AddAnnotation &) const = default;

    static constexpr int id = 9;
    static constexpr const char *name = "AddAnnotation";
    static constexpr ActionKind kind = ActionKind::Edit;
    static constexpr bool isUndoable = true;
    static constexpr auto fields() { return std::make_tuple(field(1, "annotation", &AddAnnotation::annotation)); }
    [[nodiscard]] static std::vector<AddAnnotation> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<RemoveAnnotation> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
