#pragma once
#include "base/Geometry.h"
#include "base/Result.h"

#include <QString>

namespace consilium::phantom
{

/// What is outlined over a phantom's images, in the patient, so that a test can say of any pixel whether it belongs:
/// segment 1 a sphere, segment 2 a shell (a hole in every plane through its middle), segment 3 a box that overlaps the
/// shell. The structure set has the same as regions 1 to 3 (2: a contour within another), the shell again as region 4
/// (by keyhole) and a point as region 5.
struct OutlineTruth {
    static constexpr PatientPoint sphere{-40.0, 10.0, 0.0}, shell{40.0, -20.0, 10.0}, boxLow{30.0, -40.0, -20.0},
        boxHigh{80.0, 5.0, 40.0}, point{0.0, 0.0, 0.0};
    static constexpr double sphereMm = 30.0, outerMm = 28.0, innerMm = 13.0;
    static constexpr int corners = 120; ///< of a circle's polygon

    /// The place lies in the segment (1 to 3).
    [[nodiscard]] static bool contains(int segment, PatientPoint p);
};

/// Reads the axial images of a folder (single frames of one series) and writes into another: seg.dcm (binary, on the
/// images' own grid), seg-fine.dcm (binary, on a part of the field at half their spacing, odd number of columns),
/// seg-fraction.dcm (fractional, the share of each pixel that lies in the segment), rtstruct.dcm. Gives the number of
/// images. Errors: NotFound, InvalidArgument (not axial), FileUnreadable.
[[nodiscard]] Result<int> writeOutlines(const QString &imageFolder, const QString &folder);

} // namespace consilium::phantom
