#include "app/settings/HangingSettings.h"
#include "app/settings/HangingWords.h"
#include "app/settings/StageSketch.h"
#include "app/settings/StagesForm.h"
#include "tests/gui/LookDesk.h"
#include "tests/support/TestMain.h"
#include "viewer/hanging/ProtocolReader.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QWindow>

#include <algorithm>

using namespace consilium;

namespace
{

/// The program with a CT of the head of two series, and the editor of hanging protocols.
struct Editor {
    test::LookDesk desk;

    explicit Editor(const QString &language = u"en"_s, QSize size = QSize(1366, 768))
        : desk(language, u"dark"_s, size, 0)
    {
    }
    void openStudy() const
    {
        test::MinimalDicom image;
        for (int i = 1; i <= 2; ++i) {
            image.seriesNumber = i;
            image.series = image.study + u".%1"_s.arg(i);
            image.sop = image.series + u".1"_s;
            image.seriesDescription = u"TEST series %1"_s.arg(i);
            QFile file(desk.folder.filePath(u"%1.dcm"_s.arg(i)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(image.part10());
        }
        desk.program->openPaths({desk.folder.path()});
        QTRY_VERIFY_WITH_TIMEOUT(desk.window().readingPage(), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(desk.program->images().dataSets(StudyUid(image.study)).size(), std::size_t(2),
                                  20'000);
    }
    void show() const
    {
        QVERIFY(desk.window().runCommand(u"settings-hanging"_s));
        QTRY_VERIFY(desk.window().findChild<app::StagesForm *>()); // the last part to be built
        desk.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    }
    [[nodiscard]] app::HangingSettings &page() const { return *desk.window().findChild<app::HangingSettings *>(); }
    template<class T>
    [[nodiscard]] T &part(const char *name) const
    {
        T *found = page().findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("%s is not there", name);
        return *found;
    }
    [[nodiscard]] QString note() const { return part<QLabel>("protocolNote").text(); }
    [[nodiscard]] QString listNote() const { return part<QLabel>("protocolListNote").text(); }
    [[nodiscard]] QString fits() const { return part<QLabel>("protocolFits").text(); }
    [[nodiscard]] QListWidget &list() const { return part<QListWidget>("protocolList"); }
    void click(const char *button) const { QTest::mouseClick(&part<QPushButton>(button), Qt::LeftButton); }
    void type(const char *field, const QString &text) const
    {
        auto &line = part<QLineEdit>(field);
        line.setFocus(Qt::TabFocusReason);
        line.selectAll();
        QTest::keyClick(&line, Qt::Key_Delete);
        QTest::keyClicks(&line, text);
    }
    /// Goes to an entry of a choice with the arrow keys.
    void choose(const char *field, int data) const
    {
        auto &box = part<QComboBox>(field);
        box.setFocus(Qt::TabFocusReason);
        const int wanted = box.findData(data);
        QVERIFY(wanted >= 0);
        for (int i = 0; i < box.count() && box.currentIndex() != wanted; ++i)
            QTest::keyClick(&box, box.currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
        QCOMPARE(box.currentIndex(), wanted);
    }
    [[nodiscard]] int rowOf(const QString &text) const
    {
        for (int i = 0; i < list().count(); ++i)
            if (list().item(i)->text().startsWith(text))
                return i;
        return -1;
    }
    void answer(const QString &name) const
    {
        // One that was answered may not be gone yet.
        const auto shown = [this]() -> const QMessageBox * {
            for (const auto *question : page().findChildren<QMessageBox *>())
                if (question->isVisible())
                    return question;
            return nullptr;
        };
        QTRY_VERIFY(shown());
        const auto *question = shown();
        const auto buttons = question->buttons();
        const auto chosen =
            std::find_if(buttons.begin(), buttons.end(), [&](const auto *b) { return b->text() == name; });
        QVERIFY(chosen != buttons.end());
        (*chosen)->click();
    }
    [[nodiscard]] QStringList order() const { return app::ProfileSettings(desk.profile.path()).protocolOrder(); }
    [[nodiscard]] QStringList off() const { return app::ProfileSettings(desk.profile.path()).protocolsOff(); }
    /// Other colours: the window is built anew.
    void dress(const QString &theme) const
    {
        desk.program->setTheme(theme);
        QTRY_VERIFY(desk.window().findChild<app::StagesForm *>());
    }
    void close() const
    {
        QVERIFY(desk.window().runCommand(u"close-tab"_s));
        QTRY_VERIFY(!desk.window().findChild<app::HangingSettings *>());
    }
    [[nodiscard]] QString folder() const { return desk.profile.filePath(u"hangingprotocols"_s); }
    void write(const QString &name, const QByteArray &content) const
    {
        QVERIFY(QDir().mkpath(folder()));
        QFile file(QDir(folder()).filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
    }
    [[nodiscard]] hanging::Shelf shelf() const { return hanging::readShelf(folder(), app::protocolWindowNames()); }
};

/// Valid, but for what the test puts into its fourth line.
QByteArray fileWith(const QByteArray &fourthLine)
{
    return "{\n\"schema\": 1, \"id\": \"mine\", \"name\": \"Mine\",\n\"match\": {\"modality\": \"CT\"},\n" +
           fourthLine +
           "\n\"stages\": [{\"monitors\": [{\"rows\": 1, \"columns\": 1, \"cells\": [{\"find\": {}}]}]}]\n}\n";
}

} // namespace

/// The editor of hanging protocols, with mouse and keyboard.
class HangingEditorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anOwnProtocolIsMadeAndUsed()
    {
        Editor editor;
        editor.openStudy();
        editor.show();
        editor.page().select(u"default"_s);
        QCOMPARE(editor.page().selectedId(), u"default"_s);
        QVERIFY2(editor.note().contains(u"Copy it"_s), qPrintable(editor.note()));
        QVERIFY(!editor.part<QLineEdit>("protocolName").isEnabled());
        QVERIFY(!editor.part<QPushButton>("saveProtocol").isVisible());
        QVERIFY2(editor.fits().contains(u"is the one that is used"_s), qPrintable(editor.fits()));

        editor.click("copyProtocol");
        QCOMPARE(editor.page().selectedId(), u"default-2"_s);
        QCOMPARE(editor.desk.window().focusWidget(), &editor.part<QLineEdit>("protocolName"));
        editor.type("protocolName", u"Head pair"_s);
        editor.type("match-modality", u"ct, mr"_s);
        editor.type("match-bodyPart", u"FOOT"_s);
        QTRY_VERIFY2(editor.fits().contains(u"does not fit (body part)"_s), qPrintable(editor.fits()));
        editor.type("match-bodyPart", u"head"_s);
        QTRY_VERIFY2(editor.fits().contains(u"is the one that is used"_s), qPrintable(editor.fits()));
        QVERIFY2(!editor.fits().contains(u"TEST^"_s), "no patient is named");

        auto &first = editor.part<app::StageSketch>("stage1");
        QTest::mouseClick(&first, Qt::LeftButton, {}, first.rect().center());
        QCOMPARE(first.chosen(), 0);
        QVERIFY2(first.textOf(0).contains(u"TEST series 1"_s), qPrintable(first.textOf(0)));
        editor.choose("stageColumns1", 2);
        QCOMPARE(first.cellCount(), 2);
        QCOMPARE(first.textOf(1), u"left empty"_s);
        first.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&first, Qt::Key_Right);
        QCOMPARE(first.chosen(), 1);
        auto &empty = editor.part<QCheckBox>("cell-empty");
        QVERIFY(empty.isChecked());
        QTest::keyClick(&empty, Qt::Key_Space);
        QVERIFY(!empty.isChecked());
        editor.type("cell-nth", u"2"_s);
        QTRY_VERIFY2(first.textOf(1).contains(u"TEST series 2"_s), qPrintable(first.textOf(1)));
        QVERIFY(editor.part<QPushButton>("saveProtocol").isEnabled());
        editor.click("saveProtocol");
        QCOMPARE(editor.note(), u"Saved."_s);
        QVERIFY(!editor.part<QPushButton>("saveProtocol").isEnabled());

        // It lies in a file, and is the same when the settings are opened anew.
        const hanging::Shelf shelf = editor.shelf();
        const hanging::Protocol *own = shelf.find(u"default-2"_s);
        QVERIFY(own && own->isOwn);
        QCOMPARE(own->match.modality, QStringList({u"CT"_s, u"MR"_s}));
        QCOMPARE(own->stages.size(), std::size_t(2));
        QCOMPARE(own->stages.front().columns(), 2);
        QCOMPARE(own->stages.front().monitors.front().cells.back().nth, 2);
        editor.close();
        editor.show();
        editor.page().select(u"default-2"_s);
        QCOMPARE(editor.part<QLineEdit>("protocolName").text(), u"Head pair"_s);
        QCOMPARE(editor.part<QLineEdit>("match-bodyPart").text(), u"HEAD"_s);
        editor.close();

        hangs(editor);
    }

    void aBrokenFileNamesItsLineAndLeavesTheOthersAlone()
    {
        Editor editor;
        editor.write(u"broken.json"_s, fileWith("\"whenOpned\": true,"));
        editor.write(u"fine.json"_s, QByteArray(fileWith("\"whenOpened\": true,")).replace("mine", "fine"));
        editor.show();
        QCOMPARE(editor.list().count(), 7 + 1 + 1);
        const int row = editor.rowOf(u"broken.json"_s);
        QCOMPARE(row, 8); // behind those that are used
        editor.list().setCurrentRow(row);
        QVERIFY2(editor.note().contains(u"Line 4, column 1"_s) && editor.note().contains(u"whenOpned"_s),
                 qPrintable(editor.note()));
        QVERIFY(editor.page().selectedId().isEmpty());
        QVERIFY(!editor.part<QPushButton>("exportProtocol").isEnabled());
        editor.page().select(u"fine"_s);
        QVERIFY(editor.part<QLineEdit>("protocolName").isEnabled());
        QVERIFY(!editor.note().contains(u"Line"_s));
        // Mended by hand, it is there when the page is seen the next time.
        editor.write(u"broken.json"_s, fileWith("\"whenOpened\": true,"));
        editor.desk.window().showWorklist();
        editor.show();
        QCOMPARE(editor.rowOf(u"broken.json"_s), -1);
        editor.page().select(u"mine"_s);
        QCOMPARE(editor.page().selectedId(), u"mine"_s);
    }

    void filesComeAndGo()
    {
        Editor editor;
        editor.show();
        const QString path = editor.desk.folder.filePath(u"from-elsewhere.json"_s);
        const auto offer = [&path](const QByteArray &json) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(json);
        };
        offer(fileWith("\"whenOpened\": 1,"));
        editor.page().importFrom(path);
        QVERIFY2(editor.listNote().contains(u"Line 4, column 15"_s), qPrintable(editor.listNote()));
        QCOMPARE(editor.list().count(), 7);
        offer(fileWith("\"whenOpened\": true,"));
        editor.page().importFrom(path);
        QCOMPARE(editor.page().selectedId(), u"mine"_s);
        editor.page().importFrom(path); // an own one is never replaced
        QCOMPARE(editor.page().selectedId(), u"mine-2"_s);
        QVERIFY2(editor.listNote().contains(u"beside “Mine”"_s), qPrintable(editor.listNote()));
        QCOMPARE(editor.shelf().protocols.size(), std::size_t(9));
        const QString out = editor.desk.folder.filePath(u"out.json"_s);
        QVERIFY(editor.page().exportTo(out));
        QFile exported(out);
        QVERIFY(exported.open(QIODevice::ReadOnly));
        const auto read = hanging::readProtocol(exported.readAll(), app::protocolWindowNames());
        QVERIFY(read && read->id == u"mine-2"_s && read->whenOpened);
        QVERIFY(!editor.page().exportTo(editor.desk.folder.filePath(u"nowhere/out.json"_s)));
        editor.click("removeProtocol");
        editor.click("removeProtocol"); // of a double click
        QCOMPARE(editor.shelf().protocols.size(), std::size_t(9));
        editor.answer(u"Cancel"_s);
        QCOMPARE(editor.shelf().protocols.size(), std::size_t(9));
        QTRY_VERIFY(!editor.page().findChild<QMessageBox *>());
        editor.click("removeProtocol");
        editor.answer(u"Delete"_s);
        QCOMPARE(editor.shelf().protocols.size(), std::size_t(8));
        QVERIFY(!editor.shelf().find(u"mine-2"_s));
        QVERIFY(editor.shelf().find(u"mine"_s));
    }

    void orderAndOffHoldAtOnce()
    {
        Editor editor;
        editor.openStudy();
        editor.show();
        QCOMPARE(editor.rowOf(u"Default"_s), 6); // without a condition
        QCOMPARE(editor.list().item(6)->text(), u"Default · fits"_s);
        editor.page().select(u"default"_s);
        auto &up = editor.part<QPushButton>("protocolUp");
        up.setFocus(Qt::TabFocusReason);
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(&up, Qt::Key_Space);
        QCOMPARE(editor.rowOf(u"Default"_s), 0);
        QVERIFY(!up.isEnabled());
        QCOMPARE(editor.order().value(0), u"default"_s);
        QTRY_VERIFY2(editor.fits().contains(u"not by itself when it is opened"_s), qPrintable(editor.fits()));
        QVERIFY(editor.list().hasFocus()); // and not the button beside it
        editor.click("usualProtocolOrder");
        QCOMPARE(editor.rowOf(u"Default"_s), 6);
        QVERIFY(editor.order().isEmpty());
        QTest::keyClick(&editor.list(), Qt::Key_Space);
        QCOMPARE(editor.off(), QStringList(u"default"_s));
        QTRY_VERIFY2(editor.fits().contains(u"is off"_s), qPrintable(editor.fits()));
        const app::ProfileSettings settings(editor.desk.profile.path());
        QCOMPARE(app::OwnProtocols::used(&settings).protocols.size(), std::size_t(6));
        QTest::keyClick(&editor.list(), Qt::Key_Space);
        QVERIFY(editor.off().isEmpty());
    }

    void whatIsNotSavedIsAskedFor()
    {
        Editor editor;
        editor.show();
        editor.click("newProtocol");
        const QString id = editor.page().selectedId();
        QVERIFY(editor.off().contains(id)); // it would fit everything
        editor.type("protocolName", u"Mine"_s);
        editor.list().setCurrentRow(0);
        editor.answer(u"Cancel"_s);
        QTRY_COMPARE(editor.page().selectedId(), id);
        QCOMPARE(editor.part<QLineEdit>("protocolName").text(), u"Mine"_s);
        // It stays when the window is built anew.
        editor.dress(u"light"_s);
        QCOMPARE(editor.page().selectedId(), id);
        QCOMPARE(editor.part<QLineEdit>("protocolName").text(), u"Mine"_s);
        QVERIFY(editor.part<QPushButton>("saveProtocol").isEnabled());
        // And when the tab is closed it is asked for.
        QVERIFY(editor.desk.window().runCommand(u"close-tab"_s));
        QVERIFY(editor.desk.window().isShowingSettings());
        editor.answer(u"Save"_s);
        QTRY_VERIFY(!editor.desk.window().isShowingSettings());
        QCOMPARE(editor.shelf().find(id)->displayName(), u"Mine"_s);
    }

    void whatCannotBeIsNotSaved()
    {
        Editor editor;
        editor.write(u"mine.json"_s, fileWith("\"whenOpened\": true,"));
        editor.show();
        editor.page().select(u"mine"_s);
        editor.type("cell-laterality", u"X"_s);
        QVERIFY2(editor.note().startsWith(u"Stage 1, view 1: “X”"_s), qPrintable(editor.note()));
        QVERIFY(!editor.page().save());
        QVERIFY(
            editor.shelf().find(u"mine"_s)->stages.front().monitors.front().cells.front().find.laterality.isEmpty());
        editor.type("cell-laterality", u"R"_s);
        QCOMPARE(editor.note(), u"Not saved yet."_s);
        // Somebody else changes the file meanwhile: it is not overwritten unasked.
        editor.write(u"mine.json"_s, fileWith("\"whenOpened\": false,"));
        editor.click("saveProtocol");
        QVERIFY2(editor.note().contains(u"another program"_s), qPrintable(editor.note()));
        QVERIFY(!editor.shelf().find(u"mine"_s)->whenOpened);
        editor.answer(u"Replace"_s);
        QCOMPARE(editor.note(), u"Saved."_s);
        QVERIFY(editor.shelf().find(u"mine"_s)->whenOpened);
    }

    void whatIsChosenAndNotSaidIsNotSaved()
    {
        Editor editor;
        editor.write(u"mine.json"_s, fileWith("\"whenOpened\": true,"));
        editor.show();
        editor.page().select(u"mine"_s);
        editor.choose("cell-turn", 2); // by patient letters
        QVERIFY2(editor.note().startsWith(u"Stage 1, view 1: No letter"_s), qPrintable(editor.note()));
        QVERIFY(!editor.page().save());
        editor.choose("cell-turn", 0); // as stored
        QVERIFY(editor.note().isEmpty());
        editor.choose("cell-window", -2); // centre and width
        editor.type("cell-width", u"1,500"_s);
        QCOMPARE(editor.part<QLineEdit>("cell-width").text(), u"1500"_s);
        QCOMPARE(editor.note(), u"Not saved yet."_s);
        editor.type("cell-width", {});
        QVERIFY2(editor.note().startsWith(u"Stage 1, view 1: The window"_s), qPrintable(editor.note()));
    }

    /// What is exported is what is saved: before something else than what is seen goes out, it is asked.
    void whatIsNotSavedIsNotExportedUnasked()
    {
        Editor editor;
        editor.write(u"mine.json"_s, fileWith("\"whenOpened\": true,"));
        editor.show();
        editor.page().select(u"mine"_s);
        editor.type("protocolName", u"Changed"_s);
        editor.click("exportProtocol");
        editor.answer(u"Cancel"_s);
        QVERIFY(editor.part<QPushButton>("saveProtocol").isEnabled());
        QCOMPARE(editor.shelf().find(u"mine"_s)->displayName(), u"Mine"_s);
    }

    void aFileThatWasChangedSinceThePageWasReadIsNotOverwrittenUnasked()
    {
        Editor editor;
        editor.write(u"mine.json"_s, fileWith("\"whenOpened\": true,"));
        editor.show();
        editor.page().select(u"default"_s);
        editor.write(u"mine.json"_s, fileWith("\"whenOpened\": false,")); // before its row is clicked
        editor.page().select(u"mine"_s);
        editor.type("protocolName", u"Changed here"_s);
        editor.click("saveProtocol");
        editor.answer(u"Cancel"_s);
        QVERIFY2(editor.note().contains(u"another program"_s), qPrintable(editor.note()));
        QCOMPARE(editor.shelf().find(u"mine"_s)->displayName(), u"Mine"_s);
        // What was changed here still does not overwrite it when the window is built anew.
        QTRY_VERIFY(!editor.page().findChild<QMessageBox *>());
        editor.dress(u"light"_s);
        QCOMPARE(editor.part<QLineEdit>("protocolName").text(), u"Changed here"_s);
        QVERIFY(!editor.page().save());
        editor.answer(u"Cancel"_s);
        editor.click("discardProtocol");
        QCOMPARE(editor.part<QLineEdit>("protocolName").text(), u"Mine"_s);
        QVERIFY(!editor.part<QCheckBox>("protocolWhenOpened").isChecked());
        QVERIFY(!editor.part<QPushButton>("saveProtocol").isEnabled());
        // Where its file is gone by then it is said that the changes are lost.
        editor.type("protocolName", u"Changed again"_s);
        QVERIFY(QFile::remove(QDir(editor.folder()).filePath(u"mine.json"_s)));
        editor.dress(u"dark"_s);
        QVERIFY2(editor.listNote().contains(u"“Changed again”"_s), qPrintable(editor.listNote()));
    }

    void aCopyStandsAndIsUsedWhereItsOriginalIs()
    {
        Editor editor;
        editor.show();
        editor.page().select(u"default"_s);
        editor.click("protocolUp"); // an order of the person's
        editor.page().select(u"chest-pair"_s);
        editor.list().setFocus(Qt::TabFocusReason);
        QTest::keyClick(&editor.list(), Qt::Key_Space);
        QCOMPARE(editor.off(), QStringList(u"chest-pair"_s));
        editor.click("copyProtocol");
        QCOMPARE(editor.off(), QStringList({u"chest-pair"_s, u"chest-pair-2"_s}));
        QCOMPARE(editor.order().indexOf(u"chest-pair"_s), editor.order().indexOf(u"chest-pair-2"_s) + 1);
        editor.page().select(u"default"_s);
        editor.click("copyProtocol");
        QVERIFY(!editor.off().contains(u"default-2"_s));
        QCOMPARE(editor.order().indexOf(u"default"_s), editor.order().indexOf(u"default-2"_s) + 1);
        editor.click("removeProtocol");
        editor.answer(u"Delete"_s);
        QVERIFY(!editor.order().contains(u"default-2"_s));
    }

    void filesSwitchNothingOn()
    {
        Editor editor;
        editor.show();
        editor.page().select(u"default"_s);
        editor.list().setFocus(Qt::TabFocusReason);
        QTest::keyClick(&editor.list(), Qt::Key_Space);
        QCOMPARE(editor.off(), QStringList(u"default"_s));
        const QString path = editor.desk.folder.filePath(u"from-elsewhere.json"_s);
        const auto offer = [&path](const QByteArray &json) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(json);
        };
        offer(QByteArray(fileWith({})).replace("mine", "default"));
        editor.page().importFrom(path);
        QVERIFY2(editor.listNote().contains(u"takes the place of “Default”"_s), qPrintable(editor.listNote()));
        QCOMPARE(editor.off(), QStringList(u"default"_s));
        QVERIFY(editor.shelf().find(u"default"_s)->isOwn);
        editor.click("removeProtocol");
        editor.answer(u"Delete"_s);
        QVERIFY(!editor.shelf().find(u"default"_s)->isOwn); // that of the program is there again, and still off
        QCOMPARE(editor.off(), QStringList(u"default"_s));
        // One that fits everything waits for the person.
        offer(QByteArray(fileWith({})).replace("{\"modality\": \"CT\"}", "{}"));
        editor.page().importFrom(path);
        QVERIFY(editor.off().contains(u"mine"_s));
        editor.click("removeProtocol");
        editor.answer(u"Delete"_s);
        QCOMPARE(editor.off(), QStringList(u"default"_s));
    }

    void whatIsOnlyPassedIsKept()
    {
        Editor editor;
        QByteArray json = fileWith({});
        json.replace("\"match\": {\"modality\": \"CT\"}",
                     "\"match\": {\"modality\": \"CT\", \"hasPrior\": true, \"prior\": {\"sameModality\": true, "
                     "\"mostDaysOld\": 700}, \"series\": [{\"find\": {\"plane\": \"axial\"}, \"count\": {\"min\": "
                     "2}}]}");
        json.replace("\"stages\": [{", "\"stages\": [{\"link\": \"offset\", ");
        json.replace("{\"find\": {}}", "{\"find\": {}, \"linked\": true}");
        json.replace("\"Mine\"", "\"" + QByteArray(100, 'n') + "\"");
        editor.write(u"mine.json"_s, json);
        editor.show();
        editor.page().select(u"mine"_s);
        const auto &save = editor.part<QPushButton>("saveProtocol");
        editor.choose("match-hasPrior", 2);
        editor.choose("match-hasPrior", 0);
        QVERIFY(save.isEnabled());
        editor.choose("match-hasPrior", 1);
        QVERIFY2(!save.isEnabled(), "all is as it was");
        editor.type("match-priorNth", u"2"_s);
        editor.type("match-priorNth", u"1"_s);
        QVERIFY(!save.isEnabled());
        editor.choose("stageLink", int(session::LinkKind::None));
        QVERIFY(save.isEnabled());
        editor.choose("stageLink", int(session::LinkKind::Offset));
        QVERIFY(!save.isEnabled());
        // Numbers are digits alone; without one at least one must fit.
        auto &least = editor.part<QLineEdit>("match-countLeast");
        editor.type("match-countLeast", u"1,0"_s);
        QCOMPARE(least.text(), u"10"_s);
        editor.type("match-countLeast", {});
        editor.type("series-laterality", u"X"_s);
        QVERIFY2(editor.note().startsWith(u"Series condition 1: "_s), qPrintable(editor.note()));
        editor.type("series-laterality", {});
        editor.click("saveProtocol");
        const hanging::Shelf shelf = editor.shelf();
        const hanging::Protocol &own = *shelf.find(u"mine"_s);
        QCOMPARE(own.match.series.front().count, (hanging::Range{1, {}}));
        QCOMPARE(own.match.prior.mostDaysOld, std::optional(700));
        QCOMPARE(own.match.priorConditions, 2);
        QVERIFY(own.stages.front().monitors.front().cells.front().isLinked);
        QCOMPARE(own.displayName().size(), 100);
    }

    void theChosenViewStaysTheChosenOne()
    {
        Editor editor;
        QByteArray json = fileWith({});
        const QByteArray cell = "{\"find\": {}}";
        json.replace("\"rows\": 1, \"columns\": 1, \"cells\": [" + cell,
                     "\"rows\": 2, \"columns\": 2, \"cells\": [" + cell + "," + cell + "," + cell + "," + cell);
        editor.write(u"mine.json"_s, json);
        editor.show();
        editor.page().select(u"mine"_s);
        editor.click("copyStage");
        auto &second = editor.part<app::StageSketch>("stage2");
        second.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&second, Qt::Key_Down);
        QCOMPARE(second.chosen(), 2);
        editor.choose("stageColumns1", 3); // its index is another then
        QCOMPARE(second.chosen(), 3);
        editor.choose("stageColumns1", 1); // what is only passed cuts nothing off
        QCOMPARE(second.chosen(), 1);
        editor.choose("stageRows", 1);
        editor.choose("stageRows", 2);
        editor.choose("stageColumns1", 3);
        QCOMPARE(second.chosen(), 3);
        QVERIFY(second.textOf(4) != u"left empty"_s);
        QCOMPARE(second.textOf(5), u"left empty"_s); // it was not there
        editor.type("cell-laterality", u"X"_s);
        QVERIFY2(editor.note().startsWith(u"Stage 2, view 4: "_s), qPrintable(editor.note()));
        editor.type("cell-laterality", {});
        editor.type("cell-nth", u"2"_s);
        editor.click("saveProtocol");
        QCOMPARE(editor.note(), u"Saved."_s);
        QCOMPARE(second.chosen(), 3);
        const hanging::Shelf shelf = editor.shelf();
        QCOMPARE(shelf.find(u"mine"_s)->stages[1].monitors.front().cells[3].nth, 2);
        editor.desk.window().showWorklist();
        editor.show();
        QCOMPARE(second.chosen(), 3);
        editor.page().select(u"default"_s); // another protocol begins with its first
        QCOMPARE(editor.part<app::StageSketch>("stage1").chosen(), 0);
    }

