#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/widgets/GridPane.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/MarkTextEntry.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QMouseEvent>
#include <QPointer>
#include <QTest>

using namespace consilium;
using namespace consilium::widgets;
using namespace Qt::StringLiterals;
using test::Bench;

/// The grid's views in more windows than one.
class TestGridWindows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void furtherWindowsTakeTheirColumns();
    void oneAloneFillsItsWindowAndLeavesTheOthers();
    void viewsComeBackFromAWindowThatGoes();
    void whatIsBegunGoesAlongIntoAnotherWindow();
    void viewsInFurtherWindowsGoWithThePage();
    void aSeriesIsDroppedIntoAViewOfAFurtherWindow();
};

namespace
{

/// A grid of 802 x 600 and a window of 402 x 300 that stands right of it.
struct Spread {
    Bench bench;
    QWidget right, page;
    LayoutGrid grid{bench.dispatcher, bench.images, bench.bindings, &page};

    Spread()
    {
        page.resize(802, 600);
        grid.resize(802, 600);
        right.resize(402, 300);
        right.show();
        page.show();
        grid.setWindows({}, {&right});
    }
    [[nodiscard]] ViewportWidget *view(int cell) const { return grid.viewport(session::Layout::viewAt(cell)); }
    [[nodiscard]] GridPane *pane() const { return right.findChild<GridPane *>(); }
    [[nodiscard]] bool isRight(int cell) const { return view(cell)->window() == &right; }
};

} // namespace

void TestGridWindows::furtherWindowsTakeTheirColumns()
{
    Spread spread;
    // One view stays in the main window; the other one says why it is empty.
    QVERIFY(!spread.isRight(0));
    QVERIFY(spread.pane() && spread.pane()->isVisible() && spread.pane()->isEmpty());
    QCOMPARE(spread.pane()->size(), QSize(402, 300));
    QVERIFY(spread.bench.dispatcher.submit(session::SetLayout{2, 2, {}}));
    QVERIFY(!spread.pane()->isEmpty());
    for (int cell = 0; cell < 4; ++cell)
        QCOMPARE(spread.isRight(cell), cell % 2 == 1);
    QCOMPARE(spread.view(2)->geometry(), QRect(0, 301, 802, 299));
    QCOMPARE(spread.view(3)->geometry(), QRect(0, 151, 402, 149));
    QCOMPARE(spread.grid.shownViewports().size(), 4u);
    for (int cell = 0; cell < 4; ++cell)
        QVERIFY(spread.grid.holds(spread.view(cell)));
    QVERIFY(!spread.grid.holds(&spread.right) && !spread.grid.holds(nullptr));
    QCOMPARE(spread.grid.room(), QSize(802 + 2 + 402, 300));
    // Three columns: two where there is more room.
    QVERIFY(spread.bench.dispatcher.submit(session::SetLayout{1, 3, {}}));
    QVERIFY(!spread.isRight(0) && !spread.isRight(1) && spread.isRight(2));
    // As a protocol says.
    spread.grid.setMonitorColumns({1, 2});
    QVERIFY(!spread.isRight(0) && spread.isRight(1) && spread.isRight(2));
    QCOMPARE(spread.view(2)->geometry(), QRect(202, 0, 200, 300));
    // The window is another size.
    spread.right.resize(602, 300);
    QTRY_COMPARE(spread.view(2)->geometry(), QRect(302, 0, 300, 300));
    // On the left it has the first columns.
    spread.grid.setMonitorColumns({});
    spread.grid.setWindows({&spread.right}, {});
    QVERIFY(spread.isRight(0) && !spread.isRight(1) && !spread.isRight(2));
    QCOMPARE(spread.right.findChildren<GridPane *>().size(), 1);
}

void TestGridWindows::oneAloneFillsItsWindowAndLeavesTheOthers()
{
    Spread spread;
    QVERIFY(spread.bench.dispatcher.submit(session::SetLayout{2, 2, {}}));
    spread.grid.setMaximised(session::Layout::viewAt(3));
    QCOMPARE(spread.view(3)->geometry(), QRect(0, 0, 402, 300));
    QVERIFY(spread.view(1)->isHidden());
    QVERIFY(!spread.view(0)->isHidden() && !spread.view(2)->isHidden());
    QCOMPARE(spread.view(2)->geometry(), QRect(0, 301, 802, 299));
    spread.grid.setMaximised(session::Layout::viewAt(0));
    QCOMPARE(spread.view(0)->geometry(), QRect(0, 0, 802, 600));
    QVERIFY(spread.view(2)->isHidden() && !spread.view(1)->isHidden());
    spread.grid.setMaximised({});
    QCOMPARE(spread.grid.shownViewports().size(), 4u);
}

