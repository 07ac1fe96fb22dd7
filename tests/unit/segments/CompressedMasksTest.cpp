#include "tests/phantom/Generate.h"
#include "tests/phantom/HtJpeg2000.h"
#include "tests/phantom/Outlines.h"
#include "tests/support/TestMain.h"
#include "tests/unit/pixels/TestEncoders.h"
#include "viewer/codecs/Decoder.h"
#include "viewer/pixels/TransferSyntaxes.h"
#include "viewer/segments/SegmentationReader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>

#include <functional>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::segments;

namespace
{

constexpr int rows = 44, columns = 50;
constexpr auto rle = "1.2.840.10008.1.2.5", jpegLs = "1.2.840.10008.1.2.4.80", jpegLsNear = "1.2.840.10008.1.2.4.81",
               jpeg2000 = "1.2.840.10008.1.2.4.90", htj2k = "1.2.840.10008.1.2.4.201",
               deflated = "1.2.840.10008.1.2.1.99", deflatedFrames = "1.2.840.10008.1.2.8.1";

QByteArray little(quint32 value, int bytes)
{
    QByteArray text;
    for (int i = 0; i < bytes; ++i)
        text.append(char(value >> 8 * i));
    return text;
}

/// A Part 10 file in Explicit VR Little Endian, taken apart: PS3.10 7.1, PS3.5 7.1.2.
struct Parts {
    QByteArray meta, dataSet; ///< preamble and group 2; all but the Pixel Data, which stand last
    QByteArray pixels;
};

Parts partsOf(const QByteArray &file)
{
    constexpr qsizetype groupLength = 140;
    const qsizetype begin = groupLength + 4 + qsizetype(qFromLittleEndian<quint32>(file.constData() + groupLength));
    for (qsizetype at = file.indexOf(QByteArray("\xE0\x7F\x10\x00O", 5), begin); at >= 0;
         at = file.indexOf(QByteArray("\xE0\x7F\x10\x00O", 5), at + 1)) {
        const auto length = qsizetype(qFromLittleEndian<quint32>(file.constData() + at + 8));
        if (at + 12 + length == file.size())
            return {file.left(begin), file.mid(begin, at - begin), file.mid(at + 12)};
    }
    return {};
}

/// The meta information with another transfer syntax.
QByteArray metaOf(const QByteArray &meta, const char *syntax)
{
    const qsizetype at = meta.indexOf(QByteArray("\x02\x00\x10\x00UI", 6));
    const int before = qFromLittleEndian<quint16>(meta.constData() + at + 6);
    QByteArray uid(syntax);
    uid.append(uid.size() % 2, '\0');
    QByteArray changed = meta;
    changed.replace(at + 6, 2 + before, little(quint32(uid.size()), 2) + uid);
    const quint32 length = qFromLittleEndian<quint32>(meta.constData() + 140);
    return changed.replace(140, 4, little(length + quint32(uid.size()) - quint32(before), 4));
}

/// Each frame in a fragment of its own, the table of offsets empty. PS3.5 A.4.
QByteArray encapsulated(const Parts &parts, const char *syntax, const std::vector<QByteArray> &frames)
{
    const QByteArray item("\xFE\xFF\x00\xE0", 4);
    QByteArray file = metaOf(parts.meta, syntax) + parts.dataSet;
    file += QByteArray("\xE0\x7F\x10\x00OB\0\0\xFF\xFF\xFF\xFF", 12) + item + little(0, 4);
    for (QByteArray frame : frames) {
        frame.append(frame.size() % 2, '\0');
        file += item + little(quint32(frame.size()), 4) + frame;
    }
    return file + QByteArray("\xFE\xFF\xDD\xE0\0\0\0\0", 8);
}

/// zlib's stream without its own head and tail: RFC 1951 as PS3.5 A.5 wants it.
QByteArray deflate(const QByteArray &bytes)
{
    const QByteArray zlib = qCompress(bytes);
    return zlib.mid(4 + 2, zlib.size() - 4 - 2 - 4);
}

using Encode = std::function<QByteArray(const dicom::PixelDescription &, const std::vector<int> &)>;

} // namespace

