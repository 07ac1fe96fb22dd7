#include "tests/phantom/Shapes.h"

#include <algorithm>
#include <cmath>

namespace consilium::phantom
{

namespace
{

constexpr double airHu = -1000.0;
using Form = Shape::Form;

const std::vector<Shape> &headShapes()
{
    static const std::vector<Shape> shapes{
        {Form::Ellipsoid, {0, 30, -125}, {48, 50, 70}, 45},  // neck
        {Form::RodZ, {0, 38, -150}, {14, 14, 70}, 350},      // cervical spine
        {Form::Ellipsoid, {0, 0, 0}, {82, 100, 110}, 35},    // scalp
        {Form::Ellipsoid, {0, -104, -32}, {11, 14, 20}, 30}, // nose: front
        {Form::Ellipsoid, {83, 8, -25}, {6, 12, 20}, 30},    // ears
        {Form::Ellipsoid, {-83, 8, -25}, {6, 12, 20}, 30},
        {Form::Ellipsoid, {0, 0, 3}, {75, 93, 102}, 1100}, // skull
        {Form::Ellipsoid, {0, 0, 4}, {69, 87, 96}, 10},    // fluid
        {Form::Ellipsoid, {0, 0, 5}, {66, 84, 93}, 38},    // cortex
        {Form::Ellipsoid, {32, 0, 8}, {27, 68, 68}, 29},   // white matter
        {Form::Ellipsoid, {-32, 0, 8}, {27, 68, 68}, 29},
        {Form::Ellipsoid, {0, 0, 45}, {1.2, 78, 50}, 62}, // falx
        {Form::Ellipsoid, {13, -12, 18}, {7, 26, 11}, 8}, // ventricles
        {Form::Ellipsoid, {-13, -12, 18}, {7, 26, 11}, 8},
        {Form::Ellipsoid, {0, 0, 4}, {2.5, 14, 10}, 8},
        {Form::Ellipsoid, {0, 42, -38}, {34, 22, 18}, 36},  // cerebellum
        {Form::Ellipsoid, {36, 26, 22}, {10, 8, 9}, 68},    // lesion, left
        {Form::Ellipsoid, {34, -76, -28}, {15, 14, 14}, 8}, // orbits
        {Form::Ellipsoid, {-34, -76, -28}, {15, 14, 14}, 8},
        {Form::Ellipsoid, {12, -84, 10}, {9, 7, 12}, -990}, // frontal sinuses
        {Form::Ellipsoid, {-12, -84, 10}, {9, 7, 12}, -990},
        {Form::Ellipsoid, {22, -66, -58}, {14, 13, 15}, -990}, // maxillary sinuses
        {Form::Ellipsoid, {-22, -66, -58}, {14, 13, 15}, -990},
        {Form::Ellipsoid, {0, -48, -38}, {11, 10, 8}, -980}, // sphenoid sinus
        {Form::Ellipsoid, {60, 22, -48}, {9, 14, 14}, -300}, // mastoid cells
        {Form::Ellipsoid, {-60, 22, -48}, {9, 14, 14}, -300},
        {Form::RodZ, {112, 0, 0}, {4, 4, 200}, 2000},         // LEFT marker
        {Form::Ellipsoid, {-100, -90, 0}, {12, 12, 12}, 500}, // spheres of known size
        {Form::Ellipsoid, {100, -95, 0}, {10, 10, 10}, 500},
        {Form::Ellipsoid, {-100, -90, 40}, {8, 8, 8}, 500},
        {Form::RodX, {0, 116, 0}, {50, 3, 3}, 1500}, // rods of known length
        {Form::RodY, {-112, 0, 0}, {3, 40, 3}, 1500},
        {Form::RodZ, {-112, 70, 0}, {3, 3, 60}, 1500},
    };
    return shapes;
}

const std::vector<Shape> &markerShapes()
{
    static const std::vector<Shape> shapes{
        {Form::Ellipsoid, {0, 0, 0}, {100, 100, 100}, 0},
        {Form::Ellipsoid, {70, 0, 0}, {15, 15, 15}, 1000},
        {Form::Ellipsoid, {0, 70, 0}, {15, 15, 15}, 600},
        {Form::Ellipsoid, {0, 0, 70}, {15, 15, 15}, 300},
    };
    return shapes;
}

std::vector<Shape> makeChest()
{
    std::vector<Shape> shapes{{Form::Ellipsoid, {0, 0, 0}, {118, 88, 400}, -90},
                              {Form::Ellipsoid, {0, 0, 0}, {110, 80, 380}, 45}};
    for (int rib = -5; rib <= 5; ++rib) {
        const double z = rib * 22.0;
        shapes.push_back({Form::Ellipsoid, {0, 0, z}, {104, 74, 6}, 450});
        shapes.push_back({Form::Ellipsoid, {0, 0, z}, {98, 68, 8}, 45});
    }
    const std::vector<Shape> inside{
        {Form::Ellipsoid, {55, 0, 10}, {40, 58, 105}, -860}, {Form::Ellipsoid, {-55, 0, 10}, {40, 58, 105}, -860},
        {Form::Ellipsoid, {16, -18, -10}, {46, 38, 55}, 42}, // heart, to the left
        {Form::RodZ, {8, 38, 0}, {11, 11, 300}, 40},         // aorta
        {Form::RodZ, {0, 58, 0}, {17, 15, 300}, 260},        // spine
        {Form::RodZ, {0, 74, 0}, {6, 6, 300}, 40},           // spinal canal
        {Form::RodZ, {0, 0, 90}, {9, 9, 60}, -990},          // trachea
        {Form::Ellipsoid, {-60, 20, 30}, {5, 5, 5}, 40},     // nodules, 10 and 6 mm
        {Form::Ellipsoid, {62, 25, -40}, {3, 3, 3}, 40},
    };
    shapes.insert(shapes.end(), inside.begin(), inside.end());
    return shapes;
}

/// Interval of the column index (real numbers) in which |a + t d| <= 1 for the components given; empty when first >
/// last.
struct Span {
    double first = -1e30, last = 1e30;
};

Span quadricSpan(double a1, double d1, double a2, double d2, double a3, double d3)
{
    const double a = d1 * d1 + d2 * d2 + d3 * d3;
    const double b = a1 * d1 + a2 * d2 + a3 * d3;
    const double c = a1 * a1 + a2 * a2 + a3 * a3 - 1.0;
    if (a < 1e-18)
        return c <= 0.0 ? Span{} : Span{1, 0};
    const double root = b * b - a * c;
    if (root < 0.0)
        return {1, 0};
    return {(-b - std::sqrt(root)) / a, (-b + std::sqrt(root)) / a};
}

Span slabSpan(double a, double d)
{
    if (std::abs(d) < 1e-12)
        return std::abs(a) <= 1.0 ? Span{} : Span{1, 0};
    const double one = (-1.0 - a) / d, two = (1.0 - a) / d;
    return {std::min(one, two), std::max(one, two)};
}

/// Columns of a row that lie within a shape. `start` and `step` are the row's first position and the way to the next
/// column.
Span rowSpan(const Shape &s, PatientPoint start, PatientVector step)
{
    const double ax = (start.x - s.centre.x) / s.radii.x, dx = step.x / s.radii.x;
    const double ay = (start.y - s.centre.y) / s.radii.y, dy = step.y / s.radii.y;
    const double az = (start.z - s.centre.z) / s.radii.z, dz = step.z / s.radii.z;
    if (s.form == Form::Ellipsoid)
        return quadricSpan(ax, dx, ay, dy, az, dz);
    const Span round = s.form == Form::RodX   ? quadricSpan(ay, dy, az, dz, 0, 0)
                       : s.form == Form::RodY ? quadricSpan(ax, dx, az, dz, 0, 0)
                                              : quadricSpan(ax, dx, ay, dy, 0, 0);
    const Span ends = s.form == Form::RodX   ? slabSpan(ax, dx)
                      : s.form == Form::RodY ? slabSpan(ay, dy)
                                             : slabSpan(az, dz);
    return {std::max(round.first, ends.first), std::min(round.last, ends.last)};
}

std::uint64_t mixed(std::uint64_t x) // the finaliser of splitmix64
{
    x += 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

/// Sum of four bytes: nearly normal, standard deviation 147.8.
double nearlyNormal(std::uint32_t bits)
{
    const int sum = int(bits & 255) + int(bits >> 8 & 255) + int(bits >> 16 & 255) + int(bits >> 24);
    return (sum - 510) / 147.8;
}

void addNoise(const PhantomSpec &spec, const SlicePlan &slice, std::vector<std::int16_t> &values)
{
    const std::uint64_t salt = mixed(std::uint64_t(spec.seed) << 32 | std::uint32_t(slice.noiseSalt));
    for (std::size_t i = 0; i < values.size(); i += 2) {
        const std::uint64_t bits = mixed(salt + i);
        const auto noisy = [&](std::int16_t value, std::uint32_t half) {
            return static_cast<std::int16_t>(std::lround(value + spec.noiseHu * nearlyNormal(half)));
        };
        values[i] = noisy(values[i], static_cast<std::uint32_t>(bits));
        if (i + 1 < values.size())
            values[i + 1] = noisy(values[i + 1], static_cast<std::uint32_t>(bits >> 32));
    }
}

void drawPositions(const PhantomSpec &spec, const SlicePlan &slice, std::vector<std::int16_t> &values)
{
    for (int r = 0; r < spec.rows; ++r) {
        for (int c = 0; c < spec.columns; ++c) {
            const PatientPoint p = slice.position + slice.alongRow * (c * slice.betweenColumnsMm) +
                                   slice.alongColumn * (r * slice.betweenRowsMm);
            const double mm = spec.axis == Axis::X ? p.x : spec.axis == Axis::Y ? p.y : p.z;
            values[std::size_t(r) * std::size_t(spec.columns) + std::size_t(c)] =
                static_cast<std::int16_t>(std::clamp(positionValue(mm), -32768, 32767));
        }
    }
}

} // namespace

bool Shape::contains(PatientPoint p) const
{
    const double x = (p.x - centre.x) / radii.x, y = (p.y - centre.y) / radii.y, z = (p.z - centre.z) / radii.z;
    switch (form) {
    case Form::RodX:
        return y * y + z * z <= 1.0 && std::abs(x) <= 1.0;
    case Form::RodY:
        return x * x + z * z <= 1.0 && std::abs(y) <= 1.0;
    case Form::RodZ:
        return x * x + y * y <= 1.0 && std::abs(z) <= 1.0;
    case Form::Ellipsoid:
        break;
    }
    return x * x + y * y + z * z <= 1.0;
}

const std::vector<Shape> &shapesOf(Kind kind)
{
    static const std::vector<Shape> none, chest = makeChest();
    switch (kind) {
    case Kind::Head:
        return headShapes();
    case Kind::Marker:
        return markerShapes();
    case Kind::Chest:
        return chest;
    case Kind::Position:
        break;
    }
    return none;
}

double valueAt(Kind kind, PatientPoint p)
{
    const std::vector<Shape> &shapes = shapesOf(kind);
    const auto it = std::find_if(shapes.rbegin(), shapes.rend(), [&](const Shape &s) { return s.contains(p); });
    return it == shapes.rend() ? airHu : it->hu;
}

std::vector<std::int16_t> drawSlice(const PhantomSpec &spec, const SlicePlan &slice)
{
    std::vector<std::int16_t> values(std::size_t(spec.rows) * std::size_t(spec.columns),
                                     static_cast<std::int16_t>(airHu));
    if (spec.kind == Kind::Position) {
        drawPositions(spec, slice, values);
        return values;
    }
    const PatientVector step = slice.alongRow * slice.betweenColumnsMm;
    for (int r = 0; r < spec.rows; ++r) {
        const PatientPoint start = slice.position + slice.alongColumn * (r * slice.betweenRowsMm);
        std::int16_t *const row = values.data() + std::size_t(r) * std::size_t(spec.columns);
        for (const Shape &shape : shapesOf(spec.kind)) {
            const Span span = rowSpan(shape, start, step);
            const int first = static_cast<int>(std::ceil(std::clamp(span.first, 0.0, double(spec.columns))));
            const int last = static_cast<int>(std::floor(std::clamp(span.last, -1.0, double(spec.columns - 1))));
            if (last >= first)
                std::fill(row + first, row + last + 1, static_cast<std::int16_t>(shape.hu));
        }
    }
    if (spec.noiseHu > 0.0)
        addNoise(spec, slice, values);
    return values;
}

} // namespace consilium::phantom
