#include "app/usecases/TimelineDesk.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/KnownStudies.h"
#include "tests/unit/session/SetClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::app;
using Pair = dicom::StudyPairs::Verdict;

namespace
{

const StudyUid now(u"1.2.1"_s), before(u"1.2.2"_s), elsewhere(u"1.2.3"_s), third(u"1.2.4"_s);

dicom::StudyHeader study(const StudyUid &uid, const QString &id, const QString &date)
{
    dicom::StudyHeader header;
    header.uid = uid;
    header.patient.id = id;
    header.patient.name = dicom::PersonName::parse(u"LI^SI"_s);
    header.patient.sex = u"F"_s;
    header.patient.birthDate = u"19700101"_s;
    header.date = date;
    return header;
}

Attributes rowOf(const dicom::StudyHeader &header)
{
    Attributes row;
    row.setText(tags::StudyInstanceUid, "UI", {header.uid.text()});
    row.setText(tags::PatientId, "LO", {header.patient.id});
    row.setText(tags::PatientName, "PN", {u"LI^SI"_s});
    row.setText(tags::PatientSex, "CS", {header.patient.sex});
    row.setText(tags::PatientBirthDate, "DA", {header.patient.birthDate});
    row.setText(tags::StudyDate, "DA", {header.date});
    return row;
}

/// An archive with two studies of one number, and one each of two others that may be the same person's.
struct Desk {
    test::SetClock clock;
    test::KnownStudies images;
    TimelineDesk desk{clock,
                      images,
                      {[] {
                           const auto answer = [](const dicomweb::StudyQuery &, const CancelToken &) {
                               dicomweb::StudyPage page;
                               page.studies = {rowOf(study(now, u"T-1"_s, u"20240601"_s)),
                                               rowOf(study(before, u"T-1"_s, u"20230601"_s)),
                                               rowOf(study(elsewhere, u"B-9"_s, u"20220601"_s)),
                                               rowOf(study(third, u"C-3"_s, u"20210601"_s))};
                               return readyAnswer<Result<dicomweb::StudyPage>>(page);
                           };
                           return std::vector<TimelineArchive>{{ArchiveId(u"one"_s), u"Hospital One"_s, answer, {}}};
                       },
                       [this](const void *, const StudyUid &, const TimelineEntry &entry, const QString &, Priority) {
                           images.headers[entry.study.uid] = entry.study;
                           return true;
                       }}};

    Desk()
    {
        images.headers[now] = study(now, u"T-1"_s, u"20240601"_s);
        desk.noteHome(now, ArchiveId(u"one"_s));
        desk.begin(now);
    }
    [[nodiscard]] PatientTimeline &timeline() { return desk.timelineOf(now); }
    [[nodiscard]] bool isAnswered()
    {
        return QTest::qWaitFor([this] { return timeline().entries().size() == 4; }, 10'000);
    }
    [[nodiscard]] TimelineEntry entry(const StudyUid &uid) { return *timeline().find(uid); }
    [[nodiscard]] bool open(const StudyUid &uid) { return desk.open(this, now, entry(uid)); }
    [[nodiscard]] Pair pair(const StudyUid &a, const StudyUid &b) const { return images.pairs().between(a, b); }
};

} // namespace

/// One truth of who is one patient, for all that compares open studies.
class UsecaseStudyPairs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsSaidHoldsAtOnceAndAsLongAsItIsSaid()
    {
        Desk desk;
        QVERIFY(desk.isAnswered());
        QVERIFY(desk.pair(now, before) == Pair::Unjudged); // not open
        QVERIFY(desk.open(before) && desk.open(elsewhere));
        QVERIFY(desk.pair(now, before) == Pair::Same);
        QVERIFY(desk.pair(now, elsewhere) == Pair::Apart); // nobody has said it
        QSignalSpy changed(&desk.images, &pixels::StudyImages::pairsChanged);
        desk.timeline().say(desk.entry(elsewhere), PatientLink::Answer::Same);
        QVERIFY(desk.pair(now, elsewhere) == Pair::ByHand);
        QVERIFY(desk.desk.standing(now, elsewhere).kind == render2d::PatientStanding::Kind::ByHand); // as it is framed
        QVERIFY(!changed.empty());
        desk.timeline().say(desk.entry(elsewhere), PatientLink::Answer::NotSame);
        QVERIFY(desk.pair(now, elsewhere) == Pair::Apart);
        desk.timeline().forget(desk.entry(elsewhere));
        QVERIFY(desk.pair(now, elsewhere) == Pair::Apart);
    }

    /// Two earlier studies stand to one another as both do to the one that is read.
    void earlierStudiesAreJudgedByTheOneThatIsRead()
    {
        Desk desk;
        QVERIFY(desk.isAnswered());
        QVERIFY(desk.open(before) && desk.open(elsewhere) && desk.open(third));
        QVERIFY(desk.pair(before, elsewhere) == Pair::Apart);
        QVERIFY(desk.pair(elsewhere, third) == Pair::Apart); // of two numbers, and nobody has said it
        desk.timeline().say(desk.entry(elsewhere), PatientLink::Answer::Same);
        QVERIFY(desk.pair(before, elsewhere) == Pair::ByHand);
        QVERIFY(desk.pair(elsewhere, third) == Pair::Apart);
        desk.timeline().say(desk.entry(third), PatientLink::Answer::Same);
        QVERIFY(desk.pair(elsewhere, third) == Pair::ByHand);
        desk.timeline().forget(desk.entry(elsewhere));
        QVERIFY(desk.pair(before, elsewhere) == Pair::Apart && desk.pair(elsewhere, third) == Pair::Apart);
        QVERIFY(desk.pair(now, third) == Pair::ByHand);
    }

    /// What its own images say counts before any answer; of a study that is let go nothing is known.
    void aContradictionIsConfirmedByNobody()
    {
        Desk desk;
        QVERIFY(desk.isAnswered());
        QVERIFY(desk.open(elsewhere));
        desk.timeline().say(desk.entry(elsewhere), PatientLink::Answer::Same);
        QVERIFY(desk.pair(now, elsewhere) == Pair::ByHand);
        desk.images.headers[elsewhere].patient.sex = u"M"_s;
        Q_EMIT desk.images.studyChanged(elsewhere);
        QVERIFY(desk.pair(now, elsewhere) == Pair::Apart);
        desk.desk.forget(now);
        QVERIFY(desk.images.pairs().isEmpty());
    }
};

CONSILIUM_TEST(UsecaseStudyPairs)
#include "UsecaseStudyPairs.moc"