/// Masks in other syntaxes than native, encoded by other toolkits: the values of the native file, pixel by pixel, or a
/// refusal that names the syntax.
class CompressedMasksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void fractionsAreThoseOfTheNativeFile_data();
    void fractionsAreThoseOfTheNativeFile();
    void aDeflatedFileIsRead();
    void aBrokenFrameIsLeftOut();
    void lossIsSaidOrRefused();
    void whatCannotBeDecodedIsNamed();
    void fractionsSayWhatTheyAre();
    void valuesAboveTheMaximumAreSaid();

private:
    [[nodiscard]] QByteArray file(const QString &name) const
    {
        QFile one(m_folder.filePath(u"outlines/"_s + name));
        return one.open(QIODevice::ReadOnly) ? one.readAll() : QByteArray();
    }
    [[nodiscard]] QByteArray encoded(const char *syntax, const Encode &encode, const Parts &parts) const;
    static SegmentationPtr read(const QByteArray &file)
    {
        pixels::LocalDecoder decoder;
        const auto object = readSegmentation(file, &decoder);
        if (!object)
            qWarning("%s", qPrintable(object.error().detail));
        return object.value_or(nullptr);
    }
    /// Empty: every pixel of every frame differs by `most` at most.
    static QString differenceOf(const Segmentation &object, const Segmentation &native, int most = 0);

    QTemporaryDir m_folder;
    Parts m_fractions;
    SegmentationPtr m_native;
};

void CompressedMasksTest::initTestCase()
{
    phantom::PhantomSpec spec;
    spec.slices = 8;
    spec.rows = rows;
    spec.columns = columns;
    spec.sliceSpacingMm = 8.0;
    phantom::GenerateOptions options;
    options.folder = m_folder.filePath(u"images"_s);
    QVERIFY(phantom::generate(spec, options));
    QVERIFY(phantom::writeOutlines(options.folder, m_folder.filePath(u"outlines"_s)));
    m_fractions = partsOf(file(u"seg-fraction.dcm"_s));
    QVERIFY(!m_fractions.pixels.isEmpty());
    m_native = read(file(u"seg-fraction.dcm"_s));
    QVERIFY(m_native && m_native->pieces.size() > 5);
}

QString CompressedMasksTest::differenceOf(const Segmentation &object, const Segmentation &native, int most)
{
    if (object.pieces.size() != native.pieces.size() || object.unreadable != native.unreadable)
        return u"%1 masks"_s.arg(object.pieces.size());
    for (std::size_t i = 0; i < native.pieces.size(); ++i) {
        const MaskPiece &ours = object.pieces[i], &theirs = native.pieces[i];
        if (ours.segment != theirs.segment || ours.frame != theirs.frame)
            return u"mask %1 is another"_s.arg(i);
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column)
                if (std::abs(ours.at(row, column, object.isFractional()) -
                             theirs.at(row, column, native.isFractional())) > most)
                    return u"mask %1 at row %2, column %3"_s.arg(i).arg(row).arg(column);
    }
    return {};
}

QByteArray CompressedMasksTest::encoded(const char *syntax, const Encode &encode, const Parts &parts) const
{
    const auto description = test::greyDescription(columns, rows, 8, 8, false);
    std::vector<QByteArray> frames;
    for (qsizetype at = 0; at + rows * columns <= parts.pixels.size(); at += rows * columns) {
        std::vector<int> values;
        for (qsizetype i = 0; i < rows * columns; ++i)
            values.push_back(std::uint8_t(parts.pixels[at + i]));
        frames.push_back(encode(description, values));
    }
    return encapsulated(parts, syntax, frames);
}

namespace
{

QByteArray asRle(const dicom::PixelDescription &description, const std::vector<int> &values)
{
    QRandomGenerator random(5);
    return test::encodeRle(description, values, random);
}
QByteArray asJpegLs(const dicom::PixelDescription &description, const std::vector<int> &values)
{
    return test::encodeJpegLs(description, values);
}
QByteArray asJpegLsNear(const dicom::PixelDescription &description, const std::vector<int> &values)
{
    return test::encodeJpegLs(description, values, 0, 2);
}
QByteArray asJpeg2000(const dicom::PixelDescription &description, const std::vector<int> &values)
{
    return test::encodeJpeg2000(description, values);
}
QByteArray asHtJpeg2000(const dicom::PixelDescription &, const std::vector<int> &values)
{
    return phantom::encodeHtJpeg2000({values.begin(), values.end()}, rows, columns, 8, false).value_or(QByteArray());
}

} // namespace

