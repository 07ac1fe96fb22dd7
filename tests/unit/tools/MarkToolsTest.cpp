#include "viewer/tools/MarkTools.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tools/ToolBench.h"
#include "viewer/session/Validation.h"

#include <cmath>
#include <numbers>

using namespace consilium;
using namespace consilium::test;
using session::AnnotationKind;

namespace
{

bool near(double a, double b, double within = 1e-6)
{
    return std::abs(a - b) <= within;
}

bool near(ScreenPoint a, ScreenPoint b)
{
    return near(a.x, b.x, 1e-5) && near(a.y, b.y, 1e-5);
}

/// The only mark of the state; null: none, or several.
const session::Annotation *onlyMark(const ToolBench &bench)
{
    const session::Annotation *found = nullptr;
    bench.state.annotations().forEach(
        [&](const session::Annotation &mark) { found = bench.state.annotations().find(mark.id); });
    return bench.state.annotations().size() == 1 ? found : nullptr;
}

/// Where the handles of a mark are seen.
std::vector<ScreenPoint> seen(const ToolBench &bench, const session::Annotation &mark)
{
    std::vector<ScreenPoint> places;
    const auto &geometry = bench.dataSet->slices.front()->geometry;
    for (const PatientPoint &handle : mark.patientHandles)
        places.push_back(bench.transform().toScreen(*geometry.toImage(handle)));
    for (const ImagePoint &handle : mark.imageHandles)
        places.push_back(bench.transform().toScreen(handle));
    return places;
}

void click(ToolBench &bench, tools::Tool &tool, ScreenPoint at, Qt::KeyboardModifiers modifiers = {})
{
    bench.move(tool, at, modifiers);
    bench.press(tool, at, modifiers);
    bench.release(tool, at);
}

/// Views of one image as a reader turns them.
void addViews()
{
    QTest::addColumn<double>("across");
    QTest::addColumn<double>("rotation");
    QTest::addColumn<bool>("flipped");
    QTest::addColumn<double>("rowSpacing");
    QTest::newRow("fitted") << 0.0 << 0.0 << false << 1.0;
    QTest::newRow("enlarged") << 31.0 << 0.0 << false << 1.0;
    QTest::newRow("turned") << 0.0 << 37.0 << false << 1.0;
    QTest::newRow("mirrored") << 0.0 << 0.0 << true << 1.0;
    QTest::newRow("all of it, flat pixels") << 45.0 << 205.0 << true << 0.7;
}

ToolBench benchOf(double across, double rotation, bool flipped, double rowSpacing)
{
    ImageSpec spec;
    spec.betweenRowsMm = rowSpacing;
    ToolBench bench(5, spec);
    if (across > 0.0)
        bench.apply(
            {session::SetZoomPan{bench.view, session::ZoomPan{session::SpanUnit::Millimetres, across, 1.5, -2}}});
    bench.apply({session::SetOrientation{bench.view, session::Orientation{rotation, flipped}}});
    bench.applied.clear();
    return bench;
}

} // namespace

class MarkToolsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKindButTheProbeHasATool()
    {
        for (int kind = int(AnnotationKind::Arrow); kind <= int(AnnotationKind::Calibration); ++kind) {
            if (AnnotationKind(kind) == AnnotationKind::KeyImage)
                continue; // a command, not a tool: it has no place in the image
            const QString name = tools::markToolName(AnnotationKind(kind));
            QVERIFY2(!name.isEmpty(), qPrintable(QString::number(kind)));
            QVERIFY(tools::markToolNames().contains(name));
            QVERIFY(tools::markKind(name) == AnnotationKind(kind));
            QCOMPARE(QString(tools::makeTool(name)->name()), name);
        }
        QVERIFY(tools::markToolName(AnnotationKind::Probe).isEmpty());
        QVERIFY(!tools::makeMarkTool(u"probe"_s));
    }

    void aDraggedLineEndsWhereThePointerWas_data() { addViews(); }
    void aDraggedLineEndsWhereThePointerWas()
    {
        QFETCH(double, across);
        QFETCH(double, rotation);
        QFETCH(bool, flipped);
        QFETCH(double, rowSpacing);
        for (const QString &name : {u"length"_s, u"arrow"_s, u"ruler"_s, u"rectangle"_s, u"point-roi"_s}) {
            ToolBench bench = benchOf(across, rotation, flipped, rowSpacing);
            const auto tool = tools::makeTool(name);
            bench.drag(*tool, {170, 160}, {221, 125});
            QCOMPARE(bench.applied.size(), 1u); // one step, one action
            const auto *mark = onlyMark(bench);
            QVERIFY(mark);
            QVERIFY(mark->kind == *tools::markKind(name));
            QCOMPARE(mark->author, ActorId(u"local"_s));
            QCOMPARE(mark->sop, bench.dataSet->slices[0]->sop);
            QCOMPARE(mark->frameOfReference, FrameOfReferenceUid(u"1.2.3.9"_s));
            const auto places = seen(bench, *mark);
            QCOMPARE(places.size(), 2u);
            QVERIFY2(near(places[0], {170, 160}) && near(places[1], {221, 125}), qPrintable(name));
            QVERIFY(!tool->draft());
        }
    }

    void twoClicksDrawALineToo()
    {
        ToolBench bench;
        const auto tool = tools::makeTool(u"length"_s);
        click(bench, *tool, {150, 100});
        QVERIFY(tool->draft() && !tool->isDraftWhole());
        QVERIFY(bench.applied.empty());
        bench.move(*tool, {230, 180}); // no button is held
        QVERIFY(tool->isDraftWhole());
        click(bench, *tool, {240, 190});
        const auto *mark = onlyMark(bench);
        QVERIFY(mark);
        QVERIFY(near(seen(bench, *mark)[0], {150, 100}) && near(seen(bench, *mark)[1], {240, 190}));
    }

    void clickedMarksTakeEveryPlace_data() { addViews(); }
    void clickedMarksTakeEveryPlace()
    {
        QFETCH(double, across);
        QFETCH(double, rotation);
        QFETCH(bool, flipped);
        QFETCH(double, rowSpacing);
        const std::vector<ScreenPoint> places{{170, 170}, {230, 165}, {185, 130}, {225, 128}};
        for (const QString &name :
             {u"angle"_s, u"leg-axis"_s, u"cobb"_s, u"open-angle"_s, u"cardiothoracic-ratio"_s, u"line-pair"_s}) {
            ToolBench bench = benchOf(across, rotation, flipped, rowSpacing);
            const auto tool = tools::makeTool(name);
            const int needed = session::handleRange(*tools::markKind(name)).least;
            for (int i = 0; i < needed; ++i) {
                QVERIFY2(bench.applied.empty(), qPrintable(name)); // nothing half drawn is in the state
                click(bench, *tool, places[std::size_t(i)]);
                QCOMPARE(tool->draft() != nullptr, i + 1 < needed);
            }
            QCOMPARE(bench.applied.size(), 1u);
            const auto *mark = onlyMark(bench);
            QVERIFY(mark);
            const auto drawn = seen(bench, *mark);
            QCOMPARE(int(drawn.size()), needed);
            for (int i = 0; i < needed; ++i)
                QVERIFY2(near(drawn[std::size_t(i)], places[std::size_t(i)]), qPrintable(name));
        }
    }

    /// Each line of it may be dragged: two drags are four places.
    void linesOfAMarkMayBeDragged()
    {
        ToolBench bench;
        const auto tool = tools::makeTool(u"cobb"_s);
        bench.drag(*tool, {120, 80}, {260, 90});
        QVERIFY(tool->draft() && bench.applied.empty());
        bench.drag(*tool, {130, 220}, {270, 200});
        const auto *mark = onlyMark(bench);
        QVERIFY(mark);
        const auto drawn = seen(bench, *mark);
        QVERIFY(near(drawn[0], {120, 80}) && near(drawn[1], {260, 90}) && near(drawn[2], {130, 220}) &&
                near(drawn[3], {270, 200}));
    }

    void theShortAxisIsSquareToTheLongOne_data() { addViews(); }
    void theShortAxisIsSquareToTheLongOne()
    {
        QFETCH(double, across);
        QFETCH(double, rotation);
        QFETCH(bool, flipped);
        QFETCH(double, rowSpacing);
        ToolBench bench = benchOf(across, rotation, flipped, rowSpacing);
        const auto tool = tools::makeTool(u"bidirectional"_s);
        for (const ScreenPoint at : {ScreenPoint{165, 170}, {240, 130}, {190, 140}, {222, 171}})
            click(bench, *tool, at);
        const auto *mark = onlyMark(bench);
        QVERIFY(mark);
        const auto &h = mark->patientHandles;
        QVERIFY(std::abs((h[1] - h[0]).dot(h[3] - h[2])) < 1e-6); // mm in the patient, not pixels
        QVERIFY((h[3] - h[2]).length() > 1.0);
    }

    void openEndedMarksEndWhenToldTo()
    {
        ToolBench bench;
        const auto path = tools::makeTool(u"polyline"_s);
        const auto finish = [&bench](tools::Tool &tool) {
            bench.apply(bench.withContext([&](const auto &context) { return tool.finish(context); }));
        };
        click(bench, *path, {120, 100});
        finish(*path); // one point is no line
        QVERIFY(bench.applied.empty() && path->draft());
        click(bench, *path, {200, 110});
        bench.move(*path, {300, 200});
        click(bench, *path, {220, 200});
        click(bench, *path, {220, 201}); // the second click of a double click
        finish(*path);
        QVERIFY(!path->draft());
        const auto *mark = onlyMark(bench);
        QVERIFY(mark);
        QCOMPARE(mark->patientHandles.size(), 3u);
        // A fixed number of places is never cut short.
        const auto angle = tools::makeTool(u"angle"_s);
        click(bench, *angle, {120, 100});
        click(bench, *angle, {200, 110});
        finish(*angle);
        QCOMPARE(bench.state.annotations().size(), std::size_t(1));
        QVERIFY(angle->draft());
    }

    void aPolygonIsClosedAtItsFirstCorner()
    {
        ToolBench bench;
        const auto tool = tools::makeTool(u"polygon"_s);
        click(bench, *tool, {120, 100});
        click(bench, *tool, {220, 100});
        click(bench, *tool, {123, 103}); // two corners have no area: this is the third
        QVERIFY(bench.applied.empty());
        click(bench, *tool, {200, 200});
        click(bench, *tool, {118, 102});
        const auto *mark = onlyMark(bench);
        QVERIFY(mark);
        QCOMPARE(mark->patientHandles.size(), 4u);
        QVERIFY(near(seen(bench, *mark)[3], {200, 200}));
    }

    void backspaceTakesPointByPoint()
    {
        ToolBench bench;
        const auto tool = tools::makeTool(u"polyline"_s);
        const auto back = [&] {
            bench.withContext([&](const auto &context) {
                tool->takeBackPoint(context);
                return 0;
            });
        };
        click(bench, *tool, {120, 100});
        click(bench, *tool, {200, 110});
        click(bench, *tool, {220, 200});
        back();
        QVERIFY(tool->draft());
        click(bench, *tool, {150, 220});
        bench.apply(bench.withContext([&](const auto &context) { return tool->finish(context); }));
        const auto *mark = onlyMark(bench);
        QVERIFY(mark && mark->patientHandles.size() == 3);
        QVERIFY(near(seen(bench, *mark)[2], {150, 220}));
        click(bench, *tool, {120, 100});
        back();
        QVERIFY(!tool->draft());
        back(); // nothing is left
        QCOMPARE(bench.state.annotations().size(), std::size_t(1));
    }

    /// A mark belongs to the image it was begun on.
    void anotherImageDropsWhatWasBegun()
    {
        for (const QString &name : tools::markToolNames()) {
            ToolBench bench(5);
            const auto tool = tools::makeTool(name);
            bench.press(*tool, {150, 120});
            bench.move(*tool, {190, 160});
            QVERIFY2(tool->draft(), qPrintable(name));
            bench.apply({session::ShowPlane{bench.view, session::ImageRef{bench.dataSet->slices[3]->sop, 0}}});
            bench.move(*tool, {230, 190});
            QVERIFY2(!tool->draft(), qPrintable(name));
            bench.release(*tool, {230, 190});
            QVERIFY2(bench.state.annotations().size() == 0, qPrintable(name));
        }
    }

    void nothingIsDrawnBesideTheImage()
    {
        for (const QString &name : tools::markToolNames()) {
            ToolBench bench;
            const auto tool = tools::makeTool(name);
            bench.drag(*tool, {20, 150}, {200, 150}); // fitted, the image begins at x = 50
            QVERIFY2(!tool->draft() && bench.applied.empty(), qPrintable(name));
        }
        // Nor in the middle of drawing; what is placed stays.
        for (const QString &name : {u"length"_s, u"angle"_s, u"polygon"_s}) {
            ToolBench between;
            const auto tool = tools::makeTool(name);
            click(between, *tool, {150, 100});
            click(between, *tool, {20, 150});
            QVERIFY2(tool->draft() && between.applied.empty(), qPrintable(name));
            click(between, *tool, {250, 100});
            click(between, *tool, {250, 200});
            between.apply(between.withContext([&](const auto &context) { return tool->finish(context); }));
            const auto *mark = onlyMark(between);
            QVERIFY2(mark, qPrintable(name));
            for (const ScreenPoint place : seen(between, *mark))
                QVERIFY2(place.x >= 149.0, qPrintable(name));
        }
        // A drag that leaves the image goes along its edge.
        ToolBench bench;
        const auto tool = tools::makeTool(u"length"_s);
        bench.drag(*tool, {200, 150}, {20, 100});
        const auto *mark = onlyMark(bench);
        QVERIFY(mark);
        const auto end = seen(bench, *mark)[1];
        QVERIFY(near(end.x, 50.0, 0.01) && near(end.y, 100.0));
    }

    void anEllipseFillsItsBoxOrGrowsFromItsMiddle()
    {
        ToolBench bench;
        const auto tool = tools::makeTool(u"ellipse"_s);
        bench.drag(*tool, {150, 100}, {250, 160});
        auto drawn = seen(bench, *onlyMark(bench));
        QVERIFY(near(drawn[0], {200, 130}) && near(drawn[1], {250, 130}) && near(drawn[2], {200, 160}));
        bench.apply({session::RemoveAnnotation{AnnotationId(u"a1"_s)}});
        bench.drag(*tool, {200, 150}, {230, 170}, Qt::ControlModifier);
        drawn = seen(bench, *onlyMark(bench));
        QVERIFY(near(drawn[0], {200, 150}) && near(drawn[1], {230, 150}) && near(drawn[2], {200, 170}));
        bench.apply({session::RemoveAnnotation{AnnotationId(u"a2"_s)}});
        bench.drag(*tool, {150, 100}, {250, 160}, Qt::ShiftModifier);
        const auto &h = onlyMark(bench)->patientHandles;
        QVERIFY(near((h[1] - h[0]).length(), (h[2] - h[0]).length())); // a circle in the patient
    }

    void shiftLevelsALine()
    {
        ToolBench bench = benchOf(0.0, 37.0, false, 1.0);
        const auto tool = tools::makeTool(u"length"_s);
        bench.drag(*tool, {170, 150}, {230, 158}, Qt::ShiftModifier);
        const auto drawn = seen(bench, *onlyMark(bench));
        QVERIFY(near(drawn[0].y, drawn[1].y, 1e-6) && near(drawn[1].x, 230.0, 1e-6));
    }

    void aClickMakesACircleOfFiveMillimetres()
    {
        ImageSpec spec;
        spec.betweenColumnsMm = 0.5;
        spec.betweenRowsMm = 2.0;
        ToolBench bench(1, spec);
        const auto tool = tools::makeTool(u"point-roi"_s);
        click(bench, *tool, {200, 150});
        const auto &h = onlyMark(bench)->patientHandles;
        QVERIFY(near((h[1] - h[0]).length(), 5.0));
        // Without a scale nothing is in mm: five columns.
        spec.basis = dicom::SpacingBasis::None;
        ToolBench plain(1, spec);
        click(plain, *tool, {200, 150});
        const auto &p = onlyMark(plain)->imageHandles;
        QCOMPARE(p.size(), 2u);
        QVERIFY(near(p[1].column - p[0].column, 5.0) && near(p[1].row, p[0].row));
        // Where the image ends on the right its handle lies on another side.
        ToolBench edge;
        click(edge, *tool, {345, 150});
        QVERIFY(seen(edge, *onlyMark(edge))[1].x < 345.0);
    }

    void aCurveFollowsTheHandAndIsNeverTooLong()
    {
        ToolBench bench;
        const auto tool = tools::makeTool(u"freehand"_s);
        bench.press(*tool, {300, 150});
        constexpr int moves = 14'000;
        for (int i = 1; i <= moves; ++i) {
            const double turn = 2.0 * std::numbers::pi * 40.0 * i / moves;
            bench.move(*tool, {200 + 100 * std::cos(turn) * (1.0 - 0.5 * i / moves), 150 + 100 * std::sin(turn)});
        }
        bench.release(*tool, {250, 150});
        const auto *mark = onlyMark(bench);
        QVERIFY(mark);
        QVERIFY(mark->patientHandles.size() > 1000);
        QVERIFY(mark->patientHandles.size() <= std::size_t(session::maxHandles));
        QVERIFY(near(seen(bench, *mark).front(), {300, 150}));
        click(bench, *tool, {200, 150}); // no curve
        QCOMPARE(bench.state.annotations().size(), std::size_t(1));
        QVERIFY(!tool->draft());
    }

    void aTextIsAskedForBeforeThereIsAMark()
    {
        ToolBench bench;
        const auto tool = tools::makeTool(u"text"_s);
        bench.press(*tool, {200, 150});
        QVERIFY(!tool->wantsText());
        bench.release(*tool, {210, 155});
        QVERIFY(tool->wantsText() && tool->draft());
        QVERIFY(bench.applied.empty());
        QVERIFY(near(seen(bench, *tool->draft())[0], {210, 155}));
    }
};

CONSILIUM_TEST(MarkToolsTest)
#include "MarkToolsTest.moc"
