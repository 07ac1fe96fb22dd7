#pragma once
#include "viewer/dicom/StudyModel.h"

namespace consilium::dicom
{

/// Nearer than this two images lie in one place, mm.
inline constexpr double samePositionMm = 0.01;
/// Positions are written with two decimals by some: steps may differ by that without meaning it, mm.
inline constexpr double roundedPositionMm = 0.021;

/// Adds what is wrong with a sorted stack of parallel images, all of which have a position, as a whole: gaps, uneven
/// spacing, duplicates, gantry tilt. `judgeGaps` is false while slices may still arrive. The positions themselves are
/// never touched.
void findStackIssues(DataSet &stack, bool judgeGaps);

} // namespace consilium::dicom
