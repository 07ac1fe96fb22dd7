#include "app/windows/StudyFlow.h"
#include "app/bridge/StudyAhead.h"
#include "app/usecases/ReadStates.h"
#include "app/windows/AppBar.h"
#include "app/windows/AppTabs.h"
#include "app/windows/ReadStateRow.h"
#include "netclient/dicomweb/DicomJson.h"
#include "tests/gui/Desk.h"
#include "tests/unit/app_bridge/FakeArchive.h"

#include <QCheckBox>
#include <QStackedWidget>

#include <mutex>

using app::ReadState;
using test::studyRow;

namespace
{

/// A study of three images of the patient by whom studyRow() lists it.
std::vector<test::MinimalDicom> listedImages()
{
    std::vector<test::MinimalDicom> images = test::FakeArchive::series(3);
    for (test::MinimalDicom &image : images) {
        image.patientName = u"TEST^A"_s;
        image.patientId = u'T' + image.study;
    }
    return images;
}

/// A window with a list, whose rows open as in the program: each in a session of its own.
struct FlowDesk {
    QTemporaryDir folder;
    SystemClock clock;
    app::ProfileSettings settings{folder.path()};
    http::HttpClient http;
    identity::CredentialStore secrets;
    app::ArchiveSet archives{http, secrets, settings};
    app::PixelBridge images{app::PixelBridge::Limits{64'000'000, 1}};
    app::ReadStates states{clock};
    app::StudyFlow flow{{settings, states, nullptr, images, archives}};
    tools::Bindings bindings = tools::Bindings::fromJson(tools::builtInBindings()).value_or(tools::Bindings());
    app::WorklistSearch search{clock};
    std::shared_ptr<test::FakeSource> source = std::make_shared<test::FakeSource>(u"archive"_s);
    std::vector<std::unique_ptr<app::ReadingSession>> sessions;
    std::unique_ptr<app::MainWindow> window;

    explicit FlowDesk(std::initializer_list<Attributes> rows)
    {
        widgets::applyTheme(*qApp, widgets::Scheme::Dark, QLocale(u"en"_s));
        search.setSources({source});
        window = std::make_unique<app::MainWindow>(app::WindowServices{
            clock, settings, archives, images, bindings, search, u"en"_s, u"dark"_s, nullptr, nullptr, nullptr, &flow});
        flow.setWindow(*window);
        QObject::connect(window.get(), &app::MainWindow::openStudyRequested, window.get(),
                         [this](const ArchiveId &, const dicom::StudyHeader &study) { open(study.uid); });
        QObject::connect(window.get(), &app::MainWindow::sessionClosed, window.get(),
                         [this](app::ReadingSession *closed) {
                             const auto it = std::find_if(sessions.begin(), sessions.end(),
                                                          [&](const auto &one) { return one.get() == closed; });
                             it->release()->deleteLater();
                             sessions.erase(it);
                         });
        window->resize(1400, 900);
        window->show();
        window->worklist().search();
        source->answer(dicomweb::StudyPage{std::vector<Attributes>(rows), false});
    }
    ~FlowDesk()
    {
        window.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // pages and sessions that were closed
        sessions.clear();
    }
    FlowDesk(const FlowDesk &) = delete;
    FlowDesk &operator=(const FlowDesk &) = delete;

