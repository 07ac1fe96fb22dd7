#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/tools/FusionCommands.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/MarkPanel.h"
#include "viewer/widgets/ViewportWidget.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTest>

#include <cmath>

using namespace consilium;
using namespace consilium::widgets;
using namespace Qt::StringLiterals;
using imaging::FusionRefusal;
using test::Bench;
using test::FakeImages;

namespace
{

const ViewId v1(u"v1"_s);

/// A view of a CT of 5 slices at z = 0, 3 ... 12 mm, and a PET of the same patient whose values are ten times the z of
/// its slices: 4 of them, 5 mm apart, with pixels of 4 mm.
struct Fixture : Bench {
    Fixture() : ct(images.addSeries(u"1.2"_s, {})), pet(addPet())
    {
        viewport = std::make_unique<ViewportWidget>(v1, dispatcher, images, bindings);
        viewport->resize(500, 420);
        viewport->show();
        (void)QTest::qWaitForWindowExposed(viewport.get());
        show(u"v1"_s, u"1.2"_s, ct);
        showSlice(u"v1"_s, ct, 2);
    }
    ~Fixture() { viewport.reset(); }

    DataSetId addPet()
    {
        FakeImages::SeriesSpec spec;
        spec.description = u"AC WB"_s;
        spec.modality = u"PT"_s;
        spec.number = 7;
        spec.slices = 4;
        const DataSetId id = images.addSeries(u"1.2"_s, spec);
        for (int i = 0; i < spec.slices; ++i) {
            images.setInstance(id, i, [i](dicom::Instance &image) {
                image.geometry.spacing = {4.0, 4.0, dicom::SpacingBasis::PatientPlane};
                image.geometry.position = PatientPoint{-128.0, -128.0, 5.0 * i};
                image.grey.unit = ValueUnit::None;
                image.grey.unitText = u"BQML"_s;
            });
            images.setPixels(id, i, [i](int, int) { return std::uint16_t(50 * i); });
        }
        return id;
    }
    void giveSuv(double factor)
    {
        for (int i = 0; i < 4; ++i)
            images.setInstance(pet, i, [factor](dicom::Instance &image) {
                auto factors = std::make_shared<dicom::SuvFactors>();
                factors->byKind.fill({factor, dicom::SuvRefusal::None});
                image.suv = factors;
            });
    }
    void fuse(const session::Fusion &fusion) { QVERIFY(dispatcher.submit(session::SetFusion{v1, fusion})); }
    [[nodiscard]] session::Fusion wanted() const
    {
        session::Fusion fusion;
        fusion.study = StudyUid(u"1.2"_s);
        fusion.dataSet = pet;
        return fusion;
    }
    void run(const QString &command, double low = 0.0, double high = 1.0)
    {
        for (const auto &action : tools::fusionActions(command, dispatcher.state(), v1, images, low, high))
            QVERIFY(dispatcher.submit(action));
    }
    [[nodiscard]] bool waitDrawn() const
    {
        return QTest::qWaitFor([this] { return viewport->isDrawn(); }, 5000);
    }
    [[nodiscard]] const render2d::ShownFusion &fusion() const { return *viewport->shownInput().fusion; }
    [[nodiscard]] bool isFused() const { return viewport->shownInput().fusion.has_value(); }
    [[nodiscard]] QColor middlePixel() const
    {
        const QImage image = viewport->imageOnly();
        return image.pixelColor(image.width() / 4, image.height() / 2);
    }
    [[nodiscard]] QString labels() const { return viewport->overlayText().processing.join(u'\n'); }

    DataSetId ct, pet;
    std::unique_ptr<ViewportWidget> viewport;
};

} // namespace

