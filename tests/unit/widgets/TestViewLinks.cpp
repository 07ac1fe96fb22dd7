#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/ViewLinks.h"

#include <QTest>

using namespace consilium;
using namespace consilium::widgets;
using namespace Qt::StringLiterals;
using test::Bench;
using test::FakeImages;

/// Views that go along with each other, and what each of them says of it.
class TestViewLinks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linkedViewsSayHowTheyGoAlong();
    void anOffsetLinkNamesAnotherPatient();
    void whomAPersonConfirmsGoesAlongAtOnce();
    void linkedViewsFollowThePartOfASeriesThatIsShown();
};

void TestViewLinks::linkedViewsSayHowTheyGoAlong()
{
    Bench bench;
    FakeImages::SeriesSpec second;
    second.number = 2;
    const DataSetId a = bench.images.addSeries(u"1.2"_s, {}), b = bench.images.addSeries(u"1.2"_s, second),
                    c = bench.images.addSeries(u"1.2"_s, second);
    for (int i = 0; i < 5; ++i)
        bench.images.setInstance(
            c, i, [](dicom::Instance &image) { image.geometry.frameOfReference = FrameOfReferenceUid(u"7.7"_s); });
    LayoutGrid grid(bench.dispatcher, bench.images, bench.bindings);
    grid.resize(1200, 800);
    grid.show();
    QVERIFY(bench.dispatcher.submit(session::SetLayout{1, 3, {}}));
    bench.show(u"v1"_s, u"1.2"_s, a);
    bench.show(u"v2"_s, u"1.2"_s, b);
    bench.show(u"v3"_s, u"1.2"_s, c);
    QVERIFY(bench.dispatcher.submit(session::SetActiveView{ViewId(u"v1"_s)}));
    const QString told = toggleViewLink(session::LinkKind::Position, bench.dispatcher, bench.images);
    QVERIFY2(told.contains(u"3 (another frame of reference)"_s), qPrintable(told));
    const auto note = [&grid](const QString &view) { return grid.viewport(ViewId(view))->overlayText().link; };
    QCOMPARE(note(u"v1"_s), u"Linked"_s);
    QCOMPARE(note(u"v2"_s), u"Linked"_s);
    QCOMPARE(note(u"v3"_s), u"Not linked: another frame of reference"_s);
    grid.viewport(ViewId(u"v1"_s))->runCommand(u"last-slice"_s);
    QCOMPARE(grid.viewport(ViewId(u"v2"_s))->sliceIndex(), 4);
    QCOMPARE(grid.viewport(ViewId(u"v3"_s))->sliceIndex(), 0);
    // What is hidden with the texts must not hide the link: it says what scrolling will do.
    grid.setOverlayVisible(false);
    QCOMPARE(note(u"v2"_s), u"Linked"_s);
    QVERIFY(bench.dispatcher.undo(bench.dispatcher.localActor()));
    QCOMPARE(grid.viewport(ViewId(u"v2"_s))->sliceIndex(), 0);
}

void TestViewLinks::anOffsetLinkNamesAnotherPatient()
{
    Bench bench;
    FakeImages::SeriesSpec other;
    other.patientId = u"TEST-0002"_s;
    const DataSetId a = bench.images.addSeries(u"1.2"_s, {}), b = bench.images.addSeries(u"1.3"_s, other);
    LayoutGrid grid(bench.dispatcher, bench.images, bench.bindings);
    grid.resize(1200, 800);
    grid.show();
    QVERIFY(bench.dispatcher.submit(session::SetLayout{1, 2, {}}));
    bench.show(u"v1"_s, u"1.2"_s, a);
    bench.show(u"v2"_s, u"1.3"_s, b);
    const QString told = toggleViewLink(session::LinkKind::Offset, bench.dispatcher, bench.images);
    QVERIFY(bench.dispatcher.state().layout().link.kind == session::LinkKind::Offset);
    QVERIFY2(told.contains(u"another patient is shown in view 2"_s), qPrintable(told));
    QCOMPARE(grid.viewport(ViewId(u"v2"_s))->overlayText().link,
             u"Offset link · another patient, or not confirmed as the same one"_s);
    QCOMPARE(grid.viewport(ViewId(u"v1"_s))->overlayText().link, u"Offset link"_s);
}

