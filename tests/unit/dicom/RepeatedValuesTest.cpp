#include "viewer/dicom/RepeatedValues.h"
#include "tests/phantom/Generate.h"
#include "tests/support/TestMain.h"
#include "tests/unit/dicom/HeaderFixture.h"
#include "viewer/dicom/DataSetReader.h"
#include "viewer/dicom/DicomFile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::dicom;
using namespace consilium::test;

/// What many files say alike is read once, and says the same.
class RepeatedValuesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void filesReadTheSame();
    void stringsAreShared();
    void setsAreKeptApart();
    void faultsAreToldEachTime();
    void lengthsAndKindsAreKeptApart();

private:
    static QString told(const Attributes &header, int depth = 0);
    static Attributes read(const QByteArray &bytes, RepeatedValues *repeated);
};

/// All that a header says, as one text.
QString RepeatedValuesTest::told(const Attributes &header, int depth)
{
    QString all;
    for (const auto &[tag, attribute] : header.elements()) {
        all += u"%1 %2 %3 %4 %5 %6\n"_s.arg(depth).arg(
            tag.text(), QString::fromLatin1(attribute.vr.data(), 2), attribute.values.join(u'\\'),
            QString::fromLatin1(attribute.bytes.toHex()), attribute.bulkDataUri);
        for (const Attributes &item : attribute.items)
            all += told(item, depth + 1);
    }
    return all;
}

Attributes RepeatedValuesTest::read(const QByteArray &bytes, RepeatedValues *repeated)
{
    ByteSource source(bytes);
    const auto header = readDataSet(source, repeated);
    return header ? header->attributes : Attributes();
}

void RepeatedValuesTest::filesReadTheSame()
{
    QTemporaryDir folder;
    RepeatedValues repeated;
    int files = 0;
    for (const QString &syntax : phantom::syntaxNames()) {
        phantom::PhantomSpec spec;
        spec.slices = 4;
        spec.rows = spec.columns = 16;
        phantom::GenerateOptions options;
        options.folder = folder.filePath(syntax);
        options.syntax = syntax;
        if (!phantom::generate(spec, options))
            continue;
        for (const QFileInfo &file : QDir(options.folder).entryInfoList(QDir::Files)) {
            const auto alone = readHeader(file.filePath());
            const auto scanned = scanFile(file.filePath(), &repeated);
            QVERIFY(alone && scanned && scanned->header);
            QCOMPARE(told(*scanned->header), told(*alone));
            ++files;
        }
    }
    QVERIFY(files >= 4 * 4);
}

void RepeatedValuesTest::stringsAreShared()
{
    RepeatedValues repeated;
    const QByteArray file = part10Start() + smallHeader(2, 2) + element(tags::PatientName, "PN", "WANG^XIAODONG");
    const Attributes first = read(file, &repeated), second = read(file, &repeated), alone = read(file, nullptr);
    QCOMPARE(told(second), told(alone));
    for (const Tag tag : {tags::SopClassUid, tags::PatientName, tags::Rows}) {
        const auto *const a = first.find(tag), *const b = second.find(tag);
        QVERIFY(a && b && !a->values.isEmpty());
        QCOMPARE(static_cast<const void *>(a->values.first().constData()),
                 static_cast<const void *>(b->values.first().constData()));
    }
}

/// The same bytes are another name in another character set; those that are the same in all are shared.
void RepeatedValuesTest::setsAreKeptApart()
{
    const auto file = [](const char *set) {
        return part10Start() + element(tags::SpecificCharacterSet, "CS", set) + smallHeader(2, 2) +
               element(tags::PatientName, "PN", "\xcd\xf5\xd0\xa1") + element(tags::PatientId, "LO", "T-1");
    };
    RepeatedValues repeated;
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(read(file("GB18030"), &repeated).text(tags::PatientName), u"王小"_s);
        QCOMPARE(read(file("ISO_IR 100"), &repeated).text(tags::PatientName), QString::fromLatin1("\xcd\xf5\xd0\xa1"));
        QCOMPARE(read(file("ISO_IR 144"), &repeated).text(tags::PatientName),
                 read(file("ISO_IR 144"), nullptr).text(tags::PatientName));
        QCOMPARE(read(file("GB18030"), &repeated).text(tags::PatientId), u"T-1"_s);
    }
    // Escape sequences hold no byte above 127 and mean something in some sets only.
    const auto japanese = [](const char *set) {
        return part10Start() + element(tags::SpecificCharacterSet, "CS", set) + smallHeader(2, 2) +
               element(tags::PatientName, "PN", "\x1b$B;3ED\x1b(B");
    };
    QCOMPARE(read(japanese("\\ISO 2022 IR 87"), &repeated).text(tags::PatientName), u"山田"_s);
    QCOMPARE(told(read(japanese("ISO_IR 100"), &repeated)), told(read(japanese("ISO_IR 100"), nullptr)));
}

void RepeatedValuesTest::faultsAreToldEachTime()
{
    const QByteArray file = part10Start() + smallHeader(2, 2) + element(tags::PatientName, "PN", "\xe7\x8e\x8b");
    RepeatedValues repeated;
    for (int round = 0; round < 3; ++round) {
        const Attributes header = read(file, &repeated);
        QCOMPARE(header.text(tags::PatientName), u"王"_s);
        QCOMPARE(header.texts(readRepairs), (QStringList{u"charset: none declared for text that needs one"_s}));
    }
}

void RepeatedValuesTest::lengthsAndKindsAreKeptApart()
{
    RepeatedValues repeated;
    const CharacterSets none;
    repeated.keep(Vr{'U', 'S'}, "12", none, {u"12849"_s});
    QVERIFY(repeated.find(Vr{'U', 'S'}, "12", none));
    QVERIFY(!repeated.find(Vr{'D', 'S'}, "12", none));
    QVERIFY(!repeated.find(Vr{'U', 'S'}, "123", none));
    QVERIFY(!repeated.find(Vr{'U', 'S'}, "", none));
    const QByteArray longest(112, 'x'), tooLong(113, 'x');
    repeated.keep(Vr{'L', 'O'}, longest, none, {QString::fromLatin1(longest)});
    repeated.keep(Vr{'L', 'O'}, tooLong, none, {QString::fromLatin1(tooLong)});
    QVERIFY(repeated.find(Vr{'L', 'O'}, longest, none));
    QVERIFY(!repeated.find(Vr{'L', 'O'}, tooLong, none));
    for (int i = 0; i < 20'000; ++i) { // more than there is room for: what is found is right
        const QByteArray number = QByteArray::number(i);
        repeated.keep(Vr{'I', 'S'}, number, none, {QString::number(i)});
        const QStringList *const found = repeated.find(Vr{'I', 'S'}, number, none);
        QVERIFY(found && *found == QStringList{QString::number(i)});
        const QStringList *const earlier = repeated.find(Vr{'I', 'S'}, QByteArray::number(i / 2), none);
        QVERIFY(!earlier || *earlier == QStringList{QString::number(i / 2)});
    }
}

CONSILIUM_TEST(RepeatedValuesTest)
#include "RepeatedValuesTest.moc"