class TestFusion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theValuesOfThePlaneAreSampled();
    void theUsualWindowIsOfAllSlices();
    void theUsualWindowIsKept();
    void suvIsUsedWhereItIsKnown();
    void suvOfEachKindIsItsOwn();
    void theLayerIsBlendedByItsOpacity();
    void anotherImageHasAnotherPlane();
    void slicesAreAskedForAndLetGo();
    void slicesThatAreMissingAreSaid();
    void itsFidelityIsSaid();
    void howMuchOfItIsThereIsFollowed();
    void regionsAreReadFromItsVoxels();
    void theListOfMarksSaysItToo();
    void theListOfMarksFollowsFurtherWindows();
    void whatCannotLieThereSaysWhy();
    void bothValuesAreReadUnderThePointer();
    void commands();
};

/// The third slice of the CT lies at z = 6 mm, between the slices of the PET at 5 and 10 mm.
void TestFusion::theValuesOfThePlaneAreSampled()
{
    Fixture f;
    QVERIFY(f.waitDrawn());
    QVERIFY(!f.isFused());
    f.fuse(f.wanted());
    QVERIFY(f.waitDrawn());
    QVERIFY(f.fusion().isDrawn());
    QVERIFY(!f.fusion().isPending);
    const auto value = render2d::fusedValue(f.fusion(), 30, 20);
    QVERIFY(value.has_value());
    QVERIFY2(std::abs(*value - 60.0) < 0.01, qPrintable(QString::number(*value)));
    QCOMPARE(f.fusion().unit, u"BQML"_s);
    // The window of the file, 128 / 256, in the linear function: from 0 to 255.
    QCOMPARE(f.fusion().layer.low, 0.0);
    QCOMPARE(f.fusion().layer.high, 255.0);
    QVERIFY2(f.labels().contains(u"PT AC WB"), qPrintable(f.labels()));
    QVERIFY2(f.labels().contains(u"BQML"), qPrintable(f.labels()));
    QVERIFY2(f.labels().contains(u"50 %"), qPrintable(f.labels()));
    QCOMPARE(f.viewport->overlayText().legend.map, session::ColourMap::HotIron);
    QVERIFY(f.dispatcher.submit(session::SetFusion{v1, std::nullopt}));
    QVERIFY(f.waitDrawn());
    QVERIFY(!f.isFused());
    QVERIFY(f.labels().isEmpty());
}

/// Slices that state windows of their own, as PET has that is scaled one by one: values of all slices decide, of those
/// that are there so far, which is said. The slices hold 0, 50, 100 and 150 in modality values; the plane lies between
/// the second and the third.
void TestFusion::theUsualWindowIsOfAllSlices()
{
    Fixture f;
    for (int i = 0; i < 4; ++i)
        f.images.setInstance(f.pet, i, [i](dicom::Instance &image) {
            for (auto &window : image.grey.windows)
                window.width = 100.0 + i;
        });
    const auto last = f.images.key(f.pet, 3);
    f.images.evict(last);
    f.fuse(f.wanted());
    QVERIFY(f.waitDrawn());
    QVERIFY(f.fusion().isDrawn()); // at once, and it says by what
    QCOMPARE(f.fusion().windowSlices, 3);
    QCOMPARE(f.fusion().windowSlicesWanted, 4);
    QCOMPARE(f.fusion().layer.low, 0.0);
    QCOMPARE(f.fusion().layer.high, 100.0);
    QVERIFY2(f.labels().contains(u"window from 3 of 4 slices"), qPrintable(f.labels()));
    f.images.makeReady(last);
    QVERIFY(QTest::qWaitFor([&f] { return f.fusion().windowSlices == 4; }, 2000));
    QCOMPARE(f.fusion().layer.high, 150.0);
    QVERIFY2(!f.labels().contains(u"window from"), qPrintable(f.labels()));
    // The same whichever image is looked at, and when the last slice is no longer in memory.
    f.images.evict(last);
    f.showSlice(u"v1"_s, f.ct, 0);
    QVERIFY(f.waitDrawn());
    QCOMPARE(f.fusion().layer.high, 150.0);
    // One that is set asks nothing of the slices.
    session::Fusion set = f.wanted();
    set.window = session::Window{10.0, 20.0, session::VoiFunction::LinearExact};
    f.fuse(set);
    QVERIFY(f.waitDrawn());
    QCOMPARE(f.fusion().layer.high, 20.0);
    QCOMPARE(f.fusion().windowSlicesWanted, 0);
}

