#include "base/RigidTransform.h"
#include "tests/support/TestMain.h"

#include <array>
#include <random>

using namespace consilium;

namespace
{

/// Rodrigues: v cos a + (k x v) sin a + k (k . v)(1 - cos a).
PatientPoint byFormula(PatientVector axis, double angle, PatientVector shift, PatientPoint p)
{
    const std::array<double, 3> k{axis.x, axis.y, axis.z}, v{p.x, p.y, p.z}, t{shift.x, shift.y, shift.z};
    const double dot = k[0] * v[0] + k[1] * v[1] + k[2] * v[2];
    std::array<double, 3> out{};
    for (std::size_t i = 0; i < 3; ++i) {
        const std::size_t j = (i + 1) % 3, l = (i + 2) % 3;
        out[i] = v[i] * std::cos(angle) + (k[j] * v[l] - k[l] * v[j]) * std::sin(angle) +
                 k[i] * dot * (1.0 - std::cos(angle)) + t[i];
    }
    return {out[0], out[1], out[2]};
}

} // namespace

class RigidTransformTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agreesWithRodrigues()
    {
        std::mt19937 random(3);
        std::uniform_real_distribution<double> some(-1.0, 1.0);
        for (int round = 0; round < 200; ++round) {
            const PatientVector axis = PatientVector{some(random), some(random), some(random) + 0.01}.normalised();
            const double angle = 3.1 * std::abs(some(random));
            const PatientVector shift{500 * some(random), 500 * some(random), 500 * some(random)};
            const RigidTransform transform{axis * std::sin(angle / 2.0), shift};
            const PatientPoint p{300 * some(random), 300 * some(random), 300 * some(random)};
            const PatientPoint there = transform.mapped(p);
            QVERIFY((there - byFormula(axis, angle, shift, p)).length() < 1e-9);
            QVERIFY((transform.inverse().mapped(there) - p).length() < 1e-9);
            QVERIFY(std::abs(transform.angleDeg() - angle * 180.0 / std::acos(-1.0)) < 1e-6);
        }
        QCOMPARE(RigidTransform().mapped({1, 2, 3}), (PatientPoint{1, 2, 3}));
    }
};

CONSILIUM_TEST(RigidTransformTest)
#include "RigidTransformTest.moc"
