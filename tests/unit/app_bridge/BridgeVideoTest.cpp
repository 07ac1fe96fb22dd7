#include "app/bridge/PixelBridge.h"
#include "app/bridge/VideoFrames.h"
#include "base/Error.h"
#include "tests/phantom/Video.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QFuture>
#include <QPromise>
#include <QTemporaryDir>

using namespace consilium;
using namespace Qt::StringLiterals;

namespace
{

/// What a computer without ffmpeg, or without the program that confines it, answers to a frame of a video.
Result<pixels::FramePtr> answerOf(const pixels::VideoReader::Options &options, const QString &syntax)
{
    dicom::Instance image;
    image.sop = SopInstanceUid(u"2.25.7"_s);
    image.pixels.rows = image.pixels.columns = 64;
    image.pixels.samplesPerPixel = 3;
    image.pixels.photometric = dicom::Photometric::YbrPartial420;
    image.pixels.transferSyntax = TransferSyntaxUid(syntax);
    QPromise<Result<pixels::FramePtr>> promise;
    promise.start();
    auto future = promise.future();
    {
        app::VideoFrames videos(options);
        videos.ask({{image.sop, 0},
                    {{}, StudyUid(u"2.25.1"_s), SeriesUid(u"2.25.2"_s)},
                    std::make_shared<const dicom::Instance>(image),
                    std::make_shared<std::atomic<Priority>>(Priority::Visible),
                    {},
                    [&promise](app::VideoFrames::Answer answer) {
                        promise.addResult(std::move(answer.frame));
                        promise.finish();
                    }});
        future.waitForFinished();
    }
    return future.result();
}

} // namespace

/// Videos on a computer that cannot show them.
class BridgeVideoTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutFfmpegTheCodingIsNamed_data()
    {
        QTest::addColumn<QString>("syntax");
        QTest::addColumn<QString>("name");
        QTest::newRow("MPEG-2") << u"1.2.840.10008.1.2.4.100"_s << u"MPEG2 "_s;
        QTest::newRow("H.264") << u"1.2.840.10008.1.2.4.102"_s << u"MPEG-4 "_s;
        QTest::newRow("HEVC") << u"1.2.840.10008.1.2.4.107"_s << u"HEVC"_s;
        QTest::newRow("an archive that names none") << QString() << u"MPEG"_s;
    }
    void withoutFfmpegTheCodingIsNamed()
    {
        QFETCH(QString, syntax);
        QFETCH(QString, name);
        const auto answer = answerOf({.launcher = u"/usr/bin/true"_s, .ffmpeg = {}}, syntax);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::UnsupportedSyntax);
        const QString said = userMessage(answer.error());
        QVERIFY2(said.contains(name), qPrintable(said));
        QVERIFY2(said.contains(u"ffmpeg"_s), qPrintable(said));
    }
    void noProgramIsBlamedForWhatNoneDecodes()
    {
        const auto answer = answerOf({.launcher = {}, .ffmpeg = {}}, u"1.2.840.10008.1.2.4.106.1"_s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::UnsupportedSyntax);
        QCOMPARE(answer.error().detail, u"Fragmentable MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2"_s);
    }
    /// One eye of a stereo video would be shown as if it were all: it is refused by its name, and not as damaged.
    void twoEyesAreNamed()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"video.dcm"_s);
        phantom::VideoSpec spec;
        spec.frames = 5;
        const auto made = phantom::writeVideo(path, spec);
        NEEDS(made || made.error().code != ErrorCode::Unsupported, "ffmpeg with H.264 is not installed");
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        const qsizetype at = bytes.indexOf("1.2.840.10008.1.2.4.102");
        QVERIFY(at > 0 && at < 1000); // of the file meta information
        bytes.replace(at, 23, "1.2.840.10008.1.2.4.106");
        QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
        file.close();
        app::PixelBridge bridge({10'000'000, 1});
        bool isRead = false;
        connect(&bridge, &app::PixelBridge::folderFinished, this, [&isRead] { isRead = true; });
        bridge.openFolder(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(isRead, 20'000);
        QCOMPARE(bridge.studies().size(), std::size_t(1));
        const auto dataSets = bridge.dataSets(bridge.studies().front());
        QCOMPARE(dataSets.size(), std::size_t(1));
        QVERIFY(!dataSets.front()->slices.empty());
        const pixels::FrameKey key = pixels::keyOf(*dataSets.front()->slices.front());
        bridge.want(this, dataSets.front()->id, 0, 1);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.failure(key) || bridge.frame(key), 20'000);
        QVERIFY(bridge.failure(key));
        QCOMPARE(bridge.failure(key)->code, ErrorCode::UnsupportedSyntax);
        QCOMPARE(bridge.failure(key)->detail, u"MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2"_s);
    }
    void withoutTheLauncherNothingIsStarted()
    {
        const auto answer = answerOf({.launcher = {}, .ffmpeg = u"/usr/bin/true"_s}, u"1.2.840.10008.1.2.4.100"_s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::DecoderFailed);
    }
};

CONSILIUM_TEST(BridgeVideoTest)
#include "BridgeVideoTest.moc"
