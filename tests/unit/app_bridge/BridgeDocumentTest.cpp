#include "app/bridge/DocumentCache.h"
#include "app/bridge/PatientMatch.h"
#include "app/bridge/StudyTable.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/BridgeFixture.h"
#include "viewer/dicom/DicomFile.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::app;
using namespace consilium::test;

namespace
{

dicom::PatientIdentity patientOf(const QString &id, const QString &name, const QString &birthDate,
                                 const QString &issuer = {}, const QString &sex = {})
{
    dicom::PatientIdentity patient;
    patient.id = id;
    patient.name = dicom::PersonName::parse(name);
    patient.birthDate = birthDate;
    patient.issuer = issuer;
    patient.sex = sex;
    return patient;
}

dicom::DocumentPtr documentOf(const QString &sop, int number, const QString &patientId = u"P1"_s)
{
    auto document = std::make_shared<dicom::DocumentHeader>();
    document->study = StudyUid(u"1.2"_s);
    document->series = SeriesUid(u"1.2.3"_s);
    document->sop = SopInstanceUid(sop);
    document->patient.id = patientId;
    document->instanceNumber = number;
    return document;
}

} // namespace

/// Documents in the table of what is open; whose prior studies are.
class BridgeDocumentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// One ID is not enough: nothing may contradict, and something else must agree.
    void whoseAPriorStudyIs_data()
    {
        QTest::addColumn<dicom::PatientIdentity>("prior");
        QTest::addColumn<int>("match");
        const auto row = [](const char *name, const dicom::PatientIdentity &prior, PriorMatch match) {
            QTest::newRow(name) << prior << int(match);
        };
        row("the same", patientOf(u"7"_s, u"WANG^XIAODONG=王^小东"_s, u"19700101"_s, u"A"_s, u"M"_s),
            PriorMatch::Confirmed);
        row("other case and spaces", patientOf(u" 7 "_s, u"Wang^Xiaodong"_s, u"19700101"_s, u"A"_s),
            PriorMatch::Confirmed);
        row("only the Chinese name", patientOf(u"7"_s, u"=王^小东"_s, {}, u"A"_s), PriorMatch::Confirmed);
        row("no birth date", patientOf(u"7"_s, u"WANG^XIAODONG"_s, {}, u"A"_s), PriorMatch::Confirmed);
        row("another Chinese name beside the Latin one", patientOf(u"7"_s, u"=李^四"_s, u"19700101"_s, u"A"_s),
            PriorMatch::Doubtful);
        row("no name", patientOf(u"7"_s, {}, u"19700101"_s, u"A"_s), PriorMatch::Confirmed);
        row("no issuer", patientOf(u"7"_s, u"WANG^XIAODONG=王^小东"_s, u"19700101"_s, {}, u"M"_s),
            PriorMatch::Doubtful);
        row("nothing but the ID", patientOf(u"7"_s, {}, {}), PriorMatch::Doubtful);
        row("another name", patientOf(u"7"_s, u"LI^SI"_s, u"19700101"_s), PriorMatch::Doubtful);
        row("sounds the same", patientOf(u"7"_s, u"WANG^XIAODONG=王^晓冬"_s, u"19700101"_s), PriorMatch::Doubtful);
        row("written the same, read otherwise", patientOf(u"7"_s, u"WONG^SIUTUNG=王^小东"_s, u"19700101"_s),
            PriorMatch::Doubtful);
        row("the issuer with spaces", patientOf(u"7"_s, u"WANG^XIAODONG"_s, u"19700101"_s, u" A "_s),
            PriorMatch::Confirmed);
        row("another birth date", patientOf(u"7"_s, u"WANG^XIAODONG"_s, u"19700102"_s), PriorMatch::Doubtful);
        row("another issuer", patientOf(u"7"_s, u"WANG^XIAODONG"_s, u"19700101"_s, u"B"_s), PriorMatch::Other);
        row("another sex", patientOf(u"7"_s, u"WANG^XIAODONG"_s, u"19700101"_s, u"A"_s, u"F"_s), PriorMatch::Doubtful);
        row("another ID", patientOf(u"77"_s, u"WANG^XIAODONG=王^小东"_s, u"19700101"_s, u"A"_s, u"M"_s),
            PriorMatch::Other);
        row("no ID", patientOf({}, u"WANG^XIAODONG=王^小东"_s, u"19700101"_s, u"A"_s, u"M"_s), PriorMatch::Other);
    }
    void whoseAPriorStudyIs()
    {
        QFETCH(dicom::PatientIdentity, prior);
        QFETCH(int, match);
        const auto patient = patientOf(u"7"_s, u"WANG^XIAODONG=王^小东"_s, u"19700101"_s, u"A"_s, u"M"_s);
        QCOMPARE(int(matchPrior(patient, prior)), match);
        if (match != int(PriorMatch::Other))
            QCOMPARE(priorDoubt(patient, prior).isEmpty(), match == int(PriorMatch::Confirmed));
        QCOMPARE(priorDoubt(prior, patient).isEmpty(), priorDoubt(patient, prior).isEmpty());
        const auto nobody = patientOf({}, u"WANG^XIAODONG"_s, u"19700101"_s);
        QCOMPARE(int(matchPrior(nobody, prior)), int(PriorMatch::Other));
    }
    void namesInTwoScripts()
    {
        const auto chinese = patientOf(u"7"_s, u"=李^四"_s, u"19700101"_s, u"A"_s, u"M"_s);
        const auto latin = [](const QString &name) { return patientOf(u"7"_s, name, u"19700101"_s, u"A"_s, u"M"_s); };
        QCOMPARE(int(matchPrior(chinese, latin(u"LI^SI"_s))), int(PriorMatch::Confirmed));
        QCOMPARE(int(matchPrior(chinese, latin(u"WANG^WU"_s))), int(PriorMatch::Doubtful));
        QCOMPARE(int(matchPrior(latin(u"WANG^WU"_s), chinese)), int(PriorMatch::Doubtful));
    }
    /// An archive that names no issuer: name and birth date make its ID the same one. Another archive's stays doubtful.
    void anIdWithoutIssuerIsOneOfItsArchive_data()
    {
        QTest::addColumn<dicom::PatientIdentity>("prior");
        QTest::addColumn<bool>("isConfirmed");
        const QString name = u"WANG^XIAODONG=王^小东"_s, born = u"19700101"_s;
        QTest::newRow("all agree") << patientOf(u"7"_s, name, born, {}, u"M"_s) << true;
        QTest::newRow("no sex") << patientOf(u"7"_s, name, born) << true;
        QTest::newRow("one spelling of the name") << patientOf(u"7"_s, u"wang^xiaodong"_s, born) << true;
        QTest::newRow("no birth date") << patientOf(u"7"_s, name, {}, {}, u"M"_s) << false;
        QTest::newRow("no name") << patientOf(u"7"_s, {}, born, {}, u"M"_s) << false;
        QTest::newRow("nothing but the ID") << patientOf(u"7"_s, {}, {}) << false;
        QTest::newRow("another name") << patientOf(u"7"_s, u"LI^SI"_s, born) << false;
        QTest::newRow("sounds the same") << patientOf(u"7"_s, u"WANG^XIAODONG=王^晓冬"_s, born) << false;
        QTest::newRow("another birth date") << patientOf(u"7"_s, name, u"19700102"_s) << false;
        QTest::newRow("another sex") << patientOf(u"7"_s, name, born, {}, u"F"_s) << false;
    }
    void anIdWithoutIssuerIsOneOfItsArchive()
    {
        QFETCH(dicom::PatientIdentity, prior);
        QFETCH(bool, isConfirmed);
        const auto patient = patientOf(u"7"_s, u"WANG^XIAODONG=王^小东"_s, u"19700101"_s, u"A"_s, u"M"_s);
        QCOMPARE(int(matchPrior(patient, prior, PriorSource::SameArchive)),
                 int(isConfirmed ? PriorMatch::Confirmed : PriorMatch::Doubtful));
        QCOMPARE(priorDoubt(patient, prior, PriorSource::SameArchive).isEmpty(), isConfirmed);
        QCOMPARE(int(matchPrior(patient, prior, PriorSource::Elsewhere)), int(PriorMatch::Doubtful));
        QCOMPARE(doubtNow(patient, prior, {}, PriorSource::SameArchive).isEmpty(), isConfirmed);
        QVERIFY(!doubtNow(patient, prior, u"listed as doubtful"_s, PriorSource::SameArchive).isEmpty());
        // The other way round the archive names issuers, and this study's is not known.
        QVERIFY(!priorDoubt(prior, patient, PriorSource::SameArchive).isEmpty());
        auto other = prior;
        other.issuer = u"B"_s;
        QCOMPARE(int(matchPrior(patient, other, PriorSource::SameArchive)), int(PriorMatch::Other));
    }
    void documentsAreOneDataSetInTheOrderOfTheirNumbers()
    {
        StudyTable table;
        dicom::StudyHeader study;
        study.uid = StudyUid(u"1.2"_s);
        study.patient.id = u"P1"_s;
        table.addStudy(study, nullptr);
        DescribedSeries series;
        series.header.uid = SeriesUid(u"1.2.3"_s);
        series.isFinal = true;
        series.documents = {documentOf(u"b"_s, 2), documentOf(u"a"_s, 1), documentOf(u"b"_s, 2),
                            documentOf(u"x"_s, 3, u"SOMEBODY"_s)};
        sortDocuments(series.documents);
        series.request.reason = u"cough"_s;
        table.setSeries(study.uid, series);
        const auto dataSets = table.dataSets(study.uid);
        QCOMPARE(dataSets.size(), size_t(1));
        QVERIFY(dataSets.front()->slices.empty());
        const auto documents = table.documents(dataSets.front()->id);
        QCOMPARE(documents.size(), size_t(2)); // once each, and nobody else's
        QCOMPARE(documents[0]->sop.text(), u"a"_s);
        QCOMPARE(documents[1]->sop.text(), u"b"_s);
        QVERIFY(table.progress(dataSets.front()->id).complete);
        QCOMPARE(table.request(study.uid).reason, u"cough"_s);
        table.remove(study.uid);
        QVERIFY(table.documents(dataSets.front()->id).empty());
    }
    /// What was shown is not fetched again while its study is open, within a number of bytes, and never longer.
    void aDocumentIsFetchedOnceWhileItsStudyIsOpen()
    {
        const auto objects = FakeArchive::series(3);
        FakeArchive archive(objects, [&](const FakeArchive::Question &q) -> std::optional<FaultReply> {
            const auto one = std::find_if(objects.begin(), objects.end(),
                                          [&](const auto &o) { return q.what.isEmpty() && o.sop.toLatin1() == q.sop; });
            if (one == objects.end())
                return std::nullopt;
            return reply(200, "multipart/related; type=\"application/dicom\"; boundary=b",
                         "--b\r\nContent-Type: application/dicom\r\n\r\n" + one->part10() + "\r\n--b--");
        });
        http::HttpClient http;
        const auto client = clientOf(http, archive.url());
        const auto document = [&](int i) {
            const auto header = dicom::readHeader(objects[size_t(i)].part10());
            auto made = std::make_shared<dicom::DocumentHeader>();
            made->study = StudyUid(objects[size_t(i)].study);
            made->series = SeriesUid(objects[size_t(i)].series);
            made->sop = SopInstanceUid(objects[size_t(i)].sop);
            made->patient = dicom::describeStudy(*header).patient;
            return made;
        };
        const std::int64_t size = objects.front().part10().size();
        DocumentCache cache(2 * size + size / 2); // two of them
        const auto shows = [&](const dicom::DocumentPtr &wanted, int i) {
            auto answer = cache.fetch(client, wanted, {});
            return QTest::qWaitFor([&] { return answer.isFinished(); }, 20'000) && answer.result() &&
                   *answer.result() == objects[size_t(i)].part10();
        };
        QVERIFY(shows(document(0), 0));
        QVERIFY(shows(document(0), 0));
        QVERIFY(shows(document(1), 1));
        QCOMPARE(archive.asked(""), 2);
        QVERIFY(shows(document(0), 0)); // shown last: the other one goes
        QVERIFY(shows(document(2), 2));
        QVERIFY(cache.bytes() <= 2 * size + size / 2);
        QVERIFY(shows(document(0), 0));
        QCOMPARE(archive.asked(""), 3);
        QVERIFY(shows(document(1), 1));
        QCOMPARE(archive.asked(""), 4);

        auto other = document(1); // the same object under another name is not taken out of memory
        other->patient.id = u"SOMEBODY"_s;
        auto refused = cache.fetch(client, other, {});
        QVERIFY(QTest::qWaitFor([&] { return refused.isFinished(); }, 20'000));
        QCOMPARE(refused.result().error().code, ErrorCode::Conflict);

        cache.forget(StudyUid(objects.front().study));
        QCOMPARE(cache.bytes(), 0);
        auto late = cache.fetch(client, document(1), {});
        cache.forget(StudyUid(objects.front().study)); // closed while it is on its way
        QVERIFY(QTest::qWaitFor([&] { return late.isFinished(); }, 20'000));
        QVERIFY(late.result());
        QCOMPARE(cache.bytes(), 0);
    }
    /// A folder of documents alone is a study like any other; its bytes are those of the file.
    void aFolderOfDocumentsOpens()
    {
        REQUIRE_REAL_DATA(data)
        app::PixelBridge bridge({10'000'000, 1});
        QSignalSpy opened(&bridge, &app::PixelBridge::studyOpened),
            finished(&bridge, &app::PixelBridge::folderFinished);
        const QString path = data + u"/sr-pr-seg-rt-pdf/waveform_ecg.dcm"_s;
        bridge.openFolder(path);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QCOMPARE(opened.count(), 1);
        const auto dataSets = bridge.dataSets(bridge.studies().front());
        QCOMPARE(dataSets.size(), size_t(1));
        const auto documents = bridge.documents(dataSets.front()->id);
        QCOMPARE(documents.size(), size_t(1));
        QCOMPARE(documents.front()->kind, dicom::DocumentKind::Waveform);
        const auto fetched = bridge.fetchDocument(documents.front(), {});
        QTRY_VERIFY_WITH_TIMEOUT(fetched.isFinished(), 20'000);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(fetched.result());
        QCOMPARE(*fetched.result(), file.readAll());
        auto another = std::make_shared<dicom::DocumentHeader>(*documents.front());
        another->patient.id = u"SOMEBODY"_s;
        const auto refused = bridge.fetchDocument(another, {});
        QTRY_VERIFY_WITH_TIMEOUT(refused.isFinished(), 20'000);
        QCOMPARE(refused.result().error().code, ErrorCode::Conflict);
    }
};

CONSILIUM_TEST(BridgeDocumentTest)
#include "BridgeDocumentTest.moc"
