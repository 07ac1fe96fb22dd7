#pragma once
#include "viewer/imaging/ValueImage.h"
#include "viewer/session/ViewerState.h"

#include <cstdint>

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
/// nothing.
[[nodiscard]] ValueImage enhanced(const ValueImage &image, const session::Enhancement &enhancement);

/// Contrast-limited adaptive histogram equalisation (Zuiderveld, Graphics Gems IV, 1994) of 8-bit levels: 8 x 8 tiles,
/// a bin of a tile's histogram cut off at 1.5, 2, 3, 4 or 6 times the mean (by level), what was cut off spread evenly
/// over all; between the centres of tiles the four curves are mixed linearly. `values` tells pixels without a value:
/// they count nowhere and stay as they are.
void localContrast(const ValueImage &values, int level, std::uint8_t *levels);

} // namespace consilium::imaging
