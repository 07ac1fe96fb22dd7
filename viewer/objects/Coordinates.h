#pragma once
#include "base/Geometry.h"

namespace consilium::objects
{

/// A place in an image as objects write it: 0, 0 is the outer corner of the first pixel, its centre 0.5, 0.5, the far
/// corner of the last one Columns, Rows. PS3.3 C.18.6 (SCOORD), C.10.5 (presentation states, in pixels).
struct WrittenPoint {
    double x = 0.0, y = 0.0;
    bool operator==(const WrittenPoint &) const = default;
};

/// The one place where the two ways to count meet: an ImagePoint has its 0, 0 in the centre of the first pixel.
[[nodiscard]] constexpr WrittenPoint toWritten(ImagePoint point)
{
    return {point.column + 0.5, point.row + 0.5};
}
[[nodiscard]] constexpr ImagePoint fromWritten(WrittenPoint point)
{
    return {point.x - 0.5, point.y - 0.5};
}

} // namespace consilium::objects
