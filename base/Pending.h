#pragma once
#include "base/WorkPool.h"

#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QPromise>
#include <QThread>

#include <concepts>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>

namespace consilium
{

/// Whom other threads may send what this one shall do, at any time: it is never deleted, as a context is that goes
/// away, and as deleting it later would itself be an event (QCoreApplication's end waits for ever for one that is
/// posted while it drops events).
[[nodiscard]] inline QObject *courierOfThisThread()
{
    static thread_local QObject *const courier = new QObject;
    return courier;
}

/// A future whose continuations run once. Qt 6.4 runs one twice, the second time without a promise (a fall), when
/// then() meets a future that another thread has marked as finished and whose continuations it is about to run: here
/// both happen one after the other. As a QFuture it can be waited for and watched like any other.
template<class T>
class Pending : public QFuture<T>
{
public:
    Pending() = default;
    Pending(QFuture<T> future, std::shared_ptr<std::recursive_mutex> gate)
        : QFuture<T>(std::move(future)), m_gate(std::move(gate))
    {
    }
    /// As QFuture::then(). Not to be called again on a copy that was turned into a plain QFuture.
    template<class... Args>
    auto then(Args &&...args)
    {
        const std::lock_guard lock(*m_gate);
        return QFuture<T>::then(std::forward<Args>(args)...);
    }
    /// `use` gets the answer in the thread that calls this, which is the one of `context`, unless `context` is gone by
    /// then. (Qt 6.4 looks at the context on the thread that gives the answer, where it may go away at that moment.)
    /// Nothing is used where the answer was given up.
    template<std::derived_from<QObject> Context, class F>
    requires(!std::derived_from<Context, QThreadPool>) void then(Context *context, F use)
    {
        Q_ASSERT(context->thread() == QThread::currentThread());
        auto deliver = std::make_shared<F>(std::move(use));
        then(QtFuture::Launch::Sync, [courier = courierOfThisThread(), deliver,
                                      context = QPointer<QObject>(context)](const QFuture<T> &answer) {
            const auto inItsThread = [deliver, context, answer] {
                F once = std::move(*deliver); // what it holds ends in its own thread too
                if (context && answer.resultCount() > 0)
                    std::invoke(once, *answer.constBegin());
            };
            QMetaObject::invokeMethod(courier, handover::posted(inItsThread)); // at once where this is its thread
        });
    }

private:
    std::shared_ptr<std::recursive_mutex> m_gate = std::make_shared<std::recursive_mutex>();
};

/// What fulfils a Pending. finish() runs the continuations of then(QtFuture::Launch::Sync) on its own thread.
template<class T>
class PendingPromise
{
public:
    void start() { m_promise.start(); }
    [[nodiscard]] Pending<T> future() const { return {m_promise.future(), m_gate}; }
    [[nodiscard]] bool isCanceled() const { return m_promise.isCanceled(); }
    void finish(T result)
    {
        const auto gate = m_gate; // a continuation may be the end of this promise
        const std::lock_guard lock(*gate);
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

private:
    QPromise<T> m_promise;
    std::shared_ptr<std::recursive_mutex> m_gate = std::make_shared<std::recursive_mutex>();
};

/// An answer that is there already.
template<class T>
[[nodiscard]] Pending<T> readyAnswer(T result)
{
    PendingPromise<T> promise;
    promise.start();
    promise.finish(std::move(result));
    return promise.future();
}

/// Runs `work` on `pool`: QtConcurrent::run() for what somebody goes on from with then().
template<class F>
[[nodiscard]] auto runPending(F work, QThreadPool *pool = &workPool())
{
    PendingPromise<decltype(work())> promise;
    promise.start();
    auto future = promise.future();
    startWork(*pool, [promise = std::move(promise), work = std::move(work)]() mutable { promise.finish(work()); });
    return future;
}

} // namespace consilium
