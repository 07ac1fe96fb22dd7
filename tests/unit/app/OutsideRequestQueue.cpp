#include "app/outside/RequestNotices.h"
#include "app/outside/RequestQueue.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/SmallArchive.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace consilium;
using app::RequestNotices;
using app::RequestQueue;
using test::link;
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
    QStringList answered; ///< "A1: 1 found"
    int emptied = 0;

    Desk()
    {
        QObject::connect(&queue, &RequestQueue::answered, &queue, [this](const auto &request, const auto &finding) {
            answered << u"%1: %2 found"_s.arg(request.accession).arg(finding.studies.size());
        });
        QObject::connect(&queue, &RequestQueue::emptied, &queue, [this] { ++emptied; });
    }
};

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
            QVERIFY(desk.queue.add(link(number)));
        QVERIFY(desk.queue.isRunning());
        QCOMPARE(desk.queue.current()->accession, u"A1"_s);
        QCOMPARE(desk.queue.waiting(), 2);
        QTRY_COMPARE(desk.emptied, 1);
        QCOMPARE(desk.answered, (QStringList{u"A1: 1 found"_s, u"NOTTHERE: 0 found"_s, u"A3: 1 found"_s}));
        QVERIFY(!desk.queue.isRunning() && !desk.queue.current());
    }

    void whatDoesNotFitIsRefused()
    {
        SmallArchive archive({});
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(archive.config()));
        const int most = int(RequestQueue::Most);
        for (int i = 0; i <= most; ++i) { // the first is being looked for
            QVERIFY(desk.queue.hasRoom());
            QVERIFY(desk.queue.add(numbered(i)));
        }
        QVERIFY(!desk.queue.hasRoom());
        QVERIFY(!desk.queue.add(numbered(most + 1)));
        QVERIFY(desk.queue.add(numbered(1))); // is in it already
        QTRY_COMPARE_WITH_TIMEOUT(desk.emptied, 1, 30'000);
        QCOMPARE(desk.answered.size(), most + 1);
        QVERIFY(desk.queue.add(numbered(most + 1)));
    }

    void whatWasClickedTwiceIsAnsweredOnce()
    {
        SmallArchive archive({test::study("1.2.3", "P", "A1")});
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(archive.config()));
        QVERIFY(desk.queue.add(numbered(1)));
        QVERIFY(desk.queue.add(numbered(1)));
        QTRY_COMPARE(desk.emptied, 1);
        QCOMPARE(desk.answered.size(), 1);
    }

    void nothingIsAnsweredWhileItIsHeld()
    {
        SmallArchive archive({test::study("1.2.3", "P", "A1"), test::study("1.2.4", "P", "A2")});
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(archive.config()));
        QVERIFY(desk.queue.add(numbered(1)));
        desk.queue.hold(true);
        QVERIFY(desk.queue.add(numbered(2)));
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
        QVERIFY(desk.queue.add(numbered(1)));
        QVERIFY(desk.queue.add(numbered(2)));
        QCOMPARE(desk.answered.size(), 2);
        QVERIFY(!desk.queue.isRunning());
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
