#include "tests/phantom/HtJpeg2000.h"
#include "tests/support/TestMain.h"
#include "tests/unit/pixels/TestEncoders.h"
#include "viewer/codecs/Decoder.h"
#include "viewer/pixels/HelperDecoder.h"

using namespace consilium;

namespace
{

TransferSyntaxUid uid(const char *text)
{
    return TransferSyntaxUid(QString::fromLatin1(text));
}

/// Flips, overwrites, cuts, repeats: a few at a time, most of them near the headers.
QByteArray mutated(QByteArray bytes, QRandomGenerator &random)
{
    const int changes = 1 + random.bounded(6);
    for (int i = 0; i < changes && !bytes.isEmpty(); ++i) {
        const qsizetype reach = random.bounded(3) ? std::min<qsizetype>(bytes.size(), 160) : bytes.size();
        const qsizetype at = random.bounded(int(reach));
        switch (random.bounded(6)) {
        case 0:
            bytes[at] = char(bytes[at] ^ (1 << random.bounded(8)));
            break;
        case 1:
            bytes[at] = char(random.bounded(256));
            break;
        case 2:
            bytes[at] = char(random.bounded(2) ? 0xFF : 0x00);
            break;
        case 3:
            bytes.truncate(random.bounded(int(bytes.size()) + 1));
            break;
        case 4:
            bytes.insert(at, bytes.mid(random.bounded(int(bytes.size())), random.bounded(40)));
            break;
        default:
            bytes.remove(at, random.bounded(20));
            break;
        }
    }
    return bytes;
}

} // namespace

/// Bad bytes give errors or pixels of the described size, never anything worse. Worth running under the sanitizers.
class MutationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCodec_data()
    {
        QTest::addColumn<int>("codec");
        for (int codec = 0; codec < 8; ++codec)
            QTest::addRow("%d", codec) << codec;
    }

    void everyCodec()
    {
        QFETCH(int, codec);
        QRandomGenerator random(100 + quint32(codec));
        const bool isColour = codec == 5, isBaseline = codec == 6;
        const auto description = isColour     ? test::colourDescription(33, 17)
                                 : isBaseline ? test::greyDescription(33, 17, 8, 8, false)
                                              : test::greyDescription(33, 17, 16, 12, codec % 2 == 0);
        const auto pixels = test::somePixels(description, random);
        const std::pair<QByteArray, const char *> frames[] = {
            {test::encodeNative(description, pixels), "1.2.840.10008.1.2.2"},
            {test::encodeRle(description, pixels, random), "1.2.840.10008.1.2.5"},
            {test::encodeJpegLs(description, pixels), "1.2.840.10008.1.2.4.80"},
            {test::encodeJpeg2000(description, pixels), "1.2.840.10008.1.2.4.90"},
            {test::encodeJpeg2000(description, pixels, {.jp2 = true, .tileSize = 16}), "1.2.840.10008.1.2.4.91"},
            {test::encodeJpeg2000(description, pixels, {.mixComponents = isColour}), "1.2.840.10008.1.2.4.91"},
            {isBaseline ? test::encodeJpegBaseline(description, pixels) : QByteArray(), "1.2.840.10008.1.2.4.50"},
            {isColour ? QByteArray() : test::encodeJpegLossless(description, pixels), "1.2.840.10008.1.2.4.70"},
        };
        const auto &[bytes, syntax] = frames[codec];
        QVERIFY(!bytes.isEmpty());
        const auto whole = pixels::decodeFrame({}, description, uid(syntax), bytes);
        QVERIFY2(whole && !(*whole)->damaged, whole ? "damaged" : qPrintable(whole.error().detail));
        // The first is of the other byte order, and these two are not lossless or not grey.
        for (int i = 0; i < 33 * 17 && codec > 0 && !isColour && !isBaseline; ++i)
            QCOMPARE((*whole)->stored(i / 33, i % 33), pixels[std::size_t(i)]);
        int usable = 0, refused = 0;
        for (int i = 0; i < 3000; ++i) {
            const auto frame = pixels::decodeFrame({}, description, uid(syntax), mutated(bytes, random));
            if (!frame) {
                QVERIFY(frame.error().code != ErrorCode::Internal);
                ++refused;
                continue;
            }
            ++usable;
            QCOMPARE((*frame)->rows, 17);
            QCOMPARE((*frame)->columns, 33);
            QCOMPARE((*frame)->bytes.size(), std::size_t(33 * 17 * (isColour ? 3 : 2)));
            QVERIFY((*frame)->minimum <= (*frame)->maximum);
        }
        QVERIFY(usable > 0 && refused > 0);
    }

    /// In the helper alone: what OpenJPH 0.9 makes of broken streams ends the process that it runs in (known faults of
    /// the fuzzers). What is left of it is an error, and the next frame is decoded as ever.
    void htj2kInTheHelper()
    {
        QRandomGenerator random(201);
        const auto description = test::greyDescription(33, 17, 16, 12, false);
        const auto pixels = test::somePixels(description, random);
        const std::vector<std::int32_t> samples(pixels.begin(), pixels.end());
        const auto whole = phantom::encodeHtJpeg2000(samples, 17, 33, 12, false);
        QVERIFY(whole);
        const TransferSyntaxUid syntax = uid("1.2.840.10008.1.2.4.201");
        pixels::HelperDecoder helper({QStringLiteral(CONSILIUM_BUILD_DIR "/bin/consilium-decoder"), -1});
        int usable = 0, refused = 0;
        for (int i = 0; i < 300; ++i) {
            const auto frame = helper.decode({}, description, syntax, mutated(*whole, random), {});
            if (!frame) {
                QVERIFY2(frame.error().code == ErrorCode::PixelsDamaged ||
                             frame.error().code == ErrorCode::DecoderFailed ||
                             frame.error().code == ErrorCode::UnsupportedSyntax ||
                             frame.error().code == ErrorCode::UnsupportedImage ||
                             frame.error().code == ErrorCode::OutOfMemory,
                         qPrintable(errorName(frame.error().code)));
                ++refused;
            } else {
                QCOMPARE((*frame)->bytes.size(), std::size_t(33 * 17 * 2));
                ++usable;
            }
            if (i % 50 != 0)
                continue;
            const auto sound = helper.decode({}, description, syntax, *whole, {});
            QVERIFY2(sound && !(*sound)->damaged, sound ? "damaged" : qPrintable(sound.error().detail));
            for (int k = 0; k < 33 * 17; ++k)
                QCOMPARE((*sound)->stored(k / 33, k % 33), pixels[std::size_t(k)]);
        }
        QVERIFY(usable > 0 && refused > 0);
    }
};

CONSILIUM_TEST(MutationTest)
#include "MutationTest.moc"
