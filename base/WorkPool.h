#pragma once
#include "base/HandOver.h"

#include <QRunnable>
#include <QThreadPool>

#include <utility>

namespace consilium
{

/// The threads of everything that this program does aside; as many as there are processors, at least two. Not Qt's
/// global pool: QPainter has parts of large images painted there and waits for them, so that a file that is slow to be
/// read would hold up the window. Its work is waited for when the application ends.
[[nodiscard]] QThreadPool &workPool();

/// What startWork() gives a pool. It goes with what it holds on the thread that has run it, or on that which clears
/// the pool.
template<class F>
class PoolWork final : public QRunnable
{
public:
    PoolWork(QThreadPool &pool, F work) : m_pool(pool), m_work(std::move(work)) { handover::give(this); }
    PoolWork(const PoolWork &) = delete;
    PoolWork &operator=(const PoolWork &) = delete;
    ~PoolWork() override { handover::take(this); }
    void run() override
    {
        handover::take(this);
        takeFromWorkBefore(m_pool);
        {
            F work = std::move(m_work); // what it holds ends before the pool may count as done
            work();
        }
        handover::give(&m_pool);
    }

private:
    // One thread does one thing after the other, also where it ends in between and another takes its place.
    static void takeFromWorkBefore([[maybe_unused]] QThreadPool &pool)
    {
#ifdef CONSILIUM_THREAD_SANITIZER
        if (pool.maxThreadCount() == 1)
            handover::take(&pool);
#endif
    }

    QThreadPool &m_pool;
    F m_work;
};

/// QThreadPool::start() of a function, which may also be one that cannot be copied.
template<class F>
void startWork(QThreadPool &pool, F work, int priority = 0)
{
    pool.start(new PoolWork<F>(pool, std::move(work)), priority);
}

/// QThreadPool::waitForDone(): true when nothing of this pool runs any more; all that it did can then be seen.
inline bool waitForWork(QThreadPool &pool, int longestMs = -1)
{
    const bool isDone = pool.waitForDone(longestMs);
    if (isDone)
        handover::take(&pool);
    return isDone;
}

} // namespace consilium
