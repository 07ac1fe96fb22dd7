#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/MonitorSeams.h"

#include <QGuiApplication>
#include <QScreen>
#include <QTest>

using namespace consilium;
using namespace consilium::widgets;
using namespace Qt::StringLiterals;
using test::Bench;

namespace
{

const QRect left(0, 0, 1000, 800), right(1000, 0, 1000, 800);

std::vector<Span> spansOf(int width, int columns, const std::vector<int> &seams,
                          const std::vector<int> &perMonitor = {})
{
    return columnSpans(width, 2, columns, seams, perMonitor);
}

/// Monitors that hold something of the view.
int monitorsOf(const QWidget &view)
{
    const QRect place(view.mapToGlobal(QPoint(0, 0)), view.size());
    int count = 0;
    for (const QScreen *screen : QGuiApplication::screens())
        count += screen->geometry().intersects(place) ? 1 : 0;
    return count;
}

} // namespace

/// Views over several monitors. Run once more with two of them, side by side (pair-monitors.json).
class TestMonitorSeams : public QObject
{
    Q_OBJECT
    [[nodiscard]] static bool areTwo() { return QGuiApplication::screens().size() == 2; }

private Q_SLOTS:
    void monitorsMeetWhereBothAreCovered()
    {
        using Seams = std::vector<int>;
        QCOMPARE(seamsIn({100, 0, 1800, 800}, {left, right}), Seams{900});
        QCOMPARE(seamsIn({100, 0, 1800, 800}, {right, left}), Seams{900}); // in whatever order they are told
        QCOMPARE(seamsIn({100, 0, 800, 800}, {left, right}), Seams());
        QCOMPARE(seamsIn({100, 0, 1300, 800}, {left, right}), Seams()); // it only looks over the edge
        QCOMPARE(seamsIn({0, 0, 3000, 800}, {left, right, right.translated(1000, 0)}), (Seams{1000, 2000}));
        // One above the other: nothing is side by side.
        QCOMPARE(seamsIn({0, 0, 1000, 1600}, {left, left.translated(0, 800)}), Seams());
        QCOMPARE(seamsIn({0, 0, 2000, 800}, {left, right.translated(0, 600)}), Seams());
        QCOMPARE(seamsIn({0, 0, 2000, 800}, {}), Seams());
    }

    void columnsKeepToTheirMonitor()
    {
        using Spans = std::vector<Span>;
        // Without a seam as ever.
        QCOMPARE(spansOf(802, 2, {}), (Spans{{0, 400}, {402, 802}}));
        // 1 + 2 columns: the one has the left monitor to itself.
        QCOMPARE(spansOf(2000, 3, {1000}, {1, 2}), (Spans{{0, 999}, {1001, 1499}, {1501, 2000}}));
        QCOMPARE(spansOf(2000, 3, {1000}, {2, 1}), (Spans{{0, 498}, {500, 999}, {1001, 2000}}));
        // Panels beside the images leave one monitor less: the edge stays where it is.
        QCOMPARE(spansOf(1800, 2, {700}), (Spans{{0, 699}, {701, 1800}}));
        // What was said is of another layout or of other monitors: by the widths.
        QCOMPARE(spansOf(2000, 4, {1000}, {1, 2}), spansOf(2000, 4, {1000}, {2, 2}));
        QCOMPARE(spansOf(2000, 3, {1000}, {3}), spansOf(2000, 3, {1000}, {2, 1}));
        QCOMPARE(spansOf(2000, 3, {700}), spansOf(2000, 3, {700}, {1, 2}));
        QCOMPARE(spansOf(2000, 3, {1000}, {0, 3}), spansOf(2000, 3, {1000}, {2, 1}));
        // One view over two monitors lies across.
        QCOMPARE(spansOf(2000, 1, {1000}), (Spans{{0, 2000}}));
    }

