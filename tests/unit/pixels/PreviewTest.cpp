#include "tests/support/TestMain.h"
#include "tests/unit/pixels/TestEncoders.h"
#include "viewer/codecs/Decoder.h"
#include "viewer/pixels/DecodePool.h"
#include "viewer/pixels/HelperDecoder.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtEndian>

#include <algorithm>

using namespace consilium;
using pixels::HelperDecoder;

namespace
{

const TransferSyntaxUid jpeg2000(QStringLiteral("1.2.840.10008.1.2.4.90"));

QString ffmpeg()
{
    return QStandardPaths::findExecutable(QStringLiteral("ffmpeg"));
}

// A ramp with noise: each pixel of a lower resolution is near those it stands for.
std::vector<int> ramp(const dicom::PixelDescription &description)
{
    QRandomGenerator random(5);
    std::vector<int> pixels;
    for (int row = 0; row < description.rows; ++row)
        for (int column = 0; column < description.columns; ++column)
            pixels.push_back(3 * row + 5 * column + int(random.bounded(8)));
    return pixels;
}

// What FFmpeg's own decoder gives at 1 / 4; 16 bits, the sample at the top of the word.
QByteArray quarterByFfmpeg(const QByteArray &encoded)
{
    const QTemporaryDir folder;
    const QString in = folder.filePath(QStringLiteral("frame.j2k")), out = folder.filePath(QStringLiteral("raw"));
    QFile file(in);
    if (!file.open(QIODevice::WriteOnly) || file.write(encoded) != encoded.size())
        return {};
    file.close();
    QProcess process;
    process.start(ffmpeg(),
                  {QStringLiteral("-v"), QStringLiteral("quiet"), QStringLiteral("-lowres"), QStringLiteral("2"),
                   QStringLiteral("-c:v"), QStringLiteral("jpeg2000"), QStringLiteral("-i"), in, QStringLiteral("-f"),
                   QStringLiteral("rawvideo"), QStringLiteral("-pix_fmt"), QStringLiteral("gray16le"), out});
    process.waitForFinished(60000);
    QFile result(out);
    return result.open(QIODevice::ReadOnly) ? result.readAll() : QByteArray();
}

} // namespace

/// A first picture at a lower resolution, of the same codestream.
class PreviewTest : public QObject
{
    Q_OBJECT
    const dicom::PixelDescription m_description = test::greyDescription(99, 70, 16, 12, false);
    const pixels::FrameKey m_key{SopInstanceUid(QStringLiteral("1.2")), 0};
    QByteArray m_encoded;
    std::vector<int> m_pixels;

    Result<pixels::FramePtr> preview(const QByteArray &encoded, int reduction,
                                     const TransferSyntaxUid &syntax = jpeg2000)
    {
        HelperDecoder decoder({QStringLiteral(CONSILIUM_BUILD_DIR "/bin/consilium-decoder"), -1});
        return decoder.preview(m_key, m_description, syntax, encoded, reduction, {});
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_pixels = ramp(m_description);
        m_encoded = test::encodeJpeg2000(m_description, m_pixels);
    }

    /// Sizes are rounded up (ISO/IEC 15444-1 B-15), values are those of the place, and the frame says what it is.
    void isTheImageAtALowerResolution()
    {
        for (const int reduction : {1, 2, 3}) {
            const auto frame = preview(m_encoded, reduction);
            QVERIFY2(frame, frame ? "" : qPrintable(frame.error().detail));
            const int step = 1 << reduction;
            QCOMPARE((*frame)->reduction, reduction);
            QCOMPARE((*frame)->key, m_key);
            QCOMPARE((*frame)->rows, (m_description.rows + step - 1) / step);
            QCOMPARE((*frame)->columns, (m_description.columns + step - 1) / step);
            for (int row = 0; row < (*frame)->rows; ++row)
                for (int column = 0; column < (*frame)->columns; ++column) {
                    const int full = m_pixels[std::size_t(row * step * m_description.columns + column * step)];
                    QVERIFY(std::abs((*frame)->stored(row, column) - full) <= 8 + 8 * step);
                }
        }
    }

    void equalsAnotherDecoders()
    {
        NEEDS(!ffmpeg().isEmpty(), "ffmpeg is not installed");
        const auto frame = preview(m_encoded, 2);
        QVERIFY(frame);
        const QByteArray raw = quarterByFfmpeg(m_encoded);
        QCOMPARE(raw.size(), qsizetype(2) * (*frame)->rows * (*frame)->columns);
        for (int i = 0; i < (*frame)->rows * (*frame)->columns; ++i)
            QCOMPARE(int((*frame)->u16()[i]), int(qFromLittleEndian<quint16>(raw.constData() + 2 * i)) >> 4);
    }

    /// Where there is none the whole frame has to do.
    void whatHasNoneIsRefused()
    {
        test::Jpeg2000Options options;
        options.resolutions = 2; // one decomposition
        const QByteArray flat = test::encodeJpeg2000(m_description, m_pixels, options);
        QVERIFY(preview(flat, 1));
        QCOMPARE(preview(flat, 2).error().code, ErrorCode::UnsupportedImage);
        const TransferSyntaxUid jpegLs(QStringLiteral("1.2.840.10008.1.2.4.80"));
        QCOMPARE(preview(test::encodeJpegLs(m_description, m_pixels), 1, jpegLs).error().code,
                 ErrorCode::UnsupportedImage);
        QVERIFY(!preview(m_encoded.left(m_encoded.size() / 2), 2)); // cut short
        QVERIFY(!preview(QByteArray(300, 'x'), 2));
    }

    /// In a pool of one thread it comes before the frame that was asked for after it.
    void comesBeforeTheFrame()
    {
        pixels::DecodePool pool(1, [] { return std::make_unique<pixels::LocalDecoder>(); });
        auto first = pool.preview(m_key, m_description, jpeg2000, m_encoded, 2, Priority::Visible, {});
        auto whole = pool.decode(m_key, m_description, jpeg2000, m_encoded, Priority::Visible, {});
        whole.waitForFinished();
        QVERIFY(first.isFinished());
        QCOMPARE((*first.result())->reduction, 2);
        QCOMPARE((*whole.result())->reduction, 0);
        for (std::size_t i = 0; i < m_pixels.size(); ++i)
            QCOMPARE(int((*whole.result())->u16()[i]), m_pixels[i]);
    }
};

CONSILIUM_TEST(PreviewTest)
#include "PreviewTest.moc"
