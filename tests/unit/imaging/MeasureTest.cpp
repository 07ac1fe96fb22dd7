#include "viewer/imaging/Measure.h"
#include "tests/support/TestMain.h"

#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

using namespace consilium;
using namespace consilium::imaging;

namespace
{

bool isNear(std::optional<double> found, double wanted, double by = 1e-9)
{
    return found && std::abs(*found - wanted) <= by;
}

/// A line through a middle at an angle to the x axis, degrees.
Line lineAt(PatientPoint middle, double degrees, double length = 10.0)
{
    const double angle = degrees * std::numbers::pi / 180.0;
    const PatientVector half{std::cos(angle) * length / 2.0, std::sin(angle) * length / 2.0, 0.0};
    return {middle + -half, middle + half};
}

Line turned(const Line &line)
{
    return {line.to, line.from};
}

/// About the origin, in the plane.
PatientPoint rotated(PatientPoint p, double degrees)
{
    const double angle = degrees * std::numbers::pi / 180.0, c = std::cos(angle), s = std::sin(angle);
    return {c * p.x - s * p.y, s * p.x + c * p.y, p.z};
}

} // namespace

class MeasureTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void paths()
    {
        const std::vector<PatientPoint> path{{0, 0, 0}, {3, 4, 0}, {3, 4, 12}, {3, 4, 12}};
        QCOMPARE(pathLength(path), 17.0);
        QCOMPARE(pathLength({}), 0.0);
        QCOMPARE(pathLength(std::span(path).first(1)), 0.0);
    }

    void angles()
    {
        for (const double degrees : {0.0, 1e-6, 0.5, 30.0, 90.0, 135.0, 179.5, 180.0}) {
            const double angle = degrees * std::numbers::pi / 180.0;
            QVERIFY(isNear(angleBetween({2, 0, 0}, {std::cos(angle) * 7, std::sin(angle) * 7, 0}), degrees));
            QVERIFY(isNear(angleAt({5, 1, 1}, {1, 1, 1}, {1 + std::cos(angle), 1, 1 + std::sin(angle)}), degrees));
        }
        QVERIFY(!angleBetween({1, 0, 0}, {0, 0, 0}));
        QVERIFY(!angleBetween({1, 0, 0}, {std::numeric_limits<double>::quiet_NaN(), 0, 0}));
        QVERIFY(!angleAt({1, 1, 1}, {1, 1, 1}, {2, 2, 2}));
        QVERIFY(isNear(acuteAngle(lineAt({}, 10), lineAt({5, 5, 0}, 150)), 40.0));
        QVERIFY(isNear(acuteAngle(lineAt({}, 10), turned(lineAt({5, 5, 0}, 150))), 40.0));
    }

    /// End plates of a spine that runs down: the angle is that between them whichever way each line was drawn, however
    /// the image lies, and also beyond 90 degrees.
    void cobb_data()
    {
        QTest::addColumn<double>("upper");
        QTest::addColumn<double>("lower");
        QTest::addColumn<double>("angle");
        QTest::newRow("slight") << 3.0 << -2.0 << 5.0;
        QTest::newRow("to one side") << 25.0 << 5.0 << 20.0;
        QTest::newRow("usual") << 20.0 << -25.0 << 45.0;
        QTest::newRow("severe") << 50.0 << -55.0 << 105.0;
        QTest::newRow("none") << 12.0 << 12.0 << 0.0;
    }
    void cobb()
    {
        QFETCH(double, upper);
        QFETCH(double, lower);
        QFETCH(double, angle);
        for (int turn = 0; turn < 360; turn += 15) {
            Line one = lineAt({0, 0, 4}, upper), other = lineAt({2, 120, 4}, lower);
            for (Line *line : {&one, &other})
                *line = {rotated(line->from, turn), rotated(line->to, turn)};
            for (const Line &a : {one, turned(one)}) {
                for (const Line &b : {other, turned(other)}) {
                    QVERIFY(isNear(cobbAngle(a, b), angle));
                    QVERIFY(isNear(cobbAngle(b, a), angle));
                }
            }
        }
    }

    void cobbWithoutAnAxis()
    {
        QVERIFY(isNear(cobbAngle(lineAt({}, 10), lineAt({}, 150)), 40.0)); // across one another
        QVERIFY(!cobbAngle(lineAt({}, 10), {{3, 3, 3}, {3, 3, 3}}));
        // One line along the axis has no side.
        QVERIFY(isNear(cobbAngle({{0, -1, 0}, {0, 1, 0}}, {{-1, 50, 0}, {1, 50, 0}}), 90.0));
    }

    void ratios()
    {
        QCOMPARE(ratioOf(12.0, 24.0), std::optional(0.5));
        QVERIFY(!ratioOf(12.0, 0.0));
        QVERIFY(!ratioOf(1e308, 1e-300));
    }

    void divisions()
    {
        QVERIFY(isNear(divisionStep(0.7), 1.0));
        QVERIFY(isNear(divisionStep(1.0), 1.0));
        QVERIFY(isNear(divisionStep(1.01), 2.0));
        QVERIFY(isNear(divisionStep(3.0), 5.0));
        QVERIFY(isNear(divisionStep(6.0), 10.0));
        QVERIFY(isNear(divisionStep(0.021), 0.05));
        QVERIFY(isNear(divisionStep(100.0), 100.0));
        for (const double bad : {0.0, -1.0, std::numeric_limits<double>::infinity(), std::nan("")})
            QCOMPARE(divisionStep(bad), 0.0);
    }
};

CONSILIUM_TEST(MeasureTest)
#include "MeasureTest.moc"
