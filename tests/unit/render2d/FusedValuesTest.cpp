#include "tests/render/ImageFixture.h"
#include "tests/support/TestMain.h"
#include "viewer/render2d/Overlay.h"

#include <cmath>

using namespace consilium;
using namespace consilium::test;
using namespace consilium::render2d;
using Kind = session::AnnotationKind;

namespace
{

/// A CT image of 64 x 64 pixels of 1 mm at z = 0, and over it a PET of 16 x 16 voxels of 4 mm whose second of three
/// slices lies in it: 100 slice + 10 column + row, its voxel (0, 0) on the image's pixel (1.5, 1.5).
struct Scene {
    std::shared_ptr<dicom::Instance> instance;
    std::shared_ptr<dicom::DataSet> dataSet, pet;
    std::shared_ptr<pixels::DecodedFrame> frame;
    std::vector<pixels::FramePtr> slices;
    OverlayInput in;

    Scene()
    {
        ImageSpec spec;
        spec.position = PatientPoint{0, 0, 0};
        instance = makeInstance(spec);
        dataSet = makeDataSet({instance});
        frame = makeFrame(*instance, [](int row, int column) { return 1000 + row + column; });
        in.dataSet = dataSet;
        in.instance = instance.get();
        in.frame = frame;
        in.view.dataSet = dataSet->id;
        spec.rows = spec.columns = 16;
        spec.betweenRowsMm = spec.betweenColumnsMm = 4.0;
        spec.intercept = 0.0;
        std::vector<dicom::InstancePtr> images;
        for (int i = 0; i < 3; ++i) {
            spec.position = PatientPoint{1.5, 1.5, 5.0 * (i - 1)};
            spec.sop = u"1.2.3.7.%1"_s.arg(i);
            images.push_back(makeInstance(spec));
            slices.push_back(
                makeFrame(*images.back(), [i](int row, int column) { return 100 * i + 10 * column + row; }));
        }
        pet = makeDataSet(std::move(images));
        pet->id = DataSetId(u"1.2.3.7"_s);
    }
    void fuse(double factor, const QString &unit)
    {
        auto voxels = std::make_shared<imaging::FusionVoxels>();
        voxels->plan = imaging::planFusion(*pet, *instance);
        for (int i = voxels->plan.first; i <= voxels->plan.last; ++i)
            voxels->parts.push_back({pet->slices[std::size_t(i)], slices[std::size_t(i)], factor});
        ShownFusion fusion;
        fusion.name = u"PT AC WB"_s;
        fusion.unit = unit;
        fusion.layer.values = std::make_shared<const imaging::ValueImage>(
            imaging::sampleFusion(voxels->plan, voxels->parts, CancelToken()));
        fusion.voxels = std::move(voxels);
        in.fusion = std::move(fusion);
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
    [[nodiscard]] MarkShape shape(const session::Annotation &a, MarkCache *cache = nullptr) const
    {
        const imaging::ViewTransform transform(instance->geometry, {}, 640, 480);
        const auto shapes = markShapes(in, session::AnnotationSet().with(a), transform, cache);
        return shapes.empty() ? MarkShape() : shapes.front();
    }
};

double figureOf(const MarkShape &shape, Figure which)
{
    const MarkFigure *const figure = shape.figure(which);
    return figure ? figure->value : std::nan("");
}

bool isNear(double found, double wanted)
{
    return std::abs(found - wanted) < 1e-5 * std::max(1.0, std::abs(wanted));
}

QStringList linesOf(const MarkShape &shape)
{
    return shape.label.split(u'\n');
}

} // namespace

/// Row 10 of the clinical rules, fused: what marks say of the series over their image.
class FusedValuesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Columns and rows 2 and 3 of the PET, that is 122, 123, 132 and 133, and 64 pixels of the CT.
    void aRegionHasTheFiguresOfBoth()
    {
        Scene scene;
        const auto box = scene.mark(Kind::Rectangle, {{7.5, 7.5}, {15.5, 15.5}});
        const MarkShape alone = scene.shape(box);
        QVERIFY(std::isnan(figureOf(alone, Figure::FusedMean)));
        scene.fuse(0.04, u"SUVbw"_s);
        const MarkShape fused = scene.shape(box);
        QVERIFY(isNear(figureOf(fused, Figure::FusedMean), 127.5 * 0.04));
        QVERIFY(isNear(figureOf(fused, Figure::FusedDeviation), std::sqrt(25.25) * 0.04));
        QVERIFY(isNear(figureOf(fused, Figure::FusedMinimum), 122 * 0.04));
        QVERIFY(isNear(figureOf(fused, Figure::FusedMaximum), 133 * 0.04));
        QCOMPARE(figureOf(fused, Figure::FusedCount), 4.0);
        QCOMPARE(fused.figure(Figure::FusedMean)->unit, u"SUVbw"_s);
        // Those of the image are the same, come first, and stand above.
        for (std::size_t i = 0; i < alone.figures->size(); ++i)
            QVERIFY((*alone.figures)[i] == (*fused.figures)[i]);
        QVERIFY(fused.label.startsWith(alone.label + u'\n'));
        QCOMPARE(linesOf(fused).mid(linesOf(alone).size()),
                 (QStringList{u"+ PT AC WB: mean 5.10 SUVbw · SD 0.20"_s,
                              u"+ PT AC WB: min 4.88 · max 5.32 SUVbw · 4 voxels"_s}));
        QVERIFY(!fused.provisional);
        scene.fuse(1.0, u"BQML"_s);
        QVERIFY(scene.shape(box).label.contains(u"+ PT AC WB: mean 127.5 BQML · SD 5.02\n"_s));
        QVERIFY(scene.shape(box).label.endsWith(u"min 122 · max 133 BQML · 4 voxels"_s));
    }