void CompressedMasksTest::fractionsAreThoseOfTheNativeFile_data()
{
    QTest::addColumn<QByteArray>("syntax");
    QTest::addColumn<QByteArray>("bytes");
    const std::tuple<const char *, const char *, Encode> all[] = {{"RLE", rle, asRle},
                                                                  {"JPEG-LS", jpegLs, asJpegLs},
                                                                  {"JPEG 2000", jpeg2000, asJpeg2000},
                                                                  {"HTJ2K", htj2k, asHtJpeg2000}};
    for (const auto &[name, syntax, encode] : all)
        QTest::newRow(name) << QByteArray(syntax) << encoded(syntax, encode, m_fractions);
}

void CompressedMasksTest::fractionsAreThoseOfTheNativeFile()
{
    QFETCH(QByteArray, syntax);
    QFETCH(QByteArray, bytes);
    const auto object = read(bytes);
    QVERIFY(object);
    const QString problem = differenceOf(*object, *m_native);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QCOMPARE(object->repairs, m_native->repairs);
    // Without the libraries' process only what needs none is read; the rest is named.
    const auto alone = readSegmentation(bytes);
    QCOMPARE(alone.has_value(), syntax == rle);
    if (!alone) {
        QCOMPARE(alone.error().code, ErrorCode::UnsupportedSyntax);
        QCOMPARE(alone.error().detail, pixels::syntaxName(TransferSyntaxUid(QString::fromLatin1(syntax))));
    }
}

/// Binary masks in a data set that is deflated as a whole.
void CompressedMasksTest::aDeflatedFileIsRead()
{
    const QByteArray whole = file(u"seg.dcm"_s);
    const Parts parts = partsOf(whole);
    const auto native = read(whole);
    const auto object = read(metaOf(parts.meta, deflated) + deflate(whole.mid(parts.meta.size())));
    QVERIFY(native && object);
    QVERIFY(native->pieces.size() > 5);
    const QString problem = differenceOf(*object, *native);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void CompressedMasksTest::aBrokenFrameIsLeftOut()
{
    const std::pair<const char *, Encode> all[] = {{jpegLs, asJpegLs}, {jpeg2000, asJpeg2000}, {rle, asRle}};
    for (const auto &one : all) {
        const char *const syntax = one.first;
        int frame = 0;
        const Encode cut = [&](const dicom::PixelDescription &description, const std::vector<int> &values) {
            const QByteArray whole = one.second(description, values);
            return frame++ == 2 ? whole.left(whole.size() / 3) : whole;
        };
        const auto object = read(encoded(syntax, cut, m_fractions));
        QVERIFY2(object, syntax);
        QCOMPARE(object->unreadable, 1);
        QCOMPARE(object->flaws.size(), std::size_t(1));
        QCOMPARE(int(object->flaws[0].kind), int(Flaw::Kind::CutShort));
        QCOMPARE(object->flaws[0].segment, m_native->pieces[2].segment);
        QCOMPARE(object->pieces.size() + 1, m_native->pieces.size());
        for (const MaskPiece &piece : object->pieces)
            QVERIFY(piece.frame != 2);
    }
}

/// A fractional mask may be a little off, and says so; a binary one would grow specks around its edges.
void CompressedMasksTest::lossIsSaidOrRefused()
{
    const auto object = read(encoded(jpegLsNear, asJpegLsNear, m_fractions));
    QVERIFY(object);
    const QString problem = differenceOf(*object, *m_native, 2);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(object->repairs.join(u' ').contains(u"compressed with loss"_s));
    Parts binary = m_fractions;
    binary.dataSet.replace("FRACTIONAL", "BINARY    ");
    const auto refused = readSegmentation(encoded(jpegLsNear, asJpegLsNear, binary));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::UnsupportedImage);
    QVERIFY(refused.error().detail.contains(u"with loss"_s));
    const auto lossless = read(encoded(jpegLs, asJpegLs, binary)); // a byte for each pixel
    QVERIFY(lossless && !lossless->isFractional());
    for (std::size_t i = 0; i < m_native->pieces.size(); ++i)
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column)
                QCOMPARE(lossless->pieces[i].at(row, column, false) > 0, m_native->pieces[i].at(row, column, true) > 0);
}