/// Switched off and on, hidden and shown, after another series: nothing is computed anew, though slices that the plane
/// does not need have left the memory.
void TestFusion::theUsualWindowIsKept()
{
    Fixture f;
    const auto scaleOneByOne = [&f](const DataSetId &id) {
        for (int i = 0; i < 4; ++i)
            f.images.setInstance(id, i, [i](dicom::Instance &image) {
                for (auto &window : image.grey.windows)
                    window.width = 100.0 + i;
            });
    };
    const DataSetId other = f.addPet();
    scaleOneByOne(f.pet);
    scaleOneByOne(other);
    f.fuse(f.wanted());
    QVERIFY(f.waitDrawn());
    QCOMPARE(f.fusion().windowSlices, 4);
    f.images.evict(f.images.key(f.pet, 0));
    f.images.evict(f.images.key(f.pet, 3));
    const auto isKept = [&f] {
        return f.waitDrawn() && f.isFused() && f.fusion().windowSlices == 4 && f.fusion().layer.high == 150.0;
    };
    QVERIFY(f.dispatcher.submit(session::SetFusion{v1, std::nullopt}));
    f.fuse(f.wanted());
    QVERIFY(isKept());
    f.viewport->hide();
    f.viewport->show();
    QVERIFY(isKept());
    session::Fusion second = f.wanted();
    second.dataSet = other;
    f.fuse(second);
    QVERIFY(isKept());
    f.fuse(f.wanted());
    QVERIFY(isKept());
    // Of a series that is described anew nothing is known.
    scaleOneByOne(f.pet);
    QVERIFY(QTest::qWaitFor([&f] { return f.fusion().windowSlices == 2; }, 2000));
}

void TestFusion::suvIsUsedWhereItIsKnown()
{
    Fixture f;
    session::Fusion inSuv = f.wanted();
    inSuv.scale = session::FusionScale::SuvBodyWeight;
    f.fuse(inSuv);
    QVERIFY(!f.fusion().suvRefusal.isEmpty());
    QVERIFY(!f.fusion().isDrawn());
    QVERIFY2(f.labels().contains(f.fusion().suvRefusal), qPrintable(f.labels()));
    f.giveSuv(0.05);
    QVERIFY(f.waitDrawn());
    QVERIFY(f.fusion().isDrawn());
    QVERIFY(std::abs(*render2d::fusedValue(f.fusion(), 30, 20) - 3.0) < 0.001);
    QCOMPARE(f.fusion().unit, u"SUVbw"_s);
    QCOMPARE(f.fusion().layer.low, 0.0);
    QCOMPARE(f.fusion().layer.high, 10.0);
    QVERIFY2(f.labels().contains(u"SUVbw"), qPrintable(f.labels()));
}

