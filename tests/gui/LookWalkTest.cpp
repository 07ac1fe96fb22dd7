#include "app/bridge/ArchiveWatch.h"
#include "app/people/PersonButton.h"
#include "app/settings/ArchiveSettings.h"
#include "app/settings/KeySettings.h"
#include "app/settings/SettingsPage.h"
#include "app/windows/ArchiveNote.h"
#include "app/windows/NoticeBar.h"
#include "app/windows/OpeningDetails.h"
#include "app/windows/ReadingBar.h"
#include "app/worklist/FilterBar.h"
#include "app/worklist/LookNote.h"
#include "app/worklist/SearchNameDialog.h"
#include "tests/gui/LookDesk.h"
#include "tests/gui/Studies.h"
#include "tests/gui/Ward.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/FakeArchive.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/widgets/PriorReports.h"
#include "viewer/widgets/SegmentPanel.h"
#include "viewer/widgets/StudyInfoPanel.h"
#include "viewer/widgets/documents/DocumentPane.h"
#include "viewer/widgets/theme/Theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

#include <atomic>

using namespace consilium;
using Desk = test::LookDesk;

namespace
{

void addRows()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QSize>("size");
    for (const char *language : {"zh_CN", "en"})
        for (const char *theme : {"dark", "light"})
            for (const QSize size : {QSize(1366, 768), QSize(3840, 2160)})
                QTest::newRow(
                    qPrintable(u"%1 %2 %3"_s.arg(QLatin1String(language), QLatin1String(theme)).arg(size.width())))
                    << QString::fromLatin1(language) << QString::fromLatin1(theme) << size;
}

/// Both languages in both themes in the small window, and each language once in the large one.
void addFewRows()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QSize>("size");
    const QSize small(1366, 768), large(3840, 2160);
    QTest::newRow("zh_CN dark 1366") << u"zh_CN"_s << u"dark"_s << small;
    QTest::newRow("zh_CN light 1366") << u"zh_CN"_s << u"light"_s << small;
    QTest::newRow("en dark 1366") << u"en"_s << u"dark"_s << small;
    QTest::newRow("en light 1366") << u"en"_s << u"light"_s << small;
    QTest::newRow("zh_CN dark 3840") << u"zh_CN"_s << u"dark"_s << large;
    QTest::newRow("en light 3840") << u"en"_s << u"light"_s << large;
}

