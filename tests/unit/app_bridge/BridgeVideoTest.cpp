#include "app/bridge/VideoFrames.h"
#include "base/Error.h"
#include "tests/support/TestMain.h"

#include <QFuture>
#include <QPromise>

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
    void withoutTheLauncherNothingIsStarted()
    {
        const auto answer = answerOf({.launcher = {}, .ffmpeg = u"/usr/bin/true"_s}, u"1.2.840.10008.1.2.4.100"_s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::DecoderFailed);
    }
};

CONSILIUM_TEST(BridgeVideoTest)
#include "BridgeVideoTest.moc"
