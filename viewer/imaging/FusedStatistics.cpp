#include "viewer/imaging/FusedStatistics.h"

#include "viewer/imaging/RoiRegions.h"

#include <cmath>
#include <limits>
#include <optional>

namespace consilium::imaging
{

namespace
{

/// The voxels that the image's plane passes through, as a raster: one for each line of voxels along `through`.
class Section
{
public:
    explicit Section(const FusionPlan &plan) : m_plan(plan)
    {
        // The normal in steps of voxels: along its largest part no two voxels of one line are passed through, and
        // between neighbouring lines none is skipped.
        const auto &c = plan.perColumn, &r = plan.perRow;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const std::size_t a = (axis + 1) % 3, b = (axis + 2) % 3;
            const double part = c[a] * r[b] - c[b] * r[a];
            if (std::abs(part) > std::abs(m_normal)) {
                m_normal = part;
                m_through = axis;
            }
        }
        m_across = (m_through + 1) % 3;
        m_down = (m_through + 2) % 3;
    }
    [[nodiscard]] bool isAny() const { return m_normal != 0.0 && std::isfinite(m_normal); }
    [[nodiscard]] int columns() const { return m_plan.size[m_across]; }
    [[nodiscard]] int rows() const { return m_plan.size[m_down]; }

    /// A region of the image, in this raster.
    [[nodiscard]] Region regionOf(const Region &region) const
    {
        if (const auto *const ellipse = std::get_if<EllipseRegion>(&region))
            return EllipseRegion{placeOf(ellipse->centre), wayOf(ellipse->first), wayOf(ellipse->second)};
        PolygonRegion polygon = std::get<PolygonRegion>(region);
        for (ImagePoint &corner : polygon.corners)
            corner = placeOf(corner);
        return polygon;
    }

    /// Column, row and slice of the series; nullopt where that lies beyond the series or the image.
    [[nodiscard]] std::optional<std::array<int, 3>> voxelAt(int column, int row) const
    {
        const auto &o = m_plan.origin, &c = m_plan.perColumn, &r = m_plan.perRow;
        const double across = column - o[m_across], down = row - o[m_down];
        const double imageColumn = (across * r[m_down] - down * r[m_across]) / m_normal;
        const double imageRow = (down * c[m_across] - across * c[m_down]) / m_normal;
        if (!(imageColumn >= -0.5 && imageRow >= -0.5 && imageColumn < m_plan.columns - 0.5 &&
              imageRow < m_plan.rows - 0.5))
            return std::nullopt;
        const double at = o[m_through] + c[m_through] * imageColumn + r[m_through] * imageRow;
        // Half way between two voxels what arithmetic leaves beyond a millionth must not decide, else a plane there
        // would be read from both.
        constexpr double fine = 1 << 20;
        const double index = std::floor(std::round((at + 0.5) * fine) / fine);
        if (!(index >= 0.0 && index < m_plan.size[m_through]))
            return std::nullopt;
        std::array<int, 3> voxel{};
        voxel[m_across] = column;
        voxel[m_down] = row;
        voxel[m_through] = int(index);
        return voxel;
    }

private:
    [[nodiscard]] ImageVector wayOf(ImageVector v) const
    {
        const auto &c = m_plan.perColumn, &r = m_plan.perRow;
        return {c[m_across] * v.columns + r[m_across] * v.rows, c[m_down] * v.columns + r[m_down] * v.rows};
    }
    [[nodiscard]] ImagePoint placeOf(ImagePoint p) const
    {
        const ImageVector way = wayOf({p.column, p.row});
        return {m_plan.origin[m_across] + way.columns, m_plan.origin[m_down] + way.rows};
    }

    const FusionPlan &m_plan;
    double m_normal = 0.0;
    std::size_t m_through = 2, m_across = 0, m_down = 1;
};

/// NaN: it has no value.
float valueOf(const FusionVoxels &voxels, const std::array<int, 3> &voxel)
{
    constexpr float none = std::numeric_limits<float>::quiet_NaN();
    const int index = voxel[2] - voxels.plan.first;
    if (index < 0 || index >= int(voxels.parts.size()))
        return none;
    const FusionPart &part = voxels.parts[std::size_t(index)];
    if (!part.frame || part.frame->rows != voxels.plan.size[1] || part.frame->columns != voxels.plan.size[0])
        return none;
    return float(valueAt(*part.instance, *part.frame, voxel[1], voxel[0]) * part.factor);
}

} // namespace

RoiStatistics voxelStatistics(const Region &region, const FusionVoxels &voxels)
{
    const Section section(voxels.plan);
    if (voxels.plan.refusal != FusionRefusal::None || !section.isAny())
        return {};
    const RegionPixels held = pixelsOf(section.regionOf(region), section.rows(), section.columns());
    ValueImage line; // just these voxels, in one row
    line.rows = 1;
    std::int64_t beyond = 0;
    for (const PixelRun &run : held.runs) {
        for (int column = run.first; column <= run.last; ++column) {
            if (const auto voxel = section.voxelAt(column, run.row))
                line.values.push_back(valueOf(voxels, *voxel));
            else
                ++beyond;
        }
    }
    line.columns = int(line.values.size());
    RoiStatistics statistics;
    if (line.columns > 0)
        statistics = statisticsOf(rectangleRegion({-0.5, -0.5}, {line.columns - 0.5, 0.5}), line);
    statistics.outside = held.outside ? std::optional(*held.outside + beyond) : std::nullopt;
    return statistics;
}

} // namespace consilium::imaging
