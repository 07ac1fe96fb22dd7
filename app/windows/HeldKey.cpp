#include "app/windows/HeldKey.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace consilium::app
{

HeldKey::HeldKey(QObject *parent) : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setTimerType(Qt::PreciseTimer);
    m_settle.setInterval(settleMs);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        qApp->removeEventFilter(this);
        Q_EMIT letGo(m_heldMs);
    });
}

void HeldKey::watch(const QList<QKeySequence> &keys)
{
    m_keys.clear();
    for (const QKeySequence &sequence : keys) {
        if (!sequence.isEmpty())
            m_keys << int(sequence[uint(sequence.count() - 1)].key());
    }
    m_settle.stop();
    m_isRepeated = false;
    m_heldMs = 0;
    m_down.start();
    qApp->removeEventFilter(this);
    qApp->installEventFilter(this);
}

bool HeldKey::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type != QEvent::KeyRelease && type != QEvent::KeyPress && type != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    const auto &key = *static_cast<QKeyEvent *>(event);
    if (!m_keys.contains(key.key()))
        return QObject::eventFilter(watched, event);
    if (type == QEvent::KeyRelease) {
        m_isRepeated = false;
        if (!key.isAutoRepeat() && !m_settle.isActive()) { // a window hands it on to its widget: it comes twice
            m_heldMs = m_down.elapsed();
            m_settle.start();
        }
        return false;
    }
    if (m_settle.isActive()) {
        m_settle.stop();
        m_isRepeated = true;
    }
    if (!m_isRepeated)
        return false;
    event->accept(); // the shortcut is not asked then
    return true;
}

} // namespace consilium::app
