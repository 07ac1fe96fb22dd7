#pragma once
#include "viewer/session/ViewerState.h"

#include <array>
#include <cstdint>

namespace consilium::imaging
{

/// Colour of each grey level as 0xFFRRGGBB. Hot Iron, PET, Hot Metal Blue and PET 20 Step are the well-known palettes
/// of PS3.6 Annex B.1, from the places where their curves bend; Rainbow goes from black over blue, cyan, green and
/// yellow to red. Level 0 is black in all of them, so padding stays black.
[[nodiscard]] const std::array<std::uint32_t, 256> &coloursOf(session::ColourMap map);

} // namespace consilium::imaging
