#include "viewer/widgets/MonitorWatch.h"

#include <QEvent>

namespace consilium::widgets
{

MonitorWatch::MonitorWatch(QWidget *widget, std::function<void()> changed)
    : QObject(widget), m_widget(widget), m_changed(std::move(changed))
{
    widget->installEventFilter(this);
    followWindow();
}

bool MonitorWatch::eventFilter(QObject *watched, QEvent *event)
{
    // A window's handle is made when it is first shown, and anew when it becomes another kind of window.
    if (watched == m_widget && event->type() == QEvent::Show)
        followWindow();
    else if (watched == m_screen && event->type() == QEvent::DynamicPropertyChange)
        m_changed();
    return false;
}

void MonitorWatch::followWindow()
{
    QWindow *window = m_widget->window()->windowHandle();
    if (window != m_window) {
        if (m_window)
            disconnect(m_window, nullptr, this, nullptr);
        m_window = window;
        if (window)
            connect(window, &QWindow::screenChanged, this, [this] {
                followScreen();
                m_changed();
            });
    }
    followScreen();
}

void MonitorWatch::followScreen()
{
    QScreen *screen = m_widget->screen();
    if (screen == m_screen)
        return;
    if (m_screen)
        m_screen->removeEventFilter(this);
    m_screen = screen;
    if (screen)
        screen->installEventFilter(this);
}

} // namespace consilium::widgets
