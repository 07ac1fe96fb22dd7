#include "viewer/imaging/RoiRegions.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace consilium::imaging
{

namespace
{

/// Rows of edges, or of an ellipse, that are walked through in all; more and only the image's own are.
constexpr double mostRows = 4e6;
/// Comparisons of edges for one area.
constexpr std::size_t mostWork = 8'000'000;

double snapped(double v)
{
    constexpr double steps = 1 << 20;
    return std::round(v * steps) / steps;
}
ImagePoint snapped(ImagePoint p)
{
    return {snapped(p.column), snapped(p.row)};
}
ImageVector snapped(ImageVector v)
{
    return {snapped(v.columns), snapped(v.rows)};
}

std::optional<double> finite(double v)
{
    return std::isfinite(v) ? std::optional(v) : std::nullopt;
}

/// Takes runs of one row after the other, of whole numbers as doubles, and parts them at the image's edges.
class Collector
{
public:
    Collector(RegionPixels &pixels, int rows, int columns) : m_pixels(pixels), m_rows(rows), m_columns(columns) {}
    void add(double row, double first, double last)
    {
        if (first > last)
            return;
        double inside = 0.0;
        if (row >= 0.0 && row < m_rows) {
            const double from = std::max(first, 0.0), to = std::min(last, double(m_columns - 1));
            if (from <= to) {
                m_pixels.runs.push_back({int(row), int(from), int(to)});
                inside = to - from + 1.0;
            }
        }
        m_outside += last - first + 1.0 - inside;
    }
    void finish(bool isWhole)
    {
        constexpr double most = 1e15; // a double still counts one by one
        if (isWhole && m_outside < most)
            m_pixels.outside = std::int64_t(m_outside);
        else
            m_pixels.outside.reset();
    }
    [[nodiscard]] int rows() const { return m_rows; }

private:
    RegionPixels &m_pixels;
    int m_rows, m_columns;
    double m_outside = 0.0;
};

void collect(const EllipseRegion &region, Collector &to)
{
    const ImagePoint centre = snapped(region.centre);
    const ImageVector a = snapped(region.first), b = snapped(region.second);
    const double area = std::abs(a.columns * b.rows - b.columns * a.rows);
    const double height2 = a.rows * a.rows + b.rows * b.rows;
    if (!std::isfinite(centre.column + centre.row) || !std::isfinite(area + height2) || !(area > 0.0)) {
        to.finish(true);
        return;
    }
    // What snapping and rounding may take from a place on the border.
    constexpr double margin = 4.0 / (1 << 20);
    double first = std::ceil(centre.row - std::sqrt(height2) - margin),
           last = std::floor(centre.row + std::sqrt(height2) + margin);
    const bool isWhole = last - first < mostRows;
    if (!isWhole) {
        first = std::max(first, 0.0);
        last = std::min(last, double(to.rows() - 1));
    }
    for (double row = first; row <= last; row += 1.0) {
        // s and t of a place of this row are linear in its column, so s^2 + t^2 = 1 is a quadratic equation; Lagrange's
        // identity leaves this of its discriminant.
        const double down = row - centre.row;
        const double half = area * std::sqrt(std::max(0.0, height2 - down * down)) / height2;
        const double middle = centre.column + down * (a.columns * a.rows + b.columns * b.rows) / height2;
        to.add(row, std::ceil(middle - half - margin), std::floor(middle + half + margin));
    }
    to.finish(isWhole);
}

/// An edge that is not level, from above to below.
struct Edge {
    ImagePoint top, bottom;
    double firstRow = 0.0, lastRow = 0.0; ///< whose centre lines it crosses: its upper end counts, its lower one not
    [[nodiscard]] double columnAt(double row) const
    {
        return top.column + (row - top.row) * (bottom.column - top.column) / (bottom.row - top.row);
    }
};

/// By rising upper end; empty when a corner is no number or there are fewer than three.
std::vector<Edge> edgesOf(const PolygonRegion &region)
{
    std::vector<Edge> edges;
    const std::size_t count = region.corners.size();
    if (count < 3)
        return edges;
    for (std::size_t i = 0; i < count; ++i) {
        ImagePoint a = snapped(region.corners[i]), b = snapped(region.corners[i + 1 == count ? 0 : i + 1]);
        if (!std::isfinite(a.column + a.row + b.column + b.row))
            return {};
        if (a.row == b.row)
            continue;
        if (a.row > b.row)
            std::swap(a, b);
        edges.push_back({a, b, std::ceil(a.row), std::ceil(b.row) - 1.0});
    }
    std::sort(edges.begin(), edges.end(), [](const Edge &x, const Edge &y) { return x.top.row < y.top.row; });
    return edges;
}

void collect(const PolygonRegion &region, Collector &to)
{
    const std::vector<Edge> edges = edgesOf(region);
    double first = INFINITY, last = -INFINITY, crossed = 0.0;
    for (const Edge &edge : edges) {
        first = std::min(first, edge.firstRow);
        last = std::max(last, edge.lastRow);
        crossed += edge.lastRow - edge.firstRow + 1.0;
    }
    const bool isWhole = edges.empty() || crossed < mostRows;
    if (!isWhole) {
        first = std::max(first, 0.0);
        last = std::min(last, double(to.rows() - 1));
    }
    std::vector<const Edge *> active;
    std::vector<double> at;
    std::size_t next = 0;
    for (double row = first; row <= last; row += 1.0) {
        for (; next < edges.size() && edges[next].firstRow <= row; ++next)
            active.push_back(&edges[next]);
        std::erase_if(active, [row](const Edge *edge) { return edge->lastRow < row; });
        at.clear();
        for (const Edge *edge : active)
            at.push_back(snapped(edge->columnAt(row)));
        std::sort(at.begin(), at.end());
        for (std::size_t i = 0; i + 1 < at.size(); i += 2)
            to.add(row, std::ceil(at[i]), std::ceil(at[i + 1]) - 1.0);
    }
    to.finish(isWhole);
}

/// An edge within a strip of the plane: its columns at the upper and the lower end of it.
struct Chord {
    double upper = 0.0, lower = 0.0;
    [[nodiscard]] double at(double share) const { return upper + (lower - upper) * share; }
};

/// Of what an odd number of chords lies left of, between two heights of the strip where none of them crosses another.
double areaBetween(std::vector<Chord> &chords, double from, double to)
{
    const double middle = (from + to) / 2.0;
    std::sort(chords.begin(), chords.end(),
              [middle](const Chord &x, const Chord &y) { return x.at(middle) < y.at(middle); });
    double width = 0.0;
    for (std::size_t i = 0; i + 1 < chords.size(); i += 2)
        width += chords[i + 1].at(middle) - chords[i].at(middle);
    return width * (to - from); // straight sides: the width half-way is the mean one
}

/// Area of one strip, per unit of its height.
double areaOfStrip(std::vector<Chord> &chords)
{
    std::vector<double> cuts{0.0, 1.0};
    for (std::size_t i = 0; i < chords.size(); ++i) {
        for (std::size_t j = i + 1; j < chords.size(); ++j) {
            const double above = chords[j].upper - chords[i].upper, below = chords[j].lower - chords[i].lower;
            if (above * below < 0.0)
                cuts.push_back(above / (above - below));
        }
    }
    std::sort(cuts.begin(), cuts.end());
    double area = 0.0;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i)
        area += areaBetween(chords, cuts[i], cuts[i + 1]);
    return area;
}

/// By the even-odd rule, square pixels; exact but for rounding, whether or not edges cross: a freehand curve often ends
/// in a small loop, which the sum over its corners would count twice or take away.
std::optional<double> areaOf(const PolygonRegion &region)
{
    const std::vector<Edge> edges = edgesOf(region);
    std::vector<double> heights;
    for (const Edge &edge : edges) {
        heights.push_back(edge.top.row);
        heights.push_back(edge.bottom.row);
    }
    std::sort(heights.begin(), heights.end());
    heights.erase(std::unique(heights.begin(), heights.end()), heights.end());
    std::vector<const Edge *> active;
    std::vector<Chord> chords;
    std::size_t next = 0, work = 0;
    double area = 0.0;
    for (std::size_t i = 0; i + 1 < heights.size(); ++i) {
        const double top = heights[i], bottom = heights[i + 1];
        for (; next < edges.size() && edges[next].top.row <= top; ++next)
            active.push_back(&edges[next]);
        std::erase_if(active, [top](const Edge *edge) { return edge->bottom.row <= top; });
        work += active.size() * active.size();
        if (work > mostWork)
            return std::nullopt;
        chords.clear();
        for (const Edge *edge : active)
            chords.push_back({edge->columnAt(top), edge->columnAt(bottom)});
        area += areaOfStrip(chords) * (bottom - top);
    }
    return area;
}

double perimeterOf(const PolygonRegion &region, PixelScale scale)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < region.corners.size(); ++i) {
        const ImagePoint &a = region.corners[i], &b = region.corners[i + 1 == region.corners.size() ? 0 : i + 1];
        sum += std::hypot((b.column - a.column) * scale.perColumn, (b.row - a.row) * scale.perRow);
    }
    return sum;
}

