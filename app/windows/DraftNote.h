#pragma once
#include "app/windows/TopLine.h"
#include "base/Ids.h"

#include <optional>

class QPushButton;

namespace consilium::widgets
{
class IconLabel;
}

namespace consilium::app
{

class MarkKeeper;
class ReadingSession;

/// At the end of the tools of a reading tab: that marks of its studies were drawn earlier and never saved, how many and
/// when, to be put back or discarded. Hidden when there are none. Discarding is asked once more, in the same place. So
/// are deletions of saved marks that were never saved: to be done again, or to be given up, which loses nothing.
class DraftNote : public TopNote
{
    Q_OBJECT
public:
    DraftNote(ReadingSession &session, MarkKeeper &marks, QWidget *parent = nullptr);
    [[nodiscard]] QString text() const; ///< empty while it is hidden

Q_SIGNALS:
    void noticed(const QString &text);

private:
    void refresh();
    void answer(bool isLeft); ///< a button was clicked
    void restore(const StudyUid &study, int removed);
    ReadingSession &m_session;
    MarkKeeper &m_marks;
    TopText *m_text;
    QPushButton *m_left, *m_right; ///< restore or keep, discard
    StudyUid m_study;              ///< that is offered
    bool m_isAsking = false;       ///< whether they shall really be discarded
};

} // namespace consilium::app
