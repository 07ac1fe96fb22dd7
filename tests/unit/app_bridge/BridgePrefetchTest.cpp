#include "app/bridge/FrameLoader.h"
#include "app/bridge/PrefetchOrder.h"
#include "tests/support/TestMain.h"

#include <QSet>

using consilium::app::PrefetchOrder;

class BridgePrefetchTest : public QObject
{
    Q_OBJECT

    static std::vector<int> all(PrefetchOrder order)
    {
        std::vector<int> slices;
        while (const auto next = order.next())
            slices.push_back(*next);
        return slices;
    }

private Q_SLOTS:
    void givesEachSliceOnce_data()
    {
        QTest::addColumn<int>("count");
        for (int count : {0, 1, 2, 3, 7, 50})
            QTest::addRow("%d", count) << count;
    }
    void givesEachSliceOnce()
    {
        QFETCH(int, count);
        for (int index = -1; index <= count; ++index)
            for (int direction : {-1, 0, 1}) {
                const auto slices = all({count, index, direction});
                QCOMPARE(int(slices.size()), count);
                QCOMPARE(int(QSet<int>(slices.begin(), slices.end()).size()), count);
                for (int slice : slices)
                    QVERIFY(slice >= 0 && slice < count);
                if (count > 0)
                    QCOMPARE(slices.front(), std::clamp(index, 0, count - 1));
            }
    }
    void looksAhead()
    {
        QCOMPARE(all({20, 10, 1}),
                 (std::vector<int>{10, 11, 12, 13, 9, 14, 15, 16, 8, 17, 18, 19, 7, 6, 5, 4, 3, 2, 1, 0}));
        QCOMPARE(all({6, 3, -1}), (std::vector<int>{3, 2, 1, 0, 4, 5}));
        QCOMPARE(all({6, 2, 0}), (std::vector<int>{2, 3, 1, 4, 0, 5}));
    }
    void retriesOnlyWhatMayPass()
    {
        using consilium::Error;
        using consilium::ErrorCode;
        using namespace consilium::app;
        for (ErrorCode code : {ErrorCode::ConnectionLost, ErrorCode::Timeout, ErrorCode::TooManyRequests})
            QVERIFY(retriesFor({code, {}, 0, -1}) >= 3);
        for (ErrorCode code : {ErrorCode::NotFound, ErrorCode::Forbidden, ErrorCode::SignInRequired,
                               ErrorCode::PixelsDamaged, ErrorCode::UnsupportedSyntax, ErrorCode::Cancelled})
            QCOMPARE(retriesFor({code, {}, 0, -1}), 0);
    }
    void pausesGrowAndTheServerIsObeyed()
    {
        using consilium::Error;
        using consilium::ErrorCode;
        using namespace consilium::app;
        const Error silent{ErrorCode::Timeout, {}, 0, -1};
        int before = 0;
        for (int attempt = 1; attempt <= 20; ++attempt) {
            const int pause = retryDelayMs(silent, attempt);
            QVERIFY(pause >= before && pause <= 30'000);
            before = pause;
        }
        QCOMPARE(retryDelayMs({ErrorCode::TooManyRequests, {}, 429, 7000}, 1), 7000);
        QCOMPARE(retryDelayMs({ErrorCode::TooManyRequests, {}, 429, 900'000}, 1), 300'000);
    }
};

CONSILIUM_TEST(BridgePrefetchTest)
#include "BridgePrefetchTest.moc"
