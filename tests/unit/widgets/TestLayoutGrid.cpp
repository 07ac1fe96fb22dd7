#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/widgets/BandRow.h"
#include "viewer/widgets/DetailsPopup.h"
#include "viewer/widgets/LayoutGrid.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace consilium;
using namespace consilium::widgets;
using namespace Qt::StringLiterals;
using test::Bench;
using test::FakeImages;

class TestLayoutGrid : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void followsTheLayout();
    void keepsWhatASmallerLayoutHides();
    void doubleClickMaximises();
    void overlaySwitchReachesLaterViewports();
    void detailsListTheCauses();
    void restsOnItsOwnDuringReset();
};

void TestLayoutGrid::followsTheLayout()
{
    Bench bench;
    LayoutGrid grid(bench.dispatcher, bench.images, bench.bindings);
    grid.resize(802, 602);
    grid.show();
    QCOMPARE(grid.shownViewports().size(), 1u);
    QCOMPARE(grid.viewport(ViewId(u"v1"_s))->geometry(), QRect(0, 0, 802, 602));
    QVERIFY(!grid.viewport(ViewId(u"v2"_s)));
    QSignalSpy added(&grid, &LayoutGrid::viewportAdded), active(&grid, &LayoutGrid::activeViewportChanged);
    QVERIFY(bench.dispatcher.submit(session::SetLayout{2, 2, ViewId(u"v3"_s)}));
    QCOMPARE(added.size(), 3);
    QCOMPARE(active.size(), 1);
    QCOMPARE(grid.activeViewport(), grid.viewport(ViewId(u"v3"_s)));
    // 800 x 600 are left beside the gaps of 2.
    QCOMPARE(grid.viewport(ViewId(u"v1"_s))->geometry(), QRect(0, 0, 400, 300));
    QCOMPARE(grid.viewport(ViewId(u"v2"_s))->geometry(), QRect(402, 0, 400, 300));
    QCOMPARE(grid.viewport(ViewId(u"v3"_s))->geometry(), QRect(0, 302, 400, 300));
    QCOMPARE(grid.viewport(ViewId(u"v4"_s))->geometry(), QRect(402, 302, 400, 300));
    // Sizes that do not divide: nothing lost, nothing overlapping.
    QVERIFY(bench.dispatcher.submit(session::SetLayout{1, 3, {}}));
    int right = -2;
    for (const auto *viewport : grid.shownViewports()) {
        QCOMPARE(viewport->x(), right + 2);
        right = viewport->x() + viewport->width();
    }
    QCOMPARE(right, 802);
}

void TestLayoutGrid::keepsWhatASmallerLayoutHides()
{
    Bench bench;
    LayoutGrid grid(bench.dispatcher, bench.images, bench.bindings);
    grid.resize(800, 600);
    grid.show();
    const auto id = bench.images.addSeries(u"1.2"_s, {});
    QVERIFY(bench.dispatcher.submit(session::SetLayout{2, 2, {}}));
    bench.show(u"v4"_s, u"1.2"_s, id);
    const QPointer<ViewportWidget> fourth = grid.viewport(ViewId(u"v4"_s));
    QVERIFY(bench.dispatcher.submit(session::SetLayout{1, 1, {}}));
    QVERIFY(fourth && fourth->isHidden());
    QVERIFY(!grid.viewport(ViewId(u"v4"_s)));
    QVERIFY(bench.dispatcher.submit(session::SetLayout{2, 2, {}}));
    QCOMPARE(grid.viewport(ViewId(u"v4"_s)), fourth.data());
    QVERIFY(QTest::qWaitFor([&] { return fourth->isDrawn(); }));
    QCOMPARE(fourth->sliceIndex(), 0);
}

