#include "app/outside/RequestFinder.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/SmallArchive.h"

#include <QTemporaryDir>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace consilium;
using test::link;
using test::SmallArchive;
using test::study;

namespace
{

struct Desk {
    QTemporaryDir folder;
    app::ProfileSettings settings{folder.path()};
    http::HttpClient http;
    identity::CredentialStore secrets;
    app::ArchiveSet archives{http, secrets, settings};
    std::unique_ptr<app::RequestFinder> finder;
    std::optional<app::RequestFinding> finding;

    void look(const app::StudyRequest &request)
    {
        finding.reset();
        finder = std::make_unique<app::RequestFinder>(archives, request);
        QObject::connect(finder.get(), &app::RequestFinder::finished, finder.get(),
                         [this](const auto &f) { finding = f; });
        finder->start();
    }
    [[nodiscard]] app::RequestOutcome outcome() const { return app::decide(finder->request(), *finding); }
};

using Kind = app::RequestOutcome::Kind;

} // namespace

class OutsideRequestFinder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// What is open from a folder is shown only when it is the patient's whom the link names.
    void whatIsOpenHasToBeThePatients()
    {
        dicom::StudyHeader open;
        open.uid = StudyUid(u"1.2.3"_s);
        open.patient.id = u"P1"_s;
        const app::RequestFinding nothing;
        QVERIFY(app::isAnsweredByOpen(link("studyUID=1.2.3"), nothing, {open}));
        QVERIFY(app::isAnsweredByOpen(link("studyUID=1.2.3&patientID=P1"), nothing, {open}));
        QVERIFY(!app::isAnsweredByOpen(link("studyUID=1.2.3&patientID=P2"), nothing, {open}));
        QVERIFY(!app::isAnsweredByOpen(link("studyUID=1.2.4"), nothing, {open}));
        QVERIFY(!app::isAnsweredByOpen(link("accessionNumber=A1"), nothing, {open}));
        app::RequestFinding elsewhere; // an archive has it under another patient
        elsewhere.ofAnotherPatient = true;
        QVERIFY(!app::isAnsweredByOpen(link("studyUID=1.2.3&patientID=P1"), elsewhere, {open}));
        open.accession = u"A1"_s;
        QVERIFY(app::isAnsweredByOpen(link("studyUID=1.2.3&accessionNumber=A1"), nothing, {open}));
        QVERIFY(!app::isAnsweredByOpen(link("studyUID=1.2.3&accessionNumber=A2"), nothing, {open}));
    }

    void withoutAnArchiveItSaysSo()
    {
        Desk desk;
        desk.look(link("studyUID=1.2.3"));
        QVERIFY(desk.finding);
        QCOMPARE(desk.outcome().kind, Kind::Nothing);
        QVERIFY(desk.outcome().notice.contains(u"no archive"_s));
    }

    void takesTheFirstThatHasTheStudy()
    {
        SmallArchive without({}), with({study("1.2.3", "P", "A1")});
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(without.config(u"W"_s)));
        QVERIFY(desk.archives.addForThisRun(with.config()));
        desk.look(link("studyUID=1.2.3"));
        QTRY_VERIFY(desk.finding);
        QCOMPARE(desk.outcome().kind, Kind::Open);
        QCOMPARE(desk.outcome().studies.at(0).shown().study.uid.text(), u"1.2.3"_s);
        QVERIFY(desk.outcome().notice.isEmpty());
    }

    // An archive that answers with everything it has is not believed.
    void onlyWhatWasAskedForCounts()
    {
        SmallArchive archive({study("1.2.3", "P", "A1"), study("1.2.4", "P", "A12"), study("1.2.5", "Q", "A1 ")});
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(archive.config()));
        desk.look(link("studyUID=1.2.9"));
        QTRY_VERIFY(desk.finding);
        QCOMPARE(desk.outcome().kind, Kind::Nothing);
        desk.look(link("accessionNumber=A12"));
        QTRY_VERIFY(desk.finding);
        QCOMPARE(desk.outcome().kind, Kind::Open);
        QCOMPARE(desk.outcome().studies.at(0).shown().study.uid.text(), u"1.2.4"_s);
    }

    void saysWhoWasAskedAndWhoWasDown()
    {
        SmallArchive without({}), broken({}, true);
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(without.config(u"Central"_s)));
        QVERIFY(desk.archives.addForThisRun(broken.config(u"Cloud"_s)));
        desk.look(link("studyUID=1.2.3"));
        QTRY_VERIFY(desk.finding);
        const auto outcome = desk.outcome();
        QCOMPARE(outcome.kind, Kind::Nothing);
        QVERIFY(outcome.isFailure);
        QVERIFY2(outcome.notice.startsWith(u"Not opened: study 1.2.3."_s), qPrintable(outcome.notice));
        QVERIFY2(outcome.notice.contains(u"Asked: Central."_s), qPrintable(outcome.notice));
        QVERIFY2(outcome.notice.contains(u"Cloud could not be asked"_s), qPrintable(outcome.notice));
    }

    void anAccessionNumberOfTwoStudiesIsChosenFrom()
    {
        SmallArchive one({study("1.2.3", "P", "A1")}), two({study("1.2.4", "Q", "A1")});
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(one.config(u"One"_s)));
        QVERIFY(desk.archives.addForThisRun(two.config(u"Two"_s)));
        desk.look(link("accessionNumber=A1"));
        QTRY_VERIFY(desk.finding);
        QCOMPARE(desk.outcome().kind, Kind::Choose);
        QCOMPARE(desk.outcome().studies.size(), size_t(2));
        QVERIFY2(desk.outcome().notice.startsWith(u"Not opened yet: accession number A1."_s),
                 qPrintable(desk.outcome().notice));
        // The patient's ID tells which is meant.
        desk.look(link("accessionNumber=A1&patientID=Q%5E%5E%5EHOSPITAL%261.2%26ISO"));
        QTRY_VERIFY(desk.finding);
        QCOMPARE(desk.outcome().kind, Kind::Open);
        QCOMPARE(desk.outcome().studies.at(0).shown().study.uid.text(), u"1.2.4"_s);
    }

    // A list as of UIDs: each that is not there is named, and what is there is opened.
    void severalAccessionNumbers()
    {
        SmallArchive archive({study("1.2.3", "P", "A1"), study("1.2.4", "P", "A2"), study("1.2.5", "Q", "B1"),
                              study("1.2.6", "Q", "B1"), study("1.2.7", "R", "C1,C2")});
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(archive.config()));
        desk.look(link("accessionNumber=A1,A2"));
        QTRY_VERIFY(desk.finding);
        QCOMPARE(desk.outcome().kind, Kind::Open);
        QCOMPARE(desk.outcome().studies.size(), size_t(2));
        QVERIFY2(desk.outcome().notice.isEmpty(), qPrintable(desk.outcome().notice));
        desk.look(link("accessionNumber=A1,A8,A2,A9"));
        QTRY_VERIFY(desk.finding);
        QCOMPARE(desk.outcome().kind, Kind::Open);
        QCOMPARE(desk.outcome().studies.size(), size_t(2));
        QVERIFY(desk.outcome().isFailure);
        QVERIFY2(desk.outcome().notice.startsWith(u"Not opened: accession numbers A8, A9. 2 of the studies"_s),
                 qPrintable(desk.outcome().notice));
        desk.look(link("accessionNumber=A8,A9"));
        QTRY_VERIFY(desk.finding);
        QCOMPARE(desk.outcome().kind, Kind::Nothing);
        QVERIFY2(desk.outcome().notice.contains(u"A8, A9. No study was found."_s), qPrintable(desk.outcome().notice));
        desk.look(link("accessionNumber=A1,B1,A9")); // two studies have one of them
        QTRY_VERIFY(desk.finding);
        QCOMPARE(desk.outcome().kind, Kind::Choose);
        QCOMPARE(desk.outcome().studies.size(), size_t(3));
        QVERIFY2(desk.outcome().notice.contains(u"Not found: A9."_s), qPrintable(desk.outcome().notice));
        desk.look(link("accessionNumber=C1,C2")); // one number
        QTRY_VERIFY(desk.finding);
        QCOMPARE(desk.outcome().kind, Kind::Open);
        QVERIFY2(desk.outcome().notice.isEmpty(), qPrintable(desk.outcome().notice));
    }

    // What was not asked for is not said not to be there.
    void onlySomeOfThePatientsStudies()
    {
        SmallArchive archive({study("1.2.3", "P", "A1", "20260101"), study("1.2.4", "P", "A2", "20260201"),
                              study("1.2.5", "P", "A3", "20260301")});
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(archive.config()));
        const auto noticeOf = [&](const char *more) {
            desk.look(link((QByteArray("requestType=PATIENT&patientID=P") + more).constData()));
            return QTest::qWaitFor([&] { return desk.finding.has_value(); }) ? desk.outcome().notice : QString();
        };
        QString said = noticeOf("");
        QVERIFY2(said.contains(u"3 studies of the patient were found"_s), qPrintable(said));
        said = noticeOf("&lowerDateTime=20270101");
        QCOMPARE(desk.outcome().kind, Kind::Nothing);
        QVERIFY2(said.startsWith(u"Not opened: patient ID P, since 2027-01-01. No study under this ID meets"_s),
                 qPrintable(said));
        said = noticeOf("&lowerDateTime=20260115");
        QCOMPARE(desk.outcome().studies.size(), size_t(2));
        QVERIFY2(said.startsWith(u"Not opened yet: patient ID P, since 2026-01-15. 2 studies under this ID meet"_s),
                 qPrintable(said));
        said = noticeOf("&mostRecentResults=2");
        QCOMPARE(desk.outcome().studies.size(), size_t(2));
        QVERIFY2(said.contains(u"only the 2 most recent. 2 studies under this ID meet"_s), qPrintable(said));
        QVERIFY(!said.contains(u"of the patient"_s));
    }

    // One ID, two people: nothing opens by itself, and the newest is not "the patient's".
    void anIdOfSeveralNamesIsSaidToBeOne()
    {
        SmallArchive archive({study("1.2.3", "P", "A1", "20260101", "TEST^One"),
                              study("1.2.4", "P", "A2", "20260201", "TEST^Two"),
                              study("1.2.5", "P", "A3", "20260301", "TEST^Two")});
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(archive.config()));
        for (const char *query :
             {"requestType=PATIENT&patientID=P", "requestType=PATIENT&patientID=P&mostRecentResults=1"}) {
            desk.look(link(query));
            QTRY_VERIFY(desk.finding);
            const auto outcome = desk.outcome();
            QCOMPARE(outcome.kind, Kind::Choose);
            QVERIFY(outcome.isFailure);
            QVERIFY2(outcome.notice.contains(u"The ID stands under 2 different names: check the identity"_s),
                     qPrintable(outcome.notice));
            QVERIFY2(!outcome.notice.contains(u"the patient"_s), qPrintable(outcome.notice));
        }
    }

    void theSameStudyInTwoArchivesIsOne()
    {
        SmallArchive one({study("1.2.3", "P", "A1")}), two({study("1.2.3", "P", "A1")});
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(one.config(u"One"_s)));
        QVERIFY(desk.archives.addForThisRun(two.config(u"Two"_s)));
        desk.look(link("accessionNumber=A1"));
        QTRY_VERIFY(desk.finding);
        QCOMPARE(desk.outcome().kind, Kind::Open);
        QCOMPARE(desk.outcome().studies.size(), size_t(1));
        QCOMPARE(desk.outcome().studies.at(0).places.size(), size_t(2));
    }

    // The archive that is down may hold another study of that number.
    void anAccessionNumberIsNoGuessWhileAnArchiveIsDown()
    {
        SmallArchive one({study("1.2.3", "P", "A1")}), broken({}, true);
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(one.config(u"One"_s)));
        QVERIFY(desk.archives.addForThisRun(broken.config(u"Two"_s)));
        desk.look(link("accessionNumber=A1"));
        QTRY_VERIFY(desk.finding);
        QCOMPARE(desk.outcome().kind, Kind::Choose);
        QVERIFY(desk.outcome().notice.contains(u"Two could not be asked"_s));
        desk.look(link("accessionNumber=A1&patientID=P"));
        QTRY_VERIFY(desk.finding);
        QCOMPARE(desk.outcome().kind, Kind::Open);
    }

    void aStudyOfAnotherPatientIsNeverOpened()
    {
        SmallArchive archive({study("1.2.3", "P", "A1")});
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(archive.config()));
        for (const char *query : {"studyUID=1.2.3&patientID=Q", "accessionNumber=A1&patientID=Q"}) {
            desk.look(link(query));
            QTRY_VERIFY(desk.finding);
            QCOMPARE(desk.outcome().kind, Kind::Nothing);
            QVERIFY2(desk.outcome().notice.contains(u"another patient"_s), qPrintable(desk.outcome().notice));
            QVERIFY2(desk.outcome().notice.contains(u"patient ID Q"_s), qPrintable(desk.outcome().notice));
        }
    }

    // A link with both numbers: told, where the study of the UID has another accession number.
    void aStudyOfAnotherAccessionNumberIsNeverOpened()
    {
        SmallArchive archive({study("1.2.3", "P", "A1"), study("1.2.4", "P", "A2")});
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(archive.config()));
        desk.look(link("studyUID=1.2.3&accessionNumber=A1"));
        QTRY_VERIFY(desk.finding);
        QCOMPARE(desk.outcome().kind, Kind::Open);
        QVERIFY(desk.outcome().notice.isEmpty());
        desk.look(link("studyUID=1.2.3&accessionNumber=A2"));
        QTRY_VERIFY(desk.finding);
        QCOMPARE(desk.outcome().kind, Kind::Nothing);
        QVERIFY2(desk.outcome().notice.contains(u"another accession number"_s), qPrintable(desk.outcome().notice));
        desk.look(link("studyUID=1.2.3,1.2.4&accessionNumber=A2"));
        QTRY_VERIFY(desk.finding);
        QCOMPARE(desk.outcome().kind, Kind::Open);
        QVERIFY(desk.outcome().isFailure);
        QVERIFY2(desk.outcome().notice.startsWith(u"Not opened: study 1.2.3, "_s), qPrintable(desk.outcome().notice));
    }

    void theNewestOfAPatient()
    {
        SmallArchive archive({study("1.2.1", "P", "A1", "20240101"), study("1.2.2", "P", "A2", "20260101"),
                              study("1.2.3", "P", "A3", "20250101"), study("1.2.4", "Q", "A4", "20261101")});
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(archive.config()));
        desk.look(link("requestType=PATIENT&patientID=P&mostRecentResults=1"));
        QTRY_VERIFY(desk.finding);
        QCOMPARE(desk.outcome().kind, Kind::Open);
        QCOMPARE(desk.outcome().studies.at(0).shown().study.uid.text(), u"1.2.2"_s);
        desk.look(link("requestType=PATIENT&patientID=P"));
        QTRY_VERIFY(desk.finding);
        QCOMPARE(desk.outcome().kind, Kind::Choose);
        QCOMPARE(desk.outcome().studies.size(), size_t(3));
        desk.look(link("requestType=PATIENT&patientID=P&lowerDateTime=2025-01-01T00:00:00&upperDateTime=2025-12-31"));
        QTRY_VERIFY(desk.finding);
        QCOMPARE(desk.outcome().kind, Kind::Open);
        QCOMPARE(desk.outcome().studies.at(0).shown().study.uid.text(), u"1.2.3"_s);
    }

    void ofTwoAtTheSameTimeNoneIsTheNewest()
    {
        SmallArchive archive({study("1.2.1", "P", "A1"), study("1.2.2", "P", "A2")});
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(archive.config()));
        desk.look(link("requestType=PATIENT&patientID=P&mostRecentResults=1"));
        QTRY_VERIFY(desk.finding);
        QCOMPARE(desk.outcome().kind, Kind::Choose);
    }

    void waitsForTheKeychain_data()
    {
        QTest::addColumn<http::Credentials::Kind>("kind");
        QTest::addColumn<QString>("word");
        QTest::newRow("password") << http::Credentials::Kind::Basic << u"password"_s;
        QTest::newRow("token") << http::Credentials::Kind::Bearer << u"token"_s;
    }
    void waitsForTheKeychain()
    {
        QFETCH(http::Credentials::Kind, kind);
        QFETCH(QString, word);
        SmallArchive without({});
        Desk desk;
        dicomweb::ArchiveConfig locked = without.config(u"Locked"_s);
        locked.id = ArchiveId(u"locked"_s);
        locked.credentials = {kind, u"reader"_s, {}};
        desk.settings.setArchives({locked});
        desk.archives.load();
        desk.look(link("studyUID=1.2.3"));
        QVERIFY(!desk.finding); // the keychain has not said a word yet
        QVERIFY(desk.finder->isRunning());
        // There is no such password: that is said, and not that no archive has the study.
        QTRY_VERIFY_WITH_TIMEOUT(desk.finding, 30'000);
        QVERIFY2(desk.outcome().notice.contains(word), qPrintable(desk.outcome().notice));
    }

    // It is asked for the password, and the person does not unlock it, or it hangs: what is not asked is named.
    void aKeychainThatIsSilentIsNotWaitedForForEver_data() { waitsForTheKeychain_data(); }
    void aKeychainThatIsSilentIsNotWaitedForForEver()
    {
        QFETCH(http::Credentials::Kind, kind);
        QFETCH(QString, word);
        SmallArchive with({study("1.2.3", "P", "A1")});
        Desk desk;
        dicomweb::ArchiveConfig locked = with.config(u"Locked"_s);
        locked.id = ArchiveId(u"locked"_s);
        locked.credentials = {kind, u"reader"_s, {}};
        desk.settings.setArchives({locked});
        desk.archives.load();
        desk.look(link("accessionNumber=A1"));
        QVERIFY(!desk.finding);
        const auto *limit = desk.finder->findChild<QTimer *>();
        QVERIFY(limit && limit->isActive());
        QCOMPARE(limit->interval(), 30'000);
        desk.finder->giveUpKeychain(); // as it does: before the keychain has said anything
        QVERIFY(desk.finding);
        QVERIFY(!limit->isActive());
        QCOMPARE(desk.outcome().kind, Kind::Nothing);
        const QString notice = desk.outcome().notice;
        QVERIFY2(notice.startsWith(u"Not opened: accession number A1."_s), qPrintable(notice));
        QVERIFY2(notice.contains(u"Locked could not be asked: "_s), qPrintable(notice));
        QVERIFY2(notice.contains(word) && notice.contains(u"keychain"_s), qPrintable(notice));
        QVERIFY2(!notice.contains(u"is missing"_s), qPrintable(notice)); // nobody knows that
        QCOMPARE(with.asked, 0);
    }

    void asksAnArchiveThatComesLater()
    {
        SmallArchive slow({}), with({study("1.2.3", "P", "A1")});
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(slow.config(u"S"_s)));
        desk.look(link("studyUID=1.2.3"));
        QVERIFY(desk.archives.addForThisRun(with.config())); // before the first has answered
        QTRY_VERIFY(desk.finding);
        QCOMPARE(desk.outcome().kind, Kind::Open);
    }
};

CONSILIUM_TEST(OutsideRequestFinder)
#include "OutsideRequestFinder.moc"