void TestGridWindows::viewsComeBackFromAWindowThatGoes()
{
    Spread spread;
    const auto id = spread.bench.images.addSeries(u"1.2"_s, {});
    QVERIFY(spread.bench.dispatcher.submit(session::SetLayout{2, 2, {}}));
    spread.bench.show(u"v4"_s, u"1.2"_s, id);
    const QPointer<ViewportWidget> fourth = spread.view(3);
    QTRY_VERIFY(fourth->isDrawn());
    fourth->setFocus();
    // Also one that the layout hides at the time.
    QVERIFY(spread.bench.dispatcher.submit(session::SetLayout{1, 2, {}}));
    const auto before = spread.bench.dispatcher.state().hash();
    spread.grid.setWindows({}, {});
    QVERIFY(!spread.pane());
    QCOMPARE(spread.bench.dispatcher.state().hash(), before);
    QVERIFY(fourth && fourth->window() == &spread.page);
    QCOMPARE(spread.view(1)->geometry(), QRect(402, 0, 400, 600));
    QVERIFY(spread.view(1)->isVisible());
    QVERIFY(spread.bench.dispatcher.submit(session::SetLayout{2, 2, {}}));
    QCOMPARE(spread.view(3), fourth.data());
    QTRY_VERIFY(fourth->isDrawn());
    QCOMPARE(fourth->sliceIndex(), 0);
}

/// A monitor goes to sleep, or its window is closed: neither a line of several points nor a typed text is lost.
void TestGridWindows::whatIsBegunGoesAlongIntoAnotherWindow()
{
    Spread spread;
    const auto id = spread.bench.images.addSeries(u"1.2"_s, {});
    QVERIFY(spread.bench.dispatcher.submit(session::SetLayout{1, 2, ViewId(u"v2"_s)}));
    spread.bench.show(u"v2"_s, u"1.2"_s, id);
    ViewportWidget *const view = spread.view(1);
    QVERIFY(spread.isRight(1));
    QTRY_VERIFY(view->isDrawn());
    const auto send = [view](QEvent::Type type, QPoint to, Qt::MouseButton button, Qt::MouseButtons held) {
        QMouseEvent event(type, QPointF(to), QPointF(view->mapToGlobal(to)), button, held, Qt::NoModifier);
        QApplication::sendEvent(view, &event);
    };
    const auto click = [&](QPoint from) {
        const QPoint at = view->imageArea().center() + from;
        send(QEvent::MouseMove, at, Qt::NoButton, Qt::NoButton);
        send(QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton);
        send(QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton);
    };
    const auto marks = [&spread] { return spread.bench.dispatcher.state().annotations().size(); };
    spread.bench.bindings.setTool(Qt::LeftButton, u"polyline"_s);
    for (const QPoint place : {QPoint(-40, -20), QPoint(0, 0), QPoint(40, 20)})
        click(place);
    QCOMPARE(view->marks().size(), std::size_t(1));
    spread.grid.setWindows({}, {});
    QVERIFY(view->window() == &spread.page && view->isVisible());
    QTRY_VERIFY(view->isDrawn());
    QCOMPARE(view->marks().size(), std::size_t(1));
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(marks(), std::size_t(1));

    spread.bench.bindings.setTool(Qt::LeftButton, u"text"_s);
    spread.grid.checkDrafts();
    click({-100, 120});
    const QPointer<MarkTextEntry> entry = spread.page.findChild<MarkTextEntry *>();
    QVERIFY(entry);
    QTest::keyClicks(entry->findChild<QLineEdit *>(), u"node"_s);
    spread.grid.setWindows({}, {&spread.right});
    QVERIFY(spread.isRight(1));
    QCOMPARE(marks(), std::size_t(2));
    QStringList texts;
    spread.bench.dispatcher.state().annotations().forEach(
        [&texts](const session::Annotation &mark) { texts << mark.text; });
    QVERIFY2(texts.contains(u"node"_s), qPrintable(texts.join(u'|')));
    QTRY_VERIFY(!entry);
}

void TestGridWindows::viewsInFurtherWindowsGoWithThePage()
{
    Spread spread;
    const auto id = spread.bench.images.addSeries(u"1.2"_s, {});
    QVERIFY(spread.bench.dispatcher.submit(session::SetLayout{1, 2, {}}));
    spread.bench.show(u"v1"_s, u"1.2"_s, id);
    spread.bench.show(u"v2"_s, u"1.2"_s, id);
    QCOMPARE(spread.bench.images.wants.size(), 2u);
    spread.page.hide(); // another tab: no image of this patient stays anywhere
    QVERIFY(!spread.view(1)->isVisible() && !spread.pane()->isVisible());
    QVERIFY(spread.bench.images.wants.empty());
    spread.page.show();
    QVERIFY(spread.view(1)->isVisible());
    QCOMPARE(spread.bench.images.wants.size(), 2u);
}

void TestGridWindows::aSeriesIsDroppedIntoAViewOfAFurtherWindow()
{
    Spread spread;
    const DataSetId dragged = spread.bench.images.addSeries(u"1.2"_s, {});
    QVERIFY(spread.bench.dispatcher.submit(session::SetLayout{1, 2, {}}));
    QVERIFY(spread.isRight(1));
    QMimeData data;
    data.setData(ViewportWidget::dataSetMimeType(), (u"1.2\n"_s + dragged.text()).toUtf8());
    const QPoint middle = spread.view(1)->rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(spread.view(1), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(middle), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(spread.view(1), &drop);
    QCOMPARE(spread.bench.dispatcher.state().view(session::Layout::viewAt(1)).dataSet, dragged);
    QCOMPARE(spread.grid.activeViewport(), spread.view(1));
}

CONSILIUM_TEST(TestGridWindows)
#include "TestGridWindows.moc"