    void stagesAreMovedAndRemoved()
    {
        Editor editor;
        editor.write(u"mine.json"_s, fileWith({}));
        editor.show();
        editor.page().select(u"mine"_s);
        QVERIFY(!editor.part<QPushButton>("removeStage").isEnabled());
        editor.type("stageName", u"One"_s);
        editor.click("addStage");
        editor.type("stageName", u"Two"_s);
        editor.choose("stageMonitors", 2);
        editor.choose("stageRows", 2);
        QCOMPARE(editor.part<app::StageSketch>("stage2").cellCount(), 4);
        editor.click("stageEarlier");
        editor.click("copyStage");
        editor.click("saveProtocol");
        auto stages = editor.shelf().find(u"mine"_s)->stages;
        QCOMPARE(stages.size(), std::size_t(3));
        QCOMPARE(hanging::displayText(stages[0].names) + hanging::displayText(stages[2].names), u"TwoOne"_s);
        QCOMPARE(stages[1].monitors.size(), std::size_t(2));
        QCOMPARE(stages[1].rows(), 2);
        QTest::mouseClick(&editor.part<app::StageSketch>("stage1"), Qt::LeftButton);
        editor.click("removeStage");
        editor.click("removeStage");
        editor.click("saveProtocol");
        stages = editor.shelf().find(u"mine"_s)->stages;
        QCOMPARE(stages.size(), std::size_t(1));
        QCOMPARE(hanging::displayText(stages[0].names), u"One"_s);
    }

