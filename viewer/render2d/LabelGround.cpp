#include "viewer/render2d/LabelGround.h"

#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

namespace consilium::render2d
{

using Kind = session::AnnotationKind;

namespace
{

constexpr double cellPx = 4.0, mostPx = 32768.0;
constexpr double handleHalfPx = 6.0, probeHalfPx = 9.0, pointedAtPx = 12.0;
constexpr std::uint8_t lineWeight = 3, insideWeight = 8, handleWeight = 24, takenWeight = 255;

bool isPlace(QPointF p)
{
    return std::isfinite(p.x()) && std::isfinite(p.y());
}

/// The part of a segment that lies in the rectangle (Liang and Barsky).
std::optional<std::pair<QPointF, QPointF>> partIn(QPointF a, QPointF b, const QRectF &box)
{
    double from = 0.0, to = 1.0;
    const QPointF way = b - a;
    const std::array<std::array<double, 2>, 4> sides{{{-way.x(), a.x() - box.left()},
                                                      {way.x(), box.right() - a.x()},
                                                      {-way.y(), a.y() - box.top()},
                                                      {way.y(), box.bottom() - a.y()}}};
    for (const auto &[speed, room] : sides) {
        if (speed == 0.0) {
            if (room < 0.0)
                return std::nullopt;
        } else if (speed < 0.0) {
            from = std::max(from, room / speed);
        } else {
            to = std::min(to, room / speed);
        }
    }
    if (!(from <= to))
        return std::nullopt;
    return std::pair(a + way * from, a + way * to);
}

QRectF around(ScreenPoint at, double half)
{
    return {at.x - half, at.y - half, 2.0 * half, 2.0 * half};
}

int cellsAcross(double px)
{
    return px > 0.0 ? int(std::ceil(std::min(px, mostPx) / cellPx)) : 0;
}

} // namespace

LabelGround::LabelGround(double widthPx, double heightPx)
    : m_width(widthPx),
      m_height(heightPx),
      m_columns(cellsAcross(widthPx)),
      m_rows(cellsAcross(heightPx)),
      m_cells(std::size_t(m_columns) * std::size_t(m_rows), 0)
{
}

LabelGround::Cells LabelGround::cellsOf(const QRectF &box) const
{
    if (!(box.left() < box.right() && box.top() < box.bottom())) // also what is no place
        return {};
    const auto cell = [](double at, int most) { return int(std::clamp(at, 0.0, double(most))); };
    return {cell(std::floor(box.left() / cellPx), m_columns), cell(std::ceil(box.right() / cellPx), m_columns),
            cell(std::floor(box.top() / cellPx), m_rows), cell(std::ceil(box.bottom() / cellPx), m_rows)};
}

void LabelGround::raiseCell(int column, int row, std::uint8_t weight)
{
    if (column < 0 || column >= m_columns || row < 0 || row >= m_rows)
        return;
    std::uint8_t &cell = m_cells[std::size_t(row) * std::size_t(m_columns) + std::size_t(column)];
    cell = std::max(cell, weight);
}

void LabelGround::raise(const QRectF &box, std::uint8_t weight)
{
    const Cells cells = cellsOf(box);
    for (int row = cells.top; row < cells.bottom; ++row)
        for (int column = cells.left; column < cells.right; ++column)
            raiseCell(column, row, weight);
}

void LabelGround::take(const QRectF &box)
{
    constexpr double aside = 7.0, above = 3.0;
    if (!box.isEmpty())
        raise(box.adjusted(-aside, -above, aside, above), takenWeight);
}

void LabelGround::addLine(QPointF a, QPointF b)
{
    const auto part = isPlace(a) && isPlace(b) ? partIn(a, b, QRectF(0.0, 0.0, m_width, m_height)) : std::nullopt;
    if (!part)
        return;
    const QPointF way = part->second - part->first;
    constexpr double stepPx = cellPx / 2.0;
    const int steps = std::max(1, int(std::ceil(std::max(std::abs(way.x()), std::abs(way.y())) / stepPx)));
    for (int i = 0; i <= steps; ++i) {
        const QPointF at = part->first + way * (double(i) / steps);
        raiseCell(int(std::floor(at.x() / cellPx)), int(std::floor(at.y() / cellPx)), lineWeight);
    }
}

/// Row by row between the places where the border crosses the row's middle.
void LabelGround::addInside(const std::vector<ScreenPoint> &border)
{
    std::vector<std::pair<int, double>> crossings;
    forEachPiece(border, [&](QPointF a, QPointF b) {
        if (!isPlace(a) || !isPlace(b) || a.y() == b.y())
            return;
        const auto firstBelow = [this](double y) {
            return int(std::clamp(std::ceil(y / cellPx - 0.5), 0.0, double(m_rows)));
        };
        const int last = firstBelow(std::max(a.y(), b.y()));
        for (int row = firstBelow(std::min(a.y(), b.y())); row < last; ++row) {
            const double share = ((row + 0.5) * cellPx - a.y()) / (b.y() - a.y());
            crossings.emplace_back(row, a.x() + (b.x() - a.x()) * share);
        }
    });
    std::sort(crossings.begin(), crossings.end());
    for (std::size_t i = 0; i + 1 < crossings.size(); ++i) {
        const auto [row, from] = crossings[i];
        if (crossings[i + 1].first != row)
            continue;
        raise(QRectF(QPointF(from, row * cellPx), QPointF(crossings[i + 1].second, (row + 1) * cellPx)), insideWeight);
        ++i;
    }
}

void LabelGround::addMark(const MarkShape &mark)
{
    if (mark.isRegion && !mark.lines.empty())
        addInside(mark.lines.front());
    for (const auto *lines : {&mark.lines, &mark.helpers})
        for (const auto &line : *lines)
            forEachPiece(line, [this](QPointF a, QPointF b) { addLine(a, b); });
    if (mark.kind == Kind::Text || mark.handles.empty())
        return;
    if (mark.kind == Kind::Arrow)
        raise(around(mark.handles.front(), pointedAtPx), insideWeight);
    const double half = mark.kind == Kind::Probe ? probeHalfPx : handleHalfPx;
    for (std::size_t i = 0; mark.hasHandles() && i < mark.handles.size(); ++i)
        raise(around(mark.handles[i], half), handleWeight);
}

int LabelGround::cost(const QRectF &box) const
{
    const Cells cells = cellsOf(box);
    int sum = 0;
    for (int row = cells.top; row < cells.bottom; ++row) {
        const auto line = m_cells.begin() + std::ptrdiff_t(row) * m_columns;
        sum = std::accumulate(line + cells.left, line + cells.right, sum);
    }
    return sum;
}

bool LabelGround::isTaken(const QRectF &box) const
{
    const Cells cells = cellsOf(box);
    for (int row = cells.top; row < cells.bottom; ++row) {
        const auto line = m_cells.begin() + std::ptrdiff_t(row) * m_columns;
        if (std::any_of(line + cells.left, line + cells.right, [](std::uint8_t cell) { return cell >= takenWeight; }))
            return true;
    }
    return false;
}

} // namespace consilium::render2d
