#include "app/settings/ArchiveSettings.h"
#include "app/settings/KeySettings.h"
#include "app/settings/MouseSettings.h"
#include "app/windows/MonitorArrangement.h"
#include "app/windows/NoticeBar.h"
#include "app/windows/ReadingBar.h"
#include "app/windows/WindowSpread.h"
#include "tests/gui/Desk.h"
#include "viewer/widgets/OwnClipboard.h"

#include <QClipboard>

using namespace Qt::StringLiterals;
using namespace consilium;
using test::Desk;
using test::studyRow;

class WindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void doubleClickAndEnterOpen()
    {
        Desk desk;
        desk.window->worklist().search();
        desk.answer({studyRow(u"1.1"_s, u"TEST^A"_s), studyRow(u"1.2"_s, u"TEST^B"_s, u"20250101"_s)});
        QSignalSpy opened(desk.window.get(), &app::MainWindow::openStudyRequested);
        auto *view = desk.part<app::WorklistView>();
        const QPoint second = view->visualRect(view->model()->index(1, 0)).center();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, second);
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, second);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][1].value<dicom::StudyHeader>().uid.text(), u"1.2"_s);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Up);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(opened.size(), 2);
        QCOMPARE(opened[1][1].value<dicom::StudyHeader>().uid.text(), u"1.1"_s);
    }

    void arrowsWalkTheWorklist()
    {
        Desk desk;
        desk.window->worklist().search();
        desk.answer({studyRow(u"1.1"_s, u"TEST^A"_s), studyRow(u"1.2"_s, u"TEST^B"_s, u"20250101"_s)});
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        auto *view = desk.part<app::WorklistView>();
        view->setFocus();
        QTest::keyClick(desk.window->windowHandle(), Qt::Key_Home);
        QCOMPARE(view->currentIndex().row(), 0);
        QTest::keyClick(desk.window->windowHandle(), Qt::Key_Down); // there is a command on this key, for reading
        QCOMPARE(view->currentIndex().row(), 1);
    }

    void oneViewAloneByKey()
    {
        Desk desk;
        app::ReadingSession session(desk.clock, desk.images);
        desk.window->showSession(session, true);
        QVERIFY(desk.window->runCommand(u"layout-2x2"_s));
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        QTest::keyClick(desk.window->windowHandle(), Qt::Key_M);
        QCOMPARE(desk.window->readingPage()->grid().maximised(), session.dispatcher().state().layout().active);
        QTest::keyClick(desk.window->windowHandle(), Qt::Key_M);
        QVERIFY(desk.window->readingPage()->grid().maximised().isEmpty());
        QTest::keyClick(desk.window->windowHandle(), Qt::Key_Delete);
        QVERIFY(desk.window->lastNotice().contains(u"mark of yours"_s)); // why nothing happened
        QVERIFY(desk.window->runCommand(u"show-details"_s));
        QVERIFY(desk.window->lastNotice().contains(u"Nothing is known"_s));
        desk.window.reset();
    }

    void rowsThatCameBeforeTheWindowAreShown()
    {
        Desk desk;
        desk.window->worklist().search();
        desk.answer({studyRow(u"1.1"_s, u"TEST^A"_s)});
        app::WorklistPage later(desk.search, [] { return QDate(2026, 1, 1); });
        QCOMPARE(later.model().rowCount(), 1);
        QVERIFY(later.message().isEmpty());
    }

    void typingSearchesOnceAfterAPause()
    {
        Desk desk;
        desk.window->worklist().search();
        desk.answer({});
        auto *field = desk.part<QLineEdit>(u"worklistSearch"_s);
        QTest::keyClicks(field, u"wang"_s);
        QCOMPARE(desk.source->questions.size(), size_t(0));
        QTRY_COMPARE(desk.source->questions.size(), size_t(1));
        QCOMPARE(desk.source->questions.front().query.patientName, u"*wang*"_s);
        QTest::keyClick(field, Qt::Key_Return); // at once
        QCOMPARE(desk.source->questions.size(), size_t(2));
    }

    void slashGoesToTheSearchField()
    {
        Desk desk;
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        desk.part<app::WorklistView>()->setFocus();
        QTest::keyClick(desk.window.get(), Qt::Key_Slash);
        QTRY_VERIFY(desk.part<QLineEdit>(u"worklistSearch"_s)->hasFocus());
        QTest::keyClick(desk.part<QLineEdit>(u"worklistSearch"_s), '/'); // and there it is a letter
        QCOMPARE(desk.part<QLineEdit>(u"worklistSearch"_s)->text(), u"/"_s);
    }

    void chipsRestrictTheSearch()
    {
        Desk desk;
        for (QPushButton *chip : desk.part<app::FilterBar>()->findChildren<QPushButton *>())
            if (chip->text() == u"DR"_s || chip->text() == u"CT"_s)
                chip->click();
        QCOMPARE(desk.source->questions.back().query.modalities, (QStringList{u"CT"_s, u"DX"_s, u"CR"_s, u"DR"_s}));
    }

    void anEmptyListSaysWhyAndWhatNext()
    {
        Desk nothing(false);
        QCOMPARE(nothing.window->worklist().message(), u"There is no archive yet."_s);

        Desk desk;
        desk.window->worklist().search();
        desk.answer({});
        QCOMPARE(desk.window->worklist().message(), u"The archive holds no studies."_s);
        desk.window->worklist().refresh();
        desk.source->answer(fail(ErrorCode::HostUnreachable));
        QCOMPARE(desk.window->worklist().message(), userMessage(Error{ErrorCode::HostUnreachable, {}}));
        QCOMPARE(desk.window->worklist().archivesFailing(), 1);
        app::WorklistFilter filter;
        filter.text = u"nobody"_s;
        desk.window->worklist().setFilter(filter);
        desk.window->worklist().search();
        while (!desk.source->questions.empty()) // the list that failed, then the text
            desk.answer({});
        QCOMPARE(desk.window->worklist().message(), u"No study matches the search."_s);
    }

    void whatIsMissingIsCalledByItsName()
    {
        Desk desk(false);
        app::ArchiveView locked;
        locked.state.id = ArchiveId(u"a"_s);
        locked.state.name = u"A"_s;
        locked.lacksSecret = true;
        desk.window->worklist().setLockedArchives({locked});
        QCOMPARE(desk.window->worklist().message(), u"The archive's password is missing."_s);
        locked.isToken = true;
        desk.window->worklist().setLockedArchives({locked});
        QCOMPARE(desk.window->worklist().message(), u"The archive's token is missing."_s);
    }

    // The archive goes away: its rows stay, a line says since when, and they are asked for again by hand.
    void rowsOfAnArchiveThatIsAwayStay()
    {
        Desk desk;
        desk.window->worklist().search();
        desk.answer({studyRow(u"1.1"_s, u"TEST^A"_s), studyRow(u"1.2"_s, u"TEST^B"_s)});
        auto *view = desk.part<app::WorklistView>();
        view->setCurrentIndex(view->model()->index(1, 0));
        auto *note = desk.part<QLabel>(u"outOfDate"_s);
        QVERIFY(!note->isVisible());
        const auto placeOfRow = [&] {
            QTest::qWait(50); // laid out
            return view->viewport()->mapTo(desk.window.get(), view->visualRect(view->model()->index(1, 0)).topLeft());
        };
        const QPoint before = placeOfRow();
        desk.window->worklist().refresh();
        QCOMPARE(desk.window->worklist().model().rowCount(), 2);
        desk.source->answer(fail(ErrorCode::HostUnreachable));
        QCOMPARE(placeOfRow(), before); // the line has come, and a double click hits who it was meant for
        QCOMPARE(desk.window->worklist().model().rowCount(), 2);
        QCOMPARE(view->currentIndex().row(), 1);
        QVERIFY(note->isVisible());
        QVERIFY(note->text().startsWith(u"archive has given no list since"_s));
        QVERIFY(view->model()->index(0, app::WorklistModel::Source).data().toString().endsWith(u"not answering"_s));
        QCOMPARE(desk.window->worklist().archivesFailing(), 1);
        desk.window->worklist().refresh();
        desk.answer({studyRow(u"1.2"_s, u"TEST^B"_s)});
        QCOMPARE(desk.window->worklist().model().rowCount(), 1);
        QVERIFY(!note->isVisible());
    }

    // What could not be opened does not count as opened, and its archive is asked how it is.
    void aStudyThatDoesNotOpenIsNotCalledOpened()
    {
        Desk desk;
        auto &page = desk.window->worklist();
        page.search();
        desk.answer({studyRow(u"1.1"_s, u"TEST^A"_s)});
        QVERIFY(page.openRow(0));
        QVERIFY(page.model().isOpened(0));
        page.noteNotOpened(StudyUid(u"1.1"_s));
        QVERIFY(!page.model().isOpened(0));
        desk.source->answer(fail(ErrorCode::HostUnreachable));
        QCOMPARE(page.archivesFailing(), 1);
        QCOMPARE(page.model().rowCount(), 1);
        QVERIFY(page.model().isOutOfDate(0));
        page.openRow(0);
        page.openRow(0); // it was opened before
        page.noteNotOpened(StudyUid(u"1.1"_s));
        QVERIFY(!page.model().isOpened(0));
    }

    // The second monitor has gone since.
    void theWindowIsNeverOffTheScreens_data()
    {
        QTest::addColumn<QRect>("before");
        QTest::newRow("right of everything") << QRect(9000, 100, 1000, 700);
        QTest::newRow("left of everything") << QRect(-5000, 200, 1000, 700);
        QTest::newRow("below, and larger than the screen") << QRect(200, 6000, 5000, 3000);
    }
    void theWindowIsNeverOffTheScreens()
    {
        QFETCH(QRect, before);
        Desk desk;
        QWidget there;
        there.setGeometry(before);
        desk.settings.setWindowGeometry(there.saveGeometry());
        desk.window->hide();
        desk.window->restorePlace();
        desk.window->show();
        QVERIFY(QTest::qWaitForWindowExposed(desk.window.get()));
        const QRect screen = desk.window->screen()->availableGeometry();
        QVERIFY(screen.contains(desk.window->geometry().topLeft()));
        QVERIFY(screen.contains(desk.window->geometry().topRight() - QPoint(screen.width() < 960 ? 960 : 0, 0)));
    }

    void theFirstRunOffersToAddAnArchive()
    {
        Desk desk(false);
        for (QPushButton *button : desk.window->worklist().findChildren<QPushButton *>())
            if (button->isVisibleTo(desk.window.get()) && button->text() == u"Add an archive"_s)
                button->click();
        auto *settings = desk.part<app::SettingsPage>();
        QVERIFY(settings && settings->isVisible());
        desk.window->runCommand(u"close-tab"_s);
        QCOMPARE(desk.part<app::AppTabs>()->count(), 1);
        desk.window->runCommand(u"close-tab"_s); // the worklist stays
        QCOMPARE(desk.part<app::AppTabs>()->count(), 1);
    }

    void selectionAsksForItsSeriesOnlyWhenItRests()
    {
        Desk desk;
        desk.window->worklist().search();
        desk.answer(
            {studyRow(u"1.1"_s, u"TEST^A"_s), studyRow(u"1.2"_s, u"TEST^B"_s), studyRow(u"1.3"_s, u"TEST^C"_s)});
        auto *view = desk.part<app::WorklistView>();
        view->setFocus();
        for (int i = 0; i < 2; ++i)
            QTest::keyClick(view, Qt::Key_Down);
        const auto asked = [&] { return desk.source->asked.filter(u" soon"_s); }; // for the panel
        QTRY_COMPARE(asked().size(), 1);
        QCOMPARE(asked().front(), u"series %1 soon"_s.arg(desk.window->worklist().selectedStudy()->uid.text()));
    }

    void tabsOpenAndCloseWithTheirSessions()
    {
        Desk desk;
        auto a = std::make_unique<app::ReadingSession>(desk.clock, desk.images);
        auto b = std::make_unique<app::ReadingSession>(desk.clock, desk.images);
        desk.window->showSession(*a, true);
        desk.window->showSession(*b, true);
        auto *tabs = desk.part<app::AppTabs>();
        QCOMPARE(tabs->count(), 3);
        QCOMPARE(&desk.window->readingPage()->session(), b.get());
        desk.window->runCommand(u"previous-tab"_s);
        QCOMPARE(&desk.window->readingPage()->session(), a.get());
        QSignalSpy closed(desk.window.get(), &app::MainWindow::sessionClosed);
        desk.window->runCommand(u"close-tab"_s);
        QCOMPARE(closed.size(), 1);
        QCOMPARE(closed[0][0].value<app::ReadingSession *>(), a.get());
        QCOMPARE(tabs->count(), 2);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        a.reset();
        QCOMPARE(desk.window->windowTitle(), u"Consilium"_s);
        desk.window.reset(); // pages before sessions
    }

    /// A prior report that is looked at makes no room for its study: that gets a tab of its own when it is opened.
    void aPriorStudyIsNotWhatTheTabIsAbout()
    {
        Desk desk;
        app::ReadingSession session(desk.clock, desk.images);
        const StudyUid read(u"1.2"_s), prior(u"1.3"_s);
        session.addStudy(read, false);
        session.addPrior(prior);
        session.addPrior(read);
        QVERIFY(session.holds(read));
        QVERIFY(!session.holds(prior));
        QVERIFY(session.uses(prior));
        QCOMPARE(session.studies(), std::vector<StudyUid>{read});
        QCOMPARE(session.priors(), std::vector<StudyUid>{prior});
        session.removeStudy(prior);
        QVERIFY(!session.uses(prior));
    }

    void commandsGoToTheActiveView()
    {
        Desk desk;
        app::ReadingSession session(desk.clock, desk.images);
        desk.window->showSession(session, true);
        QVERIFY(desk.window->runCommand(u"layout-2x2"_s));
        QCOMPARE(session.dispatcher().state().layout().cellCount(), 4);
        QVERIFY(desk.window->runCommand(u"undo"_s));
        QCOMPARE(session.dispatcher().state().layout().cellCount(), 1);
        QVERIFY(desk.window->runCommand(u"tool-zoom"_s));
        QCOMPARE(desk.bindings.toolFor(Qt::LeftButton, {}), u"zoom"_s);
        QVERIFY(!desk.window->runCommand(u"no-such-command"_s));
        desk.window->runCommand(u"toggle-panels"_s);
        QVERIFY(desk.window->readingPage()->isFolded());
        QVERIFY(desk.settings.panelsFolded());
        desk.window.reset();
    }

    // With other monitors the panels are as they were left there.
    void panelsFollowTheMonitors()
    {
        Desk desk;
        app::ReadingSession session(desk.clock, desk.images);
        desk.window->showSession(session, true);
        const QString here = app::arrangementOf(app::monitorsNow()), elsewhere = u"0123456789abcdef"_s;
        desk.window->runCommand(u"toggle-panels"_s);
        QVERIFY(desk.settings.panelsFolded(here));
        desk.settings.setPanelsFolded(false, elsewhere);
        QVERIFY(desk.settings.panelsFolded(here));
        desk.settings.setPanelsFolded(false, here); // as if it had been left so
        desk.window->followMonitors();
        QVERIFY(!desk.window->readingPage()->isFolded());
        desk.settings.setPanelsFolded(true, here);
        desk.window->followMonitors();
        QVERIFY(desk.window->readingPage()->isFolded());
        desk.window.reset();
    }

    void aTabBeginsWithTheGridThatIsKept()
    {
        Desk desk;
        app::ReadingSession session(desk.clock, desk.images);
        desk.window->showSession(session, true);
        const QString here = app::arrangementOf(app::monitorsNow());
        QVERIFY(desk.window->runCommand(u"layout-2x2"_s));
        QVERIFY(desk.window->runCommand(u"keep-grid"_s));
        QVERIFY(desk.window->lastNotice().contains(u"2 × 2"_s));
        QVERIFY((desk.settings.usualGrid(here) == app::ProfileSettings::Grid{2, 2}));
        const app::WindowSpread spread(desk.settings);
        app::ReadingSession next(desk.clock, desk.images);
        spread.begin(next);
        QCOMPARE(next.dispatcher().state().layout().rows, 2);
        QCOMPARE(next.dispatcher().state().layout().columns, 2);
        QVERIFY(!next.dispatcher().canUndo(next.dispatcher().localActor()));
        // Who has a study, or has done something, keeps what is there.
        next.addStudy(StudyUid(u"1.2"_s), false);
        next.beginWith(1, 3);
        QCOMPARE(next.dispatcher().state().layout().rows, 2);
        QVERIFY(desk.window->runCommand(u"keep-grid"_s)); // once more: one view again
        QVERIFY(!desk.settings.usualGrid(here));
        desk.window.reset();
    }

    void allTabsShowTheSameTool()
    {
        Desk desk;
        app::ReadingSession a(desk.clock, desk.images), b(desk.clock, desk.images);
        desk.window->showSession(a, true);
        desk.window->showSession(b, true);
        desk.window->runCommand(u"tool-zoom"_s);
        desk.window->runCommand(u"full-screen"_s);
        desk.window->showSession(a, true);
        const auto *zoom = desk.window->readingPage()->toolBar().findChild<widgets::ToolButton *>(u"tool-zoom"_s);
        QVERIFY(zoom && zoom->isBoundLeft());
        desk.window->runCommand(u"full-screen"_s);
        desk.window.reset();
    }

    void manyTabsStayReadable_data()
    {
        QTest::addColumn<int>("width");
        for (int width : {1366, 1920})
            QTest::addRow("%d", width) << width;
    }
    void manyTabsStayReadable()
    {
        QFETCH(int, width);
        Desk desk;
        desk.window->resize(width, 768);
        auto *tabs = desk.part<app::AppTabs>();
        for (int i = 0; i < 12; ++i)
            tabs->addPage(u"image"_s, u"TEST Number %1 · CT Chest with contrast"_s.arg(i), true);
        tabs->setCurrentIndex(12);
        QTest::qWait(50);
        QCOMPARE(desk.window->width(), width);
        const QFontMetrics metrics(tabs->font());
        QVERIFY(tabs->tabRect(0).width() > metrics.horizontalAdvance(tabs->tabText(0))); // the worklist's is never cut
        for (int i = 1; i < tabs->count(); ++i)
            QVERIFY(tabs->tabRect(i).width() > metrics.horizontalAdvance(u"TEST Number"_s));
        QVERIFY(tabs->rect().contains(tabs->tabRect(12).center())); // the chosen one is in view
        for (const QToolButton *button : tabs->findChildren<QToolButton *>())
            QVERIFY(!button->isVisible() || (width < 1900 && !button->geometry().intersects(tabs->tabRect(12))));
        while (tabs->count() > 1)
            tabs->removeTab(1);
    }

    /// Two studies of a patient, and patients whose names begin alike, are told apart where there is little room.
    void tabsOfOnePatientKeepTheirDates()
    {
        Desk desk;
        desk.window->resize(1366, 768);
        auto *tabs = desk.part<app::AppTabs>();
        const auto add = [&](const QString &name, const QString &date) {
            dicom::StudyHeader study;
            study.patient.name.alphabetic = name;
            study.patient.id = u"ID of "_s + name;
            study.date = date;
            study.modalities = u"CT"_s;
            study.description = u"CT head phantom"_s;
            study.accession = u"ACC"_s + date;
            const int index = tabs->addPage(u"image"_s, {}, true);
            tabs->setStudy(index, app::labelOf(study));
            return index;
        };
        const int current = add(u"QWXYZNAME ONE"_s, u"20260601"_s);
        QCOMPARE(tabs->tabText(current), u"QWXYZNAME ONE · CT head phantom"_s); // alone it needs no date
        const int prior = add(u"QWXYZNAME ONE"_s, u"20240102"_s);
        QVERIFY2(tabs->tabText(current).contains(u"2026-06-01 CT"_s), qPrintable(tabs->tabText(current)));
        const int other = add(u"QWXYZNAME TWO"_s, u"20250301"_s);
        for (int i = 0; i < 7; ++i)
            add(u"SOMEBODY ELSE"_s, u"2023010%1"_s.arg(i + 1));
        QTest::qWait(50);
        QVERIFY(tabs->shownText(current).contains(u"2026-06-01"_s));
        QVERIFY(tabs->shownText(prior).contains(u"2024-01-02"_s));
        QVERIFY(tabs->shownText(other).contains(u"2025-03-01"_s));
        for (const int named : {current, prior, other}) // nor is the name cut for it
            QVERIFY2(tabs->shownText(named).startsWith(u"QWXYZNAME "_s + (named == other ? u"TWO · "_s : u"ONE · "_s)),
                     qPrintable(tabs->shownText(named)));
        QSet<QString> all;
        for (int i = 1; i < tabs->count(); ++i)
            all.insert(tabs->shownText(i));
        QCOMPARE(all.size(), tabs->count() - 1);
        QCOMPARE(tabs->tabToolTip(prior),
                 u"QWXYZNAME ONE\nPatient ID: ID of QWXYZNAME ONE\nStudy date: 2024-01-02\n"
                 u"Modality: CT\nDescription: CT head phantom\nAccession number: ACC20240102"_s);
        while (tabs->count() > 2)
            tabs->removeTab(2);
        QCOMPARE(tabs->tabText(current), u"QWXYZNAME ONE · CT head phantom"_s);
        tabs->setStudy(current, {}); // its study is closed
        QVERIFY(tabs->tabText(current).isEmpty() && tabs->tabToolTip(current).isEmpty());
        tabs->removeTab(1);
    }

    void keysInTextsComeFromTheBindings()
    {
        Desk desk;
        QVERIFY(desk.part<QToolButton>(u"openSettings"_s)->toolTip().endsWith(u"Ctrl+,"_s));
        desk.bindings = tools::Bindings::fromJson(R"({"schema": 1, "mouse": [], "keys": [
            {"keys": "Ctrl+P", "command": "command-palette"}, {"keys": "Ctrl+J", "command": "settings"},
            {"keys": "F9", "command": "refresh"}]})")
                            .value_or(tools::Bindings());
        desk.window = std::make_unique<app::MainWindow>(app::WindowServices{
            desk.clock, desk.settings, desk.archives, desk.images, desk.bindings, desk.search, u"en"_s, u"dark"_s});
        desk.window->show();
        QVERIFY(desk.part<QToolButton>(u"openPalette"_s)->toolTip().endsWith(u"Ctrl+P"_s));
        QVERIFY(desk.part<QToolButton>(u"openSettings"_s)->toolTip().endsWith(u"Ctrl+J"_s));
        desk.window->runCommand(u"settings"_s);
        QVERIFY(desk.part<QPushButton>(u"testArchive"_s)->text().endsWith(u"F9"_s));
    }

    void noEmptyPasswordGoesOverAGoodOne()
    {
        Desk desk;
        dicomweb::ArchiveConfig config{ArchiveId(u"a1"_s), u"PACS"_s, u"https://pacs.example/rs"_s, {}, {}};
        config.credentials = {http::Credentials::Kind::Basic, u"reader"_s, {}};
        desk.settings.setArchives({config});
        desk.archives.load(); // the keychain answers later
        desk.window->runCommand(u"settings"_s);
        desk.part<QPushButton>(u"saveArchive"_s)->click();
        const app::Archive *archive = desk.archives.find(ArchiveId(u"a1"_s));
        QVERIFY(archive && !archive->client); // not taken over with an empty password
        QTRY_VERIFY_WITH_TIMEOUT(desk.archives.find(ArchiveId(u"a1"_s))->lacksSecret, 30'000);
        desk.part<QPushButton>(u"saveArchive"_s)->click();
        QVERIFY(!desk.archives.find(ArchiveId(u"a1"_s))->client);
    }

    void settingsThatAreNotKeptAreNotCalledSaved()
    {
        Desk desk;
        app::ProfileSettings nowhere(u"/dev/null/profile"_s);
        app::ArchiveSet archives(desk.http, desk.secrets, nowhere);
        app::CommandSet commands(*desk.window, desk.bindings, [](const QString &) { return false; });
        app::SettingsPage page(
            {archives, nowhere, desk.clock, u"en"_s, u"dark"_s, QKeySequence(u"F5"_s), commands, desk.bindings});
        page.show();
        page.addArchive();
        page.findChild<QLineEdit *>(u"archiveUrl"_s)->setText(u"http://pacs.example/rs"_s);
        page.findChild<QPushButton *>(u"saveArchive"_s)->click();
        QStringList texts;
        for (const QLabel *label : page.findChildren<QLabel *>())
            texts << label->text();
        QVERIFY(!texts.contains(u"Saved."_s));
        QVERIFY(texts.join(u' ').contains(u"Not saved: the settings cannot be written"_s));
    }

    /// A medium that lists its files for long: they are counted before the first one is read, and while others are.
    void filesAreCountedWhileTheyAreListed()
    {
        Desk desk;
        auto &bar = desk.window->readingBar();
        const auto *text = bar.findChild<QLabel *>();
        bar.setProgress(0, -1, 1234);
        QVERIFY(!bar.isHidden());
        QCOMPARE(text->text(), u"Reading files: 1\u2009234 found"_s);
        bar.setProgress(16, -1, 1234);
        QCOMPARE(text->text(), u"Reading files: 16 of 1\u2009234 found"_s);
        bar.setProgress(16, 1234, 1234);
        QCOMPARE(text->text(), u"Reading files: 16 of 1\u2009234"_s);
        bar.setProgress(0, 0, 0);
        QVERIFY(bar.isHidden());
    }

    // Who points at something when a message comes or goes still points at it; and no message covers an image.
    void noticesMoveNothing_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("smallest") << QSize(960, 600);
        QTest::newRow("usual") << QSize(1920, 1080);
    }
    void noticesMoveNothing()
    {
        QFETCH(QSize, size);
        Desk desk;
        desk.window->resize(size);
        app::ReadingSession session(desk.clock, desk.images);
        desk.window->showSession(session, true);
        QTest::qWait(50);
        auto *view = desk.window->readingPage()->grid().activeViewport();
        const auto place = [&](const QWidget *of) { return QRect(of->mapTo(desk.window.get(), QPoint()), of->size()); };
        const QRect page = place(desk.window->readingPage()), image = place(view);
        const auto *notice = desk.part<app::NoticeBar>();
        auto &reading = desk.window->readingBar();
        const auto isAside = [&](const QWidget &note) {
            const QRect at = place(&note);
            return note.isVisible() && page.contains(at) &&
                   !at.intersects(place(&desk.window->readingPage()->grid())) && at.height() > 30 && at.width() > 200;
        };
        reading.setProgress(1'234, 99'999);
        desk.window->notify(u"This is a sentence that goes on for quite a while. "_s.repeated(9), true, true);
        desk.window->notify(u"Another one, which stands above it, and is not short either. "_s.repeated(3), false);
        QTest::qWait(50);
        QCOMPARE(place(desk.window->readingPage()), page);
        QCOMPARE(place(view), image);
        QVERIFY(isAside(*notice));
        QVERIFY(isAside(reading));
        QVERIFY(!place(notice).intersects(place(&reading)));
        // Each of the two has its line; what does not fit stands in the tip.
        const auto *text = notice->findChild<app::TopText *>();
        QCOMPARE(text->text().split(u'\n').size(), 2);
        QVERIFY(text->text().startsWith(u"Another one"_s)); // what is newest
        QVERIFY(text->text().contains(u"\nThis "_s));
        QVERIFY(text->text() == text->whole() || text->toolTip().contains(text->whole()));
        QVERIFY(text->heightForWidth(text->width()) <= text->height());
        notice->findChild<QToolButton *>()->click();
        reading.setProgress(0, 0);
        QTest::qWait(50);
        QVERIFY(!notice->isVisible() && !reading.isVisible());
        QCOMPARE(place(desk.window->readingPage()), page);
        QCOMPARE(place(view), image);
        // Over the list too.
        desk.window->showWorklist();
        const QRect list = place(&desk.window->worklist());
        desk.window->notify(u"Short."_s, false);
        QTest::qWait(50);
        QCOMPARE(place(&desk.window->worklist()), list);
        QCOMPARE(place(notice).right(), desk.window->rect().right());
        QVERIFY(place(notice).width() < 300);
        desk.window.reset();
    }

    void aLongNoticeWidensNothing()
    {
        Desk desk;
        desk.window->resize(960, 600);
        desk.window->notify(u"This is a sentence that goes on for quite a while. "_s.repeated(5), true, true);
        QTest::qWait(50);
        QCOMPARE(desk.window->width(), 960);
        QSignalSpy asked(desk.window.get(), &app::MainWindow::noticeDetailsRequested);
        desk.part<QPushButton>(u"noticeDetails"_s)->click();
        QCOMPARE(asked.size(), 1);
        // A failure that nobody has closed stays, with its details.
        desk.window->notify(u"Short."_s, false);
        QVERIFY(desk.part<QPushButton>(u"noticeDetails"_s)->isVisible());
        desk.window->notify(u"Another failure."_s, true);
        QVERIFY(!desk.part<QPushButton>(u"noticeDetails"_s)->isVisible());
    }

    void thePaletteNarrowsAndRuns()
    {
        Desk desk;
        desk.window->runCommand(u"command-palette"_s);
        auto *palette = desk.part<app::CommandPalette>();
        QVERIFY(palette && palette->isVisible());
        QVERIFY(!palette->shownCommands().contains(u"rotate-right"_s)); // makes no sense in the worklist
        auto *field = palette->findChild<QLineEdit *>();
        QTest::keyClicks(field, u"settings"_s);
        QCOMPARE(palette->shownCommands().value(0), u"settings"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QVERIFY(desk.window->isShowingSettings());
    }

    // All of them at once held the window up.
    void aPageOfTheSettingsIsBuiltWhenItIsShown()
    {
        Desk desk;
        desk.window->runCommand(u"settings"_s);
        QVERIFY(desk.part<app::ArchiveSettings>());
        QVERIFY(!desk.part<app::KeySettings>() && !desk.part<app::MouseSettings>());
        auto *page = desk.part<app::SettingsPage>();
        page->showSection(2);
        auto *keys = desk.part<app::KeySettings>();
        QVERIFY(keys && keys->isVisible());
        QVERIFY(!desk.part<app::MouseSettings>());
        desk.window->runCommand(u"settings-mouse"_s);
        auto *mouse = desk.part<app::MouseSettings>();
        QVERIFY(mouse && mouse->isVisible() && !keys->isVisible());
        page->showSection(2); // the same as before, with what was typed into it
        QCOMPARE(desk.part<app::KeySettings>(), keys);
        QVERIFY(keys->isVisible() && !mouse->isVisible());
        page->showSection(0);
        QVERIFY(desk.part<app::ArchiveSettings>()->isVisible());
    }

    // "zoom" must not run into a command for documents while images are read; who runs one is told.
    void whatCannotBeDoneHereSaysWhy_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("why");
        QTest::newRow("document") << u"document-zoom-in"_s << u"Only for documents"_s;
        QTest::newRow("ecg") << u"ecg-speed-25"_s << u"Only for documents"_s;
        QTest::newRow("no image") << u"invert"_s << u"no image"_s;
        QTest::newRow("undo") << u"undo"_s << u"nothing to undo"_s;
        QTest::newRow("redo") << u"redo"_s << u"nothing to redo"_s;
    }
    void whatCannotBeDoneHereSaysWhy()
    {
        QFETCH(QString, command);
        QFETCH(QString, why);
        Desk desk;
        app::ReadingSession session(desk.clock, desk.images);
        desk.window->showSession(session, true);
        desk.window->runCommand(u"command-palette"_s);
        auto *palette = desk.part<app::CommandPalette>();
        auto *field = palette->findChild<QLineEdit *>();
        auto *reason = palette->findChild<QLabel *>(u"paletteReason"_s);
        QTest::keyClicks(field, u"zoom"_s);
        QCOMPARE(palette->shownCommands().value(0), u"tool-zoom"_s);
        QVERIFY(!reason->isVisible());
        field->clear();
        const QStringList all = palette->shownCommands();
        QVERIFY(all.indexOf(command) > all.indexOf(u"layout-2x2"_s));
        for (qsizetype i = all.indexOf(command); i > 0; --i)
            QTest::keyClick(field, Qt::Key_Down);
        QVERIFY(reason->isVisible());
        QVERIFY2(reason->text().contains(why), qPrintable(reason->text()));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY2(desk.window->lastNotice().contains(why), qPrintable(desk.window->lastNotice()));
        desk.window.reset();
    }

    void theFiltersNeverOverlap_data()
    {
        QTest::addColumn<int>("width");
        for (int width : {1000, 1200, 1400, 1920})
            QTest::addRow("%d", width) << width;
    }
    void theFiltersNeverOverlap()
    {
        QFETCH(int, width);
        Desk desk;
        desk.window->resize(width, 900);
        QCoreApplication::sendPostedEvents();
        auto *bar = desk.part<app::FilterBar>();
        app::WorklistFilter filter;
        filter.period = u"custom"_s; // the widest: with two days
        bar->setFilter(filter);
        QCoreApplication::sendPostedEvents();
        QTest::qWait(50);
        QList<QWidget *> parts;
        for (QWidget *part : bar->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
            if (part->isVisible() && !part->isWindow() && part->x() >= 0)
                parts << part;
        QVERIFY(parts.size() > 9);
        QCOMPARE(desk.window->width(), width);
        for (const QWidget *part : parts) {
            QVERIFY(bar->rect().contains(part->geometry()));
            for (const QWidget *other : parts)
                QVERIFY(part == other || !part->geometry().intersects(other->geometry()));
        }
        QVERIFY(desk.part<QLineEdit>(u"worklistSearch"_s)->width() >= 240);
    }

    void theFiltersAreOneRowOnAUsualScreen()
    {
        Desk desk;
        desk.window->resize(1920, 1000);
        auto *bar = desk.part<app::FilterBar>();
        bar->setInstitutions({u"TEST HOSPITAL"_s});
        QTest::qWait(50);
        const auto *search = desk.part<QLineEdit>(u"worklistSearch"_s);
        const auto *last = desk.part<QPushButton>(u"institutionChip"_s);
        QVERIFY(last->isVisible());
        for (const QWidget *part : bar->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
            QVERIFY(!part->isVisible() || part->isWindow() || part->x() <= last->x());
        QVERIFY(std::abs(last->geometry().center().y() - search->geometry().center().y()) < 4);
    }

    void aSmallWindowScrollsTheArchiveForm()
    {
        Desk desk;
        desk.window->resize(960, 600); // the least that the window has
        desk.window->runCommand(u"settings"_s);
        QTest::qWait(50);
        auto *scroll = desk.part<QScrollArea>(u"archiveForm"_s);
        QVERIFY(scroll && scroll->isVisible());
        QCOMPARE(desk.window->size(), QSize(960, 600));
        QVERIFY(scroll->widget()->height() >= scroll->widget()->minimumSizeHint().height());
        QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
        QVERIFY(desk.window->rect().contains(QRect(scroll->mapTo(desk.window.get(), QPoint(0, 0)), scroll->size())));
    }

    // So that it can be taken from the clipboard when the person goes.
    void whatIsCopiedIsMarkedAsOurs()
    {
        Desk desk;
        desk.window->worklist().search();
        Attributes row = studyRow(u"1.1"_s, u"TEST^A"_s);
        row.setText(tags::AccessionNumber, "SH", {u"TEST-ACC"_s});
        desk.answer({row});
        auto *view = desk.part<app::WorklistView>();
        view->setCurrentIndex(view->model()->index(0, 0));
        QVERIFY(desk.window->runCommand(u"copy-accession"_s));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"TEST-ACC"_s);
        widgets::takeBackCopies();
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
        desk.window.reset();
    }

    void droppedFilesAreOpened()
    {
        Desk desk;
        QSignalSpy opened(desk.window.get(), &app::MainWindow::openPathsRequested);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(desk.folder.path()), QUrl(u"https://a.example/x"_s)});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(desk.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(desk.window.get(), &drop);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toStringList(), QStringList{desk.folder.path()});
    }

    void nothingOfPatientsIsKept()
    {
        Desk desk;
        desk.window->worklist().search();
        desk.answer({studyRow(u"1.1"_s, u"TEST^SECRETNAME"_s)});
        auto *field = desk.part<QLineEdit>(u"worklistSearch"_s);
        QTest::keyClicks(field, u"SECRETNAME"_s);
        QTest::keyClick(field, Qt::Key_Return);
        desk.window->close();
        desk.window.reset();
        QFile file(desk.settings.fileName());
        if (file.open(QIODevice::ReadOnly))
            QVERIFY(!file.readAll().contains("SECRETNAME"));
    }
};

CONSILIUM_TEST(WindowTest)
#include "WindowTest.moc"