void TestLayoutGrid::doubleClickMaximises()
{
    Bench bench;
    LayoutGrid grid(bench.dispatcher, bench.images, bench.bindings);
    grid.resize(800, 600);
    grid.show();
    QVERIFY(bench.dispatcher.submit(session::SetLayout{2, 2, {}}));
    const auto before = bench.dispatcher.state().hash();
    ViewportWidget *third = grid.viewport(ViewId(u"v3"_s));
    QVERIFY(bench.dispatcher.submit(session::SetActiveView{ViewId(u"v3"_s)}));
    const auto active = bench.dispatcher.state().hash();
    QTest::mouseDClick(third, Qt::LeftButton, {}, {50, 50});
    QCOMPARE(grid.maximised(), ViewId(u"v3"_s));
    QCOMPARE(third->geometry(), QRect(0, 0, 800, 600));
    QCOMPARE(grid.shownViewports().size(), 1u);
    QCOMPARE(bench.dispatcher.state().hash(), active); // this window's matter, nobody else's
    QVERIFY(before != active);
    QTest::mouseDClick(third, Qt::LeftButton, {}, {50, 50});
    QVERIFY(grid.maximised().isEmpty());
    QCOMPARE(grid.shownViewports().size(), 4u);
    grid.setMaximised(ViewId(u"v4"_s));
    QVERIFY(bench.dispatcher.submit(session::SetLayout{1, 2, {}})); // v4 is gone
    QVERIFY(grid.maximised().isEmpty());
}

void TestLayoutGrid::overlaySwitchReachesLaterViewports()
{
    Bench bench;
    LayoutGrid grid(bench.dispatcher, bench.images, bench.bindings);
    grid.resize(800, 600);
    grid.show();
    const auto id = bench.images.addSeries(u"1.2"_s, {});
    bench.show(u"v1"_s, u"1.2"_s, id);
    bench.show(u"v2"_s, u"1.2"_s, id);
    grid.setOverlayVisible(false);
    QVERIFY(bench.dispatcher.submit(session::SetLayout{1, 2, {}}));
    for (const auto *viewport : grid.shownViewports()) {
        const auto text = viewport->overlayText();
        QCOMPARE(text.topLeft.size(), 1); // the name stays
        QVERIFY(text.bottomLeft.isEmpty() && text.topRight.isEmpty() && text.bottomRight.isEmpty());
        QCOMPARE(text.letters.left, u"R"_s); // and the side
    }
}

void TestLayoutGrid::detailsListTheCauses()
{
    using Kind = dicom::DataIssue::Kind;
    Bench bench;
    FakeImages::SeriesSpec spec;
    spec.issues = {{Kind::MissingSlices, u"gap of 6.0 mm"_s, 1, 2}, {Kind::GantryTilt, u"12.0"_s, -1, -1}};
    const auto id = bench.images.addSeries(u"1.2"_s, spec);
    LayoutGrid grid(bench.dispatcher, bench.images, bench.bindings);
    grid.resize(800, 600);
    grid.show();
    bench.show(u"v1"_s, u"1.2"_s, id);
    auto *row = grid.activeViewport()->findChild<BandRow *>();
    QVERIFY(row);
    QCOMPARE(row->bands().size(), 1u);
    QCOMPARE(row->bands().front().more, 1);
    QTest::mouseClick(row, Qt::LeftButton);
    auto *popup = grid.findChild<DetailsPopup *>();
    QVERIFY(popup && popup->isVisible());
    QStringList texts;
    for (const auto *label : popup->findChildren<QLabel *>())
        texts << label->text();
    const QString all = texts.join(u'\n');
    for (const auto &issue : spec.issues) {
        QVERIFY(all.contains(dicom::issueHeadline(issue)));
        QVERIFY(all.contains(dicom::issueConsequence(issue)));
    }
    QVERIFY(all.contains(u"gap of 6.0 mm"_s));
    popup->close();
}

void TestLayoutGrid::restsOnItsOwnDuringReset()
{
    Bench bench;
    LayoutGrid grid(bench.dispatcher, bench.images, bench.bindings);
    grid.resize(800, 600);
    grid.show();
    const auto id = bench.images.addSeries(u"1.2"_s, {});
    QVERIFY(bench.dispatcher.submit(session::SetLayout{2, 2, {}}));
    bench.show(u"v2"_s, u"1.2"_s, id);
    const auto state = bench.dispatcher.state();
    bench.dispatcher.reset(session::ViewerState());
    QCOMPARE(grid.shownViewports().size(), 1u);
    QVERIFY(bench.images.wants.empty()); // nothing is looked at any more
    bench.dispatcher.reset(state);
    QCOMPARE(grid.shownViewports().size(), 4u);
    QCOMPARE(grid.viewport(ViewId(u"v2"_s))->sliceIndex(), 0);
}

CONSILIUM_TEST(TestLayoutGrid)
#include "TestLayoutGrid.moc"
