#include "base/platform/FolderNames.h"
#include "base/platform/Platform.h"
#include "tests/phantom/Generate.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"
#include "tests/unit/dicom/HeaderFixture.h"
#include "viewer/dicom/DicomFile.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::dicom;
using namespace consilium::test;

namespace
{

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A sequence of undefined length whose only item holds another, and so on.
QByteArray nested(int depth)
{
    QByteArray open = element({0x0008, 0x1115}, "SQ", {});
    open.replace(8, 4, "\xff\xff\xff\xff");
    return (open + QByteArray("\xfe\xff\x00\xe0\xff\xff\xff\xff", 8)).repeated(depth);
}

QByteArray fragment(const QByteArray &bytes)
{
    QByteArray length(4, '\0');
    qToLittleEndian(quint32(bytes.size()), length.data());
    return QByteArray("\xfe\xff\x00\xe0", 4) + length + bytes;
}

QByteArray encapsulated(const QList<QByteArray> &items)
{
    QByteArray all = element(tags::PixelData, "OB", {});
    all.replace(8, 4, "\xff\xff\xff\xff");
    for (const QByteArray &item : items)
        all += fragment(item);
    return all + QByteArray("\xfe\xff\xdd\xe0\0\0\0\0", 8);
}

} // namespace

class ReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wrongPixelLengthsAreNoted();
    void syntaxes_data();
    void syntaxes();
    void cutShortAnywhere();
    void bareDataSets();
    void deepNesting();
    void absurdLengths();
    void unknownVrAndPrivateSequences();
    void knownTagsOfUnknownVr();
    void singleBitFrames();
    void singleBitsThatAreNotThere();
    void bigEndianBytes();
    void fragments();
    void frameOfMany();
    void tablesThatLie();
    void inflatedBomb();
    void damagedDeflate();
    void missingFiles();
    void nativeFramesAreHandedOn();
    void unreadableFolders();
    void listsThatBreakOff();
    void folders();
    void malformedCorpus();
    void allRealFiles();
    void otherObjectsByName_data();
    void otherObjectsByName();
    void otherRealObjects();
    void theDataSetNamesTheObject();
};

void ReaderTest::syntaxes_data()
{
    QTest::addColumn<QString>("syntax");
    QTest::addColumn<QString>("uid");
    QTest::newRow("implicit") << u"implicit"_s << u"1.2.840.10008.1.2"_s;
    QTest::newRow("explicit") << u"explicit"_s << u"1.2.840.10008.1.2.1"_s;
    QTest::newRow("big endian") << u"bigendian"_s << u"1.2.840.10008.1.2.2"_s;
    QTest::newRow("deflated") << u"deflated"_s << u"1.2.840.10008.1.2.1.99"_s;
    QTest::newRow("RLE") << u"rle"_s << u"1.2.840.10008.1.2.5"_s;
    QTest::newRow("JPEG-LS") << u"jpegls"_s << u"1.2.840.10008.1.2.4.80"_s;
    QTest::newRow("JPEG 2000") << u"jpeg2000"_s << u"1.2.840.10008.1.2.4.90"_s;
    QTest::newRow("JPEG lossless") << u"jpeg"_s << u"1.2.840.10008.1.2.4.70"_s;
}

