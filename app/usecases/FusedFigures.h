#pragma once
#include "app/usecases/MarkObjects.h"
#include "viewer/imaging/FusedStatistics.h"
#include "viewer/pixels/StudyImages.h"
#include "viewer/session/ViewerState.h"

#include <optional>
#include <vector>

/// What marks measure in a series that views lay over their images, as what viewer/objects writes. Values in, values
/// out.
namespace consilium::app
{

/// A series that views lay over the images of a stack.
struct FusedSeries {
    dicom::DataSetPtr series;
    session::FusionScale scale = session::FusionScale::Modality;
};
/// In the views of the state that show the stack, image by image; each series once, in the scale of the first of them.
[[nodiscard]] std::vector<FusedSeries> fusedSeries(const DataSetId &stack, const session::ViewerState &state,
                                                   const pixels::StudyImages &images);

/// The voxels that the mark is measured in, their frames still to be had: the slices about it, no others. nullopt: it
/// says nothing of the series (another kind of mark, no place in common, another patient by `pairs`, no SUV).
[[nodiscard]] std::optional<imaging::FusionVoxels> fusedVoxels(const DescribedMark &mark, const FusedSeries &over,
                                                               const dicom::StudyPairs &pairs = {});

/// Of what a mark measures in that series: the same in all versions, and another one than the mark's own.
[[nodiscard]] QString fusedTrackingUid(const DescribedMark &mark, const dicom::DataSet &series);

/// Mean, SD, minimum, maximum and number of voxels of a region (imaging::voxelStatistics()), the interpolated value of
/// a probe, as a measurement of its own. The shape lies in the image of the series where all of it is measured in that
/// one: it is parallel, the region within half a step and within its edges. Else it lies in the patient, where the mark
/// does, and a slice of the series is named as the source. `voxels` has its frames. nullopt: no voxel with a value is
/// there.
[[nodiscard]] std::optional<objects::Measurement> fusedMeasurement(const DescribedMark &mark, const FusedSeries &over,
                                                                   const imaging::FusionVoxels &voxels);

} // namespace consilium::app
