#include "tests/phantom/HtJpeg2000.h"
#include "tests/support/TestMain.h"
#include "tests/unit/pixels/TestEncoders.h"
#include "viewer/codecs/Decoder.h"
#include "viewer/dicom/Describe.h"
#include "viewer/dicom/DicomFile.h"

#include <QDir>

#include <openjpeg.h>

using namespace consilium;
using pixels::FramePtr;

namespace
{

const TransferSyntaxUid htj2k(QStringLiteral("1.2.840.10008.1.2.4.201")),
    htj2kRpcl(QStringLiteral("1.2.840.10008.1.2.4.202")), htj2kLossy(QStringLiteral("1.2.840.10008.1.2.4.203"));

struct Opened {
    dicom::PixelDescription description;
    QByteArray encoded;
    Result<FramePtr> frame = fail(ErrorCode::Internal);
};

Opened open(const QString &path)
{
    Opened opened;
    const auto header = dicom::readHeader(path);
    auto bytes = dicom::readFrame(path, 0);
    if (!header || !bytes) {
        opened.frame = fail(header ? bytes.error() : header.error());
        return opened;
    }
    dicom::Issues issues;
    const auto description = dicom::describePixels(*header, issues);
    if (!description) {
        opened.frame = fail(description.error());
        return opened;
    }
    opened.description = *description;
    opened.encoded = *bytes;
    opened.frame = pixels::decodeFrame({}, opened.description, opened.description.transferSyntax, opened.encoded);
    return opened;
}

/// Samples as OpenJPEG, which also decodes HTJ2K, gives them: interleaved.
std::vector<int> byOpenJpeg(const QByteArray &codestream)
{
    struct Memory {
        const QByteArray &bytes;
        qsizetype at = 0;
    } memory{codestream};
    opj_stream_t *stream = opj_stream_create(1 << 16, OPJ_TRUE);
    opj_stream_set_user_data(stream, &memory, nullptr);
    opj_stream_set_user_data_length(stream, OPJ_UINT64(codestream.size()));
    opj_stream_set_read_function(stream, [](void *buffer, OPJ_SIZE_T size, void *user) -> OPJ_SIZE_T {
        auto *m = static_cast<Memory *>(user);
        const qsizetype count = std::min<qsizetype>(qsizetype(size), m->bytes.size() - m->at);
        if (count == 0)
            return OPJ_SIZE_T(-1);
        std::memcpy(buffer, m->bytes.constData() + m->at, std::size_t(count));
        m->at += count;
        return OPJ_SIZE_T(count);
    });
    opj_codec_t *codec = opj_create_decompress(OPJ_CODEC_J2K);
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    opj_setup_decoder(codec, &parameters);
    opj_image_t *image = nullptr;
    std::vector<int> samples;
    if (opj_read_header(stream, codec, &image) && opj_decode(codec, stream, image)) {
        const std::size_t pixels = std::size_t(image->comps[0].w) * image->comps[0].h;
        for (std::size_t i = 0; i < pixels; ++i)
            for (OPJ_UINT32 k = 0; k < image->numcomps; ++k)
                samples.push_back(image->comps[k].data[i]);
    }
    opj_image_destroy(image);
    opj_destroy_codec(codec);
    opj_stream_destroy(stream);
    return samples;
}

} // namespace

