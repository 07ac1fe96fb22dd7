#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/BridgeFixture.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/widgets/Thumbnails.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <atomic>

using namespace consilium;
using namespace Qt::StringLiterals;
using test::FakeArchive;
using test::FaultReply;
using Question = FakeArchive::Question;

namespace
{

// Two archives with a study each, and a bridge on both. Descriptions of a study wait until it is told to go on.
struct Two {
    explicit Two(std::vector<test::MinimalDicom> first, std::vector<test::MinimalDicom> second)
        : a(std::move(first), held(mayDescribeA)), b(std::move(second), held(mayDescribeB))
    {
    }
    static FakeArchive::Fault held(std::atomic<bool> &mayGo)
    {
        return [&mayGo](const Question &q) -> std::optional<FaultReply> {
            while (q.what.endsWith("metadata") && !mayGo)
                QThread::msleep(2);
            return std::nullopt;
        };
    }
    void open(const FakeArchive &archive)
    {
        bridge.openStudy(test::clientOf(http, archive.url()), test::headerOf(archive.image(0)));
    }
    [[nodiscard]] dicom::DataSetPtr only(const FakeArchive &archive) const
    {
        const auto all = bridge.dataSets(StudyUid(archive.image(0).study));
        return all.size() == 1 ? all.front() : nullptr;
    }
    [[nodiscard]] bool isConflict(const FakeArchive &archive) const
    {
        const auto dataSet = only(archive);
        const Error *error = dataSet ? bridge.failure(dataSet->id) : nullptr;
        return error && error->code == ErrorCode::Conflict;
    }

    std::atomic<bool> mayDescribeA{true}, mayDescribeB{true};
    FakeArchive a, b;
    http::HttpClient http;
    app::PixelBridge bridge{{50'000'000, 2}};
};

} // namespace

