#include "viewer/pixels/HelperDecoder.h"
#include "tests/phantom/Generate.h"
#include "tests/support/TestMain.h"
#include "tests/unit/pixels/TestEncoders.h"
#include "viewer/codecs/Decoder.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/pixels/DecodeProtocol.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <QRandomGenerator>
#include <limits>
#include <optional>
#include <thread>
#include <utility>

using namespace consilium;
using pixels::HelperDecoder;

namespace
{

const TransferSyntaxUid jpegLs(QStringLiteral("1.2.840.10008.1.2.4.80"));

QString realHelper()
{
    return QStringLiteral(CONSILIUM_BUILD_DIR "/bin/consilium-decoder");
}

/// A program that behaves as a decoder under attack would.
QString badHelper(const QTemporaryDir &folder, const char *script)
{
    const QString path = folder.filePath(QStringLiteral("helper"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("#!/bin/bash\n");
    file.write(script);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

/// JPEG 2000 of 8 bits, grey, whose precincts are single pixels: a table of 56 bytes for each of them.
QByteArray precinctBomb(int size)
{
    QByteArray stream;
    const auto bytes = [&](const char *hex) { stream += QByteArray::fromHex(hex); };
    const auto number = [&](quint32 value) {
        for (const int shift : {24, 16, 8, 0})
            stream += char(value >> shift & 0xFF);
    };
    bytes("FF4F FF51 0029 0000");
    for (const quint32 value : {quint32(size), quint32(size), 0u, 0u, quint32(size), quint32(size), 0u, 0u})
        number(value);
    bytes("0001 07 01 01");
    bytes("FF52 000D 01 00 0001 00 00 04 04 00 01 00"); // one resolution, its precincts 2^0 x 2^0
    bytes("FF5C 0004 40 40");
    bytes("FF90 000A 0000");
    number(14 + 4);
    bytes("00 01 FF93 00000000 FFD9");
    return stream;
}

/// The one image of a phantom in HTJ2K: its description and its codestream.
std::optional<std::pair<dicom::PixelDescription, QByteArray>> htPhantom(const QTemporaryDir &folder)
{
    phantom::PhantomSpec spec;
    spec.kind = phantom::Kind::Position;
    spec.slices = 1;
    spec.rows = spec.columns = 16;
    phantom::GenerateOptions options;
    options.folder = folder.filePath(QStringLiteral("ht"));
    options.syntax = QStringLiteral("htj2k");
    if (!phantom::generate(spec, options))
        return std::nullopt;
    const QString path = options.folder + QStringLiteral("/IM0001.dcm");
    const auto header = dicom::readHeader(path);
    const auto image = header ? dicom::describeInstance(*header) : fail(header.error());
    const auto encoded = dicom::readFrame(path, 0);
    if (!image || !encoded)
        return std::nullopt;
    return std::pair((*image)->pixels, *encoded);
}

} // namespace

/// Pixel data are decoded where a crash takes nothing along.
class HelperDecoderTest : public QObject
{
    Q_OBJECT
    const dicom::PixelDescription m_description = test::greyDescription(64, 48, 16, 12, false);
    QByteArray m_encoded;
    pixels::FrameKey m_key{SopInstanceUid(QStringLiteral("1.2")), 7};

    Result<pixels::FramePtr> decode(HelperDecoder &decoder, const CancelToken &cancel = {})
    {
        return decoder.decode(m_key, m_description, jpegLs, m_encoded, cancel);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QRandomGenerator random(1);
        m_encoded = test::encodeJpegLs(m_description, test::somePixels(m_description, random));
    }

    void givesWhatDecodingHereGives()
    {
        HelperDecoder decoder({realHelper(), -1});
        for (int i = 0; i < 20; ++i) {
            const auto there = decode(decoder);
            const auto here = pixels::decodeFrame(m_key, m_description, jpegLs, m_encoded);
            QVERIFY2(there, there ? "" : qPrintable(there.error().detail));
            QCOMPARE((*there)->key, m_key);
            QVERIFY((*there)->bytes == (*here)->bytes && (*there)->type == (*here)->type);
            QCOMPARE((*there)->minimum, (*here)->minimum);
            QCOMPARE((*there)->maximum, (*here)->maximum);
        }
    }

    /// RLE comes across without compression, and its samples are made here: nothing of that can be seen.
    void rleGivesWhatDecodingHereGives()
    {
        struct Case {
            int allocated, stored;
            bool isSigned;
        };
        const TransferSyntaxUid rle(QStringLiteral("1.2.840.10008.1.2.5"));
        HelperDecoder decoder({realHelper(), -1});
        QRandomGenerator random(3);
        for (const Case &c : {Case{16, 12, false}, Case{16, 12, true}, Case{16, 16, true}, Case{8, 8, false}}) {
            auto description = test::greyDescription(65, 47, c.allocated, c.stored, c.isSigned);
            const QByteArray whole = test::encodeRle(description, test::somePixels(description, random), random);
            description.paddingValue = 0;
            for (const QByteArray &encoded : {whole, whole.chopped(whole.size() / 3)}) {
                const auto there = decoder.decode(m_key, description, rle, encoded, {});
                const auto here = pixels::decodeFrame(m_key, description, rle, encoded);
                QVERIFY2(there, there ? "" : qPrintable(there.error().detail));
                QVERIFY(here);
                QCOMPARE((*there)->key, m_key);
                QVERIFY((*there)->bytes == (*here)->bytes && (*there)->type == (*here)->type);
                QCOMPARE((*there)->minimum, (*here)->minimum);
                QCOMPARE((*there)->maximum, (*here)->maximum);
                QCOMPARE((*there)->shownMinimum, (*here)->shownMinimum);
                QCOMPARE((*there)->shownMaximum, (*here)->shownMaximum);
                QCOMPARE((*there)->damaged, (*here)->damaged);
                QCOMPARE((*there)->damaged, encoded.size() < whole.size());
            }
            const auto none = decoder.decode(m_key, description, rle, QByteArray(64, '\0'), {});
            QVERIFY(!none && none.error().code == ErrorCode::PixelsDamaged);
        }
    }

    void errorsComeAcross()
    {
        HelperDecoder decoder({realHelper(), -1});
        const auto junk = decoder.decode(m_key, m_description, jpegLs, QByteArray(300, 'x'), {});
        QVERIFY(!junk && junk.error().code == ErrorCode::PixelsDamaged);
        QVERIFY(junk.error().detail.contains(QStringLiteral("JPEG-LS")));
        const auto unknown = decoder.decode(
            m_key, m_description, TransferSyntaxUid(QStringLiteral("1.2.840.10008.1.2.4.110")), m_encoded, {});
        QVERIFY(!unknown && unknown.error().code == ErrorCode::UnsupportedSyntax);
        QVERIFY(decode(decoder)); // and it goes on
        auto absurd = m_description;
        absurd.rows = absurd.columns = 65535;
        const auto large = decoder.decode(m_key, absurd, jpegLs, m_encoded, {});
        QVERIFY(!large && large.error().code == ErrorCode::OutOfMemory);
    }

    void aCrashIsAnErrorAndTheNextFrameIsDecoded()
    {
        const QTemporaryDir folder;
        HelperDecoder decoder({badHelper(folder, "kill -SEGV $$\n"), -1});
        const auto crashed = decode(decoder);
        QVERIFY(!crashed && crashed.error().code == ErrorCode::DecoderFailed);
        QFile::remove(folder.filePath(QStringLiteral("helper")));
        QVERIFY(QFile::link(realHelper(), folder.filePath(QStringLiteral("helper"))));
        QVERIFY(decode(decoder));
    }

    /// OpenJPH 0.9 believes the lengths in the headers of packets. From these bytes behind the start of data (found by
    /// `./dev fuzz`, made small) it ends by itself, or writes behind a buffer (both in precinct::parse).
    void whatEndsALibraryEndsOneHelper_data()
    {
        QTest::addColumn<QList<int>>("places");
        QTest::addColumn<bool>("mayLive");
        QTest::newRow("assertion: a header that never ends") << QList<int>{0, 2, 3} << false;
        QTest::newRow("assertion: a block that begins within another") << QList<int>{6, 7} << false;
        QTest::newRow("far behind a buffer") << QList<int>{23, 24, 25, 26, 27} << true;
        QTest::newRow("right behind a buffer") << QList<int>{33, 34, 35, 36, 37} << true;
    }
    void whatEndsALibraryEndsOneHelper()
    {
        QFETCH(const QList<int>, places);
        QFETCH(const bool, mayLive);
        const QTemporaryDir folder;
        const auto good = htPhantom(folder);
        QVERIFY(good);
        const auto &[description, encoded] = *good;
        const qsizetype data = encoded.indexOf("\xFF\x93") + 2;
        QVERIFY(data > 2 && data + 40 < encoded.size());
        QByteArray hostile = encoded;
        for (const int place : places)
            hostile[data + place] = '\xFF';
        HelperDecoder decoder({realHelper(), -1});
        const auto ask = [&](const QByteArray &bytes) {
            return decoder.decode(m_key, description, description.transferSyntax, bytes, {});
        };
        for (int i = 0; i < 2; ++i) {
            const auto crashed = ask(hostile);
            QVERIFY(!crashed);
            // What lies behind the buffer differs from build to build: there the library may live on and refuse it.
            const bool hasRefused = mayLive && crashed.error().code == ErrorCode::PixelsDamaged;
            if (!hasRefused) {
                QCOMPARE(crashed.error().code, ErrorCode::DecoderFailed);
                QCOMPARE(crashed.error().detail, QStringLiteral("the decode helper crashed on a frame"));
            }
            QVERIFY(!userMessage(crashed.error()).isEmpty());
            const auto here = pixels::decodeFrame(m_key, description, description.transferSyntax, encoded);
            const auto there = ask(encoded);
            QVERIFY2(there && here, there ? "" : qPrintable(there.error().detail));
            QVERIFY((*there)->bytes == (*here)->bytes && !(*there)->damaged);
        }
    }

    /// Shifts that a stream must not make up: OpenJPH would take gigabytes for such blocks (ISO/IEC 15444-1 table
    /// A.18).
    void codingThatCannotBe_data()
    {
        QTest::addColumn<int>("place"); // behind the marker of COD
        QTest::addColumn<int>("byte");
        QTest::addColumn<QString>("reason");
        QTest::newRow("blocks of 2^254") << 8 << 0xFC << QStringLiteral("JPEG 2000: impossible code blocks");
        QTest::newRow("blocks of more than 4096") << 9 << 5 << QStringLiteral("JPEG 2000: impossible code blocks");
        QTest::newRow("33 levels") << 7 << 33 << QStringLiteral("JPEG 2000: no such wavelet");
        QTest::newRow("a third transformation") << 11 << 2 << QStringLiteral("JPEG 2000: no such wavelet");
        QTest::newRow("precincts without sizes") << 2 << 1 << QStringLiteral("JPEG 2000: precincts are missing");
    }
    void codingThatCannotBe()
    {
        QFETCH(int, place);
        QFETCH(int, byte);
        QFETCH(QString, reason);
        const QTemporaryDir folder;
        const auto good = htPhantom(folder);
        QVERIFY(good);
        auto [description, encoded] = *good;
        const qsizetype cod = encoded.indexOf("\xFF\x52") + 2;
        QVERIFY(cod > 2 && encoded.mid(cod, 2) == QByteArray("\0\x0C", 2));
        QVERIFY(pixels::decodeFrame(m_key, description, description.transferSyntax, encoded));
        encoded[cod + place] = char(byte);
        for (const char *syntax : {"1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.90"}) {
            const auto refused =
                pixels::decodeFrame(m_key, description, TransferSyntaxUid(QString::fromLatin1(syntax)), encoded);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::PixelsDamaged);
            QCOMPARE(refused.error().detail, reason);
        }
    }

    /// OpenJPH complains aloud of a damaged block, and some desktops keep standard error in a file, which a helper may
    /// not write to.
    void whatLibrariesSayEndsNoHelper()
    {
        const QTemporaryDir folder;
        const auto good = htPhantom(folder);
        QVERIFY(good);
        auto [description, encoded] = *good;
        encoded[encoded.indexOf("\xFF\x93") + 2 + 3] = '\xFF';
        HelperDecoder decoder(
            {badHelper(folder, "exec 2> \"${0%/*}/said\"\nexec " CONSILIUM_BUILD_DIR "/bin/consilium-decoder\n"), -1});
        const auto damaged = decoder.decode(m_key, description, description.transferSyntax, encoded, {});
        QVERIFY(!damaged);
        QVERIFY2(damaged.error().code == ErrorCode::PixelsDamaged, qPrintable(damaged.error().detail));
        QVERIFY(decode(decoder));
    }

    /// More than the helper may have: it says so, and the next image is decoded, by another helper.
    void pastItsMemory()
    {
#ifdef CONSILIUM_SANITIZED
        SKIP_WHERE(true, "a sanitized helper maps terabytes and has no limit");
#endif
        const QTemporaryDir folder;
        HelperDecoder decoder(
            {badHelper(folder, "echo x >> \"${0%/*}/starts\"\nexec " CONSILIUM_BUILD_DIR "/bin/consilium-decoder\n"),
             -1});
        const auto starts = [&] { return QFileInfo(folder.filePath(QStringLiteral("starts"))).size() / 2; };
        QVERIFY(decode(decoder));
        QCOMPARE(starts(), 1);
        const TransferSyntaxUid jpeg2000(QStringLiteral("1.2.840.10008.1.2.4.90"));
        constexpr int size = 8000; // 3.6 GB of tables
        const auto bomb =
            decoder.decode(m_key, test::greyDescription(size, size, 8, 8, false), jpeg2000, precinctBomb(size), {});
        QVERIFY(!bomb);
        QVERIFY2(bomb.error().code == ErrorCode::OutOfMemory, qPrintable(bomb.error().detail));
        const auto here = pixels::decodeFrame(m_key, m_description, jpegLs, m_encoded);
        const auto next = decode(decoder);
        QVERIFY(next && here && (*next)->bytes == (*here)->bytes && !(*next)->damaged);
        QCOMPARE(starts(), 2);
        // A small one of the same form needs no more than there is: it is the amount that was refused.
        const auto small =
            decoder.decode(m_key, test::greyDescription(8, 8, 8, 8, false), jpeg2000, precinctBomb(8), {});
        QVERIFY(small || small.error().code == ErrorCode::PixelsDamaged);
    }

    /// Memory that a library has spoilt without falling must not serve the next image.
    void brokenPixelsAreTheLastOfTheirHelper()
    {
        const QTemporaryDir folder;
        HelperDecoder decoder(
            {badHelper(folder, "echo x >> \"${0%/*}/starts\"\nexec " CONSILIUM_BUILD_DIR "/bin/consilium-decoder\n"),
             -1});
        const auto starts = [&] { return QFileInfo(folder.filePath(QStringLiteral("starts"))).size() / 2; };
        QVERIFY(decode(decoder) && decode(decoder));
        QCOMPARE(starts(), 1);
        const auto junk = decoder.decode(m_key, m_description, jpegLs, QByteArray(300, 'x'), {});
        QVERIFY(!junk && junk.error().code == ErrorCode::PixelsDamaged);
        QVERIFY(decode(decoder));
        QCOMPARE(starts(), 2);
        const QByteArray whole = std::exchange(m_encoded, m_encoded.left(m_encoded.size() / 2));
        const auto cut = decode(decoder);
        m_encoded = whole;
        QVERIFY(!cut || (*cut)->damaged);
        QVERIFY(decode(decoder));
        QCOMPARE(starts(), 3);
    }

    void oneThatHangsIsEnded()
    {
        const QTemporaryDir folder;
        HelperDecoder decoder({badHelper(folder, "exec sleep 100\n"), 300});
        QElapsedTimer clock;
        clock.start();
        const auto hung = decode(decoder);
        QVERIFY(!hung && hung.error().code == ErrorCode::DecoderFailed);
        QVERIFY(clock.elapsed() < 20'000);
        const CancelToken cancelled;
        HelperDecoder patient({badHelper(folder, "exec sleep 100\n"), 60'000});
        const auto stop = std::jthread([&cancelled] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            cancelled.cancel();
        });
        const auto stopped = decode(patient, cancelled);
        QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
    }

    /// What a helper says of a frame is believed only as far as it can be true.
    void answersThatCannotBe()
    {
        const auto frame = pixels::decodeFrame(m_key, m_description, jpegLs, m_encoded);
        QVERIFY(frame);
        const pixels::DecodeAnswer good = pixels::answerOf(frame);
        QVERIFY(pixels::frameOf(good, m_description, 1 << 20));
        const auto isRefused = [&](const std::function<void(pixels::DecodeAnswer &)> &change) {
            pixels::DecodeAnswer answer = good;
            change(answer);
            const auto taken = pixels::frameOf(answer, m_description, 1 << 20);
            return !taken && taken.error().code == ErrorCode::ProtocolViolation;
        };
        QVERIFY(isRefused([](auto &answer) { answer.magic = 1; }));
        QVERIFY(isRefused([](auto &answer) { answer.rows = 47; }));
        QVERIFY(isRefused([](auto &answer) { answer.offset = (1 << 20) - 100; }));
        QVERIFY(isRefused([](auto &answer) { answer.offset = ~std::uint64_t(0); }));
        QVERIFY(isRefused([](auto &answer) { answer.type = int(pixels::SampleType::S16); }));
        QVERIFY(isRefused([](auto &answer) { answer.maximum = 70'000; }));
        QVERIFY(isRefused([](auto &answer) { answer.minimum = answer.maximum + 1; }));
        QVERIFY(isRefused([](auto &answer) {
            answer.type = int(pixels::SampleType::Rgb8);
            answer.bytes = answer.bytes / 2 * 3;
        }));
    }

    void plainAnswersThatCannotBe()
    {
        std::vector<std::uint8_t> shared(std::size_t(1) << 16, 7);
        pixels::DecodeAnswer good = pixels::plainAnswer(m_description, std::size_t(64) * 48);
        good.offset = 4096;
        const auto frame = pixels::plainFrameOf(good, m_description, shared);
        QVERIFY(frame && !frame->damaged);
        QCOMPARE(frame->maximum, 0x0707);
        shared.assign(shared.size(), 0); // the frame has its own
        QCOMPARE(frame->stored(47, 63), 0x0707);
        const auto isRefused = [&](const std::function<void(pixels::DecodeAnswer &)> &change) {
            pixels::DecodeAnswer answer = good;
            change(answer);
            const auto taken = pixels::plainFrameOf(answer, m_description, shared);
            return !taken && taken.error().code == ErrorCode::ProtocolViolation;
        };
        QVERIFY(isRefused([](auto &answer) { answer.magic = 1; }));
        QVERIFY(isRefused([](auto &answer) { answer.columns = 63; }));
        QVERIFY(isRefused([](auto &answer) { answer.bytes = 0; }));
        QVERIFY(isRefused([](auto &answer) { answer.bytes -= 1; }));
        QVERIFY(isRefused([](auto &answer) { answer.bytes += 2; }));
        QVERIFY(isRefused([&](auto &answer) { answer.offset = shared.size() - answer.bytes + 1; }));
        QVERIFY(isRefused([](auto &answer) { answer.offset = ~std::uint64_t(0); }));
        pixels::DecodeAnswer fewer = good;
        fewer.bytes -= 2;
        const auto cut = pixels::plainFrameOf(fewer, m_description, shared);
        QVERIFY(cut && cut->damaged);
    }

    void rangesOfWideSamplesThatCannotBe()
    {
        auto description = test::greyDescription(8, 4, 32, 32, true);
        pixels::DecodeAnswer good;
        good.rows = 4;
        good.columns = 8;
        good.type = int(pixels::SampleType::F64);
        good.bytes = 8 * 4 * 8;
        good.lowest = good.shownLowest = -5.0;
        good.highest = good.shownHighest = 7.0;
        QVERIFY(pixels::frameOf(good, description, 1 << 20));
        const auto isRefused = [&](double pixels::DecodeAnswer::*number, double value) {
            pixels::DecodeAnswer answer = good;
            answer.*number = value;
            const auto taken = pixels::frameOf(answer, description, 1 << 20);
            return !taken && taken.error().code == ErrorCode::ProtocolViolation;
        };
        using Answer = pixels::DecodeAnswer;
        for (double Answer::*number : {&Answer::lowest, &Answer::shownLowest, &Answer::shownHighest, &Answer::highest})
            QVERIFY(isRefused(number, std::numeric_limits<double>::quiet_NaN()));
        QVERIFY(isRefused(&Answer::lowest, -std::numeric_limits<double>::infinity()));
        QVERIFY(isRefused(&Answer::highest, std::numeric_limits<double>::infinity()));
        QVERIFY(isRefused(&Answer::highest, 6.0));
        QVERIFY(isRefused(&Answer::shownLowest, 8.0));
    }

    void withoutTheProgramThereIsAnError()
    {
        HelperDecoder decoder({QStringLiteral("/nowhere/consilium-decoder"), -1});
        const auto missing = decode(decoder);
        QVERIFY(!missing && missing.error().code == ErrorCode::DecoderFailed);
        // What needs no decoder is still shown.
        const auto native =
            decoder.decode(m_key, m_description, TransferSyntaxUid(QStringLiteral("1.2.840.10008.1.2.1")),
                           QByteArray(64 * 48 * 2, '\1'), {});
        QVERIFY(native);
    }

    /// However many files are open: the two ends that are handed over must not take each other's place.
    void manyOpenFiles()
    {
        std::vector<std::unique_ptr<QFile>> open;
        do {
            open.push_back(std::make_unique<QFile>(QStringLiteral("/dev/null")));
            QVERIFY(open.back()->open(QIODevice::ReadOnly));
            HelperDecoder decoder({realHelper(), -1});
            if (open.back()->handle() > 190)
                QVERIFY(decode(decoder));
        } while (open.back()->handle() < 205);
    }

    void startedByHandItEnds()
    {
        QProcess process;
        process.start(realHelper(), QStringList());
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitCode(), 2);
    }
};

CONSILIUM_TEST(HelperDecoderTest)
#include "HelperDecoderTest.moc"
