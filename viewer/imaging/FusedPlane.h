#pragma once
#include "base/CancelToken.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/dicom/StudyPairs.h"
#include "viewer/dicom/Suv.h"
#include "viewer/imaging/ValueImage.h"
#include "viewer/pixels/DecodedFrame.h"

#include <array>
#include <vector>

namespace consilium::imaging
{

/// Why one series cannot be laid over an image of another.
enum class FusionRefusal {
    None,
    NotThere,     ///< the series is not known, or not described yet
    Itself,       ///< it holds the image
    NotGrey,      ///< one of the two is in colour
    NoPlace,      ///< one of the two does not say where it lies in the patient, or in which frame of reference
    OtherPatient, ///< another patient's, whatever the frame of reference says
    OtherFrame,   ///< another frame of reference: their places cannot be compared
    Irregular,    ///< fewer than two slices, uneven steps, a slice missing or there twice, or several directions
    Mixed,        ///< its slices differ in size, pixel spacing or unit
    TooLarge      ///< more than the memory is good for
};

inline constexpr std::int64_t maxFusionBytes =
    512'000'000; ///< that one fused plane holds at once: decoded frames, and its values

/// How the pixels of an image lie in the voxels of a series. Valid only without a refusal.
struct FusionPlan {
    FusionRefusal refusal = FusionRefusal::None;
    int rows = 0, columns = 0; ///< of the image; the fused plane has a value for each of its pixels
    /// Of the series: columns, rows, slices.
    std::array<int, 3> size{};
    /// Voxel (column, row, slice) of the centre of the image's first pixel, and the steps from pixel to pixel along a
    /// row and along a column.
    std::array<double, 3> origin{}, perColumn{}, perRow{};
    int first = 0, last = -1; ///< slices that the plane needs; none where it lies beside the series
    [[nodiscard]] bool isOutside() const { return refusal == FusionRefusal::None && first > last; }
    [[nodiscard]] int count() const { return last - first + 1; }
    bool operator==(const FusionPlan &) const = default;
};

/// The series may be tilted to the image, and its slices shifted along one another evenly (gantry tilt). Regular are
/// slices that lie parallel within 0.1 degrees and whose positions keep even steps within 0.05 mm or 2 % of a step.
/// `pairs`: see dicom::isSamePatient().
[[nodiscard]] FusionPlan planFusion(const dicom::DataSet &series, const dicom::Instance &image,
                                    const dicom::StudyPairs &pairs = {});

/// Why the values of the series are no SUV of this kind; None: all slices give their factor.
[[nodiscard]] dicom::SuvRefusal suvRefusal(const dicom::DataSet &series,
                                           dicom::SuvKind kind = dicom::SuvKind::BodyWeight);

struct FusionPart {
    dicom::InstancePtr instance;
    pixels::FramePtr frame; ///< grey, full resolution; null: not there
    double factor = 1.0;    ///< what is sampled is the modality value times this (SUV)
};

/// The values of the series at the centres of the image's pixels, by trilinear interpolation between the centres of the
/// voxels. `parts`: the slices plan.first to plan.last. NaN, thus transparent: beyond the outermost voxels, which reach
/// half a voxel past their centres, and wherever a voxel that counts is padding, damaged or not there. A job that is
/// cancelled ends with the row that it is at, with what it has; with an empty picture where it has not begun.
[[nodiscard]] ValueImage sampleFusion(const FusionPlan &plan, const std::vector<FusionPart> &parts,
                                      const CancelToken &cancel);

} // namespace consilium::imaging
