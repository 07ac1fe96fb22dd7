#pragma once
#include <QColor>
#include <QFont>
#include <QImage>
#include <QPointF>
#include <QString>

class QPainter;

namespace consilium::render2d
{

/// Weight and size of text over images (LOOK.md, Type).
enum class OverlayFont { Text, Name, Letter };
[[nodiscard]] QFont overlayFont(OverlayFont font);
/// Line height in logical pixels.
inline constexpr double overlayLinePx = 18.0;

/// Text that stays legible on any grey: each glyph's outline stroked in black, then filled. Strings are laid out once
/// and glyphs are drawn once for each size and pixel ratio, then only copied: a counter that changes with every slice
/// costs ten small copies. Digits have equal widths. Not thread safe: one for each thread that paints.
class HaloText
{
public:
    enum class Style { Halo, Plain };

    HaloText();
    ~HaloText();
    HaloText(const HaloText &) = delete;
    HaloText &operator=(const HaloText &) = delete;

    /// Width in logical pixels.
    [[nodiscard]] double width(const QString &text, OverlayFont font);
    /// `topLeft` of the line box (overlayLinePx high), logical pixels.
    void draw(QPainter &painter, QPointF topLeft, const QString &text, OverlayFont font, const QColor &fill,
              Style style);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::render2d
