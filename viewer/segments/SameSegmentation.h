#pragma once
#include "viewer/segments/Segmentation.h"

namespace consilium::segments
{

/// Both hold the same, of the same patient: every mask, every contour, and all that is said of them. How they were
/// written down (transfer syntax, file meta information) and what had to be repaired of that do not count. Takes as
/// long as it takes to compare their memory: up to a second for the largest.
[[nodiscard]] bool holdTheSame(const Segmentation &a, const Segmentation &b);

} // namespace consilium::segments
