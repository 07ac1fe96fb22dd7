#include "app/outside/RequestNotices.h"
#include "app/outside/RequestQueue.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/SmallArchive.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace consilium;
using app::RequestNotices;
using app::RequestQueue;
using test::link;
using test::SilentArchive;
using test::SmallArchive;

namespace
{

struct Desk {
    QTemporaryDir folder;
    app::ProfileSettings settings{folder.path()};
    http::HttpClient http;
    identity::CredentialStore secrets;
    app::ArchiveSet archives{http, secrets, settings};
    RequestQueue queue{archives};
    QStringList answered;  ///< "A1: 1 found"
    QStringList overtaken; ///< names of those that a later one was answered before
    int emptied = 0, caughtUp = 0;

    Desk()
    {
        QObject::connect(&queue, &RequestQueue::answered, &queue,
                         [this](const app::StudyRequest &request, const app::RequestFinding &finding, bool isLate) {
                             const QString name =
                                 request.studies.empty() ? request.accession : request.studies.front().text();
                             answered << u"%1: %2 found"_s.arg(name).arg(finding.studies.size());
                             if (isLate)
                                 overtaken << name;
                         });
        QObject::connect(&queue, &RequestQueue::caughtUp, &queue, [this] { ++caughtUp; });
        QObject::connect(&queue, &RequestQueue::emptied, &queue, [this] { ++emptied; });
    }
};

app::StudyRequest withUid(const char *uid)
{
    return app::requestForStudy(QString::fromLatin1(uid)).value();
}

app::StudyRequest numbered(int number)
{
    return app::requestForAccession(u"A%1"_s.arg(number)).value();
}

} // namespace

class OutsideRequestQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachIsAnsweredInItsOrder()
    {
        SmallArchive archive({test::study("1.2.3", "P", "A1"), test::study("1.2.4", "Q", "A3")});
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(archive.config()));
        for (const char *number : {"accessionNumber=A1", "accessionNumber=NOTTHERE", "accessionNumber=A3"})
            QVERIFY(desk.queue.add(link(number), 0));
        QVERIFY(desk.queue.isRunning());
        QCOMPARE(desk.queue.lookedFor().at(0).accession, u"A1"_s);
        QCOMPARE(desk.queue.count(), 3);
        QTRY_COMPARE(desk.emptied, 1);
        QCOMPARE(desk.answered, (QStringList{u"A1: 1 found"_s, u"NOTTHERE: 0 found"_s, u"A3: 1 found"_s}));
        QVERIFY(!desk.queue.isRunning() && desk.queue.lookedFor().empty());
        QVERIFY(desk.overtaken.isEmpty());
    }

    void whatDoesNotFitIsRefused()
    {
        SmallArchive archive({});
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(archive.config()));
        const int most = int(RequestQueue::Most);
        for (int i = 0; i <= most; ++i) { // the first is being looked for
            QVERIFY(desk.queue.hasRoom());
            QVERIFY(desk.queue.add(numbered(i), 0));
        }
        QVERIFY(!desk.queue.hasRoom());
        QVERIFY(!desk.queue.add(numbered(most + 1), 0));
        QVERIFY(desk.queue.add(numbered(1), 0)); // is in it already
        QTRY_COMPARE_WITH_TIMEOUT(desk.emptied, 1, 30'000);
        QCOMPARE(desk.answered.size(), most + 1);
        QVERIFY(desk.queue.add(numbered(most + 1), 0));
    }

    void whatWasClickedTwiceIsAnsweredOnce()
    {
        SmallArchive archive({test::study("1.2.3", "P", "A1")});
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(archive.config()));
        QVERIFY(desk.queue.add(numbered(1), 0));
        QVERIFY(desk.queue.add(numbered(1), 0));
        QTRY_COMPARE(desk.emptied, 1);
        QCOMPARE(desk.answered.size(), 1);
    }

    void nothingIsAnsweredWhileItIsHeld()
    {
        SmallArchive archive({test::study("1.2.3", "P", "A1"), test::study("1.2.4", "P", "A2")});
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(archive.config()));
        QVERIFY(desk.queue.add(numbered(1), 0));
        desk.queue.hold(true);
        QVERIFY(desk.queue.add(numbered(2), 0));
        QTRY_COMPARE(archive.asked, 1);
        QTest::qWait(300);
        QVERIFY(desk.answered.isEmpty());
        QVERIFY(desk.queue.isRunning());
        desk.queue.hold(false);
        QTRY_COMPARE(desk.answered, (QStringList{u"A1: 1 found"_s, u"A2: 1 found"_s}));
    }

    void withoutAnArchiveEachIsAnsweredAtOnce()
    {
        Desk desk;
        QVERIFY(desk.queue.add(numbered(1), 0));
        QVERIFY(desk.queue.add(numbered(2), 0));
        QCOMPARE(desk.answered.size(), 2);
        QVERIFY(!desk.queue.isRunning());
    }

    // Each is looked for from the moment it comes, but no more at once than the archives are to be asked.
    void someAreLookedForAtOnce()
    {
        SilentArchive archive;
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(archive.config()));
        for (int i = 1; i <= 6; ++i)
            QVERIFY(desk.queue.add(numbered(i), 1000 * i));
        QTRY_COMPARE(archive.asking.size(), qsizetype(RequestQueue::AtOnce));
        QCOMPARE(desk.queue.lookedFor().size(), RequestQueue::AtOnce);
        QCOMPARE(desk.queue.count(), 6);
        QCOMPARE(desk.queue.arrivals(), (std::vector<TimeMs>{1000, 2000, 3000, 4000, 5000, 6000}));
        // None of those that are silent keeps the others from being looked for.
        QTRY_COMPARE_WITH_TIMEOUT(desk.queue.lookedFor().size(), size_t(6), 2 * RequestQueue::patienceMs);
        QVERIFY(desk.answered.isEmpty());
    }

    // The archive that could have the first says nothing: who asked for the second waits for a moment only.
    void oneThatIsSilentHoldsNoOther()
    {
        SilentArchive silent;
        SmallArchive archive({test::study("1.2.4", "Q", "A2"), test::study("1.2.5", "Q", "A3")});
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(silent.config()));
        QVERIFY(desk.archives.addForThisRun(archive.config()));
        QElapsedTimer asked;
        asked.start();
        QVERIFY(desk.queue.add(withUid("1.2.3"), 0));
        QVERIFY(desk.queue.add(withUid("1.2.4"), 0));
        QTRY_COMPARE_WITH_TIMEOUT(desk.answered, QStringList{u"1.2.4: 1 found"_s}, 2 * RequestQueue::patienceMs);
        QVERIFY(asked.elapsed() >= RequestQueue::patienceMs * 9 / 10); // so long the order is kept
        QCOMPARE(desk.caughtUp, 1);
        QCOMPARE(desk.emptied, 0);
        QVERIFY(desk.queue.hasOvertaken());
        QCOMPARE(desk.queue.lookedFor().at(0).studies.at(0).text(), u"1.2.3"_s);
        asked.restart(); // it is passed over already: nobody waits for it any more
        QVERIFY(desk.queue.add(withUid("1.2.5"), 0));
        QTRY_COMPARE(desk.answered.size(), 2);
        QVERIFY(asked.elapsed() < RequestQueue::patienceMs);
        QVERIFY(desk.overtaken.isEmpty());
        silent.speak();
        QTRY_COMPARE(desk.emptied, 1);
        QCOMPARE(desk.answered.last(), u"1.2.3: 0 found"_s);
        QCOMPARE(desk.overtaken, QStringList{u"1.2.3"_s});
        QVERIFY(!desk.queue.hasOvertaken());
    }

    // What the reader closes does not come back with the next outcome; what happens once more is said once more.
    void aClosedLineStaysClosed()
    {
        RequestNotices notices;
        notices.add(u"Not opened: A1."_s, true, 0);
        notices.add(u"Not opened: A1. Twice"_s, true, 0);
        QVERIFY(!notices.close(u"Not opened: A"_s));
        QVERIFY(notices.close(u"of others\nNot opened: A1."_s)); // what stood there; not what came after it
        QCOMPARE(notices.text(), u"Not opened: A1. Twice"_s);
        notices.add(u"Not opened: A2."_s, true, 1000);
        QCOMPARE(notices.text(), u"Not opened: A1. Twice\nNot opened: A2."_s);
        notices.add(u"Not opened: A1."_s, true, 2000);
        QVERIFY(notices.text().endsWith(u"\nNot opened: A1."_s));
        notices.remove(u"Not opened: A2."_s);
        QCOMPARE(notices.text(), u"Not opened: A1. Twice\nNot opened: A1."_s);
    }

    // What is told over the studies of others says when; it is closed and taken back as any other.
    void whatLiesOverOthersSaysWhen()
    {
        RequestNotices notices;
        const TimeMs at = QDateTime(QDate(2026, 1, 2), QTime(9, 41)).toMSecsSinceEpoch();
        notices.add(u"Not opened: A1."_s, true, at, {}, {{StudyUid(u"1.2.3"_s)}, true});
        notices.add(u"Not opened: A2."_s, true, at);
        QCOMPARE(notices.text(), u"Not opened: A1. (09:41)\nNot opened: A2."_s);
        QCOMPARE(notices.lines().at(0).over, std::vector{StudyUid(u"1.2.3"_s)});
        QVERIFY(notices.lines().at(1).over.empty());
        notices.add(u"Not opened: A1."_s, true, at + 60'000, {}, {{StudyUid(u"1.2.3"_s)}, true}); // once more
        QCOMPARE(notices.text(), u"Not opened: A2.\nNot opened: A1. (09:42)"_s);
        QVERIFY(notices.close(u"Not opened: A1. (09:42)"_s));
        notices.remove(u"Not opened: A2."_s);
        QVERIFY(notices.text().isEmpty());
    }

    // What nobody has read yet stays beside what is said next.
    void outcomesOfAMomentAreToldTogether()
    {
        const StudyUid study(u"1.2.3"_s);
        RequestNotices notices;
        notices.add({}, true, 0);
        QVERIFY(notices.text().isEmpty());
        notices.add(u"all images are shown"_s, false, 1'000);
        QVERIFY(!notices.isFailure());
        notices.add(u"not found"_s, true, 1'000);
        notices.add(u"does not open"_s, true, 5'000, study);
        notices.add(u"not found"_s, true, 6'000);
        QVERIFY(notices.isFailure());
        QCOMPARE(notices.text(), u"all images are shown\ndoes not open\nnot found"_s);
        notices.begin(6'000 + RequestNotices::togetherMs);
        QCOMPARE(notices.text(), u"not found"_s);
        QVERIFY(!notices.forget(study));
        notices.add(u"does not open"_s, true, 17'000, study);
        QVERIFY(!notices.forget({})); // of none that is known
        QVERIFY(notices.forget(study));
        QCOMPARE(notices.text(), u"not found"_s);
        for (int i = 0; i < 100; ++i)
            notices.add(QString::number(i), true, 18'000);
        QCOMPARE(notices.text().count(u'\n') + 1, qsizetype(RequestNotices::Most));
        QVERIFY(notices.text().endsWith(u"99"_s));
    }
};

CONSILIUM_TEST(OutsideRequestQueue)
#include "OutsideRequestQueue.moc"
