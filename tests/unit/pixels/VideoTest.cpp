#include "tests/phantom/Video.h"
#include "base/platform/StreamProcess.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/pixels/VideoReader.h"

#include <QElapsedTimer>
#include <QFile>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <thread>
#include <unistd.h>

using namespace consilium;
using namespace Qt::StringLiterals;
using pixels::VideoReader;

namespace
{

VideoReader::Options realOptions()
{
    VideoReader::Options options;
    options.launcher = QStringLiteral(CONSILIUM_BUILD_DIR "/bin/consilium-video");
    options.ffmpeg = QStandardPaths::findExecutable(u"ffmpeg"_s);
    return options;
}

struct Video {
    dicom::InstancePtr image;
    QByteArray stream;
};

/// A phantom written by DCMTK and ffmpeg, read by the product.
Result<Video> videoOf(const phantom::VideoSpec &spec)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"video.dcm"_s);
    if (const auto made = phantom::writeVideo(path, spec); !made)
        return fail(made.error());
    const auto header = dicom::readHeader(path);
    auto stream = dicom::readStream(path);
    if (!header || !stream)
        return fail(header ? stream.error() : header.error());
    const auto image = dicom::describeInstance(*header);
    return image ? Result<Video>(Video{*image, *stream}) : fail(image.error());
}

/// The number that a frame shows, by the cells of its upper half.
int numberIn(const pixels::DecodedFrame &frame)
{
    int number = 0;
    const int cell = frame.columns / phantom::counterBits;
    for (int bit = 0; bit < phantom::counterBits; ++bit) {
        const std::size_t at =
            std::size_t(frame.rows / 4) * std::size_t(frame.columns) + std::size_t(bit * cell + cell / 2);
        number |= (frame.bytes[3 * at] > 128 ? 1 : 0) << bit;
    }
    return number;
}

pixels::FrameKey keyOf(int frame)
{
    return {SopInstanceUid(u"1.2.3"_s), frame};
}

/// A program in ffmpeg's place.
QString script(const QTemporaryDir &folder, const QByteArray &text)
{
    const QString path = folder.filePath(u"program"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/bash\n" + text) < 0)
        return {};
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
    return path;
}

} // namespace

