#include "app/bridge/SeriesDescription.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/BridgeFixture.h"

using namespace consilium;
using namespace Qt::StringLiterals;
using test::FakeArchive;

class BridgeCacheTest : public QObject
{
    Q_OBJECT

    static int inMemory(const app::PixelBridge &bridge, const FakeArchive &archive, int count)
    {
        int there = 0;
        for (int i = 0; i < count; ++i)
            there += test::holdsPixelsOf(bridge, archive.image(i)) ? 1 : 0;
        return there;
    }
    static bool isDescribed(const app::PixelBridge &bridge, const DataSetId &id)
    {
        return bridge.dataSet(id) && bridge.dataSet(id)->isComplete;
    }

private Q_SLOTS:
    // What had to leave the memory is fetched again when there is room: "decoded once" is not "there".
    void whatWasEvictedIsFetchedAgain()
    {
        constexpr int kCount = 12;
        constexpr std::int64_t kFrame = 48 + std::int64_t(sizeof(pixels::DecodedFrame));
        FakeArchive a(FakeArchive::series(kCount)), b(FakeArchive::otherSeries(kCount));
        http::HttpClient http;
        app::PixelBridge bridge({kFrame * 17, 2});
        const DataSetId idA(a.image(0).series), idB(b.image(0).series);
        bridge.openStudy(test::clientOf(http, a.url()), test::headerOf(a.image(0)));
        QTRY_VERIFY_WITH_TIMEOUT(isDescribed(bridge, idA), 20'000);
        bridge.want(this, idA, 0, 0);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(idA).complete, 20'000);
        bridge.openStudy(test::clientOf(http, b.url()), test::headerOf(b.image(0)));
        QTRY_VERIFY_WITH_TIMEOUT(isDescribed(bridge, idB), 20'000);
        bridge.want(this, idB, 0, 0);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(idB).complete, 20'000);
        QVERIFY(inMemory(bridge, a, kCount) < kCount);
        bridge.closeStudy(StudyUid(b.image(0).study));
        bridge.want(this, idA, 5, 1);
        QTRY_COMPARE_WITH_TIMEOUT(inMemory(bridge, a, kCount), kCount, 20'000);
        const int asked = a.asked("frame");
        QTRY_VERIFY(bridge.isIdle());
        for (int i = 0; i < kCount; ++i)
            bridge.want(this, idA, i, 1);
        QVERIFY(bridge.isIdle());
        QCOMPARE(a.asked("frame"), asked);
    }
    // Row 5: an image that cannot be shown does not switch off the judgement of the rest.
    void gapsAreJudgedThoughAnImageIsRefused()
    {
        auto images = FakeArchive::series(30);
        for (const int number : {12, 13, 14})
            std::erase_if(images, [&](const auto &image) { return image.instanceNumber == number; });
        FakeArchive archive(images, {}, [](Attributes &header, const test::MinimalDicom &image) {
            header.setText(tags::NumberOfSeriesRelatedInstances, "IS", {u"30"_s});
            if (image.instanceNumber == 30)
                header.setText(tags::Rows, "US", {u"0"_s});
        });
        http::HttpClient http;
        app::PixelBridge bridge({50'000'000, 2});
        const DataSetId id(archive.image(0).series);
        bridge.openStudy(test::clientOf(http, archive.url()), test::headerOf(archive.image(0)));
        bridge.want(this, id, 0, 0);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(id).settled, 20'000);
        const auto dataSet = bridge.dataSet(id);
        QCOMPARE(int(dataSet->slices.size()), 26);
        QVERIFY(!dataSet->isComplete);
        QVERIFY(std::any_of(dataSet->issues.begin(), dataSet->issues.end(), [](const dicom::DataIssue &issue) {
            return issue.kind == dicom::DataIssue::Kind::MissingSlices;
        }));
        bridge.want(this, id, 0, 0);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(id).ended, 20'000);
        QVERIFY(!bridge.progress(id).complete);
    }
    void aFoldersSeriesIsJudgedToo()
    {
        std::vector<dicom::InstancePtr> instances;
        for (int i = 0; i < 10; ++i) {
            auto instance = std::make_shared<dicom::Instance>();
            instance->sop = SopInstanceUid(u"1.%1"_s.arg(i));
            instance->instanceNumber = i;
            instance->pixels.rows = instance->pixels.columns = 4;
            auto &geometry = instance->geometry;
            geometry.rows = geometry.columns = 4;
            geometry.spacing = {1.0, 1.0, dicom::SpacingBasis::PatientPlane};
            geometry.alongRow = PatientVector{1, 0, 0};
            geometry.alongColumn = PatientVector{0, 1, 0};
            geometry.position = PatientPoint{0, 0, (i < 5 ? i : i + 3) * 2.0};
            instances.push_back(instance);
        }
        const auto described = app::assembleSeries({}, instances, 11, true); // one of them refused
        QCOMPARE(described.dataSets.size(), size_t(1));
        QVERIFY(!described.dataSets[0]->isComplete);
        QVERIFY(!described.dataSets[0]->issues.empty());
        QVERIFY(app::assembleSeries({}, instances, 10, true).dataSets[0]->isComplete);
        const auto partial = app::assembleSeries({}, instances, 10, false);
        QVERIFY(!partial.dataSets[0]->isComplete && partial.dataSets[0]->issues.empty());
    }
};

CONSILIUM_TEST(BridgeCacheTest)
#include "BridgeCacheTest.moc"