void open(const Desk &desk, const QString &folder)
{
    desk.program->openPaths({folder});
    QTRY_VERIFY_WITH_TIMEOUT(desk.window().readingPage(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(desk.window().readingPage()->grid().activeViewport()->isDrawn(), 20'000);
    QTest::qWait(300);
}

/// The menu that stands open, judged and closed again.
QStringList openMenu(const Desk &desk, const QString &place)
{
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    if (!menu)
        return {place + u": no menu"_s};
    QTest::qWait(30);
    const QStringList wrong = desk.judged(*menu, place);
    menu->close();
    return wrong;
}

/// A menu of a button or of another menu, opened, judged and closed again.
QStringList menuProblems(const Desk &desk, QMenu &menu, const QString &place)
{
    menu.popup(desk.window().mapToGlobal(QPoint(20, 20)));
    QTest::qWait(30);
    const QStringList wrong =
        menu.isVisible() && !menu.isEmpty() ? desk.judged(menu, place) : QStringList{place + u": no menu"_s};
    menu.close();
    return wrong;
}

/// The question that stands open, judged and left without an answer.
QStringList question(const Desk &desk, const QString &place)
{
    QTest::qWait(60);
    QMessageBox *asked = nullptr;
    for (auto *box : desk.window().findChildren<QMessageBox *>())
        asked = box->isVisible() ? box : asked;
    if (!asked)
        return {place + u": no question"_s};
    const QStringList wrong = desk.judged(*asked, place);
    asked->reject();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return wrong;
}

void verdict(QStringList wrong)
{
    wrong.removeDuplicates();
    QVERIFY2(wrong.isEmpty(), qPrintable(u"\n"_s + wrong.join(u'\n')));
}

/// Over a study: its menus, the choice of a layout, and the field in which a window is typed.
QStringList overImages(const Desk &desk)
{
    QStringList wrong;
    open(desk, test::Studies::all().path(u"plain"_s));
    auto *page = desk.window().readingPage();
    if (!page)
        return {u"nothing is open"_s};
    const auto sets = page->images().dataSets(page->strip().study());
    if (sets.empty())
        return {u"no series"_s};
    Q_EMIT page->strip().menuRequested(sets.front()->id, desk.window().mapToGlobal(QPoint(60, 120)));
    wrong += openMenu(desk, u"menu of a series"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    const auto popup = [&](const QString &command, const QString &place) {
        const QPointer<QWidget> opened =
            desk.window().runCommand(command) ? QApplication::activePopupWidget() : nullptr;
        QTest::qWait(30);
        wrong += opened ? desk.judged(*opened, place) : QStringList{place + u": not there"_s};
        return opened;
    };
    if (const auto picker = popup(u"layout-picker"_s, u"layout picker"_s)) {
        QTest::keyClick(picker, Qt::Key_Right);
        wrong += desk.judged(*picker, u"layout picker, another one"_s);
        picker->close();
    }
    if (const auto entry = popup(u"window-type"_s, u"typed window"_s)) {
        auto *field = entry->findChild<QLineEdit *>();
        for (const QString &text : {QString(), u"abc"_s, u"40 0"_s, u"1e300 400"_s}) {
            field->setText(text);
            QTest::keyClick(field, Qt::Key_Return);
            QTest::qWait(30);
            if (!entry || !entry->isVisible())
                return wrong << u"“%1” was taken"_s.arg(text);
            wrong += desk.judged(*entry, u"typed window “%1”"_s.arg(text));
        }
        entry->close();
    }
    return wrong;
}

/// The line under the list while it is looked through.
QStringList looking(const Desk &desk)
{
    auto *note = desk.window().findChild<app::LookNote *>();
    desk.window().findChild<QLineEdit *>(u"worklistSearch"_s)->setText(u"mt"_s);
    auto &questions = desk.source->questions;
    const bool isThere = QTest::qWaitFor(
        [&] {
            // The archive finds nothing by the letters; what it is asked for next is more of its list.
            while (!questions.empty() && questions.front().query.offset == 0)
                desk.source->answer(dicomweb::StudyPage{});
            return note->isVisible() && note->isLooking();
        },
        5'000);
    if (!isThere)
        return {u"nothing is looked through"_s};
    QTest::qWait(60); // the archive's words have their room
    QStringList wrong = desk.problems(u"looking through the list"_s);
    note->findChild<QPushButton *>(u"lookFurther"_s)->click();
    if (!QTest::qWaitFor([&] { return note->isVisible() && !note->isLooking(); }) || !note->isUnfinished() ||
        !questions.front().cancel.isCancelled())
        wrong << u"it does not stop"_s;
    return wrong + desk.problems(u"looked through in part"_s);
}

} // namespace

/// The places that LookTest does not go to.
class LookWalkTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void documents_data() { addRows(); }
    void documents()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        QVERIFY(test::Studies::all().isMade);
        Desk desk(language, theme, size);
        open(desk, test::Studies::all().path(u"documents/documents"_s));
        QStringList wrong, kinds;
        for (int i = 0; i < 8 && kinds.size() < 5; ++i) {
            QVERIFY(desk.window().runCommand(u"next-series"_s));
            auto *viewport = desk.window().readingPage()->grid().activeViewport();
            QTRY_VERIFY_WITH_TIMEOUT(viewport->isDrawn(), 20'000);
            if (!viewport->document())
                continue;
            const QString kind = viewport->document()->answer(u"document.kind"_s, {}).toString();
            kinds << kind;
            if (kind == "report"_L1)
                QVERIFY(desk.window().runCommand(u"document-find"_s));
            wrong += desk.problems(kind);
        }
        kinds.sort();
        QCOMPARE(kinds, (QStringList{u"clinical"_s, u"key-images"_s, u"pdf"_s, u"report"_s, u"waveform"_s}));
        verdict(wrong);
    }

    void besideTheImages_data() { addRows(); }
    void besideTheImages()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        QVERIFY(test::Studies::all().isMade);
        Desk desk(language, theme, size);
        open(desk, test::Studies::all().path(u"outlined"_s));
        auto *panel = desk.window().findChild<widgets::SegmentPanel *>();
        QTRY_VERIFY_WITH_TIMEOUT(panel->isVisible(), 20'000);
        QStringList wrong = desk.problems(u"segments"_s);
        QVERIFY(desk.window().runCommand(u"toggle-segments"_s));
        wrong += desk.problems(u"segments shown"_s);
        QVERIFY(desk.window().runCommand(u"context-menu"_s));
        wrong += openMenu(desk, u"menu of a view"_s);
        open(desk, test::Studies::all().path(u"missing"_s));
        QVERIFY(desk.window().runCommand(u"repair-log"_s));
        wrong += desk.problems(u"missing slices and the repair log"_s);
        QVERIFY(desk.window().runCommand(u"command-palette"_s));
        wrong += desk.problems(u"command palette"_s);
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &desk.window(), Qt::Key_Escape);
        QVERIFY(desk.window().runCommand(u"show-details"_s));
        QTest::qWait(30);
        QVERIFY(QApplication::activePopupWidget());
        wrong += desk.judged(*QApplication::activePopupWidget(), u"details of a warning"_s);
        QApplication::activePopupWidget()->close();
        verdict(wrong);
    }

    void listsAndDialogs_data() { addRows(); }
    void listsAndDialogs()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        Desk desk(language, theme, size);
        desk.fillWorklist();
        desk.window().worklist().chooseColumns();
        QStringList wrong = openMenu(desk, u"menu of columns"_s);
        desk.window().worklist().focusList();
        QVERIFY(desk.window().runCommand(u"context-menu"_s));
        wrong += openMenu(desk, u"menu of a study"_s);
        // An archive that does not answer, as the test of a connection says it.
        desk.window().showSettings();
        auto *settings = desk.window().findChild<app::SettingsPage *>();
        settings->addArchive();
        settings->findChild<QLineEdit *>(u"archiveUrl"_s)->setText(u"http://127.0.0.1:1/dicom-web"_s);
        settings->findChild<QPushButton *>(u"testArchive"_s)->click();
        QTest::qWait(1500);
        wrong += desk.problems(u"result of a connection"_s);
        // What was left out when opening.
        QFile broken(desk.folder.filePath(u"broken.dcm"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write(test::MinimalDicom().part10().left(300));
        broken.close();
        desk.program->openPaths({desk.folder.path()});
        QTRY_VERIFY_WITH_TIMEOUT(!desk.window().lastNotice().isEmpty(), 20'000);
        QVERIFY(desk.window().runCommand(u"opening-details"_s));
        auto *details = desk.window().findChild<app::OpeningDetails *>();
        QVERIFY(details);
        QTest::qWait(60);
        wrong += desk.judged(*details, u"opening details"_s);
        details->close();
        verdict(wrong);
    }

    void signInAndLock_data() { addRows(); }
    void signInAndLock()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        test::Ward ward(language);
        ward.twoPeople(u"secret"_s, u"模体医师 TEST"_s, u"模体技师 TEST"_s);
        {
            app::PeopleStore store(ward.folder.path(), ward.clock);
            app::ProfileSettings(store.settingsFolder(test::first)).setTheme(theme);
        }
        app::CommandLine line;
        line.size = size;
        line.language = language;
        ward.start(std::move(line));
        const app::Workplace &place = *ward.place;
        const auto colours = test::coloursFor(size.width());
        const auto page = [&](const QString &name) {
            QTest::qWait(60);
            QStringList found = test::lookProblems(*place.signIn(), colours);
            for (QString &problem : found)
                problem.prepend(name + u": "_s);
            return found;
        };
        QVERIFY(place.signIn());
        QStringList wrong = page(u"sign-in"_s);
        ward.signIn(0, u"wrong"_s);
        QTRY_VERIFY(!ward.note().isEmpty());
        wrong += page(u"sign-in, wrong password"_s);
        ward.field()->clear();
        ward.signIn(0, u"secret"_s);
        QTRY_VERIFY_WITH_TIMEOUT(place.application(), 20'000);
        auto &window = ward.window();
        QVERIFY(window.runCommand(u"settings-people"_s));
        QTest::qWait(60);
        for (const QString &problem : test::lookProblems(window, colours))
            wrong += u"people: "_s + problem;
        auto *person = window.findChild<app::PersonButton *>();
        QVERIFY(person && person->isVisible());
        person->menu()->popup(window.mapToGlobal(QPoint(20, 20)));
        QTest::qWait(30);
        for (const QString &problem : test::lookProblems(*person->menu()))
            wrong += u"menu of the person: "_s + problem;
        person->menu()->close();
        QVERIFY(window.runCommand(u"lock"_s));
        QTest::qWait(100);
        for (const QString &problem : test::lookProblems(window, colours))
            wrong += u"locked: "_s + problem;
        verdict(wrong);
    }

    void popups_data() { addFewRows(); }
    /// Everything that opens over the worklist and over images: menus of buttons, menus of a series, small windows.
    void popups()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        QVERIFY(test::Studies::all().isMade);
        Desk desk(language, theme, size);
        desk.fillWorklist();
        // More archives than the strip has room for.
        std::vector<std::shared_ptr<app::StudySource>> sources{desk.source};
        std::vector<std::shared_ptr<test::FakeSource>> others;
        for (int i = 0; i < 15; ++i) { // their menu still fits on a screen of 600 px
            others.push_back(std::make_shared<test::FakeSource>(u"模体影像中心归档 Phantom archive %1"_s.arg(i)));
            sources.push_back(others.back());
        }
        desk.program->worklistSearch().setSources(sources);
        auto &page = desk.window().worklist();
        page.search();
        for (const auto &other : others)
            other->answer(dicomweb::StudyPage{});
        QTest::qWait(60);
        QStringList wrong = desk.problems(u"many archives"_s), menus;
        for (const QPushButton *button : page.findChildren<QPushButton *>()) {
            if (!button->menu() || !button->isVisible())
                continue;
            menus << button->objectName();
            wrong += menuProblems(desk, *button->menu(), u"menu "_s + button->text());
        }
        for (const char *name : {"bodyPartChip", "archiveChip", "savedSearches", "refreshInterval", "moreArchives"})
            QVERIFY2(menus.contains(QLatin1StringView(name)), name);
        QVERIFY(menus.contains(QString())); // "More" of the modalities
        // A search gets a name: empty, too long, and one that another search has.
        page.saveSearch();
        const auto dialog = [&] { return page.findChild<app::SearchNameDialog *>(); };
        QVERIFY(dialog());
        wrong += desk.judged(*dialog(), u"name of a search"_s);
        const QString longest(app::longestSearchName, u'名');
        auto *field = dialog()->findChild<QLineEdit *>(u"searchName"_s);
        field->setText(longest);
        QTest::qWait(60);
        wrong += desk.judged(*dialog(), u"too long a name"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        page.saveSearch();
        QVERIFY(dialog());
        field = dialog()->findChild<QLineEdit *>(u"searchName"_s);
        field->setText(longest);
        QTest::keyClick(field, Qt::Key_Return);
        QTest::qWait(60);
        QVERIFY(dialog() && dialog()->isVisible());
        wrong += desk.judged(*dialog(), u"a name that is taken"_s);
        dialog()->reject();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        wrong += menuProblems(desk, *page.findChild<QPushButton *>(u"savedSearches"_s)->menu(), u"saved searches"_s);
        wrong += overImages(desk);
        verdict(wrong);
    }

    void questions_data() { addFewRows(); }
    void questions()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        Desk desk(language, theme, size);
        desk.fillWorklist();
        Q_EMIT desk.window().findChild<app::FilterBar *>()->removeRequested(u"头颅 CT of the last seven days"_s);
        QStringList wrong = question(desk, u"remove a search"_s);
        // Keys of a file, more than are listed, and two commands lose theirs.
        QVERIFY(desk.window().runCommand(u"settings-keyboard"_s));
        QFile keys(desk.folder.filePath(u"keys.json"_s));
        QVERIFY(keys.open(QIODevice::WriteOnly));
        keys.write(R"({"schema": 1, "keys": [{"keys": "H", "command": "invert"}, {"keys": "V", "command": "fit"}]})");
        keys.close();
        desk.window().findChild<app::KeySettings *>()->importFrom(keys.fileName());
        wrong += question(desk, u"import keys"_s);
        dicomweb::ArchiveConfig config;
        config.name = u"模体影像中心归档 Phantom archive of the ward"_s;
        config.baseUrl = u"https://pacs.invalid/dicom-web"_s;
        const ArchiveId id = desk.program->archives().save(config);
        auto *settings = desk.window().findChild<app::SettingsPage *>();
        settings->editArchive(id);
        settings->findChild<QPushButton *>(u"removeArchive"_s)->click();
        wrong += question(desk, u"delete an archive"_s);
        settings->findChild<QLineEdit *>(u"archiveName"_s)->setText(u"另一个名称 Another name"_s);
        QVERIFY(desk.window().runCommand(u"close-tab"_s));
        wrong += question(desk, u"save or discard"_s);
        QVERIFY(desk.window().isShowingSettings()); // it was not answered
        auto *form = settings->findChild<app::ArchiveSettings *>();
        auto *signIn = form->findChild<QComboBox *>();
        signIn->setCurrentIndex(signIn->findData(int(http::Credentials::Kind::Basic)));
        form->findChild<QLineEdit *>(u"archiveUrl"_s)->setText(u"http://pacs-of-the-whole-hospital.invalid/rs"_s);
        form->findChild<QLineEdit *>(u"archiveSecret"_s)->setText(u"s3cret"_s);
        QTest::qWait(60);
        wrong += desk.problems(u"an unprotected password"_s);
        form->findChild<QPushButton *>(u"testArchive"_s)->click();
        wrong += question(desk, u"send it unprotected"_s);
        verdict(wrong);
    }

    void notices_data() { addFewRows(); }
    /// What is said over the top line of a page, and below the list.
    void notices()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        std::atomic<bool> isDown{false};
        test::FakeArchive archive(test::FakeArchive::series(2),
                                  [&](const test::FakeArchive::Question &) -> std::optional<test::FaultReply> {
                                      test::FaultReply none;
                                      none.reset = true;
                                      return isDown ? std::optional(none) : std::nullopt;
                                  });
        Desk desk(language, theme, size);
        desk.fillWorklist();
        QStringList wrong = looking(desk);
        const auto say = [&](const QString &place) {
            desk.window().notify(u"A sentence that goes on for a while 一句相当长的话，一行写不完。"_s.repeated(5),
                                 true, true);
            desk.window().notify(u"Another one, which stands below it. 另一句。"_s, false);
            QVERIFY(desk.window().noticeBar().isVisible());
            wrong += desk.problems(u"messages over "_s + place);
            desk.window().readingBar().setProgress(1'234, 99'999);
            wrong += desk.problems(u"messages and files over "_s + place);
            desk.window().readingBar().setProgress(0, -1, 12'345);
            wrong += desk.problems(u"files that are counted over "_s + place);
            desk.window().readingBar().setProgress(0, 0);
            for (QToolButton *close : desk.window().noticeBar().findChildren<QToolButton *>())
                close->click();
        };
        say(u"the worklist"_s);
        desk.window().showSettings();
        say(u"settings"_s);
        // An archive that went away while its study is read.
        dicomweb::ArchiveConfig config;
        config.name = u"Ward 7"_s;
        config.baseUrl = archive.url();
        const auto client = desk.program->archives().addForThisRun(config);
        QVERIFY(client);
        dicom::StudyHeader study;
        study.uid = StudyUid(archive.image(0).study);
        study.patient.id = archive.image(0).patientId;
        desk.program->openStudy(*client, study);
        QTRY_VERIFY_WITH_TIMEOUT(desk.window().readingPage(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.window().readingPage()->grid().activeViewport()->isDrawn(), 20'000);
        say(u"images"_s);
        isDown = true;
        desk.program->images().archiveWatch().noteFailure(*client, Error{ErrorCode::HostUnreachable, config.baseUrl});
        auto *note = desk.window().readingPage()->findChild<app::ArchiveNote *>();
        QVERIFY(note);
        QTRY_VERIFY_WITH_TIMEOUT(note->isVisible(), 10'000);
        wrong += desk.problems(u"an archive that is away"_s);
        say(u"the note of an archive"_s);
        verdict(wrong);
    }

    void priorReports_data() { addFewRows(); }
    /// The panel with other reports of the patient, one of whom nobody knows for sure whose it is.
    void priorReports()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        app::Language spoken;
        spoken.install(language);
        widgets::applyTheme(*qApp, theme == "dark"_L1 ? widgets::Scheme::Dark : widgets::Scheme::Light,
                            QLocale(language));
        test::Bench bench;
        using Priors = test::FakeImages::Priors;
        const DataSetId read = bench.images.addSeries(u"1.2"_s, {});
        Priors known;
        known.state = Priors::State::There;
        known.mayHaveMore = true;
        for (int i = 0; i < 3; ++i) {
            test::FakeImages::PriorStudy prior;
            prior.header.uid = StudyUid(u"1.3.%1"_s.arg(i));
            prior.header.date = u"20250%1%1"_s.arg(i + 1);
            prior.header.description = u"胸部平扫加增强 Chest without and with contrast"_s;
            prior.header.patient.name.alphabetic = u"TEST^Somebody With A Long Name"_s;
            if (i == 1)
                prior.doubt = u"The birth date is another one."_s;
            prior.documents.resize(1);
            prior.documents[0].uid = SeriesUid(u"1.3.%1.9"_s.arg(i));
            prior.documents[0].description = u"诊断报告 Report of the radiologist"_s;
            known.studies.push_back(prior);
        }
        Priors failed;
        failed.state = Priors::State::Failed;
        failed.error = Error{ErrorCode::HostUnreachable, {}};
        QStringList wrong;
        for (const Priors &priors : {known, failed}) {
            bench.images.priorStudies[StudyUid(u"1.2"_s)] = priors;
            bench.show(u"v1"_s, u"1.2"_s, read);
            for (const int width : {widgets::StudyInfoPanel::widthPx, widgets::StudyInfoPanel::narrowPx}) {
                widgets::StudyInfoPanel panel(bench.dispatcher, bench.images, bench.bindings);
                panel.setFixedWidth(width);
                panel.resize(width, size.height() - 72);
                panel.show();
                QTest::qWait(100);
                const auto *list = panel.findChild<widgets::PriorReports *>();
                QVERIFY(list && list->isVisible());
                QCOMPARE(list->lines().size(), priors.studies.size());
                for (const QString &problem : test::lookProblems(panel))
                    wrong += u"panel of %1 px: %2"_s.arg(width).arg(problem);
            }
        }
        verdict(wrong);
    }

    // F6 goes round: tabs, tool bar, series, images, panel; each has the keyboard in turn.
    void nextRegionMovesTheKeyboard()
    {
        Desk desk(u"en"_s, u"dark"_s, QSize(1366, 768));
        desk.program->openPaths({desk.folder.path()});
        QTRY_VERIFY_WITH_TIMEOUT(desk.window().readingPage(), 20'000);
        desk.window().activateWindow();
        auto &page = *desk.window().readingPage();
        QTRY_COMPARE(QApplication::focusWidget(), page.grid().activeViewport());
        QStringList order;
        const auto region = [&] {
            const QWidget *focused = QApplication::focusWidget();
            const auto within = [&](const QWidget *part) {
                return focused && part && (part == focused || part->isAncestorOf(focused));
            };
            return within(&page.grid())                                 ? u"images"_s
                   : within(&page.toolBar())                            ? u"tools"_s
                   : within(&page.strip())                              ? u"series"_s
                   : within(page.findChild<QWidget *>(u"study-info"_s)) ? u"panel"_s
                   : within(desk.window().findChild<QTabBar *>())       ? u"tabs"_s
                                                                        : u"nowhere"_s;
        };
        for (int i = 0; i < 6; ++i) {
            order << region();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        }
        QCOMPARE(order, (QStringList{u"images"_s, u"panel"_s, u"tabs"_s, u"tools"_s, u"series"_s, u"images"_s}));
        // Folded panels are passed over.
        page.grid().activeViewport()->setFocus();
        QVERIFY(desk.window().runCommand(u"toggle-panels"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QCOMPARE(region(), u"tabs"_s);
    }
};

CONSILIUM_TEST(LookWalkTest)
#include "LookWalkTest.moc"
