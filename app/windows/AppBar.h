#pragma once
#include <QWidget>

class QLabel;
class QToolButton;

namespace consilium::widgets
{
class IconLabel;
}

namespace consilium::app
{

class AppTabs;
class MarkSender;
class OutboxButton;
class PeopleDesk;
class PersonButton;

/// The top row of the window: name, tabs, how many archives are out of order, settings. It is lower in a window of
/// little height (surroundingsIn()).
class AppBar : public QWidget
{
    Q_OBJECT
public:
    /// `sender`: whose outbox is shown; null: nobody's.
    explicit AppBar(MarkSender *sender = nullptr, QWidget *parent = nullptr);
    /// Runs "outbox" (opens its list). False: it is none of the bar's, or there is no outbox.
    bool runCommand(const QString &command);
    /// Tool tips of the two buttons, with their keys.
    void setTips(const QString &palette, const QString &settings);
    [[nodiscard]] AppTabs &tabs() const { return *m_tabs; }
    void setArchivesFailing(int count);
    PersonButton *addPersonButton(PeopleDesk &people); ///< before the two buttons at the end

Q_SIGNALS:
    void settingsRequested();
    void paletteRequested();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitToWindow();
    AppTabs *m_tabs;
    QWidget *m_failing;
    widgets::IconLabel *m_failingIcon;
    QLabel *m_failingText;
    OutboxButton *m_outbox = nullptr; ///< null: there is none
    QToolButton *m_palette = nullptr, *m_settings = nullptr;
};

} // namespace consilium::app
