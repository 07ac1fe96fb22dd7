#include "viewer/render2d/RoiHistogram.h"
#include "tests/render/ImageFixture.h"
#include "tests/support/TestMain.h"

#include <cmath>
#include <numeric>

using namespace consilium;
using namespace consilium::test;
using namespace consilium::render2d;
using Kind = session::AnnotationKind;

namespace
{

struct Scene {
    explicit Scene(const std::function<int(int, int)> &stored, const ImageSpec &spec = {})
        : instance(makeInstance(spec)), dataSet(makeDataSet({instance})), frame(makeFrame(*instance, stored))
    {
    }
    [[nodiscard]] OverlayInput input() const
    {
        OverlayInput in;
        in.dataSet = dataSet;
        in.instance = instance.get();
        in.frame = frame;
        in.view.dataSet = dataSet->id;
        return in;
    }
    [[nodiscard]] session::Annotation mark(Kind kind, std::vector<ImagePoint> handles) const
    {
        session::Annotation a;
        a.id = AnnotationId(u"a"_s);
        a.kind = kind;
        a.dataSet = dataSet->id;
        a.sop = instance->sop;
        a.imageHandles = std::move(handles);
        return a;
    }
    [[nodiscard]] RoiHistogram histogram(const session::Annotation &a, int bins = 128) const
    {
        return histogramOf(a, input(), bins).histogram.value_or(RoiHistogram());
    }
    std::shared_ptr<dicom::Instance> instance;
    std::shared_ptr<dicom::DataSet> dataSet;
    std::shared_ptr<pixels::DecodedFrame> frame;
};

std::int64_t sumOf(const RoiHistogram &histogram)
{
    return std::accumulate(histogram.bins.begin(), histogram.bins.end(), std::int64_t(0),
                           [](std::int64_t sum, const auto &bin) { return sum + bin.count; });
}

} // namespace

class RoiHistogramTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStepHasItsBin()
    {
        // Columns 10 to 13 of rows 5 to 8: each of 1010 to 1013 four times, less 1024.
        const Scene scene([](int, int column) { return 1000 + column; });
        const RoiHistogram found = scene.histogram(scene.mark(Kind::Rectangle, {{10, 5}, {14, 9}}));
        QVERIFY(found.isOfLevels);
        QCOMPARE(found.bins.size(), std::size_t(4));
        for (int i = 0; i < 4; ++i)
            QVERIFY(found.bins[std::size_t(i)] == (RoiHistogram::Bin{-14.0 + i, -14.0 + i, 4}));
        QCOMPARE(found.count, 16);
        QCOMPARE(found.unit, u"HU"_s);
        QVERIFY(std::abs(found.mean - -12.5) < 1e-9 && std::abs(found.deviation - std::sqrt(1.25)) < 1e-9);
        QCOMPARE(found.highest(), 4);
        QCOMPARE(histogramCsv(found), u"from,to,pixels\n-14,-14,4\n-13,-13,4\n-12,-12,4\n-11,-11,4\n"_s);
        QCOMPARE(binText(found, 1), u"−13 HU: 4 pixels (25.0 %)"_s);
        QVERIFY(binText(found, 4).isEmpty());
    }
    /// A bin that held now one step and now two would show a comb where there is none.
    void manyStepsAreParted()
    {
        ImageSpec spec;
        spec.slope = 2.0;
        const Scene scene([](int row, int column) { return row * 64 + column; }, spec); // each value once
        const RoiHistogram found = scene.histogram(scene.mark(Kind::Rectangle, {{-0.5, -0.5}, {63.5, 63.5}}));
        QVERIFY(found.isOfLevels);
        QCOMPARE(found.bins.size(), std::size_t(128));
        for (const auto &bin : found.bins) {
            QCOMPARE(bin.count, 32);
            QCOMPARE(bin.high - bin.low, 62.0);
        }
        QCOMPARE(found.bins.front().low, -1024.0);
        QCOMPARE(found.bins.back().high, 2.0 * 4095 - 1024);
        QCOMPARE(sumOf(found), 4096);
    }
    void theLastBinMayBeSmaller()
    {
        const Scene scene([](int, int column) { return column; });
        const RoiHistogram found = scene.histogram(scene.mark(Kind::Rectangle, {{-0.5, 4.5}, {9.5, 5.5}}), 4);
        QCOMPARE(found.bins.size(), std::size_t(4)); // 10 values, 3 a bin
        QCOMPARE(found.bins[0].count, 3);
        QCOMPARE(found.bins[3].count, 1);
        QVERIFY(found.bins[3].low == found.bins[3].high);
        QCOMPARE(binText(found, 0), u"−1024 to −1022 HU: 3 pixels (30.0 %)"_s);
    }
    void oneValueIsOneBin()
    {
        const Scene scene([](int, int) { return 1024; });
        const RoiHistogram found = scene.histogram(scene.mark(Kind::Ellipse, {{20, 20}, {25, 20}, {20, 25}}));
        QCOMPARE(found.bins.size(), std::size_t(1));
        QCOMPARE(found.bins[0].low, 0.0);
        QCOMPARE(found.bins[0].count, found.count);
    }
    void itCountsWhatTheMeanCounts()
    {
        const Scene scene([](int row, int column) { return (row * 37 + column * 11) % 300; });
        scene.instance->pixels.paddingValue = 7;
        for (const auto &mark : {scene.mark(Kind::Ellipse, {{20, 20}, {34, 26}, {18, 26}}),
                                 scene.mark(Kind::Polygon, {{-8, -8}, {40, 3}, {12, 50}}),
                                 scene.mark(Kind::PointRoi, {{60, 60}, {70, 60}})}) {
            const RoiHistogram found = scene.histogram(mark);
            const auto input = scene.input();
            const imaging::ViewTransform transform(scene.instance->geometry, input.view, 640, 480);
            const auto shapes = markShapes(input, session::AnnotationSet().with(mark), transform);
            QCOMPARE(shapes.size(), std::size_t(1));
            QVERIFY(found.count > 0);
            QCOMPARE(double(found.count), shapes.front().figure(Figure::Count)->value);
            QCOMPARE(found.mean, shapes.front().figure(Figure::Mean)->value);
            QCOMPARE(double(found.leftOut), shapes.front().figure(Figure::LeftOut)->value);
            QCOMPARE(sumOf(found), found.count);
        }
    }
    void whyThereIsNone()
    {
        Scene scene([](int, int column) { return column; });
        const auto box = scene.mark(Kind::Rectangle, {{10, 5}, {14, 9}});
        const auto why = [&scene](const session::Annotation &mark) { return histogramOf(mark, scene.input()).why; };
        QVERIFY(why(scene.mark(Kind::Length, {{10, 5}, {14, 9}})) == NoHistogram::NotARegion);
        QVERIFY(why(scene.mark(Kind::Rectangle, {{100, 100}, {120, 120}})) == NoHistogram::NoValues);
        scene.instance->pixels.paddingValue = 0;
        scene.instance->pixels.paddingLimit = 100;
        QVERIFY(why(box) == NoHistogram::NoValues);
        scene.instance->pixels.paddingValue.reset();
        scene.instance->pixels.paddingLimit.reset();
        QVERIFY(why(box) == NoHistogram::None);
        scene.frame = makeFrame(
            *scene.instance, [](int, int) { return 1; }, 1);
        QVERIFY(why(box) == NoHistogram::NotLoaded);
        scene.frame.reset();
        QVERIFY(why(box) == NoHistogram::NotLoaded);
        for (const auto one : {NoHistogram::NotARegion, NoHistogram::NotHere, NoHistogram::Colour,
                               NoHistogram::NotLoaded, NoHistogram::NoValues})
            QVERIFY(!noHistogramText(one).isEmpty());
    }
};

CONSILIUM_TEST(RoiHistogramTest)
#include "RoiHistogramTest.moc"
