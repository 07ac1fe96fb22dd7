#pragma once
#include <compare>

namespace consilium
{

/// A number with its unit in its type: a length in mm never lands where pixels are meant.
template<class Tag>
struct Quantity {
    double value = 0.0;

    constexpr Quantity() = default;
    constexpr explicit Quantity(double v) : value(v) {}
    // NOLINTNEXTLINE(modernize-use-nullptr): the compiler compares with 0, which clang-tidy 14 takes for a pointer
    friend constexpr auto operator<=>(const Quantity &, const Quantity &) = default;
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity(a.value + b.value); }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity(a.value - b.value); }
    friend constexpr Quantity operator*(Quantity a, double k) { return Quantity(a.value * k); }
    friend constexpr double operator/(Quantity a, Quantity b) { return a.value / b.value; }
};

using Millimetres = Quantity<struct MillimetresTag>;
using Pixels = Quantity<struct PixelsTag>;
using Degrees = Quantity<struct DegreesTag>;

/// The unit of a pixel's modality value (Rescale Type (0028,1054), or implied by the modality).
enum class ValueUnit { None, Hounsfield, OpticalDensity, BecquerelPerMl, Unspecified };

} // namespace consilium
