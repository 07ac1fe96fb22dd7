#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/segments/StudySegments.h"
#include "viewer/tools/SegmentCommands.h"
#include "viewer/widgets/RepairLogPanel.h"
#include "viewer/widgets/SegmentList.h"
#include "viewer/widgets/SegmentPanel.h"
#include "viewer/widgets/SeriesModel.h"
#include "viewer/widgets/SeriesStrip.h"
#include "viewer/widgets/ViewportWidget.h"

#include <QDropEvent>
#include <QElapsedTimer>
#include <QListView>
#include <QMimeData>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

#include <tuple>

using namespace consilium;
using namespace consilium::widgets;
using namespace Qt::StringLiterals;
using test::Bench;

namespace
{

class FakeSegments : public segments::StudySegments
{
public:
    std::vector<segments::SegmentationPtr> all;

    [[nodiscard]] std::vector<segments::SegmentationPtr> of(const StudyUid &study) const override
    {
        std::vector<segments::SegmentationPtr> some;
        std::copy_if(all.begin(), all.end(), std::back_inserter(some),
                     [&](const auto &o) { return o->study == study; });
        return some;
    }
    [[nodiscard]] segments::SegmentationPtr find(const SopInstanceUid &object) const override
    {
        const auto it = std::find_if(all.begin(), all.end(), [&](const auto &o) { return o->sop == object; });
        return it == all.end() ? nullptr : *it;
    }
    std::vector<Missing> lost;
    [[nodiscard]] std::vector<Missing> missing(const StudyUid &) const override { return lost; }
};

/// Two squares of 40 mm in the planes z = 6 and z = 9 of the images of FakeImages, the second of the two regions larger
/// in the upper one.
segments::SegmentationPtr structures(const QString &study)
{
    auto object = std::make_shared<segments::Segmentation>();
    object->kind = segments::Segmentation::Kind::Structures;
    object->study = StudyUid(study);
    object->sop = SopInstanceUid(study + u".99"_s);
    object->patient.id = u"TEST-0001"_s;
    object->header.modality = u"RTSTRUCT"_s;
    object->header.description = u"Outlines"_s;
    for (int number = 1; number <= 2; ++number) {
        segments::Segment region;
        region.number = number;
        region.label = u"Region %1"_s.arg(number);
        region.frameOfReference = FrameOfReferenceUid(u"1.2.3.9"_s);
        object->segments.push_back(region);
        for (const double z : {6.0, 9.0}) {
            const double r = number == 2 && z > 8.0 ? 30.0 : 20.0;
            object->contours.push_back(
                {number, segments::Contour::Kind::Closed, {{-r, -r, z}, {r, -r, z}, {r, r, z}, {-r, r, z}}, {}});
        }
    }
    return object;
}

} // namespace

class TestSegments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCardGoesOverTheActiveView();
    void droppedOnAViewItGoesOverThatOne();
    void neverOverAnotherPatient();
    void aStudyOfOutlinesAloneHasCards();
    void thePanelShowsHidesAndJumps();
    void whatCouldNotBeReadIsSaid();
    void whatAFractionIsIsSaid();
    void opacityIsOneStepADrag();
    void aLargeObjectDoesNotFreezeTheWindow();
};

void TestSegments::aCardGoesOverTheActiveView()
{
    Bench bench;
    FakeSegments known;
    known.all = {structures(u"1.2"_s)};
    bench.images.outlines = &known;
    const auto ct = bench.images.addSeries(u"1.2"_s, {});
    bench.show(u"v1"_s, u"1.2"_s, ct);
    SeriesStrip strip(bench.dispatcher, bench.images);
    strip.resize(SeriesStrip::widthPx, 700);
    strip.show();
    auto *list = strip.findChild<QListView *>();
    QCOMPARE(list->model()->rowCount(), 2);
    const auto &model = *static_cast<const SeriesModel *>(list->model());
    QCOMPARE(model.card(1).object, known.all[0]->sop);
    QCOMPARE(model.card(1).modality, u"RTSTRUCT"_s);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
    const auto &state = bench.dispatcher.state();
    QVERIFY(state.segmentation(ViewId(u"v1"_s), known.all[0]->sop).shown);
    QCOMPARE(state.view(ViewId(u"v1"_s)).dataSet, ct);
    // The first image had nothing of it: the view went to one that has.
    const auto *image = std::get_if<session::ImageRef>(&state.view(ViewId(u"v1"_s)).plane);
    QVERIFY(image);
    QCOMPARE(image->sop, bench.images.key(ct, 2).sop);
    QVERIFY(model.card(1).isActive);
    QVERIFY(!strip.step(1)); // outlines are no series
    // One step takes all of it back.
    QVERIFY(bench.dispatcher.undo(bench.dispatcher.localActor()));
    QVERIFY(!bench.dispatcher.state().segmentation(ViewId(u"v1"_s), known.all[0]->sop).shown);
}

