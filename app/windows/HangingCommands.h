#pragma once
#include <QObject>
#include <QString>

#include <optional>

class QWidget;

namespace consilium::widgets
{
class LayoutGrid;
}

namespace consilium::app
{

class ProfileSettings;
class StudyHanging;

/// What a reading page does with hanging protocols: says in empty views why they are, draws the reference lines that
/// were asked for, and runs the commands. A child of the grid.
class HangingCommands : public QObject
{
    Q_OBJECT
public:
    HangingCommands(StudyHanging &hanging, widgets::LayoutGrid &grid);

    void use(ProfileSettings &settings);
    /// Runs "hang", "hang:ID", "next-stage", "previous-stage", "hang-menu" (a menu of the protocols that fit, below
    /// `anchor`), "hang-when-opened-usual" (-always, -never), "keep-grid" (studies begin with the grid that is shown,
    /// on the monitors that are there; once more: with one view again). False: it is none of them.
    bool run(const QString &command, QWidget &anchor);
    /// What empty views say that no protocol has left so; said at once.
    void setEmptyText(const QString &text);
    /// The page is seen now, in this size.
    void pageShown();

Q_SIGNALS:
    void noticed(const QString &text);
    void linesChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool hang(const QString &command);
    void keepGrid();
    void showHung();
    void showTexts();
    void showMenu(QWidget &anchor);

    StudyHanging &m_hanging;
    widgets::LayoutGrid &m_grid;
    ProfileSettings *m_settings = nullptr;
    QString m_emptyText;
};

} // namespace consilium::app
