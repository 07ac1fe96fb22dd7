#include "app/windows/NoticeBar.h"

#include "viewer/widgets/IconLabel.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Theme.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

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
    connect(m_details, &QPushButton::clicked, this, &NoticeBar::detailsRequested);
    auto *close = new QToolButton;
    close->setIcon(widgets::icon(u"close"_s));
    close->setAutoRaise(true);
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
    connect(close, &QToolButton::clicked, this, [this] {
        const QString shown = m_text->whole();
        m_failure = {};
        leave();
        Q_EMIT closed(shown);
    });
    hide();
}

void NoticeBar::show(const QString &text, bool isFailure, bool hasDetails, Place place)
{
    m_last = text;
    m_notice = {};
    if (isFailure || text.isEmpty())
        m_failure = {text, hasDetails, std::move(place)};
    else
        m_notice = {text, hasDetails, std::move(place)};
    lookAgain();
    if (isFailure || hasDetails) // time to reach for them
        m_leave.stop();
    else
        m_leave.start();
}

void NoticeBar::withdraw(const QString &text)
{
    if (text.isEmpty() || m_failure.text != text)
        return;
    m_failure = {};
    lookAgain();
    if (!m_notice.hasDetails)
        m_leave.start();
}

void NoticeBar::leave()
{
    m_leave.stop();
    m_notice = {};
    lookAgain();
}

void NoticeBar::lookAgain()
{
    QStringList lines;
    bool hasDetails = false;
    for (const Note *note : {&m_failure, &m_notice}) {
        if (!note->isHere())
            continue;
        lines << note->text;
        hasDetails = hasDetails || note->hasDetails;
    }
    setVisible(!lines.isEmpty());
    if (lines.isEmpty())
        return;
    m_details->setVisible(hasDetails);
    paintAs(lines.join(u'\n'), m_failure.isHere());
}

bool NoticeBar::Note::isHere() const
{
    return !text.isEmpty() && (!place || place());
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
