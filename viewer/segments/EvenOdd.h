#pragma once
#include "base/Geometry.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace consilium::segments
{

/// Where the edges of polygons cross a row: an edge counts when one of its ends lies above or on the row's centre line
/// and the other below it. Sorted.
inline void crossings(const std::vector<std::vector<ImagePoint>> &polygons, double row, std::vector<double> &at)
{
    at.clear();
    for (const auto &polygon : polygons) {
        for (std::size_t i = 0; i < polygon.size(); ++i) {
            const ImagePoint &a = polygon[i], &b = polygon[i + 1 == polygon.size() ? 0 : i + 1];
            if ((a.row <= row) == (b.row <= row))
                continue;
            at.push_back(a.column + (row - a.row) * (b.column - a.column) / (b.row - a.row));
        }
    }
    std::sort(at.begin(), at.end());
}

/// Fills what an odd number of polygons' edges encloses: a pixel belongs when its centre does, left and upper edge
/// included, right and lower not. `mark(row, first, last)` for each run of pixels, clipped to the raster; the polygons
/// are given in its coordinates, (0, 0) the centre of its first pixel, and need not be closed.
template<class Mark>
void fillEvenOdd(const std::vector<std::vector<ImagePoint>> &polygons, int rows, int columns, Mark mark)
{
    double top = rows, bottom = -1.0;
    for (const auto &polygon : polygons) {
        for (const ImagePoint &p : polygon) {
            top = std::min(top, p.row);
            bottom = std::max(bottom, p.row);
        }
    }
    const int first = int(std::clamp(std::ceil(top), 0.0, double(rows)));
    const int last = int(std::clamp(std::floor(bottom), -1.0, double(rows - 1)));
    std::vector<double> at;
    for (int row = first; row <= last; ++row) {
        crossings(polygons, row, at);
        for (std::size_t i = 0; i + 1 < at.size(); i += 2) {
            const int begin = int(std::clamp(std::ceil(at[i]), 0.0, double(columns)));
            const int end = int(std::clamp(std::ceil(at[i + 1]), 0.0, double(columns))) - 1;
            if (begin <= end)
                mark(row, begin, end);
        }
    }
}

} // namespace consilium::segments