/// The plane lies at 60 in modality values; a man of 70 kg: by lean mass less than by weight, by surface a quarter.
void TestFusion::suvOfEachKindIsItsOwn()
{
    Fixture f;
    const auto give = [&f](dicom::SuvFactor surface) {
        for (int i = 0; i < 4; ++i)
            f.images.setInstance(f.pet, i, [&](dicom::Instance &image) {
                auto factors = std::make_shared<dicom::SuvFactors>();
                factors->byKind = {dicom::SuvFactor{0.05, dicom::SuvRefusal::None},
                                   dicom::SuvFactor{0.04, dicom::SuvRefusal::None},
                                   dicom::SuvFactor{0.035, dicom::SuvRefusal::None}, surface};
                image.suv = factors;
            });
    };
    give({0.0, dicom::SuvRefusal::NoHeight});
    session::Fusion fusion = f.wanted();
    const auto isDrawnAs = [&](session::FusionScale scale, const QString &unit, double value, double high) {
        fusion.scale = scale;
        f.fuse(fusion);
        if (!f.waitDrawn() || !f.fusion().isDrawn())
            return false;
        const auto read = render2d::fusedValue(f.fusion(), 30, 20);
        return read && std::abs(*read - value) < 0.001 && f.fusion().unit == unit && f.fusion().layer.low == 0.0 &&
               f.fusion().layer.high == high && f.labels().contains(unit);
    };
    QVERIFY(isDrawnAs(session::FusionScale::SuvBodyWeight, u"SUVbw"_s, 3.0, 10.0));
    QVERIFY(isDrawnAs(session::FusionScale::SuvLeanJames, u"SUVlbm (James)"_s, 2.4, 10.0));
    QVERIFY(isDrawnAs(session::FusionScale::SuvLeanJanmahasatian, u"SUVlbm (Janmahasatian)"_s, 2.1, 10.0));
    // What one kind lacks keeps that one alone away, and is said.
    fusion.scale = session::FusionScale::SuvBodySurface;
    f.fuse(fusion);
    QVERIFY(!f.fusion().isDrawn());
    QCOMPARE(f.fusion().suvRefusal, dicom::suvRefusalText(dicom::SuvRefusal::NoHeight));
    QVERIFY2(f.labels().contains(f.fusion().suvRefusal), qPrintable(f.labels()));
    give({0.0125, dicom::SuvRefusal::None});
    QVERIFY(isDrawnAs(session::FusionScale::SuvBodySurface, u"SUVbsa"_s, 0.75, 2.5));
    // A window of the one kind means nothing in the next.
    fusion.window = session::Window{1.0, 2.0, session::VoiFunction::LinearExact};
    fusion.threshold = 0.5;
    f.fuse(fusion);
    const auto now = [&f] { return *f.dispatcher.state().view(v1).fusion; };
    f.run(u"fusion-suv-next"_s);
    QCOMPARE(now().scale, session::FusionScale::SuvBodyWeight);
    QVERIFY(!now().window && !now().threshold);
    f.run(u"fusion-suv-next"_s);
    QCOMPARE(now().scale, session::FusionScale::SuvLeanJames);
    f.run(u"fusion-suv-bsa"_s);
    QCOMPARE(now().scale, session::FusionScale::SuvBodySurface);
    // A series that is no PET has none of them.
    for (int i = 0; i < 4; ++i)
        f.images.setInstance(f.pet, i, [](dicom::Instance &image) { image.suv.reset(); });
    f.run(u"fusion-suv-next"_s);
    QCOMPARE(now().scale, session::FusionScale::SuvBodySurface);
}

/// Against the arithmetic of a blend; the grey of the CT there is that of its series.
void TestFusion::theLayerIsBlendedByItsOpacity()
{
    Fixture f;
    QVERIFY(f.waitDrawn());
    const int grey = f.middlePixel().red();
    QCOMPARE(grey, f.images.seriesGrey(f.ct));
    session::Fusion fusion = f.wanted();
    fusion.colourMap = session::ColourMap::Grey;
    fusion.window = session::Window{60.0, 120.0, session::VoiFunction::LinearExact}; // 60 is level 127.5
    for (const double opacity : {0.0, 0.25, 0.5, 1.0}) {
        fusion.opacity = opacity;
        f.fuse(fusion);
        QVERIFY(f.waitDrawn());
        const double expected = grey * (1.0 - opacity) + 127.5 * opacity;
        QVERIFY2(std::abs(f.middlePixel().red() - expected) <= 1.0, qPrintable(QString::number(opacity)));
    }
    fusion.threshold = 61.0; // all of the plane is less
    f.fuse(fusion);
    QVERIFY(f.waitDrawn());
    QCOMPARE(f.middlePixel().red(), grey);
    fusion.threshold = 59.0;
    f.fuse(fusion);
    QVERIFY(f.waitDrawn());
    QVERIFY(std::abs(f.middlePixel().red() - 127.5) <= 1.0);
}

