#include "viewer/pixels/DecodePool.h"
#include "tests/support/TestMain.h"
#include "tests/unit/pixels/TestEncoders.h"
#include "viewer/codecs/Decoder.h"

#include <QMutex>
#include <QSemaphore>
#include <QThread>

#include <map>

using namespace consilium;
using pixels::DecodePool;
using pixels::FrameKey;
using pixels::FramePtr;

namespace
{

const TransferSyntaxUid plain(QStringLiteral("1.2.840.10008.1.2.1"));

std::unique_ptr<pixels::FrameDecoder> localDecoder()
{
    return std::make_unique<pixels::LocalDecoder>();
}

FrameKey keyOf(int i)
{
    return {SopInstanceUid(QStringLiteral("1.2.3")), i};
}

/// A pool of one thread that is held until release() is called, so that what waits can be arranged at leisure.
class HeldPool
{
public:
    HeldPool()
    {
        const QThread *const here = QThread::currentThread();
        for (bool held = false; !held;) { // the job may be done before the continuation is there: then once more
            auto ranHere = std::make_shared<std::atomic<bool>>(false);
            m_first.push_back(pool.decode(keyOf(-1), description, plain, bytes, Priority::Visible, {})
                                  .then(QtFuture::Launch::Sync, [this, here, ranHere](const Result<FramePtr> &) {
                                      if (QThread::currentThread() == here)
                                          ranHere->store(true);
                                      else
                                          m_gate.acquire();
                                  }));
            held = !ranHere->load();
        }
    }
    ~HeldPool() { release(); }
    void release() { m_gate.release(); }
    QFuture<Result<FramePtr>> decode(int i, Priority priority, const CancelToken &cancel = {})
    {
        auto future = pool.decode(keyOf(i), description, plain, bytes, priority, cancel);
        future.then(QtFuture::Launch::Sync, [this, i](const Result<FramePtr> &) {
            const QMutexLocker lock(&m_mutex);
            m_order.push_back(i);
        });
        return future;
    }
    std::vector<int> order()
    {
        const QMutexLocker lock(&m_mutex);
        return m_order;
    }

    const dicom::PixelDescription description = test::greyDescription(4, 4, 8, 8, false);
    const QByteArray bytes = QByteArray(16, 'x');

private:
    QSemaphore m_gate;
    QMutex m_mutex;
    std::vector<int> m_order;
    std::vector<QFuture<void>> m_first;

public:
    DecodePool pool{1, localDecoder}; // last: its thread is joined before the rest goes
};

} // namespace

class DecodePoolTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theMostUrgentFirst()
    {
        HeldPool held;
        std::vector<QFuture<Result<FramePtr>>> futures;
        const Priority priorities[] = {Priority::Background, Priority::Prefetch,    Priority::Visible,
                                       Priority::Prefetch,   Priority::Interactive, Priority::Visible,
                                       Priority::Background};
        for (int i = 0; i < 7; ++i)
            futures.push_back(held.decode(i, priorities[i]));
        held.pool.reprioritise(keyOf(6), Priority::Visible);
        held.pool.reprioritise(keyOf(5), Priority::Background);
        held.pool.reprioritise(keyOf(1), Priority::Prefetch); // as it was: keeps its place
        held.pool.reprioritise(keyOf(99), Priority::Visible); // unknown
        held.release();
        for (auto &future : futures) {
            future.waitForFinished();
            QVERIFY(future.result());
        }
        QTRY_COMPARE(held.order().size(), 7u);
        QCOMPARE(held.order(), (std::vector<int>{2, 6, 4, 1, 3, 0, 5}));
    }

    void cancelledWhileWaiting()
    {
        HeldPool held;
        const CancelToken cancel;
        auto cancelled = held.decode(1, Priority::Visible, cancel);
        auto other = held.decode(2, Priority::Visible);
        cancel.cancel();
        held.release();
        cancelled.waitForFinished();
        other.waitForFinished();
        QVERIFY(!cancelled.result() && cancelled.result().error().code == ErrorCode::Cancelled);
        QVERIFY(other.result());
        QVERIFY((*other.result())->key == keyOf(2));
    }

    void theEndCancelsWhatWaits()
    {
        std::vector<QFuture<Result<FramePtr>>> futures;
        {
            HeldPool held;
            for (int i = 0; i < 50; ++i)
                futures.push_back(
                    held.pool.decode(keyOf(i), held.description, plain, held.bytes, Priority::Prefetch, {}));
        }
        int cancelled = 0;
        for (auto &future : futures) {
            QVERIFY(future.isFinished());
            cancelled += !future.result() && future.result().error().code == ErrorCode::Cancelled;
            QVERIFY(future.result() || future.result().error().code == ErrorCode::Cancelled);
        }
        QVERIFY(cancelled > 0 || !futures.empty());
    }

    void manyFramesOnManyThreads()
    {
        QRandomGenerator random(1);
        const auto description = test::greyDescription(48, 40, 16, 12, true);
        const TransferSyntaxUid jpeg2000(QStringLiteral("1.2.840.10008.1.2.4.90"));
        std::vector<std::vector<int>> pixels;
        std::vector<QFuture<Result<FramePtr>>> futures;
        DecodePool pool(4, localDecoder);
        for (int i = 0; i < 60; ++i) {
            pixels.push_back(test::somePixels(description, random));
            futures.push_back(pool.decode(keyOf(i), description, jpeg2000,
                                          test::encodeJpeg2000(description, pixels.back()), Priority(i % 4), {}));
            pool.reprioritise(keyOf(i / 2), Priority::Visible);
        }
        for (int i = 0; i < 60; ++i) {
            futures[std::size_t(i)].waitForFinished();
            const auto frame = futures[std::size_t(i)].result();
            QVERIFY(frame && (*frame)->key == keyOf(i));
            for (int at = 0; at < 48 * 40; ++at)
                QVERIFY((*frame)->stored(at / 48, at % 48) == pixels[std::size_t(i)][std::size_t(at)]);
        }
    }

    void badFramesAreErrorsOfTheirOwn()
    {
        DecodePool pool(0, localDecoder); // at least one thread
        auto bad = pool.decode(keyOf(1), test::greyDescription(8, 8, 16, 16, false), plain, {}, Priority::Visible, {});
        auto unknown = pool.decode(keyOf(2), test::greyDescription(8, 8, 16, 16, false), TransferSyntaxUid(), {},
                                   Priority::Visible, {});
        bad.waitForFinished();
        unknown.waitForFinished();
        QVERIFY(bad.result().error().code == ErrorCode::PixelsDamaged);
        QVERIFY(unknown.result().error().code == ErrorCode::UnsupportedSyntax);
    }
};

CONSILIUM_TEST(DecodePoolTest)
#include "DecodePoolTest.moc"
