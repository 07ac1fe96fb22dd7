#pragma once
#include <QColor>
#include <QPointF>
#include <QRect>

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

class QImage;
class QPainter;

namespace consilium::render2d
{

/// Lines over an image, each a coloured stroke on a dark casing, smooth and with round ends. How much of a pixel is
/// covered comes from its distance to the line, so that hundreds of curves cost little more than the pixels they touch
/// (QPainter takes a curve apart into its outline and fills that). Where lines of one colour cross they are not
/// darker; all casings lie below all colours, and the second colour lies above the first.
class LineLayer
{
public:
    static constexpr std::size_t colours = 2;
    static constexpr int side = 64; ///< of a tile, device pixels; the first one begins at the area's upper left corner

    /// `area`: what can be seen, device pixels; lines beyond it cost nothing. `ratio`: device pixels to a logical one.
    LineLayer(const QRect &area, double ratio);
    ~LineLayer();
    LineLayer(const LineLayer &) = delete;
    LineLayer &operator=(const LineLayer &) = delete;

    /// Places in device pixels, widths in logical ones; 0: none of it. A line of one place is a dot.
    void add(std::span<const QPointF> line, std::size_t colour, double widthPx, double casingPx);
    /// The same in dashes of `dashPx` along the line, with gaps between them; the casing, if any, is drawn as well in
    /// dashes.
    void addDashed(std::span<const QPointF> line, std::size_t colour, double widthPx, double casingPx, double dashPx,
                   double gapPx);
    /// Only these tiles, row by row, are drawn from now on, each with the very pixels that it has when all are.
    void keepTo(std::vector<bool> tiles) { m_kept = std::move(tiles); }
    /// Puts the lines in place of what `image` has there; what no line touches stays. Premultiplied ARGB; its upper
    /// left corner is that of the area, which it is at least as large as.
    void drawOnto(QImage &image, const QColor &casing, const std::array<QColor, colours> &inks) const;
    /// The same over what `image` has there.
    void drawOver(QImage &image, const QColor &casing, const std::array<QColor, colours> &inks) const;
    /// `painter` as it is when its transform maps to the device pixels of the lines.
    void paint(QPainter &painter, const QColor &casing, const std::array<QColor, colours> &inks) const;

private:
    /// Coverage of its pixels, 0 to 255: of casings, then of each colour.
    struct Tile {
        std::array<std::array<std::uint8_t, side * side>, 1 + colours> covered{};
    };

    /// Of one kind of line, device pixels.
    struct Pen {
        std::size_t plane = 1; ///< of a tile, where its coverage goes
        float radius = 0.0F, casing = 0.0F;
        float most = 1.0F, mostCasing = 1.0F; ///< a line thinner than a pixel covers no more than its width of one
        float reach = 0.0F;                   ///< what lies farther from the line is not covered
    };
    /// Where a piece of a line passes a row of pixels, from a place of the line near it; device pixels.
    struct Row {
        int y = 0;
        float fromX = 0.0F, fromY = 0.0F;   ///< the centre of the row's first pixel that is looked at
        float alongX = 0.0F, alongY = 0.0F; ///< direction of the line, of length 1
        float before = 0.0F, behind = 0.0F; ///< its ends, along that direction
    };

    [[nodiscard]] Pen penOf(std::size_t colour, double widthPx, double casingPx) const;
    void addPiece(QPointF a, QPointF b, const Pen &pen);
    void addRow(int from, int to, float skipped, const Row &row, const Pen &pen);
    [[nodiscard]] Tile *tileAt(int x, int y);
    /// A colour at each coverage, for all pixels of a picture.
    struct Ink {
        explicit Ink(const QColor &colour);
        std::array<std::uint32_t, 256> top{};  ///< premultiplied
        std::array<std::uint8_t, 256> stays{}; ///< of what lies below, of 255
    };
    using Inks = std::array<Ink, 1 + colours>; ///< as the planes of a tile
    enum class Below { Gone, Stays };
    /// A row of one tile; `pixels` that nothing covers are left as they are.
    static void drawRow(const Tile &tile, int row, int width, const Inks &inks, std::uint32_t *pixels,
                        Below below = Below::Gone);
    void drawInto(QImage &image, const Inks &inks, Below below) const;

    QRect m_area;
    double m_ratio;
    int m_columns;
    std::vector<std::unique_ptr<Tile>> m_tiles; ///< null: nothing was drawn there
    std::vector<bool> m_kept;                   ///< empty: all
};

} // namespace consilium::render2d
