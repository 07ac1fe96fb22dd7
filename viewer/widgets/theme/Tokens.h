#pragma once
#include <QColor>
#include <QPalette>

namespace consilium::widgets
{

enum class Scheme { Dark, Light };

/// The colours of the chrome by their names in the look table; the contrast each must reach is tested.
struct Tokens {
    QColor view, bg0, bg1, bg2, bg3;
    QColor line;  ///< dividers only, never the edge of a control
    QColor line2; ///< edges of controls
    QColor t1, t2, t3;
    QColor ac, acbg, acink;
    QColor warn, warnbg, crit, critbg, critink, ok, okbg, ctl, ctlbg, ctlink;
};

[[nodiscard]] const Tokens &tokens(Scheme scheme);
/// The scheme that a widget's palette belongs to. Painters that need a token which no palette role carries ask this, so
/// there is no global "current theme".
[[nodiscard]] Scheme schemeOf(const QPalette &palette);
[[nodiscard]] const Tokens &tokens(const QPalette &palette);
[[nodiscard]] QPalette makePalette(const Tokens &tokens);

/// Colours over images: never themed, because images are black in both schemes.
namespace over_image
{
inline constexpr QRgb text = 0xFFF4F7FA, frame = 0xFF60D1E9, caption = 0xFF8792A0, trough = 0xFF222832,
                      warn = 0xFFF5C242, crit = 0xFFFA7A60, bandBackground = 0xFF2A2009, hatchLight = 0xFF3A2C0C,
                      hatchDark = 0xFF241B08, errorBackground = 0xFF3A1A13, infoBackground = 0xFF0D2A33,
                      plate = 0x94000000; ///< 58 % black, with QColor::fromRgba
} // namespace over_image

} // namespace consilium::widgets
