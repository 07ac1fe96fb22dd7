#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Puts the label of a mark somewhere, or back beside it. NotFound when the mark is gone; InvalidArgument for a place
/// of another kind than the mark's handles.
struct PlaceLabel {
    AnnotationId annotation;
    std::optional<std::variant<PatientPoint, ImagePoint>> to; ///< nullopt: beside the mark
    bool operator==(const PlaceLabel &) const = default;

    static constexpr int id = 65;
    static constexpr const char *name = "PlaceLabel";
    static constexpr ActionKind kind = ActionKind::Edit;
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "annotation", &PlaceLabel::annotation), field(2, "to", &PlaceLabel::to));
    }
    [[nodiscard]] static std::vector<PlaceLabel> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<PlaceLabel> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
