#include "app/usecases/PatientTimeline.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/KnownStudies.h"
#include "tests/unit/session/SetClock.h"

#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <deque>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::app;
using Standing = TimelineEntry::Standing;

namespace
{

const StudyUid now(u"1.2.1"_s);

dicom::StudyHeader study(const QString &uid, const QString &id, const QString &date, const QString &modality = u"CT"_s)
{
    dicom::StudyHeader header;
    header.uid = StudyUid(uid);
    header.patient.id = id;
    header.patient.name = dicom::PersonName::parse(u"LI^SI=李^四"_s);
    header.patient.sex = u"F"_s;
    header.patient.birthDate = u"19700101"_s;
    header.date = date;
    header.modalities = modality;
    return header;
}

Attributes rowOf(const dicom::StudyHeader &header)
{
    Attributes row;
    row.setText(tags::StudyInstanceUid, "UI", {header.uid.text()});
    row.setText(tags::PatientId, "LO", {header.patient.id});
    row.setText(tags::PatientName, "PN", {u"LI^SI=李^四"_s});
    row.setText(tags::PatientSex, "CS", {header.patient.sex});
    row.setText(tags::PatientBirthDate, "DA", {header.patient.birthDate});
    row.setText(tags::StudyDate, "DA", {header.date});
    row.setText(tags::ModalitiesInStudy, "CS", {header.modalities});
    return row;
}

/// An archive that answers when the test says so.
struct Archive {
    struct Question {
        dicomweb::StudyQuery query;
        CancelToken cancel;
        std::shared_ptr<PendingPromise<Result<dicomweb::StudyPage>>> promise;
    };
    QString name;
    std::deque<Question> questions;
    QStringList seriesAsked;
    bool areSeriesSilent = false; ///< questions for series are not answered
    std::vector<PendingPromise<Result<std::vector<Attributes>>>> unanswered = {};

    [[nodiscard]] TimelineArchive source()
    {
        return {ArchiveId(name), name,
                [this](const dicomweb::StudyQuery &query, const CancelToken &cancel) {
                    auto promise = std::make_shared<PendingPromise<Result<dicomweb::StudyPage>>>();
                    promise->start();
                    questions.push_back({query, cancel, promise});
                    return promise->future();
                },
                [this](const StudyUid &uid, const CancelToken &) {
                    seriesAsked << uid.text();
                    if (areSeriesSilent) {
                        unanswered.emplace_back().start();
                        return unanswered.back().future();
                    }
                    Attributes series;
                    series.setText(tags::BodyPartExamined, "CS", {u"Chest"_s});
                    series.setText(tags::Modality, "CS", {u"CT"_s});
                    return readyAnswer<Result<std::vector<Attributes>>>(std::vector<Attributes>{series});
                }};
    }
    void answer(const std::vector<dicom::StudyHeader> &studies, bool mayHaveMore = false)
    {
        dicomweb::StudyPage page;
        for (const auto &one : studies)
            page.studies.push_back(rowOf(one));
        page.mayHaveMore = mayHaveMore;
        reply(page);
    }
    void reply(const Result<dicomweb::StudyPage> &page)
    {
        const Question question = questions.front();
        questions.pop_front();
        question.promise->finish(page);
    }
    /// To every question that is still to come, nothing.
    void answerRest()
    {
        while (!questions.empty())
            answer({});
    }
};

struct Desk {
    test::SetClock clock;
    test::KnownStudies images;
    PatientLinks links{clock};
    Archive one{u"one"_s, {}, {}}, two{u"two"_s, {}, {}};
    std::unique_ptr<PatientTimeline> timeline;

    explicit Desk(const QString &home = u"one"_s)
    {
        images.headers[now] = study(now.text(), u"T-1"_s, u"20240601"_s);
        timeline = std::make_unique<PatientTimeline>(images, links, now, ArchiveId(home));
    }
    void ask() { timeline->ask({one.source(), two.source()}); }
    [[nodiscard]] QStringList rows() const
    {
        QStringList all;
        for (const TimelineEntry &entry : timeline->entries())
            all << entry.study.uid.text() + u' ' + standingName(entry.standing) + u' ' + entry.archiveName;
        return all;
    }
};

} // namespace

