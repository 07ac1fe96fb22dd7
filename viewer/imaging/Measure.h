#pragma once
#include "base/Geometry.h"

#include <optional>
#include <span>

/// Lengths and angles of marks: plain arithmetic on places in one space whose three axes have one unit, mm of the
/// patient or of a plane (z = 0 then). Nothing here knows of images. No result is NaN or infinite.
namespace consilium::imaging
{

/// Sum of the distances from one place to the next; 0 of fewer than two.
[[nodiscard]] double pathLength(std::span<const PatientPoint> points);

/// Between two directions, 0 to 180 degrees; nullopt where one has no length.
[[nodiscard]] std::optional<double> angleBetween(PatientVector a, PatientVector b);
/// Between the legs of an angle, 0 to 180 degrees.
[[nodiscard]] std::optional<double> angleAt(PatientPoint leg, PatientPoint vertex, PatientPoint otherLeg);

/// A line from one place to another.
struct Line {
    PatientPoint from, to;
    [[nodiscard]] PatientVector direction() const { return to - from; }
    [[nodiscard]] double length() const { return direction().length(); }
    [[nodiscard]] PatientPoint middle() const { return from + direction() * 0.5; }
};
/// Between two lines whichever way they were drawn, 0 to 90 degrees.
[[nodiscard]] std::optional<double> acuteAngle(const Line &a, const Line &b);
/// Cobb's angle, 0 to 180 degrees, whichever way the two lines were drawn and however the image lies: both are taken to
/// run to the same side of the axis from the middle of one to that of the other, as two end plates of a spine do. So
/// more than 90 degrees are found as well. Without an axis, or along it, the acute angle.
[[nodiscard]] std::optional<double> cobbAngle(const Line &upper, const Line &lower);

/// a / b; nullopt where b has no length.
[[nodiscard]] std::optional<double> ratioOf(double a, double b);

/// How far apart the divisions of a ruler stand: 1, 2 or 5 times a power of ten, at least `least` units; 0 when `least`
/// is no positive number.
[[nodiscard]] double divisionStep(double least);

} // namespace consilium::imaging
