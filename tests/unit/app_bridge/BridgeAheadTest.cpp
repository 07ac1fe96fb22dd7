#include "app/bridge/StudyAhead.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/BridgeFixture.h"

#include <QThread>

#include <atomic>
#include <set>

using namespace Qt::StringLiterals;
using namespace consilium;
using app::StudyAhead;
using test::FakeArchive;
using test::FaultReply;
using test::MinimalDicom;
using Question = FakeArchive::Question;

namespace
{

/// How often an archive was asked for each kind of thing.
struct Asked {
    int series = 0, instances = 0, headers = 0, frames = 0, metadata = 0, objects = 0;
    bool operator==(const Asked &) const = default;

    [[nodiscard]] static Asked of(const FakeArchive &archive)
    {
        return {archive.asked("series"), archive.asked("instances"), archive.asked("instance-metadata"),
                archive.asked("frame"),  archive.asked("metadata"),  archive.asked("")};
    }
};

QByteArray toText(const Asked &asked)
{
    return QByteArray::number(asked.series) + " lists, " + QByteArray::number(asked.instances) + " instances, " +
           QByteArray::number(asked.headers) + " headers, " + QByteArray::number(asked.frames) + " frames, " +
           QByteArray::number(asked.metadata) + " metadata, " + QByteArray::number(asked.objects) + " objects";
}

/// Fetches ahead by itself, in surroundings that a test makes.
struct Alone {
    http::HttpClient http;
    bool isFree = true;
    std::int64_t room = 1'000'000'000;
    StudyAhead ahead;

    explicit Alone(StudyAhead::Limits limits)
        : ahead({[this] { return isFree; }, [this] { return room; }, [](const StudyUid &) { return false; }}, limits,
                nullptr)
    {
    }
};

StudyAhead::Limits quick()
{
    StudyAhead::Limits limits;
    limits.restMs = 1;
    return limits;
}

} // namespace

namespace
{

/// What an archive's list of series says of this one's only one.
QByteArray entryOf(const FakeArchive &archive)
{
    const QByteArray list = archive.json({&archive.image(0)});
    return list.mid(list.indexOf('[') + 1, list.lastIndexOf(']') - list.indexOf('[') - 1);
}

/// What an archive with these three images answers to a question about their series.
FaultReply answerOf(const FakeArchive &archive, const Question &q)
{
    std::vector<const MinimalDicom *> all;
    for (int i = 0; i < 3; ++i)
        if (q.sop.isEmpty() || q.sop == archive.image(i).sop.toLatin1())
            all.push_back(&archive.image(i));
    if (q.what == "series" || q.what == "instances")
        all.resize(1);
    if (q.what != "frame")
        return test::reply(200, "application/dicom+json", archive.json(all));
    return test::reply(200, "multipart/related; type=\"application/octet-stream\"; boundary=b",
                       "--b\r\nContent-Type: application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1\r\n\r\n" +
                           all.front()->frameBytes(0) + "\r\n--b--");
}

} // namespace

#define ASKED(archive, expected)                                                                                       \
    do {                                                                                                               \
        const Asked found = Asked::of(archive);                                                                        \
        QVERIFY2(found == (expected), toText(found).constData());                                                      \
    } while (false)

