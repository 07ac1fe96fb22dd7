#include "tests/support/TestMain.h"
#include "tests/unit/tools/ToolBench.h"

using namespace consilium;
using namespace consilium::test;

namespace
{

bool near(double a, double b, double within = 1e-9)
{
    return std::abs(a - b) <= within;
}

bool near(ScreenPoint a, ScreenPoint b)
{
    return near(a.x, b.x, 1e-6) && near(a.y, b.y, 1e-6);
}

} // namespace

class DragToolsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyToolHasAName()
    {
        for (const auto &name : tools::toolNames()) {
            const auto tool = tools::makeTool(name);
            QVERIFY(tool);
            QCOMPARE(QString(tool->name()), name);
        }
        QVERIFY(!tools::makeTool(u"nothing"_s));
    }

    /// Nothing in the view, nothing under the pointer: no tool may answer, none may fall.
    void anEmptyViewGivesNothing()
    {
        const session::ViewerState state;
        const tools::ToolContext context{state, ViewId(u"v1"_s),     nullptr, nullptr, nullptr, nullptr, 400,
                                         300,   ActorId(u"local"_s), {}};
        for (const auto &name : tools::toolNames()) {
            const auto tool = tools::makeTool(name);
            QVERIFY(tool->press(context, {{10, 10}, {}}).empty());
            if (name != u"probe") { // that one points, even at nothing
                QVERIFY(tool->move(context, {{50, 50}, {}}).empty());
            }
            QVERIFY(tool->release(context, {{50, 50}, {}}).empty());
            QVERIFY(tool->wheel(context, {{50, 50}, {}}, 1.0).empty());
        }
        for (const auto &name : tools::commandNames()) {
            if (!name.startsWith(u"layout-")) {
                QVERIFY2(tools::commandActions(name, context).empty(), qPrintable(name));
            }
        }
    }

    void wheelScrolls()
    {
        ToolBench bench(20);
        const auto tool = tools::makeTool(u"scroll"_s);
        bench.wheel(*tool, {10, 10}, 1.0);
        QCOMPARE(bench.slice(), 1);
        const auto *shown = std::get_if<session::ShowPlane>(&bench.applied.back());
        QVERIFY(shown);
        QCOMPARE(std::get<session::ImageRef>(shown->plane).sop, bench.dataSet->slices[1]->sop);
        bench.wheel(*tool, {10, 10}, 5.0);
        QCOMPARE(bench.slice(), 6);
        bench.wheel(*tool, {10, 10}, -2.0);
        QCOMPARE(bench.slice(), 4);
        bench.wheel(*tool, {10, 10}, -1e9);
        QCOMPARE(bench.slice(), 0);
        bench.wheel(*tool, {10, 10}, 1e9);
        QCOMPARE(bench.slice(), 19);
        const auto before = bench.applied.size();
        bench.wheel(*tool, {10, 10}, 1.0); // at the end nothing more happens
        bench.wheel(*tool, {10, 10}, std::nan(""));
        QCOMPARE(bench.applied.size(), before);
    }

    void partsOfANotchAddUp()
    {
        ToolBench bench(20);
        const auto tool = tools::makeTool(u"scroll"_s);
        for (int i = 0; i < 30; ++i)
            bench.wheel(*tool, {10, 10}, 0.1);
        QCOMPARE(bench.slice(), 3);
        QCOMPARE(bench.applied.size(), 3u);
        bench.wheel(*tool, {10, 10}, 0.9);
        bench.wheel(*tool, {10, 10}, -1.0); // turning round does not lag
        QCOMPARE(bench.slice(), 2);
    }

    void dragScrolls()
    {
        ToolBench bench(11);
        const auto tool = tools::makeTool(u"scroll"_s);
        bench.drag(*tool, {200, 100}, {200, 136}); // 12 px a slice
        QCOMPARE(bench.slice(), 3);
        bench.drag(*tool, {200, 100}, {200, 88});
        QCOMPARE(bench.slice(), 2);
        bench.drag(*tool, {200, 100}, {300, 100}); // sideways nothing
        QCOMPARE(bench.slice(), 2);
    }

    /// However large the stack, a drag over the height of the view goes through all of it.
    void dragReachesTheEnd_data()
    {
        QTest::addColumn<int>("slices");
        for (const int slices : {1, 2, 40, 400, 2000})
            QTest::addRow("%d", slices) << slices;
    }
    void dragReachesTheEnd()
    {
        QFETCH(int, slices);
        ToolBench bench(slices);
        const auto tool = tools::makeTool(u"scroll"_s);
        bench.drag(*tool, {200, 10}, {200, 10 + bench.height * 0.9});
        QCOMPARE(std::max(0, bench.slice()), slices >= 40 ? slices - 1 : slices > 1 ? 1 : 0);
        bench.drag(*tool, {200, 290}, {200, 290 - bench.height * 0.9});
        QCOMPARE(std::max(0, bench.slice()), 0);
    }

    /// The frame holds 0 to 4095: 4095 / 1024 units a pixel. Right is wider, up is a higher level.
    void windowDrag()
    {
        ToolBench bench;
        bench.apply({session::SetWindow{bench.view, bench.dataSet->id, session::Window{40.0, 400.0}}});
        const auto tool = tools::makeTool(u"window"_s);
        bench.drag(*tool, {100, 100}, {150, 100});
        QCOMPARE(bench.window()->width, std::round(400.0 + 50.0 * 4095.0 / 1024.0));
        QCOMPARE(bench.window()->centre, 40.0);
        bench.drag(*tool, {100, 100}, {100, 80});
        QCOMPARE(bench.window()->centre, std::round(40.0 + 20.0 * 4095.0 / 1024.0));
        bench.drag(*tool, {100, 100}, {-5000, 100});
        QCOMPARE(bench.window()->width, 1.0);
        QVERIFY(bench.window()->function == session::VoiFunction::Linear);
    }

    /// Without a window of the reader's the drag starts from what is shown: the file's.
    void windowDragStartsFromTheFilesWindow()
    {
        ToolBench bench;
        for (auto &slice : bench.dataSet->slices) {
            auto changed = std::make_shared<dicom::Instance>(*slice);
            changed->grey.windows = {{300.0, 1000.0, {}}};
            changed->grey.voiFunction = dicom::VoiFunctionKind::LinearExact;
            slice = changed;
        }
        const auto tool = tools::makeTool(u"window"_s);
        bench.drag(*tool, {100, 100}, {100, 110});
        QCOMPARE(bench.window()->width, 1000.0);
        QCOMPARE(bench.window()->centre, std::round(300.0 - 10.0 * 4095.0 / 1024.0));
        QVERIFY(bench.window()->function == session::VoiFunction::LinearExact);
    }

    void windowDragStartsFromAVoiLut()
    {
        ToolBench bench;
        auto lut = std::make_shared<dicom::LookupTable>();
        lut->firstMapped = 100;
        lut->entries.resize(512);
        for (auto &slice : bench.dataSet->slices) {
            auto changed = std::make_shared<dicom::Instance>(*slice);
            changed->grey.voiLuts = {lut};
            slice = changed;
        }
        const auto tool = tools::makeTool(u"window"_s);
        bench.drag(*tool, {100, 100}, {110, 100});
        QCOMPARE(bench.window()->centre, 356.0);
        QCOMPARE(bench.window()->width, std::round(512.0 + 10.0 * 4095.0 / 1024.0));
    }

    /// The table of a presentation state, in values four times the image's: its range is told in the image's.
    void windowDragStartsFromATableOfAState()
    {
        ToolBench bench;
        session::GreyTables tables;
        tables.voi = session::ValueTable{100, 8, QByteArray(2 * 512, '\0'), 1.0, 20.0, {}};
        bench.apply({session::SetGreyTables{bench.view, bench.dataSet->id, tables}});
        const auto tool = tools::makeTool(u"window"_s);
        bench.drag(*tool, {100, 100}, {110, 100});
        QCOMPARE(bench.window()->centre, 336.0);
        QCOMPARE(bench.window()->width, std::round(512.0 + 10.0 * 4095.0 / 1024.0));
        tables.voi->factor = 4.0;
        bench.apply({session::SetWindow{bench.view, bench.dataSet->id, std::nullopt},
                     session::SetGreyTables{bench.view, bench.dataSet->id, tables}});
        bench.drag(*tool, {100, 100}, {110, 100});
        QCOMPARE(bench.window()->centre, (356.0 - 20.0) / 4.0);
        QCOMPARE(bench.window()->width, std::round(128.0 + 10.0 * 4095.0 / 1024.0));
        QVERIFY(bench.window()->function == session::VoiFunction::LinearExact);
        // Without pixels it is not known what the drag begins from, whatever windows the file has.
        bench.apply({session::SetWindow{bench.view, bench.dataSet->id, std::nullopt}});
        bench.hasFrame = false;
        bench.drag(*tool, {100, 100}, {110, 100});
        QVERIFY(!bench.window());
    }

    /// PET-like values: steps far below one unit, and no jump to whole numbers.
    void windowDragOnSmallValues()
    {
        ImageSpec spec;
        spec.slope = 0.001;
        spec.intercept = 0.0;
        ToolBench bench(3, spec);
        bench.apply({session::SetWindow{bench.view, bench.dataSet->id,
                                        session::Window{2.0, 4.0, session::VoiFunction::LinearExact}}});
        const auto tool = tools::makeTool(u"window"_s);
        bench.drag(*tool, {100, 100}, {200, 50});
        QVERIFY(near(bench.window()->width, 4.0 + 100.0 * 4.095 / 1024.0, 0.001));
        QVERIFY(near(bench.window()->centre, 2.0 + 50.0 * 4.095 / 1024.0, 0.001));
        bench.drag(*tool, {100, 100}, {-9000, 100});
        QVERIFY(bench.window()->width > 0.0 && bench.window()->width < 0.01);
    }

    void windowDragDoesNothingToColour()
    {
        ToolBench bench;
        for (auto &slice : bench.dataSet->slices) {
            auto changed = std::make_shared<dicom::Instance>(*slice);
            changed->pixels.samplesPerPixel = 3;
            slice = changed;
        }
        const auto tool = tools::makeTool(u"window"_s);
        bench.drag(*tool, {100, 100}, {200, 200});
        QVERIFY(bench.applied.empty());
    }

    void zoomKeepsThePlaceOfThePress_data()
    {
        QTest::addColumn<double>("rotation");
        QTest::addColumn<bool>("flipped");
        QTest::newRow("plain") << 0.0 << false;
        QTest::newRow("turned") << 90.0 << false;
        QTest::newRow("oblique, mirrored") << 33.0 << true;
    }
    void zoomKeepsThePlaceOfThePress()
    {
        QFETCH(double, rotation);
        QFETCH(bool, flipped);
        ToolBench bench;
        bench.apply({session::SetOrientation{bench.view, {rotation, flipped}}});
        const auto tool = tools::makeTool(u"zoom"_s);
        const ScreenPoint at{250, 120};
        const ImagePoint place = bench.transform().toImage(at);
        const double before = bench.transform().magnification();
        bench.drag(*tool, at, {250, 20}); // 100 px up: twice as large
        QVERIFY(near(bench.transform().magnification(), 2.0 * before, 1e-9));
        QVERIFY(near(bench.transform().toScreen(place), at));
        bench.wheel(*tool, at, 5.0); // five notches towards the person: half as large
        QVERIFY(near(bench.transform().magnification(), before, 1e-9));
        QVERIFY(near(bench.transform().toScreen(place), at));
    }

    void zoomHasLimits()
    {
        ToolBench bench;
        const auto tool = tools::makeTool(u"zoom"_s);
        bench.drag(*tool, {200, 150}, {200, -100000});
        QVERIFY(near(bench.transform().magnification(), 64.0, 1e-6));
        bench.drag(*tool, {200, 150}, {200, 100000});
        QVERIFY(near(bench.transform().magnification(), 0.02, 1e-6));
        bench.wheel(*tool, {200, 150}, 1e12);
        QVERIFY(near(bench.transform().magnification(), 0.02, 1e-6));
        bench.wheel(*tool, {200, 150}, -1e12);
        QVERIFY(near(bench.transform().magnification(), 64.0, 1e-6));
    }

    void aClickWithoutADragLeavesTheFitAlone()
    {
        ToolBench bench;
        for (const auto &name : {u"zoom"_s, u"pan"_s, u"rotate"_s, u"window"_s, u"scroll"_s}) {
            const auto tool = tools::makeTool(name);
            bench.press(*tool, {120, 130});
            bench.move(*tool, {120, 130});
            bench.release(*tool, {120, 130});
            QVERIFY2(bench.applied.empty(), qPrintable(name));
        }
    }

    void panFollowsThePointer_data() { zoomKeepsThePlaceOfThePress_data(); }
    void panFollowsThePointer()
    {
        QFETCH(double, rotation);
        QFETCH(bool, flipped);
        ToolBench bench;
        bench.apply({session::SetOrientation{bench.view, {rotation, flipped}}});
        const ImagePoint place = bench.transform().toImage({100, 100});
        const double before = bench.transform().magnification();
        bench.drag(*tools::makeTool(u"pan"_s), {100, 100}, {163, 71});
        QVERIFY(near(bench.transform().toScreen(place), {163, 71}));
        // Fitted at 33 degrees the image fills a larger box; panning keeps the size it had.
        QVERIFY(near(bench.transform().magnification(), before, 1e-9));
    }

    void rotateFollowsThePointer()
    {
        ToolBench bench;
        const auto tool = tools::makeTool(u"rotate"_s);
        bench.drag(*tool, {300, 150}, {200, 250}, {}, 1); // from the right to the bottom: a quarter clockwise
        QCOMPARE(bench.orientation(), (session::Orientation{90.0, false}));
        bench.drag(*tool, {300, 150}, {200, 50}, {}, 1);
        QCOMPARE(bench.orientation(), (session::Orientation{0.0, false}));
        bench.drag(*tool, {300, 150}, {300, 150 - 0.001}, {}, 1);
        QCOMPARE(bench.orientation(), (session::Orientation{0.0, false}));
        const double tangent = std::tan(37.0 * M_PI / 180.0) * 100.0;
        bench.drag(*tool, {300, 150}, {300, 150 + tangent}, Qt::ShiftModifier);
        QCOMPARE(bench.orientation().rotationDeg, 30.0);
        bench.drag(*tool, {300, 150}, {300, 150 - tangent});
        QVERIFY(near(bench.orientation().rotationDeg, 353.0, 1e-9));
        bench.drag(*tool, {202, 150}, {203, 151}); // in the very middle an angle means nothing
        QVERIFY(near(bench.orientation().rotationDeg, 353.0, 1e-9));
    }

    /// A place that is followed while turning stays under the pointer, mirrored or not.
    void rotateTurnsThePictureWithThePointer_data() { zoomKeepsThePlaceOfThePress_data(); }
    void rotateTurnsThePictureWithThePointer()
    {
        QFETCH(double, rotation);
        QFETCH(bool, flipped);
        ToolBench bench;
        // A fixed zoom: a fitted picture changes its size with the turn.
        bench.apply({session::SetOrientation{bench.view, {rotation, flipped}},
                     session::SetZoomPan{bench.view, session::ZoomPan{session::SpanUnit::Millimetres, 60.0, 0, 0}}});
        const ImagePoint place = bench.transform().toImage({300, 150});
        bench.drag(*tools::makeTool(u"rotate"_s), {300, 150}, {200, 250}, {}, 5);
        QVERIFY(near(bench.transform().toScreen(place), {200, 250}));
    }

    /// Actions are absolute: the last move of a drag alone gives the same state as all of them.
    void everyActionIsAbsolute_data()
    {
        QTest::addColumn<QString>("tool");
        for (const auto &name : tools::toolNames()) {
            if (name != u"freehand") // a curve is made of all the places of the hand
                QTest::newRow(qPrintable(name)) << name;
        }
    }
    void everyActionIsAbsolute()
    {
        QFETCH(QString, tool);
        ToolBench slow(200), quick(200);
        for (auto *bench : {&slow, &quick}) {
            bench->apply({session::SetWindow{bench->view, bench->dataSet->id, session::Window{40.0, 400.0}}});
            bench->drag(*tools::makeTool(tool), {230, 120}, {260, 210}, {}, bench == &slow ? 40 : 1);
        }
        // A mark is one action, whatever way the hand took to draw it.
        const bool drawsMarks = tool == u"probe" || tools::markToolNames().contains(tool);
        QVERIFY(slow.applied.size() > quick.applied.size() || drawsMarks);
        QCOMPARE(slow.state.hash(), quick.state.hash());
    }
};

CONSILIUM_TEST(DragToolsTest)
#include "DragToolsTest.moc"
