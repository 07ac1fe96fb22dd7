#pragma once
#include "viewer/render2d/MarkShape.h"

#include <QRectF>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace consilium::render2d
{

/// Places along one line that are looked at; of a curve of thousands every so many is enough to keep a label off.
inline constexpr std::size_t mostPlaces = 200;

/// Calls visit(a, b) for the pieces of a line, of a long one for chords.
template<class Visit>
void forEachPiece(const std::vector<ScreenPoint> &line, const Visit &visit)
{
    const std::size_t step = std::max<std::size_t>(1, line.size() / mostPlaces);
    for (std::size_t i = 0; i + 1 < line.size(); i += step) {
        const ScreenPoint &a = line[i], &b = line[std::min(i + step, line.size() - 1)];
        visit(QPointF(a.x, a.y), QPointF(b.x, b.y));
    }
}

/// What a label would hide in a view, as a grid of cells of 4 logical pixels: each has the weight of the gravest thing
/// that reaches into it. Looking at a place costs the same however many marks there are.
class LabelGround
{
public:
    LabelGround(double widthPx, double heightPx);
    /// Its lines, its handles, what a region encloses, what an arrow points at.
    void addMark(const MarkShape &mark);
    /// Nothing else may stand there; with room for the plate that text has on bright ground.
    void take(const QRectF &box);
    /// How much a label would hide there; 0: nothing.
    [[nodiscard]] int cost(const QRectF &box) const;
    /// It would lie over something that was taken.
    [[nodiscard]] bool isTaken(const QRectF &box) const;

private:
    struct Cells {
        int left = 0, right = 0, top = 0, bottom = 0; ///< right and bottom are the first behind it
    };
    [[nodiscard]] Cells cellsOf(const QRectF &box) const;
    void raise(const QRectF &box, std::uint8_t weight);
    void raiseCell(int column, int row, std::uint8_t weight);
    void addLine(QPointF a, QPointF b);
    void addInside(const std::vector<ScreenPoint> &border);

    double m_width, m_height;
    int m_columns, m_rows;
    std::vector<std::uint8_t> m_cells; ///< row by row
};

} // namespace consilium::render2d