/// What another toolkit (DCMTK, behind the phantom) wrote comes back the same from every syntax.
void ReaderTest::syntaxes()
{
    QFETCH(QString, syntax);
    QFETCH(QString, uid);
    QTemporaryDir folder;
    phantom::PhantomSpec spec;
    spec.slices = 1;
    spec.rows = 40;
    spec.columns = 33;
    phantom::GenerateOptions options;
    options.folder = folder.path();
    options.syntax = syntax;
    QVERIFY(phantom::generate(spec, options));
    const QString path = folder.filePath(u"IM0001.dcm"_s);
    const auto header = readHeader(path);
    QVERIFY2(header.has_value(), header ? "" : qPrintable(header.error().detail));
    QCOMPARE(header->text(tags::TransferSyntaxUid), uid);
    QCOMPARE(header->text(tags::PatientName), u"MOTI^TOULU=模体^头颅"_s);
    QCOMPARE(header->integer(tags::Rows), 40);
    QCOMPARE(header->integer(tags::Columns), 33);
    QCOMPARE(header->number(tags::RescaleIntercept), -1024.0);
    QCOMPARE(header->texts(tags::ImageType), (QStringList{u"ORIGINAL"_s, u"PRIMARY"_s, u"AXIAL"_s}));
    QVERIFY(header->contains(tags::PixelData));
    QVERIFY(header->find(tags::PixelData)->bytes.isEmpty());
    QVERIFY2(!header->contains(readRepairs), qPrintable(header->texts(readRepairs).join(u", "_s)));

    const auto frame = readFrame(path, 0);
    QVERIFY(frame.has_value());
    const auto fromMemory = readFrame(contentOf(path), 0);
    QVERIFY(fromMemory.has_value());
    QCOMPARE(*frame, *fromMemory);
    if (QStringList{u"implicit"_s, u"explicit"_s, u"bigendian"_s, u"deflated"_s}.contains(syntax)) {
        const auto slices = phantom::planSlices(spec);
        const std::vector<std::int32_t> stored = phantom::storedValues(spec, slices->front());
        QCOMPARE(frame->size(), qsizetype(stored.size()) * 2);
        for (std::size_t i = 0; i < stored.size(); ++i) {
            const char *const at = frame->constData() + 2 * i;
            const int value = syntax == u"bigendian"_s ? qFromBigEndian<quint16>(at) : qFromLittleEndian<quint16>(at);
            QCOMPARE(value, stored[i]);
        }
    }
    QCOMPARE(readFrame(path, 1).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(readFrame(path, -1).error().code, ErrorCode::InvalidArgument);
}

/// A file cut at any byte gives an error or the same header as the whole, never anything else.
void ReaderTest::cutShortAnywhere()
{
    QTemporaryDir folder;
    for (const QString &syntax : {u"implicit"_s, u"explicit"_s, u"bigendian"_s, u"deflated"_s, u"jpeg2000"_s}) {
        phantom::PhantomSpec spec;
        spec.slices = 1;
        spec.rows = spec.columns = 16;
        phantom::GenerateOptions options;
        options.folder = folder.filePath(syntax);
        options.syntax = syntax;
        QVERIFY(phantom::generate(spec, options));
        const QByteArray whole = contentOf(options.folder + u"/IM0001.dcm"_s);
        const auto complete = readHeader(whole);
        QVERIFY(complete.has_value());
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const QByteArray part = whole.left(length);
            const auto header = readHeader(part);
            if (!header) {
                const ErrorCode code = header.error().code;
                QVERIFY(code == ErrorCode::NotDicom || code == ErrorCode::DicomTruncated ||
                        code == ErrorCode::DicomMalformed);
            } else if (header->contains(tags::PixelData)) {
                // Besides the note that the file ends before its pixels do.
                const std::size_t notes = header->contains(readRepairs) ? 1 : 0;
                QCOMPARE(header->elements().size() - notes, complete->elements().size());
            }
            const auto frame = readFrame(part, 0);
            QVERIFY(!frame || frame->size() <= 16 * 16 * 2 + 4096);
        }
    }
}

