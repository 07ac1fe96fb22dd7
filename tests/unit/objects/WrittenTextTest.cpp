#include "tests/support/TestMain.h"
#include "tests/unit/objects/ObjectsFixture.h"
#include "viewer/dicom/CharacterSets.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/objects/KeyObjects.h"

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::objects;

namespace
{

KeyObjects keysOf(const Attributes &image, const QString &reason)
{
    KeyObjects keys;
    keys.header = test::objectHeader(image);
    keys.reason = reason;
    keys.images = {test::imageOf(1)};
    return keys;
}

} // namespace

/// CLINICAL-TRUTH row 17: names go back as they came.
class WrittenTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCharacterSetOfTheImagesIsKept()
    {
        const QString chinese = u"WANG^XIAODONG=王^小东"_s;
        struct Case {
            QStringList declared;
            QString name, reason, written;
        };
        for (const Case &one :
             {Case{{u"GB18030"_s}, chinese, u"请看"_s, u"GB18030"_s}, Case{{u"GBK"_s}, chinese, u"请看"_s, u"GBK"_s},
              Case{{u"ISO_IR 192"_s}, chinese, u"请看"_s, u"ISO_IR 192"_s},
              Case{{u"ISO_IR 100"_s}, u"MÜLLER^ÄNNE"_s, u"Größe"_s, u"ISO_IR 100"_s},
              Case{{u"ISO_IR 100"_s}, u"MÜLLER^ÄNNE"_s, u"请看"_s, u"ISO_IR 192"_s},
              Case{{}, u"SMITH^JOHN"_s, u"look"_s, u""_s}, Case{{}, u"SMITH^JOHN"_s, u"请看"_s, u"ISO_IR 192"_s},
              Case{{u""_s, u"ISO 2022 IR 58"_s}, chinese, u"请看"_s, u"ISO_IR 192"_s}}) {
            const QByteArray bytes = test::fileOf(keysOf(test::imageHeader(one.declared, one.name), one.reason));
            const auto object = dicom::readObject(bytes);
            QVERIFY(object);
            QCOMPARE(object->text(tags::SpecificCharacterSet), one.written);
            QCOMPARE(object->text(tags::PatientName), one.name);
            const auto read = readKeyObjects(*object);
            QVERIFY(read);
            QCOMPARE(read->reason, one.reason);
            QVERIFY(!object->contains(dicom::readRepairs));
        }
    }
    /// The bytes themselves, by what the set says they are.
    void theBytesAreThoseOfTheSet()
    {
        const QByteArray gb = test::fileOf(keysOf(test::imageHeader({u"GB18030"_s}), u"请看"_s));
        QVERIFY(gb.contains("WANG^XIAODONG=\xcd\xf5^\xd0\xa1\xb6\xab"));
        QVERIFY(gb.contains("\xc7\xeb\xbf\xb4"));
        const QByteArray utf8 = test::fileOf(keysOf(test::imageHeader(), u"请看"_s));
        QVERIFY(utf8.contains("WANG^XIAODONG=\xe7\x8e\x8b^\xe5\xb0\x8f\xe4\xb8\x9c"));
    }
    void pydicomReadsTheNames()
    {
        NEEDS_PYDICOM;
        test::ObjectFiles files;
        for (const QString &set : {u"GB18030"_s, u"ISO_IR 192"_s}) {
            const QJsonObject read =
                test::pydicomOf(files.add(test::fileOf(keysOf(test::imageHeader({set}), u"请看这两层"_s))));
            QCOMPARE(read[u"charset"].toString(), set);
            QCOMPARE(read[u"name"].toString(), u"WANG^XIAODONG=王^小东"_s);
            QCOMPARE(read[u"reason"].toString(), u"请看这两层"_s);
        }
    }
    void dciodvfyFindsNothing()
    {
        NEEDS_DCIODVFY;
        test::ObjectFiles files;
        for (const QString &set : {u"GB18030"_s, u"ISO_IR 192"_s})
            VERIFY_DCIODVFY(files.add(test::fileOf(keysOf(test::imageHeader({set}), u"请看"_s))),
                            "KeyObjectSelectionDocument");
    }
    /// Chinese that an image calls Latin 1: the same bytes go back, as long as nothing else must be written.
    void undeclaredChineseGoesBackUnchanged()
    {
        const QString asRead = QString::fromLatin1("\xcd\xf5^\xd0\xa1\xb6\xab");
        const Attributes image = test::imageHeader({u"ISO_IR 100"_s}, asRead);
        QVERIFY(test::fileOf(keysOf(image, u"look"_s)).contains("\xcd\xf5^\xd0\xa1\xb6\xab"));
        // With a text that Latin 1 does not have, the name is written as what it is.
        const auto object = dicom::readObject(test::fileOf(keysOf(image, u"请看"_s)));
        QVERIFY(object);
        QCOMPARE(object->text(tags::SpecificCharacterSet), u"ISO_IR 192"_s);
        QCOMPARE(object->text(tags::PatientName), u"王^小东"_s);
    }
    void encodingIsDecodingBackwards()
    {
        for (const QString &set : {u"GB18030"_s, u"GBK"_s, u"ISO_IR 192"_s}) {
            const dicom::CharacterSets sets(QStringList{set});
            const QString text = u"王小东 Wáng 影像"_s;
            const auto bytes = sets.encode(text);
            QVERIFY2(bytes, qPrintable(set));
            QCOMPARE(sets.decode(*bytes, false), text);
        }
        QVERIFY(!dicom::CharacterSets(QStringList{u"ISO_IR 100"_s}).encode(u"王"_s));
        QVERIFY(!dicom::CharacterSets().encode(u"é"_s));
        QVERIFY(!dicom::CharacterSets(QStringList{u"nonsense"_s}).encode(u"é"_s));
        QCOMPARE(dicom::CharacterSets(QStringList{u"nonsense"_s}).encode(u"plain"_s), QByteArray("plain"));
    }
    /// What a backslash would cut in two is one value all the same.
    void aBackslashIsNoSeparator()
    {
        KeyObjects keys = keysOf(test::imageHeader(), u"a\\b\nc"_s);
        keys.header.seriesDescription = u"x\\y\n"_s;
        const auto object = dicom::readObject(test::fileOf(keys));
        QVERIFY(object);
        QCOMPARE(object->texts(tags::SeriesDescription), QStringList{u"x/y"_s});
        const auto read = readKeyObjects(*object);
        QVERIFY(read);
        QCOMPARE(read->reason, u"a\\b\nc"_s);
    }
    void whatIsNoObjectIsRefused()
    {
        QCOMPARE(part10Of(Attributes()).error().code, ErrorCode::InvalidArgument);
        auto object = attributesOf(keysOf(test::imageHeader(), u"x"_s));
        QVERIFY(object);
        QVERIFY(part10Of(*object));
        object->setText(tags::Rows, "US", {u"many"_s});
        QCOMPARE(part10Of(*object).error().code, ErrorCode::InvalidArgument);
    }
    /// Nothing of the image beyond patient and study stands in the object.
    void onlyPatientAndStudyAreCopied()
    {
        const ObjectHeader header = test::objectHeader();
        QVERIFY(!header.study.contains(tags::Modality) && !header.study.contains(tags::Rows));
        QVERIFY(!header.study.contains(tags::SopInstanceUid));
        QCOMPARE(header.study.text(tags::AccessionNumber), u"A12"_s);
        QVERIFY(header.series.text() != QString::fromLatin1(test::seriesOfImages));
        QVERIFY(test::objectHeader().sop != header.sop);
    }
};

CONSILIUM_TEST(WrittenTextTest)
#include "WrittenTextTest.moc"
