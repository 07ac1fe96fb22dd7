#include "tests/support/TestMain.h"
#include "tests/unit/tools/ToolBench.h"
#include "viewer/imaging/GreyRenderer.h"
#include "viewer/tools/WindowPresets.h"

using namespace consilium;
using namespace consilium::test;

class CommandsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void slices()
    {
        ToolBench bench(30);
        const std::pair<QString, int> steps[] = {
            {u"next-slice"_s, 1},  {u"next-slice"_s, 2},  {u"previous-slice"_s, 1}, {u"page-down"_s, 11},
            {u"page-down"_s, 21},  {u"page-down"_s, 29},  {u"page-up"_s, 19},       {u"first-slice"_s, 0},
            {u"last-slice"_s, 29}, {u"next-slice"_s, 29}, {u"previous-slice"_s, 28}};
        for (const auto &[command, slice] : steps) {
            bench.command(command);
            QCOMPARE(bench.slice(), slice);
        }
    }

    /// Where the corners of the picture go is what the words say, from whatever position one starts.
    void turnsAndMirrors_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<int>("a");
        QTest::addColumn<int>("b");
        QTest::addColumn<int>("c");
        QTest::addColumn<int>("d");
        // (x, y) from the middle -> (a x + b y, c x + d y)
        QTest::newRow("clockwise") << u"rotate-right"_s << 0 << -1 << 1 << 0;
        QTest::newRow("anticlockwise") << u"rotate-left"_s << 0 << 1 << -1 << 0;
        QTest::newRow("left-right") << u"flip-horizontal"_s << -1 << 0 << 0 << 1;
        QTest::newRow("top-bottom") << u"flip-vertical"_s << 1 << 0 << 0 << -1;
    }
    void turnsAndMirrors()
    {
        QFETCH(QString, command);
        QFETCH(int, a);
        QFETCH(int, b);
        QFETCH(int, c);
        QFETCH(int, d);
        for (const double rotation : {0.0, 90.0, 180.0, 270.0, 25.0}) {
            for (const bool flipped : {false, true}) {
                ToolBench bench;
                bench.apply({session::SetOrientation{bench.view, {rotation, flipped}},
                             session::SetZoomPan{bench.view,
                                                 session::ZoomPan{session::SpanUnit::Millimetres, 60.0, 4.0, -3.0}}});
                const auto before = bench.transform();
                bench.command(command);
                const auto after = bench.transform();
                for (const ImagePoint p : {ImagePoint{0, 0}, ImagePoint{63, 0}, ImagePoint{10, 50}}) {
                    const auto from = before.toScreen(p), to = after.toScreen(p);
                    const double x = from.x - 200.0, y = from.y - 150.0;
                    QVERIFY(std::abs(to.x - 200.0 - (a * x + b * y)) < 1e-6 &&
                            std::abs(to.y - 150.0 - (c * x + d * y)) < 1e-6);
                }
                const auto rotationNow = bench.orientation().rotationDeg;
                QVERIFY(rotationNow >= 0.0 && rotationNow < 360.0);
            }
        }
    }

    void mirrorsAreTheirOwnInverse()
    {
        ToolBench bench;
        bench.apply({session::SetOrientation{bench.view, {25.0, false}}});
        const auto hash = bench.state.hash();
        for (const auto &command : {u"flip-horizontal"_s, u"flip-vertical"_s}) {
            bench.command(command);
            QVERIFY(bench.state.hash() != hash);
            bench.command(command);
            QCOMPARE(bench.state.hash(), hash);
        }
    }

    void invertFitOneToOneReset()
    {
        ToolBench bench;
        const auto untouched = bench.state.hash();
        bench.command(u"reset"_s);
        bench.command(u"fit"_s);
        QVERIFY(bench.applied.empty());
        bench.command(u"invert"_s);
        QVERIFY(bench.state.presentation(bench.view, bench.dataSet->id).inverted);
        bench.apply(
            {session::SetZoomPan{bench.view, session::ZoomPan{session::SpanUnit::Millimetres, 20.0, 4.0, -3.0}}});
        const auto middle = bench.transform().toImage({200, 150});
        bench.command(u"one-to-one"_s);
        QVERIFY(std::abs(bench.transform().magnification() - 1.0) < 1e-12);
        const auto now = bench.transform().toImage({200, 150});
        QVERIFY(std::abs(now.column - middle.column) < 1e-9 && std::abs(now.row - middle.row) < 1e-9);
        bench.command(u"window-preset-lung"_s);
        bench.command(u"rotate-right"_s);
        bench.command(u"reset"_s);
        QCOMPARE(bench.state.hash(), untouched);
    }

    /// "As the file says" is without the tables of a presentation state; that of P-values is no window.
    void tablesOfStatesAreTakenAway()
    {
        ToolBench bench;
        const auto untouched = bench.state.hash();
        const auto shown = [&bench] { return bench.state.presentation(bench.view, bench.dataSet->id).tables; };
        session::GreyTables tables;
        tables.voi = session::ValueTable{0, 8, QByteArray(4, '\0'), 1.0, 0.0, {}};
        bench.apply({session::SetGreyTables{bench.view, bench.dataSet->id, tables}});
        bench.command(u"window-default"_s);
        QVERIFY(!shown());
        tables.presentation = tables.voi;
        bench.apply({session::SetGreyTables{bench.view, bench.dataSet->id, tables}});
        bench.command(u"window-preset-lung"_s);
        bench.command(u"window-default"_s);
        QVERIFY(!bench.window() && shown() && !shown()->voi && shown()->presentation);
        bench.command(u"reset"_s);
        QCOMPARE(bench.state.hash(), untouched);
    }

    void layouts()
    {
        ToolBench bench;
        bench.command(u"layout-2x2"_s);
        QCOMPARE(bench.state.layout().cellCount(), 4);
        const auto count = bench.applied.size();
        bench.command(u"layout-2x2"_s);
        QCOMPARE(bench.applied.size(), count);
        bench.command(u"layout-1x1"_s);
        QCOMPARE(bench.state.layout().cellCount(), 1);
    }

    void presets_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("centre");
        QTest::newRow("lung") << u"lung"_s << 1500.0 << -500.0;
        QTest::newRow("mediastinum") << u"mediastinum"_s << 380.0 << 45.0;
        QTest::newRow("bone") << u"bone"_s << 2000.0 << 450.0;
        QTest::newRow("liver") << u"liver"_s << 160.0 << 60.0;
        QTest::newRow("vessel") << u"vessel"_s << 560.0 << 120.0;
        QTest::newRow("brain") << u"brain"_s << 80.0 << 40.0;
    }
    void presets()
    {
        QFETCH(QString, name);
        QFETCH(double, width);
        QFETCH(double, centre);
        ToolBench bench;
        bench.command(u"window-preset-"_s + name);
        QCOMPARE(bench.window(), std::optional(session::Window{centre, width, session::VoiFunction::Linear}));
        bench.command(u"window-default"_s);
        QVERIFY(!bench.window());
    }

    /// Hounsfield numbers mean nothing on other values.
    void presetsInHounsfieldLeaveOtherImagesAlone()
    {
        ToolBench bench;
        for (auto &slice : bench.dataSet->slices) {
            auto changed = std::make_shared<dicom::Instance>(*slice);
            changed->grey.unit = ValueUnit::Unspecified;
            slice = changed;
        }
        bench.command(u"window-preset-lung"_s);
        QVERIFY(bench.applied.empty());
        bench.command(u"window-preset-auto"_s);
        QVERIFY(bench.window());
    }

    /// 64 x 64 = 4,096 pixels, 1 to 1,000 evenly and a padding border: the automatic window takes the values between
    /// the half percents, and padding has no part in it.
    void automaticWindow()
    {
        ToolBench bench(1);
        auto changed = std::make_shared<dicom::Instance>(*bench.dataSet->slices[0]);
        changed->pixels.paddingValue = 60000;
        bench.dataSet->slices[0] = changed;
        bench.frame = makeFrame(
            *changed, [](int row, int column) { return column < 14 ? 60000 : (row * 50 + column - 14) % 1000; });
        bench.command(u"window-preset-auto"_s);
        QVERIFY(bench.window());
        QVERIFY(std::abs(bench.window()->centre - (499.5 - 1024.0)) < 10.0);
        QVERIFY(std::abs(bench.window()->width - 990.0) < 12.0);
        bench.hasFrame = false;
        const auto count = bench.applied.size();
        bench.command(u"window-preset-auto"_s);
        QCOMPARE(bench.applied.size(), count);
    }

    /// A slope of 0.0001: values from 0 to 0.1. The automatic window spreads them over all greys.
    void automaticWindowOfSmallValues()
    {
        ToolBench bench(1);
        auto changed = std::make_shared<dicom::Instance>(*bench.dataSet->slices[0]);
        changed->grey.slope = 1e-4;
        changed->grey.intercept = 0.0;
        bench.dataSet->slices[0] = changed;
        const auto stored = [](int row, int column) { return (row * 64 + column) % 1000; };
        bench.frame = makeFrame(*changed, stored);
        bench.command(u"window-preset-auto"_s);
        const auto window = bench.window();
        QVERIFY(window);
        QVERIFY(window->function == session::VoiFunction::LinearExact);
        QVERIFY(std::abs(window->centre - 0.04995) < 0.001);
        QVERIFY(std::abs(window->width - 0.099) < 0.001);
        const imaging::GreyTable table(changed->grey, {window, nullptr, false}, false, changed->pixels);
        QCOMPARE(int(table.at(0)), 0);
        QCOMPARE(int(table.at(999)), 255);
        QVERIFY(std::abs(int(table.at(500)) - 128) < 4);

        // Nearly one value: what there is is spread. One value: it is grey.
        bench.frame =
            makeFrame(*changed, [](int row, int column) { return row == 0 && column < 3 ? 40 + column : 10; });
        bench.frame->shownMinimum = bench.frame->minimum = 10;
        bench.frame->shownMaximum = bench.frame->maximum = 42;
        bench.command(u"window-preset-auto"_s);
        QVERIFY(std::abs(bench.window()->width - 32e-4) < 1e-9);
        bench.frame = makeFrame(*changed, [](int, int) { return 10; });
        bench.frame->shownMinimum = bench.frame->minimum = bench.frame->shownMaximum = bench.frame->maximum = 10;
        bench.command(u"window-preset-auto"_s);
        const imaging::GreyTable flat(changed->grey, {bench.window(), nullptr, false}, false, changed->pixels);
        QCOMPARE(int(flat.at(10)), 128);
    }

    /// The same picture has the same automatic window, however deep its samples are: values 0 to 4,095, each once. The
    /// ends are the 21st value from below (more than 0.5 % of 4,096 are not above it) and the 4,076th.
    void automaticWindowOfAnyDepth()
    {
        const auto stored = [](int row, int column) { return row * 64 + column; };
        ToolBench bench(1);
        const auto &image = *bench.dataSet->slices[0];
        bench.frame = makeFrame(image, stored);
        bench.command(u"window-preset-auto"_s);
        const auto narrow = bench.window();
        QVERIFY(narrow);
        QCOMPARE(narrow->centre, (20.0 + 4075.0) / 2.0 - 1024.0);
        QCOMPARE(narrow->width, 4075.0 - 20.0);
        auto deep = std::make_shared<pixels::DecodedFrame>();
        deep->key = bench.frame->key;
        deep->rows = deep->columns = 64;
        deep->type = pixels::SampleType::F64;
        deep->highest = deep->shownHighest = 4095.0;
        deep->bytes.resize(64 * 64 * sizeof(double));
        auto *samples = reinterpret_cast<double *>(deep->bytes.data());
        for (int row = 0; row < 64; ++row)
            for (int column = 0; column < 64; ++column)
                *samples++ = stored(row, column);
        bench.frame = deep;
        session::Window other = *narrow; // the command does nothing where the window is that one already
        other.width += 1.0;
        bench.apply({session::SetWindow{bench.view, bench.dataSet->id, other}});
        bench.command(u"window-preset-auto"_s);
        QVERIFY(bench.window() == narrow);
    }

    void unknownCommandsDoNothing()
    {
        ToolBench bench;
        for (const auto &name : {u"delete-everything"_s, u"window-preset-"_s, u"window-preset-x"_s, QString()})
            bench.command(name);
        QVERIFY(bench.applied.empty());
    }
};

CONSILIUM_TEST(CommandsTest)
#include "CommandsTest.moc"
