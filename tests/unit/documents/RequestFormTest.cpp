#include "viewer/dicom/RequestForm.h"
#include "tests/support/TestMain.h"
#include "tests/unit/documents/DocumentsFixture.h"

using namespace Qt::StringLiterals;
using namespace consilium;

class RequestFormTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatAModalityRepeats()
    {
        REQUIRE_DOCUMENTS(phantoms)
        const auto object = dicom::readObject(test::bytesOf(phantoms.path(u"documents/IM0001.dcm"_s)));
        QVERIFY(object);
        const auto form = dicom::describeRequest(*object);
        QCOMPARE(form.requestedProcedure, u"胸部 CT 平扫"_s);
        QCOMPARE(form.reason, u"咳嗽三周 Cough for three weeks"_s);
        QCOMPARE(form.diagnoses, u"肺部感染?"_s);
        QVERIFY(form.requestingPhysician.contains(u"王"_s));
        QCOMPARE(form.requestedProcedureId, u"RP-77"_s);
    }
    void codesSpeakWhereTextIsMissing()
    {
        Attributes code, header;
        code.setText({0x0008, 0x0100}, "SH", {u"R05"_s});
        code.setText({0x0008, 0x0104}, "LO", {u"Cough"_s});
        header.set({0x0040, 0x100A}, Attribute{{'S', 'Q'}, {}, {code}, {}, {}});
        header.set({0x0008, 0x1084}, Attribute{{'S', 'Q'}, {}, {code}, {}, {}});
        header.setText({0x0010, 0x2110}, "LO", {u"Iodine"_s, u"Penicillin"_s});
        header.setText({0x0010, 0x21C0}, "US", {u"2"_s});
        const auto form = dicom::describeRequest(header);
        QCOMPARE(form.reason, u"Cough"_s);
        QCOMPARE(form.diagnoses, u"Cough"_s);
        QCOMPARE(form.allergies, u"Iodine; Penicillin"_s);
        QCOMPARE(form.pregnancy, u"possibly pregnant"_s);
    }
    void anotherObjectFillsWhatIsMissing()
    {
        dicom::RequestForm first, second;
        first.reason = u"pain"_s;
        second.reason = u"other"_s;
        second.history = u"smoker"_s;
        first.completeWith(second);
        QCOMPARE(first.reason, u"pain"_s);
        QCOMPARE(first.history, u"smoker"_s);
    }
};

CONSILIUM_TEST(RequestFormTest)
#include "RequestFormTest.moc"