/// Row 12 of the clinical rules for JPEG and HTJ2K, on real files.
class JpegFilesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void htj2kAgainstOpenJpeg()
    {
        REQUIRE_REAL_DATA(data)
        for (const char *name : {"HTJ2KLossless_08_RGB.dcm", "HTJ2K_08_RGB.dcm"}) {
            const auto opened = open(data + QStringLiteral("/transfer-syntaxes/") + QString::fromLatin1(name));
            QVERIFY2(opened.frame, opened.frame ? "" : qPrintable(opened.frame.error().detail));
            QVERIFY(!(*opened.frame)->damaged);
            const auto reference = byOpenJpeg(opened.encoded);
            const auto &here = (*opened.frame)->bytes;
            QCOMPARE(here.size(), reference.size());
            const bool isLossless = QLatin1StringView(name).startsWith(QLatin1StringView("HTJ2KLossless"));
            int largest = 0;
            for (std::size_t i = 0; i < here.size(); ++i)
                largest = std::max(largest, std::abs(int(here[i]) - int(reference[i])));
            QVERIFY2(largest <= (isLossless ? 0 : 2), qPrintable(QString::number(largest)));
        }
    }

    /// What OpenJPH wrote of known samples comes back as they were; OpenJPEG agrees.
    void htj2kOfKnownSamples_data()
    {
        QTest::addColumn<int>("bits");
        QTest::addColumn<QByteArray>("order");
        for (const int bits : {8, 12, 16})
            for (const char *order : {"RPCL", "LRCP", "RLCP", "PCRL", "CPRL"})
                QTest::addRow("%d bits, %s", bits, order) << bits << QByteArray(order);
    }
    void htj2kOfKnownSamples()
    {
        QFETCH(const int, bits);
        QFETCH(const QByteArray, order);
        for (const auto &syntax : {htj2k, htj2kRpcl, htj2kLossy}) {
            const int rows = 37, columns = 53;
            std::vector<std::int32_t> samples;
            for (int i = 0; i < rows * columns; ++i)
                samples.push_back((i * 7919) % (1 << bits));
            const auto stream = phantom::encodeHtJpeg2000(samples, rows, columns, bits, false, order.constData());
            QVERIFY(stream);
            const auto description = test::greyDescription(columns, rows, bits > 8 ? 16 : 8, bits, false);
            const auto frame = pixels::decodeFrame({}, description, syntax, *stream);
            QVERIFY2(frame, frame ? "" : qPrintable(frame.error().detail));
            QVERIFY(!(*frame)->damaged);
            for (int i = 0; i < rows * columns; ++i)
                QCOMPARE((*frame)->stored(i / columns, i % columns), samples[std::size_t(i)]);
            QVERIFY(byOpenJpeg(*stream) == samples);
        }
    }

    /// One picture of coloured bars, stored in many ways: YBR and RGB, with and without the marks that say which,
    /// sub-sampled or not. Each bar has its colour.
    void colouredBars_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("allowed");
        for (const char *name :
             {"SC_rgb_jpeg_dcmtk.dcm", "SC_rgb_jpeg_gdcm.dcm", "SC_rgb_dcmtk_+eb+cr.dcm", "SC_rgb_dcmtk_+eb+cy+n1.dcm",
              "SC_rgb_dcmtk_+eb+cy+n2.dcm", "SC_rgb_dcmtk_+eb+cy+np.dcm", "SC_rgb_dcmtk_+eb+cy+s2.dcm",
              "SC_rgb_dcmtk_+eb+cy+s4.dcm", "SC_rgb_jpeg_lossy_gdcm.dcm"})
            QTest::newRow(name) << QString::fromLatin1(name) << 6;
    }
    void colouredBars()
    {
        REQUIRE_REAL_DATA(data)
        QFETCH(const QString, name);
        QFETCH(const int, allowed);
        const QString folder = data + QStringLiteral("/transfer-syntaxes/");
        const auto reference = open(folder + QStringLiteral("SC_rgb_rle.dcm"));
        const auto opened = open(folder + name);
        QVERIFY2(opened.frame, opened.frame ? "" : qPrintable(opened.frame.error().detail));
        QVERIFY(reference.frame && !(*opened.frame)->damaged);
        QCOMPARE((*opened.frame)->bytes.size(), (*reference.frame)->bytes.size());
        for (int bar = 0; bar < 10; ++bar) {
            const std::size_t at = std::size_t((10 * bar + 5) * (*reference.frame)->columns + 50) * 3;
            for (std::size_t k = 0; k < 3; ++k) {
                const int here = (*opened.frame)->bytes[at + k], there = (*reference.frame)->bytes[at + k];
                QVERIFY2(std::abs(here - there) <= allowed,
                         qPrintable(QStringLiteral("bar %1: %2 not %3").arg(bar).arg(here).arg(there)));
            }
        }
    }

    /// RGB components in JPEG, with a right and with a broken Adobe segment, against what another toolkit unpacked
    /// (and, in one, packed again). Wrongly turned colours would differ by tens.
    void rgbThatSaysSo()
    {
        REQUIRE_REAL_DATA(data)
        const QString folder = data + QStringLiteral("/transfer-syntaxes/");
        const auto reference = open(folder + QStringLiteral("SC_rgb_jpeg_dcmd.dcm"));
        QVERIFY(reference.frame);
        for (const char *name : {"SC_rgb_jpeg.dcm", "SC_rgb_jpeg_app14_dcmd.dcm"}) {
            const auto opened = open(folder + QString::fromLatin1(name));
            QVERIFY2(opened.frame, name);
            const auto &here = (*opened.frame)->bytes, &there = (*reference.frame)->bytes;
            QCOMPARE(here.size(), there.size());
            double sum = 0;
            for (std::size_t i = 0; i < here.size(); ++i)
                sum += std::abs(int(here[i]) - int(there[i]));
            QVERIFY2(sum / double(here.size()) < 3.0,
                     qPrintable(QStringLiteral("%1: %2").arg(QLatin1StringView(name)).arg(sum / double(here.size()))));
        }
    }

    /// A stream in which a larger image hides where this program's reading passes over it: the library would take that
    /// one, and write it over the end of the frame.
    void anotherImageInside()
    {
        REQUIRE_REAL_DATA(data)
        const auto whole = open(data + QStringLiteral("/transfer-syntaxes/") +
                                QStringLiteral("CTImage.dcm_JPEGProcess1TransferSyntax_1.2.840.10008.1.2.4.50.dcm"));
        QVERIFY(whole.frame && whole.description.rows == 512);
        const QByteArray hidden = whole.encoded.mid(2, 60'000);
        for (const char marker : {'\x01', '\xd0', '\xd8', '\x30'}) {
            QByteArray stream = QByteArray::fromHex("ffd8ff") + marker;
            stream += char((hidden.size() + 2) >> 8);
            stream += char((hidden.size() + 2) & 0xff);
            stream += hidden + QByteArray::fromHex("ffc0000b080010001001011100") + hidden.right(2000);
            const auto frame = pixels::decodeFrame({}, test::greyDescription(16, 16, 8, 8, false),
                                                   whole.description.transferSyntax, stream);
            QVERIFY(!frame && frame.error().code == ErrorCode::PixelsDamaged);
        }
    }

    void cutShortIsDamaged()
    {
        REQUIRE_REAL_DATA(data)
        for (const char *name : {"SC_rgb_jpeg_dcmtk.dcm", "HTJ2KLossless_08_RGB.dcm",
                                 "CTImage.dcm_JPEGProcess14SV1TransferSyntax_1.2.840.10008.1.2.4.70.dcm",
                                 "CTImage.dcm_JPEGProcess1TransferSyntax_1.2.840.10008.1.2.4.50.dcm"}) {
            auto opened = open(data + QStringLiteral("/transfer-syntaxes/") + QString::fromLatin1(name));
            QVERIFY(opened.frame);
            for (const double share : {0.3, 0.6, 0.95}) {
                const QByteArray cut = opened.encoded.left(qsizetype(double(opened.encoded.size()) * share));
                const auto frame = pixels::decodeFrame({}, opened.description, opened.description.transferSyntax, cut);
                QVERIFY2(!frame || (*frame)->damaged, name);
            }
        }
    }
};

CONSILIUM_TEST(JpegFilesTest)
#include "JpegFilesTest.moc"
