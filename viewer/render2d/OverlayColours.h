#pragma once
#include <QColor>

namespace consilium::render2d
{

/// Over images colours are constants, not palette roles.
inline constexpr QColor markColour(0x8F, 0xE3, 0xF7);
inline constexpr QColor referenceColour(0xB7, 0xE8, 0xA6);

} // namespace consilium::render2d
