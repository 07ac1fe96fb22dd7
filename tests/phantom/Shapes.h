#pragma once
#include "base/Geometry.h"
#include "tests/phantom/PhantomSpec.h"

#include <cstdint>
#include <vector>

namespace consilium::phantom
{

/// An ellipsoid or a rod (cylinder with flat ends) of one value; axes along x, y, z. Later shapes cover earlier ones.
struct Shape {
    enum class Form { Ellipsoid, RodX, RodY, RodZ };
    Form form = Form::Ellipsoid;
    PatientPoint centre;
    PatientVector radii; ///< mm; of a rod: half its length along its axis, its radius in the other two
    double hu = 0.0;
    [[nodiscard]] bool contains(PatientPoint p) const;
};

/// The shapes of a kind, bottom to top; empty for Position. Known sizes of Head: spheres of 24, 20 and 16 mm diameter
/// (500 HU) centred at
/// (-100,-90,0), (100,-95,0) and (-100,-90,40); rods of 100 mm along x, 80 mm along y, 120 mm along z (1500 HU) at
/// (0,116,0), (-112,0,0),
/// (-112,70,0); the LEFT marker is a rod of 2000 HU along z at x = +112; a hyperdense lesion lies in the LEFT
/// hemisphere.
[[nodiscard]] const std::vector<Shape> &shapesOf(Kind kind);

/// Value at one place without noise, HU; -1000 outside all shapes. The slow and obvious way, for tests.
[[nodiscard]] double valueAt(Kind kind, PatientPoint p);

/// Values of one slice in HU (or 64 x mm for Position), row-major, with the noise of CT where the spec asks for it.
[[nodiscard]] std::vector<std::int16_t> drawSlice(const PhantomSpec &spec, const SlicePlan &slice);

} // namespace consilium::phantom
