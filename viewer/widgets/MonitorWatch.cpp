#include "viewer/widgets/MonitorWatch.h"

#include <QEvent>
#include <QGuiApplication>

namespace consilium::widgets
{

MonitorWatch::MonitorWatch(QWidget *widget, std::function<void()> changed)
    : QObject(widget), m_widget(widget), m_changed(std::move(changed))
{
    followWindow();
    connect(qApp, &QGuiApplication::screenAdded, this, [this] {
        followScreens();
        tell();
    });
    connect(qApp, &QGuiApplication::screenRemoved, this, &MonitorWatch::tell, Qt::QueuedConnection);
}

void MonitorWatch::tell()
{
    m_measure = measureAt(*m_widget);
    m_changed();
}

bool MonitorWatch::eventFilter(QObject *watched, QEvent *event)
{
    // A window's handle is made when it is first shown, and anew when it becomes another kind of window.
    if (watched == m_widget && event->type() == QEvent::Show)
        followWindow();
    else if (event->type() == QEvent::DynamicPropertyChange && qobject_cast<QScreen *>(watched))
        tell();
    else if ((event->type() == QEvent::Move || event->type() == QEvent::Resize) && measureAt(*m_widget) != m_measure)
        tell();
    return false;
}

void MonitorWatch::followWindow()
{
    // A move of what it lies in moves it too, and is told to that alone.
    for (QWidget *at = m_widget; at; at = at->isWindow() ? nullptr : at->parentWidget())
        at->installEventFilter(this);
    QWindow *window = m_widget->window()->windowHandle();
    if (window != m_window) {
        if (m_window)
            disconnect(m_window, nullptr, this, nullptr);
        m_window = window;
        if (window)
            connect(window, &QWindow::screenChanged, this, &MonitorWatch::tell);
    }
    followScreens();
    m_measure = measureAt(*m_widget);
}

void MonitorWatch::followScreens()
{
    for (QScreen *screen : QGuiApplication::screens())
        screen->installEventFilter(this); // once, however often it is said
}

} // namespace consilium::widgets
