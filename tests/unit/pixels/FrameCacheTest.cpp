#include "viewer/pixels/FrameCache.h"
#include "tests/support/TestMain.h"

#include <QRandomGenerator>

using namespace consilium;
using pixels::FrameCache;
using pixels::FrameKey;
using pixels::FramePtr;

namespace
{

FrameKey keyOf(int i)
{
    return {SopInstanceUid(QString::number(i / 3)), i % 3};
}

FramePtr frameOf(int i, std::size_t bytes)
{
    auto frame = std::make_shared<pixels::DecodedFrame>();
    frame->key = keyOf(i);
    frame->bytes.resize(bytes);
    return frame;
}

} // namespace

class FrameCacheTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leastRecentlyUsedGoesFirst()
    {
        FrameCache cache(4000);
        for (int i = 0; i < 3; ++i)
            cache.insert(frameOf(i, 1000));
        QVERIFY(cache.find(keyOf(0)));
        QVERIFY(cache.contains(keyOf(1))); // no use
        cache.insert(frameOf(3, 1000));
        QVERIFY(cache.contains(keyOf(0)) && !cache.contains(keyOf(1)) && cache.contains(keyOf(2)) &&
                cache.contains(keyOf(3)));
        QVERIFY(cache.bytes() <= 4000 && cache.bytes() >= 3000);
        QVERIFY(!cache.find(keyOf(77)));
    }

    void pinnedFramesStay()
    {
        FrameCache cache(2500);
        int one = 0, two = 0;
        cache.insert(frameOf(0, 1000));
        cache.pin(&one, {keyOf(0), keyOf(1)}); // before it is there, too
        cache.pin(&two, {keyOf(0)});
        for (int i = 1; i < 6; ++i)
            cache.insert(frameOf(i, 1000));
        QVERIFY(cache.contains(keyOf(0)) && cache.contains(keyOf(1)) && !cache.contains(keyOf(5)));
        cache.pin(&one, {keyOf(2)}); // the other one still wants 0
        cache.insert(frameOf(2, 1000));
        QVERIFY(cache.contains(keyOf(0)) && !cache.contains(keyOf(1)) && cache.contains(keyOf(2)));
        cache.pin(&two, {});
        cache.insert(frameOf(3, 1000));
        QVERIFY(!cache.contains(keyOf(0)) && cache.contains(keyOf(2)));
    }

    void pinsMayExceedTheBoundAndAreGivenBack()
    {
        FrameCache cache(100);
        int owner = 0;
        cache.pin(&owner, {keyOf(1)});
        cache.insert(frameOf(1, 5000));
        QVERIFY(cache.contains(keyOf(1)) && cache.bytes() > cache.maximumBytes());
        cache.pin(&owner, {});
        QVERIFY(!cache.contains(keyOf(1)));
        QCOMPARE(cache.bytes(), 0);
    }

    void replaceRemoveClear()
    {
        FrameCache cache(100000);
        cache.insert(frameOf(1, 1000));
        const auto bytes = cache.bytes();
        cache.insert(frameOf(1, 1000));
        QCOMPARE(cache.bytes(), bytes);
        cache.insert(frameOf(2, 500));
        cache.remove(keyOf(1));
        cache.remove(keyOf(1));
        QVERIFY(!cache.contains(keyOf(1)) && cache.contains(keyOf(2)));
        cache.insert(nullptr);
        cache.clear();
        QCOMPARE(cache.bytes(), 0);
        QVERIFY(!cache.find(keyOf(2)));
    }

    /// Random use against a plain list.
    void againstAModel()
    {
        QRandomGenerator random(1);
        FrameCache cache(20 * 1200);
        int owner = 0, pinned = -1;
        std::vector<int> order; // most recent first
        for (int step = 0; step < 20000; ++step) {
            const int i = random.bounded(60);
            const auto at = std::find(order.begin(), order.end(), i);
            switch (random.bounded(4)) {
            case 0:
                QCOMPARE(bool(cache.find(keyOf(i))), at != order.end());
                if (at != order.end())
                    std::rotate(order.begin(), at, at + 1);
                break;
            case 1:
                pinned = i;
                cache.pin(&owner, {keyOf(i)});
                break;
            default:
                cache.insert(frameOf(i, 1000));
                if (at != order.end())
                    order.erase(at);
                order.insert(order.begin(), i);
                break;
            }
            const auto each = std::int64_t(1000 + sizeof(pixels::DecodedFrame));
            while (std::int64_t(order.size()) * each > cache.maximumBytes()) {
                const auto last = std::find_if(order.rbegin(), order.rend(), [pinned](int k) { return k != pinned; });
                order.erase(std::next(last).base());
            }
            QCOMPARE(cache.bytes(), std::int64_t(order.size()) * each);
            for (int k = 0; k < 60; ++k)
                QVERIFY(cache.contains(keyOf(k)) == (std::find(order.begin(), order.end(), k) != order.end()));
        }
    }
};

CONSILIUM_TEST(FrameCacheTest)
#include "FrameCacheTest.moc"
