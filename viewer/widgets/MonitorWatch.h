#pragma once
#include "viewer/widgets/MonitorScale.h"

#include <QPointer>
#include <QScreen>
#include <QWidget>
#include <QWindow>

#include <functional>

namespace consilium::widgets
{

/// Tells when a widget, or its window, comes onto another monitor or over several, and when a monitor is measured
/// (MonitorScale.h): what is drawn in millimetres of the screen is then another size. Follows the widget into other
/// windows.
class MonitorWatch : public QObject
{
public:
    /// Belongs to `widget`.
    MonitorWatch(QWidget *widget, std::function<void()> changed);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void followWindow();
    void followScreens();
    void tell();

    QWidget *m_widget;
    std::function<void()> m_changed;
    QPointer<QWindow> m_window;
    MonitorMeasure m_measure; ///< when it was told last
};

} // namespace consilium::widgets
