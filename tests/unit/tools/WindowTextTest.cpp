#include "viewer/tools/WindowText.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tools/ToolBench.h"
#include "viewer/tools/ImageCommands.h"

using namespace consilium;
using namespace consilium::test;
using session::VoiFunction;
using tools::windowFromText;
using tools::WindowTextProblem;

class WindowTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<double>("centre");
        QTest::addColumn<double>("width");
        QTest::newRow("plain") << u"40 400"_s << 40.0 << 400.0;
        QTest::newRow("blanks") << u"  40   400 "_s << 40.0 << 400.0;
        QTest::newRow("negative") << u"-600 1500"_s << -600.0 << 1500.0;
        QTest::newRow("true minus") << u"−600 1500"_s << -600.0 << 1500.0;
        QTest::newRow("comma") << u"40,400"_s << 40.0 << 400.0;
        QTest::newRow("comma and blank") << u"40, 400"_s << 40.0 << 400.0;
        QTest::newRow("slash") << u"40/400"_s << 40.0 << 400.0;
        QTest::newRow("decimals") << u"2.5 .75"_s << 2.5 << 0.75;
        QTest::newRow("as the image says it") << u"W 400 L 40"_s << 40.0 << 400.0;
        QTest::newRow("tight") << u"w400l-40"_s << -40.0 << 400.0;
        QTest::newRow("centre first") << u"C 40 W 400"_s << 40.0 << 400.0;
        QTest::newRow("two letters") << u"WW: 400 WL: 40"_s << 40.0 << 400.0;
        QTest::newRow("full width") << u"４０　４００"_s << 40.0 << 400.0;
        QTest::newRow("Chinese comma") << u"40，400"_s << 40.0 << 400.0;
        QTest::newRow("Chinese pause") << u"40、400"_s << 40.0 << 400.0;
    }
    void reads()
    {
        QFETCH(QString, typed);
        QFETCH(double, centre);
        QFETCH(double, width);
        const auto window = windowFromText(typed);
        QVERIFY(window.has_value());
        QCOMPARE(window->centre, centre);
        QCOMPARE(window->width, width);
        QCOMPARE(window->function, width < 1.0 ? VoiFunction::LinearExact : VoiFunction::Linear);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("problem");
        const auto row = [](const QString &typed, WindowTextProblem problem) {
            QTest::newRow(qPrintable(typed)) << typed << int(problem);
        };
        for (const QString &typed :
             {u""_s, u"40"_s, u"40 400 1"_s, u"bone"_s, u"40 wide"_s, u"W 400 W 40"_s, u"W 400 40"_s, u"L40 400"_s,
              u"4 0x10"_s, u"1e3 40"_s, u"40 4OO"_s, u"40--400"_s, u"nan 400"_s, u"40 inf"_s, u"40.4.400"_s})
            row(typed, WindowTextProblem::NotTwoNumbers);
        row(u"40 0"_s, WindowTextProblem::WidthTooSmall);
        row(u"40 -400"_s, WindowTextProblem::WidthTooSmall);
        row(u"40 99999999999"_s, WindowTextProblem::OutOfRange);
        row(u"-99999999999 400"_s, WindowTextProblem::OutOfRange);
    }
    void refuses()
    {
        QFETCH(QString, typed);
        QFETCH(int, problem);
        const auto window = windowFromText(typed);
        QVERIFY(!window.has_value());
        QCOMPARE(int(window.error()), problem);
    }

    void windowsOfTheFileInTurn()
    {
        auto stack = makeStack(3, {});
        for (auto &slice : stack->slices) {
            auto image = std::make_shared<dicom::Instance>(*slice);
            image->grey.windows = {{40, 400, u"SOFT"_s}, {-600, 1500, u"LUNG"_s}, {300, 2000, u"BONE"_s}};
            image->grey.voiFunction = dicom::VoiFunctionKind::LinearExact;
            slice = image;
        }
        ToolBench bench(stack);
        bench.command(u"window-file-next"_s);
        QVERIFY(bench.window() == (session::Window{-600, 1500, VoiFunction::LinearExact}));
        bench.command(u"window-file-next"_s);
        QVERIFY(bench.window() == (session::Window{300, 2000, VoiFunction::LinearExact}));
        bench.command(u"window-file-next"_s);
        QVERIFY(!bench.window()); // the first is what the file says by itself
        bench.apply({session::SetWindow{bench.view, bench.dataSet->id, session::Window{1, 2}}});
        bench.command(u"window-file-next"_s); // none of the file's: back to it
        QVERIFY(!bench.window());
        // Under the table of a presentation state the file's first window is one like the others.
        session::GreyTables tables;
        tables.voi = session::ValueTable{0, 8, QByteArray(4, '\0'), 1.0, 0.0, {}};
        bench.apply({session::SetGreyTables{bench.view, bench.dataSet->id, tables}});
        for (const double centre : {40.0, -600.0, 300.0, 40.0}) {
            bench.command(u"window-file-next"_s);
            QVERIFY(bench.window());
            QCOMPARE(bench.window()->centre, centre);
        }
    }

    /// Windows by their numbers, VOI LUTs by their place in each file.
    void tablesOfTheFileInTurn()
    {
        const auto named = [](const QString &name) {
            auto lut = std::make_shared<dicom::LookupTable>();
            lut->entries = {0, 1};
            lut->explanation = name;
            return lut;
        };
        const auto stackOf = [&](bool hasWindow) {
            auto stack = makeStack(3, {});
            for (auto &slice : stack->slices) {
                auto image = std::make_shared<dicom::Instance>(*slice);
                image->grey.windows.clear();
                if (hasWindow)
                    image->grey.windows = {{40, 400, u"SOFT"_s}, {-600, 1500, {}}};
                image->grey.voiLuts = {named(u"NORMAL"_s), named({}), named(u"HARDER"_s)};
                slice = image;
            }
            return stack;
        };
        ToolBench bench(stackOf(false));
        const auto table = [](const ToolBench &of) { return of.state.presentation(of.view, of.dataSet->id).fileTable; };
        const auto next = [](ToolBench &of) { of.command(u"window-file-next"_s); };
        for (const int wanted : {2, 3, 0, 2}) {
            next(bench);
            QCOMPARE(table(bench), wanted);
            QVERIFY(!bench.window());
        }
        bench.command(u"window-file-3"_s);
        QCOMPARE(table(bench), 3);
        bench.command(u"window-file-4"_s); // there is none
        QCOMPARE(table(bench), 3);
        bench.apply({session::SetWindow{bench.view, bench.dataSet->id, session::Window{1, 2}}});
        QCOMPARE(table(bench), 0); // one or the other
        next(bench);
        QVERIFY(!bench.window());
        QCOMPARE(table(bench), 0);
        bench.command(u"window-file-2"_s);
        bench.command(u"window-default"_s);
        QCOMPARE(table(bench), 0);
        bench.command(u"window-file-2"_s);
        bench.command(u"reset"_s);
        QVERIFY(bench.state.presentations().empty());

        ToolBench both(stackOf(true));
        next(both);
        QVERIFY(both.window() && both.window()->centre == -600.0);
        for (const int wanted : {1, 2, 3, 0}) {
            next(both);
            QCOMPARE(table(both), wanted);
            QVERIFY(!both.window());
        }
        const auto all = tools::fileVois(*both.dataSet->slices.front(), {});
        QStringList names;
        for (const auto &one : all)
            names << one.name;
        QCOMPARE(names.join(u'|'), u"SOFT|W 1500 L -600|NORMAL|VOI LUT 2|HARDER"_s);
        QVERIFY(all.front().isInUse && !all.back().isInUse);
    }

    /// On an image that a state's table or window is not for, the file's first one is in use.
    void fileWindowsBesideAStateForOtherImages()
    {
        dicom::Instance here;
        here.sop = SopInstanceUid(u"1.2.1"_s);
        here.grey.windows = {{40, 400, {}}, {-600, 1500, {}}};
        dicom::Instance there = here;
        there.sop = SopInstanceUid(u"1.2.2"_s);
        const session::ImageRefs others{{there.sop, 0}};
        session::Presentation byTable, byWindow;
        byTable.tables.emplace().voi = session::ValueTable{0, 8, QByteArray(4, '\0'), 1.0, 0.0, {}};
        byTable.tables->images = others;
        byWindow.tables.emplace().windows = {{session::Window{1.0, 2.0}, others}};
        byWindow.tables->images = others;
        for (session::Presentation now : {byTable, byWindow}) {
            const auto own = tools::fileVois(here, now), covered = tools::fileVois(there, now);
            QVERIFY(own.front().isInUse && !own.front().window);
            QVERIFY(!covered.front().isInUse && covered.front().window && !covered.back().isInUse);
            now.window = covered.front().window;
            QVERIFY(tools::fileVois(there, now).front().isInUse);
        }
    }

    void enhancementGoesUpAndOff()
    {
        ToolBench bench;
        const auto now = [&] { return bench.state.presentation(bench.view, bench.dataSet->id).enhancement; };
        for (int level = 1; level <= 5; ++level) {
            bench.command(u"enhance-edge"_s);
            QVERIFY(now() == (session::Enhancement{session::EnhancementKind::Edge, level}));
        }
        bench.command(u"enhance-edge"_s);
        QVERIFY(!now());
        bench.command(u"enhance-smooth"_s);
        bench.command(u"enhance-sharpen"_s); // another kind begins anew
        QVERIFY(now() == (session::Enhancement{session::EnhancementKind::Sharpen, 1}));
        bench.command(u"colours-pet"_s);
        bench.command(u"enhance-weaker"_s);
        QVERIFY(!now());
        bench.command(u"reset"_s);
        QVERIFY(bench.state.presentations().empty());
    }
};

CONSILIUM_TEST(WindowTextTest)
#include "WindowTextTest.moc"
