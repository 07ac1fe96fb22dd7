#pragma once
#include "tests/phantom/Shapes.h"
#include "viewer/registration/RigidRegistration.h"

#include <array>
#include <cmath>
#include <functional>
#include <random>

/// Volumes of an analytic body that lies as the test says, by matrices of its own: nothing of RigidTransform.
namespace consilium::test
{

/// How a patient lies: turned about x, then y, then z (degrees), then shifted. From the body to patient coordinates.
struct Pose {
    double aboutX = 0.0, aboutY = 0.0, aboutZ = 0.0;
    std::array<double, 3> shift{};

    using Matrix = std::array<std::array<double, 3>, 3>;
    [[nodiscard]] Matrix matrix() const
    {
        const double pi = std::acos(-1.0);
        const double a = aboutX * pi / 180.0, b = aboutY * pi / 180.0, c = aboutZ * pi / 180.0;
        const Matrix x{{{1, 0, 0}, {0, std::cos(a), -std::sin(a)}, {0, std::sin(a), std::cos(a)}}};
        const Matrix y{{{std::cos(b), 0, std::sin(b)}, {0, 1, 0}, {-std::sin(b), 0, std::cos(b)}}};
        const Matrix z{{{std::cos(c), -std::sin(c), 0}, {std::sin(c), std::cos(c), 0}, {0, 0, 1}}};
        const auto times = [](const Matrix &m, const Matrix &n) {
            Matrix product{};
            for (std::size_t i = 0; i < 3; ++i)
                for (std::size_t j = 0; j < 3; ++j)
                    for (std::size_t k = 0; k < 3; ++k)
                        product[i][j] += m[i][k] * n[k][j];
            return product;
        };
        return times(z, times(y, x));
    }
    [[nodiscard]] PatientPoint toPatient(PatientPoint p) const
    {
        const Matrix m = matrix();
        const std::array<double, 3> v{p.x, p.y, p.z};
        std::array<double, 3> out = shift;
        for (std::size_t i = 0; i < 3; ++i)
            for (std::size_t j = 0; j < 3; ++j)
                out[i] += m[i][j] * v[j];
        return {out[0], out[1], out[2]};
    }
    [[nodiscard]] PatientPoint toBody(PatientPoint p) const
    {
        const Matrix m = matrix();
        const std::array<double, 3> v{p.x - shift[0], p.y - shift[1], p.z - shift[2]};
        std::array<double, 3> out{};
        for (std::size_t i = 0; i < 3; ++i)
            for (std::size_t j = 0; j < 3; ++j)
                out[i] += m[j][i] * v[j]; // the inverse of a rotation is its transpose
        return {out[0], out[1], out[2]};
    }
};

enum class Contrast { Ct, Mr };

/// Of MR: bone and air dark, the soft tissue in the opposite order of CT.
inline double bodyValue(phantom::Kind kind, PatientPoint inBody, Contrast contrast)
{
    const double hu = phantom::valueAt(kind, inBody);
    if (contrast == Contrast::Ct)
        return hu;
    return hu > 400.0 ? 40.0 : hu < -700.0 ? 5.0 : 300.0 + (40.0 - hu) * 4.0;
}

struct Scan {
    phantom::Kind kind = phantom::Kind::Head;
    Pose pose = {};
    double halfMm = 125.0, fromMm = -105.0, toMm = 105.0; ///< across, and along z from the middle of the body
    double acrossMm = 3.0, alongMm = 3.0;                 ///< spacing
    Contrast contrast = Contrast::Ct;
    unsigned seed = 1;
};

inline registration::Volume scanned(const Scan &scan)
{
    registration::Volume volume;
    volume.columns = volume.rows = int(2.0 * scan.halfMm / scan.acrossMm);
    volume.slices = int((scan.toMm - scan.fromMm) / scan.alongMm);
    volume.columnMm = volume.rowMm = scan.acrossMm;
    volume.sliceMm = scan.alongMm;
    volume.alongColumns = {1, 0, 0};
    volume.alongRows = {0, 1, 0};
    volume.alongSlices = {0, 0, 1};
    const PatientPoint middle = scan.pose.toPatient({});
    volume.origin = {middle.x - scan.halfMm + 3.0, middle.y - scan.halfMm - 2.0, middle.z + scan.fromMm};
    std::mt19937 random(scan.seed);
    std::normal_distribution<float> noise(0.0F, 12.0F);
    for (int s = 0; s < volume.slices; ++s) {
        for (int r = 0; r < volume.rows; ++r) {
            for (int c = 0; c < volume.columns; ++c) {
                const PatientPoint at{volume.origin.x + c * scan.acrossMm, volume.origin.y + r * scan.acrossMm,
                                      volume.origin.z + s * scan.alongMm};
                volume.values.push_back(float(bodyValue(scan.kind, scan.pose.toBody(at), scan.contrast)) +
                                        noise(random));
            }
        }
    }
    return volume;
}

/// The largest error of `found` over the corners of the fixed volume, mm.
inline double worstError(const RigidTransform &found, const registration::Volume &fixed, const Pose &ofFixed,
                         const Pose &ofMoving)
{
    double worst = 0.0;
    for (int corner = 0; corner < 8; ++corner) {
        const PatientPoint at{fixed.origin.x + (corner & 1 ? fixed.columns * fixed.columnMm : 0.0),
                              fixed.origin.y + (corner & 2 ? fixed.rows * fixed.rowMm : 0.0),
                              fixed.origin.z + (corner & 4 ? fixed.slices * fixed.sliceMm : 0.0)};
        const PatientPoint truth = ofMoving.toPatient(ofFixed.toBody(at));
        worst = std::max(worst, (found.mapped(at) - truth).length());
    }
    return worst;
}

} // namespace consilium::test