    void open(const StudyUid &study)
    {
        for (const auto &session : sessions)
            if (session->holds(study))
                return window->showSession(*session, true);
        sessions.push_back(std::make_unique<app::ReadingSession>(clock, images));
        sessions.back()->addStudy(study, false);
        window->showSession(*sessions.back(), true);
    }
    bool run(const char *command) const { return window->runCommand(QString::fromLatin1(command)); }
    [[nodiscard]] QString front() const
    {
        const app::ReadingPage *page = window->readingPage();
        return page ? page->session().studies().front().text() : QString();
    }
    [[nodiscard]] int tabs() const { return window->bar().tabs().count(); }
    [[nodiscard]] app::ReadStateRow *row() const { return window->readingPage()->findChild<app::ReadStateRow *>(); }
    void filter(const QString &readState) const
    {
        app::WorklistFilter filter = window->worklist().filter();
        filter.readState = readState;
        window->worklist().setFilter(filter);
        Q_EMIT window->findChild<app::FilterBar *>()->localFilterChanged();
    }
};

Attributes study(const QString &uid, const QString &date)
{
    return studyRow(uid, u"TEST^"_s + uid, date);
}

/// Newest first in the list: "3", "2", "1".
std::initializer_list<Attributes> three()
{
    static const std::initializer_list<Attributes> rows{study(u"1"_s, u"20260101"_s), study(u"2"_s, u"20260102"_s),
                                                        study(u"3"_s, u"20260103"_s)};
    return rows;
}

} // namespace