    void aGridOfAnotherSizeKeepsWhatFits()
    {
        hanging::Stage stage;
        hanging::MonitorCells monitor{2, 2, {}};
        for (int i = 1; i <= 4; ++i) {
            hanging::Cell cell;
            cell.nth = i;
            monitor.cells.push_back(cell);
        }
        stage.monitors = {monitor};
        const hanging::Stage wide = app::resized(stage, 1, {3, 1});
        QCOMPARE(wide.monitors.size(), std::size_t(2));
        QCOMPARE(wide.monitors[0].cells[1].nth, 2);
        QVERIFY(wide.monitors[0].cells[2].isEmpty && wide.monitors[1].cells[0].isEmpty);
        const hanging::Stage narrow = app::resized(stage, 2, {1});
        QCOMPARE(narrow.monitors[0].cells[1].nth, 3);
        QCOMPARE(app::sameCell(stage, 2, narrow), 1);
        QCOMPARE(app::sameCell(stage, 3, narrow), 1); // the nearest that there is
        QCOMPARE(app::sameCell(stage, 1, wide), 1);
        QCOMPARE(app::sameCell(wide, 3, stage), 0);
    }

    void wordsAreTypedAsTheyAre()
    {
        const QString mark(QChar(0x22));
        for (const QStringList &words :
             {QStringList{u"CT"_s, u"MR"_s}, QStringList{u"dark, fluid"_s, u"胸部、腹部"_s}, QStringList{u" t1"_s},
              QStringList{mark + u"a"_s + mark, u"b"_s}, QStringList()})
            QCOMPARE(app::splitWords(app::joinWords(words)), words);
        QCOMPARE(app::splitWords(u" CT，MR、 PT ;; "_s), QStringList({u"CT"_s, u"MR"_s, u"PT"_s}));
    }

