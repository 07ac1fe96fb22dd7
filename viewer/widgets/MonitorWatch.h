#pragma once
#include <QPointer>
#include <QScreen>
#include <QWidget>
#include <QWindow>

#include <functional>

namespace consilium::widgets
{

/// Tells when the window of a widget comes onto another monitor, and when that monitor is measured (MonitorScale.h):
/// what is drawn in millimetres of the screen is then another size. Follows the widget into other windows.
class MonitorWatch : public QObject
{
public:
    /// Belongs to `widget`.
    MonitorWatch(QWidget *widget, std::function<void()> changed);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void followWindow();
    void followScreen();

    QWidget *m_widget;
    std::function<void()> m_changed;
    QPointer<QWindow> m_window;
    QPointer<QScreen> m_screen;
};

} // namespace consilium::widgets
