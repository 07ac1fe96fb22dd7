#include "app/bridge/PatientMatch.h"
#include "app/bridge/StudyTable.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/BridgeFixture.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::app;

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
