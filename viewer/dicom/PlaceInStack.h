#pragma once
#include "viewer/dicom/StudyModel.h"

#include <optional>

/// Where places of the patient lie to the images of a stack: what a mark may be drawn on, and what a length crosses.
namespace consilium::dicom
{

/// Signed distance of a place from the plane of an image along its normal, mm; nullopt unless isSpatial().
[[nodiscard]] std::optional<double> distanceFromPlaneMm(const FrameGeometry &geometry, PatientPoint place);
/// A place that lies this far from the plane of an image, or nearer, lies in the image, mm: half of its thickness or
/// of the step to the nearer of its parallel neighbours in `stack` (may be null), whichever is less. Where neither is
/// known only the plane itself counts, within what positions are rounded to.
[[nodiscard]] double reachMm(const Instance &image, const DataSet *stack);

/// What lies between two places.
enum class Crossing {
    Even,          ///< images, one usual step after the other
    BeyondImages,  ///< at least one place lies before the first or behind the last image
    UnevenSpacing, ///< images, but a step differs from the usual one
    MissingSlices  ///< a step of several usual ones: slices are missing
};
/// The worst of what lies between two places along the normal of `image`, judged by the steps of those images of its
/// stack that are parallel to it and in its frame of reference; as long as images are still coming, by those that are
/// there. A place in an image (reachMm()) lies at its plane. Even where `image` is not spatial.
[[nodiscard]] Crossing crossingBetween(const DataSet &stack, const Instance &image, PatientPoint a, PatientPoint b);

} // namespace consilium::dicom
