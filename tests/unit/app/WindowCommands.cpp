#include "app/windows/CommandNames.h"
#include "app/windows/CommandPalette.h"
#include "app/windows/CommandSet.h"
#include "tests/support/TestMain.h"
#include "viewer/tools/Commands.h"
#include "viewer/tools/WindowPresets.h"

#include <QAction>
#include <QFile>
#include <QImage>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QWidget>

#include <array>

using namespace Qt::StringLiterals;
using namespace consilium;

namespace
{

/// What stands between `` in the guides and is no key of a command: parts of keys with the mouse, keys of a field, and
/// words to type.
QStringList notCommands()
{
    return {u"Alt"_s,       u"Ctrl"_s,       u"Shift"_s,        u"Enter"_s,           u"Shift+Enter"_s,
            u"Esc"_s,       u"zs"_s,         u"--size"_s,       u"--theme"_s,         u"--timing"_s,
            u"--another"_s, u"--archive"_s,  u"studyUID"_s,     u"patientID"_s,       u"accessionNumber"_s,
            u"--profile"_s, u"--language"_s, u"consilium://"_s, u"consilium --help"_s};
}

/// Keys of the guides, and the command that they are said to run.
QMap<QString, QString> guideKeys()
{
    return {{u"Ctrl+K"_s, u"command-palette"_s},
            {u"Ctrl+O"_s, u"open-folder"_s},
            {u"Ctrl+Shift+O"_s, u"open-files"_s},
            {u"F5"_s, u"refresh"_s},
            {u"Up"_s, u"previous-slice"_s},
            {u"Down"_s, u"next-slice"_s},
            {u"↑"_s, u"previous-slice"_s},
            {u"↓"_s, u"next-slice"_s},
            {u"PgUp"_s, u"page-up"_s},
            {u"PgDn"_s, u"page-down"_s},
            {u"Home"_s, u"first-slice"_s},
            {u"End"_s, u"last-slice"_s},
            {u"1"_s, u"window-preset-lung"_s},
            {u"2"_s, u"window-preset-mediastinum"_s},
            {u"3"_s, u"window-preset-bone"_s},
            {u"4"_s, u"window-preset-liver"_s},
            {u"5"_s, u"window-preset-vessel"_s},
            {u"6"_s, u"window-preset-auto"_s},
            {u"7"_s, u"window-preset-brain"_s},
            {u"8"_s, u"window-preset-soft"_s},
            {u"9"_s, u"window-file-next"_s},
            {u"0"_s, u"window-default"_s},
            {u"Shift+W"_s, u"window-type"_s},
            {u"F"_s, u"fit"_s},
            {u"Shift+F"_s, u"one-to-one"_s},
            {u"Shift+T"_s, u"true-size"_s},
            {u"["_s, u"rotate-left"_s},
            {u"]"_s, u"rotate-right"_s},
            {u"H"_s, u"flip-horizontal"_s},
            {u"V"_s, u"flip-vertical"_s},
            {u"L"_s, u"layout-picker"_s},
            {u"M"_s, u"maximise"_s},
            {u"."_s, u"next-series"_s},
            {u","_s, u"previous-series"_s},
            {u"K"_s, u"link-scroll"_s},
            {u"Shift+K"_s, u"link-offset"_s},
            {u"R"_s, u"reference-lines"_s},
            {u"B"_s, u"slab-next"_s},
            {u"="_s, u"slab-thicker"_s},
            {u"-"_s, u"slab-thinner"_s},
            {u"C"_s, u"cine"_s},
            {u"Shift+C"_s, u"cine-faster"_s},
            {u"Ctrl+Shift+C"_s, u"cine-slower"_s},
            {u"G"_s, u"magnifier"_s},
            {u"E"_s, u"enhance-sharpen"_s},
            {u"Shift+E"_s, u"enhance-off"_s},
            {u"J"_s, u"colours-next"_s},
            {u"Ctrl+Z"_s, u"undo"_s},
            {u"Ctrl+Shift+Z"_s, u"redo"_s},
            {u"Backspace"_s, u"reset"_s},
            {u"O"_s, u"toggle-overlay"_s},
            {u"F6"_s, u"next-region"_s},
            {u"F11"_s, u"toggle-panels"_s},
            {u"Alt+Return"_s, u"full-screen"_s},
            {u"Menu"_s, u"context-menu"_s},
            {u"Shift+F10"_s, u"context-menu"_s},
            {u"Ctrl+Shift+D"_s, u"copy-details"_s},
            {u"S"_s, u"tool-scroll"_s},
            {u"W"_s, u"tool-window"_s},
            {u"Z"_s, u"tool-zoom"_s},
            {u"P"_s, u"tool-pan"_s},
            {u"T"_s, u"tool-rotate"_s},
            {u"D"_s, u"tool-probe"_s},
            {u"Ctrl+I"_s, u"show-details"_s},
            {u"Ctrl+Shift+I"_s, u"repair-log"_s},
            {u"Ctrl+R"_s, u"retry"_s},
            {u"X"_s, u"toggle-segments"_s},
            {u"Ctrl+PgDown"_s, u"next-document"_s},
            {u"Ctrl+PgUp"_s, u"previous-document"_s},
            {u"Ctrl+F"_s, u"document-find"_s},
            {u"Ctrl++"_s, u"document-zoom-in"_s},
            {u"Ctrl+-"_s, u"document-zoom-out"_s},
            {u"Ctrl+Alt+L"_s, u"lock"_s},
            {u"Ctrl+Alt+U"_s, u"switch-person"_s}};
}

} // namespace

class WindowCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lettersAreFoundInOrder()
    {
        QVERIFY(app::fuzzyScore(u"rr"_s, u"Rotate right 90°"_s) >= 0);
        QVERIFY(app::fuzzyScore(u"xr"_s, u"Rotate right 90°"_s) < 0);
        QVERIFY(app::fuzzyScore(u"翻转"_s, u"左右翻转"_s) >= 0);
        QVERIFY(app::fuzzyScore(u"rr"_s, u"Rotate right"_s) > app::fuzzyScore(u"rr"_s, u"Mirror"_s));
        QCOMPARE(app::fuzzyScore(QString(), u"anything"_s), 0);
    }

    void chineseTitlesAreFoundByPinyinAndInitials()
    {
        QWidget window;
        tools::Bindings none;
        app::CommandSet commands(window, none, [](const QString &) { return true; });
        commands.add(u"flip-horizontal"_s, u"左右镜像"_s, app::CommandSet::Place::Reading);
        commands.add(u"fit"_s, u"适合窗口"_s, app::CommandSet::Place::Reading);
        const auto &flip = commands.all()[0], &fit = commands.all()[1];
        for (const QString &typed : {u"zyjx"_s, u"zuoyou"_s, u"zuo you"_s, u"jx"_s, u"左镜"_s, u"flip"_s})
            QVERIFY2(app::commandScore(typed, flip) > 0, qPrintable(typed));
        for (const QString &typed : {u"zyjx"_s, u"zuoyou"_s, u"镜"_s})
            QVERIFY2(app::commandScore(typed, fit) < 0, qPrintable(typed));
        QVERIFY(app::commandScore(u"shck"_s, fit) > 0);
    }

    void everyCommandIsReachableAndNoKeyIsTwice()
    {
        QWidget window;
        auto bindings = tools::Bindings::fromJson(tools::builtInBindings());
        QVERIFY(bindings.has_value());
        app::CommandSet commands(window, *bindings, [](const QString &) { return true; });
        app::addAllCommands(commands);
        for (const QString &name : tools::commandNames())
            QVERIFY2(commands.contains(name), qPrintable(name));
        for (const auto &binding : bindings->keys())
            QVERIFY2(commands.contains(binding.command), qPrintable(u"no such command: "_s + binding.command));
        QSet<QString> keys;
        for (const auto &command : commands.all()) {
            QVERIFY2(command.title != command.name, qPrintable(u"without a title: "_s + command.name));
            for (const QKeySequence &key : command.keys) {
                QVERIFY2(!keys.contains(key.toString()), qPrintable(key.toString()));
                keys.insert(key.toString());
            }
        }
    }

    /// docs/scenario.md has every command with its keys, its place and its title, and none that is not there.
    void thePageNamesEveryCommand()
    {
        QWidget window;
        auto bindings = tools::Bindings::fromJson(tools::builtInBindings());
        QVERIFY(bindings.has_value());
        app::CommandSet commands(window, *bindings, [](const QString &) { return true; });
        app::addAllCommands(commands);
        QFile file(QStringLiteral(CONSILIUM_SOURCE_DIR "/docs/scenario.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString page =
            QString::fromUtf8(file.readAll()).section(u"## 11. Named commands"_s, 1).section(u"## 12."_s, 0, 0);
        const auto places = std::to_array<QString>({u"anywhere"_s, u"reading"_s, u"worklist"_s});
        for (const auto &command : commands.all()) {
            QStringList keys;
            for (const QKeySequence &key : command.keys)
                keys << u'`' + key.toString(QKeySequence::PortableText) + u'`';
            const QString row = u"| `%1` | %2 | %3 | %4 |"_s.arg(command.name, keys.join(u' '),
                                                                 places.at(std::size_t(command.place)), command.title);
            QVERIFY2(page.contains(row), qPrintable(row));
        }
        QCOMPARE(page.count(u"\n| `"_s), qsizetype(commands.all().size()));
    }

    void theGuideNamesKeysAndPicturesThatAreThere_data()
    {
        QTest::addColumn<QString>("page");
        QTest::newRow("en") << u"en.md"_s;
        QTest::newRow("zh_CN") << u"zh_CN.md"_s;
    }

    /// Every key in docs/guide belongs to the command that the guide gives it, and every picture is a file.
    void theGuideNamesKeysAndPicturesThatAreThere()
    {
        QFETCH(QString, page);
        const QString folder = QStringLiteral(CONSILIUM_SOURCE_DIR "/docs/guide/");
        QFile file(folder + page);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QWidget window;
        auto bindings = tools::Bindings::fromJson(tools::builtInBindings());
        QVERIFY(bindings.has_value());
        app::CommandSet commands(window, *bindings, [](const QString &) { return true; });
        app::addAllCommands(commands);

        QSet<QString> named;
        static const QRegularExpression quoted(u"`([^`]+)`"_s);
        for (auto it = quoted.globalMatch(text); it.hasNext();)
            named << it.next().captured(1);
        for (const QString &other : notCommands())
            named.remove(other);
        const auto known = guideKeys();
        for (const QString &key : named)
            QVERIFY2(known.contains(key),
                     qPrintable(u"%1 names “%2”, and no command is known for it"_s.arg(page, key)));
        for (auto it = known.begin(); it != known.end(); ++it) {
            const auto *command = commands.find(it.value());
            QVERIFY2(command, qPrintable(it.value()));
            const QString written =
                QString(it.key()).replace(u"↑"_s, u"Up"_s).replace(u"↓"_s, u"Down"_s).replace(u"PgDn"_s, u"PgDown"_s);
            const QKeySequence keys(written, QKeySequence::PortableText);
            QVERIFY2(command->keys.contains(keys), qPrintable(it.key() + u" is not of "_s + it.value()));
        }
        static const QRegularExpression picture(u"!\\[[^\\]]*\\]\\(([^)]+)\\)"_s);
        int pictures = 0;
        for (auto it = picture.globalMatch(text); it.hasNext(); ++pictures) {
            const QString path = folder + it.next().captured(1);
            QVERIFY2(!QImage(path).isNull(), qPrintable(path));
        }
        QVERIFY(named.size() > 50 && pictures >= 8); // the patterns still find them
    }

    void keysWorkOnlyWhereTheyMakeSense()
    {
        QWidget window;
        tools::Bindings none;
        app::CommandSet commands(window, none, [](const QString &) { return true; });
        commands.add(u"a"_s, u"A"_s, app::CommandSet::Place::Reading, u"X"_s);
        commands.add(u"b"_s, u"B"_s, app::CommandSet::Place::Anywhere, u"Ctrl+K; Ctrl+Shift+P"_s);
        commands.setPlace(app::CommandSet::Place::Worklist);
        QVERIFY(!commands.all()[0].action->isEnabled());
        QVERIFY(commands.all()[1].action->isEnabled());
        QCOMPARE(commands.all()[1].keys.size(), 2);
        commands.setPlace(app::CommandSet::Place::Reading);
        QVERIFY(commands.all()[0].action->isEnabled());
    }
};

CONSILIUM_TEST(WindowCommands)
#include "WindowCommands.moc"