/// The first images of studies that nobody has opened yet.
class BridgeAheadTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // What came ahead is not asked for again; only the list is, which may be longer by now.
    void theFirstImageIsFetchedOnceInAll()
    {
        FakeArchive archive(FakeArchive::series(6));
        http::HttpClient http;
        const auto client = test::clientOf(http, archive.url());
        app::PixelBridge bridge({50'000'000, 2});
        bridge.ahead().want({{client, test::headerOf(archive.image(0))}});
        QTRY_VERIFY_WITH_TIMEOUT(bridge.ahead().isDone(), 20'000);
        ASKED(archive, (Asked{1, 1, 1, 6, 1, 0})); // then the whole series, the first image not once more
        QVERIFY(bridge.ahead().bytes() > 0);
        QVERIFY(bridge.studies().empty()); // nothing of it is open
        QCOMPARE(bridge.cacheBytes(), 0);

        const DataSetId id(archive.image(0).series);
        QObject::connect(&bridge, &app::PixelBridge::studyOpened, &bridge, [&] { bridge.want(this, id, 0, 1); });
        QVERIFY(bridge.openStudy(client, test::headerOf(archive.image(0))));
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(id).complete && bridge.isIdle(), 20'000);
        ASKED(archive, (Asked{2, 2, 2, 6, 2, 0})); // no frame of it again
        for (int i = 0; i < 6; ++i)
            QVERIFY(test::holdsPixelsOf(bridge, archive.image(i)));
        QCOMPARE(bridge.ahead().bytes(), 0); // nothing is held twice
    }

    // One image, one frame: it comes as the file that it is, and is not fetched again either.
    void anOnlyImageComesAsItsFile()
    {
        const QByteArray part10 = FakeArchive::series(1).front().part10();
        FakeArchive archive(FakeArchive::series(1), [&](const Question &q) -> std::optional<FaultReply> {
            if (!q.what.isEmpty())
                return std::nullopt;
            return test::reply(200, "multipart/related; type=\"application/dicom\"; boundary=b",
                               "--b\r\nContent-Type: application/dicom\r\n\r\n" + part10 + "\r\n--b--");
        });
        http::HttpClient http;
        const auto client = test::clientOf(http, archive.url());
        app::PixelBridge bridge({50'000'000, 2});
        bridge.ahead().want({{client, test::headerOf(archive.image(0))}});
        QTRY_VERIFY_WITH_TIMEOUT(bridge.ahead().isDone(), 20'000);
        ASKED(archive, (Asked{1, 1, 0, 0, 0, 1}));
        const DataSetId id(archive.image(0).series);
        QObject::connect(&bridge, &app::PixelBridge::studyOpened, &bridge, [&] { bridge.want(this, id, 0, 1); });
        QVERIFY(bridge.openStudy(client, test::headerOf(archive.image(0))));
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(id).complete && bridge.isIdle(), 20'000);
        ASKED(archive, (Asked{2, 1, 0, 0, 0, 1}));
        QVERIFY(test::holdsPixelsOf(bridge, archive.image(0)));
    }

    // A reader opens something else while a frame is on its way: it is given up at once, waits as long as the reader
    // does, and of what had come nothing is asked again.
    void itGivesWayAtOnceAndGoesOnWhereItWas()
    {
        std::atomic<bool> isHeld{true}, isReaderHeld{true};
        FakeArchive next(FakeArchive::otherSeries(3), [&](const Question &q) -> std::optional<FaultReply> {
            for (int i = 0; i < 500 && isHeld && q.what == "frame"; ++i)
                QThread::msleep(10);
            return std::nullopt;
        });
        FakeArchive present(FakeArchive::series(2), [&](const Question &q) -> std::optional<FaultReply> {
            for (int i = 0; i < 500 && isReaderHeld && q.what == "frame"; ++i)
                QThread::msleep(10);
            return std::nullopt;
        });
        http::HttpClient http;
        const auto nextClient = test::clientOf(http, next.url()), client = test::clientOf(http, present.url());
        app::PixelBridge bridge({50'000'000, 2});
        bridge.ahead().want({{nextClient, test::headerOf(next.image(0))}});
        QTRY_COMPARE_WITH_TIMEOUT(next.asked("frame"), 1, 20'000);

        const DataSetId id(present.image(0).series);
        QObject::connect(&bridge, &app::PixelBridge::studyOpened, &bridge, [&] { bridge.want(this, id, 0, 1); });
        QVERIFY(bridge.openStudy(client, test::headerOf(present.image(0))));
        isHeld = false; // it could have the frame now
        QTRY_VERIFY_WITH_TIMEOUT(present.asked("frame") > 0, 20'000);
        QTest::qWait(1200);
        ASKED(next, (Asked{1, 1, 1, 1, 0, 0}));
        QCOMPARE(bridge.ahead().bytes(), 0); // what was given up is not taken all the same
        QVERIFY(!bridge.ahead().isDone());

        isReaderHeld = false;
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(id).complete, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.ahead().isDone(), 20'000);
        ASKED(next, (Asked{1, 1, 1, 4, 1, 0}));
        QVERIFY(bridge.ahead().bytes() > 0);
    }

    void aScrollThatNeedsTheLineStopsIt()
    {
        std::atomic<bool> isHeld{true};
        FakeArchive next(FakeArchive::otherSeries(3), [&](const Question &q) -> std::optional<FaultReply> {
            for (int i = 0; i < 500 && isHeld && q.what == "frame"; ++i)
                QThread::msleep(10);
            return std::nullopt;
        });
        FakeArchive present(FakeArchive::series(4));
        http::HttpClient http;
        const auto nextClient = test::clientOf(http, next.url()), client = test::clientOf(http, present.url());
        app::PixelBridge bridge({50'000'000, 2});
        const DataSetId id(present.image(0).series);
        QVERIFY(bridge.openStudy(client, test::headerOf(present.image(0))));
        QTRY_VERIFY_WITH_TIMEOUT(bridge.isIdle() && bridge.dataSet(id), 20'000);
        bridge.ahead().want({{nextClient, test::headerOf(next.image(0))}});
        QTRY_COMPARE_WITH_TIMEOUT(next.asked("frame"), 1, 20'000);
        const auto &slices = bridge.dataSet(id)->slices;
        const auto missing = std::find_if(slices.begin(), slices.end(), [&](const auto &slice) {
            return !bridge.frame(pixels::FrameKey{slice->sop, slice->frame});
        });
        QVERIFY(missing != slices.end());
        bridge.wantOne(this, id, int(missing - slices.begin()));
        isHeld = false;
        QTest::qWait(200);
        QCOMPARE(bridge.ahead().bytes(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.ahead().isDone(), 20'000);
        QCOMPARE(next.asked("frame"), 1 + 3);
        bridge.want(this, {}, 0, 0);
    }

    // On a slow line a reader who needs it while the stack of the next study comes has it at once: nothing is waited
    // for, and what had come of the stack is not asked for again.
    void theStackGivesWayToTheReader()
    {
        std::atomic<int> held{0};
        std::atomic<bool> isHeld{true};
        FakeArchive next(FakeArchive::otherSeries(6), [&](const Question &q) -> std::optional<FaultReply> {
            if (q.what != "frame" || q.sop.endsWith(".1") || q.sop.endsWith(".3")) // the first one, and the middle one
                return std::nullopt;
            ++held;
            for (int i = 0; i < 3000 && isHeld; ++i)
                QThread::msleep(10);
            return std::nullopt;
        });
        FakeArchive present(FakeArchive::series(4));
        http::HttpClient http;
        const auto nextClient = test::clientOf(http, next.url()), client = test::clientOf(http, present.url());
        app::PixelBridge bridge({50'000'000, 2});
        bridge.ahead().want({{nextClient, test::headerOf(next.image(0))}});
        QTRY_COMPARE_WITH_TIMEOUT(held.load(), 1, 20'000);
        const std::int64_t came = bridge.ahead().bytes(); // two of them
        QVERIFY(came > 0);

        const DataSetId id(present.image(0).series);
        QObject::connect(&bridge, &app::PixelBridge::studyOpened, &bridge, [&] { bridge.want(this, id, 0, 1); });
        QVERIFY(bridge.openStudy(client, test::headerOf(present.image(0))));
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(id).complete,
                                 20'000); // all the while the other archive holds its frame
        QVERIFY(test::holdsPixelsOf(bridge, present.image(0)));
        QCOMPARE(bridge.ahead().bytes(), came); // what was given up is not taken all the same
        isHeld = false;
        QTRY_VERIFY_WITH_TIMEOUT(bridge.ahead().isDone(), 20'000);
        ASKED(next, (Asked{1, 1, 1, 6 + 1, 1, 0}));
        QVERIFY(bridge.ahead().bytes() > came);
        bridge.want(this, {}, 0, 0);
    }

    // Opened before all of it has come: what has come is used, the rest asked for, each once.
    void halfAStackIsUsed()
    {
        std::atomic<bool> isHeld{true};
        FakeArchive archive(FakeArchive::series(6), [&](const Question &q) -> std::optional<FaultReply> {
            for (int i = 0; i < 3000 && isHeld && q.what == "frame" && q.sop.endsWith(".5"); ++i)
                QThread::msleep(10);
            return std::nullopt;
        });
        http::HttpClient http;
        const auto client = test::clientOf(http, archive.url());
        app::PixelBridge bridge({50'000'000, 2});
        bridge.ahead().want({{client, test::headerOf(archive.image(0))}});
        QTRY_COMPARE_WITH_TIMEOUT(archive.asked("frame"), 4, 20'000); // 1, 3, 6, and 5, which does not come
        const DataSetId id(archive.image(0).series);
        QObject::connect(&bridge, &app::PixelBridge::studyOpened, &bridge, [&] { bridge.want(this, id, 0, 1); });
        QVERIFY(bridge.openStudy(client, test::headerOf(archive.image(0))));
        isHeld = false;
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(id).complete && bridge.isIdle(), 20'000);
        for (int i = 0; i < 6; ++i)
            QVERIFY(test::holdsPixelsOf(bridge, archive.image(i)));
        QCOMPARE(archive.asked("frame"), 6 + 1);
        QCOMPARE(bridge.ahead().bytes(), 0);
        bridge.want(this, {}, 0, 0);
    }

    // What came ahead and is no whole image is asked for as if it had not come.
    void whatCameWrongIsAskedForAgain()
    {
        FakeArchive archive(FakeArchive::series(3), [&](const Question &q) -> std::optional<FaultReply> {
            if (q.what != "frame" || !q.sop.endsWith(".3") || q.nth > 1)
                return std::nullopt;
            return test::reply(200, "multipart/related; type=\"application/octet-stream\"; boundary=b",
                               "--b\r\nContent-Type: application/octet-stream; "
                               "transfer-syntax=1.2.840.10008.1.2.1\r\n\r\n0123456789\r\n--b--");
        });
        http::HttpClient http;
        const auto client = test::clientOf(http, archive.url());
        app::PixelBridge bridge({50'000'000, 2});
        bridge.ahead().want({{client, test::headerOf(archive.image(0))}});
        QTRY_VERIFY_WITH_TIMEOUT(bridge.ahead().isDone(), 20'000);
        const DataSetId id(archive.image(0).series);
        QObject::connect(&bridge, &app::PixelBridge::studyOpened, &bridge, [&] { bridge.want(this, id, 0, 1); });
        QVERIFY(bridge.openStudy(client, test::headerOf(archive.image(0))));
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(id).complete && bridge.isIdle(), 20'000);
        for (int i = 0; i < 3; ++i)
            QVERIFY(test::holdsPixelsOf(bridge, archive.image(i)));
        QCOMPARE(archive.asked("frame"), 3 + 1);
        bridge.want(this, {}, 0, 0);
    }

    // What is left of an open study goes with it.
    void whatIsLeftOfTheStackGoesWithTheStudy()
    {
        const FakeArchive archive(FakeArchive::series(6));
        Alone alone(quick());
        std::set<StudyUid> open;
        StudyAhead ahead({[] { return true; }, [] { return std::int64_t(1'000'000); },
                          [&](const StudyUid &study) { return open.contains(study); }},
                         quick(), nullptr);
        const auto client = test::clientOf(alone.http, archive.url());
        const StudyUid study(archive.image(0).study);
        ahead.want({{client, test::headerOf(archive.image(0))}});
        QTRY_VERIFY_WITH_TIMEOUT(ahead.isDone(), 20'000);
        open.insert(study);
        QVERIFY(ahead.take(client, study));
        const std::int64_t left = ahead.bytes();
        QVERIFY(left > 0);
        const app::FrameSource source{client, study, SeriesUid(archive.image(0).series)};
        const pixels::FrameKey third{SopInstanceUid(archive.image(2).sop), 0};
        const app::FrameSource elsewhere{test::clientOf(alone.http, archive.url()), study, source.series};
        QVERIFY(!ahead.takeFrame(third, elsewhere)); // the same UIDs of another archive
        const auto frame = ahead.takeFrame(third, source);
        QVERIFY(frame && frame->sop == third.sop && !frame->bytes.isEmpty());
        QVERIFY(!ahead.takeFrame(third, source)); // once
        QCOMPARE(ahead.bytes(), left - frame->bytes.size());
        ahead.want({});
        QCOMPARE(ahead.bytes(), left - frame->bytes.size()); // it is open still
        open.clear();
        ahead.want({});
        QCOMPARE(ahead.bytes(), 0);
    }

    void aClosedStudyKeepsNothing()
    {
        FakeArchive archive(FakeArchive::series(6));
        http::HttpClient http;
        const auto client = test::clientOf(http, archive.url());
        app::PixelBridge bridge({50'000'000, 2});
        bridge.ahead().want({{client, test::headerOf(archive.image(0))}});
        QTRY_VERIFY_WITH_TIMEOUT(bridge.ahead().isDone(), 20'000);
        QVERIFY(bridge.openStudy(client, test::headerOf(archive.image(0))));
        QVERIFY(bridge.ahead().bytes() > 0);
        bridge.closeStudy(StudyUid(archive.image(0).study));
        QCOMPARE(bridge.ahead().bytes(), 0);
    }

    // It is open, and goes on being looked at.
    void whatIsOfNoUseTakesNothingFromTheOpenOne()
    {
        const FakeArchive archive(FakeArchive::series(3)), other(FakeArchive::otherSeries(3));
        Alone alone(quick());
        const auto client = test::clientOf(alone.http, archive.url()), second = test::clientOf(alone.http, other.url());
        const StudyUid study(archive.image(0).study);
        alone.ahead.want({{client, test::headerOf(archive.image(0))}, {second, test::headerOf(other.image(0))}});
        QTRY_VERIFY_WITH_TIMEOUT(alone.ahead.isDone(), 20'000);
        QVERIFY(alone.ahead.take(client, study));
        QVERIFY(!alone.ahead.take(client, StudyUid(other.image(0).study))); // of another archive
        const app::FrameSource source{client, study, SeriesUid(archive.image(0).series)};
        QVERIFY(alone.ahead.takeFrame({SopInstanceUid(archive.image(2).sop), 0}, source));
    }

    // To describe a series takes an archive long, and a question that is given up begins from its start: after two it
    // is left to whoever opens the study.
    void aLongQuestionIsNotBegunOverAndOver()
    {
        std::atomic<int> searches{0};
        FakeArchive archive(FakeArchive::series(3), [&](const Question &q) -> std::optional<FaultReply> {
            const bool isSearch = q.target.contains("/studies?");
            searches += isSearch ? 1 : 0;
            if (isSearch || q.what == "metadata")
                QThread::msleep(500);
            return isSearch ? std::optional(test::reply(200, "application/dicom+json", "[]")) : std::nullopt;
        });
        Alone alone(quick());
        bool isOffered = false;
        alone.ahead.choosePriorBy([&](const StudyAhead::Wanted &, const std::vector<dicom::StudyHeader> &) {
            isOffered = true;
            return std::optional<dicom::StudyHeader>();
        });
        alone.ahead.want({{test::clientOf(alone.http, archive.url()), test::headerOf(archive.image(0))}});
        for (int times = 1; times <= 2; ++times) {
            QTRY_COMPARE_WITH_TIMEOUT(archive.asked("metadata"), times, 20'000);
            alone.ahead.pause();
        }
        for (int times = 1; times <= 2; ++times) {
            QTRY_COMPARE_WITH_TIMEOUT(searches.load(), times, 20'000);
            alone.ahead.pause();
        }
        QTRY_VERIFY_WITH_TIMEOUT(alone.ahead.isDone(), 20'000);
        QTest::qWait(600);
        QCOMPARE(archive.asked("metadata"), 2);
        QCOMPARE(searches.load(), 2);
        QVERIFY(!isOffered);
    }

    // Where a protocol hangs another series first, all of that comes.
    void theStackIsOfTheSeriesThatIsLookedAtFirst()
    {
        std::vector<MinimalDicom> second = FakeArchive::series(3);
        for (MinimalDicom &image : second) {
            image.seriesNumber = 2;
            image.series += u".2"_s;
            image.sop = image.series + u".%1"_s.arg(image.instanceNumber);
        }
        const FakeArchive other(second);
        const QByteArray otherSeries = "/series/" + second.front().series.toLatin1() + '/';
        FakeArchive *first = nullptr;
        FakeArchive archive(FakeArchive::series(3), [&](const Question &q) -> std::optional<FaultReply> {
            if (q.what == "series")
                return test::reply(200, "application/dicom+json",
                                   QByteArray("[") + entryOf(*first) + ',' + entryOf(other) + ']');
            return q.target.contains(otherSeries) ? std::optional(answerOf(other, q)) : std::nullopt;
        });
        first = &archive;
        Alone alone(quick());
        std::vector<QString> offered;
        alone.ahead.chooseFirstBy(
            [&](const dicom::StudyHeader &, const std::vector<dicom::DataSetPtr> &firsts) -> SeriesUid {
                for (const auto &stack : firsts)
                    offered.push_back(stack->header.uid.text());
                return SeriesUid(second.front().series);
            });
        alone.ahead.want({{test::clientOf(alone.http, archive.url()), test::headerOf(archive.image(0))}});
        QTRY_VERIFY_WITH_TIMEOUT(alone.ahead.isDone(), 20'000);
        QCOMPARE(offered, (std::vector<QString>{archive.image(0).series, second.front().series}));
        ASKED(archive, (Asked{1, 2, 2, 1 + 3, 1, 0}));
    }

    // The study with which it will be compared: its first images, behind the stack; it is there for whoever opens it
    // beside the open one.
    void theFirstImagesOfThePriorComeLast()
    {
        const FakeArchive prior(FakeArchive::otherSeries(3));
        const QString priorStudy = prior.image(0).study;
        FakeArchive archive(FakeArchive::series(3), [&](const Question &q) -> std::optional<FaultReply> {
            if (q.target.contains("/studies?"))
                return test::reply(200, "application/dicom+json", prior.json({&prior.image(0)}));
            if (!q.target.contains(priorStudy.toLatin1() + '/'))
                return std::nullopt;
            return answerOf(prior, q);
        });
        Alone alone(quick());
        std::vector<StudyUid> offered;
        alone.ahead.choosePriorBy([&](const StudyAhead::Wanted &read, const std::vector<dicom::StudyHeader> &studies) {
            offered.push_back(read.study.uid);
            return studies.empty() ? std::nullopt : std::optional(studies.front());
        });
        const auto client = test::clientOf(alone.http, archive.url());
        const StudyUid study(archive.image(0).study);
        alone.ahead.want({{client, test::headerOf(archive.image(0))}});
        QTRY_VERIFY_WITH_TIMEOUT(alone.ahead.isDone(), 20'000);
        QCOMPARE(offered, std::vector<StudyUid>{study});
        QCOMPARE(archive.asked("frame"), 3 + 1); // of the prior the first image alone
        QCOMPARE(archive.asked("metadata"), 1);
        const auto taken = alone.ahead.take(client, StudyUid(priorStudy));
        QVERIFY(taken);
        QVERIFY(taken->series.value(SeriesUid(prior.image(0).series)).frame.has_value());
    }

    // The memory of images bounds it: without room no pixels come.
    void withoutRoomNoPixelsCome_data()
    {
        QTest::addColumn<qint64>("room");
        QTest::addColumn<qint64>("most");
        QTest::newRow("the cache is full") << qint64(10) << qint64(64'000'000);
        QTest::newRow("as much is held as may be") << qint64(1'000'000'000) << qint64(10);
    }
    void withoutRoomNoPixelsCome()
    {
        QFETCH(qint64, room);
        QFETCH(qint64, most);
        const FakeArchive archive(FakeArchive::series(3));
        StudyAhead::Limits limits = quick();
        limits.mostBytes = most;
        Alone alone(limits);
        alone.room = room;
        alone.ahead.want({{test::clientOf(alone.http, archive.url()), test::headerOf(archive.image(0))}});
        QTRY_VERIFY_WITH_TIMEOUT(alone.ahead.isDone(), 20'000);
        ASKED(archive, (Asked{1, 1, 1, 0, 0, 0}));
        QCOMPARE(alone.ahead.bytes(), 0);
    }

    // Room for two images of six: no more of the stack comes.
    void theStackKeepsWithinItsBound()
    {
        const FakeArchive archive(FakeArchive::series(6));
        StudyAhead::Limits limits = quick();
        const qint64 one = qint64(archive.image(0).rows) * archive.image(0).columns * 2;
        limits.mostBytes = 2 * one;
        Alone alone(limits);
        alone.ahead.want({{test::clientOf(alone.http, archive.url()), test::headerOf(archive.image(0))}});
        QTRY_VERIFY_WITH_TIMEOUT(alone.ahead.isDone(), 20'000);
        ASKED(archive, (Asked{1, 1, 1, 2, 1, 0}));
        QCOMPARE(alone.ahead.bytes(), 2 * one);
    }

    void whileTheLineIsTakenNothingIsAsked()
    {
        const FakeArchive archive(FakeArchive::series(3));
        Alone alone(quick());
        alone.isFree = false;
        alone.ahead.want({{test::clientOf(alone.http, archive.url()), test::headerOf(archive.image(0))}});
        QTest::qWait(600);
        ASKED(archive, Asked{});
        alone.isFree = true;
        QTRY_VERIFY_WITH_TIMEOUT(alone.ahead.isDone(), 20'000);
        ASKED(archive, (Asked{1, 1, 1, 3, 1, 0}));
    }

    // An archive may say something else by then, and what it said to another is none of its answers.
    void whatIsOldOrOfAnotherArchiveIsNotUsed()
    {
        const FakeArchive archive(FakeArchive::series(3));
        StudyAhead::Limits limits = quick();
        limits.mostAgeMs = 3'000;
        Alone alone(limits);
        const auto client = test::clientOf(alone.http, archive.url());
        const StudyUid study(archive.image(0).study);
        const std::vector<StudyAhead::Wanted> wanted{{client, test::headerOf(archive.image(0))}};
        alone.ahead.want(wanted);
        QTRY_VERIFY_WITH_TIMEOUT(alone.ahead.isDone(), 2'500);
        QVERIFY(!alone.ahead.take(test::clientOf(alone.http, archive.url()), study));
        QCOMPARE(alone.ahead.bytes(), 0); // it was opened from elsewhere: nobody comes for it
        alone.ahead.want({});
        alone.ahead.want(wanted);
        QTRY_VERIFY_WITH_TIMEOUT(alone.ahead.isDone(), 2'500);
        QTest::qWait(3'100);
        QVERIFY(!alone.ahead.take(client, study));
    }

    void whatIsNotWantedAnyMoreIsForgotten()
    {
        const FakeArchive archive(FakeArchive::series(3)), other(FakeArchive::otherSeries(3));
        Alone alone(quick());
        const StudyAhead::Wanted one{test::clientOf(alone.http, archive.url()), test::headerOf(archive.image(0))};
        const StudyAhead::Wanted two{test::clientOf(alone.http, other.url()), test::headerOf(other.image(0))};
        alone.ahead.want({one});
        QTRY_VERIFY_WITH_TIMEOUT(alone.ahead.isDone(), 20'000);
        alone.ahead.want({one}); // said once more: nothing is asked again
        alone.ahead.want({two, one});
        QTRY_VERIFY_WITH_TIMEOUT(alone.ahead.isDone(), 20'000);
        ASKED(archive, (Asked{1, 1, 1, 3, 1, 0}));
        ASKED(other, (Asked{1, 1, 1, 3, 1, 0}));
        alone.ahead.want({});
        QCOMPARE(alone.ahead.bytes(), 0);
        QVERIFY(!alone.ahead.take(one.archive, one.study.uid));
    }

    // What fails is left alone: it is asked for when somebody opens the study.
    void anArchiveThatFailsIsNotAskedAgain()
    {
        const FakeArchive archive(FakeArchive::series(3), [](const Question &q) -> std::optional<FaultReply> {
            return q.what == "series" ? std::optional(test::reply(404, "text/plain", "no")) : std::nullopt;
        });
        Alone alone(quick());
        alone.ahead.want({{test::clientOf(alone.http, archive.url()), test::headerOf(archive.image(0))}});
        QTRY_VERIFY_WITH_TIMEOUT(alone.ahead.isDone(), 20'000);
        QTest::qWait(600);
        ASKED(archive, (Asked{1, 0, 0, 0, 0, 0}));
    }
};

CONSILIUM_TEST(BridgeAheadTest)
#include "BridgeAheadTest.moc"
