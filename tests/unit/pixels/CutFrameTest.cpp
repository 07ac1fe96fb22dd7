#include "base/platform/Platform.h"
#include "tests/support/TestMain.h"
#include "tests/unit/pixels/NativeDecode.h"
#include "tests/unit/pixels/TestEncoders.h"
#include "viewer/pixels/NativeFrames.h"
#include "viewer/pixels/TransferSyntaxes.h"

#include <QFile>

using namespace consilium;
using namespace consilium::test;

/// Of a frame that is not all there only what the file brings is known, and no memory is taken for the rest.
class CutFrameTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFrameCutShortIsDamaged()
    {
        for (const int allocated : {1, 8, 16}) {
            const auto description = test::greyDescription(16, 16, allocated, allocated, false);
            const QByteArray bytes(256 * allocated / 8, char(0x81));
            QVERIFY(!(*decode(description, bytes))->damaged);
            QVERIFY(!(*decode(description, bytes + '\0'))->damaged); // padded to an even length
            const auto cut = decode(description, bytes.left(bytes.size() - 1));
            QVERIFY(cut && (*cut)->damaged);
            QCOMPARE((*cut)->stored(0, 0), (*decode(description, bytes))->stored(0, 0));
            QCOMPARE((*cut)->minimum, (*decode(description, bytes))->minimum); // what is missing adds no value
            QVERIFY(decode(description, {}).error().code == ErrorCode::PixelsDamaged);
        }
        QVERIFY(decode(test::greyDescription(16, 16, 16, 16, false), "a").error().code == ErrorCode::PixelsDamaged);
    }

    void aDistrustedFrameKnowsNoPixel()
    {
        const auto description = test::greyDescription(16, 16, 16, 16, false);
        const auto frame = decode(description, QByteArray(512, '\1'));
        QVERIFY(frame && !(*frame)->damaged && (*frame)->isKnown(0, 0));
        const auto doubted = pixels::distrusted(**frame);
        QVERIFY(doubted && (*doubted)->damaged && !(*doubted)->isKnown(0, 0) && !(*doubted)->isKnown(15, 15));
        QVERIFY((*doubted)->key == (*frame)->key && (*doubted)->bytes == (*frame)->bytes);
        QVERIFY(!(*frame)->damaged);
    }

    void whichPixelsOfACutFrameAreThere_data()
    {
        using dicom::Photometric;
        QTest::addColumn<dicom::PixelDescription>("description");
        QTest::addColumn<TransferSyntaxUid>("syntax");
        QTest::addColumn<int>("bytes");
        QTest::addColumn<int>("known");
        const auto row = [](const char *name, const dicom::PixelDescription &description, int bytes, int known) {
            QTest::newRow(name) << description << littleEndian << bytes << known;
        };
        row("single bits", test::greyDescription(16, 16, 1, 1, false), 5, 40);
        row("8 bits", test::greyDescription(16, 16, 8, 8, false), 100, 100);
        row("16 bits, half a sample", test::greyDescription(16, 16, 16, 12, true), 101, 50);
        QTest::newRow("big endian") << test::greyDescription(16, 16, 16, 12, true) << bigEndian << 100 << 50;
        row("32 bits", test::greyDescription(16, 16, 32, 32, false), 103, 25);
        row("colour", test::colourDescription(16, 16), 101, 33);
        auto deep = test::colourDescription(16, 16);
        deep.bitsAllocated = deep.bitsStored = 16;
        deep.highBit = 15;
        row("deep colour", deep, 101, 16);
        row("two pixels share their colour", test::colourDescription(16, 16, Photometric::YbrFull422), 103, 50);
        auto planes = test::colourDescription(16, 16);
        planes.planar = true;
        row("colour by plane", planes, 700, 0); // of each pixel something is there, or may be
        row("whole", test::greyDescription(16, 16, 8, 8, false), 256,
            0); // of a frame that is not damaged nothing is said
        QTest::newRow("RLE") << test::greyDescription(16, 16, 8, 8, false)
                             << TransferSyntaxUid(QStringLiteral("1.2.840.10008.1.2.5")) << 70 << 0;
    }

    void whichPixelsOfACutFrameAreThere()
    {
        QFETCH(dicom::PixelDescription, description);
        QFETCH(TransferSyntaxUid, syntax);
        QFETCH(int, bytes);
        QFETCH(int, known);
        QByteArray encoded(bytes, '\1');
        if (pixels::codingOf(syntax) == pixels::Coding::Rle) // one segment behind the header
            encoded.replace(0, 8, QByteArray("\1\0\0\0\100\0\0\0", 8));
        const auto frame = decode(description, encoded, syntax);
        QVERIFY(frame);
        QCOMPARE((*frame)->damaged, known > 0 || bytes != 256);
        QCOMPARE(int((*frame)->knownPixels), known);
        const bool isWhole = !(*frame)->damaged;
        QCOMPARE((*frame)->isKnown(0, 0), isWhole || known > 0);
        QVERIFY(isWhole || known == 0 || (*frame)->isKnown((known - 1) / 16, (known - 1) % 16));
        QCOMPARE((*frame)->isKnown(known / 16, known % 16), isWhole);
    }

    void aHeaderAloneTakesNoMemory_data()
    {
        QTest::addColumn<int>("samples");
        QTest::addColumn<int>("bits");
        QTest::addColumn<bool>("isFloat");
        QTest::addColumn<TransferSyntaxUid>("syntax");
        const TransferSyntaxUid rle(QStringLiteral("1.2.840.10008.1.2.5"));
        QTest::newRow("single bits") << 1 << 1 << false << littleEndian;
        QTest::newRow("8 bits") << 1 << 8 << false << littleEndian;
        QTest::newRow("16 bits, big endian") << 1 << 16 << false << bigEndian;
        QTest::newRow("32 bits") << 1 << 32 << false << littleEndian;
        QTest::newRow("floats") << 1 << 32 << true << littleEndian;
        QTest::newRow("doubles") << 1 << 64 << true << littleEndian;
        QTest::newRow("colour") << 3 << 8 << false << littleEndian;
        QTest::newRow("16 bits as RLE") << 1 << 16 << false << rle;
        QTest::newRow("32 bits as RLE") << 1 << 32 << false << rle;
    }

    /// 131 million pixels, of which a file of a few hundred bytes brings some: 262 MB to 1 GB were theirs.
    void aHeaderAloneTakesNoMemory()
    {
        QFETCH(int, samples);
        QFETCH(int, bits);
        QFETCH(bool, isFloat);
        QFETCH(TransferSyntaxUid, syntax);
        auto description =
            samples == 3 ? test::colourDescription(2000, 65535) : test::greyDescription(2000, 65535, bits, bits, false);
        description.isFloat = isFloat;
        // The peak so far is that of other tests: from here on it is this one's (proc(5), clear_refs).
        QFile peak(QStringLiteral("/proc/self/clear_refs"));
        if (peak.open(QIODevice::WriteOnly))
            peak.write("5");
        peak.close();
        const std::int64_t before = platform::residentBytes();
        QByteArray bytes(300, '\1');
        if (pixels::codingOf(syntax) == pixels::Coding::Rle)
            bytes.replace(0, 4,
                          QByteArray(1, char(bits / 8)) + QByteArray(3, '\0')); // as many segments as there must be
        const auto frame = decode(description, bytes, syntax);
        QVERIFY(!frame);
        QCOMPARE(errorName(frame.error().code), QStringLiteral("PixelsDamaged"));
        QVERIFY2(platform::peakResidentBytes() - before < 50'000'000, qPrintable(QString::number(before)));
    }

    /// What a broken transfer left of a large frame is shown, as long as it is a part of it to speak of.
    void ofALargeFrameARealPartIsShown()
    {
        const auto description = test::greyDescription(3000, 3000, 16, 16, false); // 17 MiB
        const QByteArray whole(18'000'000, '\1');
        QVERIFY(!(*decode(description, whole))->damaged);
        for (const int part : {2, 8, 15}) {
            const auto cut = decode(description, whole.left(whole.size() / part));
            QVERIFY(cut && (*cut)->damaged);
            QCOMPARE((*cut)->stored(0, 2999), 0x0101);
        }
        QVERIFY(decode(description, whole.left(whole.size() / 20)).error().code == ErrorCode::PixelsDamaged);
        // One that takes little memory is made of whatever is there.
        QVERIFY((*decode(test::greyDescription(2000, 2000, 16, 16, false), whole.left(300)))->damaged);
    }
};

CONSILIUM_TEST(CutFrameTest)
#include "CutFrameTest.moc"