/// A plane of one image is never drawn over another.
void TestFusion::anotherImageHasAnotherPlane()
{
    Fixture f;
    f.fuse(f.wanted());
    QVERIFY(f.waitDrawn());
    for (const int slice : {0, 4, 1, 3}) {
        f.showSlice(u"v1"_s, f.ct, slice);
        if (f.fusion().layer.values) // at once: only that of this very plane
            QVERIFY(std::abs(*render2d::fusedValue(f.fusion(), 30, 20) - 30.0 * slice) < 0.01);
        QVERIFY(f.waitDrawn());
        QVERIFY(std::abs(*render2d::fusedValue(f.fusion(), 30, 20) - 30.0 * slice) < 0.01);
    }
}

void TestFusion::slicesAreAskedForAndLetGo()
{
    Fixture f;
    const auto wantsPet = [&f] {
        return std::any_of(f.images.wants.begin(), f.images.wants.end(),
                           [&f](const auto &want) { return want.second.dataSet == f.pet; });
    };
    QVERIFY(!wantsPet());
    f.fuse(f.wanted());
    QVERIFY(wantsPet());
    f.viewport->hide();
    QVERIFY(!wantsPet());
    f.viewport->show();
    QVERIFY(QTest::qWaitFor(wantsPet, 2000));
    QVERIFY(f.dispatcher.submit(session::SetFusion{v1, std::nullopt}));
    QVERIFY(!wantsPet());
}

void TestFusion::slicesThatAreMissingAreSaid()
{
    Fixture f;
    const auto second = f.images.key(f.pet, 1), third = f.images.key(f.pet, 2);
    f.images.evict(second);
    f.images.evict(third);
    f.fuse(f.wanted());
    QVERIFY(f.fusion().isPending);
    QVERIFY(!f.viewport->isDrawn());
    f.images.makeReady(second);
    f.images.failFrame(third, ErrorCode::NotFound);
    QVERIFY(f.waitDrawn());
    QCOMPARE(f.fusion().missing, 1);
    QVERIFY(!render2d::fusedValue(f.fusion(), 30, 20)); // nothing is made up from the other slice
    QVERIFY2(f.labels().contains(u"missing"), qPrintable(f.labels()));
}

/// Of the slices that this plane is made of, the second and the third; another one's loss is not of it.
void TestFusion::itsFidelityIsSaid()
{
    Fixture f;
    pixels::StudyImages::Progress whole;
    whole.decoded = 4;
    whole.ended = true;
    f.images.setProgress(f.pet, whole);
    const auto causes = [&f] {
        QStringList ids;
        for (const auto &band : f.viewport->bandCauses())
            if (band.id.startsWith(u"Fusion"))
                ids << band.id;
        return ids;
    };
    f.fuse(f.wanted());
    QVERIFY(f.waitDrawn());
    QCOMPARE(causes(), QStringList());
    f.images.setInstance(f.pet, 3, [](dicom::Instance &image) { image.pixels.lossy = true; });
    QVERIFY(f.waitDrawn());
    QCOMPARE(causes(), QStringList());
    f.images.setInstance(f.pet, 2, [](dicom::Instance &image) {
        image.pixels.lossy = true;
        image.pixels.lossyRatio = 8.0;
    });
    QVERIFY(f.waitDrawn());
    QCOMPARE(causes(), QStringList{u"FusionLossy"_s});
    QCOMPARE(f.fusion().lossyRatio, std::optional(8.0));
    // The higher ratio; none where one of them is not known.
    f.images.setInstance(f.pet, 1, [](dicom::Instance &image) {
        image.pixels.lossy = true;
        image.pixels.lossyRatio = 12.0;
    });
    QCOMPARE(f.fusion().lossyRatio, std::optional(12.0));
    f.images.setInstance(f.pet, 1, [](dicom::Instance &image) { image.pixels.lossyRatio.reset(); });
    QCOMPARE(f.fusion().lossyRatio, std::optional<double>());
    const auto third = f.images.key(f.pet, 2);
    f.showSlice(u"v1"_s, f.ct, 0);
    f.images.evict(third);
    f.showSlice(u"v1"_s, f.ct, 2);
    QVERIFY(f.fusion().isPending);
    f.images.failFrame(third, ErrorCode::NotFound);
    QVERIFY(QTest::qWaitFor([&] { return f.fusion().lost == 1; }, 2000));
    QCOMPARE(causes(), (QStringList{u"FusionIncomplete"_s, u"FusionLossy"_s}));
    // A plane beside it has all of its slices: z = 0.
    f.showSlice(u"v1"_s, f.ct, 0);
    QVERIFY(f.waitDrawn());
    QCOMPARE(causes(), QStringList());
}