/// Row 13: identifiers that name two things.
class BridgeCollisionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Study A's first frame is fetched before A is described; B is described first and owns the SOP Instance UID.
    void bytesFetchedAheadAreNeverAnotherStudys_data()
    {
        QTest::addColumn<bool>("secondIsDescribedFirst");
        QTest::newRow("second first") << true;
        QTest::newRow("first first") << false;
    }
    void bytesFetchedAheadAreNeverAnotherStudys()
    {
        QFETCH(bool, secondIsDescribedFirst);
        auto others = FakeArchive::otherSeries(1);
        auto images = FakeArchive::series(1);
        others[0].sop = images[0].sop;
        Two two(images, others);
        two.mayDescribeA = two.mayDescribeB = false;
        two.open(two.a);
        QTRY_COMPARE_WITH_TIMEOUT(two.a.asked("frame"), 1, 20'000);
        two.open(two.b);
        QTRY_COMPARE_WITH_TIMEOUT(two.b.asked("instance-metadata"), 1, 20'000);
        FakeArchive &winner = secondIsDescribedFirst ? two.b : two.a;
        FakeArchive &loser = secondIsDescribedFirst ? two.a : two.b;
        (secondIsDescribedFirst ? two.mayDescribeB : two.mayDescribeA) = true;
        QTRY_VERIFY_WITH_TIMEOUT(test::holdsPixelsOf(two.bridge, winner.image(0)), 20'000);
        two.mayDescribeA = two.mayDescribeB = true;
        QTRY_VERIFY_WITH_TIMEOUT(two.isConflict(loser), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(two.bridge.isIdle(), 20'000);
        QVERIFY(test::holdsPixelsOf(two.bridge, winner.image(0)));
        // The one that was refused goes; the other stays as it is.
        two.bridge.closeStudy(StudyUid(loser.image(0).study));
        QVERIFY(test::holdsPixelsOf(two.bridge, winner.image(0)));
        QVERIFY(two.bridge.failure(test::keyOf(winner.image(0))) == nullptr);
    }
    // Closing a study whose guess was in vain does not take away what the other one waits for.
    void closingOneDoesNotCancelTheOthersFrame()
    {
        auto others = FakeArchive::otherSeries(1);
        auto images = FakeArchive::series(1);
        others[0].sop = images[0].sop;
        Two two(images, others);
        two.mayDescribeA = two.mayDescribeB = false;
        two.open(two.a);
        QTRY_COMPARE_WITH_TIMEOUT(two.a.asked("frame"), 1, 20'000);
        two.open(two.b);
        QTRY_COMPARE_WITH_TIMEOUT(two.b.asked("instance-metadata"), 1, 20'000);
        two.bridge.closeStudy(StudyUid(others[0].study));
        two.mayDescribeA = two.mayDescribeB = true;
        QTRY_VERIFY_WITH_TIMEOUT(test::holdsPixelsOf(two.bridge, images[0]), 20'000);
        QCOMPARE(two.a.asked("frame"), 1);
    }
    void aSeriesUidOfTwoStudiesIsRefusedTheSecondTime_data()
    {
        QTest::addColumn<bool>("closeTheFirst");
        QTest::newRow("close the second") << false;
        QTest::newRow("close the first") << true;
    }
    void aSeriesUidOfTwoStudiesIsRefusedTheSecondTime()
    {
        QFETCH(bool, closeTheFirst);
        auto others = FakeArchive::otherSeries(4);
        const auto images = FakeArchive::series(4);
        for (auto &other : others)
            other.series = images[0].series;
        Two two(images, others);
        const DataSetId id(images[0].series);
        two.open(two.a);
        two.bridge.want(this, id, 0, 0);
        QTRY_VERIFY_WITH_TIMEOUT(two.bridge.dataSet(id) && two.bridge.dataSet(id)->isComplete, 20'000);
        two.bridge.want(this, id, 0, 0);
        QTRY_VERIFY_WITH_TIMEOUT(two.bridge.progress(id).complete, 20'000);
        two.open(two.b);
        QTRY_VERIFY_WITH_TIMEOUT(two.isConflict(two.b), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(two.bridge.isIdle(), 20'000);
        const DataSetId refused = two.only(two.b)->id;
        QVERIFY(refused != id);
        QVERIFY(two.only(two.b)->slices.empty());
        QVERIFY(two.bridge.progress(id).complete);
        QVERIFY(two.bridge.failure(id) == nullptr);
        for (const auto &slice : two.bridge.dataSet(id)->slices)
            QCOMPARE(slice->study, StudyUid(images[0].study));
        two.bridge.retry(refused);
        QVERIFY2(two.isConflict(two.b), "the name is still taken");
        if (!closeTheFirst) {
            two.bridge.closeStudy(StudyUid(others[0].study));
            QVERIFY(two.bridge.dataSet(id) != nullptr);
            QVERIFY(two.bridge.progress(id).complete);
            for (const auto &image : images)
                QVERIFY(test::holdsPixelsOf(two.bridge, image));
            return;
        }
        two.bridge.closeStudy(StudyUid(images[0].study));
        QVERIFY(!two.isConflict(two.b)); // the name is free: it comes by itself, and the view that named it finds it
        QVERIFY(two.bridge.dataSet(refused) == two.bridge.dataSet(id));
        QTRY_VERIFY_WITH_TIMEOUT(two.bridge.dataSet(id) && two.bridge.dataSet(id)->isComplete, 20'000);
        two.bridge.want(this, id, 0, 0);
        QTRY_VERIFY_WITH_TIMEOUT(two.bridge.progress(id).complete, 20'000);
        for (const auto &other : others)
            QVERIFY(test::holdsPixelsOf(two.bridge, other));
    }
    // Two studies whose objects have the same UIDs: the second says so, has ended, and comes when the first is closed.
    void equalImageUidsAreSaidAndEnd()
    {
        const auto images = FakeArchive::series(4);
        auto others = FakeArchive::otherSeries(4);
        for (std::size_t i = 0; i < others.size(); ++i)
            others[i].sop = images[i].sop;
        Two two(images, others);
        const DataSetId first(images[0].series), second(others[0].series);
        two.open(two.a);
        two.bridge.want(this, first, 0, 0);
        QTRY_VERIFY_WITH_TIMEOUT(two.bridge.dataSet(first) && two.bridge.dataSet(first)->isComplete, 20'000);
        two.open(two.b);
        QTRY_VERIFY_WITH_TIMEOUT(two.bridge.dataSet(second) && two.isConflict(two.b), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(two.bridge.isIdle(), 20'000);
        const QString said = userMessage(*two.bridge.failure(second));
        QVERIFY2(said.contains(u"SOP Instance UID"_s) && said.contains(u"open study"_s), qPrintable(said));
        QVERIFY(two.bridge.progress(second).ended);
        QVERIFY(!two.bridge.progress(second).complete);
        two.bridge.retry(second);
        QTRY_VERIFY_WITH_TIMEOUT(two.bridge.isIdle(), 20'000);
        QVERIFY(two.isConflict(two.b));
        two.bridge.closeStudy(StudyUid(images[0].study));
        two.bridge.want(this, second, 0, 0);
        QTRY_VERIFY_WITH_TIMEOUT(two.bridge.dataSet(second)->slices.size() == others.size(), 20'000);
        two.bridge.want(this, second, 0, 0);
        QTRY_VERIFY_WITH_TIMEOUT(two.bridge.progress(second).complete, 20'000);
        for (const auto &other : others)
            QVERIFY(test::holdsPixelsOf(two.bridge, other));
    }
    void anOpenStudyUidOfAnotherPatientIsRefused()
    {
        auto others = FakeArchive::otherSeries(2);
        const auto images = FakeArchive::series(2);
        for (auto &other : others)
            other.study = images[0].study;
        Two two(images, others);
        two.open(two.a);
        QTRY_VERIFY_WITH_TIMEOUT(two.only(two.a) && two.only(two.a)->isComplete, 20'000);
        QSignalSpy opened(&two.bridge, &app::PixelBridge::studyOpened),
            failed(&two.bridge, &app::PixelBridge::openFailed);
        QVERIFY(!two.bridge.openStudy(test::clientOf(two.http, two.b.url()), test::headerOf(others[0])));
        QCOMPARE(opened.count(), 0);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(failed.front().at(1).value<Error>().code, ErrorCode::Conflict);
        QVERIFY2(failed.front().at(0).value<StudyUid>().isEmpty(), "the open study has not failed");
        QCOMPARE(two.bridge.study(StudyUid(images[0].study)).patient.id, images[0].patientId);
        // The same patient's comes to the front, wherever it is asked for.
        QVERIFY(two.bridge.openStudy(test::clientOf(two.http, two.b.url()), test::headerOf(images[0])));
        QCOMPARE(opened.count(), 1);
        QCOMPARE(failed.count(), 1);
    }
    void theSameArchiveMayAskAgainWithoutAPatient()
    {
        FakeArchive archive(FakeArchive::series(2));
        http::HttpClient http;
        const auto client = test::clientOf(http, archive.url());
        app::PixelBridge bridge({50'000'000, 2});
        dicom::StudyHeader bare;
        bare.uid = StudyUid(archive.image(0).study);
        QVERIFY(bridge.openStudy(client, bare));
        QVERIFY(bridge.openStudy(client, bare));
    }
    // Item by item what is retried: what was refused for good keeps its reason.
    void aRefusedFolderSeriesKeepsItsReason()
    {
        FakeArchive archive(FakeArchive::series(3), {}, [](Attributes &header, const test::MinimalDicom &) {
            header.setText(tags::BitsAllocated, "US", {u"32"_s});
            header.setText(tags::BitsStored, "US", {u"32"_s});
            header.setText(tags::HighBit, "US", {u"31"_s});
            header.setText(tags::Rows, "US", {u"0"_s});
        });
        http::HttpClient http;
        app::PixelBridge bridge({50'000'000, 2});
        bridge.openStudy(test::clientOf(http, archive.url()), test::headerOf(archive.image(0)));
        const DataSetId id(archive.image(0).series);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.failure(id) != nullptr, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.isIdle(), 20'000);
        const Error before = *bridge.failure(id);
        bridge.retry(id);
        QVERIFY(bridge.failure(id) != nullptr);
        QCOMPARE(bridge.failure(id)->code, before.code);
        QVERIFY(!bridge.isLoading(id));
    }
    void aThumbnailNeverOutlivesItsStudy()
    {
        test::FakeImages images;
        const DataSetId id = images.addSeries(u"1.2"_s, {});
        widgets::Thumbnails thumbnails(images, {64, 64}, nullptr);
        thumbnails.setDataSets({id});
        QTRY_VERIFY(!thumbnails.image(id).isNull());
        bool wasTakenAway = false;
        connect(&thumbnails, &widgets::Thumbnails::changed, this,
                [&] { wasTakenAway = wasTakenAway || thumbnails.image(id).isNull(); });
        images.setInstance(id, 2, [](dicom::Instance &middle) { middle.study = StudyUid(u"9.9"_s); });
        QVERIFY2(wasTakenAway, "the picture was the other study's");
    }
};

CONSILIUM_TEST(BridgeCollisionTest)
#include "BridgeCollisionTest.moc"
