#pragma once
#include <QByteArray>

namespace consilium::objects
{

/// sRGB (IEC 61966-2-1) as an ICC profile of an input device, from RGB to XYZ: what says in a Color Softcopy
/// Presentation State in which colours its images count (PS3.3 C.11.15). The same bytes at any time, an even number of
/// them; empty where Little CMS cannot make it.
[[nodiscard]] QByteArray srgbProfile();

} // namespace consilium::objects
