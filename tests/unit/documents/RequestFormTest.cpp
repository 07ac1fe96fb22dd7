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
        QVERIFY(form.requestingPhysician.contains(u"申请医师"_s));
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
    /// Whatever another file says otherwise, in an item or in a text, is read; the rest is not read twice.
    void readsManyFiles()
    {
        Attributes code, header;
        code.setText({0x0008, 0x0104}, "LO", {u"Cough"_s});
        header.set({0x0040, 0x100A}, Attribute{{'S', 'Q'}, {}, {code}, {}, {}});
        header.setText(tags::AccessionNumber, "SH", {u"A1"_s});
        dicom::RequestReader reader;
        QCOMPARE(*reader.read(header), dicom::describeRequest(header)); // not judged: each time anew
        QVERIFY(reader.read(header) != reader.read(header));
        header.setTextsJudged();
        const auto first = reader.read(header);
        QCOMPARE(*first, dicom::describeRequest(header));
        Attributes next = header;
        next.setText(tags::SopInstanceUid, "UI", {u"1.2.3"_s});
        QCOMPARE(reader.read(next), first);
        const Tag texts[] = {{0x0032, 0x1060}, {0x0040, 0x1002}, {0x0032, 0x1030},      {0x0008, 0x1080},
                             {0x0010, 0x21B0}, {0x0010, 0x2110}, {0x0010, 0x2000},      {0x0032, 0x1032},
                             {0x0032, 0x1033}, {0x0040, 0x1001}, {0x0038, 0x0010},      {0x0038, 0x0300},
                             {0x0040, 0x1400}, {0x0010, 0x4000}, tags::AccessionNumber, tags::ReferringPhysicianName};
        dicom::RequestForm last = *first;
        for (const Tag tag : texts) {
            next.setText(tag, "LO", {u"said in "_s + tag.text()});
            const auto form = reader.read(next);
            QVERIFY2(*form != last, qPrintable(tag.text()));
            QCOMPARE(*form, dicom::describeRequest(next));
            last = *form;
        }
        next.setText({0x0010, 0x21C0}, "US", {u"3"_s});
        QCOMPARE(reader.read(next)->pregnancy, u"pregnant"_s);
        code.setText({0x0008, 0x0104}, "LO", {u"Fever"_s});
        for (const Tag tag : {Tag{0x0008, 0x1084}, Tag{0x0040, 0x100A}}) {
            next.set(tag, Attribute{{'S', 'Q'}, {}, {code}, {}, {}});
            const auto form = reader.read(next);
            QCOMPARE(*form, dicom::describeRequest(next));
            QVERIFY(*form != last);
            last = *form;
        }
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
