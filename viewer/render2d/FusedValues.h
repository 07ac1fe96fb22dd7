#pragma once
#include "viewer/render2d/MarkContent.h"
#include "viewer/render2d/Sample.h"

namespace consilium::render2d
{

// What a mark also says of the series that lies over its image. What it says of the image itself is not touched, and
// where nothing lies over it nothing is said. Each line begins with "+" and the series' name.

/// Two lines and the figures of Figure::FusedMean to FusedCount, in ShownFusion::unit: of the voxels of the series
/// themselves (imaging::voxelStatistics), not of the interpolated values that are drawn, with how many they are; "≈"
/// where the series is there in part, or the region reaches beyond the series or the image, which a line says then. One
/// line where there is none: "—" on its way, why there is no SUV, no voxel.
void addFusedStatistics(MarkValues &values, const imaging::Region &region, const OverlayInput &input);
/// Of a probe: the value that the pointer reads there (interpolated at the pixel's centre), or why there is no SUV.
void addFusedValue(MarkValues &values, const OverlayInput &input, const Sample &sample);

} // namespace consilium::render2d