/// There is no closed form: the rule of trapezoids over the angle, which for a smooth closed curve converges faster
/// than any power of the number of steps.
double perimeterOf(const EllipseRegion &region, PixelScale scale)
{
    constexpr int steps = 720;
    double sum = 0.0;
    for (int i = 0; i < steps; ++i) {
        const double angle = 2.0 * std::numbers::pi * i / steps, c = std::cos(angle), s = std::sin(angle);
        sum += std::hypot((region.second.columns * c - region.first.columns * s) * scale.perColumn,
                          (region.second.rows * c - region.first.rows * s) * scale.perRow);
    }
    return sum * 2.0 * std::numbers::pi / steps;
}

} // namespace

Region rectangleRegion(ImagePoint corner, ImagePoint opposite)
{
    return PolygonRegion{{corner, {opposite.column, corner.row}, opposite, {corner.column, opposite.row}}};
}

RegionPixels pixelsOf(const Region &region, int rows, int columns)
{
    RegionPixels pixels;
    Collector collector(pixels, rows, columns);
    std::visit([&collector](const auto &shape) { collect(shape, collector); }, region);
    return pixels;
}

std::vector<PixelRun> pixelRuns(const Region &region, int rows, int columns)
{
    return pixelsOf(region, rows, columns).runs;
}

std::optional<double> regionArea(const Region &region, PixelScale scale)
{
    std::optional<double> pixels;
    if (const auto *const ellipse = std::get_if<EllipseRegion>(&region))
        pixels = std::numbers::pi * std::abs(ellipse->first.columns * ellipse->second.rows -
                                             ellipse->second.columns * ellipse->first.rows);
    else
        pixels = areaOf(std::get<PolygonRegion>(region));
    return pixels ? finite(*pixels * scale.perRow * scale.perColumn) : std::nullopt;
}

std::optional<double> regionPerimeter(const Region &region, PixelScale scale)
{
    return finite(std::visit([scale](const auto &shape) { return perimeterOf(shape, scale); }, region));
}

} // namespace consilium::imaging
