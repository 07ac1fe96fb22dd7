#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// Says which stacks the reader makes of a study's data sets, all of them: parts of one, or several put together; none:
/// as the series are.
struct ArrangeStudy {
    StudyUid study;
    Arrangement stacks;
    bool operator==(const ArrangeStudy &) const = default;

    static constexpr int id = 40;
    static constexpr const char *name = "ArrangeStudy";
    static constexpr ActionKind kind = ActionKind::Edit;
    static constexpr bool isUndoable = true;
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "study", &ArrangeStudy::study), field(2, "stacks", &ArrangeStudy::stacks));
    }
    [[nodiscard]] static std::vector<ArrangeStudy> samples();
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state) const;
    [[nodiscard]] std::optional<ArrangeStudy> invert(const ViewerState &before) const;
    [[nodiscard]] FieldKeys touches(const ViewerState &before) const;
};

} // namespace consilium::session
