#include "app/people/Curtain.h"

#include <QApplication>
#include <QEvent>
#include <QToolTip>
#include <QWidget>

#include <algorithm>

namespace consilium::app
{

namespace
{

constexpr int mostDialogs = 32; // one that will not go shall not hold the lock up

} // namespace

bool Curtain::isBehind(const QWidget *window) const
{
    return m_front && window->isWindow() && window != m_front && !m_front->isAncestorOf(window) &&
           window->windowType() != Qt::ToolTip && window->windowType() != Qt::Desktop;
}

void Curtain::draw(QWidget &front)
{
    m_front = &front;
    QToolTip::hideText();
    for (int i = 0; i < mostDialogs && QApplication::activePopupWidget(); ++i)
        QApplication::activePopupWidget()->close();
    for (int i = 0; i < mostDialogs; ++i) {
        QWidget *dialog = QApplication::activeModalWidget();
        if (!dialog || dialog == m_front)
            break;
        dialog->close();
    }
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows)
        if (isBehind(window) && window->isVisible())
            takeOff(window);
    QCoreApplication::instance()->installEventFilter(this);
}

void Curtain::takeOff(QWidget *window)
{
    const bool isPassing = window->windowType() == Qt::Popup;
    window->hide();
    if (!isPassing && std::find(m_behind.begin(), m_behind.end(), window) == m_behind.end())
        m_behind.emplace_back(window);
}

void Curtain::lift()
{
    QCoreApplication::instance()->removeEventFilter(this);
    m_front = nullptr;
    for (const QPointer<QWidget> &window : std::exchange(m_behind, {}))
        if (window)
            window->show();
}

bool Curtain::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && watched->isWidgetType()) {
        auto *window = static_cast<QWidget *>(watched);
        if (isBehind(window)) // it is not painted before the events that wait are done
            QMetaObject::invokeMethod(
                this,
                [this, late = QPointer<QWidget>(window)] {
                    if (late && isBehind(late))
                        takeOff(late);
                },
                Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace consilium::app
