#include "app/settings/KeyField.h"
#include "app/settings/KeySettings.h"
#include "app/settings/MouseSettings.h"
#include "tests/gui/Desk.h"

#include <QComboBox>
#include <QMessageBox>
#include <QTreeWidget>

#include <algorithm>
#include <csignal>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

using namespace consilium::test;

namespace
{

QTreeWidgetItem *rowOf(QTreeWidget *list, const QString &command)
{
    for (int i = 0; i < list->topLevelItemCount(); ++i) {
        if (list->topLevelItem(i)->data(0, Qt::UserRole).toString() == command)
            return list->topLevelItem(i);
    }
    return nullptr;
}

} // namespace

/// Keys and mouse as the reader chooses them.
class InputTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keysAreChangedByPressingThem()
    {
        Desk desk;
        app::ReadingSession session(desk.clock, desk.images);
        desk.window->showSession(session, true);
        desk.window->runCommand(u"settings-keyboard"_s);
        auto *list = desk.part<QTreeWidget>(u"keyList"_s);
        auto *field = desk.part<app::KeyField>(u"keyField"_s);
        auto *note = desk.part<QLabel>(u"keyNote"_s);
        auto *use = desk.part<QPushButton>(u"useKeys"_s);
        QVERIFY(list && field && note && use);
        QCOMPARE(list->topLevelItemCount(), int(desk.window->commands().all().size()));

        list->setCurrentItem(rowOf(list, u"invert"_s));
        QVERIFY(!use->isEnabled());
        field->setFocus();
        QTest::keyClick(field, Qt::Key_G, Qt::ControlModifier);
        QCOMPARE(field->keys(), QKeySequence(u"Ctrl+G"_s));
        QVERIFY(use->isEnabled());
        use->click();
        QCOMPARE(desk.window->commands().keyOf(u"invert"_s), QKeySequence(u"Ctrl+G"_s));
        QVERIFY(rowOf(list, u"invert"_s)->text(2).contains(u"Ctrl+G"_s));
        // Tool tips and the palette say it at once, and the next start remembers it.
        desk.window->showSession(session, true);
        const auto *button = desk.window->readingPage()->toolBar().findChild<QWidget *>(u"tool-invert"_s);
        QVERIFY(button && button->toolTip().endsWith(u"Ctrl+G"_s));
        tools::Bindings later = *tools::Bindings::fromJson(tools::builtInBindings());
        app::applyInputSettings(desk.settings, later);
        QCOMPARE(later.keysOf(u"invert"_s), QList<QKeySequence>{QKeySequence(u"Ctrl+G"_s)});
        desk.window.reset();
    }

    void aTakenKeyIsSaidAndTakenOverOnlyWhenAsked()
    {
        Desk desk;
        desk.window->runCommand(u"settings-keyboard"_s);
        auto *list = desk.part<QTreeWidget>(u"keyList"_s);
        auto *field = desk.part<app::KeyField>(u"keyField"_s);
        auto *note = desk.part<QLabel>(u"keyNote"_s);
        list->setCurrentItem(rowOf(list, u"invert"_s));
        QTest::keyClick(field, Qt::Key_F); // "fit" has it
        QVERIFY2(note->text().contains(u"Fit to view"_s), qPrintable(note->text()));
        QCOMPARE(desk.window->commands().keyOf(u"fit"_s), QKeySequence(u"F"_s));
        const auto press = [&](const QString &name) {
            auto *button = desk.part<QPushButton>(name);
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
        };
        press(u"useKeys"_s);
        QCOMPARE(desk.window->focusWidget(), list); // not the next button, which would take the keys away
        QCOMPARE(desk.window->commands().keyOf(u"invert"_s), QKeySequence(u"F"_s));
        QVERIFY(desk.window->commands().keyOf(u"fit"_s).isEmpty());
        // Back to what it was, for both.
        list->setCurrentItem(rowOf(list, u"fit"_s));
        press(u"resetKeys"_s);
        QCOMPARE(desk.window->focusWidget(), list);
        QCOMPARE(desk.window->commands().keyOf(u"fit"_s), QKeySequence(u"F"_s));
        QVERIFY(!desk.window->commands().firstConflict());
        desk.window->runCommand(u"settings-keyboard"_s);
        list->setCurrentItem(rowOf(list, u"undo"_s));
        QTest::keyClick(field, Qt::Key_F9);
        press(u"useKeys"_s);
        press(u"resetAllKeys"_s); // asks
        QCOMPARE(desk.window->commands().keyOf(u"undo"_s), QKeySequence(u"F9"_s));
        QVERIFY2(note->text().contains(u"given up"_s), qPrintable(note->text()));
        list->setCurrentItem(rowOf(list, u"invert"_s)); // that is a no
        press(u"resetAllKeys"_s);
        QCOMPARE(desk.window->commands().keyOf(u"undo"_s), QKeySequence(u"F9"_s));
        press(u"resetAllKeys"_s);
        QCOMPARE(desk.window->focusWidget(), list);
        QCOMPARE(desk.window->commands().keyOf(u"undo"_s), QKeySequence(u"Ctrl+Z"_s));
        QCOMPARE(desk.window->commands().keyOf(u"invert"_s), QKeySequence(u"I"_s));
        QVERIFY(desk.settings.keyChoices().isEmpty());
        // The same key in the worklist is no conflict with one for reading.
        list->setCurrentItem(rowOf(list, u"save-search"_s));
        QTest::keyClick(field, Qt::Key_I);
        QVERIFY2(note->text().contains(u"free"_s), qPrintable(note->text()));
        // Keys that walk through the window cannot be had.
        QTest::keyClick(field, Qt::Key_Space);
        QVERIFY(!desk.part<QPushButton>(u"useKeys"_s)->isEnabled());
        desk.window.reset();
    }

    void theTextOfTheChosenRowStaysWhereItWas()
    {
        Desk desk;
        desk.window->runCommand(u"settings-keyboard"_s);
        auto *list = desk.part<QTreeWidget>(u"keyList"_s);
        const auto textBegins = [&] {
            const QImage row = list->viewport()->grab(list->visualItemRect(list->topLevelItem(1))).toImage();
            for (int x = 0; x < row.width(); ++x)
                for (int y = 2; y < row.height() - 2; ++y)
                    if (row.pixel(x, y) != row.pixel(row.width() / 2, 2))
                        return x;
            return -1;
        };
        list->setCurrentItem(list->topLevelItem(0));
        const int before = textBegins();
        list->setCurrentItem(list->topLevelItem(1));
        QVERIFY(before > 0);
        QCOMPARE(textBegins(), before);
        desk.window.reset();
    }

    void keysTravelAsAFile()
    {
        Desk desk;
        desk.window->runCommand(u"settings-keyboard"_s);
        auto *keys = desk.part<app::KeySettings>();
        const auto done = keys->importChoices(R"({"keys": [{"keys": "Ctrl+G", "command": "invert"},
            {"keys": "Ctrl+8", "command": "a-command-of-tomorrow"}]})");
        QVERIFY(done);
        QCOMPARE(*done, 1);
        QCOMPARE(desk.window->commands().keyOf(u"invert"_s), QKeySequence(u"Ctrl+G"_s));
        const QByteArray file = keys->exportChoices();
        QVERIFY(file.contains("invert") && !file.contains("tomorrow"));
        const auto refused = keys->importChoices(R"({"keys": [{"keys": "F", "command": "invert"},
            {"keys": "Ctrl+0", "command": "fit"}, {"keys": "I", "command": "undo"}, {"keys": "Tab", "command": "redo"}]})");
        QVERIFY(!refused);
        QVERIFY(refused.error().detail.contains(u"Tab"_s));
        QVERIFY(!keys->importChoices("no json"));
        QCOMPARE(keys->exportChoices(), file);
        QVERIFY(keys->importChoices(R"({"keys": [{"keys": "F", "command": "invert"}]})"));
        QVERIFY(desk.window->commands().keyOf(u"fit"_s).isEmpty()); // a key has one command
        QVERIFY(!desk.window->commands().firstConflict());
        desk.window.reset();
    }

    // A key that is one on several pages is said to be all of these, and none is left dead.
    void everyHolderOfAKeyIsNamed()
    {
        Desk desk;
        desk.window->runCommand(u"settings"_s);
        auto *test = desk.part<QPushButton>(u"testArchive"_s);
        QVERIFY2(test->text().endsWith(u"F5"_s), qPrintable(test->text()));
        desk.window->runCommand(u"settings-keyboard"_s);
        auto *list = desk.part<QTreeWidget>(u"keyList"_s);
        auto *field = desk.part<app::KeyField>(u"keyField"_s);
        auto *note = desk.part<QLabel>(u"keyNote"_s);
        auto *use = desk.part<QPushButton>(u"useKeys"_s);
        list->setCurrentItem(rowOf(list, u"open-worklist"_s)); // everywhere
        QTest::keyClick(field, Qt::Key_F5);
        QVERIFY2(note->text().contains(u"Refresh the worklist"_s), qPrintable(note->text()));
        QVERIFY2(note->text().contains(u"test the connection"_s), qPrintable(note->text()));
        use->click();
        QCOMPARE(desk.window->commands().keyOf(u"open-worklist"_s), QKeySequence(u"F5"_s));
        QVERIFY(!test->text().contains(u"F5"_s)); // it would not work
        desk.window->runCommand(u"settings"_s);
        desk.part<app::SettingsPage>()->showSection(0);
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        QTest::keyClick(desk.window->windowHandle(), Qt::Key_F5);
        QVERIFY(!desk.window->isShowingSettings());
        // Another key for it is the test's too.
        desk.window->runCommand(u"settings-keyboard"_s);
        list->setCurrentItem(rowOf(list, u"refresh"_s));
        QTest::keyClick(field, Qt::Key_F9);
        use->click();
        QVERIFY2(test->text().endsWith(u"F9"_s), qPrintable(test->text()));
        auto *url = desk.part<QLineEdit>(u"archiveUrl"_s);
        desk.part<app::SettingsPage>()->showSection(0);
        url->setText(u"ftp://pacs.example"_s);
        url->setFocus();
        QTest::keyClick(desk.window->windowHandle(), Qt::Key_F9); // tests, and finds the address wrong
        QStringList said;
        for (const QLabel *label : desk.window->findChildren<QLabel *>())
            said << label->text();
        QVERIFY(said.join(u' ').contains(u"begins with http://"_s));
        // Two commands of two pages may share a key: one for everywhere takes it from both.
        desk.window->runCommand(u"settings-keyboard"_s);
        list->setCurrentItem(rowOf(list, u"save-search"_s)); // of the worklist
        QTest::keyClick(field, Qt::Key_I);
        use->click();
        list->setCurrentItem(rowOf(list, u"settings"_s));
        QTest::keyClick(field, Qt::Key_I);
        QVERIFY2(note->text().contains(u"“Invert greys”"_s) && note->text().contains(u"“Save this search"_s),
                 qPrintable(note->text()));
        use->click();
        QVERIFY(desk.window->commands().keyOf(u"invert"_s).isEmpty());
        QVERIFY(desk.window->commands().keyOf(u"save-search"_s).isEmpty());
        QVERIFY(!desk.window->commands().firstConflict());
        // Two choices that share a key are kept, and a file of them is taken.
        list->setCurrentItem(rowOf(list, u"invert"_s));
        QTest::keyClick(field, Qt::Key_F8);
        use->click();
        list->setCurrentItem(rowOf(list, u"save-search"_s));
        QTest::keyClick(field, Qt::Key_F8);
        use->click();
        QCOMPARE(desk.window->commands().keyOf(u"invert"_s), QKeySequence(u"F8"_s));
        QCOMPARE(desk.window->commands().keyOf(u"save-search"_s), QKeySequence(u"F8"_s));
        auto *keys = desk.part<app::KeySettings>();
        QVERIFY(keys->importChoices(keys->exportChoices()));
        QCOMPARE(desk.window->commands().keyOf(u"invert"_s), QKeySequence(u"F8"_s));
        // Where there are lists their keys are theirs.
        QTest::keyClick(field, Qt::Key_Down);
        QVERIFY(!use->isEnabled());
        list->setCurrentItem(rowOf(list, u"invert"_s));
        QTest::keyClick(field, Qt::Key_Down);
        QVERIFY(use->isEnabled());
        desk.window.reset();
    }

    void aFileOfKeysIsAskedForAndTakenBack()
    {
        Desk desk;
        desk.window->runCommand(u"settings-keyboard"_s);
        auto *keys = desk.part<app::KeySettings>();
        auto *note = desk.part<QLabel>(u"keyNote"_s);
        auto *undo = desk.part<QPushButton>(u"undoImport"_s);
        const auto &commands = desk.window->commands();
        const auto import = [&](const QByteArray &json) {
            QFile file(desk.folder.filePath(u"in.json"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(json);
            file.close();
            keys->importFrom(file.fileName());
        };
        const auto answer = [&](const QString &name) {
            const auto *question = keys->findChild<QMessageBox *>();
            QVERIFY(question);
            const auto buttons = question->buttons();
            const auto chosen =
                std::find_if(buttons.begin(), buttons.end(), [&](const auto *b) { return b->text() == name; });
            QVERIFY(chosen != buttons.end());
            (*chosen)->click();
            QTRY_VERIFY(!keys->findChild<QMessageBox *>());
        };
        QVERIFY(keys->importChoices(R"({"keys": [{"keys": "Ctrl+G", "command": "undo"}]})"));
        const QByteArray own = keys->exportChoices();
        // What is none is refused by what is wrong with it.
        import(R"({"schema": 99, "keys": [{"keys": "F9", "command": "undo"}]})");
        QVERIFY2(note->text().contains(u"99"_s), qPrintable(note->text()));
        import(R"({"schema": 1, "keys": [{"keys": "F9", "command": "undo"}, {"keys": "F9", "command": "redo"}]})");
        QVERIFY2(note->text().contains(u"F9"_s) && note->text().contains(u"“Undo”"_s) &&
                     note->text().contains(u"“Redo”"_s),
                 qPrintable(note->text()));
        import("a letter");
        QVERIFY2(note->text().contains(u"not a file of keys"_s), qPrintable(note->text()));
        QVERIFY(!keys->findChild<QMessageBox *>());
        QCOMPARE(keys->exportChoices(), own);
        // An empty one would wipe what was chosen: it is said.
        import(R"({"schema": 1, "keys": []})");
        QVERIFY(keys->findChild<QMessageBox *>());
        QVERIFY(keys->findChild<QMessageBox *>()->text().contains(u"Undo:   Ctrl+G   →   Ctrl+Z"_s));
        answer(u"Cancel"_s);
        QCOMPARE(keys->exportChoices(), own);
        import(R"({"schema": 1, "keys": [{"keys": "Ctrl+G", "command": "undo"}, {"keys": "H", "command": "invert"}]})");
        QVERIFY(keys->findChild<QMessageBox *>());
        const QString text = keys->findChild<QMessageBox *>()->text();
        QVERIFY2(text.contains(u"Invert greys:   I   →   H"_s) && text.contains(u"Mirror left-right:   H   →   —"_s) &&
                     text.contains(u"Without any key are then: “Mirror left-right”"_s) && !text.contains(u"Undo"_s),
                 qPrintable(text));
        QCOMPARE(commands.keyOf(u"invert"_s), QKeySequence(u"I"_s)); // nothing yet
        answer(u"Use the file's keys"_s);
        QCOMPARE(commands.keyOf(u"invert"_s), QKeySequence(u"H"_s));
        QVERIFY(commands.keyOf(u"flip-horizontal"_s).isEmpty());
        QVERIFY(undo->isVisible());
        undo->click();
        QCOMPARE(keys->exportChoices(), own);
        QCOMPARE(desk.settings.keyChoices(), own);
        QCOMPARE(commands.keyOf(u"flip-horizontal"_s), QKeySequence(u"H"_s));
        QVERIFY(!undo->isVisible());
        desk.window.reset();
    }

    // A full disk: what could not be written is not said to be written, and the file before stays.
    void aFileOfKeysThatDoesNotFitIsSaidToBeNone()
    {
#ifndef Q_OS_LINUX
        SKIP_WHERE(true, "a full disk is played with a limit of Linux");
#else
        Desk desk;
        desk.window->runCommand(u"settings-keyboard"_s);
        auto *keys = desk.part<app::KeySettings>();
        auto *note = desk.part<QLabel>(u"keyNote"_s);
        QVERIFY(keys->importChoices(R"({"keys": [{"keys": "Ctrl+G", "command": "invert"}]})"));
        const QString path = desk.folder.filePath(u"keys.json"_s);
        QVERIFY(keys->exportTo(path));
        QCOMPARE(note->property("tone").toString(), u"ok"_s);
        QFile written(path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray before = written.readAll();
        QCOMPARE(before, keys->exportChoices());
        QVERIFY(keys->importChoices(R"({"keys": [{"keys": "Ctrl+H", "command": "invert"}]})"));
        rlimit usual{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &usual), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit little{16, usual.rlim_max};
        setrlimit(RLIMIT_FSIZE, &little);
        const bool isWritten = keys->exportTo(path);
        setrlimit(RLIMIT_FSIZE, &usual);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!isWritten);
        QCOMPARE(note->property("tone").toString(), u"crit"_s);
        QVERIFY2(note->text().contains(u"cannot be written"_s), qPrintable(note->text()));
        QFile after(path);
        QVERIFY(after.open(QIODevice::ReadOnly));
        QCOMPARE(after.readAll(), before);
        desk.window.reset();
#endif
    }

    void searchNarrowsTheList()
    {
        Desk desk;
        desk.window->runCommand(u"settings-keyboard"_s);
        auto *list = desk.part<QTreeWidget>(u"keyList"_s);
        desk.part<QLineEdit>(u"keySearch"_s)->setText(u"Ctrl+Z"_s);
        QVERIFY(rowOf(list, u"undo"_s) && !rowOf(list, u"fit"_s));
        desk.part<QLineEdit>(u"keySearch"_s)->setText(u"mirror"_s);
        QVERIFY(rowOf(list, u"flip-horizontal"_s) && !rowOf(list, u"undo"_s));
        desk.window.reset();
    }

    void mouseProfilesHoldAtOnce()
    {
        Desk desk;
        desk.window->runCommand(u"settings-mouse"_s);
        desk.part<QPushButton>(u"mouse-pacs"_s)->click();
        QCOMPARE(desk.bindings.toolFor(Qt::LeftButton, {}), u"scroll"_s);
        QCOMPARE(desk.settings.mouseProfile(), u"pacs"_s);
        auto *mouse = desk.part<app::MouseSettings>();
        auto *left = mouse->findChildren<QComboBox *>().front();
        QVERIFY(!left->isEnabled()); // a profile is what it is; one's own is changed
        QCOMPARE(left->currentData().toString(), u"scroll"_s);
        desk.part<QPushButton>(u"mouse-own"_s)->click();
        QVERIFY(left->isEnabled());
        left->setCurrentIndex(left->findData(u"pan"_s));
        Q_EMIT left->activated(left->currentIndex());
        QCOMPARE(desk.bindings.toolFor(Qt::LeftButton, {}), u"pan"_s);
        desk.part<QPushButton>(u"mouse-osirix"_s)->click();
        QCOMPARE(desk.bindings.toolFor(Qt::LeftButton, {}), u"window"_s);
        desk.part<QPushButton>(u"mouse-own"_s)->click();
        QCOMPARE(desk.bindings.toolFor(Qt::LeftButton, {}), u"pan"_s); // still one's own
        tools::Bindings later = *tools::Bindings::fromJson(tools::builtInBindings());
        app::applyInputSettings(desk.settings, later);
        QCOMPARE(later.toolFor(Qt::LeftButton, {}), u"pan"_s);
        desk.part<QPushButton>(u"resetMouse"_s)->click();
        QCOMPARE(desk.bindings.toolFor(Qt::LeftButton, {}), u"window"_s);
        desk.window.reset();
    }
};

CONSILIUM_TEST(InputTest)
#include "InputTest.moc"
