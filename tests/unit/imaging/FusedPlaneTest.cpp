#include "viewer/imaging/FusedPlane.h"
#include "tests/render/ImageFixture.h"
#include "tests/support/TestMain.h"

#include <cmath>
#include <random>

using namespace consilium;
using namespace consilium::test;
using imaging::FusionRefusal;

namespace
{

/// A series that is turned and shifted as the test says; a voxel has the value of a function of its place, which is
/// computed here from the turn itself, not by FrameGeometry.
struct Series {
    int columns = 40, rows = 36, slices = 30;
    double betweenColumnsMm = 3.1, betweenRowsMm = 2.7, stepMm = 4.3;
    double aboutX = 0.0, aboutZ = 0.0; ///< degrees
    double shearMm = 0.0;              ///< along columns from slice to slice (gantry tilt)
    PatientPoint middle{};
    QString uid = u"1.9.1"_s;

    PatientVector across{}, down{}, along{};
    std::shared_ptr<dicom::DataSet> set = {};
    std::vector<pixels::FramePtr> frames = {};

    void turn()
    {
        const double pi = std::acos(-1.0), a = aboutX * pi / 180.0, b = aboutZ * pi / 180.0;
        const auto turned = [&](PatientVector v) { // about x, then about z
            const PatientVector w{v.x, v.y * std::cos(a) - v.z * std::sin(a), v.y * std::sin(a) + v.z * std::cos(a)};
            return PatientVector{w.x * std::cos(b) - w.y * std::sin(b), w.x * std::sin(b) + w.y * std::cos(b), w.z};
        };
        across = turned({1, 0, 0});
        down = turned({0, 1, 0});
        along = turned({0, 0, 1});
    }
    [[nodiscard]] PatientPoint place(double column, double row, double slice) const
    {
        const double c = (column - (columns - 1) / 2.0) * betweenColumnsMm;
        const double r = (row - (rows - 1) / 2.0) * betweenRowsMm + (slice - (slices - 1) / 2.0) * shearMm;
        return middle + across * c + down * r + along * ((slice - (slices - 1) / 2.0) * stepMm);
    }
    /// Stored values are ten times the value and 10000 more, so that decimals and negative ones are kept.
    void build(const std::function<double(PatientPoint)> &value)
    {
        turn();
        std::vector<dicom::InstancePtr> images;
        for (int i = 0; i < slices; ++i) {
            ImageSpec spec;
            spec.rows = rows;
            spec.columns = columns;
            spec.betweenRowsMm = betweenRowsMm;
            spec.betweenColumnsMm = betweenColumnsMm;
            spec.position = place(0, 0, i);
            spec.alongRow = across;
            spec.alongColumn = down;
            spec.slope = 0.1;
            spec.intercept = -1000.0;
            spec.sop = uid + u".%1"_s.arg(i);
            const auto image = makeInstance(spec);
            images.push_back(image);
            frames.push_back(makeFrame(*image, [&](int row, int column) {
                return int(std::lround((value(place(column, row, i)) + 1000.0) * 10.0));
            }));
        }
        set = makeDataSet(std::move(images));
        set->id = DataSetId(uid);
    }
    [[nodiscard]] std::vector<imaging::FusionPart> parts(const imaging::FusionPlan &plan, double factor = 1.0) const
    {
        std::vector<imaging::FusionPart> all;
        for (int i = plan.first; i <= plan.last; ++i)
            all.push_back({set->slices[std::size_t(i)], frames[std::size_t(i)], factor});
        return all;
    }
    void change(std::size_t slice, const std::function<void(dicom::Instance &)> &edit) const
    {
        auto copy = std::make_shared<dicom::Instance>(*set->slices[slice]);
        edit(*copy);
        set->slices[slice] = copy;
    }
};

/// CT-like, finer, turned another way.
Series anatomy()
{
    Series series;
    series.columns = 90;
    series.rows = 100;
    series.slices = 20;
    series.betweenColumnsMm = 1.3;
    series.betweenRowsMm = 1.1;
    series.stepMm = 5.0;
    series.aboutX = 17.0;
    series.aboutZ = -9.0;
    series.uid = u"1.9.2"_s;
    series.build([](PatientPoint) { return 0.0; });
    return series;
}

double distance(PatientPoint a, PatientPoint b)
{
    return (a - b).length();
}

} // namespace