/// From study to study, and what a person says of them.
class StudyFlowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// As for hanging and for the timeline: what is in the active view, whichever study of the tab came last.
    void isAboutTheStudyThatIsReadInTheTab()
    {
        FlowDesk desk(three());
        desk.open(StudyUid(u"1"_s));
        app::ReadingSession &tab = *desk.sessions.back();
        tab.addStudy(StudyUid(u"2"_s), false);
        QCOMPARE(desk.flow.current(), StudyUid(u"1"_s)); // nothing of the other one is seen yet
        const auto show = [&](const QString &study) {
            return tab.dispatcher()
                .submit(session::ShowSeries{ViewId(u"v1"_s), StudyUid(study), DataSetId(study + u".1"_s), {}, {}, {}})
                .has_value();
        };
        QVERIFY(show(u"2"_s));
        QCOMPARE(desk.flow.current(), StudyUid(u"2"_s));
        QVERIFY(desk.run("mark-read"));
        QVERIFY(desk.states.of(StudyUid(u"2"_s)) == app::ReadState::Read);
        QVERIFY(desk.states.of(StudyUid(u"1"_s)) == app::ReadState::Unread);
        tab.addPrior(StudyUid(u"3"_s));
        QVERIFY(show(u"3"_s)); // beside it, and no study of the tab's
        QCOMPARE(desk.flow.current(), StudyUid(u"2"_s));
    }

    void theNextStudyTakesThePlaceOfTheOneThatIsLeft()
    {
        FlowDesk desk(three());
        QVERIFY(desk.window->worklist().openRow(0));
        QCOMPARE(desk.front(), u"3"_s);
        QTRY_COMPARE(desk.row()->placeText(), u"1 of 3"_s);
        QVERIFY(desk.run("next-study"));
        QCOMPARE(desk.front(), u"2"_s);
        QCOMPARE(desk.tabs(), 2); // the list, and one study
        QCOMPARE(desk.window->lastNotice(), u"Study 2 of 3 in the worklist"_s);
        QCOMPARE(desk.row()->placeText(), u"2 of 3"_s);
        QVERIFY(desk.run("next-study"));
        QCOMPARE(desk.front(), u"1"_s);
        QVERIFY(desk.run("next-study")); // there is none: it is said, and nothing is closed
        QCOMPARE(desk.front(), u"1"_s);
        QCOMPARE(desk.tabs(), 2);
        QCOMPARE(desk.window->lastNotice(), u"This is the last study of the worklist."_s);
        QVERIFY(desk.run("previous-study"));
        QVERIFY(desk.run("previous-study"));
        QCOMPARE(desk.front(), u"3"_s);
        QVERIFY(desk.run("previous-study"));
        QCOMPARE(desk.window->lastNotice(), u"This is the first study of the worklist."_s);
        QCOMPARE(desk.sessions.size(), std::size_t(1));
    }

    // The tab stays where it was among the others.
    void theTabStaysInItsPlace()
    {
        FlowDesk desk({study(u"1"_s, u"20260101"_s), study(u"2"_s, u"20260102"_s), study(u"3"_s, u"20260103"_s),
                       study(u"4"_s, u"20260104"_s)});
        QVERIFY(desk.window->worklist().openRow(1)); // "3"
        QVERIFY(desk.window->worklist().openRow(0)); // "4"
        desk.open(StudyUid(u"3"_s));
        QVERIFY(desk.run("next-study"));
        QCOMPARE(desk.front(), u"2"_s);
        QCOMPARE(desk.window->pages().indexOf(desk.window->readingPage()), 1);
        QCOMPARE(desk.tabs(), 3);
        // One that has a tab comes to the front, and none is closed for it.
        desk.open(StudyUid(u"2"_s));
        QVERIFY(desk.run("previous-study")); // "3", anew
        QVERIFY(desk.run("previous-study")); // "4" has its tab
        QCOMPARE(desk.front(), u"4"_s);
        QCOMPARE(desk.tabs(), 3);
    }

    void orItOpensInATabOfItsOwn()
    {
        FlowDesk desk(three());
        desk.settings.setNextStudyInNewTab(true);
        QVERIFY(desk.window->worklist().openRow(0));
        QVERIFY(desk.run("next-study"));
        QCOMPARE(desk.front(), u"2"_s);
        QCOMPARE(desk.tabs(), 3);
    }

    // As the list is sorted now, urgent ones first as everywhere.
    void itFollowsTheOrderOfTheList()
    {
        Attributes urgent = study(u"1"_s, u"20260101"_s);
        urgent.setText({0x0040, 0x1003}, "SH", {u"STAT"_s});
        FlowDesk desk({urgent, study(u"2"_s, u"20260102"_s), study(u"3"_s, u"20260103"_s)});
        QVERIFY(desk.window->worklist().openRow(0));
        QCOMPARE(desk.front(), u"1"_s);
        QVERIFY(desk.run("next-study"));
        QCOMPARE(desk.front(), u"3"_s);
        desk.window->findChild<app::WorklistView *>()->sortByColumn(app::WorklistModel::When, Qt::AscendingOrder);
        QTRY_COMPARE(desk.row()->placeText(), u"3 of 3"_s);
        QVERIFY(desk.run("previous-study"));
        QCOMPARE(desk.front(), u"2"_s);
        QVERIFY(desk.run("previous-study"));
        QCOMPARE(desk.front(), u"1"_s);
    }

    void whatIsClaimedAndReadIsSaidAsProvisional()
    {
        FlowDesk desk(three());
        QVERIFY(desk.window->worklist().openRow(0));
        QCOMPARE(desk.row()->stateText(), u"Unread"_s);
        QVERIFY(!desk.run("release-study")); // nothing to release, which is said
        QVERIFY(desk.window->lastNotice().contains(u"neither claimed"_s));
        QVERIFY(desk.run("claim-study"));
        QCOMPARE(desk.states.of(StudyUid(u"3"_s)), ReadState::Claimed);
        QVERIFY(desk.window->lastNotice().contains(u"only on this machine"_s));
        QTRY_COMPARE(desk.row()->stateText(), u"Being read by me"_s);
        QVERIFY(desk.row()->toolTip().contains(u"Other readers do not see"_s));
        QVERIFY(desk.row()->toolTip().contains(u"forgotten when the program ends"_s)); // there is no store here
        QVERIFY(desk.run("mark-read"));
        QTRY_COMPARE(desk.row()->stateText(), u"Read by me"_s);
        QVERIFY(desk.run("release-study"));
        QCOMPARE(desk.states.of(StudyUid(u"3"_s)), ReadState::Unread);
        // In the list it is about the chosen one.
        desk.window->showWorklist();
        desk.window->findChild<app::WorklistView *>()->setCurrentIndex(desk.window->worklist().model().index(2, 0));
        QVERIFY(desk.run("mark-read"));
        QCOMPARE(desk.states.of(StudyUid(u"1"_s)), ReadState::Read);
        QCOMPARE(desk.states.of(StudyUid(u"3"_s)), ReadState::Unread);
        // Where no study is meant nothing is done.
        desk.window->showSettings();
        QVERIFY(!desk.run("claim-study"));
        QVERIFY(!desk.run("next-study"));
    }

    // Filtered by "unread", each one that is read leaves the list; the next one is the one that stood behind it.
    void whoReadsTheUnreadOnesComesToTheEnd()
    {
        FlowDesk desk(three());
        desk.settings.setNextMarksRead(true);
        desk.filter(u"unread"_s);
        QVERIFY(desk.window->worklist().openRow(0));
        QVERIFY(desk.run("next-study"));
        QCOMPARE(desk.states.of(StudyUid(u"3"_s)), ReadState::Read);
        QCOMPARE(desk.front(), u"2"_s);
        QCOMPARE(desk.window->worklist().model().rowCount(), 2);
        QVERIFY(desk.run("mark-read")); // it has left the list before one goes on
        QTRY_COMPARE(desk.row()->placeText(), QString());
        QVERIFY(desk.run("next-study"));
        QCOMPARE(desk.front(), u"1"_s);
        QVERIFY(desk.run("next-study"));
        QCOMPARE(desk.states.of(StudyUid(u"1"_s)), ReadState::Read);
        QCOMPARE(desk.window->lastNotice(), u"This is the last study of the worklist."_s);
        QCOMPARE(desk.window->worklist().model().rowCount(), 0);
    }

    void goingOnSaysNothingUnlessItIsWished()
    {
        FlowDesk desk(three());
        QVERIFY(desk.window->worklist().openRow(0));
        QVERIFY(desk.run("next-study"));
        QCOMPARE(desk.states.of(StudyUid(u"3"_s)), ReadState::Unread);
        desk.settings.setNextMarksRead(true);
        QVERIFY(desk.run("previous-study")); // who goes back has not read it
        QCOMPARE(desk.states.of(StudyUid(u"2"_s)), ReadState::Unread);
    }

    // A study that was opened from elsewhere has no next one, and it says so.
    void aStudyThatIsNotInTheListHasNoNext()
    {
        FlowDesk desk(three());
        desk.open(StudyUid(u"9"_s));
        QVERIFY(!desk.run("next-study"));
        QCOMPARE(desk.window->lastNotice(), u"This study is not in the worklist as it is filtered now."_s);
        QCOMPARE(desk.front(), u"9"_s);
        QVERIFY(desk.row()->placeText().isEmpty());
        QVERIFY(desk.run("claim-study")); // which is no matter of the list
        QCOMPARE(desk.states.of(StudyUid(u"9"_s)), ReadState::Claimed);
    }

    // Of the one that comes next, and only while it is wished.
    void theNextOneIsFetchedAhead()
    {
        test::FakeArchive archive(listedImages());
        dicomweb::ArchiveConfig config;
        config.baseUrl = archive.url();
        FlowDesk desk(three());
        const auto client = desk.archives.addForThisRun(config);
        QVERIFY(client);
        const auto listed = std::make_shared<test::FakeSource>((*client)->config().id.text());
        desk.search.setSources({listed});
        desk.window->worklist().search();
        listed->answer(dicomweb::StudyPage{
            {study(u"8"_s, u"20260301"_s), studyRow(archive.image(0).study, u"TEST^A"_s, u"20260201"_s)}, false});
        QCOMPARE(desk.window->worklist().model().rowCount(), 2);
        desk.settings.setFetchesNextAhead(false);
        QVERIFY(desk.window->worklist().openRow(0));
        QTest::qWait(1200);
        QCOMPARE(archive.asked("series"), 0);
        desk.settings.setFetchesNextAhead(true);
        desk.states.set(StudyUid(u"8"_s), ReadState::Claimed); // it looks again
        QTRY_VERIFY_WITH_TIMEOUT(archive.asked("frame") > 0, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.images.ahead().isDone(), 20'000);
        QCOMPARE(archive.asked("frame"), 3); // all of the first series
        QCOMPARE(archive.asked("series"), 1);
        QVERIFY(desk.images.studies().empty());
    }

    // Then the study with which the next one is compared: surely the same patient's, and earlier.
    void theStudyToCompareWithIsFetchedAheadToo()
    {
        const std::vector<test::MinimalDicom> images = listedImages();
        const QString next = images.front().study;
        const auto rowOf = [&](const char *uid, const QString &name, const QString &date) {
            Attributes row = studyRow(QString::fromLatin1(uid), name, date);
            row.setText(tags::PatientId, "LO", {u'T' + next});
            return row;
        };
        const std::vector<Attributes> rows{rowOf("1.2.3.76", u"TEST^A"_s, u"20240101"_s),
                                           rowOf("1.2.3.77", u"TEST^A"_s, u"20250101"_s),
                                           rowOf("1.2.3.78", u"TEST^B"_s, u"20251201"_s), // an error under the ID
                                           rowOf("1.2.3.79", u"TEST^A"_s, u"20260301"_s)};
        std::mutex mutex;
        QByteArrayList asked;
        test::FakeArchive archive(images,
                                  [&](const test::FakeArchive::Question &question) -> std::optional<test::FaultReply> {
                                      const std::lock_guard lock(mutex);
                                      asked << question.target.split('?').front();
                                      if (!question.target.contains("/studies?"))
                                          return std::nullopt;
                                      return test::reply(200, "application/dicom+json", dicomweb::toDicomJson(rows));
                                  });
        dicomweb::ArchiveConfig config;
        config.baseUrl = archive.url();
        FlowDesk desk(three());
        const auto client = desk.archives.addForThisRun(config);
        QVERIFY(client);
        const auto listed = std::make_shared<test::FakeSource>((*client)->config().id.text());
        desk.search.setSources({listed});
        desk.window->worklist().search();
        listed->answer(
            dicomweb::StudyPage{{study(u"8"_s, u"20260301"_s), studyRow(next, u"TEST^A"_s, u"20260201"_s)}, false});
        QVERIFY(desk.window->worklist().openRow(0));
        QTRY_VERIFY_WITH_TIMEOUT(archive.asked("frame") == 3, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.images.ahead().isDone(), 20'000);
        const std::lock_guard lock(mutex);
        for (const char *other : {"1.2.3.76", "1.2.3.78", "1.2.3.79"})
            QVERIFY2(!asked.contains("/dicom-web/studies/" + QByteArray(other) + "/series"), other);
        QCOMPARE(asked.count(QByteArray("/dicom-web/studies/1.2.3.77/series")), 1);
    }

    void itIsChosenInTheSettings()
    {
        FlowDesk desk(three());
        QVERIFY(desk.run("settings-flow"));
        auto *page = desk.window->findChild<app::SettingsPage *>();
        QVERIFY(page);
        for (const QString &name : {u"next-new-tab"_s, u"next-marks-read"_s, u"fetch-next-ahead"_s}) {
            auto *box = page->findChild<QCheckBox *>(name);
            QVERIFY2(box && box->isVisible(), qPrintable(name));
            box->click();
        }
        QVERIFY(desk.settings.nextStudyInNewTab());
        QVERIFY(desk.settings.nextMarksRead());
        QVERIFY(!desk.settings.fetchesNextAhead());
        const app::ProfileSettings again(desk.folder.path());
        QVERIFY(again.nextStudyInNewTab() && again.nextMarksRead() && !again.fetchesNextAhead());
    }
};

CONSILIUM_TEST(StudyFlowTest)
#include "StudyFlowTest.moc"
