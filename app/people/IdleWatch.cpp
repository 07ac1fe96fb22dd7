#include "app/people/IdleWatch.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace consilium::app
{

namespace
{

constexpr int lookEveryMs = 2000;

} // namespace

IdleWatch::IdleWatch(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_timer.setInterval(lookEveryMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { check(); });
}

void IdleWatch::start(int minutes)
{
    m_limitMs = TimeMs(minutes) * 60'000;
    m_last = m_clock.nowMs();
    m_swallowsKey = false;
    QCoreApplication::instance()->removeEventFilter(this);
    m_timer.stop();
    if (m_limitMs <= 0)
        return;
    QCoreApplication::instance()->installEventFilter(this);
    m_timer.start();
}

bool IdleWatch::check()
{
    const TimeMs now = m_clock.nowMs();
    if (m_limitMs <= 0)
        return false;
    if (now < m_last) // the clock was put back
        m_last = now;
    if (now - m_last < m_limitMs)
        return false;
    stop();
    Q_EMIT expired();
    return true;
}

// Somebody comes back after the time is over: what is on the screen is not shown to them, and what they did reaches
// nothing behind the lock.
bool IdleWatch::takeInput(QEvent *event)
{
    const bool isAsked = event->type() == QEvent::ShortcutOverride; // whether a key is a shortcut; its press follows
    if (std::exchange(m_swallowsKey, false)) {
        if (!isWatching())
            QCoreApplication::instance()->removeEventFilter(this);
        if (event->type() == QEvent::KeyPress)
            return true;
    }
    if (!check()) {
        m_last = m_clock.nowMs();
        return false;
    }
    if (isAsked) {
        event->accept(); // no shortcut is looked for
        QCoreApplication::instance()->installEventFilter(this);
        m_swallowsKey = true;
    }
    return true;
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::Wheel:
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletMove:
    case QEvent::TabletPress:
    case QEvent::InputMethod:
        if (event->spontaneous() && takeInput(event))
            return true;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace consilium::app