/// Row 12 of the clinical rules for videos: frame N is frame N, however one comes to it, and what is broken is said.
class VideoTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { NEEDS(!realOptions().ffmpeg.isEmpty(), "ffmpeg is not installed"); }

    void frameNShowsN_data()
    {
        QTest::addColumn<QString>("codec");
        QTest::addColumn<QString>("wrapping");
        QTest::addColumn<int>("fragments");
        QTest::addColumn<QString>("syntax"); ///< behind 1.2.840.10008.1.2.4.
        const QHash<QString, QString> syntaxes{
            {u"mpeg2"_s, u"100"_s}, {u"h264"_s, u"102"_s}, {u"hevc"_s, u"107"_s}, {u"hevc10"_s, u"108"_s}};
        for (const QString &codec : phantom::videoCodecs()) {
            for (const QString &wrapping : phantom::videoWrappings()) {
                const bool isMpeg2 = codec == u"mpeg2"_s;
                if ((wrapping == u"ps"_s && !isMpeg2) || (wrapping == u"mp4"_s && isMpeg2))
                    continue;
                QTest::addRow("%s in %s", qPrintable(codec), qPrintable(wrapping))
                    << codec << wrapping << 1 << syntaxes.value(codec);
            }
        }
        // The fragmentable kinds, in pieces that end anywhere.
        QTest::newRow("mpeg2 in ts, 3 fragments") << u"mpeg2"_s << u"ts"_s << 3 << u"100.1"_s;
        QTest::newRow("h264 in mp4, 5 fragments") << u"h264"_s << u"mp4"_s << 5 << u"102.1"_s;
    }
    void frameNShowsN()
    {
        QFETCH(QString, codec);
        QFETCH(QString, wrapping);
        QFETCH(int, fragments);
        QFETCH(QString, syntax);
        phantom::VideoSpec spec;
        spec.codec = codec;
        spec.wrapping = wrapping;
        spec.fragments = fragments;
        const auto video = videoOf(spec);
        NEEDS(video || video.error().code != ErrorCode::Unsupported, qPrintable(video.error().detail));
        QVERIFY2(video, video ? "" : qPrintable(video.error().detail));
        QCOMPARE(video->image->pixels.frames, spec.frames);
        QCOMPARE(video->image->pixels.transferSyntax.text(), u"1.2.840.10008.1.2.4."_s + syntax);
        QVERIFY(video->image->pixels.lossy);
        QCOMPARE(video->image->frameTimeMs.value_or(0.0), spec.frameTimeMs);
        auto options = realOptions();
        options.keptBytes = 3 * spec.rows * spec.columns * 4; // four frames
        auto reader =
            VideoReader::open(options, video->stream, video->image->pixels, video->image->pixels.transferSyntax);
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().detail));
        for (const int frame : {0, 1, 2, 3, 7, 6, 5, 1, 48, 30, 31, 49, 0, 12, 49}) {
            const auto decoded = (*reader)->frame(keyOf(frame), {});
            QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().detail));
            QCOMPARE((*decoded)->key.frame, frame);
            QCOMPARE((*decoded)->rows, spec.rows);
            QCOMPARE((*decoded)->columns, spec.columns);
            QCOMPARE(numberIn(**decoded), frame);
        }
        QCOMPARE((*reader)->framesFound(), std::optional(spec.frames));
    }

    void countsWhatTheHeaderSays()
    {
        phantom::VideoSpec spec;
        spec.frames = 20;
        spec.headerFrames = 30;
        const auto few = videoOf(spec);
        QVERIFY2(few, few ? "" : qPrintable(few.error().detail));
        auto reader =
            VideoReader::open(realOptions(), few->stream, few->image->pixels, few->image->pixels.transferSyntax);
        QVERIFY(reader);
        const auto last = (*reader)->frame(keyOf(19), {});
        QVERIFY(last);
        QCOMPARE(numberIn(**last), 19);
        const auto beyond = (*reader)->frame(keyOf(25), {});
        QVERIFY(!beyond && beyond.error().code == ErrorCode::PixelsDamaged);
        QCOMPARE((*reader)->framesFound(), std::optional(20));
        spec.headerFrames = 12;
        const auto many = videoOf(spec);
        QVERIFY(many);
        auto other =
            VideoReader::open(realOptions(), many->stream, many->image->pixels, many->image->pixels.transferSyntax);
        QVERIFY(other && (*other)->frame(keyOf(10), {}));
        QVERIFY(!(*other)->framesFound());
        QVERIFY((*other)->frame(keyOf(11), {}));
        QCOMPARE((*other)->framesFound(), std::optional(13)); // at least
    }

    /// A stream that is cut short or damaged: each frame that comes is the one that was asked for, the others are
    /// errors.
    void damageIsSaid()
    {
        phantom::VideoSpec spec;
        spec.codec = u"mpeg2"_s;
        auto video = videoOf(spec);
        QVERIFY2(video, video ? "" : qPrintable(video.error().detail));
        auto broken = video->stream;
        for (qsizetype i = broken.size() / 2; i < broken.size() / 2 + 4000; ++i)
            broken[i] = char(i * 37);
        const QByteArray cut = video->stream.left(video->stream.size() / 2);
        for (const QByteArray &stream : {broken, cut}) {
            auto reader =
                VideoReader::open(realOptions(), stream, video->image->pixels, video->image->pixels.transferSyntax);
            QVERIFY(reader);
            int shown = 0, failed = 0;
            for (int frame = 0; frame < spec.frames; ++frame) {
                const auto decoded = (*reader)->frame(keyOf(frame), {});
                if (decoded)
                    QCOMPARE(numberIn(**decoded), frame);
                else
                    QCOMPARE(decoded.error().code, ErrorCode::PixelsDamaged);
                ++(decoded ? shown : failed);
            }
            QVERIFY2(shown > 5 && failed > 5, qPrintable(u"%1 shown, %2 failed"_s.arg(shown).arg(failed)));
        }
    }

    void anotherSizeIsNoFrame()
    {
        const auto video = videoOf({});
        QVERIFY(video);
        auto other = video->image->pixels;
        other.rows = 120;
        auto reader = VideoReader::open(realOptions(), video->stream, other, other.transferSyntax);
        QVERIFY(reader);
        const auto frame = (*reader)->frame(keyOf(0), {});
        QVERIFY(!frame && frame.error().code == ErrorCode::PixelsDamaged);
        const auto junk = VideoReader::open(realOptions(), QByteArray(5000, 'x'), other, other.transferSyntax);
        QVERIFY(!junk && junk.error().code == ErrorCode::PixelsDamaged);
        // A play list that names another file begins like no video and is not opened.
        const auto list =
            VideoReader::open(realOptions(), "#EXTM3U\nfile:///etc/passwd\n", other, other.transferSyntax);
        QVERIFY(!list);
    }

    /// What runs in ffmpeg's place has no right to write, no network, and no say about how long it takes.
    void isConfined()
    {
        const auto video = videoOf({});
        QVERIFY(video);
        const QTemporaryDir folder;
        QFile::setPermissions(folder.path(), QFile::Permissions(0x7777));
        const QByteArray frame = "printf 'P6\\n320 240\\n255\\n'; head -c 230400 /dev/zero\n";
        const auto shows = [&](const QByteArray &text) {
            auto options = realOptions();
            options.ffmpeg = script(folder, text);
            options.frameTimeLimitMs = 5000;
            auto reader =
                VideoReader::open(options, video->stream, video->image->pixels, video->image->pixels.transferSyntax);
            return reader && (*reader)->frame(keyOf(0), {});
        };
        QVERIFY(shows(frame));
        const QByteArray file = folder.filePath(u"written"_s).toLatin1();
        QVERIFY(!shows("echo something > " + file + " && " + frame));
        QVERIFY(!QFile(QString::fromLatin1(file)).exists() || QFile(QString::fromLatin1(file)).size() == 0);
        QVERIFY(!shows("x=$(head -c 8000000000 /dev/zero | tr '\\0' x) && " + frame)); // memory
        QVERIFY(shows("[ -z \"$HOME\" ] && " + frame));                                // environment
        const int leaking = ::dup(STDIN_FILENO); // as a library may leave one: without close-on-exec
        QVERIFY(leaking > STDERR_FILENO);
        const auto closed = qScopeGuard([&] { ::close(leaking); });
        QVERIFY(shows("[ ! -e /proc/self/fd/3 ] && " + frame));
        QVERIFY(shows("[ ! -e /proc/self/fd/" + QByteArray::number(leaking) + " ] && " + frame));
        QElapsedTimer clock;
        clock.start();
        QVERIFY(!shows("exec sleep 100\n"));
        QVERIFY(clock.elapsed() < 60'000);
    }

    /// Threads of a pool come and go; the video that one of them began goes on.
    void outlivesTheThreadThatOpenedIt()
    {
        const phantom::VideoSpec spec; // more than a pipe holds
        const auto video = videoOf(spec);
        QVERIFY2(video, video ? "" : qPrintable(video.error().detail));
        auto reader =
            VideoReader::open(realOptions(), video->stream, video->image->pixels, video->image->pixels.transferSyntax);
        QVERIFY(reader);
        Result<pixels::FramePtr> first = fail(ErrorCode::Cancelled);
        std::thread([&] { first = (*reader)->frame(keyOf(0), {}); }).join();
        QVERIFY(first);
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        QCOMPARE((*reader)->next(), 1); // it was not started anew
        for (int frame = 1; frame < spec.frames; ++frame) {
            const auto decoded = (*reader)->frame(keyOf(frame), {});
            QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().detail));
            QCOMPARE(numberIn(**decoded), frame);
        }
    }

    /// What happens to the program says nothing of the stream, and once it is tried again.
    void aKilledOrUselessHelperIsNoDamage()
    {
        const auto video = videoOf({});
        QVERIFY(video);
        const QTemporaryDir folder;
        const auto open = [&](const QByteArray &text) {
            auto options = realOptions();
            options.ffmpeg = script(folder, text);
            return VideoReader::open(options, video->stream, video->image->pixels, video->image->pixels.transferSyntax);
        };
        const QByteArray frame = "printf 'P6\n320 240\n255\n'; head -c 230400 /dev/zero\n";
        const auto codeOf = [](const auto &result) {
            return result ? std::nullopt : std::optional(result.error().code);
        };
        auto killed = open("kill -9 $$\n");
        QVERIFY(killed);
        QCOMPARE(codeOf((*killed)->frame(keyOf(0), {})), std::optional(ErrorCode::DecoderFailed));
        // Each start shows one frame more: the second frame needs a second start, the third frame a third one.
        auto restarted = open(frame + "kill -9 $$\n");
        QVERIFY(restarted);
        QCOMPARE(codeOf((*restarted)->frame(keyOf(0), {})), std::optional<ErrorCode>());
        QCOMPARE(codeOf((*restarted)->frame(keyOf(1), {})), std::optional<ErrorCode>());
        QCOMPARE(codeOf((*restarted)->frame(keyOf(2), {})), std::optional<ErrorCode>());
        auto old = open("exit 1\n"); // knows no -fps_mode
        QVERIFY(old);
        QCOMPARE(codeOf((*old)->frame(keyOf(0), {})), std::optional(ErrorCode::DecoderFailed));
        QCOMPARE(codeOf((*old)->frame(keyOf(7), {})), std::optional(ErrorCode::DecoderFailed));
        auto damaged = open(frame + "exit 1\n");
        QVERIFY(damaged);
        QCOMPARE(codeOf((*damaged)->frame(keyOf(0), {})), std::optional<ErrorCode>());
        QCOMPARE(codeOf((*damaged)->frame(keyOf(1), {})), std::optional(ErrorCode::PixelsDamaged));
    }

    /// A jump into a damaged stream from its other side says where the damage is.
    void aJumpBehindTheDamageIsSaid()
    {
        phantom::VideoSpec spec;
        spec.codec = u"mpeg2"_s;
        auto video = videoOf(spec);
        QVERIFY2(video, video ? "" : qPrintable(video.error().detail));
        for (qsizetype i = video->stream.size() / 2; i < video->stream.size() / 2 + 4000; ++i)
            video->stream[i] = char(i * 37);
        auto reader =
            VideoReader::open(realOptions(), video->stream, video->image->pixels, video->image->pixels.transferSyntax);
        QVERIFY(reader);
        const auto last = (*reader)->frame(keyOf(spec.frames - 1), {});
        QVERIFY(!last);
        QCOMPARE(last.error().code, ErrorCode::PixelsDamaged);
        QVERIFY2(last.error().detail.contains(u"damaged from frame"_s), qPrintable(last.error().detail));
    }

    void aLongJumpMayTakeLonger()
    {
        const auto video = videoOf({});
        QVERIFY(video);
        const QTemporaryDir folder;
        auto options = realOptions();
        options.ffmpeg = script(folder, "sleep 3; printf 'P6\\n320 240\\n255\\n'; head -c 230400 /dev/zero\n");
        options.frameTimeLimitMs = 1000;
        auto reader =
            VideoReader::open(options, video->stream, video->image->pixels, video->image->pixels.transferSyntax);
        QVERIFY(reader);
        const auto near = (*reader)->frame(keyOf(0), {});
        QVERIFY(!near && near.error().code == ErrorCode::DecoderFailed);
        const auto far = (*reader)->frame(keyOf(40), {});
        QVERIFY2(far, far ? "" : qPrintable(far.error().detail));
    }

    void canBeCancelled()
    {
        const auto video = videoOf({});
        QVERIFY(video);
        const QTemporaryDir folder;
        auto options = realOptions();
        options.ffmpeg = script(folder, "exec sleep 100\n");
        auto reader =
            VideoReader::open(options, video->stream, video->image->pixels, video->image->pixels.transferSyntax);
        QVERIFY(reader);
        const CancelToken cancel;
        const auto stop = std::jthread([&cancel] {
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            cancel.cancel();
        });
        const auto frame = (*reader)->frame(keyOf(0), cancel);
        QVERIFY(!frame && frame.error().code == ErrorCode::Cancelled);
    }
};

CONSILIUM_TEST(VideoTest)
#include "VideoTest.moc"
