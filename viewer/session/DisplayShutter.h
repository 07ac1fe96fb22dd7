#pragma once
#include "base/Geometry.h"
#include "viewer/session/ImageRef.h"

#include <optional>
#include <vector>

namespace consilium::session
{

/// What of an image is to be seen: the part that lies within all of its shapes (at least one). Columns and rows of the
/// image, from 0; the rest has a grey of its own. PS3.3 C.7.6.11, C.11.12.
struct ShutterRectangle {
    int left = 0, right = 0, top = 0, bottom = 0; ///< first and last column and row that are seen
    bool operator==(const ShutterRectangle &) const = default;
};
struct ShutterCircle {
    ImagePoint centre;
    double radius = 0.0; ///< in columns, > 0
    bool operator==(const ShutterCircle &) const = default;
};
struct DisplayShutter {
    std::optional<ShutterRectangle> rectangle = {};
    std::optional<ShutterCircle> circle = {};
    std::vector<ImagePoint> polygon = {}; ///< three or more, or none; closed
    int grey = 0;                         ///< 0 to 255: 8 bits of its P-value
    ImageRefs images = {};                ///< that it is for; the others keep their file's own
    bool operator==(const DisplayShutter &) const = default;
};

} // namespace consilium::session
