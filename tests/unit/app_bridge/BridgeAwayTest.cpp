#include "app/bridge/ArchiveWatch.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/BridgeFixture.h"

#include <QDateTime>
#include <QSignalSpy>

#include <atomic>

using namespace consilium;
using namespace Qt::StringLiterals;
using test::FakeArchive;
using test::FaultReply;
using test::reply;
using Question = FakeArchive::Question;

namespace
{

FaultReply hangUp()
{
    FaultReply none;
    none.reset = true;
    return none;
}

FaultReply putOff(int seconds)
{
    return reply(429, "text/plain", "later", {"Retry-After: " + QByteArray::number(seconds)});
}

/// A study of an archive named "Ward", its first image in a view.
struct Open {
    explicit Open(const FakeArchive &archive) : study(archive.image(0).study), id(archive.image(0).series)
    {
        dicomweb::ArchiveConfig config{ArchiveId(u"a"_s), u"Ward"_s, archive.url(), {}, {}};
        QObject::connect(&bridge, &app::PixelBridge::studyOpened, &bridge, [this] { bridge.want(this, id, 0, 1); });
        bridge.openStudy(std::make_shared<dicomweb::DicomWebClient>(http, config), test::headerOf(archive.image(0)));
    }
    [[nodiscard]] std::optional<app::ArchiveWatch::Trouble> trouble() const
    {
        return bridge.archiveWatch().troubleOf(study);
    }
    StudyUid study;
    DataSetId id;
    http::HttpClient http;
    app::PixelBridge bridge{{50'000'000, 2}};
};

} // namespace

