#pragma once
#include "viewer/dicom/StudyModel.h"

#include <vector>

namespace consilium::dicom
{

/// Nearer than this two images lie in one place, mm.
inline constexpr double samePositionMm = 0.01;
/// Positions are written with two decimals by some: steps may differ by that without meaning it, mm.
inline constexpr double roundedPositionMm = 0.021;

/// A step from one image to the next beside the usual one of its stack.
enum class StepKind {
    Usual, ///< also that from an image to its duplicate
    Uneven,
    Missing ///< a whole number of usual steps: slices are missing
};
/// The median of all steps that are not 0; 0 where there are none.
[[nodiscard]] double usualStepMm(std::vector<double> steps);
[[nodiscard]] StepKind stepKind(double stepMm, double usualMm);

/// Adds what is wrong with a sorted stack of parallel images, all of which have a position, as a whole: gaps, uneven
/// spacing, duplicates, gantry tilt. `judgeGaps` is false while slices may still arrive. The positions themselves are
/// never touched.
void findStackIssues(DataSet &stack, bool judgeGaps);

} // namespace consilium::dicom
