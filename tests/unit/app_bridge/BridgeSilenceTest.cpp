#include "app/bridge/ArchiveWatch.h"
#include "app/bridge/OutOfReach.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/BridgeFixture.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

using namespace consilium;
using namespace Qt::StringLiterals;
using test::FakeArchive;
using test::FaultReply;
using test::MinimalDicom;
using Question = FakeArchive::Question;

namespace
{

constexpr int kPatienceMs = 300, kSeries = 3, kImages = 4;

FaultReply silence()
{
    FaultReply none;
    none.hang = true;
    return none;
}

/// Lost after most of the time that is waited for an answer.
FaultReply lostLate()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(kPatienceMs * 3 / 4));
    FaultReply none;
    none.reset = true;
    return none;
}

std::vector<MinimalDicom> severalSeries()
{
    std::vector<MinimalDicom> all;
    for (int series = 1; series <= kSeries; ++series)
        for (MinimalDicom image : FakeArchive::series(kImages)) {
            image.series = image.study + u".%1"_s.arg(series);
            image.sop = image.series + u".%1"_s.arg(image.instanceNumber);
            all.push_back(image);
        }
    return all;
}

/// One study of several series that answers each question about one of them with what lies in it.
class Study
{
public:
    explicit Study(FakeArchive::Fault fault)
        : m_fault(std::move(fault)),
          m_archive(
              severalSeries(), [this](const Question &q) { return answer(q); },
              [](Attributes &header, const MinimalDicom &) {
                  header.setText(tags::NumberOfSeriesRelatedInstances, "IS", {QString::number(kImages)});
              })
    {
        dicomweb::ArchiveConfig config{ArchiveId(u"a"_s), u"Ward"_s, m_archive.url(), {}, {}};
        config.patienceMs = kPatienceMs;
        QObject::connect(&bridge, &app::PixelBridge::studyOpened, &bridge, [this] { bridge.want(this, id(0), 0, 1); });
        bridge.openStudy(std::make_shared<dicomweb::DicomWebClient>(http, config), test::headerOf(m_images.front()));
    }
    [[nodiscard]] DataSetId id(int series) const { return DataSetId(m_images[std::size_t(series) * kImages].series); }
    [[nodiscard]] const FakeArchive &archive() const { return m_archive; }
    [[nodiscard]] const MinimalDicom &image(int index) const { return m_images[std::size_t(index)]; }
    /// How often a target was asked for that has this in it.
    [[nodiscard]] int asked(const QByteArray &part) const
    {
        const std::lock_guard lock(m_mutex);
        return int(std::count_if(m_targets.begin(), m_targets.end(), [&](const auto &t) { return t.contains(part); }));
    }

private:
    [[nodiscard]] std::optional<FaultReply> answer(const Question &q)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_targets.push_back(q.target);
        }
        if (const auto fault = m_fault(q))
            return fault;
        if (q.what.isEmpty() || q.what == "frame" || q.what == "bulk")
            return std::nullopt;
        const QByteArray target = q.target + '&';
        std::vector<const MinimalDicom *> chosen;
        for (const MinimalDicom &image : m_images) {
            const bool isOfSeries = target.contains("/series/" + image.series.toLatin1() + '/');
            const bool isNumbered = target.contains("InstanceNumber=");
            const QByteArray number = "InstanceNumber=" + QByteArray::number(image.instanceNumber) + '&';
            if (q.what == "series" ? image.instanceNumber == 1
                                   : isOfSeries && (q.sop.isEmpty() || q.sop == image.sop.toLatin1()) &&
                                         (!isNumbered || target.contains(number)))
                chosen.push_back(&image);
        }
        return test::reply(200, "application/dicom+json", m_archive.json(chosen));
    }

    FakeArchive::Fault m_fault;
    std::vector<MinimalDicom> m_images = severalSeries();
    mutable std::mutex m_mutex;
    QList<QByteArray> m_targets; ///< guarded by m_mutex
    FakeArchive m_archive;

public:
    http::HttpClient http;
    app::PixelBridge bridge{{50'000'000, 2}};
};

} // namespace

