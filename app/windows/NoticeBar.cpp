#include "app/windows/NoticeBar.h"

#include "viewer/widgets/IconLabel.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Theme.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

NoticeBar::NoticeBar(QWidget *parent)
    : TopNote(parent),
      m_icon(new widgets::IconLabel(16)),
      m_text(new TopText),
      m_details(new QPushButton(tr("Details")))
{
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setObjectName(u"noticeDetails"_s);
    m_details->setProperty("kind", u"chip"_s);
    m_details->setFixedHeight(28); // in the lower bar of a small window, too
    connect(m_details, &QPushButton::clicked, this, &NoticeBar::detailsRequested);
    auto *close = new QToolButton;
    close->setIcon(widgets::icon(u"close"_s));
    close->setAutoRaise(true);
    close->setFixedSize(28, 28);
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(tr("Close this message"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 8, 1);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_details);
    row->addWidget(close);
    m_leave.setSingleShot(true);
    m_leave.setInterval(8000);
    connect(&m_leave, &QTimer::timeout, this, &NoticeBar::leave);
    connect(close, &QToolButton::clicked, this, &NoticeBar::close);
    hide();
}

void NoticeBar::show(const QString &text, bool isFailure, bool hasDetails, Place place)
{
    put({{{text, isFailure, std::move(place)}}, hasDetails, false, {}, {}}, isFailure || text.isEmpty());
}

void NoticeBar::showLines(std::vector<Line> lines)
{
    std::erase_if(m_failures, [](const Note &note) { return note.isList; });
    const bool stays = std::any_of(lines.begin(), lines.end(), [](const Line &line) { return line.isFailure; });
    put({std::move(lines), false, true, {}, {}}, stays);
}

void NoticeBar::showOf(const StudyUid &study, std::vector<Line> lines)
{
    const bool stays = std::any_of(lines.begin(), lines.end(), [](const Line &line) { return line.isFailure; });
    if (stays)
        withdrawOf(study);
    put({std::move(lines), false, false, study, {}}, stays);
}

void NoticeBar::withdrawOf(const StudyUid &study)
{
    if (study.isEmpty())
        return;
    const auto isOfIt = [&](const Note &note) {
        if (note.of != study)
            return false;
        if (note.said == m_last)
            m_last.clear();
        return true;
    };
    std::erase_if(m_failures, isOfIt);
    if (isOfIt(m_notice))
        m_notice = {};
    lookAgain();
}

// A failure takes the place of those that are seen. One that is about another place was not read yet, and waits there.
void NoticeBar::put(Note note, bool stays)
{
    QStringList texts;
    for (const Line &line : note.lines)
        texts << line.text;
    m_last = note.said = note.of.isEmpty() ? texts.join(u'\n') : texts.value(0); // the others say the same elsewhere
    const bool takesTime = stays || note.hasDetails;                             // to reach for it
    m_notice = {};
    if (stays) {
        dropSeenFailures();
        if (!m_last.isEmpty())
            m_failures.push_back(std::move(note));
    } else {
        m_notice = std::move(note);
    }
    lookAgain();
    if (takesTime)
        m_leave.stop();
    else
        m_leave.start();
}

void NoticeBar::dropSeenFailures()
{
    for (Note &note : m_failures)
        std::erase_if(note.lines, isHere);
    std::erase_if(m_failures, [](const Note &note) { return note.lines.empty(); });
}

void NoticeBar::withdraw(const QString &text)
{
    if (text.isEmpty())
        return;
    const auto count = std::erase_if(m_failures, [&](const Note &note) { return note.said == text; });
    const bool isNotice = m_notice.said == text;
    if (isNotice)
        m_notice = {};
    if (count == 0 && !isNotice)
        return;
    if (m_last == text)
        m_last.clear();
    lookAgain();
    if (!m_notice.hasDetails)
        m_leave.start();
}

// What is not seen here was not read.
void NoticeBar::close()
{
    const QString shown = m_text->whole();
    dropSeenFailures();
    leave();
    Q_EMIT closed(shown);
}

void NoticeBar::leave()
{
    m_leave.stop();
    m_notice = {};
    lookAgain();
}

void NoticeBar::lookAgain()
{
    QStringList texts;
    bool hasDetails = false, isFailure = false;
    const auto add = [&](const Note &note) {
        for (const Line &line : note.lines) {
            if (!isHere(line))
                continue;
            texts << line.text;
            hasDetails = hasDetails || note.hasDetails;
            isFailure = isFailure || line.isFailure;
        }
    };
    add(m_notice); // the newest first: a failure that came after it has taken its place
    std::for_each(m_failures.rbegin(), m_failures.rend(), add);
    setVisible(!texts.isEmpty());
    if (texts.isEmpty())
        return;
    m_details->setVisible(hasDetails);
    paintAs(texts.join(u'\n'), isFailure);
}

bool NoticeBar::isHere(const Line &line)
{
    return !line.text.isEmpty() && (!line.place || line.place());
}

void NoticeBar::paintAs(const QString &text, bool isFailure)
{
    const auto &t = widgets::tokens(palette());
    m_icon->setIcon(isFailure ? u"warning"_s : u"info"_s, isFailure ? t.crit : t.t2);
    m_text->setWhole(text);
    m_text->setProperty("tone", isFailure ? u"crit"_s : u"t2"_s);
    widgets::repolish(m_text);
}

} // namespace consilium::app