void TestSegments::droppedOnAViewItGoesOverThatOne()
{
    Bench bench;
    FakeSegments known;
    known.all = {structures(u"1.2"_s)};
    bench.images.outlines = &known;
    const auto ct = bench.images.addSeries(u"1.2"_s, {});
    bench.show(u"v1"_s, u"1.2"_s, ct);
    QVERIFY(bench.dispatcher.submit(session::SetLayout{1, 2, ViewId(u"v1"_s)}));
    bench.show(u"v2"_s, u"1.2"_s, ct);
    bench.showSlice(u"v2"_s, ct, 3);
    ViewportWidget view(ViewId(u"v2"_s), bench.dispatcher, bench.images, bench.bindings);
    view.resize(400, 400);
    view.show();
    QMimeData mime;
    mime.setData(ViewportWidget::dataSetMimeType(), u"1.2\n1.2.99\n1.2.99"_s.toUtf8());
    QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &drop);
    const auto &state = bench.dispatcher.state();
    QVERIFY(state.segmentation(ViewId(u"v2"_s), known.all[0]->sop).shown);
    QVERIFY(!state.segmentation(ViewId(u"v1"_s), known.all[0]->sop).shown);
    QCOMPARE(state.layout().active, ViewId(u"v2"_s));
    // It lay on the image already: that stays.
    QCOMPARE(std::get<session::ImageRef>(state.view(ViewId(u"v2"_s)).plane).sop, bench.images.key(ct, 3).sop);
    QCOMPARE(view.segments().size(), 2u);
    bench.showSlice(u"v2"_s, ct, 0);
    QVERIFY(view.segments().empty());
}

/// Nothing is shown that could be followed: what is there has its card all the same, and says why nothing opens.
void TestSegments::aStudyOfOutlinesAloneHasCards()
{
    using Loading = SeriesCard::Loading;
    Bench bench;
    FakeSegments known;
    known.all = {structures(u"1.2"_s)};
    dicom::SeriesHeader broken, coming;
    broken.uid = SeriesUid(u"1.2.8"_s);
    broken.number = 8;
    broken.modality = coming.modality = u"RTSTRUCT"_s;
    broken.description = u"Plan B"_s;
    coming.uid = SeriesUid(u"1.2.9"_s);
    known.lost = {{broken, Error{ErrorCode::DicomTruncated, {}, 0, -1}},
                  {coming, Error{ErrorCode::Cancelled, {}, 0, -1}}};
    bench.images.outlines = &known;
    SeriesStrip strip(bench.dispatcher, bench.images);
    strip.resize(SeriesStrip::widthPx, 700);
    strip.show();
    auto *list = strip.findChild<QListView *>();
    const auto &model = *static_cast<const SeriesModel *>(list->model());
    QVERIFY(strip.study().isEmpty());
    strip.setAwaited(StudyUid(u"1.2"_s));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.card(0).object, known.all[0]->sop);
    QCOMPARE(model.card(0).count, u"2 outline(s)"_s);
    QCOMPARE(model.card(1).title, u"Plan B"_s);
    QCOMPARE(model.card(1).number, u"8"_s);
    QCOMPARE(model.card(1).loading, Loading::Failed);
    QCOMPARE(model.card(1).problem, userMessage(known.lost[0].error));
    QCOMPARE(model.card(2).title, u"Structure set"_s);
    QCOMPARE(model.card(2).loading, Loading::Queued);

    QSignalSpy noticed(&strip, &SeriesStrip::noticed);
    const auto before = bench.dispatcher.state().hash();
    for (int row = 0; row < 3; ++row)
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(row, 0)).center());
    QCOMPARE(noticed.count(), 3);
    QVERIFY(noticed[0][0].toString().startsWith(u"No image of this study lies"_s));
    QVERIFY(noticed[1][0].toString().contains(userMessage(known.lost[0].error)));
    QVERIFY(noticed[2][0].toString().contains(u"on their way"_s));
    QVERIFY(!strip.step(1) && !strip.step(-1));
    for (int row = 0; row < 3; ++row)
        strip.showInActiveView(model.card(row).id);
    QCOMPARE(noticed.count(), 6);
    QCOMPARE(bench.dispatcher.state().hash(), before);
    QVERIFY(!(model.flags(model.index(1)) & Qt::ItemIsDragEnabled));

    // The images come, and are shown: it is their study that is followed now.
    const auto ct = bench.images.addSeries(u"1.2"_s, {});
    bench.show(u"v1"_s, u"1.2"_s, ct);
    strip.setAwaited({});
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.card(0).id, ct);
    known.lost.clear();
    Q_EMIT known.changed(StudyUid(u"1.2"_s));
    QCOMPARE(model.rowCount(), 2);
}