/// Two numbers: another patient, until a person says that it is the same one; and again when that is taken back.
void TestViewLinks::whomAPersonConfirmsGoesAlongAtOnce()
{
    Bench bench;
    FakeImages::SeriesSpec other;
    other.patientId = u"TEST-0002"_s;
    const DataSetId a = bench.images.addSeries(u"1.2"_s, {}), b = bench.images.addSeries(u"1.3"_s, other);
    LayoutGrid grid(bench.dispatcher, bench.images, bench.bindings);
    grid.resize(1200, 800);
    grid.show();
    QVERIFY(bench.dispatcher.submit(session::SetLayout{1, 2, {}}));
    bench.show(u"v1"_s, u"1.2"_s, a);
    bench.show(u"v2"_s, u"1.3"_s, b);
    QVERIFY(bench.dispatcher.submit(session::SetActiveView{ViewId(u"v1"_s)}));
    QVERIFY(bench.dispatcher.submit(session::SetScrollLink{{session::LinkKind::Position, {}}}));
    const auto note = [&grid] { return grid.viewport(ViewId(u"v2"_s))->overlayText().link; };
    const auto say = [&bench](dicom::StudyPairs::Verdict verdict) {
        dicom::StudyPairs pairs;
        pairs.set(bench.images.study(StudyUid(u"1.2"_s)), bench.images.study(StudyUid(u"1.3"_s)), verdict);
        bench.images.setPairs(pairs);
    };
    const QString refused = u"Not linked: another patient, or not confirmed as the same one"_s;
    QCOMPARE(note(), refused);
    say(dicom::StudyPairs::Verdict::ByHand);
    QCOMPARE(note(), u"Linked"_s);
    grid.viewport(ViewId(u"v1"_s))->runCommand(u"last-slice"_s);
    QCOMPARE(grid.viewport(ViewId(u"v2"_s))->sliceIndex(), 4);
    say(dicom::StudyPairs::Verdict::Apart);
    QCOMPARE(note(), refused);
    grid.viewport(ViewId(u"v1"_s))->runCommand(u"first-slice"_s);
    QCOMPARE(grid.viewport(ViewId(u"v1"_s))->sliceIndex(), 0);
    QCOMPARE(grid.viewport(ViewId(u"v2"_s))->sliceIndex(), 4);
}

/// The archive describes a series first as one stack, then finds that it is two: the views that show the second part
/// by an image of it scroll within that part, as leaders and as those that go along.
void TestViewLinks::linkedViewsFollowThePartOfASeriesThatIsShown()
{
    Bench bench;
    const DataSetId a = bench.images.addSeries(u"1.2"_s, {}), first = bench.images.addSeries(u"1.2"_s, {}),
                    second = bench.images.addSeries(u"1.2"_s, {});
    QVERIFY(bench.images.dataSet(first)->header.uid != bench.images.dataSet(second)->header.uid);
    bench.images.setSeriesUid(second, bench.images.dataSet(first)->header.uid);
    LayoutGrid grid(bench.dispatcher, bench.images, bench.bindings);
    grid.resize(1200, 800);
    grid.show();
    QVERIFY(bench.dispatcher.submit(session::SetLayout{1, 2, {}}));
    bench.show(u"v1"_s, u"1.2"_s, a);
    bench.show(u"v2"_s, u"1.2"_s, first);
    bench.showSlice(u"v2"_s, second, 1); // the state names the first part
    const auto shown = [&grid](const QString &view) { return grid.viewport(ViewId(view)); };
    const auto ofSecond = [&bench, second](int slice) {
        return bench.images.dataSet(second)->slices[std::size_t(slice)];
    };
    QCOMPARE(bench.dispatcher.state().view(ViewId(u"v2"_s)).dataSet, first);
    QVERIFY(bench.dispatcher.submit(session::SetActiveView{ViewId(u"v1"_s)}));
    (void)toggleViewLink(session::LinkKind::Position, bench.dispatcher, bench.images);
    shown(u"v1"_s)->runCommand(u"last-slice"_s);
    QCOMPARE(shown(u"v2"_s)->instance()->sop, ofSecond(4)->sop);
    QCOMPARE(shown(u"v2"_s)->overlayText().link, u"Linked"_s);
    QVERIFY(bench.dispatcher.submit(session::SetActiveView{ViewId(u"v2"_s)}));
    shown(u"v2"_s)->runCommand(u"previous-slice"_s);
    QCOMPARE(shown(u"v2"_s)->instance()->sop, ofSecond(3)->sop);
    QCOMPARE(shown(u"v1"_s)->sliceIndex(), 3);
}

CONSILIUM_TEST(TestViewLinks)
#include "TestViewLinks.moc"
