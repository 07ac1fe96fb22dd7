#pragma once
#include "base/HandOver.h"

#include <QMetaObject>
#include <QObject>

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace consilium::app
{

/// Brings values from any thread to a receiver's thread, all that have come since the last time at once: a hundred
/// frames that arrive while the window paints wake it up once. Shared by those who post; closed by the receiver before
/// it goes.
template<class T>
class Inbox : public std::enable_shared_from_this<Inbox<T>>
{
public:
    using Handler = std::function<void(std::vector<T>)>;
    Inbox(QObject *receiver, Handler handler) : m_receiver(receiver), m_handler(std::move(handler)) {}

    /// Any thread. Dropped when closed.
    void post(T value)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_receiver)
            return;
        m_waiting.push_back(std::move(value));
        if (m_waiting.size() > 1)
            return;
        QMetaObject::invokeMethod(m_receiver, handover::posted([self = this->shared_from_this()] { self->drain(); }),
                                  Qt::QueuedConnection);
    }
    /// Receiver's thread only.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_receiver = nullptr;
        m_waiting.clear();
    }
    /// Receiver's thread only: nothing posted that was not handled.
    [[nodiscard]] bool isEmpty() const
    {
        const std::lock_guard lock(m_mutex);
        return m_waiting.empty();
    }

private:
    void drain()
    {
        std::vector<T> taken;
        {
            const std::lock_guard lock(m_mutex);
            taken.swap(m_waiting);
        }
        if (!taken.empty())
            m_handler(std::move(taken));
    }

    mutable std::mutex m_mutex;
    QObject *m_receiver;
    Handler m_handler;
    std::vector<T> m_waiting;
};

} // namespace consilium::app