    void everyKindOfRegion_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QList<QPointF>>("handles");
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("count");
        using Places = QList<QPointF>;
        QTest::newRow("ellipse") << int(Kind::Ellipse) << Places{{11.5, 11.5}, {15, 11.5}, {11.5, 15}} << 127.5 << 4.0;
        QTest::newRow("circle") << int(Kind::PointRoi) << Places{{9.5, 13.5}, {9.5, 15}} << 123.0 << 1.0;
        QTest::newRow("polygon") << int(Kind::Polygon) << Places{{8, 8}, {15, 8}, {15, 11}, {8, 11}} << 127.0 << 2.0;
        QTest::newRow("freehand") << int(Kind::Freehand) << Places{{8, 8}, {11, 8}, {11, 15}, {8, 15}} << 122.5 << 2.0;
    }
    void everyKindOfRegion()
    {
        QFETCH(int, kind);
        QFETCH(QList<QPointF>, handles);
        QFETCH(double, mean);
        QFETCH(double, count);
        Scene scene;
        scene.fuse(1.0, u"BQML"_s);
        std::vector<ImagePoint> places;
        for (const QPointF &p : handles)
            places.push_back({p.x(), p.y()});
        const MarkShape shape = scene.shape(scene.mark(Kind(kind), places));
        QCOMPARE(figureOf(shape, Figure::FusedMean), mean);
        QCOMPARE(figureOf(shape, Figure::FusedCount), count);
    }

    /// As the pointer reads it.
    void aProbeHasTheValueOfBoth()
    {
        Scene scene;
        const auto probe = scene.mark(Kind::Probe, {{11, 9}});
        const MarkShape alone = scene.shape(probe);
        scene.fuse(1.0, u"BQML"_s);
        const MarkShape fused = scene.shape(probe);
        // 2.375 columns and 1.875 rows of 4 mm past the first voxel.
        QVERIFY(isNear(figureOf(fused, Figure::FusedValue), 100 + 23.75 + 1.875));
        QCOMPARE(figureOf(fused, Figure::PixelValue), figureOf(alone, Figure::PixelValue));
        QCOMPARE(linesOf(fused).at(0), linesOf(alone).at(0));
        QCOMPARE(linesOf(fused).at(1), u"+ PT 126 BQML"_s);
        QCOMPARE(linesOf(fused).last(), linesOf(alone).last());
    }

    void noSuvSaysWhy()
    {
        Scene scene;
        scene.fuse(1.0, u"SUVbw"_s);
        scene.in.fusion->suvRefusal = u"the patient's weight is missing"_s;
        const QString wanted = u"+ PT AC WB: no SUV: the patient's weight is missing"_s;
        for (const auto &mark :
             {scene.mark(Kind::Rectangle, {{7.5, 7.5}, {15.5, 15.5}}), scene.mark(Kind::Probe, {{11, 9}})}) {
            const MarkShape shape = scene.shape(mark);
            QVERIFY2(linesOf(shape).contains(wanted), qPrintable(shape.label));
            QVERIFY(std::isnan(figureOf(shape, Figure::FusedMean)) && std::isnan(figureOf(shape, Figure::FusedValue)));
        }
        // What is not laid over at all is said once, by the view.
        scene.in.fusion->refusal = imaging::FusionRefusal::OtherFrame;
        QVERIFY(!scene.shape(scene.mark(Kind::Probe, {{11, 9}})).label.contains(u"PT"));
    }

    void whatIsThereInPartIsSaid()
    {
        Scene scene;
        scene.fuse(1.0, u"BQML"_s);
        const auto box = scene.mark(Kind::Rectangle, {{7.5, 7.5}, {15.5, 15.5}});
        const MarkShape whole = scene.shape(box);
        for (int i = 0; i < 4; ++i) {
            scene.fuse(1.0, u"BQML"_s);
            ShownFusion &fusion = *scene.in.fusion;
            fusion.isPending = i == 0;
            fusion.missing = i == 1 ? 1 : 0;
            fusion.damaged = i == 2 ? 1 : 0;
            fusion.isSeriesComplete = i != 3;
            const MarkShape part = scene.shape(box);
            QVERIFY(part.provisional);
            QVERIFY(part.label.contains(u"+ PT AC WB: ≈ mean 127.5"_s));
            QCOMPARE(linesOf(part).at(0), linesOf(whole).at(0)); // the image itself is all there
        }
        scene.in.fusion->layer.values.reset();
        scene.in.fusion->voxels.reset();
        QVERIFY(scene.shape(box).label.endsWith(u"+ PT AC WB: —"_s));
        // A slice that is not there: none of its voxels has a value.
        scene.slices[1].reset();
        scene.fuse(1.0, u"BQML"_s);
        scene.in.fusion->missing = scene.in.fusion->lost = 1;
        QVERIFY(scene.shape(box).label.endsWith(u"+ PT AC WB: no voxel with a value"_s));
        QVERIFY(scene.shape(scene.mark(Kind::Rectangle, {{10, 10}, {12, 12}}))
                    .label.endsWith(u"+ PT AC WB: no centre of a voxel lies inside"_s));
    }

    /// The image and the series end at column -0.5.
    void whatReachesBeyondIsSaid()
    {
        Scene scene;
        scene.fuse(1.0, u"BQML"_s);
        const QString beyond = u"+ PT AC WB: reaches beyond the series or the image"_s;
        const MarkShape inside = scene.shape(scene.mark(Kind::Rectangle, {{-0.5, 7.5}, {7.5, 15.5}}));
        QVERIFY2(!inside.label.contains(beyond), qPrintable(inside.label));
        QVERIFY(!inside.provisional);
        // The same voxels, and places for two more columns of them.
        const MarkShape over = scene.shape(scene.mark(Kind::Rectangle, {{-8.5, 7.5}, {7.5, 15.5}}));
        QCOMPARE(figureOf(over, Figure::FusedMean), figureOf(inside, Figure::FusedMean));
        QCOMPARE(figureOf(over, Figure::FusedCount), 4.0);
        QVERIFY(over.provisional);
        QVERIFY2(over.label.contains(u"+ PT AC WB: ≈ mean 107.5"_s), qPrintable(over.label));
        QVERIFY2(linesOf(over).contains(beyond), qPrintable(over.label));
        // None of its voxels is there at all.
        scene.slices[1].reset();
        scene.fuse(1.0, u"BQML"_s);
        const MarkShape none = scene.shape(scene.mark(Kind::Rectangle, {{-8.5, 7.5}, {7.5, 15.5}}));
        QVERIFY2(linesOf(none).contains(u"+ PT AC WB: no voxel with a value"_s), qPrintable(none.label));
        QVERIFY2(linesOf(none).contains(beyond), qPrintable(none.label));
    }

    /// What was computed without the series, or of another state of it, is not kept; its window changes nothing.
    void theCacheKnowsOfIt()
    {
        Scene scene;
        MarkCache cache;
        const auto box = scene.mark(Kind::Rectangle, {{7.5, 7.5}, {15.5, 15.5}});
        const QString alone = scene.shape(box, &cache).label;
        scene.fuse(1.0, u"BQML"_s);
        const MarkShape fused = scene.shape(box, &cache);
        QVERIFY(fused.label != alone);
        scene.in.fusion->layer.high = 77.0;
        QVERIFY(scene.shape(box, &cache).figures == fused.figures); // the very same
        scene.fuse(0.04, u"SUVbw"_s);
        QVERIFY(scene.shape(box, &cache).label.contains(u"SUVbw"));
        scene.in.fusion->missing = 1;
        QVERIFY(scene.shape(box, &cache).provisional);
        scene.in.fusion.reset();
        QCOMPARE(scene.shape(box, &cache).label, alone);
    }
};

CONSILIUM_TEST(FusedValuesTest)
#include "FusedValuesTest.moc"