void TestFusion::howMuchOfItIsThereIsFollowed()
{
    Fixture f;
    const auto headline = [&f] {
        for (const auto &band : f.viewport->bandCauses())
            if (band.id.startsWith(u"Fusion"))
                return band.headline;
        return QString();
    };
    f.fuse(f.wanted());
    QVERIFY(f.waitDrawn());
    pixels::StudyImages::Progress progress;
    progress.decoded = 1;
    f.images.setProgress(f.pet, progress);
    QCOMPARE(headline(), u"Fused PT: partially loaded 25 %"_s);
    progress.decoded = 3;
    f.images.setProgress(f.pet, progress);
    QCOMPARE(headline(), u"Fused PT: partially loaded 75 %"_s);
    progress.ended = true;
    f.images.setProgress(f.pet, progress);
    QCOMPARE(headline(), u"Fused PT: series incomplete: 3 of 4 images"_s);
    progress.decoded = 4;
    f.images.setProgress(f.pet, progress);
    QCOMPARE(headline(), QString());
}

/// The plane z = 6 mm passes through the slice at 5 mm, whose voxels all have 50; what is drawn there is 60.
void TestFusion::regionsAreReadFromItsVoxels()
{
    Fixture f;
    f.giveSuv(0.1);
    QVERIFY(f.waitDrawn());
    session::Annotation circle;
    circle.id = AnnotationId(u"circle"_s);
    circle.kind = session::AnnotationKind::PointRoi;
    circle.author = f.dispatcher.localActor();
    circle.dataSet = f.ct;
    circle.sop = f.images.key(f.ct, 2).sop;
    circle.imageHandles = {{32, 32}, {32, 44}};
    QVERIFY(f.dispatcher.submit(session::AddAnnotation{circle}));
    const auto figure = [&f](render2d::Figure which) {
        const auto marks = f.viewport->marks();
        const auto *const found = marks.empty() ? nullptr : marks.front().figure(which);
        return found ? found->value : std::nan("");
    };
    const double mean = figure(render2d::Figure::Mean);
    QVERIFY(std::isfinite(mean) && std::isnan(figure(render2d::Figure::FusedMean)));
    session::Fusion fusion = f.wanted();
    f.fuse(fusion);
    QVERIFY(f.waitDrawn());
    QCOMPARE(figure(render2d::Figure::FusedMean), 50.0);
    QCOMPARE(figure(render2d::Figure::FusedMaximum), 50.0);
    QCOMPARE(figure(render2d::Figure::Mean), mean);
    fusion.scale = session::FusionScale::SuvBodyWeight;
    f.fuse(fusion);
    QVERIFY(f.waitDrawn());
    QVERIFY(std::abs(figure(render2d::Figure::FusedMean) - 5.0) < 1e-5);
    QVERIFY2(f.viewport->marks().front().label.contains(u"+ PT AC WB: mean 5"_s),
             qPrintable(f.viewport->marks().front().label));
    QVERIFY(f.dispatcher.submit(session::SetFusion{v1, std::nullopt}));
    QVERIFY(f.waitDrawn());
    QVERIFY(std::isnan(figure(render2d::Figure::FusedMean)));
}