void TestSegments::neverOverAnotherPatient()
{
    Bench bench;
    FakeSegments known;
    known.all = {structures(u"1.2"_s)};
    bench.images.outlines = &known;
    bench.images.addSeries(u"1.2"_s, {});
    test::FakeImages::SeriesSpec other;
    other.patientId = u"TEST-0002"_s; // at the same places, in the same frame of reference
    const auto foreign = bench.images.addSeries(u"1.3"_s, other);
    bench.show(u"v1"_s, u"1.3"_s, foreign);
    bench.showSlice(u"v1"_s, foreign, 2);
    ViewportWidget view(ViewId(u"v1"_s), bench.dispatcher, bench.images, bench.bindings);
    QVERIFY(bench.dispatcher.submit(session::ShowSegmentation{ViewId(u"v1"_s), known.all[0]->sop, true}));
    QVERIFY(view.segments().empty());
}

void TestSegments::thePanelShowsHidesAndJumps()
{
    Bench bench;
    FakeSegments known;
    known.all = {structures(u"1.2"_s)};
    bench.images.outlines = &known;
    const auto ct = bench.images.addSeries(u"1.2"_s, {});
    SegmentPanel panel(bench.dispatcher, bench.images);
    QVERIFY(panel.isHidden()); // nothing is shown yet
    bench.show(u"v1"_s, u"1.2"_s, ct);
    panel.resize(300, 200);
    panel.show();
    auto *list = panel.findChild<SegmentList *>();
    QCOMPARE(list->rows().size(), 3u);
    QCOMPARE(list->rows()[0].tag, u"RT"_s);
    QVERIFY(list->rows()[2].isUsable && !list->rows()[2].isShown);
    // A click on the second region: over the images, at its largest plane.
    QTest::mouseClick(list, Qt::LeftButton, {}, QPoint(60, list->rowRect(2).center().y()));
    const ViewId v1(u"v1"_s);
    const SopInstanceUid sop = known.all[0]->sop;
    QVERIFY(bench.dispatcher.state().segmentation(v1, sop).shown);
    QCOMPARE(std::get<session::ImageRef>(bench.dispatcher.state().view(v1).plane).sop, bench.images.key(ct, 3).sop);
    QTest::mouseClick(list, Qt::LeftButton, {}, list->eyeRect(1).center());
    QVERIFY(!bench.dispatcher.state().segmentation(v1, sop).of(1).visible);
    QVERIFY(!list->rows()[1].isShown && list->rows()[2].isShown);
    QTest::mouseClick(list, Qt::LeftButton, {}, list->eyeRect(0).center());
    QVERIFY(!bench.dispatcher.state().segmentation(v1, sop).shown);
    QVERIFY(!list->rows()[2].isShown);
    // The same by the keyboard: the last row, its eye, its plane.
    QTest::keyClick(list, Qt::Key_End);
    QCOMPARE(list->current(), 2);
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(bench.dispatcher.state().segmentation(v1, sop).shown);
    QTest::keyClick(list, Qt::Key_Space);
    QVERIFY(!bench.dispatcher.state().segmentation(v1, sop).of(2).visible);
}

