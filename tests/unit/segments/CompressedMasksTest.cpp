#include "tests/phantom/Generate.h"
#include "tests/phantom/HtJpeg2000.h"
#include "tests/phantom/Outlines.h"
#include "tests/support/Part10Parts.h"
#include "tests/support/TestMain.h"
#include "tests/unit/pixels/TestEncoders.h"
#include "viewer/codecs/Decoder.h"
#include "viewer/pixels/TransferSyntaxes.h"
#include "viewer/segments/SegmentationReader.h"

#include <QFile>
#include <QTemporaryDir>

#include <functional>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::segments;
using test::encapsulated;
using test::metaOf;
using Parts = test::Part10Parts;
using test::partsOf;

namespace
{

constexpr int rows = 44, columns = 50;
constexpr auto rle = "1.2.840.10008.1.2.5", jpegLs = "1.2.840.10008.1.2.4.80", jpegLsNear = "1.2.840.10008.1.2.4.81",
               jpeg2000 = "1.2.840.10008.1.2.4.90", htj2k = "1.2.840.10008.1.2.4.201",
               deflated = "1.2.840.10008.1.2.1.99", deflatedFrames = "1.2.840.10008.1.2.8.1";

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
    void aWrongLengthIsRefused_data();
    void aWrongLengthIsRefused();
    void whoIsNotWantedAnyMoreStops();

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

void CompressedMasksTest::aWrongLengthIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("surplus"); // of the bytes of the pixel data; they are said to be as many as they are
    QTest::addColumn<int>("cut");     // bytes that the end of the file lacks
    QTest::addColumn<int>("stray");   // bytes behind the pixel data
    for (const QString &name : {u"seg.dcm"_s, u"seg-fraction.dcm"_s}) {
        const auto row = [&](const char *what, int surplus, int cut, int stray) {
            QTest::newRow(qPrintable(name + u' ' + QLatin1StringView(what))) << name << surplus << cut << stray;
        };
        row("too short", -40, 0, 0);
        row("too long", 40, 0, 0);
        row("cut short", 0, 40, 0);
        row("pushed out", 0, 0, 40);
    }
}

/// Where bytes are missing or too many nobody knows: each mask behind that place would lie beside what was outlined.
void CompressedMasksTest::aWrongLengthIsRefused()
{
    QFETCH(QString, name);
    QFETCH(int, surplus);
    QFETCH(int, cut);
    QFETCH(int, stray);
    const QByteArray whole = file(name);
    const Parts parts = partsOf(whole);
    const qsizetype head = parts.meta.size() + parts.dataSet.size() + 8; // tag and VR of the pixel data
    const auto written = [&](QByteArray pixels) {
        return whole.left(head) + test::little(quint32(pixels.size()), 4) + pixels;
    };
    QCOMPARE(written(parts.pixels), whole);
    QVERIFY(read(whole));
    const QByteArray pixels = surplus < 0 ? parts.pixels.chopped(-surplus) : parts.pixels + QByteArray(surplus, '\1');
    const QByteArray broken = written(pixels).chopped(cut) + QByteArray(stray, '\x55');
    const auto refused = readSegmentation(broken);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::PixelsDamaged);
    QCOMPARE(userMessage(refused.error()), userMessage(Error{ErrorCode::PixelsDamaged, {}}));
}

namespace
{

/// Decodes, until somebody does not want it any more: while it is at the third frame.
class InterruptedDecoder : public pixels::FrameDecoder
{
public:
    explicit InterruptedDecoder(CancelToken cancel) : m_cancel(std::move(cancel)) {}
    Result<pixels::FramePtr> decode(const pixels::FrameKey &key, const dicom::PixelDescription &description,
                                    const TransferSyntaxUid &syntax, const QByteArray &encoded,
                                    const CancelToken &cancel) override
    {
        if (++frames == 3)
            m_cancel.cancel();
        isTold = cancel.isCancelled();
        return m_decoder.decode(key, description, syntax, encoded, {});
    }
    int frames = 0;
    bool isTold = false;

private:
    CancelToken m_cancel;
    pixels::LocalDecoder m_decoder;
};

} // namespace

void CompressedMasksTest::whoIsNotWantedAnyMoreStops()
{
    QVERIFY(m_native->pieces.size() > 5);
    const CancelToken cancel;
    InterruptedDecoder decoder(cancel);
    const auto object = readSegmentation(encoded(jpegLs, asJpegLs, m_fractions), &decoder, cancel);
    QVERIFY(!object);
    QCOMPARE(object.error().code, ErrorCode::Cancelled);
    QCOMPARE(decoder.frames, 3);
    QVERIFY(decoder.isTold);
    for (const QString &name : {u"seg.dcm"_s, u"rtstruct.dcm"_s}) { // what no decoder is needed for
        QVERIFY(readSegmentation(file(name)));
        QCOMPARE(readSegmentation(file(name), nullptr, cancel).error().code, ErrorCode::Cancelled);
    }
}

CONSILIUM_TEST(CompressedMasksTest)
#include "CompressedMasksTest.moc"
