#pragma once
#include "app/windows/TopLine.h"

class QPushButton;

namespace consilium::widgets
{
class IconLabel;
}

namespace consilium::app
{

class ArchiveWatch;
class ReadingSession;

/// At the end of the tools of a reading tab: which archive of its studies does not answer, since when, or that it has
/// asked to wait, and for how long; and what of them an archive no longer has. Goes when it answers again; hidden when
/// there is nothing to say.
class ArchiveNote : public TopNote
{
    Q_OBJECT
public:
    ArchiveNote(const ReadingSession &session, ArchiveWatch &watch, QWidget *parent = nullptr);
    [[nodiscard]] QString text() const; ///< empty while it is hidden

private:
    void refresh();

    const ReadingSession &m_session;
    ArchiveWatch &m_watch;
    widgets::IconLabel *m_icon;
    TopText *m_text;
    QPushButton *m_again;
};

} // namespace consilium::app
