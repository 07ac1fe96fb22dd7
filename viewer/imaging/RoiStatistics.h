#pragma once
#include "base/Geometry.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/imaging/ValueImage.h"
#include "viewer/pixels/DecodedFrame.h"

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace consilium::imaging
{

/// All places centre + s first + t second with s^2 + t^2 <= 1, image pixels: any ellipse, and a circle of the patient
/// where rows and columns are not equally far apart.
struct EllipseRegion {
    ImagePoint centre;
    ImageVector first, second; ///< half axes
};
/// What an odd number of edges encloses (even-odd rule); closed by itself, three corners or more, image pixels.
struct PolygonRegion {
    std::vector<ImagePoint> corners;
};
/// A pixel belongs to a region when its centre does. On the border: of an ellipse it belongs; of a polygon it belongs
/// on a left or upper edge and not on a right or lower one, so that regions side by side share no pixel. Places count
/// to a millionth of a pixel (2^-20): what arithmetic leaves beyond that decides nothing.
using Region = std::variant<EllipseRegion, PolygonRegion>;
[[nodiscard]] Region rectangleRegion(ImagePoint corner, ImagePoint opposite);

/// Pixels `first` to `last` of a row, both of them included.
struct PixelRun {
    int row = 0, first = 0, last = 0;
    [[nodiscard]] std::int64_t count() const { return std::int64_t(last) - first + 1; }
    bool operator==(const PixelRun &) const = default;
};
/// The pixels of a region within an image of that size, by rows and then by columns. None of a region without area or
/// with coordinates that are no numbers.
[[nodiscard]] std::vector<PixelRun> pixelRuns(const Region &region, int rows, int columns);

/// Units of one pixel: mm where a spacing is known, else 1 and the aspect of the pixels.
struct PixelScale {
    double perRow = 1.0;    ///< from one row to the next
    double perColumn = 1.0; ///< from one column to the next
};
/// Of the shape itself, not of its pixels, in square units; nullopt where it is no finite number, and of a polygon that
/// crosses itself so often that finding out would take long. What lies outside the image counts.
[[nodiscard]] std::optional<double> regionArea(const Region &region, PixelScale scale);
/// Length of the border, of a polygon with the closing edge, in units. nullopt: no finite number.
[[nodiscard]] std::optional<double> regionPerimeter(const Region &region, PixelScale scale);

/// What a probe reads of one stored value; nullopt for padding (0028,0120), (0028,0121), and where the value is no
/// finite number.
[[nodiscard]] std::optional<double> pixelValue(const dicom::Instance &instance, double stored);

/// What the pixels of a region say. No figure is ever NaN or infinite: it is absent then.
struct RoiStatistics {
    std::int64_t count = 0;   ///< pixels with a value
    std::int64_t leftOut = 0; ///< in the image, without one: padding, no number, not known to be the file's, no pixels
    /// Of the region beyond the edges of the image; nullopt: so many that counting would take long.
    std::optional<std::int64_t> outside = 0;
    bool isColour = false;                                        ///< there are pixels, and a colour has no value
    std::optional<double> mean, deviation, minimum, maximum, sum; ///< modality values; the SD is that of a population
    std::vector<std::int64_t> histogram; ///< as many bins as asked for over minimum to maximum; empty without a value
};

/// The values are those that a probe reads (render2d::sampleAt): without a frame, with one of reduced resolution or of
/// another size than described there are none. 10^6 pixels of 16 bits take some milliseconds.
[[nodiscard]] RoiStatistics statisticsOf(const Region &region, const dicom::Instance &instance,
                                         const pixels::DecodedFrame *frame, int bins = 0);
/// The same of a slab.
[[nodiscard]] RoiStatistics statisticsOf(const Region &region, const ValueImage &values, int bins = 0);

} // namespace consilium::imaging