/// An archive that goes away while a study of it is read, or that asks to wait: who reads is told, and what is missing
/// comes when it answers again.
class BridgeAwayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStudyThatIsOpeningWaits_data()
    {
        QTest::addColumn<bool>("isClosed");
        QTest::newRow("until it is back") << false;
        QTest::newRow("until it is closed") << true;
    }
    /// The archive goes down while a study is opened, and stays away for longer than it is asked again and again.
    void aStudyThatIsOpeningWaits()
    {
        QFETCH(bool, isClosed);
        std::atomic<bool> isAway{true};
        FakeArchive archive(FakeArchive::series(6), [&](const Question &q) -> std::optional<FaultReply> {
            if (isAway)
                return hangUp();
            return q.what.isEmpty() ? std::optional(reply(200, "application/dicom+json", "[]")) : std::nullopt;
        });
        Open open(archive);
        QSignalSpy waits(&open.bridge, &app::PixelBridge::openWaits),
            failed(&open.bridge, &app::PixelBridge::openFailed), opened(&open.bridge, &app::PixelBridge::studyOpened);
        QTRY_COMPARE_WITH_TIMEOUT(waits.count(), 1, 30'000);
        QVERIFY(open.trouble() && open.trouble()->isOpening);
        QVERIFY(open.bridge.isIdle());
        QVERIFY(!open.bridge.isListing());
        if (isClosed)
            open.bridge.closeStudy(open.study);
        isAway = false;
        open.bridge.archiveWatch().askNow();
        if (!isClosed) {
            QTRY_VERIFY_WITH_TIMEOUT(open.bridge.progress(open.id).complete, 20'000);
            QTRY_VERIFY_WITH_TIMEOUT(!open.trouble(), 10'000);
            QCOMPARE(opened.count(), 1);
        } else {
            QTest::qWait(500);
            QVERIFY(open.bridge.studies().empty());
            QCOMPARE(opened.count(), 0);
        }
        QCOMPARE(failed.count(), 0);
    }
    void itIsNamedAndWhatIsMissingComesWhenItIsBack()
    {
        constexpr int images = 24, before = 6;
        std::atomic<bool> isAway{false};
        std::atomic<int> frames{0};
        FakeArchive archive(FakeArchive::series(images), [&](const Question &q) -> std::optional<FaultReply> {
            if (q.what == "frame" && ++frames > before && frames <= before + 4)
                isAway = true;
            if (isAway)
                return hangUp();
            if (q.what.isEmpty()) // the search for prior studies
                return reply(200, "application/dicom+json", "[]");
            return std::nullopt;
        });
        const qint64 began = QDateTime::currentMSecsSinceEpoch();
        Open open(archive);
        QTRY_VERIFY_WITH_TIMEOUT(open.trouble(), 10'000);
        QCOMPARE(open.trouble()->archive, u"Ward"_s);
        QCOMPARE(open.trouble()->error.code, ErrorCode::ConnectionLost);
        QVERIFY(open.trouble()->since >= began && open.trouble()->since <= QDateTime::currentMSecsSinceEpoch());
        QVERIFY(open.bridge.progress(open.id).decoded < images);
        using State = pixels::StudyImages::Priors::State;
        open.bridge.askForPriors(open.study);
        QTRY_COMPARE_WITH_TIMEOUT(open.bridge.priors(open.study).state, State::Failed, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(open.bridge.progress(open.id).failed > 0, 30'000); // every try was in vain
        QVERIFY(open.trouble());
        isAway = false;
        QTRY_VERIFY_WITH_TIMEOUT(open.bridge.progress(open.id).complete, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!open.trouble(), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(open.bridge.priors(open.study).state, State::There, 10'000);
    }
    /// Nobody asks it anything any more: it is asked now and then whether it is back, and at once by "Try again".
    void itIsAskedWhetherItIsBack()
    {
        std::atomic<bool> isAway{false};
        FakeArchive archive(FakeArchive::series(2), [&](const Question &q) -> std::optional<FaultReply> {
            if (isAway)
                return hangUp();
            return q.what.isEmpty() ? std::optional(reply(200, "application/dicom+json", "[]")) : std::nullopt;
        });
        Open open(archive);
        QTRY_VERIFY_WITH_TIMEOUT(open.bridge.progress(open.id).complete, 20'000);
        isAway = true;
        open.bridge.askForPriors(open.study);
        QTRY_VERIFY_WITH_TIMEOUT(open.trouble(), 10'000);
        isAway = false;
        const int asked = archive.asked("series");
        open.bridge.archiveWatch().askNow();
        QTRY_VERIFY_WITH_TIMEOUT(archive.asked("series") > asked, app::ArchiveWatch::askMs - 1000);
        QTRY_VERIFY_WITH_TIMEOUT(!open.trouble(), 5'000);
        QTRY_COMPARE_WITH_TIMEOUT(open.bridge.priors(open.study).state, pixels::StudyImages::Priors::State::There,
                                  5'000);
    }
    /// A line that breaks in the middle of every image and answers all else: what is missing is not asked for over and
    /// over, and comes when the line is better.
    void aLineThatLetsNoImageThroughIsLeftAloneForLongerEachTime()
    {
        constexpr int images = 12;
        std::atomic<bool> isBad{true};
        FakeArchive archive(FakeArchive::series(images), [&](const Question &q) -> std::optional<FaultReply> {
            if (isBad && q.what == "frame")
                return hangUp();
            return q.what.isEmpty() ? std::optional(reply(200, "application/dicom+json", "[]")) : std::nullopt;
        });
        Open open(archive);
        QTRY_VERIFY_WITH_TIMEOUT(open.trouble(), 20'000);
        QTest::qWait(15'000);
        const int first = archive.asked("frame");
        QVERIFY2(first <= images * 5 * 7, qPrintable(QString::number(first))); // five tries a round
        QTest::qWait(6000);
        const int more = archive.asked("frame") - first; // of a round that ends and of one that begins
        QVERIFY2(more <= images * 5 * 2, qPrintable(QString::number(more)));
        QTRY_VERIFY_WITH_TIMEOUT(open.trouble(), 10'000);
        isBad = false;
        open.bridge.archiveWatch().askNow();
        QTRY_VERIFY_WITH_TIMEOUT(open.bridge.progress(open.id).complete, 30'000);
    }
    void whoAsksForAMinuteIsLeftAloneAndThatIsSaid()
    {
        FakeArchive archive(FakeArchive::series(30), [&](const Question &q) -> std::optional<FaultReply> {
            return q.what == "frame" ? std::optional(putOff(60)) : std::nullopt;
        });
        Open open(archive);
        QTRY_VERIFY_WITH_TIMEOUT(open.trouble(), 4'000);
        QCOMPARE(open.trouble()->error.code, ErrorCode::TooManyRequests);
        QVERIFY(open.trouble()->againMs > 50'000 && open.trouble()->againMs <= 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(open.bridge.dataSet(open.id)->isComplete, 10'000);
        QTest::qWait(500); // those that were on their way
        const int asked = archive.asked("frame");
        for (int i = 0; i < 10; ++i) { // a reader who scrolls asks for none of it
            open.bridge.want(&open, open.id, i, 1);
            QTest::qWait(50);
        }
        QCOMPARE(archive.asked("frame"), asked);
        QCOMPARE(open.bridge.progress(open.id).failed, 0);
        open.bridge.closeStudy(open.study);
        QVERIFY(!open.trouble());
    }
    void afterItsTimeItIsAskedAgainAndEverythingComes()
    {
        std::atomic<qint64> until{0};
        std::atomic<int> early{0};
        FakeArchive archive(FakeArchive::series(30), [&](const Question &q) -> std::optional<FaultReply> {
            const qint64 now = QDateTime::currentMSecsSinceEpoch();
            if (q.what != "frame")
                return std::nullopt;
            if (until == 0)
                until = now + 3000;
            if (now >= until)
                return std::nullopt;
            early += now > until - 2000 ? 1 : 0; // a second after the first was told to wait
            return putOff(3);
        });
        Open open(archive);
        QTRY_VERIFY_WITH_TIMEOUT(open.trouble(), 2'500);
        QTRY_VERIFY_WITH_TIMEOUT(open.bridge.progress(open.id).complete, 20'000);
        QVERIFY(QDateTime::currentMSecsSinceEpoch() >= until);
        QCOMPARE(early.load(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!open.trouble(), 5'000);
    }
};

CONSILIUM_TEST(BridgeAwayTest)
#include "BridgeAwayTest.moc"