/// A second series in the plane of an image, against the places that the test itself has computed.
class FusedPlaneTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_under = anatomy(); }

    void aSphereIsWhereItLies_data()
    {
        QTest::addColumn<double>("aboutX");
        QTest::addColumn<double>("aboutZ");
        QTest::addColumn<double>("shearMm");
        QTest::newRow("upright") << 0.0 << 0.0 << 0.0;
        QTest::newRow("tilted") << 24.0 << 11.0 << 0.0;
        QTest::newRow("across") << 90.0 << 0.0 << 0.0;
        QTest::newRow("upside down") << 180.0 << 30.0 << 0.0;
        QTest::newRow("gantry") << 12.0 << 0.0 << 1.4;
    }
    /// The centre of mass of a sphere in the fused plane is the foot of the sphere's centre in that plane, within half
    /// a voxel; and beyond the sphere's edge there is nothing of it.
    void aSphereIsWhereItLies()
    {
        QFETCH(double, aboutX);
        QFETCH(double, aboutZ);
        QFETCH(double, shearMm);
        const PatientPoint centre{9.0, -7.0, 5.0};
        constexpr double radiusMm = 16.0;
        Series over;
        over.aboutX = aboutX;
        over.aboutZ = aboutZ;
        over.shearMm = shearMm;
        over.build([&](PatientPoint p) { return distance(p, centre) <= radiusMm ? 100.0 : 0.0; });
        int seen = 0;
        for (int slice = 0; slice < m_under.slices; ++slice) {
            const double apart = (centre - m_under.place(0, 0, slice)).dot(m_under.along);
            if (std::abs(apart) > radiusMm - 5.0)
                continue;
            const auto &image = *m_under.set->slices[std::size_t(slice)];
            const auto plan = imaging::planFusion(*over.set, image);
            QCOMPARE(plan.refusal, FusionRefusal::None);
            const auto fused = imaging::sampleFusion(plan, over.parts(plan), CancelToken());
            double sum = 0.0, columns = 0.0, rows = 0.0, farthestMm = 0.0;
            for (int row = 0; row < fused.rows; ++row) {
                for (int column = 0; column < fused.columns; ++column) {
                    const double value = fused.at(row, column);
                    if (!(value > 0.0))
                        continue;
                    sum += value;
                    columns += value * column;
                    rows += value * row;
                    if (value > 50.0)
                        farthestMm = std::max(farthestMm, distance(m_under.place(column, row, slice), centre));
                }
            }
            const PatientPoint found = m_under.place(columns / sum, rows / sum, slice);
            const PatientPoint foot = centre + m_under.along * -apart;
            const double halfVoxelMm = over.stepMm / 2.0;
            QVERIFY2(distance(found, foot) < halfVoxelMm, qPrintable(QString::number(distance(found, foot))));
            QVERIFY2(farthestMm < radiusMm + halfVoxelMm, qPrintable(QString::number(farthestMm)));
            QVERIFY2(farthestMm > radiusMm - halfVoxelMm, qPrintable(QString::number(farthestMm)));
            ++seen;
        }
        QVERIFY(seen >= 3);
    }

    /// Of values that rise evenly over space trilinear interpolation gives each place its own; what lies beside the
    /// series has none.
    void everyPixelHasTheValueOfItsPlace()
    {
        std::mt19937 random(7);
        std::uniform_real_distribution<double> some(-1.0, 1.0);
        int inside = 0, outside = 0;
        for (int round = 0; round < 12; ++round) {
            Series over;
            over.aboutX = 180.0 * some(random);
            over.aboutZ = 180.0 * some(random);
            over.middle = {10.0 * some(random), 10.0 * some(random), 30.0 * some(random)};
            over.shearMm = round % 3 == 0 ? some(random) : 0.0;
            const PatientVector rise{some(random), some(random), some(random)};
            const auto value = [&](PatientPoint p) { return (p - PatientPoint{}).dot(rise); };
            over.build(value);
            const int slice = round % m_under.slices;
            const auto plan = imaging::planFusion(*over.set, *m_under.set->slices[std::size_t(slice)]);
            const auto fused = imaging::sampleFusion(plan, over.parts(plan, 2.0), CancelToken());
            for (int row = 0; row < fused.rows; row += 3) {
                for (int column = 0; column < fused.columns; column += 3) {
                    const PatientPoint p = m_under.place(column, row, slice);
                    // Its place among the voxels, by the turn of the test.
                    const PatientVector off = p - over.place(0, 0, 0);
                    const double k = off.dot(over.along) / over.stepMm;
                    const double r = (off.dot(over.down) - k * over.shearMm) / over.betweenRowsMm;
                    const double c = off.dot(over.across) / over.betweenColumnsMm;
                    const auto within = [](double at, int size, double margin) {
                        return at >= margin && at <= size - 1 - margin;
                    };
                    const float got = fused.at(row, column);
                    if (within(c, over.columns, 0) && within(r, over.rows, 0) && within(k, over.slices, 0)) {
                        QVERIFY(std::isfinite(got));
                        QVERIFY2(std::abs(got - 2.0 * value(p)) < 0.25, qPrintable(QString::number(got)));
                        ++inside;
                    } else if (!within(c, over.columns, -0.51) || !within(r, over.rows, -0.51) ||
                               !within(k, over.slices, -0.51)) {
                        QVERIFY(std::isnan(got));
                        ++outside;
                    }
                }
            }
        }
        QVERIFY(inside > 1000);
        QVERIFY(outside > 200);
    }

    /// Of parallel slices two are needed, and a plane beyond the ends needs none.
    void onlyTheSlicesOfThePlaneAreAskedFor()
    {
        Series over;
        over.aboutX = m_under.aboutX;
        over.aboutZ = m_under.aboutZ;
        over.stepMm = 3.0;
        over.slices = 11;
        over.build([](PatientPoint) { return 1.0; });
        int none = 0;
        for (int slice = 0; slice < m_under.slices; ++slice) {
            const auto plan = imaging::planFusion(*over.set, *m_under.set->slices[std::size_t(slice)]);
            const double at = ((slice - 9.5) * 5.0) / 3.0 + 5.0; // both middles lie in the origin
            if (at < -0.51 || at > 10.51) {
                QVERIFY(plan.isOutside());
                ++none;
                continue;
            }
            QCOMPARE(plan.first, std::max(0, int(std::floor(at + 1e-9))));
            QCOMPARE(plan.last, std::min(10, int(std::ceil(at - 1e-9))));
        }
        QVERIFY(none > 5);
    }

    /// A slice that is not there leaves holes and no wrong values; one of a plane without a share of it none.
    void aSliceThatIsMissingLeavesHoles()
    {
        Series over;
        over.aboutX = m_under.aboutX;
        over.aboutZ = m_under.aboutZ;
        over.stepMm = 4.0;
        over.slices = 25;
        over.build([](PatientPoint) { return 7.0; });
        const auto plan = imaging::planFusion(*over.set, *m_under.set->slices[9]);
        QCOMPARE(plan.count(), 2);
        auto parts = over.parts(plan);
        const auto whole = imaging::sampleFusion(plan, parts, CancelToken());
        QVERIFY(std::abs(whole.at(50, 45) - 7.0F) < 0.051F);
        parts[1].frame.reset();
        const auto holes = imaging::sampleFusion(plan, parts, CancelToken());
        QVERIFY(std::isnan(holes.at(50, 45)));
        CancelToken cancelled;
        cancelled.cancel();
        QVERIFY(imaging::sampleFusion(plan, over.parts(plan), cancelled).values.empty());
    }

    void whatCannotLieOverAnImageIsRefused_data()
    {
        QTest::addColumn<int>("edit");
        QTest::addColumn<FusionRefusal>("why");
        QTest::newRow("as it is") << 0 << FusionRefusal::None;
        QTest::newRow("another frame of reference") << 1 << FusionRefusal::OtherFrame;
        QTest::newRow("no frame of reference") << 2 << FusionRefusal::NoPlace;
        QTest::newRow("no orientation") << 3 << FusionRefusal::NoPlace;
        QTest::newRow("no spacing") << 4 << FusionRefusal::NoPlace;
        QTest::newRow("another patient") << 5 << FusionRefusal::OtherPatient;
        QTest::newRow("a slice shifted") << 6 << FusionRefusal::Irregular;
        QTest::newRow("a slice missing") << 7 << FusionRefusal::Irregular;
        QTest::newRow("a slice turned") << 8 << FusionRefusal::Irregular;
        QTest::newRow("one slice") << 9 << FusionRefusal::Irregular;
        QTest::newRow("another spacing") << 10 << FusionRefusal::Mixed;
        QTest::newRow("another unit") << 11 << FusionRefusal::Mixed;
        QTest::newRow("in colour") << 12 << FusionRefusal::NotGrey;
        QTest::newRow("nothing") << 13 << FusionRefusal::NotThere;
    }
    void whatCannotLieOverAnImageIsRefused()
    {
        QFETCH(int, edit);
        QFETCH(FusionRefusal, why);
        Series over;
        over.build([](PatientPoint) { return 0.0; });
        over.change(12, [edit](dicom::Instance &image) {
            auto &geometry = image.geometry;
            if (edit == 1)
                geometry.frameOfReference = FrameOfReferenceUid(u"1.2.3.10"_s);
            if (edit == 2)
                geometry.frameOfReference = {};
            if (edit == 3)
                geometry.alongRow.reset();
            if (edit == 4)
                geometry.spacing = {};
            if (edit == 5)
                image.patient.id = u"TEST-0002"_s;
            if (edit == 6)
                geometry.position = *geometry.position + PatientVector{0.3, 0, 0};
            if (edit == 8)
                geometry.alongRow = PatientVector{std::cos(0.01), std::sin(0.01), 0};
            if (edit == 10)
                geometry.spacing.betweenRowsMm *= 1.01;
            if (edit == 11)
                image.grey.unitText = u"CNTS"_s;
            if (edit == 12)
                image.pixels.samplesPerPixel = 3;
        });
        if (edit == 7)
            over.set->slices.erase(over.set->slices.begin() + 12);
        if (edit == 9)
            over.set->slices.resize(1);
        if (edit == 13)
            over.set->slices.clear();
        QCOMPARE(imaging::planFusion(*over.set, *m_under.set->slices[3]).refusal, why);
    }

    /// Of another number, and confirmed as one patient's: it may lie there. Of one number and not confirmed: it may
    /// not.
    void whatIsKnownOfTwoStudiesCountsBeforeTheirNumbers()
    {
        using Verdict = dicom::StudyPairs::Verdict;
        Series over;
        over.build([](PatientPoint) { return 0.0; });
        const auto name = [&over](const QString &id) {
            for (std::size_t i = 0; i < over.set->slices.size(); ++i)
                over.change(i, [&id](dicom::Instance &image) {
                    image.study = StudyUid(u"8.8"_s);
                    image.patient.id = id;
                });
        };
        const dicom::Instance &image = *m_under.set->slices[3];
        const auto refusal = [&](Verdict verdict) {
            dicom::StudyHeader own, other;
            own.uid = image.study;
            own.patient = image.patient;
            other.uid = over.set->slices[0]->study;
            other.patient = over.set->slices[0]->patient;
            dicom::StudyPairs pairs;
            pairs.set(own, other, verdict);
            return imaging::planFusion(*over.set, image, pairs).refusal;
        };
        name(u"TEST-0002"_s);
        QCOMPARE(refusal(Verdict::Unjudged), FusionRefusal::OtherPatient);
        QCOMPARE(refusal(Verdict::ByHand), FusionRefusal::None);
        QCOMPARE(refusal(Verdict::Apart), FusionRefusal::OtherPatient);
        name(u"TEST-0001"_s);
        QCOMPARE(refusal(Verdict::Unjudged), FusionRefusal::None);
        QCOMPARE(refusal(Verdict::Same), FusionRefusal::None);
        QCOMPARE(refusal(Verdict::Apart), FusionRefusal::OtherPatient);
    }

    /// A plane across six slices; samples of more than 16 bits are decoded to eight bytes.
    void whatAPlaneHoldsIsCounted()
    {
        Series over;
        over.aboutX = 90.0;
        over.slices = 10;
        over.stepMm = 20.0;
        over.build([](PatientPoint) { return 0.0; });
        Series under;
        under.uid = u"1.9.3"_s; // of the same name it would be the series itself
        under.slices = 2;
        under.build([](PatientPoint) { return 0.0; });
        const auto planOf = [&](int side, int bits) {
            for (std::size_t i = 0; i < over.set->slices.size(); ++i)
                over.change(i, [&](dicom::Instance &image) {
                    image.geometry.rows = image.geometry.columns = side;
                    image.pixels.bitsStored = bits;
                });
            return imaging::planFusion(*over.set, *under.set->slices[0]);
        };
        QCOMPARE(planOf(6000, 12).refusal, FusionRefusal::None); // 6 x 72 MB
        QCOMPARE(planOf(6000, 12).count(), 6);
        QCOMPARE(planOf(6600, 12).refusal, FusionRefusal::TooLarge); // 6 x 87 MB
        QCOMPARE(planOf(6000, 32).refusal, FusionRefusal::TooLarge); // 6 x 288 MB
        QCOMPARE(planOf(3200, 32).refusal, FusionRefusal::None);     // 6 x 82 MB
    }

    void aSeriesIsNotLaidOverItself()
    {
        QCOMPARE(imaging::planFusion(*m_under.set, *m_under.set->slices[3]).refusal, FusionRefusal::Itself);
    }

    /// SUV only where every slice gives its factor.
    void suvNeedsEveryFactor()
    {
        Series over;
        over.build([](PatientPoint) { return 3.0; });
        QCOMPARE(imaging::suvRefusal(*over.set), dicom::SuvRefusal::NotPet);
        const auto give = [&](std::size_t slice, dicom::SuvFactor factor) {
            over.change(slice, [&](dicom::Instance &image) {
                auto factors = std::make_shared<dicom::SuvFactors>();
                factors->byKind.fill(factor);
                image.suv = factors;
            });
        };
        for (std::size_t i = 0; i < over.set->slices.size(); ++i)
            give(i, {0.5, dicom::SuvRefusal::None});
        QCOMPARE(imaging::suvRefusal(*over.set), dicom::SuvRefusal::None);
        give(4, {0.0, dicom::SuvRefusal::NoWeight});
        QCOMPARE(imaging::suvRefusal(*over.set), dicom::SuvRefusal::NoWeight);
        // Of one kind alone.
        over.change(4, [](dicom::Instance &image) {
            auto factors = std::make_shared<dicom::SuvFactors>();
            factors->byKind.fill({0.5, dicom::SuvRefusal::None});
            factors->byKind[std::size_t(dicom::SuvKind::BodySurface)] = {0.0, dicom::SuvRefusal::NoHeight};
            image.suv = factors;
        });
        QCOMPARE(imaging::suvRefusal(*over.set), dicom::SuvRefusal::None);
        QCOMPARE(imaging::suvRefusal(*over.set, dicom::SuvKind::LeanJames), dicom::SuvRefusal::None);
        QCOMPARE(imaging::suvRefusal(*over.set, dicom::SuvKind::BodySurface), dicom::SuvRefusal::NoHeight);
    }

private:
    Series m_under;
};

CONSILIUM_TEST(FusedPlaneTest)
#include "FusedPlaneTest.moc"
