#pragma once
#include "app/settings/ProfileSettings.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScreen;
class QLineEdit;

namespace consilium::app
{

class RulerBar;

/// Puts the stored measures on the screens that are there, and on those that come.
void useMonitorMeasures(ProfileSettings &settings, QObject *context);

/// The monitor that this page is on is measured with a ruler: a bar is drawn, the person says how long it really is,
/// and from then on images can be shown in true size on this monitor.
class MonitorSettings : public QWidget
{
    Q_OBJECT
public:
    explicit MonitorSettings(ProfileSettings &settings, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void keep();
    void forget();
    [[nodiscard]] QString stateText() const;

    ProfileSettings &m_settings;
    QLabel *m_monitor, *m_state, *m_unused;
    RulerBar *m_bar;
    QLineEdit *m_length;
    QPushButton *m_keep, *m_forget;
};

} // namespace consilium::app
