#pragma once
#include "viewer/dicom/StudyModel.h"

#include <optional>
#include <vector>

namespace consilium::dicom
{

/// The phase of each image, from 0 in the order in which they were taken, where images lie at the same positions and
/// nothing names their phases: read off the order of the whole in trigger times, instance numbers and acquisition
/// times, or where none of these tells images of one position apart in content times. An image that is missing so
/// shifts no other into its phase. `positions`: that of each image, counted along the stack. Nullopt where the order
/// is not that of phases, fits several ways, or numbers and times contradict one another.
[[nodiscard]] std::optional<std::vector<int>> tellPhases(const std::vector<InstancePtr> &images,
                                                         const std::vector<int> &positions);

} // namespace consilium::dicom
