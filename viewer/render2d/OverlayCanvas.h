#pragma once
#include "viewer/render2d/HaloText.h"
#include "viewer/render2d/OverlayColours.h"

#include <QColor>
#include <QImage>
#include <QRectF>

#include <vector>

namespace consilium::render2d
{

inline constexpr QColor textColour(0xF4, 0xF7, 0xFA), selectedColour(0xFF, 0xFF, 0xFF);
inline constexpr QColor casingColour(0, 0, 0, 191); // 75 %
inline constexpr double strokePx = 1.6, casingPx = 4.0;

/// Rendered glyphs outlive a call: text costs a copy, not an outline. One for each thread that paints.
[[nodiscard]] HaloText &haloText();

/// The dark ground of text on a bright image, a little larger than the text's box; logical pixels.
void paintPlate(QPainter &painter, const QRectF &box);

struct TextLine {
    QString text;
    OverlayFont font = OverlayFont::Text;
    bool isName = false;   ///< may be cut with an ellipsis
    bool isNeeded = false; ///< goes after all others: patient, link, slice, window, marks. Of these part() and stack()
                           ///< leave out slice and window where they still have no room
    bool isWindow = false;
    bool isApart = false; ///< of a value of its own in OverlayText
    bool isMark = false;  ///< what was done to the pixels: without it the picture is taken for another; never shortened
};
using Block = std::vector<TextLine>;

/// Text over an image, legible on any grey of it. `under` is the image in device pixels; it outlives this.
class Canvas
{
public:
    Canvas(QPainter &painter, const QRectF &area, const QImage &under)
        : m_painter(painter), m_area(area), m_under(under)
    {
    }
    void text(const QRectF &box, const Block &block, bool rightAligned, const QColor &colour = textColour);
    /// The image under a rectangle of logical pixels is bright in the mean, or in a part that an outline would be lost
    /// on.
    [[nodiscard]] bool isBright(const QRectF &box) const;
    [[nodiscard]] QPainter &painter() { return m_painter; }
    [[nodiscard]] const QRectF &area() const { return m_area; }

private:
    QPainter &m_painter;
    QRectF m_area;
    const QImage &m_under;
};

} // namespace consilium::render2d
