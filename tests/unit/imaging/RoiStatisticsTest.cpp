#include "viewer/imaging/RoiStatistics.h"
#include "tests/render/ImageFixture.h"
#include "tests/support/TestMain.h"
#include "viewer/imaging/GreyRenderer.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

using namespace consilium;
using namespace consilium::test;
using namespace consilium::imaging;

namespace
{

/// Places in eighths of a pixel: whole numbers, so that what lies on a border is known exactly.
struct Eighths {
    qint64 column = 0, row = 0;
    [[nodiscard]] ImagePoint point() const { return {double(column) / 8.0, double(row) / 8.0}; }
};

/// By a ray to the left, in whole numbers: an edge counts when it is met at or left of the pixel's centre, in the rows
/// from its upper end on to above its lower one.
bool isInside(const std::vector<Eighths> &corners, int row, int column)
{
    const qint64 x = 8 * qint64(column), y = 8 * qint64(row);
    bool inside = false;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        Eighths a = corners[i], b = corners[(i + 1) % corners.size()];
        if (a.row > b.row)
            std::swap(a, b);
        if (a.row <= y && y < b.row && (x - a.column) * (b.row - a.row) >= (y - a.row) * (b.column - a.column))
            inside = !inside;
    }
    return inside;
}

/// What is said of a list of values, the long way.
struct Model {
    std::vector<long double> values;
    std::int64_t leftOut = 0, outside = 0;
    [[nodiscard]] long double mean() const
    {
        long double sum = 0;
        for (const long double v : values)
            sum += v;
        return sum / (long double)(values.size());
    }
    [[nodiscard]] long double deviation() const
    {
        const long double m = mean();
        long double squares = 0;
        for (const long double v : values)
            squares += (v - m) * (v - m);
        return std::sqrt(squares / (long double)(values.size()));
    }
};

bool isNear(std::optional<double> found, long double wanted)
{
    return found && std::abs((long double)(*found) - wanted) <= 1e-9L * std::max(1.0L, std::abs(wanted));
}

void compare(const RoiStatistics &found, const Model &model)
{
    QCOMPARE(found.count, std::int64_t(model.values.size()));
    QCOMPARE(found.leftOut, model.leftOut);
    QCOMPARE(found.outside.value_or(-1), model.outside);
    QCOMPARE(found.mean.has_value(), !model.values.empty());
    if (model.values.empty()) {
        QVERIFY(!found.deviation && !found.minimum && !found.maximum && !found.sum && found.histogram.empty());
        return;
    }
    QVERIFY(isNear(found.mean, model.mean()));
    QVERIFY(isNear(found.deviation, model.deviation()));
    QVERIFY(isNear(found.sum, model.mean() * (long double)(model.values.size())));
    QCOMPARE((long double)(*found.minimum), *std::min_element(model.values.begin(), model.values.end()));
    QCOMPARE((long double)(*found.maximum), *std::max_element(model.values.begin(), model.values.end()));
}

/// An image of odd size, signed, falling with the stored value, some pixels of it padding.
struct Picture {
    Picture()
    {
        ImageSpec spec;
        spec.rows = 23;
        spec.columns = 37;
        spec.slope = -1.5;
        spec.intercept = 10.25;
        instance = makeInstance(spec);
        instance->pixels.isSigned = true;
        instance->pixels.paddingValue = -2000;
        instance->pixels.paddingLimit = -1500;
        frame = makeFrame(*instance, [](int row, int column) { return storedAt(row, column); });
    }
    static int storedAt(int row, int column) { return (row * 7919 + column * 104729) % 4001 - 2000; }
    /// `holds(row, column)` for every pixel of a field that reaches far beyond the image.
    template<class Holds>
    [[nodiscard]] Model model(const Holds &holds) const
    {
        Model model;
        for (int row = -60; row < 90; ++row) {
            for (int column = -60; column < 110; ++column) {
                if (!holds(row, column))
                    continue;
                const bool isThere = row >= 0 && column >= 0 && row < 23 && column < 37;
                const int stored = isThere ? storedAt(row, column) : 0;
                if (!isThere)
                    ++model.outside;
                else if (stored >= -2000 && stored <= -1500)
                    ++model.leftOut;
                else
                    model.values.push_back(-1.5L * stored + 10.25L);
            }
        }
        return model;
    }
    std::shared_ptr<dicom::Instance> instance;
    std::shared_ptr<pixels::DecodedFrame> frame;
};