    void columnsAreSharedOutAmongWindows()
    {
        using Counts = std::vector<std::vector<int>>;
        // Each window at least one, further ones where the views are widest.
        QCOMPARE(columnsOfWindows({{1000, {}}, {600, {}}}, 0, 2, {}), (Counts{{1}, {1}}));
        QCOMPARE(columnsOfWindows({{1000, {}}, {600, {}}}, 0, 3, {}), (Counts{{2}, {1}}));
        QCOMPARE(columnsOfWindows({{600, {}}, {1000, {}}}, 1, 3, {}), (Counts{{1}, {2}}));
        // A window over two monitors counts as two.
        QCOMPARE(columnsOfWindows({{2000, {1000}}, {1000, {}}}, 0, 3, {}), (Counts{{1, 1}, {1}}));
        QCOMPARE(columnsOfWindows({{2000, {1000}}, {1000, {}}}, 0, 6, {}), (Counts{{2, 2}, {2}}));
        // As the protocol says, from left to right over all; what is of other monitors is not asked.
        QCOMPARE(columnsOfWindows({{1000, {}}, {600, {}}}, 0, 3, {1, 2}), (Counts{{1}, {2}}));
        QCOMPARE(columnsOfWindows({{2000, {1000}}, {600, {}}}, 0, 4, {1, 1, 2}), (Counts{{1, 1}, {2}}));
        QCOMPARE(columnsOfWindows({{1000, {}}, {600, {}}}, 0, 3, {3}), (Counts{{2}, {1}}));
        // Fewer than monitors: first the own window's, wherever it stands, then from the left.
        QCOMPARE(columnsOfWindows({{600, {}}, {1000, {}}, {600, {}}}, 1, 1, {}), (Counts{{0}, {1}, {0}}));
        QCOMPARE(columnsOfWindows({{600, {}}, {1000, {}}, {600, {}}}, 1, 2, {}), (Counts{{1}, {1}, {0}}));
        QCOMPARE(columnsOfWindows({{2000, {1000}}, {600, {}}}, 0, 2, {}), (Counts{{1, 1}, {0}}));
        QCOMPARE(columnsOfWindows({{600, {}}}, 0, 4, {}), Counts{{4}});
    }

    void viewsOfAWindowOverTwoMonitorsDoNotLieAcross()
    {
        SKIP_WHERE(!areTwo(), "there is one monitor: the test monitors_pair");
        Bench bench;
        LayoutGrid grid(bench.dispatcher, bench.images, bench.bindings);
        grid.setWindowFlag(Qt::FramelessWindowHint);
        grid.setGeometry(160, 20, 2200, 900); // the middle of it is not where the monitors meet
        grid.setMonitorColumns({1, 2});
        grid.show();
        QVERIFY(bench.dispatcher.submit(session::SetLayout{2, 3, {}}));
        const auto areApart = [&grid] {
            for (const auto *viewport : grid.shownViewports())
                if (monitorsOf(*viewport) != 1)
                    return false;
            return true;
        };
        const auto widthOf = [&grid](int index) { return grid.viewport(session::Layout::viewAt(index))->width(); };
        QTRY_VERIFY(areApart());
        QCOMPARE(widthOf(0), 1200 - 160 - 1);
        QCOMPARE(widthOf(3), widthOf(0));
        QVERIFY(std::abs(widthOf(1) - widthOf(2)) <= 1);
        // Another layout, which no stage speaks of.
        QVERIFY(bench.dispatcher.submit(session::SetLayout{1, 2, {}}));
        QVERIFY(areApart());
        // The window is moved: the edge is elsewhere in it.
        grid.move(60, 20);
        QTRY_VERIFY(areApart());
        QCOMPARE(widthOf(0), 1200 - 60 - 1);
        // On one monitor the columns are equal.
        grid.setGeometry(20, 20, 1002, 900);
        QTRY_COMPARE(widthOf(0), 500);
        QCOMPARE(widthOf(1), 500);
        // One alone lies over both.
        grid.setGeometry(0, 0, 2400, 900);
        grid.setMaximised(ViewId(u"v1"_s));
        QTRY_COMPARE(widthOf(0), 2400);
    }
};

CONSILIUM_TEST(TestMonitorSeams)
#include "TestMonitorSeams.moc"
