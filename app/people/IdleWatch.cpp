#include "app/people/IdleWatch.h"

#include <QCoreApplication>
#include <QEvent>

namespace consilium::app
{

namespace
{

constexpr int lookEveryMs = 2000;

} // namespace

IdleWatch::IdleWatch(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_timer.setInterval(lookEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::check);
}

void IdleWatch::start(int minutes)
{
    m_limitMs = TimeMs(minutes) * 60'000;
    m_last = m_clock.nowMs();
    QCoreApplication::instance()->removeEventFilter(this);
    m_timer.stop();
    if (m_limitMs <= 0)
        return;
    QCoreApplication::instance()->installEventFilter(this);
    m_timer.start();
}

void IdleWatch::check()
{
    const TimeMs now = m_clock.nowMs();
    if (m_limitMs <= 0)
        return;
    if (now < m_last) // the clock was put back
        m_last = now;
    if (now - m_last < m_limitMs)
        return;
    stop();
    Q_EMIT expired();
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::Wheel:
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletMove:
    case QEvent::TabletPress:
    case QEvent::InputMethod:
        // Somebody comes back after the time is over: what is on the screen is not shown to them.
        if (event->spontaneous()) {
            check();
            m_last = m_clock.nowMs();
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace consilium::app