/// What stands at the mark in the view: the figures of the series over its image too, and the half-moon where they are
/// of a part of the region alone.
void TestFusion::theListOfMarksSaysItToo()
{
    Fixture f;
    LayoutGrid grid(f.dispatcher, f.images, f.bindings);
    grid.resize(500, 420);
    grid.show();
    MarkPanel panel(f.dispatcher, f.images);
    panel.resize(312, 300);
    panel.show();
    panel.watch(grid);
    const auto add = [&f](const QString &id, std::vector<ImagePoint> handles) {
        session::Annotation circle;
        circle.id = AnnotationId(id);
        circle.kind = session::AnnotationKind::PointRoi;
        circle.author = f.dispatcher.localActor();
        circle.dataSet = f.ct;
        circle.sop = f.images.key(f.ct, 2).sop;
        circle.imageHandles = std::move(handles);
        QVERIFY(f.dispatcher.submit(session::AddAnnotation{circle}));
    };
    add(u"inside"_s, {{32, 32}, {32, 44}});
    add(u"over the edge"_s, {{2, 32}, {2, 44}});
    const auto row = [&panel](const QString &id, int role) {
        return panel.model().indexOf(AnnotationId(id)).data(role);
    };
    const auto value = [&row](const QString &id) { return row(id, MarkModel::ValueRole).toString(); };
    const auto isSigned = [&row](const QString &id) { return row(id, MarkModel::ProvisionalRole).toBool(); };
    QVERIFY2(value(u"inside"_s).contains(u"mean"_s) && !value(u"inside"_s).contains(u"PT AC WB"_s),
             qPrintable(value(u"inside"_s)));
    QVERIFY(!isSigned(u"inside"_s) && !isSigned(u"over the edge"_s));
    f.fuse(f.wanted());
    QTRY_VERIFY2(value(u"inside"_s).contains(u"+ PT AC WB: mean 50"_s), qPrintable(value(u"inside"_s)));
    QTRY_VERIFY2(value(u"over the edge"_s).contains(u"+ PT AC WB: ≈ mean"_s), qPrintable(value(u"over the edge"_s)));
    QVERIFY(!isSigned(u"inside"_s) && isSigned(u"over the edge"_s));
    QVERIFY(f.dispatcher.submit(session::SetFusion{v1, std::nullopt}));
    QTRY_VERIFY(!value(u"inside"_s).contains(u"PT AC WB"_s));
    QVERIFY(!isSigned(u"over the edge"_s));
}

/// The views that lie in another window when the list is opened.
void TestFusion::theListOfMarksFollowsFurtherWindows()
{
    Fixture f;
    QWidget page, right;
    LayoutGrid grid(f.dispatcher, f.images, f.bindings, &page);
    page.resize(500, 420);
    grid.resize(500, 420);
    right.resize(500, 420);
    right.show();
    page.show();
    grid.setWindows({&right}, {});
    QVERIFY(f.dispatcher.submit(session::SetLayout{1, 2, v1}));
    QVERIFY(grid.viewport(v1) && grid.viewport(v1)->window() == &right);
    MarkPanel panel(f.dispatcher, f.images);
    panel.resize(312, 300);
    panel.show();
    panel.watch(grid);
    session::Annotation circle;
    circle.id = AnnotationId(u"inside"_s);
    circle.kind = session::AnnotationKind::PointRoi;
    circle.author = f.dispatcher.localActor();
    circle.dataSet = f.ct;
    circle.sop = f.images.key(f.ct, 2).sop;
    circle.imageHandles = {{32, 32}, {32, 44}};
    QVERIFY(f.dispatcher.submit(session::AddAnnotation{circle}));
    const auto value = [&panel, &circle] {
        return panel.model().indexOf(circle.id).data(MarkModel::ValueRole).toString();
    };
    f.fuse(f.wanted());
    QTRY_VERIFY2(value().contains(u"+ PT AC WB: mean 50"_s), qPrintable(value()));
}

