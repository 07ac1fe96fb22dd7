#include "viewer/imaging/Slab.h"
#include "tests/support/TestMain.h"
#include "viewer/imaging/GreyChain.h"

#include <QRandomGenerator>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace consilium;
using imaging::combineSlab;
using imaging::planSlab;
using imaging::SlabRefusal;
using session::SlabMode;

namespace
{

constexpr int rows = 7, columns = 9;

/// A slice at `z` mm.
std::shared_ptr<dicom::Instance> slice(double z)
{
    auto image = std::make_shared<dicom::Instance>();
    image->sop = SopInstanceUid(u"2.25.%1"_s.arg(int(z * 100)));
    image->pixels.rows = image->geometry.rows = rows;
    image->pixels.columns = image->geometry.columns = columns;
    image->geometry.spacing = {0.5, 0.75, dicom::SpacingBasis::PatientPlane};
    image->geometry.frameOfReference = FrameOfReferenceUid(u"2.25.7"_s);
    image->geometry.position = PatientPoint{-3.0, 4.0, z};
    image->geometry.alongRow = PatientVector{1, 0, 0};
    image->geometry.alongColumn = PatientVector{0, 1, 0};
    image->grey.unitText = u"HU"_s;
    return image;
}

dicom::DataSet stack(const std::vector<double> &places)
{
    dicom::DataSet dataSet;
    for (const double z : places)
        dataSet.slices.push_back(slice(z));
    return dataSet;
}

dicom::DataSet evenStack(int count, double step)
{
    std::vector<double> places;
    for (int i = 0; i < count; ++i)
        places.push_back(100.0 - i * step);
    return stack(places);
}

/// Another image in place of the one at `index`.
template<class Change>
void change(dicom::DataSet &dataSet, int index, const Change &how)
{
    auto image = std::make_shared<dicom::Instance>(*dataSet.slices[std::size_t(index)]);
    how(*image);
    dataSet.slices[std::size_t(index)] = image;
}

pixels::FramePtr frameOf(const std::vector<int> &stored, bool isSigned)
{
    auto frame = std::make_shared<pixels::DecodedFrame>();
    frame->rows = rows;
    frame->columns = columns;
    frame->type = isSigned ? pixels::SampleType::S16 : pixels::SampleType::U16;
    std::vector<std::uint8_t> bytes;
    for (const int value : stored) {
        bytes.push_back(std::uint8_t(value & 0xFF));
        bytes.push_back(std::uint8_t(value >> 8 & 0xFF));
    }
    frame->bytes = std::move(bytes);
    return frame;
}

std::vector<int> noise(QRandomGenerator &random, bool isSigned)
{
    std::vector<int> values(std::size_t(rows * columns));
    for (int &value : values)
        value = isSigned ? random.bounded(-32768, 32768) : random.bounded(0, 65536);
    return values;
}

} // namespace

class SlabTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesWholeSlicesAboutTheImage_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<double>("thickness");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::newRow("five") << 10 << 10.0 << 8 << 12;
        QTest::newRow("nearest, down") << 10 << 10.9 << 8 << 12;
        QTest::newRow("nearest, up") << 10 << 11.0 << 8 << 13; // six: one more towards the end
        QTest::newRow("one") << 10 << 2.0 << 10 << 10;
        QTest::newRow("at least one") << 10 << 0.1 << 10 << 10;
        QTest::newRow("at the beginning") << 0 << 10.0 << 0 << 2;
        QTest::newRow("at the end") << 19 << 10.0 << 17 << 19;
        QTest::newRow("the whole stack") << 10 << 500.0 << 0 << 19;
    }
    void takesWholeSlicesAboutTheImage()
    {
        QFETCH(int, index);
        QFETCH(double, thickness);
        QFETCH(int, first);
        QFETCH(int, last);
        const auto plan = planSlab(evenStack(20, 2.0), index, thickness);
        QCOMPARE(plan.refusal, SlabRefusal::None);
        QCOMPARE(plan.first, first);
        QCOMPARE(plan.last, last);
        QVERIFY(std::abs(plan.spacingMm - 2.0) < 1e-9);
        QVERIFY(std::abs(plan.thicknessMm() - 2.0 * (last - first + 1)) < 1e-9);
    }

    void refusesWithAReason()
    {
        const auto refusal = [](const dicom::DataSet &dataSet, int index = 5) {
            return planSlab(dataSet, index, 10.0).refusal;
        };
        auto gap = stack({100, 98, 96, 94, 92, 88, 86, 84, 82, 80}); // 90 is missing
        QCOMPARE(refusal(gap), SlabRefusal::Uneven);
        QCOMPARE(refusal(gap, 1), SlabRefusal::None);                                             // not near the gap
        QCOMPARE(refusal(stack({100, 98, 96, 94, 92, 92, 90, 88, 86, 84})), SlabRefusal::Uneven); // one twice
        QCOMPARE(refusal(stack({100, 98, 96.03, 94, 92, 90, 88, 86, 84, 82}), 2), SlabRefusal::Uneven);
        QCOMPARE(refusal(stack({100, 98, 96.01, 94, 92, 90, 88, 86, 84, 82}), 2), SlabRefusal::None); // rounded places
        QCOMPARE(refusal(stack({100, 98, 96, 98, 96, 94, 92, 90, 88, 86}), 2), SlabRefusal::Uneven);  // back and forth
        QCOMPARE(refusal(stack({100}), 0), SlabRefusal::NoPlace);
        QCOMPARE(refusal(evenStack(10, 2.0), 10), SlabRefusal::NoPlace);

        auto spoilt = evenStack(10, 2.0);
        change(spoilt, 6, [](auto &i) { i.geometry.position.reset(); });
        QCOMPARE(refusal(spoilt), SlabRefusal::NoPlace);
        spoilt = evenStack(10, 2.0);
        change(spoilt, 6, [](auto &i) { i.geometry.spacing.betweenRowsMm = 0.6; });
        QCOMPARE(refusal(spoilt), SlabRefusal::Mixed);
        change(spoilt, 6, [](auto &i) {
            i.geometry.spacing.betweenRowsMm = 0.5;
            i.grey.unitText = u"US"_s;
        });
        QCOMPARE(refusal(spoilt), SlabRefusal::Mixed);
        spoilt = evenStack(10, 2.0);
        change(spoilt, 6, [](auto &i) {
            i.geometry.alongColumn = PatientVector{0, std::cos(0.01), std::sin(0.01)}; // 0.6 degrees
        });
        QCOMPARE(refusal(spoilt), SlabRefusal::NotParallel);
        spoilt = evenStack(10, 2.0);
        change(spoilt, 6, [](auto &i) { i.geometry.frameOfReference = FrameOfReferenceUid(u"2.25.8"_s); });
        QCOMPARE(refusal(spoilt), SlabRefusal::OtherFrame);
        auto tilted = evenStack(10, 2.0);
        for (int n = 0; n < 10; ++n) // ten degrees
            change(tilted, n, [n](auto &i) { i.geometry.position->y += n * 2.0 * std::tan(0.1745); });
        QCOMPARE(refusal(tilted), SlabRefusal::Tilted);
        auto coloured = evenStack(10, 2.0);
        change(coloured, 5, [](auto &i) { i.pixels.samplesPerPixel = 3; });
        QCOMPARE(refusal(coloured), SlabRefusal::NotGrey);
        QCOMPARE(planSlab(evenStack(1000, 0.5), 500, 900.0).refusal, SlabRefusal::TooThick);
    }

    // High-resolution CT: slices of 1 mm every 10 mm. The slab is no 30 mm of tissue, and says so.
    void gapsBetweenTheSlices()
    {
        const auto withThickness = [](double step, std::optional<double> mm) {
            auto dataSet = evenStack(10, step);
            for (int n = 0; n < 10; ++n)
                change(dataSet, n, [mm](auto &i) { i.sliceThicknessMm = mm; });
            return dataSet;
        };
        const auto plan = planSlab(withThickness(10.0, 1.0), 5, 30.0);
        QCOMPARE(plan.refusal, SlabRefusal::None);
        QCOMPARE(plan.count(), 3);
        QCOMPARE(plan.sliceMm, 1.0);
        QVERIFY(plan.hasGaps());
        QVERIFY(!planSlab(withThickness(5.0, 5.0), 5, 30.0).hasGaps());
        QVERIFY(!planSlab(withThickness(5.0, 10.0), 5, 30.0).hasGaps()); // slices that overlap
        QVERIFY(!planSlab(withThickness(5.5, 5.0), 5, 30.0).hasGaps());  // 1.1 times, not more
        QVERIFY(planSlab(withThickness(5.6, 5.0), 5, 30.0).hasGaps());
        QVERIFY(!planSlab(withThickness(5.0, std::nullopt), 5, 30.0).hasGaps()); // nothing to tell by
        auto oneThin = withThickness(5.0, 5.0);
        change(oneThin, 6, [](auto &i) { i.sliceThicknessMm = 2.0; });
        QVERIFY(planSlab(oneThin, 5, 30.0).hasGaps());
        QVERIFY(!planSlab(oneThin, 1, 10.0).hasGaps()); // the thin one is not in it
    }

    void ofAStackThatIsNotAllKnown()
    {
        auto dataSet = evenStack(10, 2.0);
        dataSet.isComplete = false;
        QVERIFY(planSlab(dataSet, 5, 10.0).isProvisional);
        dataSet.isComplete = true;
        QVERIFY(!planSlab(dataSet, 5, 10.0).isProvisional);
    }

    void deepValuesAreRefused()
    {
        auto wide = evenStack(10, 2.0);
        for (int n = 0; n < 10; ++n)
            change(wide, n, [](auto &i) { i.pixels.bitsAllocated = 32; });
        QCOMPARE(planSlab(wide, 5, 10.0).refusal, SlabRefusal::TooDeep);
        auto floats = evenStack(10, 2.0);
        change(floats, 6, [](auto &i) { i.pixels.isFloat = true; });
        QCOMPARE(planSlab(floats, 5, 10.0).refusal, SlabRefusal::TooDeep);
        QCOMPARE(planSlab(floats, 1, 4.0).refusal, SlabRefusal::None);
    }

    // Plain arithmetic in double precision over modality values, slice by slice.
    void combinesModalityValues_data()
    {
        QTest::addColumn<bool>("isSigned");
        QTest::addColumn<double>("slope");
        QTest::addColumn<bool>("slopesDiffer");
        QTest::newRow("CT") << false << 1.0 << false;
        QTest::newRow("signed") << true << 0.015625 << false;
        QTest::newRow("falling") << true << -2.5 << false;
        QTest::newRow("PET, a slope a slice") << false << 0.37 << true;
    }
    void combinesModalityValues()
    {
        QFETCH(bool, isSigned);
        QFETCH(double, slope);
        QFETCH(bool, slopesDiffer);
        QRandomGenerator random(7);
        constexpr int count = 6;
        std::vector<std::shared_ptr<dicom::Instance>> images;
        std::vector<imaging::SlabPart> parts;
        std::vector<std::vector<int>> stored;
        for (int n = 0; n < count; ++n) {
            images.push_back(slice(n));
            images.back()->grey.slope = slopesDiffer ? slope * (n + 1) : slope;
            images.back()->grey.intercept = slopesDiffer ? 0.0 : -1024.0;
            stored.push_back(noise(random, isSigned));
            parts.push_back({images.back().get(), frameOf(stored.back(), isSigned)});
        }
        for (const SlabMode mode : {SlabMode::Mean, SlabMode::Maximum, SlabMode::Minimum}) {
            const auto slab = combineSlab(parts, mode);
            QVERIFY(!slab.hasHoles);
            for (int i = 0; i < rows * columns; ++i) {
                double sum = 0.0, most = -1e300, least = 1e300;
                for (int n = 0; n < count; ++n) {
                    const auto &grey = images[std::size_t(n)]->grey;
                    const double value = grey.slope * stored[std::size_t(n)][std::size_t(i)] + grey.intercept;
                    sum += value;
                    most = std::max(most, value);
                    least = std::min(least, value);
                }
                const double wanted = mode == SlabMode::Mean ? sum / count : mode == SlabMode::Maximum ? most : least;
                // Single precision of values up to some 100,000.
                QVERIFY2(std::abs(slab.values[std::size_t(i)] - wanted) <= std::abs(wanted) * 1e-6 + 1e-6,
                         qPrintable(u"%1 instead of %2"_s.arg(slab.values[std::size_t(i)]).arg(wanted)));
            }
        }
    }

    void paddingIsNoValue()
    {
        const auto a = slice(0), b = slice(1);
        for (const auto &image : {a, b}) {
            image->pixels.isSigned = true;
            image->pixels.paddingValue = -2000;
        }
        std::vector<int> first(std::size_t(rows * columns), 10), second(std::size_t(rows * columns), 30);
        first[0] = -2000;
        first[1] = second[1] = -2000;
        const std::vector<imaging::SlabPart> parts{{a.get(), frameOf(first, true)}, {b.get(), frameOf(second, true)}};
        const auto mean = combineSlab(parts, SlabMode::Mean), least = combineSlab(parts, SlabMode::Minimum);
        QCOMPARE(mean.values[0], 30.0f); // not (-2000 + 30) / 2
        QCOMPARE(least.values[0], 30.0f);
        QVERIFY(std::isnan(mean.values[1]));
        QVERIFY(mean.hasHoles);
        QCOMPARE(mean.values[2], 20.0f);
        QCOMPARE(least.values[2], 10.0f);
        std::vector<std::uint8_t> levels(std::size_t(rows * columns));
        imaging::applyVoi(mean, {session::Window{20, 41}, nullptr, false}, levels.data());
        imaging::invertLevels(mean, levels.data());
        QCOMPARE(int(levels[1]), 0); // black whichever way
    }

    /// What is given up reads no further slice, and what it takes goes by how the values are found.
    void workIsToldAndGivenUp()
    {
        const auto a = slice(0), b = slice(1);
        std::vector<imaging::SlabPart> parts{
            {a.get(), frameOf(std::vector<int>(std::size_t(rows * columns), 10), true)},
            {b.get(), frameOf(std::vector<int>(std::size_t(rows * columns), 30), true)}};
        for (const auto &image : {a, b})
            image->pixels.isSigned = true;
        QCOMPARE(imaging::slabWork({}), std::int64_t(0));
        QCOMPARE(imaging::slabWork(parts), std::int64_t(2) * rows * columns);
        b->pixels.paddingValue = -2000;
        QVERIFY(imaging::slabWork(parts) > std::int64_t(2) * rows * columns);
        const CancelToken cancel;
        const float most = combineSlab(parts, SlabMode::Maximum, cancel).values[0];
        QCOMPARE(most, combineSlab(parts, SlabMode::Maximum).values[0]);
        cancel.cancel();
        const auto given = combineSlab(parts, SlabMode::Maximum, cancel);
        QVERIFY(!(given.values[0] == most));
    }

    // The same grey as the exact chain gives, for every function, at whole and at broken values.
    void voiEqualsTheChain()
    {
        imaging::ValueImage image;
        image.rows = 1;
        for (double v = -300.0; v < 700.0; v += 0.125)
            image.values.push_back(float(v));
        image.columns = int(image.values.size());
        std::vector<std::uint8_t> levels(image.values.size());
        for (const session::Window &window :
             {session::Window{40, 400}, session::Window{40, 400, session::VoiFunction::LinearExact},
              session::Window{40, 400, session::VoiFunction::Sigmoid}, session::Window{40, 1},
              session::Window{0.3, 0.25, session::VoiFunction::LinearExact}}) {
            imaging::applyVoi(image, {window, nullptr, false}, levels.data());
            imaging::GreyChain chain;
            chain.window = window;
            for (std::size_t i = 0; i < levels.size(); ++i)
                QCOMPARE(int(levels[i]), int(std::floor(chain.voi(image.values[i]) + 0.5)));
        }
    }

    void percentilesOfWhatIsShown()
    {
        imaging::ValueImage image;
        image.rows = 10;
        image.columns = 100;
        for (int i = 0; i < 1000; ++i)
            image.values.push_back(float(i * 7 % 1000)); // 0 to 999, each once
        const auto window = imaging::percentileWindow(image, 0.005);
        QVERIFY(window.has_value());
        QCOMPARE(window->centre - window->width / 2.0, 5.0);
        QCOMPARE(window->centre + window->width / 2.0, 995.0);
        image.values.assign(1000, 4.0f);
        QCOMPARE(imaging::percentileWindow(image, 0.005)->width, 1.0);
        image.values.assign(1000, std::nanf(""));
        QVERIFY(!imaging::percentileWindow(image, 0.005));
    }
};

CONSILIUM_TEST(SlabTest)
#include "SlabTest.moc"
