#include "tests/support/TestMain.h"
#include "tests/unit/pixels/TestEncoders.h"
#include "viewer/codecs/Decoder.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/dicom/Overlays.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/pixels/HelperDecoder.h"

#include <QProcess>
#include <QRandomGenerator>

#include <cmath>
#include <cstring>
#include <limits>

using namespace consilium;
using namespace Qt::StringLiterals;

namespace
{

const TransferSyntaxUid little(u"1.2.840.10008.1.2.1"_s), big(u"1.2.840.10008.1.2.2"_s);

/// What pydicom and numpy make of a file: 8-byte floats, one for each sample of all frames.
std::vector<double> byPydicom(const QString &path, const char *expression)
{
    const QString script = u"import sys, pydicom, numpy\n"
                           "d = pydicom.dcmread(sys.argv[1], force=True)\n"
                           "a = %1\n"
                           "sys.stdout.buffer.write(numpy.ascontiguousarray(a, dtype='<f8').tobytes())\n"_s.arg(
                               QLatin1StringView(expression));
    QProcess process;
    process.start(u"/usr/bin/python3"_s, {u"-W"_s, u"ignore"_s, u"-c"_s, script, path});
    process.waitForFinished(60000);
    const QByteArray bytes = process.readAllStandardOutput();
    std::vector<double> values(std::size_t(bytes.size()) / 8);
    std::memcpy(values.data(), bytes.constData(), values.size() * 8);
    return values;
}

struct Opened {
    std::vector<dicom::InstancePtr> images;
    std::vector<pixels::FramePtr> frames;
    QString problem;
};

Opened open(const QString &path)
{
    Opened opened;
    const auto header = dicom::readHeader(path);
    const auto images = header ? dicom::describeFrames(*header) : fail(header.error());
    if (!images) {
        opened.problem = errorName(images.error().code) + u' ' + images.error().detail;
        return opened;
    }
    pixels::HelperDecoder helper({QStringLiteral(CONSILIUM_BUILD_DIR "/bin/consilium-decoder"), -1});
    opened.images = *images;
    for (const auto &image : *images) {
        const auto bytes = dicom::readFrame(path, image->frame);
        const auto frame = bytes ? helper.decode({image->sop, image->frame}, image->pixels,
                                                 TransferSyntaxUid(header->text(tags::TransferSyntaxUid)), *bytes, {})
                                 : fail(bytes.error());
        if (!frame) {
            opened.problem = errorName(frame.error().code) + u' ' + frame.error().detail;
            return opened;
        }
        opened.frames.push_back(*frame);
    }
    return opened;
}

dicom::PixelDescription wide(int bits, bool isSigned, bool isFloat, int columns, int rows)
{
    auto description = test::greyDescription(columns, rows, bits, bits, isSigned);
    description.isFloat = isFloat;
    return description;
}

template<class Word>
QByteArray bytesOf(std::vector<Word> words, bool isBig)
{
    QByteArray bytes;
    for (const Word word : words) {
        std::array<char, sizeof(Word)> raw;
        std::memcpy(raw.data(), &word, sizeof(Word));
        if (isBig)
            std::reverse(raw.begin(), raw.end());
        bytes.append(raw.data(), raw.size());
    }
    return bytes;
}

template<class Word>
void checkWide(const std::vector<Word> &words, bool isSigned)
{
    for (const bool isBig : {false, true}) {
        const auto description =
            wide(int(sizeof(Word) * 8), isSigned, std::is_floating_point_v<Word>, int(words.size()), 1);
        const auto frame = pixels::decodeFrame({}, description, isBig ? big : little, bytesOf(words, isBig));
        QVERIFY2(frame, frame ? "" : qPrintable(frame.error().detail));
        QCOMPARE((*frame)->type, pixels::SampleType::F64);
        double low = std::numeric_limits<double>::infinity(), high = -low;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const double got = (*frame)->value(0, int(i)), want = double(words[i]);
            QVERIFY(got == want || (std::isnan(got) && std::isnan(want)));
            if (std::isfinite(want)) {
                low = std::min(low, want);
                high = std::max(high, want);
            }
        }
        QCOMPARE((*frame)->shownLow(), low);
        QCOMPARE((*frame)->shownHigh(), high);
    }
}

} // namespace

