#pragma once
#include "viewer/dicom/StudyModel.h"
#include "viewer/imaging/GreyRenderer.h"
#include "viewer/pixels/DecodedFrame.h"
#include "viewer/session/ViewerState.h"

#include <cstdint>
#include <vector>

namespace consilium::imaging
{

/// Modality values (HU for CT) of a picture that no stored frame holds: a slab, or one that is enhanced. Row-major,
/// without gaps; a pixel without a value (padding) is NaN.
struct ValueImage {
    int rows = 0, columns = 0;
    std::vector<float> values;
    bool hasHoles = false; ///< some are NaN
    [[nodiscard]] float at(int row, int column) const
    {
        return values[std::size_t(row) * std::size_t(columns) + std::size_t(column)];
    }
};

/// Of one grey frame of any resolution; pixels of a damaged one that are not known to be the file's have no value.
[[nodiscard]] ValueImage valuesOf(const dicom::Instance &instance, const pixels::DecodedFrame &frame);

/// One value of that picture, the same; `row` and `column` within the frame.
[[nodiscard]] float valueAt(const dicom::Instance &instance, const pixels::DecodedFrame &frame, int row, int column);

/// VOI to 8 bits as the grey-scale chain in double precision has it (GreyChain), rounded to nearest, halves up; pixels
/// without a value are 0. `out` holds rows x columns bytes. Inversion is a step of its own, below.
void applyVoi(const ValueImage &image, const EffectiveVoi &voi, std::uint8_t *out);
/// 255 less the level, but for pixels without a value.
void invertLevels(const ValueImage &image, std::uint8_t *levels);

/// The window whose ends are the percentiles `share` and 1 - `share` of the values (LINEAR_EXACT): those of the whole
/// range where the two are one value, a width of 1 where there is only one. nullopt: no pixel has a value.
[[nodiscard]] std::optional<session::Window> percentileWindow(const ValueImage &image, double share);

} // namespace consilium::imaging
