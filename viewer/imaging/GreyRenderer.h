#pragma once
#include "viewer/dicom/GreyScale.h"
#include "viewer/dicom/PixelDescription.h"
#include "viewer/pixels/DecodedFrame.h"
#include "viewer/session/ViewerState.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace consilium::imaging
{

/// The window that is really used: what the reader set or chose among the file's VOI LUTs, else the table of a
/// presentation state that was applied, else the file's first window, else (no window, no VOI LUT) the range of the
/// frame's modality values without padding. That last one differs from slice to slice: whoever shows a stack without
/// windows takes it from one slice and keeps it (as a window) for the others, or the brightness jumps while scrolling.
struct EffectiveVoi {
    std::optional<session::Window> window;         ///< nullopt: a VOI LUT is in use
    std::shared_ptr<const dicom::LookupTable> lut; ///< that LUT, null otherwise
    bool fromFile = false;
    double lutFactor = 1.0, lutOffset = 0.0; ///< a modality value times the one plus the other is looked up in `lut`
    std::shared_ptr<const dicom::LookupTable> presentationLut = {}; ///< of a presentation state; null: none
    /// The same greys of the same values: tables are compared by what is in them.
    [[nodiscard]] bool isSame(const EffectiveVoi &other) const;
};
/// A table of the state as the chain of greys has it.
[[nodiscard]] std::shared_ptr<const dicom::LookupTable> lookupTableOf(const session::ValueTable &table);
/// The reverse, to be looked up with modality values as they are. One without entries gives one that no state takes.
[[nodiscard]] session::ValueTable valueTableOf(const dicom::LookupTable &table);
/// The VOI LUT of the file that the reader has chosen; null: none, or this file does not have it.
[[nodiscard]] std::shared_ptr<const dicom::LookupTable> chosenFileTable(const dicom::GreyScale &grey,
                                                                        const session::Presentation &presentation);
[[nodiscard]] EffectiveVoi effectiveVoi(const dicom::GreyScale &grey, const session::Presentation &presentation,
                                        const pixels::DecodedFrame &frame);

/// All windows of the file, in its order.
[[nodiscard]] std::vector<session::Window> fileWindows(const dicom::GreyScale &grey);

/// Stored value -> modality value (HU for CT); NaN stays NaN. PS3.3 C.11.1.
[[nodiscard]] double modalityValue(const dicom::GreyScale &grey, double stored);

/// The whole grey-scale chain folded into one step over stored values; 8-bit output.
/// Rounding: y in [0, 255] to the nearest integer, halves up. PS3.3 C.11.2.1.2 (LINEAR with its 0.5 and 1), .3.
/// Inversion (by the reader, or lowIsWhite, not both) comes after rounding, so an inverted picture is the exact
/// complement. Pixels with the padding value, or in the padding range, are black whichever way the picture is shown
/// (PS3.3 C.7.5.1.1.2). Cheap to make (some microseconds for a window, 0.3 ms for a look-up table). A straight window
/// is computed in SIMD when that is proved, while the table is made, to give exactly at() for every stored value;
/// everything else is looked up. Frames of F64 go through the chain value by value.
class GreyTable
{
public:
    GreyTable(const dicom::GreyScale &grey, const EffectiveVoi &voi, bool inverted,
              const dicom::PixelDescription &description);
    [[nodiscard]] std::uint8_t at(double stored) const; ///< NaN: black, like padding
    /// Applies it to a whole frame; `out` holds rows x columns bytes. SIMD, chosen at run time.
    void apply(const pixels::DecodedFrame &frame, std::uint8_t *out) const;
    /// Applies it to `count` samples of one row, as the slice renderer wants them.
    void applyRow(const pixels::DecodedFrame &frame, int row, int firstColumn, int count, std::uint8_t *out) const;

private:
    struct Private;
    std::shared_ptr<const Private> d;
};

} // namespace consilium::imaging