/// An archive that takes every question and answers none: what waits for it is told so after about three times the
/// patience with one question, and not after as many tries as there are.
class BridgeSilenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silenceIsCountedInTimeAndNotInTries()
    {
        const qint64 longest = app::Silence::longestMs(0);
        QVERIFY(longest >= 60'000 && longest <= 90'000); // with the last question on its way less than three minutes
        const Error timeout{ErrorCode::Timeout, {}}, lost{ErrorCode::ConnectionLost, {}},
            broken{ErrorCode::ServerError, {}};
        app::Silence silence;
        silence.ask(1000);
        silence.ask(50'000);                                 // the first one counts
        QVERIFY(!silence.isOver(timeout, 200'000, longest)); // it may have waited for its turn
        QVERIFY(silence.isOver(lost, 1000 + longest, longest));
        silence.end();
        silence.ask(0);
        for (int i = 0; i < 10; ++i)
            QVERIFY(!silence.isOver(lost, longest - 1, longest));
        QVERIFY(!silence.isOver(broken, longest, longest)); // somebody is there
        QVERIFY(!silence.isOver(timeout, longest + 10, longest));
        QVERIFY(!silence.isOver(timeout, 2 * longest - 1, longest));
        QVERIFY(silence.isOver(timeout, 2 * longest, longest));
    }
    void aStudyThatIsOpeningIsGivenUp_data()
    {
        QTest::addColumn<bool>("isLost");
        QTest::addColumn<QByteArray>("answered"); // the last question that is
        QTest::addColumn<int>("questions");       // about the first series, at most
        // Twice what is asked: a question on an older line is repeated on a new one after half the time.
        QTest::newRow("silent after the list of series") << false << QByteArray("series") << 8;
        QTest::newRow("silent after the numbers") << false << QByteArray("instances") << 18;
        QTest::newRow("each line lost late") << true << QByteArray("series") << 12;
    }
    void aStudyThatIsOpeningIsGivenUp()
    {
        QFETCH(bool, isLost);
        QFETCH(QByteArray, answered);
        QFETCH(int, questions);
        std::atomic<bool> isAway{true};
        Study study([&](const Question &q) -> std::optional<FaultReply> {
            const bool isAnswered = q.what == "series" ? q.nth == 1 || !isAway : q.what == answered;
            if (isAnswered || !isAway)
                return std::nullopt;
            return isLost ? lostLate() : silence();
        });
        const bool isSilent = answered == "series"; // about all of them
        const auto failsSilently = [&](int series) {
            const Error *error = study.bridge.failure(study.id(series));
            return error && app::isSilence(*error);
        };
        for (int series = 0; series < (isSilent ? kSeries : 1); ++series)
            QTRY_VERIFY_WITH_TIMEOUT(failsSilently(series), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(study.bridge.archiveWatch().troubleOf(StudyUid(study.image(0).study)), 5'000);
        const int asked = study.asked("/series/" + study.id(0).text().toLatin1() + '/');
        QVERIFY2(asked <= questions, qPrintable(QString::number(asked)));
        // The others are not each waited for as long: of an archive that says nothing at all they fail with it,
        // unasked.
        if (isSilent) {
            QCOMPARE(study.asked("/series/" + study.id(1).text().toLatin1() + '/'), 0);
            QCOMPARE(study.asked("/series/" + study.id(2).text().toLatin1() + '/'), 0);
        }
        isAway = false;
        study.bridge.archiveWatch().askNow();
        for (int series = 0; series < kSeries; ++series) {
            const auto images = [&] {
                const auto dataSet = study.bridge.dataSet(study.id(series));
                return dataSet ? dataSet->slices.size() : 0;
            };
            QTRY_COMPARE_WITH_TIMEOUT(images(), std::size_t(kImages), 20'000);
            QTRY_VERIFY_WITH_TIMEOUT(study.bridge.progress(study.id(series)).settled, 20'000);
        }
        QTRY_VERIFY_WITH_TIMEOUT(study.bridge.progress(study.id(0)).complete, 20'000);
    }
    /// Silent about the rest of one series and about the next, while frames come: the others are asked for.
    void framesThatComeAreASignOfLife()
    {
        const QByteArray first = "/series/" + severalSeries().front().series.toLatin1() + '/';
        Study study([first](const Question &q) -> std::optional<FaultReply> {
            if (q.what == "frame") {
                std::this_thread::sleep_for(std::chrono::milliseconds(kPatienceMs / 3)); // after the last other answer
                return std::nullopt;
            }
            const bool isOfFirst = q.target.contains(first);
            const bool isEnd = q.what == "instances" || q.what == "instance-metadata";
            return (q.what == "series" && q.nth == 1) || (isOfFirst && isEnd) ? std::nullopt : std::optional(silence());
        });
        const auto askedOf = [&](int series) {
            return study.asked("/series/" + study.id(series).text().toLatin1() + '/');
        };
        QTRY_VERIFY_WITH_TIMEOUT(study.bridge.failure(study.id(0)) || study.bridge.failure(study.id(1)), 20'000);
        QVERIFY(!study.bridge.failure(study.id(2)));
        QTRY_VERIFY_WITH_TIMEOUT(askedOf(2) > 0, 20'000);
    }
    /// Asked for a while, then left alone until the archive speaks again.
    void theListOfSeriesIsWaitedFor()
    {
        std::optional<Error> why;
        int asked = 0;
        std::atomic<bool> isSilent{true};
        Study study([&isSilent](const Question &) { return isSilent ? std::optional(silence()) : std::nullopt; });
        connect(&study.bridge, &app::PixelBridge::openWaits, this, [&](const StudyUid &, const Error &error) {
            why = error;
            asked = study.archive().asked("series");
        });
        QTRY_VERIFY_WITH_TIMEOUT(why, 20'000);
        QCOMPARE(why->code, ErrorCode::Timeout);
        QVERIFY2(asked <= 3, qPrintable(QString::number(asked)));
        isSilent = false;
        QTRY_VERIFY_WITH_TIMEOUT(study.bridge.progress(study.id(0)).complete, 30'000);
    }
    void aFrameIsGivenUp()
    {
        Study study([](const Question &q) -> std::optional<FaultReply> {
            return q.what == "frame" ? std::optional(silence()) : std::nullopt;
        });
        const pixels::FrameKey first = test::keyOf(study.image(0));
        int asked = 0;
        connect(&study.bridge, &app::PixelBridge::frameFailed, this, [&](const pixels::FrameKey &key) {
            if (key == first && asked == 0)
                asked = study.asked("/instances/" + first.sop.text().toLatin1() + "/frames/");
        });
        QTRY_VERIFY_WITH_TIMEOUT(study.bridge.failure(first), 20'000);
        QCOMPARE(study.bridge.failure(first)->code, ErrorCode::Timeout);
        QVERIFY2(asked >= 2 && asked <= 4, qPrintable(QString::number(asked))); // on an older line each counts twice
    }
};

CONSILIUM_TEST(BridgeSilenceTest)
#include "BridgeSilenceTest.moc"
