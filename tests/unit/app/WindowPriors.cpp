#include "app/settings/OwnProtocols.h"
#include "app/settings/ProfileSettings.h"
#include "app/windows/PriorFetch.h"
#include "app/windows/ReadingSession.h"
#include "app/windows/StudyHanging.h"
#include "tests/unit/app/DescribedStudies.h"
#include "tests/unit/hanging/HangingFixture.h"
#include "tests/unit/session/SetClock.h"

#include <QDir>
#include <QFile>
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
    /// A further archive, which has nothing.
    enum class Second { None, Silent, SilentByName, Fails, CutsItsLists };
    Second second = Second::None;
    bool mayOpen = true, comesAtOnce = true;
    bool answersLater = false;
    int monitors = 1, askedSecond = 0;
    QString silentOf; ///< the study of whose series nothing is told
    std::vector<PendingPromise<Result<std::vector<Attributes>>>> untold;
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

    explicit Tab(PriorPatience patience = {})
    {
        QObject::connect(&session.hanging(), &StudyHanging::told, &session,
                         [this](const QString &text) { said << text; });
        session.hanging().use(settings, [this] {
            hanging::Screen now = screen();
            now.monitors = monitors;
            return std::optional(now);
        });
        session.hanging().usePriors(desk, patience);
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
            if (uid.text() == silentOf) {
                untold.emplace_back().start();
                return untold.back().future();
            }
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
        const auto other = [this](const dicomweb::StudyQuery &query, const CancelToken &) {
            ++askedSecond;
            dicomweb::StudyPage nothing;
            nothing.mayHaveMore = second == Second::CutsItsLists;
            if (second == Second::Fails)
                return readyAnswer<Result<dicomweb::StudyPage>>(fail(ErrorCode::HostUnreachable));
            if (second == Second::CutsItsLists || (second == Second::SilentByName && !query.patientId.isEmpty()))
                return readyAnswer<Result<dicomweb::StudyPage>>(nothing);
            unanswered.start();
            return unanswered.future();
        };
        if (second != Second::None)
            all.push_back({ArchiveId(u"two"_s), u"Hospital Two"_s, other, {}});
        return all;
    }
    /// A hanging protocol of the person's own, in place of the program's.
    [[nodiscard]] bool keepOwn(const QByteArray &json)
    {
        settings.setProtocolsOff({u"mammography-prior"_s, u"mammography"_s});
        const QString folder = OwnProtocols::folderOf(settings);
        QFile own(folder + u"/own.json"_s);
        return QDir().mkpath(folder) && own.open(QIODevice::WriteOnly) && own.write(json) == json.size();
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
        QVERIFY(tab.said.last().contains(u"“Mammography with prior”"_s)); // which shows it
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
        tab.second = Tab::Second::Silent;
        tab.keep(mammograms(now, u"20260301"_s));
        tab.keep(mammograms(before, u"20240301"_s));
        tab.open(now);
        QTRY_COMPARE(tab.state().layout().rows, 2);
        QTest::qWait(restMs);
        QVERIFY(tab.opened.empty()); // it may have a newer one
        QTRY_VERIFY_WITH_TIMEOUT(tab.hasSaid(u"not known whether they have a newer one: Hospital Two"_s),
                                 3 * PriorPatience().archivesMs);
        QVERIFY(tab.said.last().contains(u"2024-03-01"_s));
        QCOMPARE(tab.opened.size(), 1u);
    }

    void archivesOfWhichNotAllIsKnownAreNamed_data()
    {
        QTest::addColumn<int>("second");
        QTest::newRow("failed") << int(Tab::Second::Fails);
        QTest::newRow("cut its list") << int(Tab::Second::CutsItsLists);
    }
    void archivesOfWhichNotAllIsKnownAreNamed()
    {
        QFETCH(int, second);
        Tab tab;
        tab.second = Tab::Second(second);
        tab.keep(mammograms(now, u"20260301"_s));
        tab.keep(mammograms(before, u"20240301"_s));
        tab.open(now);
        QTRY_VERIFY(tab.hasSaid(u"Mammography with prior"_s));
        QTRY_VERIFY(tab.hasSaid(u"not known whether they have a newer one: Hospital Two"_s));
    }

    // Who asks is told that there may be one; where nobody has asked the timeline tells it.
    void nothingFoundIsNotTakenForNothingThere()
    {
        Tab tab;
        tab.second = Tab::Second::Fails;
        tab.keep(mammograms(now, u"20260301"_s));
        tab.open(now);
        QTRY_COMPARE(tab.state().layout().rows, 2);
        QTest::qWait(restMs);
        QVERIFY(!tab.hasSaid(u"No earlier study was found"_s));
        QVERIFY(tab.session.hanging().runCommand(u"hang"_s));
        QTRY_VERIFY(tab.hasSaid(u"No earlier study was found to be hung beside. Not known whether they have one: "
                                "Hospital Two"_s));
    }

    // Only by the ID a study is surely hers: what is asked for by the name holds nothing up.
    void theNameIsNotWaitedFor()
    {
        Tab tab;
        tab.second = Tab::Second::SilentByName;
        tab.keep(mammograms(now, u"20260301"_s));
        tab.keep(mammograms(before, u"20240301"_s));
        for (hanging::Study &study : tab.archived)
            study.header.patient.birthDate = u"19700101"_s;
        tab.open(now);
        QTRY_COMPARE_WITH_TIMEOUT(tab.opened.size(), 1u, PriorPatience().archivesMs / 2);
        QCOMPARE(tab.askedSecond, 2); // by the name too
        QTRY_VERIFY(tab.hasSaid(u"Mammography with prior"_s));
        QVERIFY(!tab.hasSaid(u"not known"_s));
    }

    // It is open already and still being listed: whether it fits is not known yet, and no older one takes its place.
    void anOpenOneIsWaitedForUntilItIsDescribed()
    {
        Tab tab;
        tab.keep(mammograms(now, u"20260301"_s));
        tab.keep(mammograms(before, u"20240301"_s));
        tab.keep(mammograms(older, u"20220301"_s));
        hanging::Study &onItsWay = tab.images.all[StudyUid(before)];
        onItsWay.header = tab.archived[1].header;
        onItsWay.header.modalities.clear();
        tab.session.addPrior(StudyUid(before));
        tab.open(now);
        QTRY_COMPARE(tab.state().layout().rows, 2);
        QTest::qWait(restMs);
        QVERIFY(tab.opened.empty());
        tab.arrive(before);
        QTRY_VERIFY(tab.hasSaid(u"Mammography with prior"_s));
        QVERIFY(tab.opened.empty());
        QVERIFY(tab.session.hanging().runCommand(u"next-stage"_s));
        QCOMPARE(tab.series(u"v3"_s), before + u".RCC"_s);
    }

    // Of a CT the body part stands with the series, and of the newest one nobody tells it.
    void seriesAreNotWaitedForWithoutEnd()
    {
        Tab tab({PriorPatience().archivesMs, 2'000, PriorPatience().arrivalMs});
        tab.settings.setHangWhenOpened(u"never"_s);
        tab.silentOf = u"1.7"_s;
        tab.keep(ct(now, u"20260301"_s));
        tab.keep(ct(u"1.7"_s, u"20260201"_s));
        tab.keep(ct(before, u"20240301"_s));
        tab.open(now);
        QVERIFY(tab.session.hanging().runCommand(u"hang"_s));
        QTest::qWait(restMs);
        QVERIFY(tab.opened.empty()); // it may be the newest that fits
        QTRY_VERIFY(tab.hasSaid(u"CT with prior"_s));
        QCOMPARE(tab.opened.size(), 1u);
        QCOMPARE(tab.opened[0].text(), before);
        QTRY_VERIFY(tab.hasSaid(u"not known whether they fit: 2026-02-01"_s));
    }

    void whatDoesNotComeIsNotWaitedForWithoutEnd()
    {
        Tab tab({PriorPatience().archivesMs, PriorPatience().seriesMs, 500});
        tab.comesAtOnce = false;
        tab.keep(mammograms(now, u"20260301"_s));
        tab.keep(mammograms(before, u"20240301"_s));
        tab.open(now);
        QTRY_COMPARE(tab.opened.size(), 1u);
        QTRY_VERIFY(tab.hasSaid(u"(2024-03-01) that was to be hung beside has not come yet"_s));
        const auto hash = tab.state().hash();
        tab.arrive(before); // the timeline leads to it
        QTest::qWait(restMs);
        QCOMPARE(tab.state().hash(), hash);
    }

    // Of two one comes: that one is hung, and the other is named.
    void whatIsThereIsHungWithoutWhatIsNot()
    {
        Tab tab({PriorPatience().archivesMs, PriorPatience().seriesMs, 2'000});
        const QByteArray protocol = R"({"schema": 1, "name": "Two earlier", "id": "own", "whenOpened": true,
            "match": {"modality": "MG", "hasPrior": true},
            "stages": [{"monitors": [{"rows": 1, "columns": 3, "cells": [
                {"find": {"modality": "MG"}},
                {"find": {"modality": "MG"}, "prior": {"nth": 1}},
                {"find": {"modality": "MG"}, "prior": {"nth": 2}}]}]}]})";
        QVERIFY(tab.keepOwn(protocol));
        tab.comesAtOnce = false;
        tab.keep(mammograms(now, u"20260301"_s));
        tab.keep(mammograms(before, u"20240301"_s));
        tab.keep(mammograms(older, u"20220301"_s));
        tab.open(now);
        QTRY_COMPARE(tab.opened.size(), 2u);
        tab.arrive(before);
        QTest::qWait(restMs);
        QVERIFY(!tab.hasSaid(u"“Two earlier”"_s)); // the other one may come yet
        QTRY_VERIFY(tab.hasSaid(u"Hung by “Two earlier”"_s));
        QTRY_VERIFY(tab.hasSaid(u"(2024-03-01; not here yet: 2022-03-01)"_s));
        QCOMPARE(tab.state().view(ViewId(u"v2"_s)).study, StudyUid(before));
        QVERIFY(tab.state().view(ViewId(u"v3"_s)).study.isEmpty());
    }

    void whatSomebodyClosesIsNotLost()
    {
        Tab tab;
        tab.comesAtOnce = false;
        tab.keep(mammograms(now, u"20260301"_s));
        tab.keep(mammograms(before, u"20240301"_s));
        tab.open(now);
        QTRY_COMPARE(tab.opened.size(), 1u);
        tab.session.removeStudy(StudyUid(before));
        tab.images.all.erase(StudyUid(before));
        Q_EMIT tab.images.studyChanged(StudyUid(before));
        QTest::qWait(restMs);
        QVERIFY(!tab.hasSaid(u"could not be fetched"_s));
        QCOMPARE(tab.opened.size(), 1u);
    }

    // Nobody has asked for what another protocol would show.
    void onlyTheProtocolThatAskedHangsThem()
    {
        Tab tab;
        tab.comesAtOnce = false;
        tab.keep(mammograms(now, u"20260301"_s));
        tab.keep(mammograms(before, u"20240301"_s));
        tab.open(now);
        QTRY_COMPARE(tab.opened.size(), 1u);
        const auto hash = tab.state().hash();
        tab.settings.setProtocolsOff({u"mammography-prior"_s});
        tab.arrive(before);
        QTRY_VERIFY(tab.hasSaid(u"not used any more"_s));
        QCOMPARE(tab.state().hash(), hash);

        Tab two;
        const QByteArray protocol = R"({"schema": 1, "name": "On two", "id": "own", "whenOpened": true,
            "match": {"modality": "MG", "hasPrior": true, "monitors": {"min": 2}},
            "stages": [{"monitors": [{"rows": 1, "columns": 1, "cells": [{"empty": true}]}]}]})";
        QVERIFY(two.keepOwn(protocol));
        two.comesAtOnce = false;
        two.monitors = 2;
        two.keep(mammograms(now, u"20260301"_s));
        two.keep(mammograms(before, u"20240301"_s));
        two.open(now);
        QTRY_COMPARE(two.opened.size(), 1u);
        const auto shown = two.state().hash();
        two.monitors = 1;
        two.arrive(before);
        QTRY_VERIFY(two.hasSaid(u"“On two” that asked for it does not fit any more"_s));
        QCOMPARE(two.state().hash(), shown);
    }

    // At each judgement of a study that is still being read the same is wished for.
    void whatCameToNothingIsNotAskedForAgain()
    {
        Tab tab;
        tab.settings.setHangWhenOpened(u"never"_s);
        tab.second = Tab::Second::Fails;
        tab.keep(ct(now, u"20260301"_s));
        tab.open(now);
        hanging::Studies known{tab.archived[0], {}};
        PriorFetch fetch(
            tab.session, tab.images, tab.desk, [&](const StudyUid &) { return known; }, {}, nullptr);
        const std::vector<hanging::PriorCondition> conditions{hanging::PriorCondition()};
        fetch.begin(StudyUid(now), u"p"_s, conditions, false);
        QTRY_VERIFY(fetch.current().isEmpty());
        QCOMPARE(tab.askedSecond, 1);
        fetch.begin(StudyUid(now), u"p"_s, conditions, false);
        QVERIFY(fetch.current().isEmpty());
        QCOMPARE(tab.askedSecond, 1);
        fetch.begin(StudyUid(now), u"p"_s, conditions, true); // the reader asks
        QCOMPARE(tab.askedSecond, 2);
        QTRY_VERIFY(fetch.current().isEmpty());
        known.current = ct(now, u"20260301"_s, u"HEAD"_s); // more is known of it
        fetch.begin(StudyUid(now), u"p"_s, conditions, false);
        QCOMPARE(tab.askedSecond, 3);
    }

    // The tab lets go of the study while the archives are asked, or while it comes.
    void nothingIsFetchedForATabThatClosed()
    {
        constexpr int archivesMs = 2'000;
        Tab tab({archivesMs, 0, 0});
        tab.second = Tab::Second::Silent;
        tab.keep(mammograms(now, u"20260301"_s));
        tab.keep(mammograms(before, u"20240301"_s));
        tab.open(now);
        QTRY_COMPARE(tab.state().layout().rows, 2);
        tab.session.removeStudy(StudyUid(now));
        tab.desk.forget(StudyUid(now));
        QTest::qWait(archivesMs + restMs);
        QVERIFY(tab.opened.empty());
        QVERIFY(!tab.hasSaid(u"with prior"_s));
    }
};

CONSILIUM_TEST(WindowPriors)
#include "WindowPriors.moc"
