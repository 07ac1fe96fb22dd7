#include "base/Pending.h"
#include "tests/support/TestMain.h"

#include <QCoreApplication>
#include <QThread>

#include <atomic>
#include <thread>

using namespace consilium;

class PendingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // A plain QFuture of Qt 6.4 falls here: its continuation runs a second time, its promise gone.
    void aContinuationRunsOnceWhoeverIsFirst()
    {
        constexpr int rounds = 4'000;
        std::atomic<int> given{0}, taken{0}, runs{0};
        std::vector<PendingPromise<int>> promises(rounds);
        for (auto &promise : promises)
            promise.start();
        std::thread finisher([&] {
            for (int i = 0; i < rounds; ++i) {
                while (given < i) // both at once, round by round
                    std::this_thread::yield();
                promises[std::size_t(i)].finish(i);
                ++taken;
            }
        });
        qint64 sum = 0;
        for (int i = 0; i < rounds; ++i) {
            given = i;
            promises[std::size_t(i)].future().then(QtFuture::Launch::Sync, [&](int value) {
                ++runs;
                sum += value;
            });
            while (taken <= i)
                std::this_thread::yield();
        }
        finisher.join();
        QCOMPARE(runs.load(), rounds);
        QCOMPARE(sum, qint64(rounds) * (rounds - 1) / 2);
    }

    void workOfAPoolGoesOnOnceWhoeverIsFirst()
    {
        QThreadPool pool;
        std::atomic<int> runs{0};
        for (int i = 0; i < 4'000; ++i)
            runPending([] { return 1; }, &pool).then(QtFuture::Launch::Sync, [&](int one) { runs += one; });
        QVERIFY(waitForWork(pool, 20'000));
        QCOMPARE(runs.load(), 4'000);
        QCOMPARE(
            readyAnswer(u"there"_qs).then(QtFuture::Launch::Sync, [](const QString &text) { return text; }).result(),
            u"there"_qs);
    }

    // Who asked may be gone before there is an answer, or go while it is given.
    void nobodyIsAnsweredWhoIsGone()
    {
        QThreadPool pool;
        int answers = 0;
        for (int i = 0; i < 4'000; ++i) {
            auto asker = std::make_unique<QObject>();
            runPending([] { return 1; }, &pool).then(asker.get(), [&, kept = asker.get()](const int &one) {
                QCOMPARE(QThread::currentThread(), kept->thread());
                answers += one;
            });
            if (i % 3 == 0)
                QCoreApplication::processEvents();
        }
        QVERIFY(waitForWork(pool, 20'000));
        QCoreApplication::processEvents();
        const int early = answers;
        QVERIFY(early < 4'000);
        QObject stays;
        runPending([] { return 1; }, &pool).then(&stays, [&](const int &one) { answers += one; });
        QTRY_COMPARE(answers, early + 1);
        // Deletions that come first do not overtake an answer.
        for (int i = 0; i < 400; ++i)
            runPending([] { return 1; }, &pool).then(&stays, [&](const int &one) { answers += one; });
        QVERIFY(waitForWork(pool, 20'000));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QTRY_COMPARE(answers, early + 401);
        answers = early + 1;
        PendingPromise<int> promise;
        promise.start();
        promise.future().then(&stays, [&](const int &one) { answers += one; });
        QCoreApplication::processEvents();
        QCOMPARE(answers, early + 1);
        promise.finish(5);
        QCOMPARE(answers, early + 6); // at once where it is given in the same thread
    }

    void itIsAFutureLikeAnyOther()
    {
        PendingPromise<int> promise;
        promise.start();
        Pending<int> plain = promise.future();
        QVERIFY(!plain.isFinished());
        plain.cancel();
        QVERIFY(promise.isCanceled());
        PendingPromise<int> other;
        other.start();
        other.finish(7);
        QCOMPARE(other.future().result(), 7);
    }
};

CONSILIUM_TEST(PendingTest)
#include "PendingTest.moc"
