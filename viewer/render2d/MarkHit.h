#pragma once
#include "viewer/render2d/MarkShape.h"

#include <optional>
#include <vector>

namespace consilium::render2d
{

/// What of a mark lies under the pointer.
struct MarkHit {
    enum class Part { Handle, Body, Label };
    AnnotationId id;
    Part part = Part::Body;
    int handle = -1; ///< number of the handle; -1: none
    bool operator==(const MarkHit &) const = default;
};

/// The mark at a place of the viewport, reached from up to `reachPx` away: the nearest handle of all marks first, then
/// a label that holds the place, then the nearest line. Of equally near ones the selected mark, else the one drawn
/// last. The inside of a region is not part of it: what lies there can be marked itself. A text is touched at its
/// words.
[[nodiscard]] std::optional<MarkHit> markAt(const std::vector<MarkShape> &marks, ScreenPoint at, double reachPx);

} // namespace consilium::render2d
