#include "viewer/dicom/Shutter.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

constexpr Tag shape{0x0018, 0x1600}, leftEdge{0x0018, 0x1602}, rightEdge{0x0018, 0x1604}, upperEdge{0x0018, 0x1606},
    lowerEdge{0x0018, 0x1608}, circleCentre{0x0018, 0x1610}, circleRadius{0x0018, 0x1612}, vertices{0x0018, 0x1620},
    presentationValue{0x0018, 0x1622};
constexpr std::size_t mostVertices = 1000;
constexpr double farthest = 1e6;

bool isNear(double value)
{
    return std::abs(value) <= farthest;
}

std::optional<Shutter::Rectangle> readRectangle(const Attributes &header)
{
    const auto left = header.number(leftEdge), right = header.number(rightEdge), upper = header.number(upperEdge),
               lower = header.number(lowerEdge);
    if (!left || !right || !upper || !lower || !isNear(*left) || !isNear(*right) || !isNear(*upper) || !isNear(*lower))
        return std::nullopt;
    if (*left > *right || *upper > *lower)
        return std::nullopt;
    return Shutter::Rectangle{int(*left) - 1, int(*right) - 1, int(*upper) - 1, int(*lower) - 1};
}

std::optional<Shutter::Circle> readCircle(const Attributes &header, double rowsToColumns)
{
    const auto centre = header.numbers(circleCentre, 2);
    const auto radius = header.number(circleRadius);
    if (!centre || !radius || !isNear((*centre)[0]) || !isNear((*centre)[1]) || !(*radius > 0.0) || !isNear(*radius))
        return std::nullopt;
    return Shutter::Circle{(*centre)[0] - 1.0, (*centre)[1] - 1.0, *radius, rowsToColumns};
}

std::vector<Shutter::Vertex> readPolygon(const Attributes &header)
{
    const auto v = header.numbers(vertices);
    std::vector<Shutter::Vertex> polygon;
    if (!v || v->size() < 6 || v->size() % 2 || v->size() / 2 > mostVertices ||
        !std::all_of(v->begin(), v->end(), isNear))
        return polygon;
    for (std::size_t i = 0; i < v->size(); i += 2)
        polygon.push_back({(*v)[i] - 1.0, (*v)[i + 1] - 1.0});
    return polygon;
}

using Intervals = std::vector<Shutter::Interval>;

/// Columns whose centres lie between two places.
Shutter::Interval between(double from, double to)
{
    constexpr double hair = 1e-9; // an edge through a centre belongs to the seen side
    return {int(std::ceil(from - hair)), int(std::floor(to + hair)) + 1};
}

Intervals common(const Intervals &a, const Intervals &b)
{
    Intervals result;
    for (const auto &x : a)
        for (const auto &y : b) {
            const Shutter::Interval both{std::max(x.begin, y.begin), std::min(x.end, y.end)};
            if (both.begin < both.end)
                result.push_back(both);
        }
    return result;
}

Intervals inCircle(const Shutter::Circle &c, int row)
{
    const double up = (row - c.row) * c.rowsToColumns;
    const double square = c.radius * c.radius - up * up;
    if (square < 0.0)
        return {};
    const double half = std::sqrt(square);
    return {between(c.column - half, c.column + half)};
}

/// Where the line through the row's centres is inside: even-odd.
Intervals inPolygon(const std::vector<Shutter::Vertex> &polygon, int row)
{
    std::vector<double> crossings;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const auto &a = polygon[i], &b = polygon[(i + 1) % polygon.size()];
        if ((a.row <= row) != (b.row <= row))
            crossings.push_back(a.column + (row - a.row) / (b.row - a.row) * (b.column - a.column));
    }
    std::sort(crossings.begin(), crossings.end());
    Intervals result;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
        result.push_back(between(crossings[i], crossings[i + 1]));
    return result;
}

} // namespace

std::vector<Shutter::Interval> Shutter::seenOf(int row, int columns) const
{
    Intervals seen{{0, columns}};
    if (rectangle) {
        const bool inside = row >= rectangle->top && row <= rectangle->bottom;
        seen = inside ? common(seen, {{rectangle->left, rectangle->right + 1}}) : Intervals();
    }
    if (circle && !seen.empty())
        seen = common(seen, inCircle(*circle, row));
    if (!polygon.empty() && !seen.empty())
        seen = common(seen, inPolygon(polygon, row));
    return seen;
}

bool Shutter::hides(int row, int column) const
{
    const Intervals seen = seenOf(row, column + 1);
    return std::none_of(seen.begin(), seen.end(),
                        [column](const Interval &i) { return column >= i.begin && column < i.end; });
}

bool Shutter::isOpen(int rows, int columns) const
{
    // Rectangle and circle are convex: the corners speak for all.
    return polygon.empty() && !hides(0, 0) && !hides(0, columns - 1) && !hides(rows - 1, 0) &&
           !hides(rows - 1, columns - 1);
}

std::shared_ptr<const Shutter> describeShutter(const Attributes &header, const FrameGeometry &geometry, Issues &issues)
{
    const QStringList shapes = header.texts(shape);
    if (shapes.isEmpty())
        return nullptr;
    auto shutter = std::make_shared<Shutter>();
    const auto lacking = [&](const QString &name) {
        issues.push_back(
            {DataIssue::Kind::OtherRepaired, u"shutter: %1 is not whole and left out"_s.arg(name.left(16))});
    };
    for (const QString &one : shapes) {
        const QString name = one.trimmed();
        if (name == "RECTANGULAR"_L1) {
            if (!(shutter->rectangle = readRectangle(header)))
                lacking(name);
        } else if (name == "CIRCULAR"_L1) {
            if (!(shutter->circle = readCircle(header, geometry.aspectRowsToColumns)))
                lacking(name);
        } else if (name == "POLYGONAL"_L1) {
            if ((shutter->polygon = readPolygon(header)).empty())
                lacking(name);
        } else if (!name.isEmpty() && name != "BITMAP"_L1) { // bitmaps belong to presentation states
            lacking(name);
        }
    }
    const double value = header.number(presentationValue).value_or(0.0);
    shutter->grey = value > 0.0 && value <= 65535.0 ? int(std::lround(value / 65535.0 * 255.0)) : 0;
    return shutter->isOpen(geometry.rows, geometry.columns) ? nullptr : shutter;
}

} // namespace consilium::dicom
