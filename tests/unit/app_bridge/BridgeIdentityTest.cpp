#include "app/bridge/PatientMatch.h"
#include "tests/net/MinimalDicom.h"
#include "tests/support/TestMain.h"
#include "viewer/dicom/DicomFile.h"

using namespace consilium;
using namespace Qt::StringLiterals;

class BridgeIdentityTest : public QObject
{
    Q_OBJECT

    static dicom::PatientIdentity patient(const QString &id, const QString &name, const QString &issuer = {})
    {
        dicom::PatientIdentity p;
        p.id = id;
        p.name = dicom::PersonName::parse(name);
        p.issuer = issuer;
        return p;
    }

private Q_SLOTS:
    void comparesPatients()
    {
        QVERIFY(app::samePatient(patient(u"1"_s, u"A"_s), patient(u"1 "_s, u"A^B"_s)));
        QVERIFY(!app::samePatient(patient(u"1"_s, u"A"_s), patient(u"2"_s, u"A"_s)));
        QVERIFY(!app::samePatient(patient(u"1"_s, u"A"_s), patient({}, u"A"_s)));
        QVERIFY(app::samePatient(patient({}, u"A"_s), patient({}, u"A"_s)));
        QVERIFY(!app::samePatient(patient({}, u"A"_s), patient({}, u"B"_s)));
        QVERIFY(!app::samePatient(patient(u"1"_s, u"A"_s, u"X"_s), patient(u"1"_s, u"A"_s, u"Y"_s)));
        QVERIFY(app::samePatient(patient(u"1"_s, u"A"_s, u"X"_s), patient(u"1"_s, u"A"_s)));
        QVERIFY(app::samePatient(patient(u"1"_s, u"A"_s, u"X "_s), patient(u"1"_s, u"A"_s, u"X"_s)));
    }
    void refusesWhatBelongsElsewhere()
    {
        const test::MinimalDicom image;
        const auto header = dicom::readHeader(image.part10());
        QVERIFY(header.has_value());
        const StudyUid study(image.study);
        const SeriesUid series(image.series);
        QVERIFY(app::belongsTo(*header, study, series, patient(image.patientId, {})).has_value());
        QVERIFY(app::belongsTo(*header, study, series, {}).has_value());
        QVERIFY(!app::belongsTo(*header, StudyUid(u"1.2"_s), series, {}).has_value());
        QVERIFY(!app::belongsTo(*header, study, SeriesUid(u"1.2"_s), {}).has_value());
        const auto other = app::belongsTo(*header, study, series, patient(u"OTHER"_s, {}));
        QVERIFY(!other.has_value());
        QVERIFY2(!other.error().detail.contains(u"OTHER"_s) && !other.error().detail.contains(image.patientId),
                 "an error's detail goes to the log: no patient data");
    }
};

CONSILIUM_TEST(BridgeIdentityTest)
#include "BridgeIdentityTest.moc"
