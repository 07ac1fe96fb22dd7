#include "base/WorkPool.h"
#include "tests/support/TestMain.h"

#include <QCoreApplication>
#include <QSemaphore>
#include <QThread>

#include <algorithm>
#include <memory>
#include <thread>
#include <vector>

using namespace consilium;

class WorkPoolTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Also what cannot be copied; what it holds has gone on the worker's thread by the time that the pool is done.
    void workRunsAsideAndLeavesNothing()
    {
        QThreadPool pool;
        const QThread *ranOn = nullptr, *endedOn = nullptr;
        int answer = 0;
        auto ending = [&endedOn](int *held) {
            endedOn = QThread::currentThread();
            delete held;
        };
        std::unique_ptr<int, decltype(ending)> held(new int(41), ending);
        startWork(pool, [&, held = std::move(held)]() mutable {
            ranOn = QThread::currentThread();
            answer = ++*held;
        });
        QVERIFY(waitForWork(pool));
        QCOMPARE(answer, 42);
        QVERIFY(ranOn != nullptr && ranOn != QThread::currentThread());
        QCOMPARE(endedOn, ranOn);
    }

    // More is begun than there are threads, so that work is taken from the queue by threads that are awake already.
    void whatWasGivenIsThereAndWhatWasDoneIsSeen()
    {
        QThreadPool pool;
        pool.setMaxThreadCount(2);
        std::vector<std::unique_ptr<std::vector<int>>> made(2'000);
        for (std::size_t i = 0; i < made.size(); ++i) {
            made[i] = std::make_unique<std::vector<int>>(3, int(i));
            startWork(pool, [one = made[i].get()] { one->push_back(one->front() + 1); });
        }
        QVERIFY(waitForWork(pool));
        for (std::size_t i = 0; i < made.size(); ++i)
            QCOMPARE(made[i]->back(), int(i) + 1);
    }

    void oneThreadDoesOneThingAfterTheOther()
    {
        QThreadPool pool;
        pool.setMaxThreadCount(1);
        pool.setExpiryTimeout(0); // another thread takes over whenever nothing waits
        std::vector<int> order;
        for (int i = 0; i < 200; ++i) {
            startWork(pool, [&order, i] { order.push_back(i); });
            if (i % 20 == 0)
                QThread::msleep(2);
        }
        QVERIFY(waitForWork(pool));
        QCOMPARE(order.size(), 200u);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
    }

    void theMostUrgentFirst()
    {
        QThreadPool pool;
        pool.setMaxThreadCount(1);
        QSemaphore gate, begun;
        std::vector<int> order;
        startWork(pool, [&] {
            begun.release();
            gate.acquire();
        });
        begun.acquire();
        for (const int priority : {0, 2, 1})
            startWork(
                pool, [&order, priority] { order.push_back(priority); }, priority);
        QVERIFY(!waitForWork(pool, 1)); // the first still waits
        gate.release();
        QVERIFY(waitForWork(pool));
        QCOMPARE(order, (std::vector<int>{2, 1, 0}));
    }

    void whatIsClearedNeverRuns()
    {
        QThreadPool pool;
        pool.setMaxThreadCount(1);
        QSemaphore gate, begun;
        startWork(pool, [&] {
            begun.release();
            gate.acquire();
        });
        begun.acquire();
        bool hasRun = false;
        const auto held = std::make_shared<int>(1);
        startWork(pool, [&hasRun, held] { hasRun = true; });
        QCOMPARE(held.use_count(), 2L);
        pool.clear();
        QCOMPARE(held.use_count(), 1L);
        gate.release();
        QVERIFY(waitForWork(pool));
        QVERIFY(!hasRun);
    }

    void whatIsPostedArrivesWhole()
    {
        constexpr int letters = 2'000;
        QObject receiver;
        const auto held = std::make_shared<int>(1);
        std::vector<int> sums;
        std::thread sender([&receiver, &sums, held] {
            for (int i = 0; i < letters; ++i) {
                const auto values = std::make_shared<std::vector<int>>(10, i);
                QMetaObject::invokeMethod(&receiver, handover::posted([&sums, values, held] {
                    sums.push_back(values->front() + values->back());
                }));
            }
        });
        QTRY_COMPARE_WITH_TIMEOUT(sums.size(), std::size_t(letters), 20'000);
        sender.join();
        for (int i = 0; i < letters; ++i)
            QCOMPARE(sums[std::size_t(i)], 2 * i);
        QCoreApplication::processEvents();
        QCOMPARE(held.use_count(), 1L);
    }
};

CONSILIUM_TEST(WorkPoolTest)
#include "WorkPoolTest.moc"
