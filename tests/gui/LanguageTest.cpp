#include "app/windows/AppTabs.h"
#include "tests/gui/LookDesk.h"
#include "tests/support/TestMain.h"
#include "viewer/widgets/ToolButton.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace consilium;
using test::studyRow;

namespace
{

/// In English, with a study of five images in a folder.
struct Desk : test::LookDesk {
    Desk() : LookDesk(u"en"_s, u"dark"_s, QSize(1600, 900), 5) {}
    [[nodiscard]] app::ReadingPage &page() const { return *window().readingPage(); }
    template<class T>
    [[nodiscard]] T *part(const QString &name = {}) const
    {
        return window().findChild<T *>(name);
    }
    /// Another language, and everything laid out.
    void speak(const QString &name) const
    {
        program->setLanguage(name);
        QTest::qWait(80);
    }
    [[nodiscard]] QStringList headings() const
    {
        const QAbstractItemModel *model = part<app::WorklistView>()->model();
        QStringList all;
        for (int i = 0; i < model->columnCount(); ++i)
            all << model->headerData(i, Qt::Horizontal).toString();
        return all;
    }
};

bool isChinese(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

} // namespace

class LanguageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingSpeaksTheOtherLanguage()
    {
        Desk desk;
        desk.fillWorklist(60, false);
        desk.window().showSettings();
        desk.program->openPaths({desk.folder.path()});
        QTRY_VERIFY_WITH_TIMEOUT(desk.window().readingPage(), 20'000);
        QVERIFY(desk.headings().contains(u"Patient"_s));
        desk.speak(u"zh_CN"_s);
        // The worklist.
        const QStringList headings = desk.headings();
        QVERIFY(headings.contains(u"患者"_s) && headings.contains(u"检查时间"_s));
        for (const QString &heading : headings)
            QVERIFY2(isChinese(heading), qPrintable(heading));
        QVERIFY(isChinese(desk.part<QPushButton>(u"refreshInterval"_s)->text()));
        QVERIFY(isChinese(desk.part<QLineEdit>(u"worklistSearch"_s)->placeholderText()));
        QCOMPARE(desk.part<QTabBar>()->tabText(0), u"工作列表"_s);
        // Menus.
        for (const QAction *action : desk.part<QPushButton>(u"refreshInterval"_s)->menu()->actions())
            QVERIFY2(isChinese(action->text()), qPrintable(action->text()));
        desk.window().worklist().chooseColumns();
        auto *columns = desk.part<QMenu>(u"columnMenu"_s);
        QVERIFY(columns);
        QVERIFY(isChinese(columns->actions().front()->text()));
        columns->close();
        for (const auto &command : desk.window().commands().all())
            QVERIFY2(isChinese(command.title), qPrintable(command.title));
        // The reading tab.
        for (const auto *button : desk.page().toolBar().findChildren<widgets::ToolButton *>())
            if (!button->toolTip().isEmpty())
                QVERIFY2(isChinese(button->toolTip()), qPrintable(button->toolTip()));
        // Settings: each section has a Chinese name, and no English sentence is left in what is shown.
        auto *settings = desk.part<app::SettingsPage>();
        QVERIFY(settings);
        auto *sections = settings->findChild<QListWidget *>();
        for (int i = 0; i < sections->count(); ++i)
            QVERIFY(isChinese(sections->item(i)->text()));
        QStringList english;
        int places = 0;
        desk.walk([&](const QString &place) {
            ++places;
            if (!settings->isVisible())
                return;
            for (const auto *label : settings->findChildren<QLabel *>())
                if (label->isVisibleTo(settings) && label->text().contains(u' ') && label->text().size() > 20 &&
                    !isChinese(label->text()))
                    english << place + u": "_s + label->text();
        });
        QVERIFY(places > 10);
        QVERIFY2(english.isEmpty(), qPrintable(english.join(u'\n')));
        desk.speak(u"en"_s);
        QVERIFY(desk.headings().contains(u"Patient"_s));
        for (const QString &heading : desk.headings())
            QVERIFY2(!isChinese(heading), qPrintable(heading));
        for (const auto &command : desk.window().commands().all())
            QVERIFY2(!isChinese(command.title), qPrintable(command.title));
    }

