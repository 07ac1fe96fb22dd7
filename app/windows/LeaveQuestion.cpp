#include "app/windows/LeaveQuestion.h"

#include "app/usecases/MarkSender.h"
#include "app/windows/Question.h"
#include "app/windows/ReadingSession.h"

#include <QPushButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int lookEveryMs = 100;

std::vector<StudyUid> studiesOf(const ReadingSession &session)
{
    std::vector<StudyUid> all = session.studies();
    all.insert(all.end(), session.priors().begin(), session.priors().end());
    return all;
}

} // namespace

LeaveQuestion::LeaveQuestion(QWidget &window, MarkKeeper *marks, MarkSender *sender)
    : QObject(&window), m_window(window), m_marks(marks), m_sender(sender)
{
    m_waiting.setInterval(lookEveryMs);
    connect(&m_waiting, &QTimer::timeout, this, &LeaveQuestion::look);
}

bool LeaveQuestion::isLossy() const
{
    return m_marks && m_marks->losesAtEnd();
}

int LeaveQuestion::marksOf(const ReadingSession &session) const
{
    const session::AnnotationSet &there = session.dispatcher().state().annotations();
    int count = 0;
    for (const StudyUid &study : studiesOf(session)) {
        const auto draft = m_marks->drafts().draftOf(study);
        if (!draft)
            continue;
        count += int(std::count_if(draft->marks.begin(), draft->marks.end(),
                                   [&](const session::Annotation &mark) { return there.find(mark.id); }));
        count += int(std::count_if(draft->removed.begin(), draft->removed.end(),
                                   [&](const AnnotationId &id) { return m_marks->drafts().wasInSession(id); }));
    }
    return count;
}

Unkept LeaveQuestion::unkept() const
{
    if (!isLossy())
        return {};
    // Where there is a store that takes no drafts, the outbox may still be in it.
    return {m_marks->drafts().count(), m_sender && !m_marks->store() ? m_sender->progress().left : 0};
}

Unkept LeaveQuestion::unasked() const
{
    const Unkept lost = unkept();
    return lost.marks <= m_letGo.marks && lost.objects <= m_letGo.objects ? Unkept() : lost;
}

void LeaveQuestion::forget()
{
    m_letGo = {};
}

Unkept LeaveQuestion::unkeptNow() const
{
    if (m_what != Leaving::Tab)
        return unasked();
    const bool isThere = isLossy() && !m_sessions.empty() && m_sessions.front();
    return {isThere ? marksOf(*m_sessions.front()) : 0, 0};
}

bool LeaveQuestion::wouldAsk(const ReadingSession &tab) const
{
    const bool isOpen = m_question && m_question->isVisible();
    return !isOpen && &tab != m_tabLetGo && isLossy() && marksOf(tab) > 0;
}

bool LeaveQuestion::asks(Leaving what, const std::vector<ReadingSession *> &sessions, std::function<void()> goOn)
{
    if (m_question && m_question->isVisible()) { // one at a time
        m_question->raise();
        return true;
    }
    m_what = what;
    m_sessions.assign(sessions.begin(), sessions.end());
    if (unkeptNow().isEmpty() || (what == Leaving::Tab && sessions.front() == m_tabLetGo))
        return false;
    m_goOn = std::move(goOn);
    ask();
    return true;
}

bool LeaveQuestion::canSave() const
{
    return m_sender && std::any_of(m_sessions.begin(), m_sessions.end(), [this](const auto &session) {
               const auto studies = session ? studiesOf(*session) : std::vector<StudyUid>();
               return std::any_of(studies.begin(), studies.end(), [&](const StudyUid &study) {
                   return !m_sender->isWithoutArchive(study) &&
                          m_sender->whyNotSave(session->dispatcher(), study).isEmpty();
               });
           });
}

bool LeaveQuestion::isAnyFromFiles() const
{
    return m_sender && std::any_of(m_sessions.begin(), m_sessions.end(), [this](const auto &session) {
               const auto studies = session ? studiesOf(*session) : std::vector<StudyUid>();
               return std::any_of(studies.begin(), studies.end(), [&](const StudyUid &study) {
                   return m_sender->isWithoutArchive(study) && m_marks->drafts().draftOf(study);
               });
           });
}

