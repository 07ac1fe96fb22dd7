#include "tests/support/TestMain.h"
#include "tests/unit/pixels/TestEncoders.h"
#include "viewer/codecs/Decoder.h"
#include "viewer/pixels/TransferSyntaxes.h"

using namespace consilium;
using pixels::FramePtr;
using pixels::SampleType;
using test::Jpeg2000Options;

namespace
{

TransferSyntaxUid uid(const char *text)
{
    return TransferSyntaxUid(QString::fromLatin1(text));
}

const TransferSyntaxUid rle = uid("1.2.840.10008.1.2.5"), jpegLs = uid("1.2.840.10008.1.2.4.80"),
                        jpeg2000 = uid("1.2.840.10008.1.2.4.90");

Result<FramePtr> decode(const dicom::PixelDescription &description, const QByteArray &bytes,
                        const TransferSyntaxUid &syntax)
{
    return pixels::decodeFrame({}, description, syntax, bytes);
}

bool holds(const Result<FramePtr> &frame, const std::vector<int> &values)
{
    if (!frame)
        return false;
    const pixels::DecodedFrame &f = **frame;
    if (f.type == SampleType::Rgb8)
        return std::equal(values.begin(), values.end(), f.bytes.begin(), f.bytes.end());
    for (int i = 0; i < f.rows * f.columns; ++i) {
        if (f.stored(i / f.columns, i % f.columns) != values[std::size_t(i)])
            return false;
    }
    return std::size_t(f.rows) * std::size_t(f.columns) == values.size();
}

bool isDamaged(const Result<FramePtr> &frame)
{
    return !frame && frame.error().code == ErrorCode::PixelsDamaged;
}

} // namespace

class CodecTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void losslessRoundTrips()
    {
        QRandomGenerator random(5);
        for (const int stored : {2, 7, 8, 10, 12, 13, 15, 16}) {
            for (const bool isSigned : {false, true}) {
                const auto description = test::greyDescription(61, 37, stored > 8 ? 16 : 8, stored, isSigned);
                const auto values = test::somePixels(description, random);
                const auto check = [&](const QByteArray &bytes, const TransferSyntaxUid &syntax) {
                    const auto frame = decode(description, bytes, syntax);
                    if (!holds(frame, values) || (*frame)->damaged)
                        QFAIL(qPrintable(QStringLiteral("%1 bits, signed %2, %3: %4")
                                             .arg(stored)
                                             .arg(isSigned)
                                             .arg(pixels::syntaxName(syntax),
                                                  frame ? QStringLiteral("damaged %1").arg((*frame)->damaged)
                                                        : frame.error().detail)));
                    QCOMPARE((*frame)->minimum, *std::min_element(values.begin(), values.end()));
                    QCOMPARE((*frame)->maximum, *std::max_element(values.begin(), values.end()));
                };
                check(test::encodeRle(description, values, random), rle);
                check(test::encodeJpegLs(description, values), jpegLs);
                check(test::encodeJpeg2000(description, values), jpeg2000);
                check(test::encodeJpeg2000(description, values, {.jp2 = true}), jpeg2000);
                check(test::encodeJpeg2000(description, values, {.tileSize = 16, .resolutions = 2}), jpeg2000);
                check(test::encodeJpeg2000(description, values) + '\0', jpeg2000); // padded to an even length
            }
        }
    }

    void colour()
    {
        QRandomGenerator random(6);
        const auto description = test::colourDescription(31, 22);
        const auto values = test::somePixels(description, random);
        QVERIFY(holds(decode(description, test::encodeRle(description, values, random), rle), values));
        for (const int interleave : {0, 1, 2})
            QVERIFY(holds(decode(description, test::encodeJpegLs(description, values, interleave), jpegLs), values));
        QVERIFY(holds(decode(description, test::encodeJpeg2000(description, values), jpeg2000), values));
        auto mixed = description;
        mixed.photometric = dicom::Photometric::YbrRct;
        QVERIFY(
            holds(decode(mixed, test::encodeJpeg2000(description, values, {.mixComponents = true}), jpeg2000), values));
        mixed.photometric = dicom::Photometric::YbrFull; // wrong in the header; the stream knows better
        QVERIFY(
            holds(decode(mixed, test::encodeJpeg2000(description, values, {.mixComponents = true}), jpeg2000), values));
    }

    /// The colours of a stream that mixes them by the irreversible transform (YBR_ICT) come back as they were, but for
    /// what two roundings lose; taken as YBR or as RGB they would be off by tens.
    void irreversibleColour()
    {
        QRandomGenerator random(8);
        const auto description = test::colourDescription(31, 22);
        const auto values = test::somePixels(description, random);
        const QByteArray stream = test::encodeJpeg2000(description, values, {.mixComponents = true, .isLossy = true});
        auto mixed = description;
        mixed.photometric = dicom::Photometric::YbrIct;
        mixed.photometricName = QStringLiteral("YBR_ICT");
        const auto frame = decode(mixed, stream, uid("1.2.840.10008.1.2.4.91"));
        QVERIFY2(frame, frame ? "" : qPrintable(frame.error().detail));
        QVERIFY(!(*frame)->damaged && (*frame)->type == SampleType::Rgb8);
        QCOMPARE((*frame)->bytes.size(), values.size());
        for (std::size_t i = 0; i < values.size(); ++i)
            QVERIFY2(std::abs(int((*frame)->bytes[i]) - values[i]) <= 3,
                     qPrintable(QStringLiteral("sample %1: %2 not %3").arg(i).arg((*frame)->bytes[i]).arg(values[i])));
    }

    /// Writers that leave the sign to the DICOM header encode plain words; the same bits have to come out signed.
    void signednessOfTheStream()
    {
        QRandomGenerator random(7);
        const auto described = test::greyDescription(20, 20, 16, 13, true),
                   words = test::greyDescription(20, 20, 16, 13, false);
        const auto values = test::somePixels(words, random);
        std::vector<int> expected;
        for (const int value : values)
            expected.push_back(value >= 4096 ? value - 8192 : value);
        QVERIFY(holds(decode(described, test::encodeJpeg2000(words, values), jpeg2000), expected));
        QVERIFY(holds(decode(words, test::encodeJpeg2000(described, expected), jpeg2000), values));
        // More bits in the stream than the header names: the stream holds.
        const auto sixteen = test::greyDescription(20, 20, 16, 16, true);
        const auto wide = test::somePixels(sixteen, random);
        QVERIFY(holds(decode(described, test::encodeJpeg2000(sixteen, wide), jpeg2000), wide));
    }

    /// A header may not claim more than the description allows; nothing is decoded then.
    void streamsOfAnotherShape()
    {
        QRandomGenerator random(8);
        const auto description = test::greyDescription(40, 30, 16, 12, false),
                   colours = test::colourDescription(40, 30);
        for (const auto &other :
             {test::greyDescription(41, 30, 16, 12, false), test::greyDescription(40, 29, 16, 12, false),
              test::greyDescription(400, 300, 16, 12, false), test::colourDescription(40, 30)}) {
            const auto values = test::somePixels(other, random);
            QVERIFY(isDamaged(decode(description, test::encodeJpegLs(other, values), jpegLs)));
            QVERIFY(isDamaged(decode(description, test::encodeJpeg2000(other, values), jpeg2000)));
            QVERIFY(isDamaged(decode(description, test::encodeJpeg2000(other, values, {.jp2 = true}), jpeg2000)));
        }
        const auto values = test::somePixels(description, random);
        QVERIFY(isDamaged(decode(colours, test::encodeJpeg2000(description, values), jpeg2000)));
        QVERIFY(isDamaged(decode(colours, test::encodeJpegLs(description, values), jpegLs)));
        QVERIFY(isDamaged(decode(colours, test::encodeRle(description, values, random), rle)));
        // One tile a pixel would cost kilobytes for each.
        const auto many = test::greyDescription(120, 120, 8, 8, false);
        const auto tiled =
            test::encodeJpeg2000(many, test::somePixels(many, random), {.tileSize = 1, .resolutions = 1});
        QVERIFY(!tiled.isEmpty());
        QVERIFY(isDamaged(decode(many, tiled, jpeg2000)));
    }

    void notWhatItSays()
    {
        const auto description = test::greyDescription(16, 16, 16, 16, false);
        for (const auto &syntax : {rle, jpegLs, jpeg2000}) {
            for (const QByteArray &bytes :
                 {QByteArray(), QByteArray("x"), QByteArray(4000, 0), QByteArray(4000, char(0xFF)),
                  QByteArray("<html><body>not found</body></html>")})
                QVERIFY(isDamaged(decode(description, bytes, syntax)));
        }
    }

    /// Wherever a frame is cut: an error, or marked as damaged, or every pixel is there all the same.
    void framesCutShort()
    {
        QRandomGenerator random(9);
        const auto description = test::greyDescription(96, 80, 16, 12, true);
        const auto values = test::somePixels(description, random);
        struct Case {
            QByteArray bytes;
            TransferSyntaxUid syntax;
        };
        for (const Case &c : {Case{test::encodeRle(description, values, random), rle},
                              {test::encodeJpegLs(description, values), jpegLs},
                              {test::encodeJpeg2000(description, values), jpeg2000},
                              {test::encodeJpeg2000(description, values, {.jp2 = true}), jpeg2000},
                              {test::encodeJpeg2000(description, values, {.tileSize = 32}), jpeg2000}}) {
            int partial = 0, lost = 0;
            for (int i = 0; i < 300; ++i) {
                const qsizetype length = i < 20 ? c.bytes.size() - 1 - i : c.bytes.size() * (i - 20) / 280;
                const auto frame = decode(description, c.bytes.left(length), c.syntax);
                if (!frame) {
                    QVERIFY(frame.error().code == ErrorCode::PixelsDamaged);
                    ++lost;
                } else if ((*frame)->damaged) {
                    ++partial;
                } else {
                    QVERIFY2(holds(frame, values),
                             qPrintable(QStringLiteral("%1 of %2 bytes").arg(length).arg(c.bytes.size())));
                }
            }
            QVERIFY(partial + lost > 250);
        }
    }

    /// The first half of a frame is worth showing, as damaged.
    void whatIsThereIsShown()
    {
        QRandomGenerator random(10);
        const auto description = test::greyDescription(64, 64, 16, 16, false);
        const auto values = test::somePixels(description, random);
        const QByteArray bytes = test::encodeJpegLs(description, values);
        const auto half = decode(description, bytes.left(bytes.size() / 2), jpegLs);
        QVERIFY(half && (*half)->damaged);
        for (int i = 0; i < 64 * 16; ++i)
            QCOMPARE((*half)->stored(i / 64, i % 64), values[std::size_t(i)]);
        const auto tiled = test::encodeJpeg2000(description, values, {.tileSize = 32});
        const auto part = decode(description, tiled.left(tiled.size() * 3 / 5), jpeg2000);
        QVERIFY(part && (*part)->damaged);
        for (int row = 0; row < 32; ++row) {
            for (int column = 0; column < 64; ++column)
                QCOMPARE((*part)->stored(row, column), values[std::size_t(64 * row + column)]);
        }
    }

    void nearLossless()
    {
        QRandomGenerator random(12);
        const auto description = test::greyDescription(64, 48, 16, 12, false);
        const auto values = test::somePixels(description, random);
        const auto frame =
            decode(description, test::encodeJpegLs(description, values, 0, 3), uid("1.2.840.10008.1.2.4.81"));
        QVERIFY(frame && !(*frame)->damaged);
        for (int i = 0; i < 64 * 48; ++i)
            QVERIFY(std::abs((*frame)->stored(i / 64, i % 64) - values[std::size_t(i)]) <= 3);
    }

    /// Padding belongs behind EOI; some writers put it before.
    void paddingBeforeTheEndOfAJpegLsStream()
    {
        QRandomGenerator random(13);
        const auto description = test::greyDescription(40, 30, 16, 12, false);
        const auto values = test::somePixels(description, random);
        QByteArray bytes = test::encodeJpegLs(description, values);
        bytes.insert(bytes.size() - 2, '\0');
        const auto padded = decode(description, bytes, jpegLs);
        QVERIFY(holds(padded, values) && !(*padded)->damaged);
        bytes.insert(bytes.size() - 2, "junk");
        const auto junk = decode(description, bytes, jpegLs);
        QVERIFY(!junk || (*junk)->damaged);
    }

    /// What no library here decodes whole is refused by its name, whatever the bytes: JPEG with arithmetic coding,
    /// videos of two eyes.
    void whatIsNotDecodedIsNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("1.2.840.10008.1.2.4.52") << QStringLiteral("JPEG Extended (Process 3 and 5)");
        QTest::newRow("1.2.840.10008.1.2.4.54")
            << QStringLiteral("JPEG Spectral Selection, Non-Hierarchical (Process 7 and 9)");
        QTest::newRow("1.2.840.10008.1.2.4.56")
            << QStringLiteral("JPEG Full Progression, Non-Hierarchical (Process 11 and 13)");
        QTest::newRow("1.2.840.10008.1.2.4.58") << QStringLiteral("JPEG Lossless, Non-Hierarchical (Process 15)");
        QTest::newRow("1.2.840.10008.1.2.4.106") << QStringLiteral("MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2");
        QTest::newRow("1.2.840.10008.1.2.4.106.1")
            << QStringLiteral("Fragmentable MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2");
    }
    void whatIsNotDecodedIsNamed()
    {
        QFETCH(QString, name);
        QRandomGenerator random(52);
        const auto description = test::greyDescription(16, 16, 8, 8, false);
        QByteArray bytes = test::encodeJpegBaseline(description, test::somePixels(description, random));
        const TransferSyntaxUid syntax(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(!pixels::canDecode(syntax));
        const auto declared = decode(description, bytes, syntax);
        QVERIFY(!declared && declared.error().code == ErrorCode::UnsupportedSyntax);
        QCOMPARE(declared.error().detail, name);
        // Such a stream under the name of a process that is decoded (SOF9 in place of SOF0).
        const qsizetype frameHeader = bytes.indexOf(QByteArray::fromHex("ffc0"));
        QVERIFY(frameHeader > 0);
        bytes[frameHeader + 1] = char(0xC9);
        const auto hidden = decode(description, bytes, uid("1.2.840.10008.1.2.4.51"));
        QVERIFY(!hidden && hidden.error().code == ErrorCode::UnsupportedSyntax);
    }

    void names()
    {
        QCOMPARE(pixels::syntaxName(jpeg2000), QStringLiteral("JPEG 2000 Lossless"));
        QCOMPARE(pixels::syntaxName(uid("1.2.840.10008.1.2.4.201")),
                 QStringLiteral("High-Throughput JPEG 2000 Lossless"));
        QCOMPARE(pixels::syntaxName(uid("1.2.3")), QStringLiteral("1.2.3"));
        for (const char *known :
             {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.2",
              "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81", "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91",
              "1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.57",
              "1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202",
              "1.2.840.10008.1.2.4.203"})
            QVERIFY(pixels::canDecode(uid(known)));
        for (const char *other :
             {"1.2.840.10008.1.2.4.92", "1.2.840.10008.1.2.4.110", "1.2.840.10008.1.2.4.65", "1.2.3", ""})
            QVERIFY(!pixels::canDecode(uid(other)));
        for (const char *huffman :
             {"1.2.840.10008.1.2.4.53", "1.2.840.10008.1.2.4.55"}) // retired; real files have them
            QVERIFY(pixels::canDecode(uid(huffman)));
        for (const char *video : {"1.2.840.10008.1.2.4.100", "1.2.840.10008.1.2.4.103.1", "1.2.840.10008.1.2.4.108"})
            QVERIFY(pixels::codingOf(uid(video)) == pixels::Coding::Video);
    }
};

CONSILIUM_TEST(CodecTest)
#include "CodecTest.moc"
