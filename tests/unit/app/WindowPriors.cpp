#include "app/settings/ProfileSettings.h"
#include "app/windows/PriorFetch.h"
#include "app/windows/ReadingSession.h"
#include "app/windows/StudyHanging.h"
#include "tests/unit/app/DescribedStudies.h"
#include "tests/unit/hanging/HangingFixture.h"
#include "tests/unit/session/SetClock.h"

#include <QSignalSpy>

using namespace consilium;
using namespace consilium::app;
using namespace consilium::test;

namespace
{

const QString now = u"1.1"_s, before = u"1.2"_s, older = u"1.3"_s;
constexpr int restMs = 4 * StudyHanging::lookMs;

Attributes rowOf(const dicom::StudyHeader &header)
{
    Attributes row;
    row.setText(tags::StudyInstanceUid, "UI", {header.uid.text()});
    row.setText(tags::PatientId, "LO", {header.patient.id});
    row.setText(tags::PatientName, "PN", {header.patient.name.alphabetic});
    if (!header.patient.sex.isEmpty())
        row.setText(tags::PatientSex, "CS", {header.patient.sex});
    if (!header.patient.birthDate.isEmpty())
        row.setText(tags::PatientBirthDate, "DA", {header.patient.birthDate});
    row.setText(tags::StudyDate, "DA", {header.date});
    row.setText(tags::StudyTime, "TM", {header.time});
    row.setText(tags::ModalitiesInStudy, "CS", {header.modalities});
    return row;
}

/// Studies at one archive, of which the tab opens one. What is fetched comes when the test says so.
struct Tab {
    QTemporaryDir folder;
    ProfileSettings settings{folder.path()};
    SetClock clock;
    DescribedStudies images;
    std::vector<hanging::Study> archived;
    std::vector<StudyUid> opened; ///< beside
    QStringList doubts;
    std::vector<Priority> urgencies; ///< of these
    bool mayOpen = true, comesAtOnce = true, doesAnswer = true;
    bool answersLater = false;
    PendingPromise<Result<dicomweb::StudyPage>> unanswered, late;
    TimelineDesk desk{
        clock,
        images,
        {[this] { return archives(); },
         [this](const void *, const StudyUid &, const TimelineEntry &entry, const QString &doubt, Priority urgency) {
             opened.push_back(entry.study.uid);
             doubts << doubt;
             urgencies.push_back(urgency);
             images.all[entry.study.uid].header = entry.study; // its series are being listed
             if (comesAtOnce)
                 arrive(entry.study.uid.text());
             return mayOpen;
         }}};
    ReadingSession session{clock, images};
    QStringList said;

    Tab()
    {
        QObject::connect(&session.hanging(), &StudyHanging::told, &session,
                         [this](const QString &text) { said << text; });
        session.hanging().use(settings, [] { return std::optional(screen()); });
        session.hanging().usePriors(desk);
    }
    [[nodiscard]] dicomweb::StudyPage page() const
    {
        dicomweb::StudyPage page;
        for (const hanging::Study &study : archived)
            page.studies.push_back(rowOf(study.header));
        return page;
    }
    std::vector<TimelineArchive> archives()
    {
        const auto answer = [this](const dicomweb::StudyQuery &, const CancelToken &) {
            if (!answersLater)
                return readyAnswer<Result<dicomweb::StudyPage>>(page());
            late.start();
            return late.future();
        };
        const auto series = [this](const StudyUid &uid, const CancelToken &) {
            std::vector<Attributes> rows;
            for (const hanging::Study &study : archived)
                for (const auto &stack : study.dataSets) {
                    if (study.header.uid != uid)
                        continue;
                    Attributes row;
                    row.setText(tags::SeriesInstanceUid, "UI", {stack->header.uid.text()});
                    row.setText(tags::Modality, "CS", {stack->header.modality});
                    if (!stack->header.bodyPart.isEmpty())
                        row.setText(tags::BodyPartExamined, "CS", {stack->header.bodyPart});
                    rows.push_back(row);
                }
            return readyAnswer<Result<std::vector<Attributes>>>(rows);
        };
        std::vector<TimelineArchive> all{{ArchiveId(u"one"_s), u"Hospital One"_s, answer, series}};
        if (!doesAnswer) {
            const auto silent = [this](const dicomweb::StudyQuery &, const CancelToken &) {
                unanswered.start();
                return unanswered.future();
            };
            all.push_back({ArchiveId(u"two"_s), u"Hospital Two"_s, silent, {}});
        }
        return all;
    }
    void keep(hanging::Study study)
    {
        study.header.modalities = study.dataSets.front()->header.modality;
        archived.push_back(std::move(study));
    }
    /// All that the archive has of it.
    void arrive(const QString &uid)
    {
        for (const hanging::Study &study : archived)
            if (study.header.uid.text() == uid)
                images.all[study.header.uid] = study;
        Q_EMIT images.studyChanged(StudyUid(uid));
    }
    void open(const QString &uid)
    {
        arrive(uid);
        desk.noteHome(StudyUid(uid), ArchiveId(u"one"_s));
        session.addStudy(StudyUid(uid), false);
    }
    [[nodiscard]] const session::ViewerState &state() const { return session.dispatcher().state(); }
    [[nodiscard]] QString series(const QString &view) const { return state().view(ViewId(view)).dataSet.text(); }
    [[nodiscard]] bool hasSaid(const QString &part) const
    {
        return std::any_of(said.begin(), said.end(), [&](const QString &text) { return text.contains(part); });
    }
};

hanging::Study ct(const QString &uid, const QString &date, const QString &bodyPart = u"CHEST"_s)
{
    return studyOf(uid, date, {axialStack(uid + u".c"_s, u"CT"_s, u"Thorax"_s, 20, bodyPart)});
}

} // namespace

