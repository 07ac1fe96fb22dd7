#pragma once
#include "viewer/dicom/StudyModel.h"

#include <optional>

/// Where places of the patient lie to the images of a stack: what a mark may be drawn on.
namespace consilium::dicom
{

/// Signed distance of a place from the plane of an image along its normal, mm; nullopt unless isSpatial().
[[nodiscard]] std::optional<double> distanceFromPlaneMm(const FrameGeometry &geometry, PatientPoint place);
/// A place that lies this far from the plane of an image, or nearer, lies in the image, mm: half of its thickness or
/// of the step to the nearer of its parallel neighbours in `stack` (may be null), whichever is less. Where neither is
/// known only the plane itself counts, within what positions are rounded to.
[[nodiscard]] double reachMm(const Instance &image, const DataSet *stack);

} // namespace consilium::dicom