/// Over the images while the region is shown, on just the image that lacks it, in the panel, on the card and in the
/// log.
/// A shade may be a share of the pixel or a probability: the row says which, and where the outline runs.
void TestSegments::whatAFractionIsIsSaid()
{
    using Fraction = segments::Segmentation::Fraction;
    Bench bench;
    FakeSegments known;
    bench.images.outlines = &known;
    bench.show(u"v1"_s, u"1.2"_s, bench.images.addSeries(u"1.2"_s, {}));
    const std::tuple<int, Fraction, QString> all[] = {{0, Fraction::Unknown, {}},
                                                      {255, Fraction::Occupancy, u"share of the pixel"_s},
                                                      {100, Fraction::Probability, u"probability"_s},
                                                      {100, Fraction::Unknown, u"fraction of unknown meaning"_s}};
    for (const auto &[maximum, fraction, said] : all) {
        auto object = std::make_shared<segments::Segmentation>(*structures(u"1.2"_s));
        object->kind = segments::Segmentation::Kind::Masks;
        object->maximumFraction = maximum;
        object->fraction = fraction;
        known.all = {object};
        SegmentPanel panel(bench.dispatcher, bench.images);
        const SegmentRow head = panel.findChild<SegmentList *>()->rows().front();
        QCOMPARE(head.text, said.isEmpty() ? u"Outlines"_s : u"Outlines · "_s + said);
        QCOMPARE(head.tip.contains(u"begin at one half"_s), !said.isEmpty());
        QVERIFY(head.tip.contains(said));
    }
}

void TestSegments::whatCouldNotBeReadIsSaid()
{
    Bench bench;
    FakeSegments known;
    auto broken = std::make_shared<segments::Segmentation>(*structures(u"1.2"_s));
    broken->unreadable = broken->segments[1].lost = 1;
    broken->flaws.push_back({segments::Flaw::Kind::Points, 2, u"contour 3"_s, {}, {{0, 0, 12.0}, {5, 0, 12.0}}});
    known.all = {broken};
    bench.images.outlines = &known;
    const auto ct = bench.images.addSeries(u"1.2"_s, {});
    bench.show(u"v1"_s, u"1.2"_s, ct);
    const ViewId v1(u"v1"_s);
    ViewportWidget view(v1, bench.dispatcher, bench.images, bench.bindings);
    view.resize(500, 400);
    const auto said = [&](int slice) {
        bench.showSlice(u"v1"_s, ct, slice);
        QStringList lines;
        for (const auto &band : view.bands())
            lines << band.id + u' ' + band.headline;
        return lines.join(u'\n');
    };
    QCOMPARE(said(2), QString()); // nothing is shown yet
    QVERIFY(bench.dispatcher.submit(session::ShowSegmentation{v1, broken->sop, true}));
    QCOMPARE(said(2), u"OutlinesIncomplete Outlines incomplete: Region 2"_s);
    QCOMPARE(said(4), u"OutlinesIncomplete Outlines incomplete on this image: Region 2"_s);
    QVERIFY(view.segments().empty()); // an image without any outline, and not silent about it
    QVERIFY(bench.dispatcher.submit(session::SetSegmentDisplay{v1, broken->sop, 2, false, 0.5}));
    QCOMPARE(said(4), QString());

    SegmentPanel panel(bench.dispatcher, bench.images);
    const auto &rows = panel.findChild<SegmentList *>()->rows();
    QVERIFY(rows[0].isFlawed && !rows[1].isFlawed && rows[2].isFlawed);
    QVERIFY2(rows[2].tip.contains(u"points is not valid (slices: 5)"_s), qPrintable(rows[2].tip));
    SeriesStrip strip(bench.dispatcher, bench.images);
    const auto &model = *static_cast<const SeriesModel *>(strip.findChild<QListView *>()->model());
    QCOMPARE(model.card(1).grade, render2d::Grade::Caution);
    RepairLogPanel log(bench.dispatcher, bench.images);
    for (const auto scope : {RepairLogPanel::Scope::Series, RepairLogPanel::Scope::Study}) {
        log.setScope(scope);
        QCOMPARE(log.repairs().size(), std::size_t(1));
        QCOMPARE(log.repairs()[0].subject, u"Region 2"_s);
        QCOMPARE(dicom::sliceRanges(log.repairs()[0].images), u"5"_s);
    }
    log.setScope(RepairLogPanel::Scope::Image); // slice 5 is the one that is shown
    QCOMPARE(log.repairs().size(), std::size_t(1));
    bench.showSlice(u"v1"_s, ct, 1);
    log.setScope(RepairLogPanel::Scope::Image);
    QVERIFY(log.repairs().empty());
}

