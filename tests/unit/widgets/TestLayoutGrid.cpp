#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/widgets/BandRow.h"
#include "viewer/widgets/DetailsPopup.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/StudyInfoPanel.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>
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
    void detailsAndPanelListWhatTheBandsHaveNoRoomFor();
    void deletesTheReadersOwnMark();
    void aDoubleClickLeavesNoMark();
    void whatIsHiddenAsksForNothing();
    void aSeriesIsDroppedIntoEachCellOfEachLayout();
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
    // The figures stand in the sentences; technical English does not stand beside them.
    QVERIFY(!all.contains(u"gap of 6.0 mm"_s));
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

void TestLayoutGrid::detailsAndPanelListWhatTheBandsHaveNoRoomFor()
{
    Bench bench;
    const auto id = bench.images.addSeries(u"1.2"_s, {});
    bench.images.setInstance(id, 0, [](dicom::Instance &instance) { instance.pixels.lossy = true; });
    bench.images.setProgress(id, {5, 5, 3, 0, false});
    LayoutGrid grid(bench.dispatcher, bench.images, bench.bindings);
    StudyInfoPanel panel(bench.dispatcher, bench.images, bench.bindings);
    grid.resize(800, 600);
    grid.show();
    QVERIFY(!grid.showDetails(ViewId(u"v1"_s))); // an empty view has nothing wrong
    bench.show(u"v1"_s, u"1.2"_s, id);
    const auto causes = grid.activeViewport()->bandCauses();
    QCOMPARE(causes.size(), 2u); // loading and lossy share one band
    QCOMPARE(grid.activeViewport()->bands().size(), 1u);
    QVERIFY(grid.showDetails(ViewId(u"v1"_s)));
    auto *popup = grid.findChild<DetailsPopup *>();
    QVERIFY(popup && popup->isVisible());
    QStringList texts;
    for (const auto *label : popup->findChildren<QLabel *>())
        texts << label->text();
    const QString listed = panel.problems().join(u'\n');
    for (const auto &cause : causes) {
        QVERIFY2(texts.contains(cause.headline), qPrintable(cause.headline));
        QVERIFY2(listed.contains(cause.headline), qPrintable(cause.headline));
    }
    popup->close();
}