/// Earlier studies that a hanging protocol asks for, fetched for a tab that opens one study only.
class WindowPriors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPriorOfTheArchiveIsHungWhenItComes()
    {
        Tab tab;
        tab.comesAtOnce = false;
        tab.keep(mammograms(now, u"20260301"_s));
        tab.keep(mammograms(before, u"20240301"_s));
        tab.keep(mammograms(older, u"20220301"_s));
        tab.open(now);
        // What is read is there at once.
        QTRY_COMPARE(tab.state().layout().rows, 2);
        QCOMPARE(tab.series(u"v1"_s), now + u".RCC"_s);
        QVERIFY(tab.hasSaid(u"“Mammography”"_s));
        QTRY_COMPARE(tab.opened.size(), 1u);
        QCOMPARE(tab.opened[0].text(), before); // the newest, and that one alone
        QVERIFY(tab.doubts[0].isEmpty());
        QVERIFY(tab.urgencies[0] == Priority::Prefetch); // nobody waits for it
        QTest::qWait(restMs);
        QVERIFY(!tab.hasSaid(u"with prior"_s));
        tab.arrive(before);
        QTRY_VERIFY(tab.hasSaid(u"Mammography with prior"_s));
        QVERIFY(tab.session.hanging().runCommand(u"next-stage"_s));
        QCOMPARE(tab.series(u"v1"_s), now + u".RCC"_s);
        QCOMPARE(tab.series(u"v3"_s), before + u".RCC"_s);
        QCOMPARE(tab.series(u"v4"_s), before + u".LCC"_s);
        QCOMPARE(tab.opened.size(), 1u);
    }

    void whoHasBegunToLookKeepsTheViews()
    {
        Tab tab;
        tab.comesAtOnce = false;
        tab.keep(mammograms(now, u"20260301"_s));
        tab.keep(mammograms(before, u"20240301"_s));
        tab.open(now);
        QTRY_COMPARE(tab.opened.size(), 1u);
        QVERIFY(tab.session.dispatcher().submit(session::SetLayout{1, 3, std::nullopt}));
        const auto hash = tab.state().hash();
        tab.arrive(before);
        QTRY_VERIFY(tab.hasSaid(u"2024-03-01"_s));
        QVERIFY(tab.said.last().contains(u"is there now"_s));
        QTest::qWait(restMs);
        QCOMPARE(tab.state().hash(), hash);
        // It is there for who asks.
        QVERIFY(tab.session.hanging().runCommand(u"hang"_s));
        QVERIFY(tab.said.last().contains(u"Mammography with prior"_s));
    }

    // A click on the strip shows a series in the first view, as opening the study does: here it is the reader's choice.
    void whoHasChosenASeriesKeepsIt()
    {
        Tab tab;
        tab.comesAtOnce = false;
        tab.keep(mammograms(now, u"20260301"_s));
        tab.keep(mammograms(before, u"20240301"_s));
        tab.open(now);
        QTRY_COMPARE(tab.opened.size(), 1u);
        session::ShowSeries show;
        show.view = ViewId(u"v1"_s);
        show.study = StudyUid(now);
        show.dataSet = DataSetId(now + u".LMLO"_s);
        QVERIFY(tab.session.dispatcher().submit(show));
        const auto hash = tab.state().hash();
        tab.arrive(before);
        QTRY_VERIFY(tab.said.last().contains(u"is there now"_s));
        QTest::qWait(restMs);
        QCOMPARE(tab.state().hash(), hash);
        QCOMPARE(tab.series(u"v1"_s), now + u".LMLO"_s);
    }

    // What a second study of the tab begins with is an action, and nobody's choice.
    void whatAStudyBeginsWithIsNoChoice()
    {
        Tab tab;
        tab.comesAtOnce = false;
        tab.keep(mammograms(now, u"20260301"_s));
        tab.keep(mammograms(before, u"20240301"_s));
        tab.arrive(now);
        tab.desk.noteHome(StudyUid(now), ArchiveId(u"one"_s));
        tab.session.addStudy(StudyUid(now), true);
        QTRY_COMPARE(tab.opened.size(), 1u);
        tab.arrive(before);
        QTRY_VERIFY(tab.hasSaid(u"Mammography with prior"_s));
    }

    // Something else of the study changes before the answer is sorted in.
    void anAnswerThatComesLateIsWaitedFor()
    {
        Tab tab;
        tab.answersLater = true;
        tab.keep(mammograms(now, u"20260301"_s));
        tab.keep(mammograms(before, u"20240301"_s));
        tab.open(now);
        QTRY_COMPARE(tab.state().layout().rows, 2);
        QTest::qWait(restMs);
        QVERIFY(tab.opened.empty());
        tab.late.finish(tab.page());
        Q_EMIT tab.images.studyChanged(StudyUid(now));
        QTRY_COMPARE(tab.opened.size(), 1u);
        QTRY_VERIFY(tab.hasSaid(u"Mammography with prior"_s));
    }

    // A stage that the reader has gone to is an arrangement too.
    void whoHasGoneToAnotherStageStaysThere()
    {
        Tab tab;
        tab.comesAtOnce = false;
        tab.keep(mammograms(now, u"20260301"_s));
        tab.keep(mammograms(before, u"20240301"_s));
        tab.open(now);
        QTRY_COMPARE(tab.opened.size(), 1u);
        QVERIFY(tab.session.hanging().runCommand(u"next-stage"_s));
        const auto hash = tab.state().hash();
        tab.arrive(before);
        QTRY_VERIFY(tab.said.last().contains(u"is there now"_s));
        QCOMPARE(tab.state().hash(), hash);
    }

    // Of a CT the body part stands with the series: the newest is of another part, the next is of the future.
    void theRuleOfTheProtocolChoosesThePrior()
    {
        Tab tab;
        tab.settings.setHangWhenOpened(u"never"_s);
        tab.keep(ct(now, u"20260301"_s));
        tab.keep(ct(u"1.7"_s, u"20260201"_s, u"HEAD"_s));
        tab.keep(ct(u"1.8"_s, u"20260401"_s));
        tab.keep(ct(before, u"20240301"_s));
        tab.open(now);
        QTest::qWait(restMs);
        QVERIFY(tab.opened.empty()); // nothing is hung, so nothing is fetched for it
        QVERIFY(tab.session.hanging().runCommand(u"hang"_s));
        QTRY_VERIFY(tab.hasSaid(u"CT with prior"_s));
        QCOMPARE(tab.opened.size(), 1u);
        QCOMPARE(tab.series(u"v1"_s), now + u".c"_s);
        QCOMPARE(tab.series(u"v2"_s), before + u".c"_s);
    }

    void whatIsNotSurelyThePatientsIsNotFetched()
    {
        Tab tab;
        tab.keep(mammograms(now, u"20260301"_s));
        hanging::Study other = mammograms(before, u"20240301"_s);
        tab.archived.front().header.patient.sex = u"F"_s;
        other.header.patient.sex = u"M"_s; // one ID, and something contradicts
        tab.keep(other);
        tab.keep(studyOf(older, u"20230301"_s, {stackOf(u"x"_s, u"MG"_s, {}, {}, {})}, u"B-9"_s)); // of the name only
        tab.open(now);
        QTRY_COMPARE(tab.state().layout().rows, 2);
        QTRY_VERIFY(tab.desk.timelineOf(StudyUid(now)).find(StudyUid(before)));
        QTest::qWait(restMs);
        QVERIFY(tab.opened.empty());
    }

    // Of a tab with several studies each earlier one is judged by the timeline of the one that it lies beside.
    void whoseAPriorIsIsNotAskedOfAnotherPatientsTimeline()
    {
        Tab tab;
        const QString other = u"1.9"_s;
        tab.keep(mammograms(now, u"20260301"_s));
        tab.keep(mammograms(before, u"20240301"_s));
        tab.keep(studyOf(other, u"20260302"_s, {stackOf(u"x"_s, u"CR"_s, {}, {}, {})}, u"B-9"_s));
        for (hanging::Study &study : tab.archived)
            study.header.patient.birthDate = u"19700101"_s; // of one name and birth date
        tab.open(now);
        QTRY_COMPARE(tab.opened.size(), 1u);
        tab.open(other);
        tab.desk.begin(StudyUid(other));
        PatientTimeline &timeline = tab.desk.timelineOf(StudyUid(other));
        QTRY_VERIFY(timeline.find(StudyUid(before)));
        QCOMPARE(timeline.find(StudyUid(before))->standing, TimelineEntry::Standing::Perhaps);
        tab.session.followStandings(timeline, tab.desk);
        QCOMPARE(tab.opened.size(), 1u);
        QVERIFY(tab.doubts[0].isEmpty());
    }

    void whatCannotBeFetchedIsSaid()
    {
        Tab tab;
        tab.comesAtOnce = false;
        tab.keep(mammograms(now, u"20260301"_s));
        tab.keep(mammograms(before, u"20240301"_s));
        tab.open(now);
        QTRY_COMPARE(tab.opened.size(), 1u);
        tab.images.all.erase(StudyUid(before)); // as the bridge does when its series cannot be listed
        Q_EMIT tab.images.studyChanged(StudyUid(before));
        QTRY_VERIFY(tab.hasSaid(u"could not be fetched"_s));
        QCOMPARE(tab.state().layout().rows, 2); // hung without it

        Tab closed;
        closed.mayOpen = closed.comesAtOnce = false;
        closed.keep(mammograms(now, u"20260301"_s));
        closed.keep(mammograms(before, u"20240301"_s));
        closed.open(now);
        QTRY_VERIFY(closed.hasSaid(u"cannot be opened"_s));
        QVERIFY(closed.session.priors().empty());
    }

    void anArchiveThatDoesNotAnswerIsNamed()
    {
        Tab tab;
        tab.doesAnswer = false;
        tab.keep(mammograms(now, u"20260301"_s));
        tab.keep(mammograms(before, u"20240301"_s));
        tab.open(now);
        QTRY_COMPARE(tab.state().layout().rows, 2);
        QTest::qWait(restMs);
        QVERIFY(tab.opened.empty()); // it may have a newer one
        QTRY_VERIFY_WITH_TIMEOUT(tab.hasSaid(u"not answered yet: Hospital Two"_s), 3 * PriorFetch::archivesMs);
        QVERIFY(tab.said.last().contains(u"2024-03-01"_s));
        QCOMPARE(tab.opened.size(), 1u);
    }

    // The tab lets go of the study while the archives are asked, or while it comes.
    void nothingIsFetchedForATabThatClosed()
    {
        Tab tab;
        tab.doesAnswer = false;
        tab.keep(mammograms(now, u"20260301"_s));
        tab.keep(mammograms(before, u"20240301"_s));
        tab.open(now);
        QTRY_COMPARE(tab.state().layout().rows, 2);
        tab.session.removeStudy(StudyUid(now));
        tab.desk.forget(StudyUid(now));
        QTest::qWait(PriorFetch::archivesMs + restMs);
        QVERIFY(tab.opened.empty());
        QVERIFY(!tab.hasSaid(u"with prior"_s));
    }
};

CONSILIUM_TEST(WindowPriors)
#include "WindowPriors.moc"
