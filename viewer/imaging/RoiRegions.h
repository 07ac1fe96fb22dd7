#pragma once
#include "viewer/imaging/RoiStatistics.h"

namespace consilium::imaging
{

/// The pixels of a region: those within an image, and how many lie beyond its edges (as RoiStatistics::outside).
struct RegionPixels {
    std::vector<PixelRun> runs;
    std::optional<std::int64_t> outside = 0;
};
[[nodiscard]] RegionPixels pixelsOf(const Region &region, int rows, int columns);

} // namespace consilium::imaging
