#include "viewer/imaging/Measure.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace consilium::imaging
{

namespace
{

constexpr double degrees = 180.0 / std::numbers::pi;

} // namespace

double pathLength(std::span<const PatientPoint> points)
{
    double sum = 0.0;
    for (std::size_t i = 0; i + 1 < points.size(); ++i)
        sum += (points[i + 1] - points[i]).length();
    return sum;
}

std::optional<double> angleBetween(PatientVector a, PatientVector b)
{
    const PatientVector one = a.normalised(), other = b.normalised();
    if (!(a.length() > 0.0) || !(b.length() > 0.0))
        return std::nullopt;
    // By both sine and cosine: the cosine alone loses half of its digits near 0 and 180 degrees.
    const double angle = std::atan2(one.cross(other).length(), one.dot(other)) * degrees;
    return std::isfinite(angle) ? std::optional(angle) : std::nullopt;
}

std::optional<double> angleAt(PatientPoint leg, PatientPoint vertex, PatientPoint otherLeg)
{
    return angleBetween(leg - vertex, otherLeg - vertex);
}

std::optional<double> acuteAngle(const Line &a, const Line &b)
{
    const auto angle = angleBetween(a.direction(), b.direction());
    return angle ? std::optional(std::min(*angle, 180.0 - *angle)) : std::nullopt;
}

std::optional<double> cobbAngle(const Line &upper, const Line &lower)
{
    const PatientVector a = upper.direction(), b = lower.direction();
    const PatientVector axis = (lower.middle() - upper.middle()).normalised();
    const PatientVector acrossA = a - axis * a.dot(axis), acrossB = b - axis * b.dot(axis);
    const double agreement = acrossA.dot(acrossB);
    // Rounding must not decide which of two angles it is.
    constexpr double least = 1e-9;
    if (!(axis.length() > 0.0) || !(std::abs(agreement) > least * a.length() * b.length()))
        return acuteAngle(upper, lower);
    return angleBetween(a, agreement > 0.0 ? b : -b);
}

std::optional<double> ratioOf(double a, double b)
{
    const double ratio = a / b;
    return b > 0.0 && std::isfinite(ratio) ? std::optional(ratio) : std::nullopt;
}

double divisionStep(double least)
{
    if (!(least > 0.0) || !std::isfinite(least))
        return 0.0;
    const double decade = std::pow(10.0, std::floor(std::log10(least)));
    constexpr double margin = 1.0 - 1e-9; // a step that is just enough must not be lost to rounding
    for (const double step : {1.0, 2.0, 5.0}) {
        if (step * decade >= least * margin)
            return step * decade;
    }
    return 10.0 * decade;
}

} // namespace consilium::imaging
