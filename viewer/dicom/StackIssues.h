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

/// What is known of the stacks that a series was split into.
enum class Coverage {
    Same,     ///< what was taken again and again: each of them should reach as far as the others
    MayDiffer ///< scans, of which each may have a reach of its own: a tracking run, chest and abdomen
};
/// Positions that one stack lacks in front of its first slice and behind its last one, and others have.
struct MissingEnds {
    std::vector<int> before, after; ///< ascending
    [[nodiscard]] bool isEmpty() const { return before.empty() && after.empty(); }
};
/// Those of each of several stacks of one series. `positions`: of each stack, none empty, ascending, each once,
/// counted along all of them together. Only stacks of one grid are compared: most positions of the smaller one are also
/// the other's. Where coverage may differ, a stack falls short of another only if it lies within it and has half of its
/// positions or more.
[[nodiscard]] std::vector<MissingEnds> missingEnds(const std::vector<std::vector<int>> &positions, Coverage coverage);
/// Says it: MissingSlices without a place, with their `count`, and as `valueTo` how many of them lie in front of the
/// first slice. One that is there already, of an earlier split, is added to. `mm`: of each position, along the stack.
void addMissingEnds(std::vector<DataIssue> &issues, const MissingEnds &ends, const std::vector<double> &mm);

/// Says that files of the same SOP Instance UID as images of the stack hold something else and were left out: a
/// DuplicateSlices of `files` files (`count`), with 1 as its `value`. `sops`: the images, for the repair log.
[[nodiscard]] DataIssue differingObjects(int files, const std::vector<SopInstanceUid> &sops);

/// Adds what is wrong with a sorted stack of parallel images, all of which have a position, as a whole: gaps, uneven
/// spacing, duplicates, gantry tilt. `judgeGaps` is false while slices may still arrive. The positions themselves are
/// never touched.
void findStackIssues(DataSet &stack, bool judgeGaps);

} // namespace consilium::dicom