/// Full width, half height, as little as a pixel, or reaching out of the image.
Eighths randomPlace(QRandomGenerator &random, int spread)
{
    return {18 * 8 + random.bounded(-spread, spread + 1), 11 * 8 + random.bounded(-spread, spread + 1)};
}

/// A frame of doubles.
std::shared_ptr<pixels::DecodedFrame> wideFrame(const dicom::Instance &instance, const std::vector<double> &values)
{
    auto frame = std::make_shared<pixels::DecodedFrame>();
    frame->rows = instance.geometry.rows;
    frame->columns = instance.geometry.columns;
    frame->type = pixels::SampleType::F64;
    frame->bytes.resize(values.size() * sizeof(double));
    std::memcpy(frame->bytes.data(), values.data(), values.size() * sizeof(double));
    return frame;
}

std::shared_ptr<dicom::Instance> smallInstance(int rows, int columns)
{
    ImageSpec spec;
    spec.rows = rows;
    spec.columns = columns;
    spec.intercept = 0.0;
    return makeInstance(spec);
}

const Region everything = rectangleRegion({-0.5, -0.5}, {1000.0, 1000.0});

} // namespace

class RoiStatisticsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void polygonsAgainstArithmetic()
    {
        const Picture picture;
        QRandomGenerator random(4);
        for (int i = 0; i < 600; ++i) {
            const int spread = i % 3 == 0 ? 12 : i % 3 == 1 ? 120 : 300;
            std::vector<Eighths> corners;
            PolygonRegion region;
            for (int k = 0; k < 3 + i % 7; ++k) {
                corners.push_back(randomPlace(random, spread));
                if (i % 2 == 0) { // corners and edges on centres of pixels
                    corners.back().column = corners.back().column / 8 * 8;
                    corners.back().row = corners.back().row / 8 * 8;
                }
                region.corners.push_back(corners.back().point());
            }
            compare(statisticsOf(region, *picture.instance, picture.frame.get()),
                    picture.model([&](int row, int column) { return isInside(corners, row, column); }));
            if (QTest::currentTestFailed())
                return;
        }
    }

    void ellipsesAgainstArithmetic()
    {
        const Picture picture;
        QRandomGenerator random(5);
        for (int i = 0; i < 400; ++i) {
            EllipseRegion region;
            const double size = i % 3 == 0 ? 1.5 : i % 3 == 1 ? 9.0 : 30.0, angle = random.bounded(6.3);
            const double a = size * (0.2 + random.bounded(1.0)), b = size * (0.2 + random.bounded(1.0));
            region.centre = {random.bounded(37.0), random.bounded(23.0)};
            region.first = {a * std::cos(angle), a * std::sin(angle)};
            region.second = {-b * std::sin(angle) * 0.8, b * std::cos(angle)}; // not square: rows nearer than columns
            const double det = region.first.columns * region.second.rows - region.second.columns * region.first.rows;
            bool isOnBorder = false; // where rounding decides; borders have a test of their own
            const auto holds = [&](int row, int column) {
                const double dx = column - region.centre.column, dy = row - region.centre.row;
                const double s = (dx * region.second.rows - dy * region.second.columns) / det,
                             t = (dy * region.first.columns - dx * region.first.rows) / det, sum = s * s + t * t;
                isOnBorder = isOnBorder || std::abs(sum - 1.0) < 1e-4;
                return sum <= 1.0;
            };
            const Model model = picture.model(holds);
            if (isOnBorder)
                continue;
            compare(statisticsOf(region, *picture.instance, picture.frame.get()), model);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void onePixelAndNone()
    {
        const Picture picture;
        const auto one =
            statisticsOf(rectangleRegion({4.6, 5.6}, {5.4, 6.4}), *picture.instance, picture.frame.get(), 4);
        QCOMPARE(one.count, 1);
        QCOMPARE(*one.mean, -1.5 * Picture::storedAt(6, 5) + 10.25);
        QCOMPARE(*one.deviation, 0.0);
        QCOMPARE(*one.minimum, *one.maximum);
        QCOMPARE(one.histogram, (std::vector<std::int64_t>{1, 0, 0, 0}));
        const double none = std::nan("");
        for (const Region &region :
             {rectangleRegion({4.1, 5.1}, {4.4, 5.4}), Region(EllipseRegion{{4, 4}, {3, 0}, {5, 0}}),
              Region(EllipseRegion{{4.5, 4.5}, {0.2, 0}, {0, 0.2}}), Region(EllipseRegion{{none, 4}, {3, 0}, {0, 3}}),
              Region(PolygonRegion{{{1, 1}, {5, 5}}}), Region(PolygonRegion{{{1, 1}, {5, none}, {1, 5}}}),
              Region(PolygonRegion{})}) {
            compare(statisticsOf(region, *picture.instance, picture.frame.get(), 4), {});
            if (QTest::currentTestFailed())
                return;
        }
    }

    /// Every value is exactly the one that a probe of the pixel reads, also through a modality look-up table.
    void valuesAreThoseOfAProbe()
    {
        Picture picture;
        auto table = std::make_shared<dicom::LookupTable>();
        table->firstMapped = -1000;
        for (int i = 0; i < 1500; ++i)
            table->entries.push_back(std::uint16_t((i * 37) % 5000));
        picture.instance->grey.modalityLut = table;
        for (int row = 0; row < 23; row += 3) {
            for (int column = 0; column < 37; column += 5) {
                const double at = double(column), below = double(row);
                const auto found = statisticsOf(rectangleRegion({at - 0.3, below - 0.3}, {at + 0.3, below + 0.3}),
                                                *picture.instance, picture.frame.get());
                QCOMPARE(found.mean, pixelValue(*picture.instance, Picture::storedAt(row, column)));
            }
        }
        QVERIFY(!pixelValue(*picture.instance, -1700));
        QVERIFY(!pixelValue(*picture.instance, INFINITY));
    }

    void wideSamplesAreExact()
    {
        const auto instance = smallInstance(2, 3);
        instance->pixels.paddingValue = 7;
        const double large = 2147483647.0;
        const auto frame = wideFrame(*instance, {large, large - 2.0, std::nan(""), 7.0, INFINITY, large - 1.0});
        const auto found = statisticsOf(everything, *instance, frame.get(), 3);
        QCOMPARE(found.count, 3);
        QCOMPARE(found.leftOut, 3);
        QCOMPARE(*found.mean, large - 1.0);
        QCOMPARE(*found.minimum, large - 2.0);
        QCOMPARE(*found.maximum, large);
        QVERIFY(std::abs(*found.deviation - std::sqrt(2.0 / 3.0)) < 1e-9);
        QCOMPARE(found.histogram, (std::vector<std::int64_t>{1, 1, 1}));
    }

    /// Sums beyond what a double holds: what is not known is absent, never infinite.
    void neverInfinite()
    {
        const auto instance = smallInstance(1, 4);
        const double huge = 1.7e308;
        for (const auto &values : {std::vector{huge, huge, huge, huge}, std::vector{huge, -huge, huge, -huge},
                                   std::vector<double>(4, std::nan(""))}) {
            const auto frame = wideFrame(*instance, values);
            const auto found = statisticsOf(everything, *instance, frame.get(), 5);
            for (const auto &figure : {found.mean, found.deviation, found.sum, found.minimum, found.maximum})
                QVERIFY(!figure || std::isfinite(*figure));
            std::int64_t inBins = 0;
            for (const std::int64_t bin : found.histogram)
                inBins += bin;
            QCOMPARE(inBins, found.count);
        }
        QVERIFY(!statisticsOf(everything, *instance, wideFrame(*instance, {huge, huge, huge, huge}).get()).sum);
    }

    void noPixelsNoValues()
    {
        const Picture picture;
        const Region region = rectangleRegion({1, 1}, {5, 4});
        const auto isWithout = [](const RoiStatistics &found) {
            return found.count == 0 && found.leftOut == 12 && !found.mean;
        };
        QVERIFY(isWithout(statisticsOf(region, *picture.instance, nullptr)));
        auto reduced = *picture.frame;
        reduced.reduction = 1;
        QVERIFY(isWithout(statisticsOf(region, *picture.instance, &reduced)));
        auto other = *picture.frame;
        std::swap(other.rows, other.columns);
        QVERIFY(isWithout(statisticsOf(region, *picture.instance, &other)));
        auto colour = *picture.frame;
        colour.type = pixels::SampleType::Rgb8;
        const auto found = statisticsOf(region, *picture.instance, &colour);
        QVERIFY(isWithout(found) && found.isColour);
    }

    void ofADamagedFrameOnlyWhatIsTheFiles()
    {
        Picture picture;
        picture.instance->pixels.paddingValue.reset();
        picture.frame->damaged = true;
        picture.frame->knownPixels = 2 * 37 + 3; // rows 0 and 1, and columns 0 to 2 of row 2
        const auto found = statisticsOf(rectangleRegion({1, 1}, {5, 4}), *picture.instance, picture.frame.get());
        QCOMPARE(found.count, 4 + 2);
        QCOMPARE(found.leftOut, 12 - 6);
        double sum = 0.0;
        for (const auto &[row, column] : {std::pair(1, 1), {1, 2}, {1, 3}, {1, 4}, {2, 1}, {2, 2}})
            sum += -1.5 * Picture::storedAt(row, column) + 10.25;
        QVERIFY(std::abs(*found.mean - sum / 6.0) < 1e-9);
    }

    void ofASlab()
    {
        ValueImage slab;
        slab.rows = slab.columns = 3;
        slab.values = {1, 2, 3, 4, NAN, 6, 7, 8, 9};
        slab.hasHoles = true;
        const auto found = statisticsOf(rectangleRegion({0, 0}, {2, 2}), slab);
        QCOMPARE(found.count, 3);
        QCOMPARE(found.leftOut, 1);
        QVERIFY(std::abs(*found.mean - 7.0 / 3.0) < 1e-12);
        QCOMPARE(*found.maximum, 4.0);
        QCOMPARE(statisticsOf(everything, slab).outside, std::optional<std::int64_t>(1000 * 1000 - 9));
    }

    void histograms()
    {
        const auto instance = smallInstance(2, 5);
        const auto frame = makeFrame(*instance, [](int row, int column) { return row * 5 + column; }); // 0 to 9
        QCOMPARE(statisticsOf(everything, *instance, frame.get(), 3).histogram, (std::vector<std::int64_t>{3, 3, 4}));
        QCOMPARE(statisticsOf(everything, *instance, frame.get(), 1).histogram, (std::vector<std::int64_t>{10}));
        QVERIFY(statisticsOf(everything, *instance, frame.get()).histogram.empty());
    }

    /// A million pixels, and a curve of thousands of places: the same as by their formula.
    void large()
    {
        const auto instance = smallInstance(1024, 1024);
        const auto frame = makeFrame(*instance, [](int row, int column) { return row + column; });
        const auto found = statisticsOf(rectangleRegion({0, 0}, {1000, 1000}), *instance, frame.get(), 10);
        QCOMPARE(found.count, 1'000'000);
        QCOMPARE(*found.mean, 999.0);
        QVERIFY(std::abs(*found.deviation - std::sqrt(2.0 * (1e6 - 1.0) / 12.0)) < 1e-9);
        PolygonRegion round;
        for (int i = 0; i < 5000; ++i) {
            const double angle = 2.0 * std::numbers::pi * i / 5000.0;
            round.corners.push_back({512.0 + 500.25 * std::cos(angle), 512.0 + 500.25 * std::sin(angle)});
        }
        const double area = *regionArea(round, {});
        QVERIFY(std::abs(area / (std::numbers::pi * 500.25 * 500.25) - 1.0) < 1e-6);
        const auto inside = statisticsOf(round, *instance, frame.get());
        QVERIFY(std::abs(double(inside.count) - area) < 1000.0);
        QVERIFY(std::abs(*inside.mean - 1024.0) < 0.5);
    }

    /// Nonsense from a file must not hold the program up: what would take long is not known.
    void enormous()
    {
        PolygonRegion zigzag;
        for (int i = 0; i < 5000; ++i)
            zigzag.corners.push_back({double(i * 200) - 5e5, i % 2 == 0 ? -9e5 : 9e5});
        const Picture picture;
        const auto found = statisticsOf(zigzag, *picture.instance, picture.frame.get());
        QVERIFY(!found.outside);
        QVERIFY(found.count + found.leftOut <= 23 * 37);
        QVERIFY(!regionArea(zigzag, {}));
        QVERIFY(
            !statisticsOf(EllipseRegion{{0, 0}, {1e7, 0}, {0, 1e7}}, *picture.instance, picture.frame.get()).outside);
    }
};

CONSILIUM_TEST(RoiStatisticsTest)
#include "RoiStatisticsTest.moc"