/// Rows 9 and 12 of the clinical rules for samples that no 8-bit screen and no 16-bit table holds.
class DeepPixelsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wideSamplesAreExact()
    {
        checkWide<std::uint32_t>({0u, 1u, 65536u, 2147483648u, 4294967295u}, false);
        checkWide<std::int32_t>({0, -1, std::numeric_limits<int>::min(), std::numeric_limits<int>::max(), 70000}, true);
        checkWide<float>({0.0f, -1.5f, 3.4e38f, 1e-30f, std::numeric_limits<float>::quiet_NaN(),
                          std::numeric_limits<float>::infinity()},
                         true);
        checkWide<double>({0.1, -1e300, std::numeric_limits<double>::quiet_NaN()}, true);
    }

    /// 24 bits in 32, at the bottom and at the top of the word; the others are set and count for nothing.
    void bitsOutsideAreDropped()
    {
        for (const bool isSigned : {false, true}) {
            for (const int shift : {0, 8}) {
                auto description = wide(32, isSigned, false, 3, 1);
                description.bitsStored = 24;
                description.highBit = 23 + shift;
                const std::uint32_t other = shift ? 0xA5u : 0xA5000000u;
                const auto frame = pixels::decodeFrame(
                    {}, description, little,
                    bytesOf<std::uint32_t>(
                        {5u << shift | other, 0xFFFFFFu << shift | other, 0x800000u << shift | other}, false));
                QVERIFY(frame);
                QCOMPARE((*frame)->value(0, 0), 5.0);
                QCOMPARE((*frame)->value(0, 1), isSigned ? -1.0 : 16777215.0);
                QCOMPARE((*frame)->value(0, 2), isSigned ? -8388608.0 : 8388608.0);
            }
        }
    }

    void cutShortIsDamaged()
    {
        const auto description = wide(32, false, false, 4, 4);
        const auto some = pixels::decodeFrame({}, description, little, QByteArray(40, 'x'));
        QVERIFY(some && (*some)->damaged);
        QVERIFY(!pixels::decodeFrame({}, description, little, QByteArray(3, 'x')));
    }

    /// Sixteen (and twelve) bits a channel: the full range is the full range of the screen.
    void deepColour()
    {
        QRandomGenerator random(5);
        for (const int bits : {16, 12, 10}) {
            for (const bool planar : {false, true}) {
                for (const bool isBig : {false, true}) {
                    auto description = test::colourDescription(7, 5);
                    description.bitsAllocated = 16;
                    description.bitsStored = bits;
                    description.highBit = bits - 1;
                    description.planar = planar;
                    const int most = (1 << bits) - 1;
                    std::vector<std::uint16_t> words(7 * 5 * 3);
                    for (auto &word : words)
                        word = std::uint16_t(random.bounded(most + 1));
                    words[0] = std::uint16_t(most);
                    words[1] = 0;
                    const auto frame =
                        pixels::decodeFrame({}, description, isBig ? big : little, bytesOf(words, isBig));
                    QVERIFY2(frame, frame ? "" : qPrintable(frame.error().detail));
                    for (std::size_t i = 0; i < words.size(); ++i) {
                        const std::size_t at = planar ? i % 35 * 3 + i / 35 : i;
                        QCOMPARE(int((*frame)->bytes[at]), int(std::floor(words[i] * 255.0 / most + 0.5)));
                    }
                }
            }
        }
    }

    void deepColourInJpeg2000()
    {
        QRandomGenerator random(6);
        auto description = test::colourDescription(40, 30);
        description.bitsAllocated = 16;
        description.bitsStored = 12;
        description.highBit = 11;
        std::vector<int> pixels(40 * 30 * 3);
        for (int &pixel : pixels)
            pixel = random.bounded(4096);
        const auto frame = pixels::decodeFrame({}, description, TransferSyntaxUid(u"1.2.840.10008.1.2.4.90"_s),
                                               test::encodeJpeg2000(description, pixels));
        QVERIFY2(frame, frame ? "" : qPrintable(frame.error().detail));
        for (std::size_t i = 0; i < pixels.size(); ++i)
            QCOMPARE(int((*frame)->bytes[i]), int(std::floor(pixels[i] * 255.0 / 4095 + 0.5)));
    }

    void overlaysInUnusedBits()
    {
        auto description = test::greyDescription(11, 3, 16, 12, true);
        description.overlayBits = {15, 12};
        std::vector<std::uint16_t> words(33);
        QRandomGenerator random(7);
        for (auto &word : words)
            word = std::uint16_t(random.bounded(65536));
        for (const bool isBig : {false, true}) {
            const auto frame = pixels::decodeFrame({}, description, isBig ? big : little, bytesOf(words, isBig));
            QVERIFY(frame);
            QCOMPARE((*frame)->overlays.size(), std::size_t(2));
            for (int i = 0; i < 33; ++i) {
                const auto isSet = [&](std::size_t plane) {
                    return ((*frame)->overlays[plane][i / 8] >> (i % 8) & 1) != 0;
                };
                QCOMPARE(isSet(0), (words[std::size_t(i)] & 0x8000) != 0);
                QCOMPARE(isSet(1), (words[std::size_t(i)] & 0x1000) != 0);
                const int low = words[std::size_t(i)] & 0xFFF;
                QCOMPARE((*frame)->stored(i / 11, i % 11), low >= 2048 ? low - 4096 : low);
            }
        }
    }

    void realFiles_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("expression"); // of numpy: what is shown
        QTest::addColumn<double>("tolerance");
        QTest::newRow("dose") << u"sr-pr-seg-rt-pdf/rtdose.dcm"_s
                              << QByteArray("d.pixel_array * float(d.DoseGridScaling)") << 1e-12;
        QTest::newRow("parametric map") << u"sr-pr-seg-rt-pdf/parametric_map_float.dcm"_s << QByteArray("d.pixel_array")
                                        << 0.0;
        QTest::newRow("colour of 16 bits")
            << u"transfer-syntaxes/SC_rgb_rle_16bit.dcm"_s
            << QByteArray("numpy.floor(d.pixel_array.astype('f8') * 255 / 65535 + 0.5)") << 0.0;
        QTest::newRow("colour of 16 bits, two frames")
            << u"transfer-syntaxes/SC_rgb_rle_16bit_2frame.dcm"_s
            << QByteArray("numpy.floor(d.pixel_array.astype('f8') * 255 / 65535 + 0.5)") << 0.0;
    }
    void realFiles()
    {
        REQUIRE_REAL_DATA(data)
        QFETCH(QString, file);
        QFETCH(QByteArray, expression);
        QFETCH(double, tolerance);
        const QString path = data + u'/' + file;
        const Opened opened = open(path);
        QVERIFY2(opened.problem.isEmpty(), qPrintable(opened.problem));
        const auto want = byPydicom(path, expression.constData());
        std::size_t at = 0;
        for (std::size_t i = 0; i < opened.frames.size(); ++i) {
            const auto &frame = *opened.frames[i];
            const auto &grey = opened.images[i]->grey;
            QVERIFY(!frame.damaged);
            for (int row = 0; row < frame.rows; ++row) {
                for (int column = 0; column < frame.columns; ++column) {
                    const bool isColour = frame.type == pixels::SampleType::Rgb8;
                    for (int k = 0; k < (isColour ? 3 : 1); ++k) {
                        QVERIFY(at < want.size());
                        const double got = isColour ? frame.bytes[std::size_t(3 * (row * frame.columns + column) + k)]
                                                    : grey.slope * frame.value(row, column) + grey.intercept;
                        QVERIFY2(std::abs(got - want[at]) <= tolerance,
                                 qPrintable(u"%1,%2: %3 instead of %4"_s.arg(column).arg(row).arg(got).arg(want[at])));
                        ++at;
                    }
                }
            }
        }
        QCOMPARE(at, want.size());
    }

    /// The two planes of a real file, whose bits lie in the pixels, as numpy takes them out.
    void realOverlays()
    {
        REQUIRE_REAL_DATA(data)
        const QString path = data + u"/sr-pr-seg-rt-pdf/overlay.dcm"_s;
        const Opened opened = open(path);
        QVERIFY2(opened.problem.isEmpty(), qPrintable(opened.problem));
        const auto &image = *opened.images.front();
        const auto &frame = *opened.frames.front();
        QVERIFY(image.overlays);
        std::size_t planes = 0;
        for (const auto &plane : *image.overlays) {
            if (plane.bitInPixels < 0)
                continue;
            const auto want = byPydicom(
                path,
                u"(numpy.frombuffer(d.PixelData, '<u2') >> %1) & 1"_s.arg(plane.bitInPixels).toLatin1().constData());
            QCOMPARE(image.pixels.overlayBits[planes], plane.bitInPixels);
            QVERIFY(want.size() >= std::size_t(plane.rows) * std::size_t(plane.columns));
            int set = 0;
            for (int i = 0; i < plane.rows * plane.columns; ++i) {
                const bool isSet = (frame.overlays[planes][i / 8] >> (i % 8) & 1) != 0;
                QCOMPARE(isSet, want[std::size_t(i)] != 0.0);
                set += isSet ? 1 : 0;
            }
            QVERIFY(set > 0);
            ++planes;
        }
        QCOMPARE(planes, std::size_t(2));
        QVERIFY(std::none_of(image.issues.begin(), image.issues.end(),
                             [](const auto &i) { return i.kind == dicom::DataIssue::Kind::OverlayMissing; }));
    }
};

CONSILIUM_TEST(DeepPixelsTest)
#include "DeepPixelsTest.moc"
