#pragma once
#include <QColor>

namespace consilium::render2d
{

/// Over images colours are constants, not palette roles.
inline constexpr QColor markColour(0x8F, 0xE3, 0xF7);

} // namespace consilium::render2d
