#include "app/windows/DraftNote.h"

#include "app/usecases/MarkKeeper.h"
#include "app/windows/ReadingSession.h"
#include "viewer/widgets/IconLabel.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

QPushButton *chip(const QString &name)
{
    auto *button = new QPushButton;
    button->setObjectName(name);
    button->setProperty("kind", u"chip"_s);
    button->setFixedHeight(28);
    return button;
}

} // namespace

DraftNote::DraftNote(ReadingSession &session, MarkKeeper &marks, QWidget *parent)
    : TopNote(parent),
      m_session(session),
      m_marks(marks),
      m_text(new TopText),
      m_left(chip(u"draftRestore"_s)),
      m_right(chip(u"draftDiscard"_s))
{
    m_text->setObjectName(u"draftNote"_s);
    auto *icon = new widgets::IconLabel(16);
    icon->setIcon(u"log"_s, widgets::tokens(palette()).warn);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 8, 1);
    row->setSpacing(8);
    row->addWidget(icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_left);
    row->addWidget(m_right);
    connect(m_left, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_right, &QPushButton::clicked, this, [this] { answer(false); });
    connect(&marks, &MarkKeeper::leftOverChanged, this, &DraftNote::refresh);
    connect(&session, &ReadingSession::tabTextChanged, this, &DraftNote::refresh); // other studies
    hide();
    refresh();
}

void DraftNote::refresh()
{
    std::optional<DraftSummary> offered;
    for (const auto *studies : {&m_session.studies(), &m_session.priors()})
        for (const StudyUid &study : *studies)
            if (!offered)
                offered = m_marks.leftOver(study);
    if (!offered || offered->study != m_study)
        m_isAsking = false;
    m_study = offered ? offered->study : StudyUid();
    if (!offered)
        return hide();
    const QString when = QDateTime::fromMSecsSinceEpoch(offered->at).toString(u"yyyy-MM-dd HH:mm"_s);
    if (offered->marks == 0) { // nothing is lost whichever is chosen: the marks are in the archive
        m_isAsking = false;
        m_left->setText(tr("Delete them again"));
        m_right->setText(tr("Keep the marks"));
        m_text->setWhole(
            tr("The deletion of %n saved mark(s) on %1 was not saved.", nullptr, offered->removed).arg(when));
        return show();
    }
    m_left->setText(m_isAsking ? tr("Keep them") : tr("Restore"));
    m_right->setText(m_isAsking ? tr("Discard for good") : tr("Discard"));
    QString text = m_isAsking ? tr("Discard %n mark(s) of %1 that were not saved?", nullptr, offered->marks).arg(when)
                              : tr("%n mark(s) of %1 were not saved.", nullptr, offered->marks).arg(when);
    if (offered->removed > 0)
        text += u' ' + (m_isAsking
                            ? tr("%n saved mark(s) that you deleted are there again then.", nullptr, offered->removed)
                            : tr("Nor was the deletion of %n saved mark(s).", nullptr, offered->removed));
    m_text->setWhole(text);
    show();
}

void DraftNote::answer(bool isLeft)
{
    const StudyUid study = m_study;
    const auto offered = m_marks.leftOver(study);
    const bool isDeletionOnly = offered && offered->marks == 0;
    if (m_isAsking || (isDeletionOnly && !isLeft)) {
        m_isAsking = false;
        if (!isLeft)
            m_marks.discard(study);
    } else if (!isLeft) {
        m_isAsking = true;
    } else {
        restore(study, offered ? offered->removed : 0);
    }
    refresh();
}

void DraftNote::restore(const StudyUid &study, int removed)
{
    QStringList lines;
    if (const int restored = m_marks.restore(study, m_session.dispatcher()); restored > 0)
        lines << tr("%n mark(s) are there again. The list of marks leads to each of them.", nullptr, restored);
    if (removed > 0)
        lines << tr("%n saved mark(s) are deleted again: the archive has them until you save.", nullptr, removed);
    if (!lines.isEmpty())
        Q_EMIT noticed(lines.join(u' '));
}

QString DraftNote::text() const
{
    return isHidden() ? QString() : m_text->whole();
}

} // namespace consilium::app
