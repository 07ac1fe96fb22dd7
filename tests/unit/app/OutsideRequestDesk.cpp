#include "app/outside/RequestDesk.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/SmallArchive.h"
#include "tests/unit/session/SetClock.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace consilium;
using app::HandedOver;
using app::RequestDesk;
using test::SilentArchive;
using test::SmallArchive;
using What = RequestDesk::Waiting::What;

namespace
{

/// The desk without a window: what it wants shown, in its order.
struct Desk {
    QTemporaryDir folder;
    app::ProfileSettings settings{folder.path()};
    http::HttpClient http;
    identity::CredentialStore secrets;
    app::ArchiveSet archives{http, secrets, settings};
    test::SetClock clock;
    std::vector<dicom::StudyHeader> open;
    RequestDesk requests{{clock, archives, [this] { return open; }}};
    QString unwilling;  ///< a study that does not open
    QStringList wanted; ///< "1.2.3 as study 1.2.3, in front", "files"
    int calls = 0;      ///< for whoever is locked out

    Desk()
    {
        QObject::connect(&requests, &RequestDesk::openWanted, &requests,
                         [this](const app::MergedStudy &study, const QString &askedAs, bool toFront) {
                             const dicom::StudyHeader &header = study.shown().study;
                             wanted << u"%1 as %2, %3"_s.arg(header.uid.text(), askedAs,
                                                             toFront ? u"in front"_s : u"behind"_s);
                             if (header.uid.text() != unwilling)
                                 open.push_back(header);
                         });
        QObject::connect(&requests, &RequestDesk::pathsWanted, &requests, [this] { wanted << u"files"_s; });
        QObject::connect(&requests, &RequestDesk::attentionWanted, &requests, [this] { ++calls; });
    }
    [[nodiscard]] QString waiting() const ///< "S+0 F+60": what, and so many seconds after the clock's first time
    {
        QStringList all;
        for (const auto &one : requests.waiting())
            all << u"%1+%2"_s.arg(one.what == What::Study ? 'S' : 'F')
                       .arg((one.cameAtMs - test::SetClock().now) / 1000);
        return all.join(u' ');
    }
};

HandedOver linkTo(const QString &number)
{
    return {{}, u"consilium://open?accessionNumber="_s + number};
}

} // namespace

class OutsideRequestDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Whoever signs in instead is told all that was dropped, wherever it waited, with its own time.
    void everythingWithoutAnAnswerIsCounted()
    {
        SilentArchive archive;
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(archive.config()));
        desk.requests.takeHandedOver(linkTo(u"A1"_s)); // is looked for
        desk.clock.now += 60'000;
        desk.requests.setLocked(true);
        desk.requests.takeHandedOver({{desk.folder.path()}, {}});
        desk.clock.now += 60'000;
        desk.requests.keep(What::Study, [] {});
        desk.requests.takeHandedOver({});                                       // asks for nothing
        desk.requests.takeHandedOver(linkTo(u"A2"_s), desk.clock.now - 90'000); // it came here late
        QCOMPARE(desk.waiting(), u"S+0 S+30 F+60 S+120"_s);
        QCOMPARE(desk.calls, 3);
        QTRY_COMPARE(archive.asking.size(), 1);
        archive.speak(); // found out, but nobody has seen it
        QTest::qWait(200);
        QCOMPARE(desk.waiting(), u"S+0 S+30 F+60 S+120"_s);
        desk.requests.setLocked(false);
        QCOMPARE(desk.wanted, QStringList{u"files"_s});
        QVERIFY2(desk.requests.text().contains(u"Not opened: accession number A1."_s),
                 qPrintable(desk.requests.text()));
        QCOMPARE(desk.waiting(), u"S+30"_s); // being looked for now, with the time at which it came
    }

    void aLinkThatWaitsTakesNoMoreRoom()
    {
        SilentArchive archive;
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(archive.config()));
        const int most = int(app::RequestQueue::Most) + 1;
        for (int i = 0; i < most; ++i)
            desk.requests.takeHandedOver(linkTo(u"A%1"_s.arg(i)));
        QVERIFY(!desk.requests.hasRoomFor(linkTo(u"NEW"_s)));
        for (const QString &number : {u"A0"_s, u"A%1"_s.arg(most - 1)}) { // looked for, and not begun
            QVERIFY(desk.requests.hasRoomFor(linkTo(number)));
            desk.requests.takeHandedOver(linkTo(number));
        }
        QCOMPARE(desk.requests.waiting().size(), size_t(most));
        QVERIFY2(desk.requests.text().isEmpty(), qPrintable(desk.requests.text()));
    }

    void aLinkThatWaitsBehindTheLockTakesNoMoreRoom()
    {
        SmallArchive archive({});
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(archive.config()));
        desk.requests.setLocked(true);
        for (int i = 0; i < int(RequestDesk::MostKept); ++i) {
            QVERIFY(desk.requests.hasRoomFor(linkTo(u"A%1"_s.arg(i))));
            desk.requests.takeHandedOver(linkTo(u"A%1"_s.arg(i)));
        }
        QVERIFY(!desk.requests.hasRoomFor(linkTo(u"NEW"_s)));
        QVERIFY(!desk.requests.hasRoomFor({{desk.folder.path()}, {}}));
        QVERIFY(desk.requests.hasRoomFor(linkTo(u"A3"_s)));
        desk.requests.takeHandedOver(linkTo(u"A3"_s));
        QCOMPARE(desk.requests.waiting().size(), RequestDesk::MostKept);
        desk.requests.setLocked(false);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.requests.isLookingFor(), 20'000);
        for (int i = 0; i < int(RequestDesk::MostKept); ++i)
            QCOMPARE(desk.requests.text().count(u"Not opened: accession number A%1."_s.arg(i)), 1);
        QCOMPARE(archive.asked, int(RequestDesk::MostKept));
    }

    void whatCannotBeKeptIsSaid()
    {
        Desk desk;
        desk.requests.setLocked(true);
        int opened = 0;
        for (int i = 0; i < int(RequestDesk::MostKept) + 2; ++i)
            desk.requests.keep(What::Files, [&opened] { ++opened; });
        QCOMPARE(desk.requests.waiting().size(), RequestDesk::MostKept + 2);
        QVERIFY(desk.requests.text().isEmpty());
        desk.requests.setLocked(false);
        QCOMPARE(opened, int(RequestDesk::MostKept));
        QVERIFY2(desk.requests.text().startsWith(u"2 requests came while this desk was locked"_s),
                 qPrintable(desk.requests.text()));
    }

    // The wish for key images goes with the study, whether it is to be opened or has a tab.
    void keyImagesAreAskedForWithTheStudy()
    {
        SmallArchive archive({test::study("1.2.3", "P", "A1")}), empty({});
        Desk desk;
        QStringList wishes;
        QObject::connect(&desk.requests, &RequestDesk::openWanted, &desk.requests,
                         [&](const app::MergedStudy &study, const QString &, bool, bool keyImagesOnly) {
                             wishes << u"%1 %2"_s.arg(study.shown().study.uid.text()).arg(keyImagesOnly);
                         });
        QObject::connect(&desk.requests, &RequestDesk::keyImagesWanted, &desk.requests,
                         [&](const StudyUid &study, const QString &askedAs) {
                             wishes << u"%1 open, %2"_s.arg(study.text(), askedAs);
                         });
        QVERIFY(desk.archives.addForThisRun(archive.config()));
        desk.requests.open(test::link("studyUID=1.2.3"));
        QTRY_COMPARE(wishes, QStringList{u"1.2.3 0"_s});
        desk.requests.open(test::link("studyUID=1.2.3&keyImagesOnly=true"));
        QTRY_COMPARE(wishes.size(), 2);
        QCOMPARE(wishes.last(), u"1.2.3 1"_s);
        QVERIFY2(desk.requests.text().isEmpty(), qPrintable(desk.requests.text())); // what comes of it is said then

        Desk other; // no archive has it, but a folder that is open
        dicom::StudyHeader open;
        open.uid = StudyUid(u"1.2.9"_s);
        other.open.push_back(open);
        QVERIFY(other.archives.addForThisRun(empty.config()));
        QStringList asked;
        QObject::connect(&other.requests, &RequestDesk::keyImagesWanted, &other.requests,
                         [&](const StudyUid &study, const QString &name) { asked << study.text() << name; });
        other.requests.open(test::link("studyUID=1.2.9&keyImagesOnly=true"));
        QTRY_COMPARE(asked, (QStringList{u"1.2.9"_s, u"study 1.2.9"_s}));
    }

    // As it would be had each been answered in its turn: the one that was asked for last is in front.
    void whatIsFoundLateOpensBehind()
    {
        SilentArchive silent;
        SmallArchive archive({test::study("1.2.4", "Q", "A2")});
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(silent.config()));
        QVERIFY(desk.archives.addForThisRun(archive.config()));
        desk.unwilling = u"1.2.5"_s; // of it others say why
        desk.requests.open(test::link("studyUID=1.2.3,1.2.5"));
        desk.requests.open(test::link("studyUID=1.2.4&patientID=Q"));
        const QString second = u"1.2.4 as study 1.2.4, patient ID Q, in front"_s;
        QTRY_COMPARE_WITH_TIMEOUT(desk.wanted, QStringList{second}, 2 * app::RequestQueue::patienceMs);
        QVERIFY(desk.requests.isLookingFor());
        silent.speak({test::study("1.2.3", "P", "A1", "20260102"), test::study("1.2.5", "P", "A1", "20250102")});
        QTRY_COMPARE(desk.wanted.size(), 3);
        QCOMPARE(desk.wanted.mid(1), // each by its own name, the newest last
                 (QStringList{u"1.2.5 as study 1.2.5, behind"_s, u"1.2.3 as study 1.2.3, behind"_s}));
        QCOMPARE(desk.requests.text(), u"Opened late, in a tab behind the one in front: study 1.2.3."_s);
        QVERIFY(!desk.requests.isLookingFor());
        desk.requests.beginStudy(StudyUid(u"1.2.3"_s)); // is opened by hand: that is no news any more
        QVERIFY(desk.requests.text().isEmpty());
    }
};

CONSILIUM_TEST(OutsideRequestDesk)
#include "OutsideRequestDesk.moc"
