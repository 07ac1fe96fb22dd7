#include "app/settings/ProfileSettings.h"
#include "app/worklist/EmptyState.h"
#include "app/worklist/FilterBar.h"
#include "app/worklist/LookNote.h"
#include "app/worklist/WorklistPage.h"
#include "app/worklist/WorklistView.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/FakeSource.h"
#include "viewer/widgets/theme/Theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace consilium;
using test::FakeSource;
using test::studyRow;

namespace
{

/// The page alone, with two archives that answer when they are told to.
struct Desk {
    QTemporaryDir folder;
    SystemClock clock;
    app::ProfileSettings settings{folder.path()};
    app::WorklistSearch search{clock};
    std::shared_ptr<FakeSource> a = std::make_shared<FakeSource>(u"A"_s), b = std::make_shared<FakeSource>(u"B"_s);
    std::unique_ptr<app::WorklistPage> page;

    Desk()
    {
        widgets::applyTheme(*qApp, widgets::Scheme::Dark, QLocale(u"en"_s));
        search.setSources({a, b});
        build();
    }
    void build()
    {
        page = std::make_unique<app::WorklistPage>(search, [] { return QDate(2026, 1, 2); });
        page->useSettings(settings);
        page->resize(1600, 800);
        page->show();
    }
    // Study i of the day i of the year, newest first in the table.
    static Attributes study(int i)
    {
        return studyRow(u"1.%1"_s.arg(i), u"TEST^%1"_s.arg(i), QDate(2020, 1, 1).addDays(i).toString(u"yyyyMMdd"_s));
    }
    void answer(const std::vector<Attributes> &ofA, const std::vector<Attributes> &ofB = {})
    {
        a->answer(dicomweb::StudyPage{ofA, false});
        b->answer(dicomweb::StudyPage{ofB, false});
    }
    /// Types, and both archives find nothing by it.
    void seek(const QString &text) const
    {
        for (const auto &archive : {a, b})
            archive->questions.clear();
        page->findChild<QLineEdit *>(u"worklistSearch"_s)->setText(text);
        QTRY_VERIFY(!b->questions.empty());
        while (!b->questions.empty()) {
            a->answer(dicomweb::StudyPage{});
            b->answer(dicomweb::StudyPage{});
        }
    }
    app::WorklistView &view() const { return *page->findChild<app::WorklistView *>(); }
    QString currentUid() const { return page->model().row(view().currentIndex().row()).study.uid.text(); }
};

} // namespace

class WorklistTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // A menu or a button that tests before these left would be somebody's hand.
    void initTestCase()
    {
        while (QWidget *popup = QApplication::activePopupWidget())
            QVERIFY(popup->close());
        QWidget anywhere;
        anywhere.show();
        for (const Qt::MouseButton button : {Qt::LeftButton, Qt::RightButton, Qt::MiddleButton})
            if (QApplication::mouseButtons() & button)
                QTest::mouseRelease(&anywhere, button);
    }
    void theFasterArchiveIsOpened()
    {
        Desk desk;
        desk.page->search();
        desk.a->answer(dicomweb::StudyPage{{Desk::study(1)}, false});
        QTest::qWait(30);
        desk.b->answer(dicomweb::StudyPage{{Desk::study(1)}, false});
        QCOMPARE(desk.page->model().rowCount(), 1);
        QSignalSpy opened(desk.page.get(), &app::WorklistPage::openRequested);
        QVERIFY(desk.page->openRow(0));
        QCOMPARE(opened[0][0].value<ArchiveId>().text(), u"A"_s);
        QCOMPARE(desk.page->model().unreadCount(), 0); // opened: read on this workstation
    }

    void urgentStudiesStandOnTop()
    {
        Desk desk;
        desk.page->search();
        Attributes stat = Desk::study(1), high = Desk::study(2), routine = Desk::study(9);
        stat.setText({0x0040, 0x1003}, "SH", {u"STAT"_s});
        high.setText({0x0032, 0x000C}, "CS", {u"HIGH"_s});
        routine.setText({0x0040, 0x1003}, "SH", {u"ROUTINE"_s});
        desk.answer({Desk::study(5), high, routine, stat});
        const auto order = [&] {
            QStringList uids;
            for (int i = 0; i < desk.page->model().rowCount(); ++i)
                uids << desk.page->model().row(i).study.uid.text();
            return uids;
        };
        QCOMPARE(order(), (QStringList{u"1.1"_s, u"1.2"_s, u"1.9"_s, u"1.5"_s})); // newest first, but these
        QVERIFY(desk.page->model()
                    .data(desk.page->model().index(0, 0), Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(u"STAT "_s));
        QCOMPARE(desk.page->model().urgentCount(false), 2);
        // The line below the list says so in words.
        const auto says = [&](const QString &words) {
            const auto labels = desk.page->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [&](const QLabel *label) { return label->isVisible() && label->text() == words; });
        };
        QVERIFY(says(u"4 studies shown · 4 not opened today · 2 urgent, 2 of them not opened"_s));
        // The order by a column holds among the urgent and among the others.
        desk.view().sortByColumn(app::WorklistModel::When, Qt::AscendingOrder);
        QCOMPARE(order(), (QStringList{u"1.1"_s, u"1.2"_s, u"1.5"_s, u"1.9"_s}));
        QVERIFY(desk.page->openRow(0));
        QCOMPARE(desk.page->model().urgentCount(true), 1);
        QVERIFY(says(u"4 studies shown · 3 not opened today · 2 urgent, 1 of them not opened"_s));
        desk.page->toggleUrgentFirst(); // the person's choice, and it is kept
        desk.view().sortByColumn(app::WorklistModel::When, Qt::DescendingOrder);
        QCOMPARE(order(), (QStringList{u"1.9"_s, u"1.5"_s, u"1.2"_s, u"1.1"_s}));
        QVERIFY(!desk.settings.worklistUrgentFirst());
        desk.build();
        QVERIFY(!desk.page->model().isUrgentFirst());
    }

    void askedForFromOutsideShowsOnlyThese()
    {
        Desk desk;
        app::WorklistFilter filter;
        filter.further.accession = u"A1"_s;
        filter.only = QStringList{u"1.1"_s, u"1.3"_s};
        desk.page->setFilter(filter);
        desk.page->search();
        QCOMPARE(desk.a->questions.front().query.accession, u"A1"_s);
        desk.answer({Desk::study(1), Desk::study(2), Desk::study(3)});
        QCOMPARE(desk.page->model().rowCount(), 2);
        auto *chip = desk.page->findChild<QPushButton *>(u"outsideChip"_s);
        QVERIFY(chip->isVisible() && chip->text().contains(u'2'));
        chip->click();
        QVERIFY(!chip->isVisible());
        QTRY_VERIFY(!desk.a->questions.empty());
        QVERIFY(desk.a->questions.back().query.accession.isEmpty());
    }

    void typingFiltersAtOnce()
    {
        Desk desk;
        desk.page->search();
        desk.answer({studyRow(u"1.1"_s, u"Zhang^San=张^三"_s), studyRow(u"1.2"_s, u"Li^Si=李^四"_s)});
        auto *field = desk.page->findChild<QLineEdit *>(u"worklistSearch"_s);
        QTest::keyClicks(field, u"ls"_s);
        QCOMPARE(desk.page->model().rowCount(), 1); // no archive was asked yet
        QCOMPARE(desk.a->questions.size(), size_t(0));
        QCOMPARE(desk.currentUid(), u"1.2"_s);
        QTRY_COMPARE(desk.a->questions.size(), size_t(1));
        desk.answer({});
        QCOMPARE(desk.page->model().rowCount(), 1);
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(desk.page->model().rowCount(), 2);
        QTest::keyClicks(field, u"nobody"_s);
        QCOMPARE(desk.page->model().rowCount(), 0);
        QTRY_VERIFY(!desk.a->questions.empty());
        while (!desk.a->questions.empty())
            desk.a->answer(dicomweb::StudyPage{});
        while (!desk.b->questions.empty())
            desk.b->answer(dicomweb::StudyPage{});
        QCOMPARE(desk.page->message(), u"No study matches the search."_s);
    }

    void initialsAreSoughtBeyondTheFirstPages()
    {
        Desk desk;
        desk.page->search();
        desk.a->answer(dicomweb::StudyPage{{Desk::study(1), Desk::study(2)}, true});
        desk.b->answer(dicomweb::StudyPage{});
        auto *field = desk.page->findChild<QLineEdit *>(u"worklistSearch"_s);
        auto *note = desk.page->findChild<app::LookNote *>();
        QVERIFY(note->text().isEmpty()); // nothing is sought
        desk.seek(u"zs"_s);
        QCOMPARE(desk.a->questions.size(), size_t(1)); // the second page, by itself
        QCOMPARE(desk.a->questions.front().query.offset, 200);
        QVERIFY(desk.a->questions.front().query.patientName.isEmpty());
        QVERIFY(desk.b->questions.empty()); // its list is whole
        QCOMPARE(desk.page->message(), u"Looking through the list: 2 studies so far."_s);
        desk.a->answer(dicomweb::StudyPage{{Desk::study(3)}, true});
        QCOMPARE(desk.page->message(), u"Looking through the list: 3 studies so far."_s);
        QCOMPARE(desk.a->questions.front().query.offset, 400);
        desk.a->answer(dicomweb::StudyPage{{studyRow(u"1.99"_s, u"Zhang^San=张^三"_s)}, true});
        QCOMPARE(desk.page->model().rowCount(), 1); // it goes on: there may be others
        QCOMPARE(desk.currentUid(), u"1.99"_s);
        QVERIFY(note->isVisible());
        QCOMPARE(desk.a->questions.front().query.offset, 600);
        desk.a->answer(dicomweb::StudyPage{{studyRow(u"1.98"_s, u"张^思=张^思"_s)}, false});
        QCOMPARE(desk.page->model().rowCount(), 2);
        QVERIFY(desk.a->questions.empty() && !note->isVisible());
        field->clear();
        QCOMPARE(desk.page->model().rowCount(), 5);
        desk.seek(u"xx"_s); // all was looked through: now it is true
        QVERIFY(desk.a->questions.empty());
        QCOMPARE(desk.page->message(), u"No study matches the search."_s);
    }

    void lookingStopsAndGoesOn()
    {
        Desk desk;
        desk.page->search();
        desk.a->answer(dicomweb::StudyPage{{Desk::study(1), Desk::study(2)}, true});
        desk.b->answer(dicomweb::StudyPage{});
        desk.seek(u"zs"_s);
        const auto button = [&] { return desk.page->findChild<app::EmptyState *>()->findChild<QPushButton *>(); };
        QCOMPARE(button()->text(), u"Stop"_s);
        button()->click();
        QVERIFY(desk.a->questions.front().cancel.isCancelled());
        QCOMPARE(desk.page->message(), u"Only 2 studies were looked through. The archive has more."_s);
        QVERIFY(!desk.search.isRunning());
        desk.a->answer(dicomweb::StudyPage{{studyRow(u"1.99"_s, u"Zhang^San=张^三"_s)}, false}); // too late
        QCOMPARE(desk.page->model().rowCount(), 0);
        button()->click(); // "Look further": the page that was stopped is asked for again
        QCOMPARE(desk.a->questions.front().query.offset, 200);
        // Another letter takes its place; the page is not lost either.
        desk.seek(u"zsa"_s);
        QCOMPARE(desk.a->questions.back().query.offset, 200);
        while (desk.a->questions.size() > 1)
            desk.a->answer(dicomweb::StudyPage{});
        desk.a->answer(fail(ErrorCode::Timeout)); // ... nor when the archive fails
        QVERIFY(!desk.search.isRunning());
        QVERIFY(desk.search.hasMoreListed());
        QCOMPARE(desk.page->message(), u"Only 2 studies were looked through. The archive has more."_s);
    }

    /// Between a letter and the question to the archives no button comes that changes its meaning under the pointer.
    void theLineOfTheListWaitsForTheText()
    {
        Desk desk;
        desk.page->search();
        desk.a->answer(dicomweb::StudyPage{{studyRow(u"1.99"_s, u"Zhang^San=张^三"_s)}, true});
        desk.b->answer(dicomweb::StudyPage{});
        auto *note = desk.page->findChild<app::LookNote *>();
        auto *button = note->findChild<QPushButton *>(u"lookFurther"_s);
        desk.page->findChild<QLineEdit *>(u"worklistSearch"_s)->setText(u"zs"_s);
        QCOMPARE(desk.page->model().rowCount(), 1);
        QVERIFY(!note->isVisible());
        desk.seek(u"zs"_s);
        QVERIFY(note->isVisible() && note->isLooking());
        QCOMPARE(button->text(), u"Stop"_s);
        button->click();
        QVERIFY(note->isVisible() && note->isUnfinished());
        QCOMPARE(button->text(), u"Look further"_s);
        QTest::qWait(app::FilterBar::PauseMs + 100);
        QVERIFY(!note->isLooking() && !desk.search.isRunning()); // it does not begin again by itself
    }

    void lookingIsBounded()
    {
        Desk desk;
        desk.page->search();
        desk.a->answer(dicomweb::StudyPage{{Desk::study(0)}, true});
        desk.b->answer(dicomweb::StudyPage{});
        desk.seek(u"zs"_s);
        int pages = 0;
        for (; !desk.a->questions.empty() && pages < 100; ++pages)
            desk.a->answer(dicomweb::StudyPage{{Desk::study(1 + pages)}, true});
        QCOMPARE(pages, app::WorklistSearch::LookPages);
        QCOMPARE(desk.page->message(), u"Only 26 studies were looked through. The archive has more."_s);
        desk.page->findChild<app::EmptyState *>()->findChild<QPushButton *>()->click();
        QCOMPARE(desk.a->questions.front().query.offset, 26 * 200);
        desk.a->answer(dicomweb::StudyPage{{studyRow(u"1.99"_s, u"Zhang^San=张^三"_s)}, false});
        QCOMPARE(desk.page->model().rowCount(), 1);
        // A refresh does not fetch all of that again, and takes nothing away that it did not ask for.
        desk.page->findChild<QLineEdit *>(u"worklistSearch"_s)->clear();
        desk.search.refresh();
        QCOMPARE(desk.a->questions.front().query.limit, app::WorklistSearch::RefreshRows);
        desk.a->answer(dicomweb::StudyPage{{Desk::study(500)}, true});
        while (!desk.a->questions.empty())
            desk.a->answer(dicomweb::StudyPage{});
        while (!desk.b->questions.empty())
            desk.b->answer(dicomweb::StudyPage{});
        QCOMPARE(desk.page->model().rowCount(), 28);
    }

    void whatArchivesAreAskedForIsNotLookedThrough()
    {
        Desk desk;
        desk.page->search();
        desk.a->answer(dicomweb::StudyPage{{Desk::study(1)}, true});
        desk.b->answer(dicomweb::StudyPage{});
        desk.seek(u"张三"_s);
        QVERIFY(desk.a->questions.empty());
        QCOMPARE(desk.page->message(), u"No study matches the search."_s);
        desk.seek(u"2611"_s);
        QVERIFY(desk.a->questions.empty());
        QCOMPARE(desk.page->message(), u"No study matches the search."_s);
    }

    void aRefreshMovesNothing()
    {
        Desk desk;
        std::vector<Attributes> rows;
        for (int i = 0; i < 200; ++i)
            rows.push_back(Desk::study(i));
        desk.page->search();
        desk.answer(rows);
        auto &view = desk.view();
        view.setCurrentIndex(view.model()->index(100, 0));
        view.verticalScrollBar()->setValue(90 * 40 + 7);
        const QString chosen = desk.currentUid();
        const int before = view.visualRect(view.currentIndex()).top();
        for (int i = 1000; i < 1005; ++i)
            rows.push_back(Desk::study(i)); // newer: they come in above
        desk.search.refresh();
        desk.answer(rows);
        QCOMPARE(desk.page->model().rowCount(), 205);
        QCOMPARE(desk.currentUid(), chosen);
        QCOMPARE(view.visualRect(view.currentIndex()).top(), before);
        auto *fresh = desk.page->findChild<QPushButton *>(u"newStudies"_s);
        QVERIFY(fresh->isVisible());
        QCOMPARE(desk.page->model().newCount(), 5);
        fresh->click(); // goes there
        QVERIFY(view.viewport()->rect().contains(view.visualRect(view.model()->index(0, 0))));
        view.setCurrentIndex(view.model()->index(0, 0));
        QCOMPARE(desk.page->model().newCount(), 4); // looked at
    }

    void refreshesItselfOnlyWhileItIsSeen()
    {
        Desk desk;
        desk.settings.setWorklistRefreshSeconds(0);
        QCOMPARE(desk.settings.worklistRefreshSeconds(), 0);
        desk.build();
        auto *button = desk.page->findChild<QPushButton *>(u"refreshInterval"_s);
        QCOMPARE(button->text(), u"Does not refresh itself"_s);
        button->menu()->actions().at(1)->trigger();
        QCOMPARE(desk.settings.worklistRefreshSeconds(), 30);
        QCOMPARE(button->text(), u"Refreshes every 30 s"_s);
        auto *timer = desk.page->findChild<QTimer *>(u"refreshTimer"_s);
        QVERIFY(timer->isActive());
        QCOMPARE(timer->interval(), 30'000);

        desk.page->search();
        desk.answer({Desk::study(1), Desk::study(2)});
        QVERIFY(!QApplication::activePopupWidget() &&
                QApplication::mouseButtons() == Qt::NoButton); // nobody's hand is on it
        timer->setInterval(60);                                // half a minute later
        QTRY_COMPARE(desk.a->questions.size(), size_t(1));
        QVERIFY(desk.search.isRefreshing());
        QCOMPARE(desk.page->model().rowCount(), 2); // nothing goes meanwhile
        desk.answer({Desk::study(1), Desk::study(2), Desk::study(3)});
        QCOMPARE(desk.page->model().rowCount(), 3);
        QCOMPARE(desk.page->model().newCount(), 1); // a study that came, seen as new
        QCOMPARE(desk.page->model().row(desk.page->model().firstNew()).study.uid.text(), u"1.3"_s);
        auto *fresh = desk.page->findChild<QPushButton *>(u"newStudies"_s);
        QVERIFY(fresh->isVisible() && fresh->text().startsWith(u'1'));
        // Nobody is asked for a list that is not seen.
        QTRY_VERIFY(!desk.a->questions.empty());
        desk.answer({Desk::study(1), Desk::study(2), Desk::study(3)});
        desk.page->hide();
        QTest::qWait(300);
        QVERIFY(desk.a->questions.empty());
        desk.page->show();
        QTRY_VERIFY(!desk.a->questions.empty());
        desk.answer({Desk::study(2), Desk::study(3)}); // ... and what is gone goes
        QCOMPARE(desk.page->model().rowCount(), 2);
        button->menu()->actions().at(0)->trigger(); // never
        QTest::qWait(200);
        QVERIFY(desk.a->questions.empty());
    }

    void columnsAreChosenAndRemembered()
    {
        Desk desk;
        desk.page->chooseColumns();
        auto *menu = desk.page->findChild<QMenu *>(u"columnMenu"_s);
        QVERIFY(menu && menu->isVisible());
        QVERIFY(!menu->actions().at(app::WorklistModel::Patient)->isEnabled());
        menu->actions().at(app::WorklistModel::Institution)->trigger();
        menu->close();
        auto *header = desk.view().header();
        QVERIFY(!header->isSectionHidden(app::WorklistModel::Institution));
        header->resizeSection(app::WorklistModel::Accession, 222);
        header->moveSection(header->visualIndex(app::WorklistModel::When), 0);
        desk.page.reset(); // before the pause is over
        QVERIFY(desk.settings.worklistColumns().contains(u"accession:222"_s));
        desk.build();
        header = desk.view().header();
        QVERIFY(!header->isSectionHidden(app::WorklistModel::Institution));
        QCOMPARE(header->sectionSize(app::WorklistModel::Accession), 222);
        QCOMPARE(header->visualIndex(app::WorklistModel::When), 0);
    }

    void aSearchIsSavedAndUsed()
    {
        Desk desk;
        auto *bar = desk.page->findChild<app::FilterBar *>();
        app::WorklistFilter filter;
        filter.text = u"SECRETNAME"_s;
        filter.period = u"7"_s;
        filter.modalities = QStringList{u"MR"_s};
        filter.further.bodyPart = u"HEAD"_s;
        bar->setFilter(filter);
        desk.page->saveSearch();
        auto *dialog = desk.page->findChild<QDialog *>(u"searchNameDialog"_s);
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"Heads"_s);
        QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
        QVERIFY(!desk.settings.savedSearches().contains("SECRETNAME"));
        desk.build();
        auto *menu = desk.page->findChild<QPushButton *>(u"savedSearches"_s)->menu();
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().first()->text(), u"Heads"_s);
        menu->actions().first()->trigger();
        QCOMPARE(desk.a->questions.back().query.bodyPart, u"HEAD"_s);
        QCOMPARE(desk.a->questions.back().query.modalities, QStringList{u"MR"_s});
        QVERIFY(desk.page->filter().text.isEmpty());
    }

    void savedSearchesAreRenamedAndRemoved()
    {
        Desk desk;
        const auto names = [&] {
            QStringList all;
            for (const auto &search : app::savedSearchesFrom(desk.settings.savedSearches()))
                all << search.name;
            return all;
        };
        const auto dialog = [&] { return desk.page->findChild<QDialog *>(u"searchNameDialog"_s); };
        const auto answer = [&](const QString &name, bool twice = false) {
            auto *field = dialog()->findChild<QLineEdit *>();
            field->selectAll();
            QTest::keyClicks(field, name);
            QTest::keyClick(field, Qt::Key_Return);
            if (twice)
                QTest::keyClick(field, Qt::Key_Return);
        };
        const auto gone = [] { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); };
        // Of the menu "Saved searches": the entry of this name in the menu of this title.
        const auto choose = [&](const QString &title, const QString &name) {
            auto *menu = desk.page->findChild<QPushButton *>(u"savedSearches"_s)->menu();
            Q_EMIT menu->aboutToShow();
            for (QAction *below : menu->actions())
                for (QAction *entry : below->menu() ? below->menu()->actions() : QList<QAction *>())
                    if (below->text() == title && entry->text() == name)
                        entry->trigger();
        };
        for (const QString &name : {u"Heads"_s, u"Feet"_s}) {
            desk.page->saveSearch();
            answer(name);
            gone();
        }
        QCOMPARE(names(), (QStringList{u"Heads"_s, u"Feet"_s}));
        // Another one's name is not taken by one Return.
        desk.page->saveSearch();
        answer(u"Feet"_s);
        QVERIFY(dialog() && dialog()->isVisible());
        QVERIFY(dialog()->findChild<QLabel *>(u"searchNameNote"_s)->text().contains(u"already"_s));
        dialog()->reject();
        gone();
        choose(u"Rename"_s, u"Heads"_s);
        answer(u"Knees"_s);
        gone();
        QCOMPARE(names(), (QStringList{u"Knees"_s, u"Feet"_s}));
        choose(u"Rename"_s, u"Knees"_s);
        answer(u"Feet"_s, true);
        gone();
        QCOMPARE(names(), QStringList{u"Feet"_s});
        // What is too long is not cut without a word.
        desk.page->saveSearch();
        QTest::keyClicks(dialog()->findChild<QLineEdit *>(), QString(60, u'x'));
        QVERIFY(dialog()->findChild<QLabel *>(u"searchNameNote"_s)->text().contains(u"at most 40"_s));
        dialog()->reject();
        gone();
        for (const QString &button : {u"Cancel"_s, u"Remove"_s}) {
            QCOMPARE(names(), QStringList{u"Feet"_s});
            choose(u"Remove"_s, u"Feet"_s);
            auto *question = desk.page->findChild<QMessageBox *>();
            QVERIFY(question && question->text().contains(u"Feet"_s));
            for (QAbstractButton *of : question->buttons())
                if (of->text() == button)
                    of->click();
            gone();
        }
        QVERIFY(names().isEmpty());
    }

    void institutionsAreOfferedAsTheyCome()
    {
        Desk desk;
        auto *chip = desk.page->findChild<app::ChoiceChip *>(u"institutionChip"_s);
        QVERIFY(!chip->isVisible());
        desk.page->search();
        Attributes first = Desk::study(1), second = Desk::study(2);
        first.setText(tags::InstitutionName, "LO", {u"North & South"_s});
        second.setText(tags::InstitutionName, "LO", {u"West"_s});
        desk.answer({first, second});
        QVERIFY(chip->isVisible());
        Q_EMIT chip->menu()->aboutToShow();
        QCOMPARE(chip->menu()->actions().size(), qsizetype(3));
        chip->menu()->actions().at(1)->trigger();
        QCOMPARE(desk.page->model().rowCount(), 1);
        QCOMPARE(desk.currentUid(), u"1.1"_s);
        QVERIFY(desk.a->questions.empty()); // no archive is asked
    }

    void anInstitutionIsSoughtBeyondTheFirstPage()
    {
        Desk desk;
        auto *chip = desk.page->findChild<app::ChoiceChip *>(u"institutionChip"_s);
        desk.page->search();
        Attributes first = Desk::study(1), later = Desk::study(2);
        first.setText(tags::InstitutionName, "LO", {u"West"_s});
        later.setText(tags::InstitutionName, "LO", {u"West"_s});
        desk.a->answer(dicomweb::StudyPage{{first}, true});
        desk.b->answer(dicomweb::StudyPage{});
        Q_EMIT chip->menu()->aboutToShow();
        chip->menu()->actions().at(1)->trigger();
        QCOMPARE(desk.a->questions.front().query.offset, 200);
        QVERIFY(desk.page->findChild<app::LookNote *>()->isVisible());
        desk.a->answer(dicomweb::StudyPage{{Desk::study(3), later}, true});
        QCOMPARE(desk.page->model().rowCount(), 2);
        Q_EMIT chip->menu()->aboutToShow();
        chip->menu()->actions().at(0)->trigger(); // every institution: nothing is sought any more
        QVERIFY(!desk.search.isRunning());
        QCOMPARE(desk.page->model().rowCount(), 3);
    }
};

CONSILIUM_TEST(WorklistTest)
#include "WorklistTest.moc"
