#include "viewer/registration/StackVolume.h"
#include "tests/render/ImageFixture.h"
#include "tests/support/TestMain.h"
#include "viewer/registration/Similarity.h"

#include <functional>

using namespace consilium;
using namespace consilium::registration;
using namespace consilium::test;

namespace
{

double linear(PatientPoint p)
{
    return 100.0 + p.x - 0.5 * p.y + 2.0 * p.z;
}

/// Slices at these z, shifted along y by `shear` each; 40 columns of 1.25 mm, 30 rows of 1.5 mm.
std::shared_ptr<dicom::DataSet> stackAt(const std::vector<double> &z, double shear = 0.0)
{
    auto stack = std::make_shared<dicom::DataSet>();
    stack->id = DataSetId(u"1.9"_s);
    for (std::size_t i = 0; i < z.size(); ++i) {
        ImageSpec spec;
        spec.rows = 30;
        spec.columns = 40;
        spec.betweenColumnsMm = 1.25;
        spec.betweenRowsMm = 1.5;
        spec.sop = u"1.9.%1"_s.arg(i);
        spec.position = PatientPoint{-20.0, 5.0 + shear * double(i), z[i]};
        stack->slices.push_back(makeInstance(spec));
    }
    return stack;
}

imaging::ValueImage pictureOf(const dicom::Instance &slice)
{
    imaging::ValueImage image;
    image.rows = slice.geometry.rows;
    image.columns = slice.geometry.columns;
    const PatientPoint corner = *slice.geometry.position;
    for (int r = 0; r < image.rows; ++r)
        for (int c = 0; c < image.columns; ++c)
            image.values.push_back(float(linear({corner.x + 1.25 * c, corner.y + 1.5 * r, corner.z})));
    return image;
}

std::vector<double> evenly(double step, int count)
{
    std::vector<double> z;
    for (int i = 0; i < count; ++i)
        z.push_back(-30.0 + step * i);
    return z;
}

Volume filled(StackVolume &volume)
{
    for (std::size_t i = 0; i < volume.needed().size(); ++i) {
        if (!volume.put(i, pictureOf(*volume.stack().slices[std::size_t(volume.needed()[i])])))
            return {};
    }
    return volume.isComplete() ? volume.volume() : Volume();
}

StackRefusal refusalOf(std::shared_ptr<dicom::DataSet> stack, const std::function<void(dicom::Instance &)> &edit)
{
    auto copy = std::make_shared<dicom::Instance>(*stack->slices[3]);
    edit(*copy);
    stack->slices[3] = copy;
    return StackVolume(stack).refusal();
}

} // namespace

class StackVolumeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Linear values come out where they lie, in even, uneven, reversed and sheared stacks.
    void valuesLieWhereTheSlicesSay_data()
    {
        QTest::addColumn<std::vector<double>>("z");
        QTest::addColumn<double>("shear");
        QTest::newRow("thick") << evenly(5.0, 12) << 0.0;
        QTest::newRow("downwards") << evenly(-5.0, 12) << 0.0;
        QTest::newRow("thin") << evenly(0.7, 90) << 0.0;
        QTest::newRow("uneven") << std::vector<double>{0, 4, 7, 12, 16, 22, 26, 31, 33, 40} << 0.0;
        QTest::newRow("sheared") << evenly(5.0, 12) << 0.4;
    }
    void valuesLieWhereTheSlicesSay()
    {
        QFETCH(std::vector<double>, z);
        QFETCH(double, shear);
        StackVolume stack(stackAt(z, shear));
        QCOMPARE(int(stack.refusal()), int(StackRefusal::None));
        const Volume volume = filled(stack);
        QCOMPARE(volume.columns, 20);
        QCOMPARE(volume.rows, 15);
        QVERIFY(volume.slices >= 8 && volume.sliceMm >= 2.5);
        int compared = 0;
        const auto [least, most] = std::minmax_element(volume.values.begin(), volume.values.end());
        for (int s = 0; s < volume.slices; ++s)
            for (int r = 0; r < volume.rows; ++r)
                for (int c = 0; c < volume.columns; ++c) {
                    const PatientPoint at = volume.centreOf(c, r, s);
                    const float value = volume.values[std::size_t((s * volume.rows + r) * volume.columns + c)];
                    if (value <= *least || value >= *most)
                        continue; // cut at the ends, or beside a slice that is shifted
                    QVERIFY2(std::abs(double(value) - linear(at)) < 0.01, qPrintable(QString::number(value)));
                    ++compared;
                }
        QVERIFY(compared > volume.columns * volume.rows * volume.slices / 2);
    }

    void thinStacksAreReadInPart()
    {
        const StackVolume thin(stackAt(evenly(0.5, 200)));
        QVERIFY(thin.needed().size() >= 36 && thin.needed().size() <= 52);
        QCOMPARE(thin.needed().front(), 0);
        QCOMPARE(thin.needed().back(), 199);
        QCOMPARE(StackVolume(stackAt(evenly(4.0, 20))).needed().size(), std::size_t(20));
    }

    void paddingIsNoValue()
    {
        StackVolume stack(stackAt(evenly(5.0, 12)));
        for (std::size_t i = 0; i < stack.needed().size(); ++i) {
            auto image = pictureOf(*stack.stack().slices[i]);
            for (int c = 0; c < 10; ++c)
                image.values[std::size_t(c)] = std::numeric_limits<float>::quiet_NaN();
            QVERIFY(stack.put(i, image));
        }
        const Volume volume = stack.volume();
        QVERIFY(std::all_of(volume.values.begin(), volume.values.end(), [](float v) { return std::isfinite(v); }));
    }

    void anotherSizeIsRefused()
    {
        StackVolume stack(stackAt(evenly(5.0, 12)));
        imaging::ValueImage image;
        image.rows = image.columns = 4;
        image.values.resize(16);
        QVERIFY(!stack.put(0, image));
        QVERIFY(!stack.isComplete());
    }

    void saysWhyAStackIsNone()
    {
        const auto good = [] { return stackAt(evenly(5.0, 12)); };
        QCOMPARE(int(StackVolume(stackAt(evenly(5.0, 4))).refusal()), int(StackRefusal::TooFew));
        QCOMPARE(int(StackVolume(stackAt(evenly(1.0, 12))).refusal()), int(StackRefusal::TooFew));
        QCOMPARE(int(StackVolume(stackAt({0, 5, 10, 15, 40, 45, 50})).refusal()), int(StackRefusal::Gaps));
        QCOMPARE(int(refusalOf(good(), [](dicom::Instance &i) { i.geometry.position.reset(); })),
                 int(StackRefusal::NoPlace));
        QCOMPARE(int(refusalOf(good(), [](dicom::Instance &i) { i.geometry.frameOfReference = {}; })),
                 int(StackRefusal::NoPlace));
        QCOMPARE(int(refusalOf(good(), [](dicom::Instance &i) { i.geometry.spacing = {}; })),
                 int(StackRefusal::NoPlace));
        QCOMPARE(int(refusalOf(good(), [](dicom::Instance &i) { i.pixels.samplesPerPixel = 3; })),
                 int(StackRefusal::NotGrey));
        QCOMPARE(int(refusalOf(good(), [](dicom::Instance &i) { i.patient.id = u"TEST-0002"_s; })),
                 int(StackRefusal::NotOneStack));
        QCOMPARE(int(refusalOf(good(),
                               [](dicom::Instance &i) {
                                   i.geometry.alongColumn = PatientVector{0, 0, -1};
                               })),
                 int(StackRefusal::NotOneStack));
    }
};

CONSILIUM_TEST(StackVolumeTest)
#include "StackVolumeTest.moc"