void CompressedMasksTest::whatCannotBeDecodedIsNamed()
{
    const auto asDeflated = [](const dicom::PixelDescription &, const std::vector<int> &values) {
        QByteArray bytes;
        for (const int value : values)
            bytes.append(char(value));
        return deflate(bytes);
    };
    pixels::LocalDecoder decoder;
    const auto frames = readSegmentation(encoded(deflatedFrames, asDeflated, m_fractions), &decoder);
    QVERIFY(!frames);
    QCOMPARE(frames.error().code, ErrorCode::UnsupportedSyntax);
    QCOMPARE(frames.error().detail, u"Deflated Image Frame Compression"_s);
    // One bit a pixel has no place in RLE. PS3.5 G.
    const Parts binary = partsOf(file(u"seg.dcm"_s));
    const auto native = read(file(u"seg.dcm"_s));
    QVERIFY(native);
    const std::vector<QByteArray> some(native->pieces.size(), QByteArray(200, '\1'));
    const auto bits = readSegmentation(encapsulated(binary, rle, some), &decoder);
    QVERIFY(!bits);
    QCOMPARE(bits.error().code, ErrorCode::UnsupportedImage);
    QVERIFY2(bits.error().detail.contains(u"RLE"_s), qPrintable(bits.error().detail));
}

void CompressedMasksTest::fractionsSayWhatTheyAre()
{
    using Fraction = Segmentation::Fraction;
    const QByteArray whole = file(u"seg-fraction.dcm"_s);
    const QByteArray written("\x62\x00\x10\x00"
                             "CS\x0A\x00OCCUPANCY ",
                             18);
    QCOMPARE(whole.count(written), 1);
    QCOMPARE(int(m_native->fraction), int(Fraction::Occupancy));
    QByteArray probability = whole, none = whole;
    probability.replace(written, QByteArray("\x62\x00\x10\x00"
                                            "CS\x0C\x00PROBABILITY ",
                                            20));
    none.replace(written, QByteArray("\x62\x00\x10\x00"
                                     "CS\x00\x00",
                                     8));
    const auto certain = read(probability), unknown = read(none);
    QVERIFY(certain && unknown);
    QCOMPARE(int(certain->fraction), int(Fraction::Probability));
    QCOMPARE(int(unknown->fraction), int(Fraction::Unknown));
    for (const auto &object : {certain, unknown}) { // the values are the same, whatever they mean
        const QString problem = differenceOf(*object, *m_native);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
}

/// Of values up to 255 the file says that 100 is all of it: what lies above is told, and half is 50.
void CompressedMasksTest::valuesAboveTheMaximumAreSaid()
{
    QByteArray whole = file(u"seg-fraction.dcm"_s);
    const QByteArray written("\x62\x00\x0E\x00US\x02\x00\xFF\x00", 10);
    QCOMPARE(whole.count(written), 1);
    whole.replace(written, QByteArray("\x62\x00\x0E\x00US\x02\x00\x64\x00", 10));
    const auto object = read(whole);
    QVERIFY(object);
    QCOMPARE(object->maximumFraction, 100);
    QCOMPARE(m_native->repairs.filter(u"Maximum Fractional Value"_s).size(), 0);
    QCOMPARE(object->repairs.filter(u"Maximum Fractional Value"_s).size(), 1);
    for (const MaskPiece &piece : object->pieces) {
        std::int64_t half = 0;
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column)
                half += piece.at(row, column, true) >= 50;
        QCOMPARE(piece.pixels, half);
    }
}

CONSILIUM_TEST(CompressedMasksTest)
#include "CompressedMasksTest.moc"
