#pragma once
#include "viewer/dicom/StudyModel.h"

namespace consilium::dicom
{

/// Adds what is wrong with a sorted stack of parallel images, all of which have a position, as a whole: gaps, uneven
/// spacing, duplicates, gantry tilt. `judgeGaps` is false while slices may still arrive. The positions themselves are
/// never touched.
void findStackIssues(DataSet &stack, bool judgeGaps);

} // namespace consilium::dicom
