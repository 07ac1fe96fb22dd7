#include "app/windows/CommandNames.h"
#include "app/windows/CommandPalette.h"
#include "app/windows/CommandSet.h"
#include "tests/support/TestMain.h"
#include "viewer/tools/Commands.h"
#include "viewer/tools/WindowPresets.h"

#include <QAction>
#include <QFile>
#include <QSet>
#include <QWidget>

#include <array>

using namespace Qt::StringLiterals;
using namespace consilium;

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
