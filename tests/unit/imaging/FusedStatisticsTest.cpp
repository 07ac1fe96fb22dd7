#include "viewer/imaging/FusedStatistics.h"
#include "tests/render/ImageFixture.h"
#include "tests/support/TestMain.h"

#include <array>
#include <cmath>

using namespace consilium;
using namespace consilium::test;

namespace
{

/// A series turned about x by so many degrees, whose voxels have values that nothing can be interpolated from.
struct Series {
    std::array<int, 3> size{26, 22, 12};
    std::array<PatientVector, 3> steps{}; ///< from voxel to voxel along columns, rows and slices
    PatientPoint first{};
    std::shared_ptr<dicom::DataSet> set = {};
    std::vector<std::shared_ptr<pixels::DecodedFrame>> frames = {};

    static int stored(int column, int row, int slice) { return (column * 37 + row * 61 + slice * 89) % 211; }

    explicit Series(double aboutX, PatientPoint middle = {}, std::array<double, 3> stepMm = {3.1, 2.7, 4.3})
    {
        const double angle = aboutX * std::acos(-1.0) / 180.0, c = std::cos(angle), s = std::sin(angle);
        const PatientVector across{1, 0, 0}, down{0, c, s}, along{0, -s, c};
        steps = {across * stepMm[0], down * stepMm[1], along * stepMm[2]};
        first = middle;
        for (std::size_t i = 0; i < 3; ++i)
            first = first + steps[i] * (-(size[i] - 1) / 2.0);
        std::vector<dicom::InstancePtr> slices;
        for (int k = 0; k < size[2]; ++k) {
            ImageSpec spec;
            spec.rows = size[1];
            spec.columns = size[0];
            spec.betweenRowsMm = stepMm[1];
            spec.betweenColumnsMm = stepMm[0];
            spec.position = first + steps[2] * double(k);
            spec.alongRow = across;
            spec.alongColumn = down;
            spec.intercept = 0.0;
            spec.sop = u"1.9.1.%1"_s.arg(k);
            const auto image = makeInstance(spec);
            slices.push_back(image);
            frames.push_back(makeFrame(*image, [k](int row, int column) { return stored(column, row, k); }));
        }
        set = makeDataSet(std::move(slices));
    }
    [[nodiscard]] imaging::FusionVoxels voxels(const dicom::Instance &image, double factor = 1.0) const
    {
        imaging::FusionVoxels voxels{imaging::planFusion(*set, image), {}};
        for (int i = voxels.plan.first; i <= voxels.plan.last; ++i)
            voxels.parts.push_back({set->slices[std::size_t(i)], frames[std::size_t(i)], factor});
        return voxels;
    }
};

/// An image of 1 mm across its columns and 0.8 mm down its rows, whose middle lies at z.
std::shared_ptr<dicom::Instance> imageAt(double z)
{
    ImageSpec spec;
    spec.rows = 60;
    spec.columns = 50;
    spec.betweenRowsMm = 0.8;
    spec.position = PatientPoint{-24.5, -23.6, z};
    spec.sop = u"1.9.2.1"_s;
    return makeInstance(spec);
}

struct Model {
    int count = 0;
    double mean = 0.0, deviation = 0.0, minimum = INFINITY, maximum = -INFINITY;
};

/// By places in the patient alone: where each line of voxels crosses the plane z of the image, within a circle.
Model modelOf(const Series &series, double z, PatientPoint centre, double radiusMm)
{
    std::size_t through = 0;
    for (std::size_t i = 1; i < 3; ++i)
        if (std::abs(series.steps[i].z) > std::abs(series.steps[through].z))
            through = i;
    const std::size_t a = (through + 1) % 3, b = (through + 2) % 3;
    std::vector<double> values;
    for (int i = 0; i < series.size[a]; ++i) {
        for (int j = 0; j < series.size[b]; ++j) {
            const PatientPoint start = series.first + series.steps[a] * double(i) + series.steps[b] * double(j);
            const double way = (z - start.z) / series.steps[through].z;
            const PatientPoint at = start + series.steps[through] * way;
            std::array<int, 3> voxel{};
            voxel[a] = i;
            voxel[b] = j;
            voxel[through] = int(std::floor(way + 0.5));
            const bool isInSeries = voxel[through] >= 0 && voxel[through] < series.size[through];
            if (isInSeries && std::hypot(at.x - centre.x, at.y - centre.y) <= radiusMm)
                values.push_back(Series::stored(voxel[0], voxel[1], voxel[2]));
        }
    }
    Model model;
    model.count = int(values.size());
    for (const double value : values) {
        model.mean += value / model.count;
        model.minimum = std::min(model.minimum, value);
        model.maximum = std::max(model.maximum, value);
    }
    for (const double value : values)
        model.deviation += (value - model.mean) * (value - model.mean) / model.count;
    model.deviation = std::sqrt(model.deviation);
    return model;
}

/// A circle of the patient on the image of imageAt().
imaging::Region circle(PatientPoint centre, double radiusMm)
{
    return imaging::EllipseRegion{{centre.x + 24.5, (centre.y + 23.6) / 0.8}, {radiusMm, 0.0}, {0.0, radiusMm / 0.8}};
}

bool isNear(std::optional<double> found, double wanted)
{
    return found && std::abs(*found - wanted) < 1e-4 * std::max(1.0, std::abs(wanted));
}

} // namespace

