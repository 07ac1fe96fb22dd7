#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Writes what a mark says: the text of a text or an arrow, a remark beside the value of the others. NotFound when the
/// mark is gone.
struct SetMarkText {
    AnnotationId annotation;
    QString text; ///< may be empty
    bool operator==(const SetMarkText &) const = default;

    static constexpr int id = 64;
    static constexpr const char *name = "SetMarkText";
    static constexpr ActionKind kind = ActionKind::Edit;
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "annotation", &SetMarkText::annotation), field(2, "text", &SetMarkText::text));
    }
    [[nodiscard]] static std::vector<SetMarkText> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<SetMarkText> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
