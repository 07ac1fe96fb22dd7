#include "app/outside/StudyRequest.h"
#include "tests/support/TestMain.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace consilium;
using app::StudyRequest;

namespace
{

dicom::StudyHeader header(const QString &date, const QString &time = {})
{
    dicom::StudyHeader study;
    study.uid = StudyUid(u"1.2.3"_s);
    study.patient.id = u"4711"_s;
    study.date = date;
    study.time = time;
    study.modalities = u"CT\\SR"_s;
    return study;
}

StudyRequest patient(const QString &more)
{
    return app::parseStudyLink(u"consilium://IHEInvokeImageDisplay?requestType=PATIENT&patientID=4711&"_s + more)
        .value();
}

} // namespace

class OutsideStudyRequest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsInvokeImageDisplay()
    {
        const auto study = app::parseStudyLink(
            u"consilium://IHEInvokeImageDisplay?requestType=STUDY&studyUID=1.2.3,1.2.4&viewerType=IHE_BIR&diagnosticQuality=true&keyImagesOnly=true&theme=x"_s);
        QVERIFY2(study.has_value(), study ? "" : qPrintable(study.error().detail));
        QVERIFY(study->kind == StudyRequest::Kind::Study && study->keyImagesOnly);
        QCOMPARE(study->studies, (std::vector{StudyUid(u"1.2.3"_s), StudyUid(u"1.2.4"_s)}));
        const auto all = app::parseStudyLink(
            u"consilium:iheinvokeimagedisplay?requestType=PATIENT&patientID=4711%5E%5E%5EHOSPITAL%261.2.3%26ISO&mostRecentResults=5&lowerDateTime=2025-01-31T08:00:00&upperDateTime=2025-02-28&modalitiesInStudy=CT,mr"_s);
        QVERIFY2(all.has_value(), all ? "" : qPrintable(all.error().detail));
        QVERIFY(all->kind == StudyRequest::Kind::Patient && all->mostRecent == 5);
        QCOMPARE(all->patientId, u"4711"_s);
        QCOMPARE(all->issuer, u"HOSPITAL"_s);
        QCOMPARE(all->from, QDateTime(QDate(2025, 1, 31), QTime(8, 0)));
        QCOMPARE(all->to.date(), QDate(2025, 2, 28));
        QCOMPARE(all->to.time().hour(), 23);
        QCOMPARE(all->modalities, (QStringList{u"CT"_s, u"MR"_s}));
    }

    void numbersKeepTheirSigns()
    {
        const auto one = app::parseStudyLink(u"consilium://open?accessionNumber=A%2B1%2F%E5%8F%B7%26%3D"_s);
        QVERIFY(one.has_value());
        QCOMPARE(one->accession, u"A+1/号&="_s);
        const auto again = app::parseStudyLink(app::toLink(*one));
        QVERIFY(again && *again == *one);
    }

    void namesWhatIsAskedFor_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *name, const QString &query, const QString &said) {
            QTest::newRow(name) << query << said;
        };
        row("UID", u"studyUID=1.2.3"_s, u"study 1.2.3"_s);
        row("UIDs", u"studyUID=1.2.3,1.2.4"_s, u"studies 1.2.3, 1.2.4"_s);
        row("long UID", u"studyUID=1.2.826.0.1.3680043.10.999.7.4711"_s, u"study 1.2.826.0.1.…0.999.7.4711"_s);
        row("number", u"accessionNumber=A1"_s, u"accession number A1"_s);
        row("both", u"studyUID=1.2.3&accessionNumber=A1"_s, u"study 1.2.3, accession number A1"_s);
        row("whose", u"accessionNumber=A1&patientID=4711%5E%5E%5EH"_s, u"accession number A1, patient ID 4711"_s);
        row("patient", u"requestType=PATIENT&patientID=4711"_s, u"patient ID 4711"_s);
        row("numbers", u"accessionNumber=A1,%20A2,A1"_s, u"accession numbers A1, A2"_s);
        const QString some = u"requestType=PATIENT&patientID=4711&"_s;
        row("modalities", some + u"modalitiesInStudy=MR,ct"_s, u"patient ID 4711, modality MR/CT"_s);
        row("since", some + u"lowerDateTime=2025-01-31"_s, u"patient ID 4711, since 2025-01-31"_s);
        row("until", some + u"upperDateTime=2025-02-28T10:05:00"_s, u"patient ID 4711, until 2025-02-28 10:05"_s);
        row("newest of a time", some + u"lowerDateTime=20250131&upperDateTime=20250228&mostRecentResults=2"_s,
            u"patient ID 4711, from 2025-01-31 to 2025-02-28, only the 2 most recent"_s);
    }
    void namesWhatIsAskedFor()
    {
        QFETCH(QString, query);
        QFETCH(QString, name);
        QCOMPARE(app::nameOf(app::parseStudyLink(u"consilium://open?"_s + query).value()), name);
    }

    void severalAccessionNumbers()
    {
        const StudyRequest request = app::parseStudyLink(u"consilium://open?accessionNumber=A1,A2"_s).value();
        QCOMPARE(app::accessionsOf(request), (QStringList{u"A1"_s, u"A2"_s}));
        dicom::StudyHeader study = header(u"20250131"_s);
        for (const QString &one : {u"A1"_s, u"A2 "_s, u"A1,A2"_s}) { // a number may have a comma of its own
            study.accession = one;
            QVERIFY2(app::answers(request, study), qPrintable(one));
        }
        for (const QString &other : {u"A"_s, u"A3"_s, QString()}) {
            study.accession = other;
            QVERIFY2(!app::answers(request, study), qPrintable(other));
        }
        QCOMPARE(app::parseStudyLink(app::toLink(request)).value(), request);
    }

    // Both numbers: the UID finds it, and the other one has to agree.
    void comparesBothNumbers_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("accession"); // of the study 1.2.3
        QTest::addColumn<bool>("isIt");
        const auto row = [](const char *name, const QString &query, const QString &accession, bool isIt) {
            QTest::newRow(name) << query << accession << isIt;
        };
        row("agree", u"studyUID=1.2.3&accessionNumber=A1"_s, u"A1 "_s, true);
        row("contradict", u"studyUID=1.2.3&accessionNumber=A1"_s, u"A2"_s, false);
        row("none", u"studyUID=1.2.3&accessionNumber=A1"_s, QString(), true);
        row("one of several", u"studyUID=1.2.3,1.2.4&accessionNumber=A1,A2"_s, u"A2"_s, true);
        row("none of several", u"studyUID=1.2.3,1.2.4&accessionNumber=A1,A2"_s, u"A3"_s, false);
        row("part of one", u"studyUID=1.2.3&accessionNumber=A12"_s, u"A1"_s, false);
    }
    void comparesBothNumbers()
    {
        QFETCH(QString, query);
        QFETCH(QString, accession);
        QFETCH(bool, isIt);
        const StudyRequest request = app::parseStudyLink(u"consilium://open?"_s + query).value();
        dicom::StudyHeader study = header(u"20250131"_s);
        study.accession = accession;
        QCOMPARE(app::answers(request, study), isIt);
        QCOMPARE(app::answersUnderAnotherAccession(request, study), !isIt);
        study.uid = StudyUid(u"1.2.9"_s);
        QVERIFY(!app::answers(request, study) && !app::answersUnderAnotherAccession(request, study));
        QCOMPARE(app::parseStudyLink(app::toLink(request)).value(), request);
    }

    void sayItAgainInALink()
    {
        for (const QString &more : {u"mostRecentResults=2&modalitiesInStudy=CT%2CMR"_s,
                                    u"lowerDateTime=20250131&upperDateTime=2025-02-28T10:00:00&keyImagesOnly=true"_s}) {
            const StudyRequest request = patient(more);
            const auto again = app::parseStudyLink(app::toLink(request));
            QVERIFY(again.has_value());
            QCOMPARE(*again, request);
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("link");
        const auto row = [](const char *name, const QString &link) { QTest::newRow(name) << link; };
        row("other scheme", u"http://open?studyUID=1.2.3"_s);
        row("other target", u"consilium://settings?studyUID=1.2.3"_s);
        row("adds an archive", u"consilium://add-archive?url=http://evil.example/"_s);
        row("runs a scenario", u"consilium://scenario?file=/tmp/x.actions"_s);
        row("sign-in", u"consilium://user:secret@open?studyUID=1.2.3"_s);
        row("port", u"consilium://open:80?studyUID=1.2.3"_s);
        row("fragment", u"consilium://open?studyUID=1.2.3#x"_s);
        row("nothing", u"consilium://open"_s);
        row("no number", u"consilium://open?requestType=STUDY"_s);
        row("twice", u"consilium://open?studyUID=1.2.3&studyUID=1.2.4"_s);
        row("other case twice", u"consilium://open?accessionNumber=1&AccessionNumber=2"_s);
        row("wild card", u"consilium://open?accessionNumber=*"_s);
        row("wild card encoded", u"consilium://open?accessionNumber=A%3F"_s);
        row("several values", u"consilium://open?accessionNumber=A%5CB"_s);
        row("control character", u"consilium://open?accessionNumber=A%00B"_s);
        row("line", u"consilium://open?accessionNumber=A%0AB"_s);
        row("no UID", u"consilium://open?studyUID=../../etc/passwd"_s);
        row("UID of 65", u"consilium://open?studyUID=1."_s + QString(63, u'2'));
        row("patient without ID", u"consilium://open?requestType=PATIENT"_s);
        row("every patient", u"consilium://open?requestType=PATIENT&patientID=*"_s);
        row("type", u"consilium://open?requestType=DELETE&studyUID=1.2.3"_s);
        row("negative", u"consilium://open?requestType=PATIENT&patientID=1&mostRecentResults=-1"_s);
        row("time", u"consilium://open?requestType=PATIENT&patientID=1&lowerDateTime=yesterday"_s);
        row("day that is none", u"consilium://open?requestType=PATIENT&patientID=1&lowerDateTime=20250231"_s);
        row("backwards",
            u"consilium://open?requestType=PATIENT&patientID=1&lowerDateTime=20250301&upperDateTime=20250201"_s);
        row("modality", u"consilium://open?requestType=PATIENT&patientID=1&modalitiesInStudy=CT%3B%20DROP"_s);
        row("long", u"consilium://open?studyUID=1.2.3&x="_s + QString(5000, u'x'));
        row("many numbers", u"consilium://open?accessionNumber=1,2,3,4,5,6,7,8,9,10,11,12,13"_s);
        row("wild card in a list", u"consilium://open?accessionNumber=A1,*"_s);
        row("no number in a list", u"consilium://open?accessionNumber=,"_s);
        row("many", u"consilium://open?studyUID=1,2,3,4,5,6,7,8,9,10,11,12,13"_s);
    }
    void refuses()
    {
        QFETCH(QString, link);
        const auto request = app::parseStudyLink(link);
        QVERIFY(!request.has_value());
        QCOMPARE(request.error().code, ErrorCode::InvalidArgument);
        QVERIFY(!request.error().detail.isEmpty());
        QVERIFY(!request.error().detail.contains(u"secret"_s) && !request.error().detail.contains(u"passwd"_s));
    }

    // Whatever a web page makes of a link: it is refused or names something, and never crashes.
    void garbledLinks()
    {
        QRandomGenerator random(7);
        const QString sound =
            u"consilium://IHEInvokeImageDisplay?requestType=PATIENT&patientID=4711%5E%5E%5EH&lowerDateTime=2025-01-31T08:00:00"_s;
        for (int i = 0; i < 20'000; ++i) {
            QString link = sound;
            for (int n = random.bounded(1, 6); n > 0; --n)
                link[random.bounded(link.size())] = QChar(char16_t(random.bounded(i % 2 ? 128 : 65536)));
            const auto request = app::parseStudyLink(link);
            QVERIFY(!request || !request->patientId.isEmpty() || !request->accession.isEmpty() ||
                    !request->studies.empty());
        }
    }

    void comparesWhatArchivesAnswer()
    {
        QVERIFY(app::answers(patient({}), header(u"20250131"_s)));
        QVERIFY(app::answers(patient(u"lowerDateTime=2025-01-31T08:00:00"_s), header(u"20250131"_s, u"080000"_s)));
        QVERIFY(!app::answers(patient(u"lowerDateTime=2025-01-31T08:00:00"_s), header(u"20250131"_s, u"075959.9"_s)));
        QVERIFY(app::answers(patient(u"lowerDateTime=2025-01-31T08:00:00"_s),
                             header(u"20250131"_s))); // its time is unknown
        QVERIFY(!app::answers(patient(u"upperDateTime=20250130"_s), header(u"20250131"_s, u"000000"_s)));
        QVERIFY(app::answers(patient(u"modalitiesInStudy=SR"_s), header(u"20250131"_s)));
        QVERIFY(!app::answers(patient(u"modalitiesInStudy=MR"_s), header(u"20250131"_s)));
        dicom::StudyHeader other = header(u"20250131"_s);
        other.patient.id = u"47110"_s;
        QVERIFY(!app::answers(patient({}), other));
        auto ofHospital =
            app::parseStudyLink(u"consilium://open?requestType=PATIENT&patientID=4711%5E%5E%5EA"_s).value();
        dicom::StudyHeader issued = header(u"20250131"_s);
        QVERIFY(app::answers(ofHospital, issued)); // the archive does not say whose number it is
        issued.patient.issuer = u"B"_s;
        QVERIFY(!app::answers(ofHospital, issued));
    }
};

CONSILIUM_TEST(OutsideStudyRequest)
#include "OutsideStudyRequest.moc"
