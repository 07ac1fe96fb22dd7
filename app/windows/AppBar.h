#pragma once
#include <QWidget>

class QLabel;

namespace consilium::app
{

class AppTabs;

/// The top row of the window: name, tabs, how many archives are out of order, settings.
class AppBar : public QWidget
{
    Q_OBJECT
public:
    explicit AppBar(QWidget *parent = nullptr);
    [[nodiscard]] AppTabs &tabs() const { return *m_tabs; }
    void setArchivesFailing(int count);

Q_SIGNALS:
    void settingsRequested();
    void paletteRequested();

private:
    AppTabs *m_tabs;
    QWidget *m_failing;
    QLabel *m_failingIcon, *m_failingText;
};

} // namespace consilium::app
