#pragma once
#include "base/CancelToken.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/imaging/ValueImage.h"
#include "viewer/pixels/DecodedFrame.h"
#include "viewer/session/ViewerState.h"

#include <cstdint>
#include <vector>

namespace consilium::imaging
{

/// Why no slab can be made about an image.
enum class SlabRefusal {
    None,
    NotGrey,     ///< images in colour
    NoPlace,     ///< images that do not say where they lie, or have no neighbour
    NotParallel, ///< the neighbours lie in other directions
    OtherFrame,  ///< the neighbours belong to other frames of reference: their places cannot be compared
    Uneven,      ///< steps differ: a slice is missing, or there twice
    Tilted,      ///< the neighbours are shifted sideways (gantry tilt): their pixels do not lie over one another
    Mixed,       ///< the neighbours differ in size, pixel spacing or unit
    TooDeep,     ///< values of 32 bits or floats (no 16-bit samples to put together)
    TooThick     ///< more than the memory is good for
};

inline constexpr int maxSlabSlices = 400;
inline constexpr std::int64_t maxSlabBytes = 512'000'000; ///< decoded frames that a slab holds at once

/// The slices of a stack that make a slab, by index. Valid only without a refusal.
struct SlabPlan {
    SlabRefusal refusal = SlabRefusal::None;
    int first = 0, last = -1;
    double spacingMm = 0.0; ///< from slice to slice
    double sliceMm = 0.0;   ///< how thick the thinnest of the slices is; 0: they do not say
    /// Of the stack not all images are known: the true slab may have more slices, and other ones.
    bool isProvisional = false;
    [[nodiscard]] int count() const { return last - first + 1; }
    /// What these slices stand for: each for its step. Near the end of the stack less than was asked for.
    [[nodiscard]] double thicknessMm() const { return count() * spacingMm; }
    /// Between the slices lies tissue that was never scanned (steps of more than 1.1 times the thickness of a slice).
    [[nodiscard]] bool hasGaps() const { return sliceMm > 0.0 && spacingMm > 1.1 * sliceMm; }
    bool operator==(const SlabPlan &) const = default;
};

/// As many whole slices as come nearest to the thickness, at least one, half of them on each side of `index` (of an
/// even number one more towards the end of the stack); cut off at the ends. The step is the median of the stack; the
/// slices of the slab must keep it within 0.021 mm or 1 %, lie parallel within 0.1 degrees, and over one another within
/// a tenth of a pixel.
[[nodiscard]] SlabPlan planSlab(const dicom::DataSet &dataSet, int index, double thicknessMm);

struct SlabPart {
    const dicom::Instance *instance = nullptr;
    pixels::FramePtr frame; ///< grey, full resolution, not damaged, of the size of the others
};

/// Mean, maximum or minimum of the MODALITY values of each pixel over all parts; padding does not count, and where all
/// parts have padding there is no value. `parts` must not be empty. Given up between two of them: what is there then is
/// nothing to be shown.
[[nodiscard]] ValueImage combineSlab(const std::vector<SlabPart> &parts, session::SlabMode mode,
                                     const CancelToken &cancel = {});
/// How much work that is, in samples that are put together as they are stored; an estimate.
[[nodiscard]] std::int64_t slabWork(const std::vector<SlabPart> &parts);

} // namespace consilium::imaging
