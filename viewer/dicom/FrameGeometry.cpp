#include "viewer/dicom/FrameGeometry.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace consilium::dicom
{

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