/// Statistics of a second series within a region of an image, against places that the test itself has computed.
class FusedStatisticsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ofItsOwnVoxels_data()
    {
        QTest::addColumn<double>("aboutX");
        QTest::addColumn<double>("z");
        for (const double angle : {0.0, 20.0, 44.0, 70.0, 90.0, 160.0, 180.0})
            for (const double z : {0.3, -5.9, 11.2})
                QTest::addRow("%g degrees, z %g", angle, z) << angle << z;
    }
    void ofItsOwnVoxels()
    {
        QFETCH(double, aboutX);
        QFETCH(double, z);
        const Series series(aboutX, {1.7, -0.9, 2.3});
        const auto image = imageAt(z);
        for (const auto &[centre, radius] :
             {std::pair(PatientPoint{0.4, -1.3, 0}, 14.2), std::pair(PatientPoint{-7.7, 5.9, 0}, 6.6)}) {
            const Model model = modelOf(series, z, centre, radius);
            QVERIFY(model.count > 5);
            const auto plain = imaging::voxelStatistics(circle(centre, radius), series.voxels(*image));
            QCOMPARE(plain.count, model.count);
            QCOMPARE(plain.leftOut, 0);
            QVERIFY(isNear(plain.mean, model.mean) && isNear(plain.deviation, model.deviation));
            QVERIFY(isNear(plain.minimum, model.minimum) && isNear(plain.maximum, model.maximum));
            const auto scaled = imaging::voxelStatistics(circle(centre, radius), series.voxels(*image, 0.05)); // SUV
            QVERIFY(isNear(scaled.mean, model.mean * 0.05) && isNear(scaled.maximum, model.maximum * 0.05));
        }
    }

    /// Between two slices, a hot voxel of the nearer one is there as it is; what is drawn there is less.
    void aMaximumIsAVoxelsOwn()
    {
        const Series series(0.0);
        const double nearer = series.first.z + 5.0 * series.steps[2].z;
        const auto image = imageAt(nearer + 1.6); // of 4.3 mm
        auto voxels = series.voxels(*image);
        for (auto &part : voxels.parts) {
            const bool isNearer = std::abs(part.instance->geometry.position->z - nearer) < 0.1;
            part.frame = makeFrame(*part.instance, [isNearer](int row, int column) {
                return isNearer && row == 10 && column == 12 ? 500 : 20;
            });
        }
        const auto region = circle({0, 0, 0}, 15.0);
        QCOMPARE(imaging::voxelStatistics(region, voxels).maximum, std::optional(500.0));
        const auto drawn =
            imaging::statisticsOf(region, imaging::sampleFusion(voxels.plan, voxels.parts, CancelToken()));
        QVERIFY(*drawn.maximum < 350.0);
    }

    /// Half way between two slices one of them is read, and not a part of each.
    void halfWayOneSliceIsRead()
    {
        const Series series(0.0, {0.1, 0.2, 0.0}, {3.1, 2.7, 4.3});
        const double z = series.first.z + 5.5 * series.steps[2].z;
        auto voxels = series.voxels(*imageAt(z));
        for (auto &part : voxels.parts) {
            const int value = part.instance->geometry.position->z > z ? 7 : 3;
            part.frame = makeFrame(*part.instance, [value](int, int) { return value; });
        }
        const auto statistics = imaging::voxelStatistics(circle({0, 0, 0}, 15.0), voxels);
        QVERIFY(statistics.count > 50);
        QCOMPARE(statistics.deviation, std::optional(0.0));
    }

    /// Padding, damaged parts and slices that are not there have no value; nothing takes their place.
    void whatHasNoValueIsLeftOut()
    {
        const Series series(0.0);
        const auto image = imageAt(series.first.z + 5.0 * series.steps[2].z);
        const auto region = circle({0, 0, 0}, 12.0);
        const auto whole = imaging::voxelStatistics(region, series.voxels(*image));
        auto voxels = series.voxels(*image);
        for (auto &part : voxels.parts)
            part.frame.reset();
        const auto missing = imaging::voxelStatistics(region, voxels);
        QCOMPARE(missing.count, 0);
        QCOMPARE(missing.leftOut, whole.count);
        QVERIFY(!missing.mean && !missing.maximum);
        voxels = series.voxels(*image);
        for (auto &part : voxels.parts) {
            auto damaged = std::make_shared<pixels::DecodedFrame>(*part.frame);
            damaged->damaged = true;
            damaged->knownPixels = 26 * 11; // of 22 rows
            part.frame = damaged;
        }
        const auto half = imaging::voxelStatistics(region, voxels);
        QVERIFY(half.count > 0 && half.leftOut > 0);
        QCOMPARE(half.count + half.leftOut, whole.count);
    }

    /// Slices much closer than the image's rows: three lie between the middles of the last row and its border at 24 mm.
    void theImageReachesToTheBordersOfItsPixels()
    {
        const Series series(90.0, {0.0, 23.7, 0.0}, {3.1, 2.7, 0.1});
        const auto image = imageAt(0.3);
        const PatientPoint centre{1.55, 23.6, 0};
        const Model model = modelOf(series, 0.3, centre, 0.38);
        QCOMPARE(model.count, 8);
        const auto found = imaging::voxelStatistics(circle(centre, 0.38), series.voxels(*image));
        QCOMPARE(found.leftOut, 0);
        QCOMPARE(found.outside, std::optional<std::int64_t>(0));
        QCOMPARE(found.count, model.count);
        QVERIFY(isNear(found.mean, model.mean) && isNear(found.deviation, model.deviation));
        QVERIFY(isNear(found.minimum, model.minimum) && isNear(found.maximum, model.maximum));
    }

    void beyondTheSeriesAndTheImage()
    {
        const Series series(0.0);
        const auto image = imageAt(0.0);
        const auto inside = imaging::voxelStatistics(circle({0, 0, 0}, 10.0), series.voxels(*image));
        QCOMPARE(inside.outside, std::optional<std::int64_t>(0));
        // The image ends at x = 25, the series at 40.3: what is not shown is not measured.
        const auto over = imaging::voxelStatistics(circle({25.0, 0, 0}, 10.0), series.voxels(*image));
        QVERIFY(over.count > 0 && *over.outside > 0);
        const double share = double(over.count) / double(over.count + *over.outside);
        QVERIFY2(std::abs(share - 0.5) < 0.1, qPrintable(QString::number(share)));
        const auto far = imageAt(400.0);
        const auto none = imaging::voxelStatistics(circle({0, 0, 0}, 10.0), series.voxels(*far));
        QCOMPARE(none.count, 0);
        QVERIFY(!none.mean);
        imaging::FusionVoxels refused = series.voxels(*image);
        refused.plan.refusal = imaging::FusionRefusal::OtherFrame;
        QCOMPARE(imaging::voxelStatistics(circle({0, 0, 0}, 10.0), refused).count, 0);
        QCOMPARE(imaging::voxelStatistics(circle({0, 0, 0}, 10.0), {}).count, 0);
        // Smaller than a voxel and between their centres.
        QCOMPARE(imaging::voxelStatistics(circle({0.0, 0.0, 0}, 0.5), series.voxels(*image)).count, 0);
    }
};

CONSILIUM_TEST(FusedStatisticsTest)
#include "FusedStatisticsTest.moc"
