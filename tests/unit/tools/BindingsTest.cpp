#include "viewer/tools/Bindings.h"
#include "tests/support/TestMain.h"
#include "viewer/tools/Commands.h"
#include "viewer/tools/MouseProfiles.h"
#include "viewer/tools/Tool.h"
#include "viewer/tools/WindowPresets.h"

#include <QFile>

#include <algorithm>

using namespace consilium;
using namespace consilium::tools;
using namespace Qt::StringLiterals;

class BindingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// The compiled-in files are there although they lie in a static library.
    void theProgramsOwnAreThere()
    {
        QFile file(QStringLiteral(CONSILIUM_SOURCE_DIR "/resources/bindings/default.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(builtInBindings(), file.readAll());
        const auto bindings = Bindings::fromJson(builtInBindings());
        QVERIFY2(bindings.has_value(), bindings ? "" : qPrintable(bindings.error().detail));
        QCOMPARE(bindings->toolFor(Qt::LeftButton, {}), u"window"_s);
        QCOMPARE(bindings->toolFor(Qt::RightButton, {}), u"zoom"_s);
        QCOMPARE(bindings->toolFor(Qt::MiddleButton, {}), u"pan"_s);
        QCOMPARE(bindings->wheelTool({}), u"scroll"_s);
        QCOMPARE(bindings->wheelTool(Qt::ControlModifier), u"zoom"_s);
        QCOMPARE(builtInWindowPresets().size(), 8u);
    }

    /// Every command can be reached by a key (layouts by way of the picker, the loop by way of cine), and no key runs a
    /// command that nobody knows.
    void keysAndCommandsFit()
    {
        const auto bindings = Bindings::fromJson(builtInBindings());
        QVERIFY(bindings);
        QStringList bound;
        for (const auto &binding : bindings->keys())
            bound << binding.command;
        // Of these families the palette has the rest.
        const auto isOfAFamily = [](const QString &command) {
            return command.startsWith(u"layout-") || command.startsWith(u"slab-") || command.startsWith(u"enhance-") ||
                   command.startsWith(u"colours-") || command.startsWith(u"suv-") ||
                   command.startsWith(u"window-file-");
        };
        for (const QString &tool : markToolNames())
            QVERIFY2(bound.contains(u"tool-"_s + tool), qPrintable(tool));
        for (const auto &command : commandNames())
            QVERIFY2(isOfAFamily(command) || command == u"next-slice-around" || bound.contains(command),
                     qPrintable(command));
        const QStringList ofTheApp{u"undo"_s,
                                   u"redo"_s,
                                   u"toggle-overlay"_s,
                                   u"toggle-panels"_s,
                                   u"open-folder"_s,
                                   u"open-worklist"_s,
                                   u"refresh"_s,
                                   u"next-region"_s,
                                   u"close-tab"_s,
                                   u"next-tab"_s,
                                   u"settings"_s,
                                   u"quit"_s,
                                   u"next-series"_s,
                                   u"previous-series"_s,
                                   u"maximise"_s,
                                   u"delete-mark"_s,
                                   u"show-details"_s,
                                   u"link-scroll"_s,
                                   u"link-offset"_s,
                                   u"reference-lines"_s,
                                   u"reference-lines-ends"_s,
                                   u"window-type"_s,
                                   u"magnifier"_s};
        for (const auto &command : bound) {
            const bool tool = command.startsWith(u"tool-") && toolNames().contains(command.mid(5));
            QVERIFY2(tool || commandNames().contains(command) || ofTheApp.contains(command), qPrintable(command));
        }
    }

    void modifiers()
    {
        const auto bindings = Bindings::fromJson(R"({"mouse": [{"button": "left", "tool": "rotate"},
            {"button": "left", "modifiers": ["ctrl", "shift"], "tool": "pan"}]})");
        QVERIFY(bindings);
        QCOMPARE(bindings->toolFor(Qt::LeftButton, Qt::ControlModifier | Qt::ShiftModifier), u"pan"_s);
        QCOMPARE(bindings->toolFor(Qt::LeftButton, Qt::ShiftModifier), u"rotate"_s); // Shift is left to the tool
        QCOMPARE(bindings->toolFor(Qt::LeftButton, Qt::KeypadModifier), u"rotate"_s);
        QCOMPARE(bindings->toolFor(Qt::RightButton, {}), QString());
    }

    void aButtonTakesAnotherTool()
    {
        auto bindings = *Bindings::fromJson(builtInBindings());
        bindings.setTool(Qt::LeftButton, u"probe"_s);
        QCOMPARE(bindings.toolFor(Qt::LeftButton, {}), u"probe"_s);
        QCOMPARE(bindings.toolFor(Qt::LeftButton, Qt::ControlModifier), u"pan"_s);
        bindings.setTool(Qt::BackButton, u"scroll"_s);
        QCOMPARE(bindings.toolFor(Qt::BackButton, {}), u"scroll"_s);
    }

    void theReadersKeysAreKept()
    {
        auto bindings = *Bindings::fromJson(builtInBindings());
        bindings.addUsualKeys(u"cine"_s, {QKeySequence(u"C"_s)});
        QVERIFY(!bindings.hasChoices());
        bindings.chooseKeys(u"fit"_s, {QKeySequence(u"G"_s), QKeySequence(u"Ctrl+G"_s)});
        bindings.chooseKeys(u"cine"_s, {});
        const QByteArray json = bindings.keyChoices();
        auto again = *Bindings::fromJson(builtInBindings());
        QVERIFY(again.setKeyChoices(json));
        again.addUsualKeys(u"cine"_s, {QKeySequence(u"C"_s)}); // the program names it later: the choice stands
        QCOMPARE(again.keysOf(u"fit"_s), (QList<QKeySequence>{QKeySequence(u"G"_s), QKeySequence(u"Ctrl+G"_s)}));
        QVERIFY(again.keysOf(u"cine"_s).isEmpty());
        QCOMPARE(again.keysOf(u"reset"_s), bindings.usualKeysOf(u"reset"_s));
        again.forgetChoice(u"cine"_s);
        QCOMPARE(again.keysOf(u"cine"_s), QList<QKeySequence>{QKeySequence(u"C"_s)});
        again.chooseKeys(u"fit"_s, again.usualKeysOf(u"fit"_s));
        QVERIFY(!again.hasChoices());
        // A bad file changes nothing.
        for (const QByteArray &bad :
             {QByteArray("["), QByteArray("{}"), QByteArray(R"({"keys": [{"keys": "F", "command": 7}]})"),
              QByteArray(R"({"keys": [{"command": "fit"}]})")}) {
            QVERIFY(!bindings.setKeyChoices(bad));
            QCOMPARE(bindings.keyChoices(), json);
        }
        // Commands of two pages may share a key, and are read back so: which ones may, their places decide.
        bindings.chooseKeys(u"cine"_s, {QKeySequence(u"G"_s)});
        QVERIFY(again.setKeyChoices(bindings.keyChoices()));
        QCOMPARE(again.keysOf(u"cine"_s), QList<QKeySequence>{QKeySequence(u"G"_s)});
        QVERIFY(again.keysOf(u"fit"_s).contains(QKeySequence(u"G"_s)));
    }

    void mouseProfiles()
    {
        auto bindings = *Bindings::fromJson(builtInBindings());
        const auto own = bindings.mouse();
        QCOMPARE(tools::mouseProfiles().size(), std::size_t(3));
        for (const auto &profile : tools::mouseProfiles()) {
            QVERIFY2(bindings.setMouse(profile.json), qPrintable(profile.name));
            QVERIFY(!bindings.wheelTool({}).isEmpty());
            QVERIFY(!bindings.keys().empty());
            auto again = *Bindings::fromJson(builtInBindings());
            QVERIFY(again.setMouse(bindings.mouseJson()));
            QVERIFY(again.mouse() == bindings.mouse());
        }
        QVERIFY(bindings.setMouse(tools::mouseProfiles()[0].json));
        QVERIFY(bindings.mouse() == own);
        QVERIFY(bindings.setMouse(tools::mouseProfiles()[1].json));
        QCOMPARE(bindings.toolFor(Qt::LeftButton, {}), u"scroll"_s);
        QCOMPARE(bindings.toolFor(Qt::RightButton, {}), u"window"_s);
        QVERIFY(!bindings.setMouse(R"({"mouse": [{"button": "left", "tool": "axe"}]})"));
        QVERIFY(!bindings.setMouse(R"({"keys": []})"));
        QCOMPARE(bindings.toolFor(Qt::LeftButton, {}), u"scroll"_s);
        bindings.setTool(Qt::LeftButton, Qt::ShiftModifier, {});
        QCOMPARE(bindings.toolFor(Qt::LeftButton, Qt::ShiftModifier), u"scroll"_s); // left to the plain one
    }

    /// Many desktops move the window with Alt and a button: no profile may have a tool there only.
    void nothingNeedsAlt()
    {
        auto bindings = *Bindings::fromJson(builtInBindings());
        for (const auto &profile : tools::mouseProfiles()) {
            QVERIFY(bindings.setMouse(profile.json));
            int withAlt = 0;
            for (const auto &alt : bindings.mouse()) {
                if (!alt.modifiers.testFlag(Qt::AltModifier))
                    continue;
                ++withAlt;
                const bool isElsewhere =
                    std::any_of(bindings.mouse().begin(), bindings.mouse().end(), [&](const auto &other) {
                        const bool isSameMove = (other.button == Qt::NoButton) == (alt.button == Qt::NoButton);
                        return isSameMove && other.tool == alt.tool && !other.modifiers.testFlag(Qt::AltModifier) &&
                               !other.modifiers.testFlag(Qt::MetaModifier);
                    });
                QVERIFY2(isElsewhere, qPrintable(profile.name + u' ' + alt.tool));
            }
            QVERIFY(withAlt > 0); // it stays for those who are used to it
            QVERIFY(!bindings.toolFor(Qt::MiddleButton, Qt::ControlModifier).isEmpty());
            QCOMPARE(bindings.toolFor(Qt::MiddleButton, Qt::ControlModifier),
                     bindings.toolFor(Qt::LeftButton, Qt::AltModifier));
        }
    }

    void badBindingsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("not JSON") << QByteArray("{");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("button") << QByteArray(R"({"mouse": [{"button": "fifth", "tool": "pan"}]})");
        QTest::newRow("tool") << QByteArray(R"({"mouse": [{"button": "left", "tool": "saw"}]})");
        QTest::newRow("modifier") << QByteArray(
            R"({"mouse": [{"button": "left", "modifiers": ["hyper"], "tool": "pan"}]})");
        QTest::newRow("twice") << QByteArray(
            R"({"mouse": [{"button": "left", "tool": "pan"}, {"button": "left", "tool": "zoom"}]})");
        QTest::newRow("keys") << QByteArray(R"({"keys": [{"keys": "Hyper+Nothing", "command": "fit"}]})");
        QTest::newRow("no keys") << QByteArray(R"({"keys": [{"command": "fit"}]})");
        QTest::newRow("command") << QByteArray(R"({"keys": [{"keys": "F", "command": "rm -rf"}]})");
        QTest::newRow("keys twice") << QByteArray(
            R"({"keys": [{"keys": "F", "command": "fit"}, {"keys": "F", "command": "reset"}]})");
    }
    void badBindingsAreRefused()
    {
        QFETCH(QByteArray, json);
        const auto bindings = Bindings::fromJson(json);
        QVERIFY(!bindings);
        QVERIFY(bindings.error().code == ErrorCode::InvalidArgument);
        QVERIFY(!bindings.error().detail.isEmpty());
    }

    void badPresetsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("not JSON") << QByteArray("lung");
        QTest::newRow("no name") << QByteArray(R"({"presets": [{"label": "X", "width": 3, "centre": 0}]})");
        QTest::newRow("no numbers") << QByteArray(
            R"({"presets": [{"name": "x", "label": "X", "width": "3", "centre": 0}]})");
        QTest::newRow("no width") << QByteArray(
            R"({"presets": [{"name": "x", "label": "X", "width": 0, "centre": 0}]})");
        QTest::newRow("twice") << QByteArray(
            R"({"presets": [{"name": "x", "label": "X", "automatic": true}, {"name": "x", "label": "X", "automatic": true}]})");
    }
    void badPresetsAreRefused()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!windowPresetsFromJson(json));
    }
};

CONSILIUM_TEST(BindingsTest)
#include "BindingsTest.moc"
