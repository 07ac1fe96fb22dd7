#pragma once
#include <QWidget>

class QLabel;

namespace consilium::widgets
{
class IconLabel;
}

namespace consilium::app
{

class AppTabs;

/// The top row of the window: name, tabs, how many archives are out of order, settings.
class AppBar : public QWidget
{
    Q_OBJECT
public:
    /// The keys of the two buttons, as they are written.
    AppBar(const QString &paletteKey, const QString &settingsKey, QWidget *parent = nullptr);
    [[nodiscard]] AppTabs &tabs() const { return *m_tabs; }
    void setArchivesFailing(int count);

Q_SIGNALS:
    void settingsRequested();
    void paletteRequested();

private:
    AppTabs *m_tabs;
    QWidget *m_failing;
    widgets::IconLabel *m_failingIcon;
    QLabel *m_failingText;
};

} // namespace consilium::app
