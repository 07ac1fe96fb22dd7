#include "app/bridge/StudyLoader.h"
#include "netclient/dicomweb/DicomJson.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/BridgeFixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace consilium;
using namespace consilium::test;
using namespace Qt::StringLiterals;

namespace
{

/// An archive with one report, of somebody whose Patient ID the study that is read names too, under another name.
struct Doubtful {
    std::vector<MinimalDicom> reports = FakeArchive::otherSeries(1);
    FakeArchive archive{
        reports,
        [this](const FakeArchive::Question &question) -> std::optional<FaultReply> {
            if (!question.what.isEmpty())
                return std::nullopt;
            Attributes row; // what is left is the search for studies
            row.setText(tags::StudyInstanceUid, "UI", {reports[0].study});
            row.setText(tags::PatientId, "LO", {reports[0].patientId});
            row.setText(tags::PatientName, "PN", {reports[0].patientName});
            if (!issuer.isEmpty())
                row.setText(tags::IssuerOfPatientId, "LO", {issuer});
            if (!birthDate.isEmpty())
                row.setText(tags::PatientBirthDate, "DA", {birthDate});
            std::vector<Attributes> rows{row};
            if (!issuerOfOther.isEmpty()) {
                row.setText(tags::StudyInstanceUid, "UI", {reports[0].study + u".9"_s});
                row.setText(tags::IssuerOfPatientId, "LO", {issuerOfOther});
                rows.push_back(row);
            }
            asked << question.target;
            return reply(200, "application/dicom+json", dicomweb::toDicomJson(rows));
        },
        [](Attributes &header, const MinimalDicom &) { header.setText(tags::Modality, "CS", {u"SR"_s}); }};
    QString issuer;          ///< what the list says
    QString birthDate;       ///< of both; empty: nobody says it
    QString issuerOfOther;   ///< of a further study in the list; empty: there is none
    QList<QByteArray> asked; ///< searches for studies
    std::unique_ptr<FakeArchive> readArchive;
    http::HttpClient http;
    std::shared_ptr<dicomweb::DicomWebClient> client = clientOf(http, archive.url());
    app::PixelBridge bridge{app::PixelBridge::Limits{64'000'000, 1}};
    dicom::StudyHeader read, prior = headerOf(reports[0]);

