#include "tests/support/TestMain.h"
#include "tests/unit/pixels/NativeDecode.h"
#include "tests/unit/pixels/TestEncoders.h"
#include "viewer/pixels/NativeFrames.h"
#include "viewer/pixels/TransferSyntaxes.h"

using namespace consilium;
using namespace consilium::test;
using pixels::SampleType;

namespace
{

QByteArray wordBytes(unsigned word, int bitsAllocated, bool highFirst)
{
    QByteArray bytes;
    bytes.append(char(word & 0xFF));
    if (bitsAllocated == 16)
        bytes.insert(highFirst ? 0 : 1, char(word >> 8 & 0xFF));
    return bytes;
}

} // namespace

/// Row 9 of the clinical rules, for native pixels.
class NativeFrameTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Every number of stored bits at every place in the word, both signs, both byte orders; other bits are noise
    /// (overlays).
    void everyLayout()
    {
        QRandomGenerator random(1);
        int cases = 0;
        for (const int allocated : {8, 16}) {
            for (int stored = 1; stored <= allocated; ++stored) {
                for (int highBit = stored - 1; highBit < allocated; ++highBit) {
                    for (const bool isSigned : {false, true}) {
                        for (const auto &syntax : {littleEndian, bigEndian}) {
                            auto description = test::greyDescription(13, 7, allocated, stored, isSigned);
                            description.highBit = highBit;
                            const int range = 1 << stored, lowest = isSigned ? -range / 2 : 0;
                            std::vector<int> values;
                            QByteArray bytes;
                            for (int i = 0; i < 13 * 7; ++i) {
                                const int value = i == 0   ? lowest
                                                  : i == 1 ? lowest + range - 1
                                                           : lowest + random.bounded(range);
                                const int shift = highBit + 1 - stored;
                                unsigned word = random.bounded(65536u) & ~(unsigned(range - 1) << shift);
                                word |= (unsigned(value) & unsigned(range - 1)) << shift;
                                values.push_back(value);
                                bytes += wordBytes(word, allocated, syntax == bigEndian);
                            }
                            const auto frame = decode(description, bytes, syntax);
                            QVERIFY(frame);
                            QVERIFY((*frame)->type == (isSigned ? SampleType::S16 : SampleType::U16));
                            for (int i = 0; i < 13 * 7; ++i)
                                QCOMPARE((*frame)->stored(i / 13, i % 13), values[std::size_t(i)]);
                            QCOMPARE((*frame)->minimum, lowest);
                            QCOMPARE((*frame)->maximum, lowest + range - 1);
                            QVERIFY(!(*frame)->damaged);
                            ++cases;
                        }
                    }
                }
            }
        }
        QCOMPARE(cases, (36 + 136) * 4);
    }

    void oneBitPerPixelWithoutPaddingBetweenRows()
    {
        QRandomGenerator random(2);
        for (const int columns : {1, 3, 7, 8, 9, 13, 64}) {
            const auto description = test::greyDescription(columns, 11, 1, 1, false);
            QByteArray bytes((columns * 11 + 7) / 8, 0);
            std::vector<int> values;
            for (int i = 0; i < columns * 11; ++i) {
                values.push_back(random.bounded(2));
                bytes[i / 8] = char(bytes[i / 8] | values.back() << (i % 8));
            }
            const auto frame = decode(description, bytes);
            QVERIFY(frame && !(*frame)->damaged);
            for (int i = 0; i < columns * 11; ++i)
                QCOMPARE((*frame)->stored(i / columns, i % columns), values[std::size_t(i)]);
        }
    }

    void paddingDoesNotCountInTheShownRange()
    {
        auto description = test::greyDescription(4, 1, 16, 16, true);
        description.paddingValue = -2000;
        const std::vector<int> values{-2000, -500, 300, -1990};
        const QByteArray bytes = test::encodeNative(description, values);
        const auto one = decode(description, bytes);
        QVERIFY(one);
        QCOMPARE((*one)->minimum, -2000);
        QCOMPARE((*one)->shownMinimum, -1990);
        QCOMPARE((*one)->shownMaximum, 300);
        description.paddingLimit = -1900;
        QCOMPARE((*decode(description, bytes))->shownMinimum, -500);
        std::swap(*description.paddingLimit, *description.paddingValue);
        QCOMPARE((*decode(description, bytes))->shownMinimum, -500);
        description.paddingLimit = 32767;
        description.paddingValue = -32768;
        QCOMPARE((*decode(description, bytes))->shownMinimum, -2000); // nothing but padding
        QCOMPARE((*decode(description, bytes))->shownMaximum, 300);
    }

    /// Padding that needs bits above Bits Stored is found by the whole word, comes out as it is, and no sample is taken
    /// for it, whatever else stands in the bits above.
    void paddingAboveTheStoredBits()
    {
        QRandomGenerator random(4);
        for (const int allocated : {8, 16}) {
            for (int stored = 1; stored < allocated; ++stored) {
                for (const bool isSigned : {false, true}) {
                    for (const auto &syntax : {littleEndian, bigEndian}) {
                        auto description = test::greyDescription(16, 16, allocated, stored, isSigned);
                        const int range = 1 << stored, lowest = isSigned ? -range / 2 : 0;
                        const int words = 1 << allocated, padding = isSigned ? -words / 2 : words - 1;
                        description.paddingValue = padding;
                        QByteArray bytes;
                        std::vector<int> values;
                        for (int i = 0; i < 256; ++i) {
                            const bool isPadding = i % 7 == 3;
                            unsigned word = unsigned(padding) & unsigned(words - 1);
                            int value = padding;
                            while (!isPadding &&
                                   (word & unsigned(words - 1)) == (unsigned(padding) & unsigned(words - 1))) {
                                value = lowest + random.bounded(range);
                                word = (random.bounded(65536u) & unsigned(words - 1) & ~unsigned(range - 1)) |
                                       (unsigned(value) & unsigned(range - 1));
                            }
                            values.push_back(value);
                            bytes += wordBytes(word, allocated, syntax == bigEndian);
                        }
                        const auto frame = decode(description, bytes, syntax);
                        QVERIFY(frame);
                        int low = 1 << 20, high = -(1 << 20);
                        for (int i = 0; i < 256; ++i) {
                            QCOMPARE((*frame)->stored(i / 16, i % 16), values[std::size_t(i)]);
                            if (i % 7 != 3) {
                                low = std::min(low, values[std::size_t(i)]);
                                high = std::max(high, values[std::size_t(i)]);
                            }
                        }
                        QCOMPARE((*frame)->shownMinimum, low);
                        QCOMPARE((*frame)->shownMaximum, high);
                    }
                }
            }
        }
    }

    void oneFrameHasOneLength()
    {
        using dicom::Photometric;
        const auto grey = [](int rows, int columns, int bits) {
            return test::greyDescription(rows, columns, bits, bits, false);
        };
        const auto isOnly = [](const dicom::PixelDescription &description, int right, bool isPadded) {
            for (int bytes = 0; bytes < 2 * right + 4; ++bytes)
                if (pixels::isNativeLength(description, bytes) != (bytes == right || (isPadded && bytes == right + 1)))
                    return false;
            return true;
        };
        QVERIFY(isOnly(grey(16, 16, 16), 512, false));
        QVERIFY(isOnly(grey(5, 3, 16), 30, false));
        QVERIFY(isOnly(grey(16, 16, 8), 256, false));
        QVERIFY(isOnly(grey(5, 3, 8), 15, true)); // PS3.5 8.1.1: an odd number of bytes is padded
        QVERIFY(isOnly(grey(5, 3, 1), 2, false)); // 15 bits
        QVERIFY(isOnly(grey(5, 5, 1), 4, false)); // 25 bits
        QVERIFY(isOnly(grey(5, 4, 1), 3, true));  // 20 bits
        QVERIFY(isOnly(grey(3, 3, 32), 36, false));
        QVERIFY(isOnly(test::colourDescription(5, 3), 45, true));
        QVERIFY(isOnly(test::colourDescription(4, 3, Photometric::YbrFull422), 24, false));
        auto deep = test::colourDescription(5, 3);
        deep.bitsAllocated = 16;
        QVERIFY(isOnly(deep, 90, false));
    }

    void whatIsNotShownIsRefusedWithAReason()
    {
        const QByteArray bytes(4096, 1);
        const auto refused = [&](const dicom::PixelDescription &description, const char *reason) {
            const auto frame = decode(description, bytes);
            return !frame && frame.error().code == ErrorCode::UnsupportedImage &&
                   frame.error().detail.contains(QLatin1StringView(reason));
        };
        auto description = test::greyDescription(8, 8, 64, 64, false); // of floats only
        QVERIFY(refused(description, "64 bits"));
        description = test::greyDescription(8, 8, 12, 12, false);
        QVERIFY(refused(description, "12 bits"));
        description = test::greyDescription(8, 8, 16, 12, false);
        for (const int highBit : {10, 16, -1, 1000}) {
            description.highBit = highBit;
            QVERIFY(refused(description, "12 bits stored"));
        }
        description = test::colourDescription(8, 8);
        description.bitsAllocated = description.bitsStored = 32;
        QVERIFY(refused(description, "colour with 32"));
        description = test::colourDescription(7, 8, dicom::Photometric::YbrFull422);
        QVERIFY(refused(description, "odd"));
        description = test::colourDescription(8, 8);
        description.samplesPerPixel = 4;
        QVERIFY(refused(description, "4 samples"));
        description = test::greyDescription(0, 8, 8, 8, false);
        QVERIFY(refused(description, "0 x 8"));
        description = test::greyDescription(65535, 65535, 16, 16, false);
        QVERIFY(decode(description, bytes).error().code == ErrorCode::OutOfMemory);
    }

    void colour()
    {
        QRandomGenerator random(3);
        auto description = test::colourDescription(5, 3);
        const auto values = test::somePixels(description, random);
        const QByteArray interleaved = test::encodeNative(description, values);
        const auto frame = decode(description, interleaved);
        QVERIFY(frame && (*frame)->type == SampleType::Rgb8);
        QVERIFY(std::equal(values.begin(), values.end(), (*frame)->bytes.begin(), (*frame)->bytes.end()));
        QByteArray planes;
        for (int k = 0; k < 3; ++k) {
            for (int i = 0; i < 15; ++i)
                planes.append(interleaved[3 * i + k]);
        }
        description.planar = true;
        QVERIFY((*decode(description, planes))->bytes == (*frame)->bytes);
        const auto cut = decode(description, planes.left(40));
        QVERIFY(cut && (*cut)->damaged);
    }

    void ybrToRgb()
    {
        const auto description = test::colourDescription(4, 1, dicom::Photometric::YbrFull);
        const std::vector<int> ybr{76, 85, 255, 150, 44, 21, 29, 255, 107, 200, 128, 128};
        const auto frame = decode(description, test::encodeNative(description, ybr));
        QVERIFY(frame);
        for (std::size_t i = 0; i < 4; ++i) {
            const double y = ybr[3 * i], cb = ybr[3 * i + 1] - 128.0, cr = ybr[3 * i + 2] - 128.0;
            const double rgb[3] = {y + 1.402 * cr, y - 0.114 * 1.772 / 0.587 * cb - 0.299 * 1.402 / 0.587 * cr,
                                   y + 1.772 * cb};
            for (std::size_t k = 0; k < 3; ++k)
                QCOMPARE(int((*frame)->bytes[3 * i + k]), int(std::clamp(std::floor(rgb[k] + 0.5), 0.0, 255.0)));
        }
        // Sub-sampled: two neighbours share their colour.
        const auto halved =
            decode(test::colourDescription(4, 1, dicom::Photometric::YbrFull422), QByteArray::fromHex("4C965500"
                                                                                                      "1DC8FF6B"));
        const auto full = decode(description, QByteArray::fromHex("4C5500"
                                                                  "965500"
                                                                  "1DFF6B"
                                                                  "C8FF6B"));
        QVERIFY(halved && full && (*halved)->bytes == (*full)->bytes);
    }

    /// Black is 16 and white 235, and 16 to 240 the range of colour: PS3.3 of 2004, C.7.6.3.1.2.
    void partialRange()
    {
        auto description = test::colourDescription(4, 2, dicom::Photometric::YbrFull422);
        description.photometricName = QStringLiteral("YBR_PARTIAL_422");
        const std::vector<int> stored{16, 235, 128, 128, 81, 145, 90, 240, 41, 126, 240, 110, 0, 255, 30, 200};
        QByteArray bytes;
        for (const int one : stored)
            bytes.append(char(one));
        const auto frame = decode(description, bytes);
        QVERIFY(frame && !(*frame)->damaged);
        for (std::size_t i = 0; i < 8; ++i) {
            const std::size_t at = i / 2 * 4;
            const double y = (stored[at + i % 2] - 16) / 219.0, cb = (stored[at + 2] - 128) / 224.0,
                         cr = (stored[at + 3] - 128) / 224.0;
            const double rgb[3] = {y + 1.402 * cr, y - 0.114 * 1.772 / 0.587 * cb - 0.299 * 1.402 / 0.587 * cr,
                                   y + 1.772 * cb};
            for (std::size_t k = 0; k < 3; ++k)
                QCOMPARE(int((*frame)->bytes[3 * i + k]), int(std::floor(std::clamp(rgb[k], 0.0, 1.0) * 255.0 + 0.5)));
        }
        QCOMPARE(int((*frame)->bytes[0]), 0);   // black
        QCOMPARE(int((*frame)->bytes[3]), 255); // white
    }

    void cancelledOrUnknown()
    {
        const CancelToken cancel;
        cancel.cancel();
        const auto description = test::greyDescription(8, 8, 8, 8, false);
        const QByteArray bytes(64, 1);
        QVERIFY(pixels::decodeFrame({}, description, littleEndian, bytes, cancel).error().code == ErrorCode::Cancelled);
        const auto frame = decode(description, bytes);
        QCOMPARE((*frame)->key.frame, 3);
        QVERIFY((*frame)->key.sop.text() == QStringLiteral("1.2"));
        const auto jpeg = decode(description, bytes, TransferSyntaxUid(QStringLiteral("1.2.840.10008.1.2.4.110")));
        QVERIFY(jpeg.error().code == ErrorCode::UnsupportedSyntax);
        QCOMPARE(jpeg.error().detail, QStringLiteral("JPEG XL Lossless"));
        QCOMPARE(decode(description, bytes, TransferSyntaxUid(QStringLiteral("9.8.7"))).error().detail,
                 QStringLiteral("9.8.7"));
    }

    /// Whoever cannot see an image is told which compression it is in; nothing but such a name is repeated.
    void theSyntaxIsNamed()
    {
        const auto told = [](const QString &detail) { return userMessage({ErrorCode::UnsupportedSyntax, detail}); };
        const QString plain = told({});
        int named = 0;
        for (const char *const root : {"1.2.840.10008.1.2", "1.2.840.10008.1.2.4", "1.2.840.10008.1.2.1"}) {
            for (int i = 1; i < 300; ++i) {
                const TransferSyntaxUid uid(QStringLiteral("%1.%2").arg(QLatin1StringView(root)).arg(i));
                const QString name = pixels::syntaxName(uid);
                if (name == uid.text())
                    continue;
                QCOMPARE(told(name), plain.chopped(1) + QStringLiteral(" (") + name + QStringLiteral(")."));
                ++named;
            }
        }
        QVERIFY(named > 40);
        for (const char *const other : {"9.8.7", "TEST^ONE", "/home/x/JPEG 2000", "JPEG <b>", "JPEG 2000\nTEST"})
            QCOMPARE(told(QString::fromLatin1(other)), plain);
        QVERIFY(!userMessage({ErrorCode::PixelsDamaged, QStringLiteral("JPEG 2000")}).contains(QStringLiteral("JPEG")));
    }
};

CONSILIUM_TEST(NativeFrameTest)
#include "NativeFrameTest.moc"