    void everythingCanBeReadAndHit_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("theme");
        for (const QString &language : {u"zh_CN"_s, u"zh_TW"_s, u"en"_s})
            for (const QString &theme : {u"dark"_s, u"light"_s})
                QTest::addRow("%s %s", qPrintable(language), qPrintable(theme)) << language << theme;
    }
    /// Every part of the forms, at the smallest window of a workstation.
    void everythingCanBeReadAndHit()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        Editor editor(language);
        editor.openStudy();
        editor.show();
        editor.dress(theme);
        editor.page().select(u"mammography-prior"_s);
        QStringList wrong = editor.desk.problems(u"a shipped protocol"_s);
        editor.page().copy();
        editor.choose("cell-study", 1);
        editor.choose("cell-turn", 2);
        editor.choose("cell-window", -2);
        wrong += editor.desk.problems(u"an own protocol"_s);
        editor.choose("cell-turn", 1);
        editor.type("cell-laterality", u"X"_s);
        wrong += editor.desk.problems(u"one that cannot be saved"_s);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

private:
    /// The head's own protocol, and the space key through its stages.
    static void hangs(const Editor &editor)
    {
        auto &window = editor.desk.window();
        QTRY_VERIFY(window.readingPage());
        auto &state = window.readingPage()->session().dispatcher();
        const auto shown = [&state](const QString &view) { return state.state().view(ViewId(view)).dataSet; };
        QVERIFY(window.runCommand(u"hang"_s));
        QCOMPARE(state.state().layout().columns, 2);
        QCOMPARE(state.state().layout().rows, 1);
        QVERIFY(!shown(u"v1"_s).isEmpty() && !shown(u"v2"_s).isEmpty() && shown(u"v1"_s) != shown(u"v2"_s));
        QVERIFY2(window.lastNotice().contains(u"“Head pair”, stage 1 of 2"_s), qPrintable(window.lastNotice()));
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.readingPage()->grid().activeViewport()->setFocus(Qt::OtherFocusReason);
        QTest::keyClick(window.windowHandle(), Qt::Key_Space);
        QTRY_COMPARE(state.state().layout().rows, 2);
        QTest::keyClick(window.windowHandle(), Qt::Key_Space, Qt::ShiftModifier);
        QTRY_COMPARE(state.state().layout().rows, 1);
    }
};

CONSILIUM_TEST(HangingEditorTest)
#include "HangingEditorTest.moc"