void TestFusion::whatCannotLieThereSaysWhy()
{
    Fixture f;
    QVERIFY(f.waitDrawn());
    const QColor plain = f.middlePixel();
    f.fuse(f.wanted());
    QVERIFY(f.waitDrawn());
    QVERIFY(f.middlePixel() != plain);
    f.images.setInstance(
        f.pet, 2, [](dicom::Instance &image) { image.geometry.frameOfReference = FrameOfReferenceUid(u"1.2.3.10"_s); });
    QCOMPARE(f.fusion().refusal, FusionRefusal::OtherFrame);
    QVERIFY(f.waitDrawn());
    QCOMPARE(f.middlePixel(), plain);
    QVERIFY2(f.labels().contains(render2d::refusalText(FusionRefusal::OtherFrame)), qPrintable(f.labels()));
    const auto choices = tools::fusionChoices(f.dispatcher.state(), v1, f.images);
    QCOMPARE(choices.size(), std::size_t(1));
    QCOMPARE(choices.front().refusal, FusionRefusal::OtherFrame);
    // A series that is not there, or belongs to another study than the state says.
    session::Fusion other = f.wanted();
    other.study = StudyUid(u"1.3"_s);
    f.fuse(other);
    QCOMPARE(f.fusion().refusal, FusionRefusal::NotThere);
}

void TestFusion::bothValuesAreReadUnderThePointer()
{
    Fixture f;
    f.fuse(f.wanted());
    QVERIFY(f.waitDrawn());
    const auto transform = f.viewport->transform();
    QVERIFY(transform.has_value());
    const ScreenPoint at = transform->toScreen({20.0, 30.0});
    const QPointF place = QPointF(at.x, at.y) + f.viewport->imageArea().topLeft();
    QMouseEvent move(QEvent::MouseMove, place, f.viewport->mapToGlobal(place), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(f.viewport.get(), &move);
    const QString readout = f.viewport->readout();
    QVERIFY2(readout.contains(QString::number(f.images.seriesGrey(f.ct)) + u" HU"_s), qPrintable(readout));
    QVERIFY2(readout.contains(u"PT 60"), qPrintable(readout));
    QVERIFY2(readout.contains(u"BQML"), qPrintable(readout));
}

void TestFusion::commands()
{
    Fixture f;
    const auto now = [&f] { return f.dispatcher.state().view(v1).fusion; };
    f.giveSuv(0.05);
    f.run(u"fuse"_s);
    QVERIFY(now().has_value());
    QCOMPARE(now()->dataSet, f.pet);
    QCOMPARE(now()->scale, session::FusionScale::SuvBodyWeight);
    for (int i = 0; i < 9; ++i)
        f.run(u"fusion-stronger"_s);
    QCOMPARE(now()->opacity, 1.0);
    f.run(u"fusion-weaker"_s);
    QCOMPARE(now()->opacity, 0.9);
    f.run(u"fusion-window-narrower"_s, 0.0, 10.0);
    QCOMPARE(now()->window, std::optional(session::Window{4.0, 8.0, session::VoiFunction::LinearExact}));
    for (const double threshold : {1.0, 2.5, 4.0}) {
        f.run(u"fusion-threshold-next"_s, 0.0, 10.0);
        QVERIFY(now()->threshold && std::abs(*now()->threshold - threshold) < 1e-9);
    }
    f.run(u"fusion-threshold-next"_s, 0.0, 10.0);
    QVERIFY(!now()->threshold);
    f.run(u"fusion-colours-next"_s);
    QCOMPARE(now()->colourMap, session::ColourMap::Pet);
    f.run(u"fuse"_s);
    QVERIFY(!now());
    f.run(u"fusion-stronger"_s); // nothing to do
    QVERIFY(!now());
}

CONSILIUM_TEST(TestFusion)
#include "TestFusion.moc"
