#include "app/bridge/PixelBridge.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/FakeArchive.h"

#include <QSignalSpy>

#include <atomic>

using namespace consilium;
using namespace Qt::StringLiterals;
using test::FakeArchive;
using test::FaultReply;
using Question = FakeArchive::Question;

namespace
{

struct Opened {
    explicit Opened(const FakeArchive &archive)
        : client(std::make_shared<dicomweb::DicomWebClient>(
              http, dicomweb::ArchiveConfig{ArchiveId(u"a"_s), {}, archive.url(), {}, {}}))
    {
        dicom::StudyHeader header;
        header.uid = StudyUid(archive.image(0).study);
        id = DataSetId(archive.image(0).series);
        QObject::connect(&bridge, &app::PixelBridge::studyOpened, &bridge, [this] { bridge.want(this, id, 0, 1); });
        bridge.openStudy(client, header);
    }
    http::HttpClient http;
    std::shared_ptr<dicomweb::DicomWebClient> client;
    app::PixelBridge bridge{{50'000'000, 2}};
    DataSetId id;
};

} // namespace

/// A study that is deleted for good while it loads: what is there stays, what is missing is named, and nobody asks for
/// it for ever.
class BridgeVanishTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deletedWhileLoading_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("frames"); // of one object; 1: a stack of objects
        QTest::addColumn<ErrorCode>("code");
        for (const int frames : {1, 40}) {
            const QByteArray kind = frames == 1 ? "stack" : "multi-frame object";
            QTest::newRow(kind + ", 404") << 404 << frames << ErrorCode::NotFound;
            QTest::newRow(kind + ", 410") << 410 << frames << ErrorCode::NotFound;
            QTest::newRow(kind + ", 500") << 500 << frames << ErrorCode::ServerError;
        }
    }
    void deletedWhileLoading()
    {
        QFETCH(int, status);
        QFETCH(int, frames);
        QFETCH(ErrorCode, code);
        constexpr int kImages = 40, kBefore = 7;
        auto images = FakeArchive::series(frames == 1 ? kImages : 1);
        images.front().frames = frames;
        if (frames > 1)
            images.front().pixels.clear(); // a pattern of each frame
        std::atomic<int> given{0}, refused{0};
        FakeArchive archive(images, [&](const Question &q) -> std::optional<FaultReply> {
            const bool isPixels = q.what == "frame" || (q.what != "series" && q.what != "metadata" &&
                                                        q.what != "instances" && q.what != "instance-metadata");
            if (!isPixels || (q.what == "frame" && ++given <= kBefore))
                return std::nullopt;
            ++refused;
            return test::reply(status, "text/plain", "gone");
        });
        Opened opened(archive);
        QTRY_VERIFY_WITH_TIMEOUT(opened.bridge.progress(opened.id).ended, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(opened.bridge.isIdle(), 20'000);
        const auto progress = opened.bridge.progress(opened.id);
        QCOMPARE(progress.decoded, kBefore);
        QCOMPARE(progress.failed, kImages - kBefore);
        QVERIFY(!progress.complete);
        QVERIFY(!opened.bridge.isLoading(opened.id));
        QVERIFY(!opened.bridge.failure(opened.id)); // some of it is there
        int named = 0, shown = 0;
        for (const auto &slice : opened.bridge.dataSet(opened.id)->slices) {
            const Error *failure = opened.bridge.failure(pixels::keyOf(*slice));
            named += failure && failure->code == code ? 1 : 0;
            shown += opened.bridge.frame(pixels::keyOf(*slice)) ? 1 : 0;
        }
        QCOMPARE(named, kImages - kBefore);
        QCOMPARE(shown, kBefore);
        // Looking at what is missing asks for nothing any more.
        const int asked = refused;
        QVERIFY2(asked <= (kImages - kBefore) * 4, qPrintable(QString::number(asked)));
        for (int i = 0; i < kImages; ++i)
            opened.bridge.want(&opened, opened.id, i, 1);
        QTest::qWait(1500);
        QCOMPARE(refused.load(), asked);
    }
    void goneAfterItsListing_data()
    {
        QTest::addColumn<bool>("isListed"); // when it is asked what it has
        QTest::addColumn<QString>("said");
        QTest::newRow("it lists another one") << false << u"The archive no longer has this series."_s;
        QTest::newRow("it lists it still") << true << u"The archive could not give this series."_s;
    }
    void goneAfterItsListing()
    {
        QFETCH(bool, isListed);
        QFETCH(QString, said);
        test::MinimalDicom other = FakeArchive::series(1).front();
        other.series += u".77"_s;
        const QByteArray others = FakeArchive({other}).json({&other});
        FakeArchive archive(FakeArchive::series(8), [&](const Question &q) -> std::optional<FaultReply> {
            if (q.what == "series")
                return q.nth == 1 || isListed ? std::nullopt
                                              : std::optional(test::reply(200, "application/dicom+json", others));
            return test::reply(404, "text/plain", "gone");
        });
        Opened opened(archive);
        QTRY_VERIFY_WITH_TIMEOUT(opened.bridge.failure(opened.id) != nullptr, 20'000);
        QCOMPARE(opened.bridge.failure(opened.id)->code, ErrorCode::NotFound);
        QTRY_COMPARE_WITH_TIMEOUT(userMessage(*opened.bridge.failure(opened.id)), said, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(archive.asked("series") > 1, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(opened.bridge.isIdle(), 20'000);
        const int asked = archive.asked("metadata");
        QVERIFY(!opened.bridge.progress(opened.id).complete);
        QTest::qWait(1000);
        QCOMPARE(archive.asked("metadata"), asked);
        QCOMPARE(userMessage(*opened.bridge.failure(opened.id)), said);
    }
    /// One 404 is one answer about one frame: that an image is gone the archive's list says.
    void aFrameThatIsNotFoundMayBeListedAllTheSame_data()
    {
        QTest::addColumn<QByteArray>("list"); // of the series' objects: "whole", "without", or an error
        QTest::addColumn<QString>("said");
        const QString notGiven = u"The archive could not give this image."_s;
        QTest::newRow("it lists it") << QByteArray("whole") << notGiven;
        QTest::newRow("it does not list it") << QByteArray("without") << u"No longer in the archive."_s;
        QTest::newRow("it does not say") << QByteArray("error") << notGiven;
    }
    void aFrameThatIsNotFoundMayBeListedAllTheSame()
    {
        QFETCH(QByteArray, list);
        QFETCH(QString, said);
        const auto images = FakeArchive::series(6);
        const test::MinimalDicom &missed = images[3];
        std::vector<const test::MinimalDicom *> rest;
        for (const auto &image : images)
            if (image.sop != missed.sop)
                rest.push_back(&image);
        const QByteArray without = FakeArchive(images).json(rest);
        std::atomic<int> lists{0};
        FakeArchive archive(images, [&](const Question &q) -> std::optional<FaultReply> {
            if (q.what == "frame" && q.sop == missed.sop.toLatin1())
                return test::reply(404, "text/plain", "what?");
            const bool isList = q.what == "instances" && q.target.contains("includefield");
            lists += isList ? 1 : 0;
            if (isList && list == "error")
                return test::reply(501, "text/plain", "no");
            return isList && list == "without" ? std::optional(test::reply(200, "application/dicom+json", without))
                                               : std::nullopt;
        });
        Opened opened(archive);
        QStringList told; // each time that something new is said of it
        const pixels::FrameKey key{SopInstanceUid(missed.sop), 0};
        connect(&opened.bridge, &app::PixelBridge::frameFailed, this, [&](const pixels::FrameKey &failed) {
            if (failed == key)
                told << userMessage(*opened.bridge.failure(failed));
        });
        QTRY_VERIFY_WITH_TIMEOUT(opened.bridge.progress(opened.id).ended, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(lists > 0, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty() && told.last() == said, 10'000);
        QCOMPARE(told.first(), u"The archive could not give this image."_s); // before it was asked
        QTest::qWait(500);
        QCOMPARE(told.last(), said);
        QCOMPARE(opened.bridge.progress(opened.id).failed, 1);
        QCOMPARE(opened.bridge.progress(opened.id).decoded, 5);
    }
    // A picture for the strip fetches its own image and no other.
    void aThumbnailAsksForItsImageOnly()
    {
        FakeArchive archive(FakeArchive::series(20));
        http::HttpClient http;
        auto client = std::make_shared<dicomweb::DicomWebClient>(
            http, dicomweb::ArchiveConfig{ArchiveId(u"a"_s), {}, archive.url(), {}, {}});
        app::PixelBridge bridge({50'000'000, 2});
        dicom::StudyHeader header;
        header.uid = StudyUid(archive.image(0).study);
        const DataSetId id(archive.image(0).series);
        bridge.openStudy(client, header);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(id).settled, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.isIdle(), 20'000);
        const int before = archive.asked("frame"); // the first image comes ahead of its description
        QVERIFY(before <= 1);
        bridge.wantOne(this, id, 10);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.frame(pixels::keyOf(*bridge.dataSet(id)->slices[10])) != nullptr, 20'000);
        QTest::qWait(300);
        QVERIFY(bridge.isIdle());
        QCOMPARE(archive.asked("frame"), before + 1);
        bridge.want(this, id, 10, 0); // now a view shows it
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(id).complete, 20'000);
        QCOMPARE(archive.asked("frame"), 20);
    }
};

CONSILIUM_TEST(BridgeVanishTest)
#include "BridgeVanishTest.moc"
