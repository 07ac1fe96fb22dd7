#include "app/windows/CommandNames.h"
#include "app/windows/CommandPalette.h"
#include "app/windows/CommandSet.h"
#include "tests/support/TestMain.h"
#include "viewer/tools/Commands.h"
#include "viewer/tools/WindowPresets.h"

#include <QAction>
#include <QFile>
#include <QImage>
#include <QRegularExpression>
#include <QSet>
#include <QWidget>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace consilium;

namespace
{

/// What stands between `` in the guides and is no key of a command: parts of keys with the mouse, keys of a field, and
/// words to type.
QStringList notCommands()
{
    return {u"Alt"_s,
            u"Ctrl"_s,
            u"Shift"_s,
            u"Enter"_s,
            u"Shift+Enter"_s,
            u"Esc"_s,
            u"zs"_s,
            u"hangingprotocols"_s,
            u"--size"_s,
            u"--theme"_s,
            u"--timing"_s,
            u"--another"_s,
            u"--archive"_s,
            u"studyUID"_s,
            u"patientID"_s,
            u"accessionNumber"_s,
            u"keyImagesOnly=true"_s,
            u"--profile"_s,
            u"--language"_s,
            u"consilium://"_s,
            u"consilium --help"_s};
}

/// Keys of the guides, and the command that they are said to run.
constexpr std::pair<const char *, const char *> guideKeys[] = {{"Ctrl+K", "command-palette"},
                                                               {"Ctrl+O", "open-folder"},
                                                               {"Ctrl+Shift+O", "open-files"},
                                                               {"F5", "refresh"},
                                                               {"F4", "next-study"},
                                                               {"F3", "previous-study"},
                                                               {"F7", "claim-study"},
                                                               {"F8", "release-study"},
                                                               {"F9", "mark-read"},
                                                               {"Ctrl+Alt+M", "images-next-monitor"},
                                                               {"Up", "previous-slice"},
                                                               {"Down", "next-slice"},
                                                               {"↑", "previous-slice"},
                                                               {"↓", "next-slice"},
                                                               {"PgUp", "page-up"},
                                                               {"PgDn", "page-down"},
                                                               {"Home", "first-slice"},
                                                               {"End", "last-slice"},
                                                               {"1", "window-preset-lung"},
                                                               {"2", "window-preset-mediastinum"},
                                                               {"3", "window-preset-bone"},
                                                               {"4", "window-preset-liver"},
                                                               {"5", "window-preset-vessel"},
                                                               {"6", "window-preset-auto"},
                                                               {"7", "window-preset-brain"},
                                                               {"8", "window-preset-soft"},
                                                               {"9", "window-file-next"},
                                                               {"0", "window-default"},
                                                               {"Shift+W", "window-type"},
                                                               {"F", "fit"},
                                                               {"Shift+F", "one-to-one"},
                                                               {"Shift+T", "true-size"},
                                                               {"[", "rotate-left"},
                                                               {"]", "rotate-right"},
                                                               {"H", "flip-horizontal"},
                                                               {"V", "flip-vertical"},
                                                               {"Shift+L", "layout-picker"},
                                                               {"M", "maximise"},
                                                               {".", "next-series"},
                                                               {",", "previous-series"},
                                                               {"K", "link-scroll"},
                                                               {"Shift+K", "link-offset"},
                                                               {"R", "reference-lines"},
                                                               {"Alt+R", "reference-lines-all"},
                                                               {"Alt+K", "link-look"},
                                                               {"Shift+X", "tool-cursor-3d"},
                                                               {"Alt+X", "cursor-3d-off"},
                                                               {"Shift+V", "fuse"},
                                                               {"Alt+V", "fuse-menu"},
                                                               {"Alt+=", "fusion-stronger"},
                                                               {"Alt+-", "fusion-weaker"},
                                                               {"B", "slab-next"},
                                                               {"=", "slab-thicker"},
                                                               {"-", "slab-thinner"},
                                                               {"C", "cine"},
                                                               {"Shift+C", "cine-faster"},
                                                               {"Ctrl+Shift+C", "cine-slower"},
                                                               {"G", "magnifier"},
                                                               {"E", "enhance-sharpen"},
                                                               {"Shift+E", "enhance-off"},
                                                               {"J", "colours-next"},
                                                               {"Ctrl+Z", "undo"},
                                                               {"Ctrl+Shift+Z", "redo"},
                                                               {"Backspace", "reset"},
                                                               {"O", "toggle-overlay"},
                                                               {"F6", "next-region"},
                                                               {"F11", "toggle-panels"},
                                                               {"Alt+Return", "full-screen"},
                                                               {"Menu", "context-menu"},
                                                               {"Shift+F10", "context-menu"},
                                                               {"Ctrl+Shift+D", "copy-details"},
                                                               {"Alt+PgDown", "next-key-image"},
                                                               {"Alt+PgUp", "previous-key-image"},
                                                               {";", "compare-prior"},
                                                               {"Shift+PgDown", "prior-older"},
                                                               {"Shift+PgUp", "prior-newer"},
                                                               {"Shift+J", "toggle-timeline"},
                                                               {"S", "tool-scroll"},
                                                               {"W", "tool-window"},
                                                               {"Z", "tool-zoom"},
                                                               {"P", "tool-pan"},
                                                               {"T", "tool-rotate"},
                                                               {"D", "tool-probe"},
                                                               {"L", "tool-length"},
                                                               {"A", "tool-angle"},
                                                               {"Shift+A", "tool-cobb"},
                                                               {"Alt+A", "tool-open-angle"},
                                                               {"Alt+L", "tool-leg-axis"},
                                                               {"Alt+U", "tool-line-pair"},
                                                               {"N", "tool-arrow"},
                                                               {"Shift+N", "tool-text"},
                                                               {"Q", "tool-ellipse"},
                                                               {"Shift+Q", "tool-rectangle"},
                                                               {"Shift+D", "tool-point-roi"},
                                                               {"Shift+H", "tool-cardiothoracic-ratio"},
                                                               {"Shift+P", "tool-polyline"},
                                                               {"Shift+U", "tool-bidirectional"},
                                                               {"U", "tool-ruler"},
                                                               {"Y", "tool-polygon"},
                                                               {"Shift+Y", "tool-freehand"},
                                                               {"Del", "delete-mark"},
                                                               {"Ctrl+S", "save-marks"},
                                                               {"Alt+S", "save-view"},
                                                               {"Alt+Shift+S", "save-views"},
                                                               {"Ctrl+P", "presentation-states"},
                                                               {"Ctrl+Shift+S", "outbox"},
                                                               {"Shift+I", "key-image"},
                                                               {"Ins", "key-image"},
                                                               {"Ctrl+Ins", "key-image-reason"},
                                                               {"Ctrl+C", "copy-mark"},
                                                               {"Ctrl+V", "paste-mark"},
                                                               {"Alt+C", "tool-calibration"},
                                                               {"Shift+G", "mark-histogram"},
                                                               {"Shift+S", "suv-next"},
                                                               {"'", "radial-menu"},
                                                               {"I", "invert"},
                                                               {"Shift+O", "hang"},
                                                               {"Space", "next-stage"},
                                                               {"Shift+Space", "previous-stage"},
                                                               {"Alt+J", "align-views"},
                                                               {"Ctrl+L", "open-worklist"},
                                                               {"Ctrl+W", "close-tab"},
                                                               {"Ctrl+Tab", "next-tab"},
                                                               {"F2", "edit-mark-text"},
                                                               {"Ctrl+M", "next-mark"},
                                                               {"Shift+M", "toggle-marks"},
                                                               {"Ctrl+I", "show-details"},
                                                               {"Ctrl+Shift+I", "repair-log"},
                                                               {"Ctrl+R", "retry"},
                                                               {"X", "toggle-segments"},
                                                               {"Ctrl+PgDown", "next-document"},
                                                               {"Ctrl+PgUp", "previous-document"},
                                                               {"Ctrl+F", "document-find"},
                                                               {"Ctrl++", "document-zoom-in"},
                                                               {"Ctrl+-", "document-zoom-out"},
                                                               {"Ctrl+Alt+L", "lock"},
                                                               {"Ctrl+Alt+U", "switch-person"}};

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
        QSet<QString> known;
        for (const auto &[key, name] : guideKeys)
            known << QString::fromUtf8(key);
        for (const QString &key : named)
            QVERIFY2(known.contains(key),
                     qPrintable(u"%1 names “%2”, and no command is known for it"_s.arg(page, key)));
        for (const auto &[key, name] : guideKeys) {
            const auto *command = commands.find(QString::fromLatin1(name));
            QVERIFY2(command, name);
            const QString written = QString::fromUtf8(key)
                                        .replace(u"↑"_s, u"Up"_s)
                                        .replace(u"↓"_s, u"Down"_s)
                                        .replace(u"PgDn"_s, u"PgDown"_s);
            const QKeySequence keys(written, QKeySequence::PortableText);
            QVERIFY2(command->keys.contains(keys),
                     qPrintable(u"%1 is not the key of %2"_s.arg(written, command->name)));
        }
        static const QRegularExpression picture(u"!\\[[^\\]]*\\]\\(([^)]+)\\)"_s);
        int pictures = 0;
        for (auto it = picture.globalMatch(text); it.hasNext(); ++pictures) {
            const QString path = folder + it.next().captured(1);
            QVERIFY2(!QImage(path).isNull(), qPrintable(path));
        }
        QVERIFY(named.size() > 50 && pictures >= 8); // the patterns still find them
    }

    /// "One key, or at most three clicks": each row of the table has one of its commands' keys, of one stroke, or few
    /// clicks; the pages of both languages tell the same.
    void commonActsAreAKeyOrThreeClicksAway()
    {
        const std::pair<QString, QString> pages[] = {{u"en.md"_s, u"## Common acts\n"_s},
                                                     {u"zh_CN.md"_s, u"## 常用操作\n"_s}};
        QWidget window;
        auto bindings = tools::Bindings::fromJson(tools::builtInBindings());
        QVERIFY(bindings.has_value());
        app::CommandSet commands(window, *bindings, [](const QString &) { return true; });
        app::addAllCommands(commands);
        static const QRegularExpression quoted(u"`([^`]+)`"_s);
        QStringList told;
        for (const auto &[page, heading] : pages) {
            QFile file(QStringLiteral(CONSILIUM_SOURCE_DIR "/docs/guide/") + page);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString table =
                QString::fromUtf8(file.readAll()).section(heading, 1).section(u"\n## "_s, 0, 0).section(u"|---"_s, 1);
            QStringList rows;
            for (const QString &line : table.split(u'\n')) {
                const QStringList cells = line.split(u" | "_s);
                if (cells.size() != 4 || !line.startsWith(u"| "_s))
                    continue;
                QStringList keys;
                for (auto it = quoted.globalMatch(cells[1]); it.hasNext();)
                    keys << it.next().captured(1);
                QVERIFY2(!keys.isEmpty(), qPrintable(line));
                for (const QString &key : keys) {
                    const auto known =
                        std::find_if(std::begin(guideKeys), std::end(guideKeys),
                                     [&key](const auto &one) { return key == QString::fromUtf8(one.first); });
                    QVERIFY2(known != std::end(guideKeys), qPrintable(key));
                    const auto *command = commands.find(QString::fromLatin1(known->second));
                    const QKeySequence stroke(key, QKeySequence::PortableText);
                    QVERIFY2(command && command->keys.contains(stroke) && stroke.count() == 1, qPrintable(line));
                }
                bool isNumber = false;
                const int clicks = cells[2].toInt(&isNumber);
                QVERIFY2(isNumber ? clicks >= 0 && clicks <= 3 : cells[2] == u"–"_s, qPrintable(line));
                rows << keys.join(u' ') + u" / "_s + cells[2];
            }
            QVERIFY2(rows.size() >= 30, qPrintable(QString::number(rows.size()))); // the pattern still finds them
            QVERIFY2(told.isEmpty() || told == rows, qPrintable(page));
            told = rows;
        }
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