QString LeaveQuestion::textFor(const Unkept &lost) const
{
    QStringList lines;
    if (lost.marks > 0)
        lines << tr("%n mark(s) that you drew, changed or deleted are not saved.", nullptr, lost.marks);
    if (lost.objects > 0)
        lines << tr("%n saved object(s) are not in the archive yet.", nullptr, lost.objects);
    const QString why = m_marks->whyNotLasting();
    lines << (why.isEmpty() ? tr("Marks that are not saved are in memory only and go when the program ends.") : why);
    if (lost.objects > 0)
        lines << tr("The same holds for what has not been sent.");
    if (m_what == Leaving::Tab)
        lines << tr("Until then they are offered when the study is opened again.");
    if (isAnyFromFiles())
        lines << tr("Studies from files have no archive: go back and choose \"Save marks as files\" to keep theirs.");
    int inTabs = 0;
    for (const auto &session : m_sessions)
        inTabs += session ? marksOf(*session) : 0;
    if (const int elsewhere = lost.marks - inTabs; elsewhere > 0)
        lines << tr("%n of them can be saved only when their study is opened again and they are restored.", nullptr,
                    elsewhere);
    return lines.join(u'\n');
}

QMessageBox *LeaveQuestion::open(const QString &text, const QString &save)
{
    auto *question = makeQuestion(m_window, tr("Unsaved marks"), text);
    question->setObjectName(u"leaveQuestion"_s);
    if (!save.isEmpty()) {
        QPushButton *const button = question->addButton(save, QMessageBox::AcceptRole);
        button->setObjectName(u"leaveSave"_s);
        connect(button, &QPushButton::clicked, this, &LeaveQuestion::save);
    }
    QPushButton *const back = question->addButton(tr("Go back"), QMessageBox::RejectRole);
    back->setObjectName(u"leaveBack"_s);
    const QString names[] = {tr("Close without saving"), tr("Discard them and end"), tr("Discard them and go")};
    QPushButton *const away = question->addButton(names[int(m_what)], QMessageBox::DestructiveRole);
    away->setObjectName(u"leaveAnyway"_s);
    question->setDefaultButton(back);
    question->setEscapeButton(back);
    connect(away, &QPushButton::clicked, this, &LeaveQuestion::leave);
    connect(back, &QPushButton::clicked, this, [this] {
        m_waiting.stop();
        m_goOn = {};
    });
    question->open();
    return question;
}

void LeaveQuestion::ask()
{
    const Unkept lost = unkeptNow();
    const QString names[] = {tr("Save and close"), tr("Save and send, then end"), tr("Save and send, then go")};
    const bool isOnWay = m_sender && lost.objects > 0 && m_sender->undecided() < lost.objects;
    m_question = open(textFor(lost), canSave() || isOnWay ? names[int(m_what)] : QString());
}

void LeaveQuestion::save()
{
    for (const auto &session : m_sessions) {
        const auto studies = session ? studiesOf(*session) : std::vector<StudyUid>();
        for (const StudyUid &study : studies)
            if (!m_sender->isWithoutArchive(study) && m_sender->whyNotSave(session->dispatcher(), study).isEmpty())
                m_sender->save(session->dispatcher(), study);
    }
    m_question = open(tr("Being saved …"), {}); // the one before closes itself
    m_waiting.start();
}

// Saved is what is in the outbox; what this computer does not keep has to be in the archive as well.
void LeaveQuestion::look()
{
    if (!m_question || !m_question->isVisible()) { // it was closed: back
        m_waiting.stop();
        m_goOn = {};
        return;
    }
    if (m_sender->isSaving())
        return;
    const Unkept left = unkeptNow();
    const int onWay = m_sender->progress().left;
    if (!left.isEmpty() && left.marks == 0 && m_sender->undecided() < onWay) {
        m_question->setText(tr("%n object(s) are on the way to the archive …", nullptr, onWay));
        return;
    }
    m_waiting.stop();
    m_question->close();
    m_question.clear();
    if (left.isEmpty())
        finish();
    else
        ask(); // not all of it could be: whoever asked decides anew
}

void LeaveQuestion::leave()
{
    m_waiting.stop();
    if (m_what == Leaving::Tab)
        m_tabLetGo = m_sessions.empty() ? nullptr : m_sessions.front().data();
    else
        m_letGo = unkept();
    finish();
}

// The question is about to go: what closes the window must not meet it.
void LeaveQuestion::finish()
{
    m_question.clear();
    QTimer::singleShot(0, this, [this, goOn = std::exchange(m_goOn, {})] {
        if (goOn)
            goOn();
        m_tabLetGo = nullptr;
    });
}

} // namespace consilium::app
