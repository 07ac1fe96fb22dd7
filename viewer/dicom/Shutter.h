#pragma once
#include "viewer/dicom/Describe.h"

#include <memory>
#include <optional>
#include <vector>

namespace consilium::dicom
{

/// What of the image is to be seen: the part that lies within all of its shapes. Rows and columns of the image, from 0.
/// PS3.3 C.7.6.11.
struct Shutter {
    struct Rectangle {
        int left = 0, right = 0, top = 0, bottom = 0; ///< first and last column and row that are seen
    };
    struct Circle {
        double row = 0.0, column = 0.0;
        double radius = 0.0;        ///< in columns
        double rowsToColumns = 1.0; ///< height of a pixel / its width
    };
    struct Vertex {
        double row = 0.0, column = 0.0;
    };
    struct Interval {
        int begin = 0, end = 0; ///< columns, the end not among them
    };
    std::optional<Rectangle> rectangle;
    std::optional<Circle> circle;
    std::vector<Vertex> polygon; ///< three or more, or none; closed
    int grey = 0; ///< of what is hidden: 8 bits of its P-value (0018,1622), black unless the file says so

    /// What is seen of a row of the image, from left to right.
    [[nodiscard]] std::vector<Interval> seenOf(int row, int columns) const;
    [[nodiscard]] bool hides(int row, int column) const;
    /// Nothing of an image of this size is hidden by it. A polygon counts as hiding something.
    [[nodiscard]] bool isOpen(int rows, int columns) const;
};

/// Null when the image has none or nothing is hidden by it; shapes that are not whole are left out with an issue: more
/// is shown, not less.
[[nodiscard]] std::shared_ptr<const Shutter> describeShutter(const Attributes &header, const FrameGeometry &geometry,
                                                             Issues &issues);

} // namespace consilium::dicom