void ReaderTest::bareDataSets()
{
    const QByteArray dataSet = smallHeader(2, 2) + element(tags::PixelData, "OW", "abcdefgh");
    const auto bare = readHeader(dataSet);
    QVERIFY(bare.has_value());
    QCOMPARE(bare->integer(tags::Rows), 2);
    QVERIFY(bare->contains(readRepairs));
    QCOMPARE(readFrame(dataSet, 0).value_or(QByteArray()), QByteArray("abcdefgh"));
    const QByteArray withoutPreamble = part10Start().mid(132) + dataSet;
    QCOMPARE(readFrame(withoutPreamble, 0).value_or(QByteArray()), QByteArray("abcdefgh"));
    QCOMPARE(readHeader(QByteArray("%PDF-1.4 nothing of the kind, but long enough to look at")).error().code,
             ErrorCode::NotDicom);
    QCOMPARE(readHeader(QByteArray()).error().code, ErrorCode::NotDicom);
    QCOMPARE(readHeader(QByteArray(100'000, '\x08')).error().code, ErrorCode::NotDicom);
}

void ReaderTest::deepNesting()
{
    const auto shallow = readHeader(part10Start() + element(tags::SopClassUid, "UI", "1.2") + nested(60));
    QCOMPARE(shallow.error().code, ErrorCode::DicomTruncated);
    const auto deep = readHeader(part10Start() + element(tags::SopClassUid, "UI", "1.2") + nested(200'000));
    QCOMPARE(deep.error().code, ErrorCode::DicomMalformed);
}

void ReaderTest::absurdLengths()
{
    QByteArray negative = element({0x0009, 0x1001}, "OB", "xx");
    negative.replace(8, 4, "\xfe\xff\xff\xff");
    QCOMPARE(readHeader(part10Start() + smallHeader(4, 4) + negative).error().code, ErrorCode::DicomMalformed);
    QByteArray tooLong = element({0x0009, 0x1001}, "OB", "xx");
    tooLong.replace(8, 4, QByteArray("\x00\x00\x00\x10", 4));
    QCOMPARE(readHeader(part10Start() + smallHeader(4, 4) + tooLong).error().code, ErrorCode::DicomTruncated);
    // Rows and columns of 65535 in a file of a few hundred bytes: refused, and nothing is allocated for them.
    const std::int64_t before = platform::peakResidentBytes();
    const auto frame = readFrame(part10Start() + smallHeader(65535, 65535) + element(tags::PixelData, "OW", "xx"), 0);
    QCOMPARE(frame.error().code, ErrorCode::DicomMalformed);
    const auto part = readFrame(part10Start() + smallHeader(20000, 20000) + element(tags::PixelData, "OW", "xx"), 0);
    QCOMPARE(part.value_or(QByteArray()), QByteArray("xx"));
    QVERIFY(platform::peakResidentBytes() - before < 50'000'000);
}

void ReaderTest::unknownVrAndPrivateSequences()
{
    QByteArray future = element({0x0009, 0x1002}, "OB", "1234"); // a VR that PS3.5 may define one day: long form
    future.replace(4, 2, "ZZ");
    const QByteArray item = fragment(element({0x0009, 0x1004}, "LO", "inside"));
    const auto header = readHeader(part10Start() + smallHeader(2, 2) + future + element({0x0009, 0x1003}, "SQ", item) +
                                   element({0x0011, 0x1001}, "LO", "after"));
    QVERIFY(header.has_value());
    QCOMPARE(header->text({0x0011, 0x1001}), u"after"_s);
    QCOMPARE(header->item({0x0009, 0x1003})->text({0x0009, 0x1004}), u"inside"_s);
    // A known sequence that a gateway stored as UN: Implicit VR inside, PS3.5 6.2.2.
    const QByteArray implicitElement = QByteArray("\x08\x00\x55\x11\x04\x00\x00\x00", 8) + QByteArray("1.2\0", 4);
    const auto un =
        readHeader(part10Start() + smallHeader(2, 2) + element({0x0008, 0x1140}, "UN", fragment(implicitElement)));
    QVERIFY(un.has_value());
    QCOMPARE(un->item({0x0008, 0x1140})->text(tags::ReferencedSopInstanceUid), u"1.2"_s);
}

/// What a gateway stored as UN is read by the dictionary: PS3.5 6.2.2.
void ReaderTest::knownTagsOfUnknownVr()
{
    const auto un = [](Tag tag, const QByteArray &value) { return element(tag, "UN", value); };
    const QByteArray dataSet =
        un({0x0008, 0x0005}, "ISO_IR 192") + un(tags::SopClassUid, QByteArray("1.2.840.10008.5.1.4.1.1.2\0", 26)) +
        un(tags::SopInstanceUid, "2.25.9") + un(tags::Modality, "CT") + un(tags::PatientName, "Moti^Jia=模体^甲") +
        un(tags::PatientId, "T1") + un(tags::StudyInstanceUid, "2.25.2") + un(tags::SeriesInstanceUid, "2.25.3") +
        un(tags::ImagePositionPatient, "-10.5\\-20\\30.25 ") + un(tags::ImageOrientationPatient, "1\\0\\0\\0\\1\\0 ") +
        un(tags::SamplesPerPixel, us(1)) + un(tags::PhotometricInterpretation, "MONOCHROME2 ") +
        un(tags::NumberOfFrames, "1 ") + un(tags::Rows, us(300)) + un(tags::Columns, us(2)) +
        un(tags::PixelSpacing, "0.5\\0.75") + un(tags::BitsAllocated, us(16)) + un(tags::BitsStored, us(12)) +
        un(tags::HighBit, us(11)) + un(tags::PixelRepresentation, us(0)) + un(tags::WindowCenter, "40\\-600 ") +
        un(tags::WindowWidth, "400\\1500") + un(tags::RescaleIntercept, "-1024 ") + un(tags::RescaleSlope, "1.5 ");
    const auto header = readHeader(part10Start() + dataSet);
    QVERIFY2(header.has_value(), header ? "" : qPrintable(header.error().detail));
    QCOMPARE(header->integer(tags::Rows), std::optional(300));
    QCOMPARE(header->integer(tags::Columns), std::optional(2));
    QCOMPARE(header->number(tags::RescaleSlope), std::optional(1.5));
    const auto image = describeInstance(*header);
    QVERIFY2(image.has_value(), image ? "" : qPrintable(image.error().detail));
    const Instance &instance = **image;
    QCOMPARE(instance.pixels.rows, 300);
    QCOMPARE(instance.pixels.bitsStored, 12);
    QCOMPARE(instance.grey.slope, 1.5);
    QCOMPARE(instance.grey.intercept, -1024.0);
    QCOMPARE(instance.grey.windows.size(), std::size_t(2));
    QCOMPARE(instance.grey.windows[1].centre, -600.0);
    QVERIFY(header->text(tags::PatientName).contains(u"模体"_s));
    QCOMPARE(header->text(tags::PatientName), u"Moti^Jia=模体^甲"_s);
    QCOMPARE(header->numbers(tags::ImagePositionPatient, 3), std::optional(std::vector<double>{-10.5, -20.0, 30.25}));
}

/// Frames of 3 x 3 single bits do not begin at bytes: bit k of the pixel data is pixel k, the lowest bit first.
void ReaderTest::singleBitFrames()
{
    std::vector<bool> bits;
    for (int i = 0; i < 27; ++i)
        bits.push_back((i * 7 + i / 3) % 5 < 2);
    QByteArray packed(4, '\0');
    for (std::size_t i = 0; i < bits.size(); ++i)
        packed[qsizetype(i / 8)] = char(packed[qsizetype(i / 8)] | int(bits[i]) << (i % 8));
    const QByteArray file = part10Start() + smallHeader(3, 3, 3, 1) + element(tags::PixelData, "OB", packed);
    for (int frame = 0; frame < 3; ++frame) {
        const auto bytes = readFrame(file, frame);
        QVERIFY(bytes.has_value());
        QCOMPARE(bytes->size(), 2);
        for (int i = 0; i < 9; ++i)
            QCOMPARE(bool((*bytes)[i / 8] >> (i % 8) & 1), bool(bits[std::size_t(frame * 9 + i)]));
    }
}

/// A header that claims hundreds of megabytes of single bits takes no more memory than the bits that are there.
void ReaderTest::singleBitsThatAreNotThere()
{
    const QByteArray file = part10Start() + smallHeader(60'000, 60'000, 1, 1) + element(tags::PixelData, "OB", "abcd");
    const std::int64_t before = platform::peakResidentBytes();
    QCOMPARE(readFrame(file, 0).value_or(QByteArray()), QByteArray("abcd"));
    QVERIFY(platform::peakResidentBytes() - before < 50'000'000);
}

/// 8-bit samples that were written as big endian words come in the order of the pixels, odd frame sizes included.
void ReaderTest::bigEndianBytes()
{
    QByteArray dataSet;
    const auto add = [&](Tag tag, const char(&vr)[3], const QByteArray &value) {
        QByteArray e = element(tag, vr, value);
        std::swap(e[0], e[1]);
        std::swap(e[2], e[3]);
        const bool longForm = vr[0] == 'O';
        std::reverse(e.data() + (longForm ? 8 : 6), e.data() + (longForm ? 12 : 8));
        if (qstrcmp(vr, "US") == 0)
            std::reverse(e.data() + 8, e.data() + 10);
        dataSet += e;
    };
    add(tags::SopClassUid, "UI", "1.2");
    add(tags::SamplesPerPixel, "US", us(1));
    add(tags::PhotometricInterpretation, "CS", "MONOCHROME2");
    add(tags::NumberOfFrames, "IS", "2");
    add(tags::Rows, "US", us(1));
    add(tags::Columns, "US", us(5));
    add(tags::BitsAllocated, "US", us(8));
    add(tags::BitsStored, "US", us(8));
    add(tags::HighBit, "US", us(7));
    add(tags::PixelRepresentation, "US", us(0));
    add(tags::PixelData, "OW", "badcfehgji"); // pixels a to j
    const QByteArray file = part10Start("1.2.840.10008.1.2.2") + dataSet;
    QCOMPARE(readFrame(file, 0).value_or(QByteArray()), QByteArray("abcde"));
    QCOMPARE(readFrame(file, 1).value_or(QByteArray()), QByteArray("fghij"));
}

void ReaderTest::fragments()
{
    const QByteArray start = part10Start("1.2.840.10008.1.2.4.80");
    const QByteArray a("\xff\xd8\xff\x01", 4), b("\xff\xd8\xff\x02", 4), rest("\x01\x02", 2);
    const auto frames = [&](const QList<QByteArray> &items, int count) {
        return start + smallHeader(2, 2, count) + encapsulated(items);
    };
    // One frame in three fragments.
    QCOMPARE(readFrame(frames({{}, a, rest, rest}, 1), 0).value_or(QByteArray()), a + rest + rest);
    // Two frames, two fragments each: by the offset table, by the start of a codestream without one.
    const QByteArray table("\0\0\0\0\x16\0\0\0", 8);
    for (const QByteArray &offsets : {table, QByteArray()}) {
        const QByteArray file = frames({offsets, a, rest, b, rest}, 2);
        QCOMPARE(readFrame(file, 0).value_or(QByteArray()), a + rest);
        QCOMPARE(readFrame(file, 1).value_or(QByteArray()), b + rest);
    }
    // An offset table that points nowhere, one fragment a frame: the order decides.
    QCOMPARE(readFrame(frames({QByteArray("\x07\0\0\0\x09\0\0\0", 8), rest, a}, 2), 1).value_or(QByteArray()), a);
    // Frames that cannot be told apart are not guessed.
    QCOMPARE(readFrame(frames({{}, rest, rest, rest}, 2), 0).error().code, ErrorCode::PixelsDamaged);
    QCOMPARE(readFrame(frames({{}}, 1), 0).error().code, ErrorCode::PixelsDamaged);
    QCOMPARE(readFrame(start + smallHeader(2, 2), 0).error().code, ErrorCode::NoPixels);
    // The last fragment cut short: what is there, is given.
    const QByteArray file = frames({{}, a + rest}, 1);
    QCOMPARE(readFrame(file.left(file.size() - 10), 0).value_or(QByteArray()), (a + rest).left(4));
}

/// A table leads straight to a frame: of 100,000 frames the others are not even looked at, which is why this one can be
/// read although they are rubbish.
void ReaderTest::frameOfMany()
{
    constexpr int count = 100'000, itemBytes = 16;
    const QByteArray head = part10Start("1.2.840.10008.1.2.4.80") + smallHeader(2, 2, count);
    QByteArray table(count * 4, '\0'), items(count * itemBytes, '\xEE');
    for (int i = 0; i < count; ++i)
        qToLittleEndian(quint32(i * itemBytes), table.data() + 4 * i);
    for (const int frame : {0, 1, 51'234, count - 1}) {
        const QByteArray value = QByteArray::number(10'000'000 + frame);
        QByteArray sparse = items;
        sparse.replace(frame * itemBytes, itemBytes, fragment(value));
        QByteArray file = head + encapsulated({table});
        file.chop(8); // the delimiter
        const qsizetype behind = file.size();
        file += sparse;
        QCOMPARE(readFrame(file, frame).value_or(QByteArray()), value);
        // Cut short behind it: it is there all the same.
        QCOMPARE(readFrame(file.left(behind + (frame + 1) * itemBytes), frame).value_or(QByteArray()), value);
        QVERIFY(!readFrame(file, frame == 7 ? 8 : 7));
    }
}

/// Tables of 100,000 entries that are no tables: the order of the fragments decides, or nothing does; no frame is given
/// out as another.
void ReaderTest::tablesThatLie()
{
    constexpr int count = 100'000, itemBytes = 16;
    const QByteArray head = part10Start("1.2.840.10008.1.2.4.80") + smallHeader(2, 2, count);
    QList<QByteArray> items{QByteArray(count * 4, '\0')};
    for (int i = 0; i < count; ++i)
        items.append(QByteArray::number(10'000'000 + i));
    const QByteArray good = encapsulated(items);
    const auto with = [&](const std::function<quint32(int)> &offset) {
        QByteArray bytes = good;
        for (int i = 0; i < count; ++i)
            qToLittleEndian(offset(i), bytes.data() + 12 + 8 + 4 * i);
        return head + bytes;
    };
    const std::function<quint32(int)> lies[] = {
        [](int) { return 0u; },                                         // all the same
        [](int i) { return quint32((count - 1 - i) * itemBytes); },     // falling
        [](int i) { return quint32(i * itemBytes + 4); },               // between the items
        [](int i) { return quint32(i) + 0xF0000000u; },                 // behind the end
        [](int i) { return i < 99'000 ? quint32(i * itemBytes) : 0u; }, // beyond 4 GB, wrapped
    };
    for (const auto &lie : lies) {
        const QByteArray file = with(lie);
        for (const int frame : {0, 1, 70'000, 99'500, count - 1})
            QCOMPARE(readFrame(file, frame).value_or(QByteArray()), QByteArray::number(10'000'000 + frame));
    }
    // The extended table, in bytes of eight; one that is absurd is none.
    const QList<QByteArray> three{{}, "first...", "second..", "third..."};
    for (const quint64 last : {quint64(32), ~quint64(0), quint64(1) << 62, quint64(33)}) {
        QByteArray wide(24, '\0');
        qToLittleEndian(quint64(16), wide.data() + 8);
        qToLittleEndian(last, wide.data() + 16);
        const QByteArray file = part10Start("1.2.840.10008.1.2.4.80") + smallHeader(2, 2, 3) +
                                element({0x7FE0, 0x0001}, "OV", wide) + encapsulated(three);
        for (int frame = 0; frame < 3; ++frame)
            QCOMPARE(readFrame(file, frame).value_or(QByteArray()), three[frame + 1]);
    }
}

/// A deflated stream of a few hundred KB that would inflate to gigabytes ends as an error with bounded memory.
void ReaderTest::inflatedBomb()
{
    QByteArray bomb = element({0x0009, 0x1001}, "OB", {});
    bomb.replace(8, 4, QByteArray("\x00\x00\x00\x70", 4)); // 1.8 GB
    const QByteArray head = element(tags::SopClassUid, "UI", "1.2") + bomb;
    QByteArray zipped = qCompress(head + QByteArray(64 * 1024 * 1024, '\0'), 9).mid(6); // raw deflate
    const auto header = readHeader(part10Start("1.2.840.10008.1.2.1.99") + zipped);
    QVERIFY(!header.has_value());
    QVERIFY(header.error().code == ErrorCode::DicomTruncated || header.error().code == ErrorCode::DicomMalformed);
}

/// A compressed data set that is damaged is called so, and not a file without a transfer syntax.
void ReaderTest::damagedDeflate()
{
    QByteArray head = element(tags::SopClassUid, "UI", "1.2.840.10008.5.1.4.1.1.2");
    for (int i = 0; i < 400; ++i)
        head += element({0x0009, quint16(0x1000 + i)}, "LO", QByteArray::number(i * 7919));
    const QByteArray start = part10Start("1.2.840.10008.1.2.1.99"), zipped = qCompress(head, 9).mid(6);
    QVERIFY(readHeader(start + zipped).has_value());
    QByteArray corrupt = zipped, bad = zipped;
    corrupt.replace(zipped.size() / 2, 40, QByteArray(40, char(0xFF)));
    bad[0] = 0x07; // a block type that does not exist
    for (const QByteArray &file : {start + corrupt, start + bad, start + zipped.left(zipped.size() / 3)}) {
        const auto header = readHeader(file);
        QVERIFY(!header.has_value());
        QVERIFY2(userMessage(header.error()) == u"The compressed data set of the DICOM file is damaged."_s,
                 qPrintable(header.error().detail));
    }
    const QString folder = u"../shared/data/malformed/cat05_transfer_syntax/"_s;
    for (const QString &name : {u"TC0345_deflate_corrupt.dcm"_s, u"TC0347_deflate_truncated.dcm"_s}) {
        const QString path = QStringLiteral(CONSILIUM_SOURCE_DIR "/") + folder + name;
        SKIP_WHERE(!QFile::exists(path), "no real files here");
        const auto header = readHeader(path);
        QVERIFY(!header.has_value());
        QCOMPARE(header.error().detail, u"compressed data set is damaged"_s);
    }
}

void ReaderTest::missingFiles()
{
    QCOMPARE(readHeader(u"/nonexistent/file.dcm"_s).error().code, ErrorCode::NotFound);
    QCOMPARE(readHeader(QDir::tempPath()).error().code, ErrorCode::FileUnreadable);
    QCOMPARE(readFrame(u"/nonexistent/file.dcm"_s, 0).error().code, ErrorCode::NotFound);
}

/// The pixels of an object that nobody else needs are handed on where they lie, those of all others are copied.
void ReaderTest::nativeFramesAreHandedOn()
{
    const QByteArray pixels = QByteArray("abcdefgh").repeated(1000);
    const QByteArray kept = part10Start() + smallHeader(80, 50) + element(tags::PixelData, "OW", pixels);
    QByteArray given = kept;
    given.detach();
    const char *const begin = given.constData(), *const end = begin + given.size();
    const auto frame = readFrame(std::move(given), 0);
    QVERIFY(frame);
    QCOMPARE(*frame, pixels);
    QVERIFY(frame->constData() >= begin && frame->constData() < end);
    const QByteArray same = kept; // shared: it stays as it is
    const auto copied = readFrame(same, 0);
    QVERIFY(copied);
    QCOMPARE(*copied, pixels);
    QCOMPARE(same, kept);
    QVERIFY(copied->constData() < kept.constData() || copied->constData() >= kept.constData() + kept.size());
    QByteArray many = part10Start() + smallHeader(8, 50, 10) + element(tags::PixelData, "OW", pixels);
    const char *const manyBegin = many.constData(), *const manyEnd = manyBegin + many.size();
    const auto third = readFrame(std::move(many), 3); // would hold ten times its size in memory
    QVERIFY(third);
    QCOMPARE(*third, pixels.mid(2400, 800));
    QVERIFY(third->constData() < manyBegin || third->constData() >= manyEnd);
}

void ReaderTest::unreadableFolders()
{
    QTemporaryDir folder;
    const QString closed = folder.filePath(u"closed"_s);
    QVERIFY(QDir().mkpath(closed));
    QVERIFY(QFile::setPermissions(closed, QFile::Permissions()));
    const auto restore = qScopeGuard([&] { QFile::setPermissions(closed, QFile::ReadOwner | QFile::ExeOwner); });
    SKIP_WHERE(QFileInfo(closed).isReadable(), "whoever runs this may read everything");
    for (const QString &start : {closed, folder.path()}) {
        QStringList refused;
        scanFolder(
            start,
            [&](const ScannedFile &file) {
                QVERIFY(!file.header);
                QCOMPARE(file.header.error().code, ErrorCode::FileUnreadable);
                refused << file.path;
            },
            CancelToken());
        QCOMPARE(refused, QStringList{closed});
    }
}

/// What was named before is read, the folder is told, and the others are read as ever.
void ReaderTest::listsThatBreakOff()
{
    class Broken final : public platform::FolderNames
    {
    public:
        explicit Broken(const QString &folder) : platform::FolderNames(folder) {}
        std::optional<Name> next() override { return m_left-- > 0 ? platform::FolderNames::next() : std::nullopt; }
        End end() const override { return End::Broken; }

    private:
        int m_left = 2;
    };
    QTemporaryDir folder;
    phantom::PhantomSpec spec;
    spec.slices = 4;
    spec.rows = spec.columns = 16;
    const QString bad = folder.filePath(u"bad"_s);
    for (const QString &below : {bad, folder.filePath(u"good"_s)}) {
        phantom::GenerateOptions options;
        options.folder = below;
        QVERIFY(phantom::generate(spec, options));
    }
    int inBad = 0, inGood = 0;
    QStringList told;
    scanFolder(
        folder.path(),
        [&](const ScannedFile &file) {
            if (file.header)
                return void(file.path.startsWith(bad + u'/') ? ++inBad : ++inGood);
            QCOMPARE(file.header.error().code, ErrorCode::FileUnreadable);
            QCOMPARE(file.header.error().detail, QString(folderBrokeOff));
            told << file.path;
        },
        CancelToken(),
        [&](const QString &at) -> std::unique_ptr<platform::FolderNames> {
            return at == bad ? std::make_unique<Broken>(at) : std::make_unique<platform::FolderNames>(at);
        });
    QCOMPARE(inBad, 2);
    QCOMPARE(inGood, 4);
    QCOMPARE(told, QStringList{bad});
}

void ReaderTest::folders()
{
    QTemporaryDir folder;
    phantom::PhantomSpec spec;
    spec.slices = 5;
    spec.rows = spec.columns = 16;
    phantom::GenerateOptions options;
    options.folder = folder.filePath(u"a/b"_s);
    QVERIFY(phantom::generate(spec, options));
    QFile note(folder.filePath(u"a/notes.txt"_s));
    QVERIFY(note.open(QIODevice::WriteOnly));
    note.write("not an image");
    note.close();
    QFile broken(folder.filePath(u"a/broken"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(part10Start() + smallHeader(2, 2).left(40));
    broken.close();
    int good = 0, bad = 0;
    scanFolder(folder.path(), [&](const ScannedFile &f) { f.header ? ++good : ++bad; }, {});
    QCOMPARE(good, 5);
    QCOMPARE(bad, 1);
    CancelToken cancel;
    int seen = 0;
    scanFolder(
        folder.path(),
        [&](const ScannedFile &) {
            ++seen;
            cancel.cancel();
        },
        cancel);
    QCOMPARE(seen, 1);
}

/// Every file either reads or is refused for a reason; nothing crashes, and memory stays bounded.
void ReaderTest::malformedCorpus()
{
    // The peak so far is that of other tests: from here on it is this one's (proc(5), clear_refs).
    QFile peak(QStringLiteral("/proc/self/clear_refs"));
    if (peak.open(QIODevice::WriteOnly))
        peak.write("5");
    peak.close();
    const std::int64_t before = platform::residentBytes();
    REQUIRE_REAL_DATA(data)
    QDirIterator files(data + u"/malformed"_s, QDir::Files, QDirIterator::Subdirectories);
    int read = 0, refused = 0;
    while (files.hasNext()) {
        const QString path = files.next();
        const auto header = readHeader(path);
        const auto fromMemory = readHeader(contentOf(path));
        QCOMPARE(header.has_value(), fromMemory.has_value());
        if (!header) {
            QVERIFY(!header.error().detail.isEmpty());
            ++refused;
            continue;
        }
        ++read;
        QCOMPARE(header->elements().size(), fromMemory->elements().size());
        const auto image = describeInstance(*header);
        for (int frame = 0; image && frame < std::min(3, (*image)->pixels.frames); ++frame) {
            const auto bytes = readFrame(path, frame);
            QVERIFY(!bytes || !bytes->isEmpty());
        }
    }
    QVERIFY(read > 100);
    QVERIFY(refused > 0);
    QVERIFY2(platform::peakResidentBytes() - before < 400'000'000, qPrintable(QString::number(before)));
}

/// Nothing else in the real data is refused, and every image's frames are there.
void ReaderTest::allRealFiles()
{
    REQUIRE_REAL_DATA(data)
    QDirIterator files(data, QDir::Files, QDirIterator::Subdirectories);
    int images = 0;
    while (files.hasNext()) {
        const QString path = files.next();
        if (path.contains(u"/malformed/"_s) || path.endsWith(u".md"_s))
            continue;
        const auto header = readHeader(path);
        QVERIFY2(header.has_value(), qPrintable(path));
        const auto image = describeInstance(*header);
        if (!image || path.endsWith(u"too_short.dcm"_s) || !header->contains(tags::PixelData))
            continue;
        const PixelDescription &pixels = (*image)->pixels;
        const auto frame = readFrame(path, pixels.frames - 1);
        QVERIFY2(frame.has_value(), qPrintable(path));
        const QString syntax = pixels.transferSyntax.text();
        const bool native = syntax.startsWith(u"1.2.840.10008.1.2"_s) && !syntax.startsWith(u"1.2.840.10008.1.2.4"_s) &&
                            !syntax.endsWith(u".5"_s);
        if (native && !path.endsWith(u"SC_rgb_jpeg_dcmd.dcm"_s))
            QVERIFY2(frame->size() == pixels.bytesPerFrame(), qPrintable(path));
        ++images;
    }
    QVERIFY(images > 1800);
}

void ReaderTest::otherObjectsByName_data()
{
    QTest::addColumn<QString>("sopClass"); // behind 1.2.840.10008.5.1.4.1.1.; PS3.4 table B.5-1
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("name");
    const auto none = ErrorCode::NoPixels;
    QTest::newRow("slide") << u"77.1.6"_s << ErrorCode::UnsupportedImage << u"whole-slide image"_s;
    QTest::newRow("12-lead ECG") << u"9.1.1"_s << none << u"ECG"_s;
    QTest::newRow("haemodynamic") << u"9.2.1"_s << none << u"waveform"_s;
    QTest::newRow("voice") << u"9.4.1"_s << none << u"sound recording"_s;
    QTest::newRow("Comprehensive SR") << u"88.33"_s << none << u"structured report"_s;
    QTest::newRow("key objects") << u"88.59"_s << none << u"key image note"_s;
    QTest::newRow("PDF") << u"104.1"_s << none << u"PDF document"_s;
    QTest::newRow("CDA") << u"104.2"_s << none << u"document"_s;
    QTest::newRow("GSPS") << u"11.1"_s << none << u"presentation state"_s;
    QTest::newRow("RT structures") << u"481.3"_s << none << u"radiotherapy structures"_s;
    QTest::newRow("RT plan") << u"481.5"_s << none << u"radiotherapy plan"_s;
    QTest::newRow("raw data") << u"66"_s << none << u"raw data"_s;
}

/// Objects that are no images shown here are refused by name, and the sentence for people repeats it.
void ReaderTest::otherObjectsByName()
{
    QFETCH(QString, sopClass);
    QFETCH(QString, name);
    Attributes h = ctHeader();
    setTexts(h, tags::SopClassUid, "UI", u"1.2.840.10008.5.1.4.1.1."_s + sopClass);
    const auto image = describeFrames(h);
    QVERIFY(!image);
    QTEST(image.error().code, "code");
    QCOMPARE(image.error().detail, name);
    QVERIFY2(userMessage(image.error()).contains(u'(' + name + u')'), qPrintable(userMessage(image.error())));
    QVERIFY(!userMessage({image.error().code, u"no Rows"_s}).contains(u'(')); // nothing but names is repeated
}

void ReaderTest::otherRealObjects()
{
    REQUIRE_REAL_DATA(data)
    QMap<QString, int> names;
    QDirIterator files(data + u"/sr-pr-seg-rt-pdf"_s, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto header = readHeader(files.next());
        const auto image = header ? describeFrames(*header) : fail(header.error());
        if (!image)
            ++names[image.error().detail];
    }
    for (const QString &name : {u"structured report"_s, u"ECG"_s, u"presentation state"_s, u"radiotherapy structures"_s,
                                u"radiotherapy plan"_s})
        QVERIFY2(names.contains(name), qPrintable(name + u" not among "_s + names.keys().join(u", "_s)));
}

/// More pixel data than the image needs, or fewer than they say: shown, and noted.
void ReaderTest::wrongPixelLengthsAreNoted()
{
    const auto notes = [](const QByteArray &pixels) {
        const auto header = readHeader(part10Start() + smallHeader(4, 4) + pixels);
        return header ? header->texts(readRepairs) : QStringList{QStringLiteral("unreadable")};
    };
    const QByteArray right(32, 'x');
    QVERIFY(notes(element(tags::PixelData, "OW", right)).isEmpty());
    QCOMPARE(notes(element(tags::PixelData, "OW", right + QByteArray(64, 'y'))).size(), 1);
    QByteArray claimed = element(tags::PixelData, "OW", right);
    claimed.replace(8, 4, QByteArray("\xfe\xff\xff\x7f", 4));
    QCOMPARE(notes(claimed).size(), 1);
    const auto isWrong = [](const QByteArray &pixels) {
        const auto header = readHeader(part10Start() + smallHeader(4, 4) + pixels);
        return header && isPixelLengthWrong(*header);
    };
    QVERIFY(!isWrong(element(tags::PixelData, "OW", right)));
    QVERIFY(isWrong(element(tags::PixelData, "OW", right + QByteArray(64, 'y'))));
    QVERIFY(isWrong(claimed));
    // What bytes that came in pushed out at the end; not what may stand there.
    const QByteArray pixels = element(tags::PixelData, "OW", right);
    QVERIFY(isWrong(pixels + QByteArray(1000, '\x55')));
    QVERIFY(isWrong(pixels + QByteArray("\1\0\2\0\3\0", 6)));
    QVERIFY(!isWrong(pixels + element({0xFFFC, 0xFFFC}, "OB", QByteArray(126, '\0'))));
    QVERIFY(!isWrong(pixels + element({0x7FF1, 0x0010}, "LO", "TEST") + element({0xFFFC, 0xFFFC}, "OB", "xx")));
    QVERIFY(!isWrong(pixels + QByteArray(512, '\0'))); // blocks of a medium
}

/// Another name in the file meta information is noted, and changes nothing.
void ReaderTest::theDataSetNamesTheObject()
{
    const auto read = [](const QByteArray &outer) {
        const Tag mediaStorage{0x0002, 0x0003};
        const QByteArray meta =
            element(mediaStorage, "UI", outer) + element(tags::TransferSyntaxUid, "UI", "1.2.840.10008.1.2.1");
        QByteArray length(4, '\0');
        qToLittleEndian(quint32(meta.size()), length.data());
        return readHeader(QByteArray(128, '\0') + "DICM" + element({0x0002, 0x0000}, "UL", length) + meta +
                          smallHeader(4, 4) + element(tags::PixelData, "OW", QByteArray(32, 'x')));
    };
    const auto same = read("2.25.9"), other = read("2.25.10"), none = read("");
    QVERIFY(same && other && none);
    for (const auto *header : {&same, &other, &none})
        QCOMPARE((*header)->text(tags::SopInstanceUid), u"2.25.9"_s);
    QVERIFY(!(*same).contains(readRepairs) && !(*none).contains(readRepairs));
    QCOMPARE((*other).texts(readRepairs).size(), 1);
    QVERIFY((*other).text(readRepairs).contains(u"(0002,0003)"_s));
}

CONSILIUM_TEST(ReaderTest)
#include "ReaderTest.moc"