    explicit Doubtful(const QString &issuerOfRead = {}, const QString &issuerOfPrior = {}, bool isSameName = false,
                      const QString &born = {}, const QString &otherIssuer = {})
        : issuer(issuerOfPrior), birthDate(born), issuerOfOther(otherIssuer)
    {
        read.patient.birthDate = born;
        read.uid = StudyUid(u"1.2.826.0.1.3680043.10.998.77"_s);
        read.patient.id = reports[0].patientId;
        read.patient.name = dicom::PersonName::parse(isSameName ? reports[0].patientName : u"SOMEBODY^ELSE"_s);
        read.patient.issuer = issuerOfRead;
        prior.patient.name = dicom::PersonName::parse(reports[0].patientName);
        bridge.openStudy(client, read);
        bridge.askForPriors(read.uid);
    }
    [[nodiscard]] bool isAnswered() const
    {
        return bridge.priors(read.uid).state == pixels::StudyImages::Priors::State::There;
    }
    /// The study that is read stays open: this archive has an image of it.
    [[nodiscard]] bool openRead()
    {
        MinimalDicom image;
        image.study = read.uid.text();
        image.series = image.study + u".1"_s;
        image.sop = image.series + u".1"_s;
        image.patientId = read.patient.id;
        image.patientName = read.patient.name.alphabetic;
        readArchive = std::make_unique<FakeArchive>(std::vector{image});
        return QTest::qWaitFor([this] { return bridge.study(read.uid).uid.isEmpty(); }, 20'000) &&
               bridge.openStudy(clientOf(http, readArchive->url()), read) &&
               QTest::qWaitFor([this] { return bridge.isIdle() && !bridge.dataSets(read.uid).empty(); }, 20'000);
    }
    [[nodiscard]] bool isKnown() const { return isAnswered() && bridge.priors(read.uid).studies.size() == 1; }
};

} // namespace

/// Studies that are looked at beside the one that is read.
class BridgePriorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theDoubtIsOfTheTabThatLooksAtIt()
    {
        Doubtful d;
        QTRY_VERIFY(d.isKnown());
        int one = 0, two = 0;
        QVERIFY(d.bridge.openPrior(&one, d.read.uid, d.prior.uid));
        QVERIFY(!d.bridge.identityDoubt(&one, d.prior.uid).isEmpty());
        QVERIFY(d.bridge.identityDoubt(&one, d.read.uid).isEmpty());
        QVERIFY(d.bridge.identityDoubt(&two, d.prior.uid).isEmpty());
        d.bridge.leave(&one);
        QVERIFY(d.bridge.identityDoubt(&one, d.prior.uid).isEmpty());
    }
    /// A study that nobody waits for is described all the same; once a view wants a series of it somebody does.
    void whatNobodyWaitsForIsHurriedOnceItIsLookedAt()
    {
        const FakeArchive archive(FakeArchive::series(2));
        http::HttpClient http;
        app::StudyLoader loader(clientOf(http, archive.url()), headerOf(archive.image(0)), nullptr, {},
                                Priority::Prefetch);
        int described = 0;
        QObject::connect(&loader, &app::StudyLoader::described, &loader, [&described] { ++described; });
        QVERIFY(loader.urgency() == Priority::Prefetch);
        loader.start();
        QTRY_VERIFY_WITH_TIMEOUT(described > 0 && loader.isIdle(), 20'000);
        QVERIFY(loader.urgency() == Priority::Prefetch);
        loader.prefer(SeriesUid(archive.image(0).series));
        QVERIFY(loader.urgency() == Priority::Visible);
    }
    /// A person has said that it is the same one: then only what contradicts is in doubt.
    void whatWasConfirmedByHandIsNotInDoubt()
    {
        Doubtful d(u"HOSPITAL A"_s, {}, true);
        QTRY_VERIFY(d.isKnown());
        QVERIFY(d.openRead());
        int reader = 0;
        const QString listed = u"the Patient ID is another one"_s;
        QVERIFY(d.bridge.openBeside(&reader, d.read.uid, d.client, d.prior, listed));
        QVERIFY(!d.bridge.identityDoubt(&reader, d.prior.uid).isEmpty());
        QSignalSpy changed(&d.bridge, &pixels::StudyImages::studyChanged);
        QVERIFY(d.bridge.openBeside(&reader, d.read.uid, d.client, d.prior, {}, true));
        QVERIFY(!changed.isEmpty()); // what shows it already says so at once
        QVERIFY(d.bridge.identityDoubt(&reader, d.prior.uid).isEmpty());
    }
    void nobodyConfirmsAContradiction()
    {
        Doubtful d; // of another name
        QTRY_VERIFY(d.isKnown());
        int reader = 0;
        // What is not there to be compared is not confirmed either.
        QVERIFY(d.bridge.openBeside(&reader, d.read.uid, d.client, d.prior, u"listed"_s, true));
        QVERIFY(!d.bridge.identityDoubt(&reader, d.prior.uid).isEmpty());
        d.bridge.leave(&reader);
        QVERIFY(d.openRead());
        QVERIFY(d.bridge.openBeside(&reader, d.read.uid, d.client, d.prior, {}, true));
        QVERIFY(!d.bridge.identityDoubt(&reader, d.prior.uid).isEmpty());
    }
    /// It may have a tab of its own already: beside another patient's study it is as doubtful.
    void aPriorThatIsOpenAlreadyIsDoubtfulToo()
    {
        Doubtful d;
        QTRY_VERIFY(d.isKnown());
        QVERIFY(d.bridge.openStudy(d.client, d.prior));
        int reader = 0;
        QVERIFY(d.bridge.identityDoubt(&reader, d.prior.uid).isEmpty());
        QSignalSpy changed(&d.bridge, &pixels::StudyImages::studyChanged);
        QVERIFY(d.bridge.openPrior(&reader, d.read.uid, d.prior.uid));
        QVERIFY(!d.bridge.identityDoubt(&reader, d.prior.uid).isEmpty());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].value<StudyUid>(), d.prior.uid);
    }
    /// An ID of another issuer is another's. Where the archive does not say the issuer, or only the archive does, the
    /// identity is not certain.
    void whoGaveTheIdCounts_data()
    {
        QTest::addColumn<QString>("read");
        QTest::addColumn<QString>("prior");
        QTest::addColumn<bool>("isListed");
        QTest::addColumn<bool>("isCertain");
        QTest::newRow("neither says") << QString() << QString() << true << true;
        QTest::newRow("the same") << u"HOSPITAL A"_s << u"HOSPITAL A "_s << true << true;
        QTest::newRow("another") << u"HOSPITAL A"_s << u"HOSPITAL B"_s << false << false;
        QTest::newRow("the list does not say") << u"HOSPITAL A"_s << QString() << true << false;
        QTest::newRow("only the list says") << QString() << u"HOSPITAL B"_s << true << false;
    }
    void whoGaveTheIdCounts()
    {
        QFETCH(QString, read);
        QFETCH(QString, prior);
        QFETCH(bool, isListed);
        Doubtful d(read, prior, true);
        QTRY_VERIFY(d.isAnswered());
        const auto listed = d.bridge.priors(d.read.uid).studies;
        QCOMPARE(!listed.empty(), isListed);
        if (isListed)
            QTEST(listed[0].doubt.isEmpty(), "isCertain");
        QVERIFY(std::any_of(d.asked.begin(), d.asked.end(),
                            [](const QByteArray &target) { return target.contains("00100021"); }));
    }
    /// An archive that names no issuer anywhere: with the same name and birth date its ID is the same one.
    void anArchiveWithoutIssuersIsOneDomain()
    {
        const QString born = u"19700101"_s;
        Doubtful same(u"HOSPITAL A"_s, {}, true, born), noDate(u"HOSPITAL A"_s, {}, true),
            otherName(u"HOSPITAL A"_s, {}, false, born), mixed(u"HOSPITAL A"_s, {}, true, born, u"HOSPITAL A"_s);
        for (const auto &[d, isCertain] : {std::pair(&same, true), std::pair(&noDate, false),
                                           std::pair(&otherName, false), std::pair(&mixed, false)}) {
            QTRY_VERIFY(d->isKnown());
            QCOMPARE(d->bridge.priors(d->read.uid).studies[0].doubt.isEmpty(), isCertain);
        }
    }
    void whatIsNotListedIsNotOpened()
    {
        Doubtful d;
        QTRY_VERIFY(d.isKnown());
        int reader = 0;
        const std::size_t before = d.bridge.studies().size();
        QVERIFY(!d.bridge.openPrior(&reader, d.read.uid, StudyUid(u"1.2.3"_s)));
        QCOMPARE(d.bridge.studies().size(), before);
    }
};

CONSILIUM_TEST(BridgePriorTest)
#include "BridgePriorTest.moc"
