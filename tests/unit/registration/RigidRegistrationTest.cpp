#include "viewer/registration/RigidRegistration.h"
#include "tests/support/TestMain.h"
#include "tests/unit/registration/BodyFixture.h"
#include "viewer/registration/Similarity.h"

#include <QElapsedTimer>

using namespace consilium;
using namespace consilium::registration;
using namespace consilium::test;

namespace
{

const Pose turned{9.0, -6.0, 8.0, {150.0, -80.0, 900.0}};

Outcome aligned(const Volume &fixed, const Volume &moving)
{
    return registerRigid(fixed, moving, [](double) { return true; });
}

} // namespace

/// Rigid registration against bodies that lie as matrices of the test say.
class RigidRegistrationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsAKnownPose_data()
    {
        QTest::addColumn<Scan>("other");
        QTest::addColumn<double>("mostMm");
        Scan same;
        same.pose = turned;
        same.seed = 2;
        QTest::newRow("turned and far away") << same << 1.5;
        Scan thick = same;
        thick.acrossMm = 2.3;
        thick.alongMm = 6.0;
        QTest::newRow("other spacing") << thick << 2.0;
        Scan mr = thick;
        mr.contrast = Contrast::Mr;
        QTest::newRow("other contrast") << mr << 2.5;
        Scan part = same;
        part.toMm = 20.0;
        QTest::newRow("a part of it") << part << 2.0;
    }
    void findsAKnownPose()
    {
        QFETCH(Scan, other);
        QFETCH(double, mostMm);
        const Volume fixed = scanned({}), moving = scanned(other);
        const Outcome found = aligned(fixed, moving);
        QCOMPARE(int(found.refusal), int(Refusal::None));
        const double error = worstError(found.registration.fixedToMoving, fixed, {}, other.pose);
        QVERIFY2(error < mostMm, qPrintable(QString::number(error)));
        QVERIFY(found.registration.disagreementMm <= mostDisagreementMm);
        QVERIFY(found.registration.overlap > 0.9);
        // Nothing is scaled or mirrored, whatever was found.
        const RigidTransform &transform = found.registration.fixedToMoving;
        const PatientVector x = transform.rotated({1, 0, 0}), y = transform.rotated({0, 1, 0});
        QVERIFY(std::abs(x.length() - 1.0) < 1e-9 && std::abs(x.dot(y)) < 1e-9);
        QVERIFY((x.cross(y) - transform.rotated({0, 0, 1})).length() < 1e-9);
    }

    /// Row 6: better no alignment than a wrong one.
    void refusesWhatDoesNotFit_data()
    {
        QTest::addColumn<Scan>("one");
        QTest::addColumn<Scan>("other");
        Scan low, high;
        low.toMm = -5.0;
        high.fromMm = -15.0;
        high.pose = turned;
        QTest::newRow("head: a tenth in common") << low << high;
        Scan chest;
        chest.kind = phantom::Kind::Chest;
        chest.halfMm = 210.0;
        chest.fromMm = -150.0;
        chest.toMm = 150.0;
        chest.acrossMm = chest.alongMm = 4.0;
        QTest::newRow("head and chest") << Scan() << chest;
        Scan lowChest = chest, highChest = chest;
        lowChest.toMm = -5.0;
        highChest.fromMm = -25.0;
        highChest.pose = turned;
        QTest::newRow("chest: a tenth in common") << lowChest << highChest;
    }
    void refusesWhatDoesNotFit()
    {
        QFETCH(Scan, one);
        QFETCH(Scan, other);
        QVERIFY(aligned(scanned(one), scanned(other)).refusal != Refusal::None);
    }

    void refusesNoiseAndNothing()
    {
        const Volume fixed = scanned({});
        Volume noise = fixed;
        std::mt19937 random(5);
        for (float &value : noise.values)
            value = float(random() % 1000);
        QVERIFY(aligned(fixed, noise).refusal != Refusal::None);
        Volume flat = fixed;
        std::fill(flat.values.begin(), flat.values.end(), 7.0F);
        QCOMPARE(int(aligned(fixed, flat).refusal), int(Refusal::TooSmall));
        Volume broken = fixed;
        broken.values.resize(10);
        QCOMPARE(int(aligned(fixed, broken).refusal), int(Refusal::TooSmall));
        broken = fixed;
        broken.values[100] = std::nanf("");
        QCOMPARE(int(aligned(broken, fixed).refusal), int(Refusal::TooSmall));
    }

    void stopsWhenAsked()
    {
        double last = 0.0;
        int calls = 0;
        const Outcome stopped = registerRigid(scanned({}), scanned({}), [&](double done) {
            last = done;
            return ++calls < 5;
        });
        QCOMPARE(int(stopped.refusal), int(Refusal::Cancelled));
        QCOMPARE(calls, 5);
        QVERIFY(last < 0.2);
        // And it comes to its end, never going back, when it is not.
        std::vector<double> all;
        (void)registerRigid(scanned({}), scanned({}), [&](double done) {
            all.push_back(done);
            return true;
        });
        QVERIFY(std::is_sorted(all.begin(), all.end()));
        QVERIFY(all.back() > 0.8 && all.back() <= 1.0);
    }

    /// Of volumes whose values are linear in the place, averages are the value in the middle of the block.
    void coarserVolumesLieWhereTheFineOnesLie()
    {
        Volume volume;
        volume.columns = 12;
        volume.rows = 9;
        volume.slices = 7;
        volume.columnMm = 1.0;
        volume.rowMm = 2.0;
        volume.sliceMm = 3.0;
        volume.origin = {10, 20, 30};
        volume.alongColumns = {0, 1, 0};
        volume.alongRows = {0, 0, 1};
        volume.alongSlices = {1, 0, 0};
        const auto value = [](PatientPoint p) { return 2.0 * p.x - 3.0 * p.y + 0.5 * p.z; };
        for (int s = 0; s < 7; ++s)
            for (int r = 0; r < 9; ++r)
                for (int c = 0; c < 12; ++c)
                    volume.values.push_back(float(value({10.0 + 3.0 * s, 20.0 + c, 30.0 + 2.0 * r})));
        const Volume small = coarser(volume, 6.0);
        QCOMPARE(small.columns, 2);
        QCOMPARE(small.rows, 3);
        QCOMPARE(small.slices, 3);
        for (int s = 0; s < 3; ++s)
            for (int r = 0; r < 3; ++r)
                for (int c = 0; c < 2; ++c) {
                    const PatientPoint at = small.centreOf(c, r, s);
                    const auto found = valueAt(small, at);
                    QVERIFY(found && std::abs(double(*found) - value(at)) < 1e-3);
                    QVERIFY(std::abs(double(*valueAt(volume, at)) - value(at)) < 1e-3);
                }
        QVERIFY(!valueAt(volume, {9.0, 25.0, 35.0}));
    }
};

CONSILIUM_TEST(RigidRegistrationTest)
#include "RigidRegistrationTest.moc"
