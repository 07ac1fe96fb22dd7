#include "app/windows/ArchiveNote.h"

#include "app/bridge/ArchiveWatch.h"
#include "app/windows/ReadingSession.h"
#include "app/worklist/StudyText.h"
#include "base/ReachReasons.h"
#include "viewer/widgets/IconLabel.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

bool asksToWait(const ArchiveWatch::Trouble &trouble)
{
    return trouble.error.code == ErrorCode::TooManyRequests;
}

QString sentence(const ArchiveWatch::Trouble &trouble)
{
    if (isOfProxy(trouble.error)) // the archive was not asked: it may be well
        return userMessage(trouble.error);
    const QString since = QDateTime::fromMSecsSinceEpoch(trouble.since).toString(u"HH:mm"_s);
    if (!asksToWait(trouble) && trouble.isOpening)
        return ArchiveNote::tr("%1 has not answered since %2. The study opens by itself when it answers again; close "
                               "its tab to stop waiting.")
            .arg(trouble.archive, since);
    if (!asksToWait(trouble))
        return ArchiveNote::tr("%1 has not answered since %2. What is still missing comes by itself when it answers "
                               "again.")
            .arg(trouble.archive, since);
    if (trouble.againMs <= 0)
        return ArchiveNote::tr("%1 is overloaded. It is being asked again.").arg(trouble.archive);
    return ArchiveNote::tr("%1 is overloaded and asks to wait: it is asked again in %2 s.")
        .arg(trouble.archive)
        .arg((trouble.againMs + 999) / 1000);
}

// What has happened comes first: the name of the archive is what is cut.
QString brief(const ArchiveWatch::Trouble &trouble)
{
    if (isOfProxy(trouble.error))
        return userMessage(trouble.error);
    if (!asksToWait(trouble))
        return ArchiveNote::tr("No answer since %1: %2")
            .arg(QDateTime::fromMSecsSinceEpoch(trouble.since).toString(u"HH:mm"_s), trouble.archive);
    if (trouble.againMs <= 0)
        return ArchiveNote::tr("Overloaded: %1").arg(trouble.archive);
    return ArchiveNote::tr("Overloaded, asked again in %1 s: %2")
        .arg(QString::number((trouble.againMs + 999) / 1000), trouble.archive);
}

QString brief(const ArchiveWatch::Gone &gone)
{
    const QString when = dateAndTime(gone.studyDate, gone.studyTime);
    if (gone.series == 0)
        return ArchiveNote::tr("No longer there, the study of %1: %2").arg(when, gone.archive);
    return ArchiveNote::tr("No longer there, %n series of the study of %1: %2", nullptr, gone.series)
        .arg(when, gone.archive);
}

QString sentence(const ArchiveWatch::Gone &gone)
{
    const QString when = dateAndTime(gone.studyDate, gone.studyTime);
    if (gone.series == 0)
        return ArchiveNote::tr(
                   "%1 no longer has the study of %2: it was deleted or moved there. What has come of it is "
                   "shown until it is closed; the rest does not come any more.")
            .arg(gone.archive, when);
    return ArchiveNote::tr("%1 no longer has %n series of the study of %2: deleted or moved there. What has come of "
                           "them is shown until the study is closed.",
                           nullptr, gone.series)
        .arg(gone.archive, when);
}

} // namespace

ArchiveNote::ArchiveNote(const ReadingSession &session, ArchiveWatch &watch, QWidget *parent)
    : TopNote(parent),
      m_session(session),
      m_watch(watch),
      m_icon(new widgets::IconLabel(16)),
      m_text(new TopText),
      m_again(new QPushButton(tr("Try again")))
{
    m_text->setObjectName(u"archiveNote"_s);
    m_again->setObjectName(u"archiveAgain"_s);
    m_again->setProperty("kind", u"chip"_s);
    m_again->setFixedHeight(28);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 8, 1);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_again);
    connect(m_again, &QPushButton::clicked, this, [this] { m_watch.askNow(); });
    connect(&watch, &ArchiveWatch::changed, this, &ArchiveNote::refresh);
    connect(&session, &ReadingSession::tabTextChanged, this, &ArchiveNote::refresh); // other studies
    hide();
    refresh();
}

void ArchiveNote::refresh()
{
    QStringList sentences, causes, lost, briefs;
    bool isAway = false;
    for (const auto *studies : {&m_session.studies(), &m_session.priors()}) {
        for (const StudyUid &study : *studies) {
            if (const auto gone = m_watch.goneOf(study)) {
                lost << sentence(*gone);
                briefs << brief(*gone);
            }
            const auto trouble = m_watch.troubleOf(study);
            if (!trouble || sentences.contains(sentence(*trouble)))
                continue;
            sentences << sentence(*trouble);
            briefs << brief(*trouble);
            causes << userMessage(trouble->error);
            isAway = isAway || !asksToWait(*trouble);
        }
    }
    if (sentences.isEmpty() && lost.isEmpty())
        return hide();
    const auto &t = widgets::tokens(palette());
    if (sentences.isEmpty())
        m_icon->setIcon(u"warning"_s, t.warn);
    else
        m_icon->setIcon(isAway ? u"server-offline"_s : u"server-slow"_s, isAway ? t.crit : t.warn);
    m_text->setWhole((lost + sentences).join(u' '), causes.join(u'\n'), briefs.join(u"; "_s));
    m_again->setVisible(isAway); // who asks to wait is not asked before
    show();
}

QString ArchiveNote::text() const
{
    return isHidden() ? QString() : m_text->whole();
}

} // namespace consilium::app
