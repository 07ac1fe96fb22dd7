#pragma once
#include <QWidget>

class QLabel;

namespace consilium::widgets
{
class IconLabel;
}

namespace consilium::app
{

class ReadingSession;
class StudyFlow;

/// On top of the panel of a reading tab: how far this person is with the study, that this is provisional, and where the
/// study stands in the worklist ("3 of 120").
class ReadStateRow : public QWidget
{
    Q_OBJECT
public:
    ReadStateRow(ReadingSession &session, StudyFlow &flow, QWidget *parent = nullptr);
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString placeText() const; ///< empty: not in the list

private:
    void refresh();

    ReadingSession &m_session;
    StudyFlow &m_flow;
    widgets::IconLabel *m_icon;
    QLabel *m_state, *m_place, *m_note;
    QString m_placeText;
};

} // namespace consilium::app