    void oneIsNoPlural()
    {
        Desk desk;
        const auto said = [](const char *text, int count) {
            return QCoreApplication::translate("Overlay", text, nullptr, count);
        };
        desk.speak(u"en"_s);
        QCOMPARE(said("%n pixels", 1), u"1 pixel"_s);
        QCOMPARE(said("%n pixels", 16), u"16 pixels"_s);
        QCOMPARE(said("%n pixels without a value left out", 1), u"1 pixel without a value left out"_s);
        QCOMPARE(said("%n voxels", 1), u"1 voxel"_s);
        QCOMPARE(said("%n voxels without a value left out", 2), u"2 voxels without a value left out"_s);
        desk.speak(u"zh_CN"_s);
        QCOMPARE(said("%n voxels", 1), u"1 体素"_s);
    }

    void whatAReaderHasSetStays()
    {
        Desk desk;
        desk.program->openPaths({desk.folder.path()});
        QTRY_VERIFY_WITH_TIMEOUT(desk.window().readingPage(), 20'000);
        const auto run = [&](const char *command) {
            QVERIFY2(desk.window().runCommand(QString::fromLatin1(command)), command);
        };
        QTRY_VERIFY(desk.page().grid().activeViewport()->sliceIndex() == 0);
        for (const char *command :
             {"layout-2x2", "next-slice", "next-slice", "window-preset-lung", "rotate-right", "maximise", "repair-log",
              "reference-lines-ends", "toggle-overlay", "toggle-panels", "magnifier-2"})
            run(command);
        auto &dispatcher = desk.page().session().dispatcher();
        const auto hash = dispatcher.state().hash();
        const app::MainWindow *before = &desk.window();
        for (const char *language : {"zh_CN", "en"}) {
            desk.speak(QString::fromLatin1(language));
            QVERIFY(&desk.window() != before || before == nullptr);
            before = nullptr; // the next one may lie where it lay
            QVERIFY(desk.window().readingPage());
            QCOMPARE(&desk.page().session().dispatcher(), &dispatcher);
            QCOMPARE(dispatcher.state().hash(), hash); // layout, slice, window, turn
            const auto &grid = desk.page().grid();
            QCOMPARE(grid.activeViewport()->sliceIndex(), 2);
            QCOMPARE(grid.maximised(), grid.activeViewport()->view());
            QCOMPARE(grid.shownViewports().size(), std::size_t(1));
            QVERIFY(desk.page().isRepairLogShown());
            QCOMPARE(grid.referenceLines(), widgets::ReferenceLines::WithEnds);
            QVERIFY(!grid.isOverlayVisible());
            QVERIFY(desk.page().isFolded() && !desk.page().strip().isVisible());
            QCOMPARE(grid.lens(), 2);
            QCOMPARE(desk.window().size(), QSize(1600, 900));
        }
        run("undo"); // the reader's steps are still his
        QVERIFY(dispatcher.state().hash() != hash);
        run("maximise");
        QCOMPARE(desk.page().grid().shownViewports().size(), std::size_t(4));
    }

    void theWorklistStaysAsItWas()
    {
        Desk desk;
        desk.fillWorklist(60, false);
        auto *view = desk.part<app::WorklistView>();
        view->sortByColumn(app::WorklistModel::When, Qt::AscendingOrder);
        view->setCurrentIndex(view->model()->index(45, 0));
        view->verticalScrollBar()->setValue(35 * 40);
        const QString chosen = desk.window().worklist().selectedStudy()->uid.text();
        desk.speak(u"zh_CN"_s);
        view = desk.part<app::WorklistView>();
        QCOMPARE(desk.window().worklist().model().rowCount(), 60);
        QCOMPARE(desk.window().worklist().selectedStudy()->uid.text(), chosen);
        QCOMPARE(view->currentIndex().row(), 45);
        QCOMPARE(view->header()->sortIndicatorOrder(), Qt::AscendingOrder);
        QTRY_COMPARE(view->verticalScrollBar()->value(), 35 * 40);
        // What was typed narrows the list in the new window too.
        desk.part<QLineEdit>(u"worklistSearch"_s)->setText(u"患者7"_s);
        QCOMPARE(desk.window().worklist().model().rowCount(), 1);
        QTRY_VERIFY(!desk.source->questions.empty());
        desk.source->answer(dicomweb::StudyPage{{studyRow(u"1.2.77"_s, u"QI^HAO"_s)}, false});
        while (!desk.source->questions.empty()) // a text is asked for as a name and as a number
            desk.source->answer(dicomweb::StudyPage{{}, false});
        QCOMPARE(desk.window().worklist().model().rowCount(), 2); // the archive knows why
        desk.speak(u"en"_s);
        QCOMPARE(desk.part<QLineEdit>(u"worklistSearch"_s)->text(), u"患者7"_s);
        QCOMPARE(desk.window().worklist().model().rowCount(), 2);
        QVERIFY(desk.source->questions.empty()); // nobody is asked again
    }

    void settingsStayWhereTheyWere()
    {
        Desk desk;
        desk.window().showSettings();
        desk.part<app::SettingsPage>()->showSection(3);
        desk.speak(u"zh_CN"_s);
        QVERIFY(desk.window().isShowingSettings());
        QCOMPARE(desk.part<app::SettingsPage>()->section(), 3);
        desk.window().showWorklist();
        desk.speak(u"en"_s);
        QVERIFY(!desk.window().isShowingSettings());
        QVERIFY(desk.part<app::SettingsPage>()); // the tab is still there
    }

    void theTabOfTheSettingsStaysWhereItWas()
    {
        Desk desk;
        desk.window().showSettings();
        desk.program->openPaths({desk.folder.path()});
        QTRY_VERIFY_WITH_TIMEOUT(desk.window().readingPage(), 20'000);
        const auto texts = [&] {
            QStringList all;
            for (int i = 0; i < desk.part<app::AppTabs>()->count(); ++i)
                all << desk.part<app::AppTabs>()->tabText(i);
            return all;
        };
        const QStringList before = texts();
        QCOMPARE(before.size(), 3);
        QCOMPARE(before[1], u"Settings"_s);
        desk.program->setTheme(u"light"_s);
        QCOMPARE(texts(), before);
        QVERIFY(desk.window().readingPage()); // what was in front is
        QCOMPARE(desk.part<app::AppTabs>()->currentIndex(), 2);
        desk.window().showSettings();
        desk.speak(u"zh_CN"_s);
        QCOMPARE(desk.window().settingsIndex(), 1);
        QVERIFY(desk.window().isShowingSettings());
        QCOMPARE(desk.part<app::AppTabs>()->currentIndex(), 1);
        // Each tab shows its own page.
        desk.part<app::AppTabs>()->setCurrentIndex(2);
        QVERIFY(desk.window().readingPage());
        desk.part<app::AppTabs>()->setCurrentIndex(0);
        QVERIFY(!desk.window().readingPage() && !desk.window().isShowingSettings());
    }

    void whatIsTypedIntoAFormStays()
    {
        Desk desk;
        dicomweb::ArchiveConfig config;
        config.name = u"One"_s;
        config.baseUrl = u"https://one.example/rs"_s;
        const ArchiveId one = desk.program->archives().save(config);
        desk.window().showSettings();
        desk.part<app::SettingsPage>()->editArchive(one);
        desk.part<QLineEdit>(u"archiveUrl"_s)->setText(u"https://two.example/rs"_s);
        desk.speak(u"zh_CN"_s);
        desk.program->setTheme(u"light"_s);
        QCOMPARE(desk.part<QLineEdit>(u"archiveName"_s)->text(), u"One"_s);
        QCOMPARE(desk.part<QLineEdit>(u"archiveUrl"_s)->text(), u"https://two.example/rs"_s);
        QCOMPARE(desk.part<QListWidget>(u"archiveList"_s)->currentRow(), 0);
        desk.part<QPushButton>(u"saveArchive"_s)->click(); // of the same archive, not a new one
        QCOMPARE(desk.program->archives().all().size(), size_t(1));
        QCOMPARE(desk.program->archives().find(one)->config.baseUrl, u"https://two.example/rs"_s);
    }

    void theWindowClosesOnlyWhenWhatWasTypedMayGo()
    {
        Desk desk;
        desk.window().runCommand(u"add-archive"_s);
        desk.part<QLineEdit>(u"archiveUrl"_s)->setText(u"https://one.example/rs"_s);
        desk.window().showWorklist();
        const auto closeAndAnswer = [&](const QString &answer) {
            desk.window().runCommand(u"quit"_s);
            QVERIFY(desk.window().isVisible());
            QVERIFY(desk.window().isShowingSettings());
            auto *question = desk.part<QMessageBox>();
            QVERIFY(question);
            for (QAbstractButton *button : question->buttons())
                if (button->text() == answer)
                    QTest::mouseClick(button, Qt::LeftButton);
            QTRY_VERIFY(!desk.part<QMessageBox>());
        };
        closeAndAnswer(u"Cancel"_s);
        QVERIFY(desk.window().isVisible());
        QCOMPARE(desk.part<QLineEdit>(u"archiveUrl"_s)->text(), u"https://one.example/rs"_s);
        closeAndAnswer(u"Save"_s);
        QVERIFY(!desk.window().isVisible());
        QCOMPARE(desk.program->archives().all().size(), size_t(1));
    }
};

CONSILIUM_TEST(LanguageTest)
#include "LanguageTest.moc"
