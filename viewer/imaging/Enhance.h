#pragma once
#include "base/CancelToken.h"
#include "viewer/imaging/ValueImage.h"
#include "viewer/session/ViewerState.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace consilium::imaging
{

/// Makes something easier to see. Works on a copy for the screen: what a probe or a measurement reads is never taken
/// from it. With B_n the picture weighed by the binomial coefficients of n x n pixels (3: 1 2 1; 5: 1 4 6 4 1; 7: 1 6
/// 15 20 15 6 1 in each direction, divided by their sum), the outermost pixels repeated beyond the border, and pixels
/// without a value left out of every sum:
///   Sharpen  v + level / 2 (v - B_3)        fine detail
///   Edge     v + level (v - B_7)            outlines
///   Smooth   B_5, `level` times over        less noise (a Gaussian of sigma = sqrt(level) pixels)
/// all of modality values, before the window. LocalContrast is done after it (localContrast()); here it changes
/// nothing. Given up between two passes: what is there then is nothing to be shown.
[[nodiscard]] ValueImage enhanced(const ValueImage &image, const session::Enhancement &enhancement,
                                  const CancelToken &cancel = {});

/// Contrast-limited adaptive histogram equalisation (Zuiderveld, Graphics Gems IV, 1994) of 8-bit levels: 8 x 8 tiles,
/// a bin of a tile's histogram cut off at 1.5, 2, 3, 4 or 6 times the mean (by level), what was cut off spread evenly
/// over all; between the centres of tiles the four curves are mixed linearly. `values` tells pixels without a value:
/// they count nowhere and stay as they are.
void localContrast(const ValueImage &values, int level, std::uint8_t *levels);

/// A picture that was enhanced before it is drawn.
struct EnhancedImage {
    session::Enhancement enhancement;
    /// Modality values before the window: of a filter what it made, of LocalContrast the picture's own.
    std::shared_ptr<const ValueImage> values;
    std::vector<std::uint8_t> levels; ///< of LocalContrast: values.size() of them, after `voi`, not inverted; else none
    EffectiveVoi voi;                 ///< that of `levels`
};
/// `plain`: the picture's own values. `voi` is used by LocalContrast only. nullptr when it was given up.
[[nodiscard]] std::shared_ptr<const EnhancedImage> enhancedImage(std::shared_ptr<const ValueImage> plain,
                                                                 const session::Enhancement &enhancement,
                                                                 const EffectiveVoi &voi,
                                                                 const CancelToken &cancel = {});
/// How much work that is, in values that are weighed and summed up; an estimate.
[[nodiscard]] std::int64_t enhancementWork(int rows, int columns, const session::Enhancement &enhancement);

} // namespace consilium::imaging
