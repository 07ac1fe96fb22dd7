#pragma once
#include "viewer/imaging/FusedPlane.h"
#include "viewer/imaging/RoiStatistics.h"

namespace consilium::imaging
{

/// What a fused plane was sampled from: the voxels as the series has them, before anything is interpolated.
struct FusionVoxels {
    FusionPlan plan;
    std::vector<FusionPart> parts; ///< the slices plan.first to plan.last
};

/// What the voxels of the series say within a region of the image: modality values, each times its part's factor.
/// Every voxel counts whole and once, however large it is beside the image's pixels: of each line of voxels along that
/// axis of the series whose steps go farthest along the image's normal, the one voxel that the image's plane passes
/// through, where it does so within the region (borders as of Region) and within the image. So a maximum is a voxel's
/// own, which interpolation would lower.
/// `leftOut`: such voxels without a value (padding, damaged, their slice not there). `outside`: places of the region,
/// counted in voxels, beyond the series or the image; nullopt: so many that counting would take long. No figure is ever
/// NaN or infinite. Without a plan, or with one that is refused, there is no voxel.
[[nodiscard]] RoiStatistics voxelStatistics(const Region &region, const FusionVoxels &voxels);

} // namespace consilium::imaging