void TestSegments::opacityIsOneStepADrag()
{
    Bench bench;
    FakeSegments known;
    known.all = {structures(u"1.2"_s)};
    bench.images.outlines = &known;
    const auto ct = bench.images.addSeries(u"1.2"_s, {});
    bench.show(u"v1"_s, u"1.2"_s, ct);
    SegmentPanel panel(bench.dispatcher, bench.images);
    panel.resize(300, 200);
    panel.show();
    auto *list = panel.findChild<SegmentList *>();
    auto *slider = panel.findChild<QSlider *>();
    QVERIFY(!slider->isEnabled());
    QTest::keyClick(list, Qt::Key_Home); // the object: all of its segments
    QVERIFY(slider->isEnabled());
    const ViewId v1(u"v1"_s);
    const SopInstanceUid sop = known.all[0]->sop;
    const auto before = bench.dispatcher.state().hash();
    slider->setSliderDown(true);
    for (const int percent : {50, 60, 80})
        slider->setValue(percent);
    slider->setSliderDown(false);
    QCOMPARE(bench.dispatcher.state().segmentation(v1, sop).of(1).opacity, 0.8);
    QCOMPARE(bench.dispatcher.state().segmentation(v1, sop).of(2).opacity, 0.8);
    QVERIFY(bench.dispatcher.undo(bench.dispatcher.localActor()));
    QCOMPARE(bench.dispatcher.state().hash(), before);
    QCOMPARE(slider->value(), 35);
}

/// 200 segments in 200 planes, half a step beside the images of three series: nothing lies on any of them, and that is
/// known at once, not after each mask was held against each image for each segment.
void TestSegments::aLargeObjectDoesNotFreezeTheWindow()
{
    constexpr int many = 200;
    Bench bench;
    test::FakeImages::SeriesSpec spec;
    spec.slices = many;
    spec.ready = false;
    const auto first = bench.images.addSeries(u"1.2"_s, spec);
    bench.images.addSeries(u"1.2"_s, spec);
    bench.images.addSeries(u"1.2"_s, spec);
    bench.show(u"v1"_s, u"1.2"_s, first);
    segments::Segmentation object;
    object.study = StudyUid(u"1.2"_s);
    object.sop = SopInstanceUid(u"1.2.77"_s);
    object.patient.id = u"TEST-0001"_s;
    object.frameOfReference = FrameOfReferenceUid(u"1.2.3.9"_s);
    for (int number = 1; number <= many; ++number) {
        segments::Segment segment;
        segment.number = number;
        object.segments.push_back(segment);
        for (int i = 0; i < many; ++i) {
            segments::MaskPiece piece;
            piece.segment = number;
            piece.frame = int(object.pieces.size());
            piece.geometry = bench.images.dataSet(first)->slices[std::size_t(i)]->geometry;
            piece.geometry.position->z += 1.5;
            piece.rows = piece.columns = 8;
            piece.pixels = 64;
            piece.values.assign(8, 0xff);
            object.pieces.push_back(std::move(piece));
        }
    }
    QElapsedTimer clock;
    clock.start();
    const ViewId view(u"v1"_s);
    QVERIFY(tools::overlayActions(bench.dispatcher.state(), view, object, bench.images).empty());
    QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
    // With one in the plane of the image it is found as quickly, on the image it lies on.
    object.pieces[150 * many + 20].geometry.position->z = 60.0;
    clock.start();
    const auto actions = tools::overlayActions(bench.dispatcher.state(), view, object, bench.images);
    QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(actions.size(), std::size_t(2));
    const auto *move = std::get_if<session::ShowPlane>(&actions[1]);
    QVERIFY(move);
    QVERIFY(move->plane == session::PlaneRef(session::ImageRef{bench.images.key(first, 20).sop, 0}));
}

CONSILIUM_TEST(TestSegments)
#include "TestSegments.moc"
