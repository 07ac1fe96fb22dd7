#include "app/windows/StudyNotices.h"

#include "app/usecases/MarkSender.h"
#include "app/windows/MainWindow.h"
#include "app/windows/NoticeBar.h"
#include "app/windows/ReadingPage.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace consilium::app
{

StudyNotices::StudyNotices(MainWindow &window, MarkSender *sender, MarkKeeper *marks)
    : QObject(&window), m_window(window), m_sender(sender)
{
    if (sender) {
        connect(sender, &MarkSender::told, this, &StudyNotices::show);
        connect(sender, &MarkSender::settled, this, [this](const StudyUid &study) {
            m_open.erase(study);
            m_window.noticeBar().withdrawOf(study);
        });
        connect(&window, &MainWindow::sessionClosed, this, &StudyNotices::forgetClosed);
    }
    if (marks)
        connect(marks, &MarkKeeper::untold, this, [this](const QString &text) { m_window.noticeBar().withdraw(text); });
}

bool StudyNotices::isInFront(const StudyUid &study) const
{
    const ReadingPage *const page = m_window.readingPage();
    return page && page->session().uses(study);
}

void StudyNotices::show(const StudyUid &study, const QString &text, bool isFailure)
{
    if (study.isEmpty())
        return m_window.notify(text, isFailure);
    if (m_window.hasTabOf(study))
        m_open.insert(study);
    const QString name = m_sender->nameOf(study);
    const QString named = name.isEmpty() ? text : tr("%1: %2", "of which study, what is said of it").arg(name, text);
    m_window.noticeBar().showOf(study, {{text, isFailure, [this, study] { return isInFront(study); }},
                                        {named, isFailure, [this] { return !m_window.readingPage(); }}});
}

/// Who has closed the tab has seen it, or does not want to know; the outbox and what is offered when the study is
/// opened again say the rest.
void StudyNotices::forgetClosed()
{
    for (const StudyUid &study : std::set<StudyUid>(m_open))
        if (!m_window.hasTabOf(study)) {
            m_open.erase(study);
            m_window.noticeBar().withdrawOf(study);
        }
}

} // namespace consilium::app