namespace
{
session::Annotation probeOf(const Bench &bench, const QString &id, const QString &author, const DataSetId &dataSet,
                            const PatientPoint &at)
{
    session::Annotation mark;
    mark.id = AnnotationId(id);
    mark.kind = session::AnnotationKind::Probe;
    mark.author = ActorId(author);
    mark.dataSet = dataSet;
    mark.sop = bench.images.key(dataSet, 0).sop;
    mark.frameOfReference = FrameOfReferenceUid(u"1.2.3.9"_s);
    mark.patientHandles = {at};
    return mark;
}

void hover(ViewportWidget &viewport, ScreenPoint at)
{
    const QPointF local = QPointF(at.x, at.y) + viewport.imageArea().topLeft();
    QMouseEvent move(QEvent::MouseMove, local, viewport.mapToGlobal(local), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(&viewport, &move);
}
} // namespace

void TestLayoutGrid::deletesTheReadersOwnMark()
{
    Bench bench;
    const auto id = bench.images.addSeries(u"1.2"_s, {});
    LayoutGrid grid(bench.dispatcher, bench.images, bench.bindings);
    grid.resize(800, 600);
    grid.show();
    bench.show(u"v1"_s, u"1.2"_s, id);
    auto *viewport = grid.activeViewport();
    QVERIFY(QTest::qWaitFor([&] { return viewport->isDrawn(); }));
    const QString me = bench.dispatcher.localActor().text();
    const auto marks = [&] { return bench.dispatcher.state().annotations().size(); };
    const auto add = [&](const session::Annotation &mark) {
        QVERIFY(bench.dispatcher.submitAs(mark.author, session::AddAnnotation{mark}, session::Origin::Local));
    };
    QVERIFY(!grid.deleteMark());
    add(probeOf(bench, u"a"_s, me, id, {-20, -20, 0}));
    add(probeOf(bench, u"b"_s, me, id, {20, 20, 0}));
    add(probeOf(bench, u"theirs"_s, u"guest"_s, id, {0, 0, 0}));
    // The pointer stands on somebody else's: that one stays, the last that was placed goes.
    hover(*viewport, viewport->transform()->toScreen({32, 32}));
    QVERIFY(grid.deleteMark());
    QVERIFY(!bench.dispatcher.state().annotations().find(AnnotationId(u"b"_s)));
    QVERIFY(bench.dispatcher.undo(bench.dispatcher.localActor())); // and comes back
    QCOMPARE(marks(), 3u);
    // Beside the first: that one goes, although the other was touched later.
    hover(*viewport, viewport->transform()->toScreen({22, 22}));
    QVERIFY(grid.deleteMark());
    QVERIFY(!bench.dispatcher.state().annotations().find(AnnotationId(u"a"_s)));
    bench.showSlice(u"v1"_s, id, 3); // what cannot be seen is not deleted
    QVERIFY(!grid.deleteMark());
    QCOMPARE(marks(), 2u);
    bench.showSlice(u"v1"_s, id, 0);
    QVERIFY(grid.deleteMark());
    QVERIFY(!grid.deleteMark()); // the guest's is left
    QCOMPARE(marks(), 1u);
}

void TestLayoutGrid::aDoubleClickLeavesNoMark()
{
    Bench bench;
    bench.bindings.setTool(Qt::LeftButton, u"probe"_s);
    const auto id = bench.images.addSeries(u"1.2"_s, {});
    LayoutGrid grid(bench.dispatcher, bench.images, bench.bindings);
    grid.resize(800, 600);
    grid.show();
    QVERIFY(bench.dispatcher.submit(session::SetLayout{1, 2, {}}));
    bench.show(u"v1"_s, u"1.2"_s, id);
    bench.show(u"v2"_s, u"1.2"_s, id);
    auto *second = grid.viewport(ViewId(u"v2"_s));
    QVERIFY(QTest::qWaitFor([&] { return second->isDrawn(); }));
    const QPoint at = second->imageArea().center();
    const auto marks = [&] { return bench.dispatcher.state().annotations().size(); };
    QTest::mouseClick(second, Qt::LeftButton, {}, at);
    QCOMPARE(marks(), 1u);
    QTest::mouseClick(second, Qt::LeftButton, {}, at + QPoint(60, 60));
    QCOMPARE(marks(), 2u);
    QTest::mouseDClick(second, Qt::LeftButton, {}, at + QPoint(60, 60));
    QCOMPARE(marks(), 1u); // only that of the single click
    QCOMPARE(grid.maximised(), ViewId(u"v2"_s));
    QCOMPARE(bench.dispatcher.state().layout().active, ViewId(u"v2"_s));
    grid.toggleMaximised(ViewId(u"v2"_s));
    QVERIFY(grid.maximised().isEmpty());
}

void TestLayoutGrid::whatIsHiddenAsksForNothing()
{
    Bench bench;
    const auto id = bench.images.addSeries(u"1.2"_s, {});
    QWidget page;
    LayoutGrid grid(bench.dispatcher, bench.images, bench.bindings, &page);
    grid.resize(800, 600);
    QVERIFY(bench.dispatcher.submit(session::SetLayout{1, 2, {}}));
    bench.show(u"v1"_s, u"1.2"_s, id);
    bench.show(u"v2"_s, u"1.2"_s, id);
    QVERIFY(bench.images.wants.empty()); // nobody sees it yet
    page.show();
    QCOMPARE(bench.images.wants.size(), 2u);
    grid.setMaximised(ViewId(u"v1"_s));
    QCOMPARE(bench.images.wants.size(), 1u);
    QVERIFY(bench.images.wants.contains(grid.viewport(ViewId(u"v1"_s))));
    bench.showSlice(u"v2"_s, id, 2); // from elsewhere, while hidden
    QCOMPARE(bench.images.wants.size(), 1u);
    grid.setMaximised({});
    QCOMPARE(bench.images.wants.at(grid.viewport(ViewId(u"v2"_s))).index, 2);
    page.hide(); // another tab
    QVERIFY(bench.images.wants.empty());
    page.show();
    QCOMPARE(bench.images.wants.size(), 2u);
}

void TestLayoutGrid::aSeriesIsDroppedIntoEachCellOfEachLayout()
{
    for (int rows = 1; rows <= 3; ++rows) {
        for (int columns = 1; columns <= 4; ++columns) {
            Bench bench;
            const DataSetId dragged = bench.images.addSeries(u"1.2"_s, {});
            LayoutGrid grid(bench.dispatcher, bench.images, bench.bindings);
            grid.resize(1200, 800);
            grid.show();
            QVERIFY(bench.dispatcher.submit(session::SetLayout{rows, columns, {}}));
            QMimeData data;
            data.setData(ViewportWidget::dataSetMimeType(), (u"1.2\n"_s + dragged.text()).toUtf8());
            for (int cell = 0; cell < rows * columns; ++cell) {
                const ViewId view = session::Layout::viewAt(cell);
                ViewportWidget *target = grid.viewport(view);
                const QPoint middle = target->rect().center();
                const auto edge = [&] { // dashed: some of the pixels along the upper edge
                    const QImage image = grid.grab().toImage();
                    const qreal ratio = image.devicePixelRatio();
                    int lit = 0;
                    for (int x = target->x() + 4; x < target->x() + target->width() - 4; ++x)
                        lit += image.pixelColor(int(x * ratio), int((target->y() + 1) * ratio)).blue() > 200 ? 1 : 0;
                    return double(lit) / target->width();
                };
                const bool wasActive = cell == 0;
                const double before = edge();
                QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
                QApplication::sendEvent(target, &enter);
                QVERIFY(enter.isAccepted());
                QVERIFY2(edge() > 0.3 && (wasActive || before < 0.1), qPrintable(view.text()));
                QDropEvent drop(QPointF(middle), Qt::CopyAction, &data, Qt::LeftButton, {});
                QApplication::sendEvent(target, &drop);
                QCOMPARE(bench.dispatcher.state().view(view).dataSet, dragged);
                QCOMPARE(bench.dispatcher.state().layout().active, view);
                QVERIFY(bench.dispatcher.undo(bench.dispatcher.localActor()));
                QVERIFY(bench.dispatcher.state().views().empty()); // no other cell was touched
                QVERIFY(bench.dispatcher.submit(session::SetActiveView{session::Layout::viewAt(0)}));
            }
        }
    }
}

CONSILIUM_TEST(TestLayoutGrid)
#include "TestLayoutGrid.moc"
