#include "viewer/dicom/FrameGeometry.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace consilium::dicom
{

namespace
{

bool isSame(const PixelSpacing &a, const PixelSpacing &b)
{
    const auto near = [](double x, double y) { return std::abs(x - y) <= 1e-4 * std::max(x, y); };
    return a.isKnown() && b.isKnown() && near(a.betweenRowsMm, b.betweenRowsMm) &&
           near(a.betweenColumnsMm, b.betweenColumnsMm);
}

/// The region that is seen at a place; null where there is none, or where two of one rank with different meanings lie
/// over one another.
const UltrasoundRegion *regionAt(const std::vector<UltrasoundRegion> &regions, ImagePoint p)
{
    const UltrasoundRegion *found = nullptr;
    bool isAmbiguous = false;
    for (const UltrasoundRegion &region : regions) {
        if (!region.holds(p) || (found && found->isPriority && !region.isPriority))
            continue;
        const bool isOver = !found || (region.isPriority && !found->isPriority);
        const auto isOne = [&] {
            return isSame(found->spacing, region.spacing) && found->across == region.across &&
                   found->down == region.down;
        };
        isAmbiguous = !isOver && (isAmbiguous || !isOne());
        if (isOver)
            found = &region;
    }
    return isAmbiguous ? nullptr : found;
}

} // namespace

PixelSpacing FrameGeometry::spacingBetween(ImagePoint a, ImagePoint b) const
{
    if (!regions)
        return spacing;
    const UltrasoundRegion *const one = regionBetween(a, b);
    return one ? one->spacing : PixelSpacing();
}

const UltrasoundRegion *FrameGeometry::regionBetween(ImagePoint a, ImagePoint b) const
{
    const UltrasoundRegion *const one = regions ? regionAt(*regions, a) : nullptr;
    return one && one == regionAt(*regions, b) ? one : nullptr;
}

PixelSpacing FrameGeometry::spacingWithin(ImagePoint topLeft, ImagePoint bottomRight) const
{
    if (!regions)
        return spacing;
    PixelSpacing all;
    for (const UltrasoundRegion &region : *regions) {
        const bool isSeen = region.left <= bottomRight.column && region.right >= topLeft.column &&
                            region.top <= bottomRight.row && region.bottom >= topLeft.row;
        if (!isSeen)
            continue;
        if (!region.spacing.isKnown() || (all.isKnown() && !isSame(all, region.spacing)))
            return {};
        all = region.spacing;
    }
    return all;
}

std::optional<PatientVector> FrameGeometry::normal() const
{
    if (!isOriented())
        return std::nullopt;
    return alongRow->cross(*alongColumn);
}

std::optional<PatientPoint> FrameGeometry::toPatient(ImagePoint p) const
{
    if (!isSpatial())
        return std::nullopt;
    return *position + *alongRow * (p.column * spacing.betweenColumnsMm) +
           *alongColumn * (p.row * spacing.betweenRowsMm);
}

std::optional<ImagePoint> FrameGeometry::toImage(PatientPoint p) const
{
    if (!isSpatial())
        return std::nullopt;
    const PatientVector d = p - *position;
    return ImagePoint{d.dot(*alongRow) / spacing.betweenColumnsMm, d.dot(*alongColumn) / spacing.betweenRowsMm};
}

std::optional<double> FrameGeometry::distanceAlongNormalMm() const
{
    const std::optional<PatientVector> n = normal();
    if (!n || !position)
        return std::nullopt;
    return PatientVector{position->x, position->y, position->z}.dot(*n);
}

QString orientationLetters(PatientVector direction, bool all)
{
    struct Component {
        double size;
        char letter;
    };
    std::array<Component, 3> parts{{{std::abs(direction.x), direction.x > 0 ? 'L' : 'R'},
                                    {std::abs(direction.y), direction.y > 0 ? 'P' : 'A'},
                                    {std::abs(direction.z), direction.z > 0 ? 'H' : 'F'}}};
    // Stable, so that a direction exactly between two axes always gets the same letter.
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Component &a, const Component &b) { return a.size > b.size; });
    const double length = direction.length();
    if (!(length > 0.0) || !std::isfinite(length))
        return {};
    constexpr double sinTenDegrees = 0.17364817766693033;
    QString letters;
    for (const Component &part : parts) {
        if (letters.isEmpty() || (all && part.size / length > sinTenDegrees))
            letters += QLatin1Char(part.letter);
    }
    return letters;
}

} // namespace consilium::dicom