/// A patient's studies over several archives: who is asked for what, and what is made of the answers.
class UsecaseTimeline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksByIdAndByEachGroupOfTheName()
    {
        const auto queries = queriesFor(study(u"1"_s, u" T-1 "_s, {}).patient);
        QCOMPARE(queries.size(), 3u);
        QCOMPARE(queries[0].patientId, u"T-1"_s);
        QVERIFY(queries[0].patientName.isEmpty() && queries[0].withIssuer);
        QCOMPARE(queries[1].patientName, u"LI*SI*"_s);
        QCOMPARE(queries[2].patientName, u"*李*四*"_s);
        QVERIFY(queries[0].patientBirthDate.isEmpty()); // a contradiction under the ID is to be seen
        QCOMPARE(queries[1].patientBirthDate, u"19700101"_s);
        QCOMPARE(queries[2].patientBirthDate, u"19700101"_s);
        dicom::PatientIdentity oldStyle = study(u"1"_s, u"T-1"_s, {}).patient;
        oldStyle.birthDate = u"1970.01.01"_s; // as before DICOM: no archive matches by that
        QCOMPARE(queriesFor(oldStyle).size(), 3u);
        QVERIFY(queriesFor(oldStyle)[1].patientBirthDate.isEmpty());
        dicom::PatientIdentity unborn = study(u"1"_s, u"T*"_s, {}).patient;
        unborn.birthDate.clear();
        QVERIFY(queriesFor(unborn).empty()); // a wild card is no ID, and the name alone is nobody's
    }

    void newestFirstOverBothArchives()
    {
        Desk desk;
        desk.ask();
        QVERIFY(desk.timeline->isAsking());
        desk.one.answer({study(u"1.2.1"_s, u"T-1"_s, u"20240601"_s), study(u"1.2.2"_s, u"T-1"_s, u"20230101"_s)});
        desk.one.answerRest();
        desk.two.answer({});
        desk.two.answer({study(u"1.2.3"_s, u"B-9"_s, u"20240101"_s), study(u"1.2.2"_s, u"T-1"_s, u"20230101"_s)});
        desk.two.answerRest();
        QTRY_COMPARE(desk.rows(), (QStringList{u"1.2.1 read one"_s, u"1.2.3 perhaps two"_s, u"1.2.2 same one"_s}));
        QVERIFY(!desk.timeline->isAsking());
        QCOMPARE(desk.timeline->find(StudyUid(u"1.2.2"_s))->alsoAt, QStringList{u"two"_s});
        QVERIFY(desk.timeline->find(StudyUid(u"1.2.3"_s))->why.contains(u"another one"_s));
        QTRY_COMPARE(desk.timeline->find(StudyUid(u"1.2.2"_s))->bodyParts, QStringList{u"CHEST"_s});
    }

    void aContradictionIsNeverMerged()
    {
        Desk desk;
        desk.ask();
        auto other = study(u"1.2.2"_s, u"T-1"_s, u"20230101"_s);
        other.patient.sex = u"M"_s;
        desk.one.answer({other});
        desk.one.answerRest();
        desk.two.answerRest();
        QTRY_COMPARE(desk.rows(), (QStringList{u"1.2.1 read one"_s, u"1.2.2 contradicted one"_s}));
        const TimelineEntry entry = *desk.timeline->find(StudyUid(u"1.2.2"_s));
        QVERIFY(!entry.isConfirmed());
        desk.timeline->say(entry, PatientLink::Answer::Same);
        QCOMPARE(desk.timeline->find(StudyUid(u"1.2.2"_s))->standing, Standing::Contradicted);
    }

    /// The same study under two patients: not one entry.
    void oneStudyOfTwoPeopleIsTwo()
    {
        Desk desk;
        desk.ask();
        auto other = study(u"1.2.2"_s, u"T-1"_s, u"20230101"_s);
        other.patient.sex = u"M"_s;
        desk.one.answer({study(u"1.2.2"_s, u"T-1"_s, u"20230101"_s)});
        desk.one.answerRest();
        desk.two.answer({other});
        desk.two.answerRest();
        QTRY_COMPARE(desk.rows().size(), 3);
        QCOMPARE(desk.timeline->find(StudyUid(u"1.2.2"_s))->standing, Standing::Same); // the surer one
        QVERIFY(desk.rows().contains(u"1.2.2 contradicted two"_s));
    }

    void anArchiveThatFailsIsNamedAndAskedAgain()
    {
        Desk desk;
        desk.ask();
        dicomweb::StudyPage page;
        page.studies.push_back(rowOf(study(u"1.2.2"_s, u"T-1"_s, u"20230101"_s)));
        page.unreadable = 1; // which study that is nobody can tell
        desk.one.reply(page);
        desk.one.answerRest();
        desk.two.reply(fail(ErrorCode::HostUnreachable));
        QTRY_COMPARE(desk.rows().size(), 2); // what the other one gave is there
        QCOMPARE(desk.timeline->problems().size(), 1u);
        QCOMPARE(desk.timeline->problems()[0].archive, u"two"_s);
        QCOMPARE(desk.timeline->problems()[0].error.code, ErrorCode::HostUnreachable);
        QCOMPARE(desk.timeline->cutShort(), QStringList{u"one"_s});
        QVERIFY(desk.two.questions.empty()); // no use in asking further
        desk.ask();
        QVERIFY(desk.one.questions.empty());
        desk.two.answer({study(u"1.2.3"_s, u"B-9"_s, u"20240101"_s)});
        desk.two.answerRest();
        QTRY_COMPARE(desk.rows().size(), 3);
        QVERIFY(desk.timeline->problems().empty());
    }

    /// The patient of a common name stands behind more than one page of others, whom the archive listed although it was
    /// asked for a birth date.
    void aCommonNameIsLookedThroughToTheEnd()
    {
        Desk desk;
        desk.ask();
        desk.two.answerRest();
        desk.one.answer({}); // by the ID
        QCOMPARE(desk.one.questions.front().query.patientName, u"LI*SI*"_s);
        QCOMPARE(desk.one.questions.front().query.limit, 200);
        desk.one.reply(otherPeople(0, 200));
        QTRY_VERIFY(!desk.timeline->looking().empty());
        QCOMPARE(desk.timeline->looking()[0].archive, u"one"_s);
        QCOMPARE(desk.timeline->looking()[0].studies, 200);
        QCOMPARE(desk.one.questions.size(), std::size_t(1));
        const dicomweb::StudyQuery second = desk.one.questions.front().query;
        QCOMPARE(second.patientName, u"LI*SI*"_s);
        QCOMPARE(second.patientBirthDate, u"19700101"_s);
        QCOMPARE(second.offset, 200);
        dicomweb::StudyPage last = otherPeople(200, 300);
        last.mayHaveMore = false;
        last.studies.push_back(rowOf(study(u"1.2.3"_s, u"B-9"_s, u"20240101"_s)));
        auto another = study(u"1.2.4"_s, u"C-7"_s, u"20240101"_s); // born that day, but a man
        another.patient.sex = u"M"_s;
        last.studies.push_back(rowOf(another));
        desk.one.reply(last);
        QCOMPARE(desk.one.questions.front().query.patientName, u"*李*四*"_s);
        QCOMPARE(desk.one.questions.front().query.offset, 0);
        desk.one.answerRest();
        QTRY_COMPARE(desk.rows(), (QStringList{u"1.2.1 read one"_s, u"1.2.3 perhaps one"_s}));
        QVERIFY(desk.timeline->cutShort().isEmpty()); // all was seen
        QVERIFY(desk.timeline->looking().empty());
    }

    /// The archive does not match by the birth date: what follows is asked for without it too. Where the study that is
    /// read lies somebody of that day surely is.
    void pagesAreOfOneList()
    {
        Desk desk;
        desk.ask();
        desk.one.answer({}); // by the ID
        desk.two.answer({});
        QVERIFY(desk.one.questions.front().query.isBirthDateThere);
        QVERIFY(!desk.two.questions.front().query.isBirthDateThere);
        dicomweb::StudyPage without = otherPeople(0, 200);
        without.withoutBirthDate = true;
        desk.one.reply(without);
        QCOMPARE(desk.one.questions.front().query.offset, 200);
        QCOMPARE(desk.one.questions.front().query.patientName, u"LI*SI*"_s);
        QVERIFY(desk.one.questions.front().query.patientBirthDate.isEmpty());
        desk.one.answer({});
        QCOMPARE(desk.one.questions.front().query.patientBirthDate, u"19700101"_s); // the next list
    }

    /// There is a bound, and that it was reached is said.
    void aListWithoutEndIsCutAndNamed()
    {
        Desk desk;
        desk.ask();
        desk.two.answerRest();
        desk.one.answer({});
        int pages = 0, to = 0;
        for (; desk.one.questions.front().query.patientName == u"LI*SI*"_s && pages < 100; ++pages) {
            const dicomweb::StudyQuery query = desk.one.questions.front().query;
            QCOMPARE(query.offset, to); // without a gap
            to = query.offset + query.limit;
            desk.one.reply(otherPeople(query.offset, to));
        }
        QCOMPARE(to, PatientTimeline::mostLooked);
        QVERIFY(pages < 10);
        desk.one.answerRest();
        QTRY_COMPARE(desk.timeline->cutShort(), QStringList{u"one"_s});
        QCOMPARE(desk.rows(), QStringList{u"1.2.1 read one"_s});
    }

    /// The same page again and again: given up, and said.
    void aListThatGoesRoundIsCutAndNamed()
    {
        Desk desk;
        desk.ask();
        desk.two.answerRest();
        desk.one.answer({});
        desk.one.reply(otherPeople(0, 200));
        desk.one.reply(otherPeople(0, 200));
        QCOMPARE(desk.one.questions.front().query.patientName, u"*李*四*"_s);
        desk.one.answerRest();
        QTRY_COMPARE(desk.timeline->cutShort(), QStringList{u"one"_s});
    }

    void whatIsGivenUpComesToNothing()
    {
        Desk desk;
        desk.ask();
        const auto question = desk.one.questions.front();
        desk.timeline->stop();
        QVERIFY(question.cancel.isCancelled());
        QVERIFY(!desk.timeline->isAsking());
        desk.one.answer({study(u"1.2.2"_s, u"T-1"_s, u"20230101"_s)});
        QCOMPARE(desk.rows().size(), 1);
        QCOMPARE(desk.timeline->problems().size(), 2u); // that not all is known is said
        const auto last = desk.two.questions.front();
        desk.ask();
        const auto again = desk.two.questions.back();
        desk.timeline.reset();
        QVERIFY(last.cancel.isCancelled() && again.cancel.isCancelled());
    }

    /// Who is read is known better, or the reader gives up: series whose answers were on the way are asked for again.
    void seriesThatWereUnderWayAreAskedForAgain()
    {
        Desk desk;
        desk.one.areSeriesSilent = true;
        desk.ask();
        desk.one.answer({study(u"1.2.2"_s, u"T-1"_s, u"20230101"_s)});
        desk.one.answerRest();
        desk.two.answerRest();
        QTRY_COMPARE(desk.one.seriesAsked, QStringList{u"1.2.2"_s});
        QVERIFY(!desk.timeline->areSeriesKnown(*desk.timeline->find(StudyUid(u"1.2.2"_s))));
        desk.images.headers[now].patient.name = dicom::PersonName::parse(u"LI^SI"_s);
        Q_EMIT desk.images.studyChanged(now);
        desk.one.answer({study(u"1.2.2"_s, u"T-1"_s, u"20230101"_s)});
        desk.one.answerRest();
        desk.two.answerRest();
        QTRY_COMPARE(desk.one.seriesAsked.size(), 2);
        desk.timeline->stop();
        QTest::qWait(100);
        QCOMPARE(desk.one.seriesAsked.size(), 2); // given up is given up
        desk.one.areSeriesSilent = false;
        desk.ask();
        QTRY_COMPARE(desk.one.seriesAsked.size(), 3);
        QTRY_VERIFY(desk.timeline->areSeriesKnown(*desk.timeline->find(StudyUid(u"1.2.2"_s))));
    }

    /// Only by the ID a study is surely the patient's: what the name is still asked for changes nothing of that.
    void whatIsNotKnownByTheId()
    {
        Desk desk;
        desk.ask();
        QVERIFY(desk.timeline->isAskingById());
        QCOMPARE(desk.timeline->unknownById(), (QStringList{u"one"_s, u"two"_s}));
        desk.one.answer({}); // by the ID
        QCOMPARE(desk.timeline->unknownById(), QStringList{u"two"_s});
        desk.two.answer({study(u"1.2.2"_s, u"T-1"_s, u"20230101"_s)});
        QVERIFY(!desk.timeline->isAskingById());
        QVERIFY(desk.timeline->isAsking()); // by the name
        QVERIFY(desk.timeline->unknownById().isEmpty());
        desk.one.reply(fail(ErrorCode::HostUnreachable));
        desk.two.answer({}, true);
        QVERIFY(desk.timeline->unknownById().isEmpty());

        Desk wild; // no archive can be asked for such an ID: the name may find some of its studies
        wild.images.headers[now].patient.id = u"T*1"_s;
        wild.ask();
        QVERIFY(wild.one.questions.front().query.patientId.isEmpty());
        QVERIFY(wild.timeline->isAskingById());
        wild.one.answerRest();
        wild.two.answerRest();
        QVERIFY(!wild.timeline->isAskingById());
        QCOMPARE(wild.timeline->unknownById(), (QStringList{u"one"_s, u"two"_s}));

        Desk cut;
        cut.ask();
        cut.one.answer({study(u"1.2.2"_s, u"T-1"_s, u"20230101"_s)}, true);
        QVERIFY(cut.timeline->isAskingById()); // its next page
        cut.one.answer({study(u"1.2.2"_s, u"T-1"_s, u"20230101"_s)}, true);
        cut.two.reply(fail(ErrorCode::HostUnreachable));
        QVERIFY(!cut.timeline->isAskingById());
        QCOMPARE(cut.timeline->unknownById(), (QStringList{u"one"_s, u"two"_s}));

        Desk unread;
        unread.ask();
        dicomweb::StudyPage page;
        page.unreadable = 1;
        unread.one.reply(page);
        unread.two.answer({});
        QCOMPARE(unread.timeline->unknownById(), QStringList{u"one"_s});
        unread.timeline->stop();
        QCOMPARE(unread.timeline->unknownById(), QStringList{u"one"_s});
    }

    /// It cuts its lists, and begins each anew at every page: what else it is asked for it answers all the same.
    void anArchiveThatKnowsNoSecondPageIsAskedOn()
    {
        Desk desk;
        desk.ask();
        desk.two.answerRest();
        desk.one.answer({study(u"1.2.2"_s, u"T-1"_s, u"20230101"_s)}, true);
        QCOMPARE(desk.one.questions.front().query.offset, 200);
        desk.one.reply(fail(ErrorCode::Unsupported));
        QVERIFY(!desk.one.questions.empty());
        QCOMPARE(desk.one.questions.front().query.patientName, u"LI*SI*"_s);
        desk.one.answer({study(u"1.2.3"_s, u"B-9"_s, u"20240101"_s)});
        desk.one.answerRest();
        QTRY_COMPARE(desk.rows().size(), 3);
        QVERIFY(desk.timeline->problems().empty());
        QCOMPARE(desk.timeline->cutShort(), QStringList{u"one"_s}); // that not all is known is said
        QCOMPARE(desk.timeline->unknownById(), QStringList{u"one"_s});
    }

    void confirmedOncePerPair()
    {
        Desk desk;
        desk.ask();
        desk.one.answerRest();
        desk.two.answer({study(u"1.2.3"_s, u"B-9"_s, u"20240101"_s), study(u"1.2.4"_s, u"B-9"_s, u"20220101"_s)});
        desk.two.answerRest();
        QTRY_COMPARE(desk.rows().size(), 3);
        desk.clock.now = 1'700'000'000'000;
        desk.timeline->say(*desk.timeline->find(StudyUid(u"1.2.3"_s)), PatientLink::Answer::Same);
        for (const QString &uid : {u"1.2.3"_s, u"1.2.4"_s}) { // both studies of that patient
            QCOMPARE(desk.timeline->find(StudyUid(uid))->standing, Standing::ByHand);
            QCOMPARE(desk.timeline->find(StudyUid(uid))->answeredAt, desk.clock.nowMs());
        }
        desk.timeline->say(*desk.timeline->find(StudyUid(u"1.2.4"_s)), PatientLink::Answer::NotSame);
        QCOMPARE(desk.timeline->find(StudyUid(u"1.2.3"_s))->standing, Standing::Denied);
        desk.timeline->forget(*desk.timeline->find(StudyUid(u"1.2.3"_s)));
        QCOMPARE(desk.timeline->find(StudyUid(u"1.2.3"_s))->standing, Standing::Perhaps);
    }

    /// Across runs, and in no file in clear.
    void answersAreKeptInTheEncryptedStore()
    {
        const QTemporaryDir place;
        const QByteArray key(32, 'k');
        dicom::PatientRecord a{study(u"1"_s, u"SECRET-ID-1"_s, {}).patient, u"one"_s, true},
            b{study(u"2"_s, u"SECRET-ID-2"_s, {}).patient, u"two"_s, true}, c = b;
        c.identity.id = u"SECRET-ID-3"_s;
        test::SetClock clock;
        {
            store::StoreThread store(place.filePath(u"store"_s), key);
            PatientLinks links(clock);
            links.say(a, b, PatientLink::Answer::Same); // before there is a key
            QVERIFY(!links.isLasting());
            links.useStore(store);
            links.say(c, a, PatientLink::Answer::NotSame);
            QTRY_VERIFY_WITH_TIMEOUT(links.isWritten() && links.isLasting(), 20'000);
            QTRY_VERIFY_WITH_TIMEOUT(
                store.list(QString::fromLatin1(PatientLinks::recordKind)).result()->records.size() == 2, 20'000);
        }
        for (QDirIterator each(place.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
             each.hasNext();) {
            QFile file(each.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("SECRET-ID"), qPrintable(file.fileName()));
        }
        store::StoreThread store(place.filePath(u"store"_s), key);
        PatientLinks links(clock);
        QVERIFY(!links.link(a, b));
        links.useStore(store);
        QTRY_VERIFY_WITH_TIMEOUT(links.link(b, a).has_value(), 20'000);
        QCOMPARE(links.link(b, a)->answer, PatientLink::Answer::Same);
        QCOMPARE(links.link(a, c)->answer, PatientLink::Answer::NotSame);
        QVERIFY(!links.link(b, c));
        links.forget(a, b);
        QVERIFY(!links.link(a, b));
    }

    void aNewerProgramsAnswerIsNone()
    {
        const PatientLink link{PatientLink::Answer::Same, 5};
        QVERIFY(patientLinkFromCbor(toCbor(link)) && *patientLinkFromCbor(toCbor(link)) == link);
        QByteArray newer = toCbor(link);
        const qsizetype at = newer.indexOf("version") + 7;
        newer[at] = char(2);
        QCOMPARE(patientLinkFromCbor(newer).error().code, ErrorCode::Unsupported);
        QCOMPARE(patientLinkFromCbor("nonsense").error().code, ErrorCode::ProtocolViolation);
        QCOMPARE(patientLinkFromCbor({}).error().code, ErrorCode::ProtocolViolation);
    }

    void whichPriorIsMeant_data()
    {
        QTest::addColumn<QStringList>("entries"); // "uid date modality part standing"
        QTest::addColumn<QString>("expected");
        const QString read = u"1.2.1 20240601 CT CHEST read"_s, head = u"9.1 20240301 CT HEAD same"_s,
                      chest = u"9.2 20230301 CT CHEST same"_s, mr = u"9.3 20240501 MR CHEST same"_s,
                      later = u"9.4 20250101 CT CHEST same"_s, doubtful = u"9.5 20240401 CT CHEST perhaps"_s,
                      byHand = u"9.6 20240501 CT CHEST by-hand"_s, undated = u"9.7 - CT CHEST same"_s,
                      wrong = u"9.8 20240401 CT CHEST contradicted"_s;
        QTest::newRow("modality and region before newness") << QStringList{read, mr, head, chest} << u"9.2"_s;
        QTest::newRow("then the modality") << QStringList{read, mr, head} << u"9.1"_s;
        QTest::newRow("then the newest") << QStringList{read, mr} << u"9.3"_s;
        QTest::newRow("never a later one") << QStringList{read, later} << QString();
        QTest::newRow("never an undated one") << QStringList{read, undated} << QString();
        QTest::newRow("never a doubtful one") << QStringList{read, doubtful, wrong, chest} << u"9.2"_s;
        QTest::newRow("one that was confirmed by hand") << QStringList{read, byHand, chest} << u"9.6"_s;
        QTest::newRow("none") << QStringList{read} << QString();
    }
    void whichPriorIsMeant()
    {
        QFETCH(QStringList, entries);
        QFETCH(QString, expected);
        std::vector<TimelineEntry> all;
        for (const QString &text : entries)
            all.push_back(entryOf(text));
        const TimelineEntry read = all.front();
        sortNewestFirst(all);
        const TimelineEntry *prior = mostRelevantPrior(all, read);
        QCOMPARE(prior ? prior->study.uid.text() : QString(), expected);
    }

    void stepsAndFilters()
    {
        std::vector<TimelineEntry> all;
        for (const QString &text :
             {u"1.2.1 20240601 CT CHEST read"_s, u"9.1 20240501 MR CHEST same"_s, u"9.2 20240401 CT - same"_s,
              u"9.3 20240301 CT CHEST perhaps"_s, u"9.4 20230301 CT HEAD same"_s, u"9.5 - CT CHEST same"_s})
            all.push_back(entryOf(text));
        const TimelineEntry read = all.front();
        std::reverse(all.begin(), all.end());
        sortNewestFirst(all);
        QCOMPARE(all.back().study.uid.text(), u"9.5"_s); // nobody knows when
        const auto step = [&](const char *from, int by, const TimelineFilter &filter = {}) {
            const TimelineEntry *next = stepFrom(all, StudyUid(QString::fromLatin1(from)), by, read, filter);
            return next ? next->study.uid.text() : QString();
        };
        QCOMPARE(step("9.1", 1), u"9.2"_s);
        QCOMPARE(step("9.2", 1), u"9.4"_s); // over the doubtful one
        QCOMPARE(step("9.4", -1), u"9.2"_s);
        QCOMPARE(step("9.1", -1), QString()); // not to the one that is read
        QCOMPARE(step("9.5", 1), QString());
        QCOMPARE(step("9.4", -1, {true, true}), u"9.2"_s); // of unknown region: may be of this one
        QCOMPARE(step("9.2", -1, {true, false}), QString());
        QCOMPARE(step("9.2", 1, {false, true}), u"9.5"_s);
    }

    void agesInWords_data()
    {
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("expected");
        QTest::newRow("same day") << u"20240601"_s << u"same day"_s;
        QTest::newRow("a day") << u"20240531"_s << u"1 day earlier"_s;
        QTest::newRow("sixty days") << u"20240402"_s << u"60 day earlier"_s;
        QTest::newRow("months") << u"20231201"_s << u"6 month earlier"_s;
        QTest::newRow("not yet six") << u"20231202"_s << u"5 month earlier"_s;
        QTest::newRow("years") << u"20220601"_s << u"2 year earlier"_s;
        QTest::newRow("later") << u"20240603"_s << u"2 day later"_s;
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("no date") << u"2024"_s << QString();
    }
    void agesInWords()
    {
        QFETCH(QString, date);
        // However the language forms a plural.
        QTEST(ageText(date, u"20240601"_s).remove(u"(s)"_s).replace(u"s e"_s, u" e"_s).replace(u"s l"_s, u" l"_s),
              "expected");
    }

private:
    /// Of that name, born on other days; there are more.
    static dicomweb::StudyPage otherPeople(int from, int to)
    {
        dicomweb::StudyPage page;
        for (int i = from; i < to; ++i) {
            auto other = study(u"1.3.%1"_s.arg(i), u"X-%1"_s.arg(i), u"20200101"_s);
            other.patient.birthDate = u"19800202"_s;
            page.studies.push_back(rowOf(other));
        }
        page.mayHaveMore = true;
        return page;
    }
    static TimelineEntry entryOf(const QString &text)
    {
        const QStringList parts = text.split(u' ');
        const auto given = [](const QString &part) { return part == u"-"_s ? QString() : part; };
        TimelineEntry entry;
        entry.study = study(parts[0], u"T-1"_s, given(parts[1]));
        entry.modalities = QStringList{parts[2]};
        if (!given(parts[3]).isEmpty())
            entry.bodyParts = QStringList{parts[3]};
        for (const Standing standing : {Standing::Read, Standing::Same, Standing::ByHand, Standing::Perhaps,
                                        Standing::Contradicted, Standing::Denied})
            if (parts[4] == standingName(standing))
                entry.standing = standing;
        return entry;
    }
};

CONSILIUM_TEST(UsecaseTimeline)
#include "UsecaseTimeline.moc"
