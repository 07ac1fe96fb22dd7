#include "app/windows/NoticeBar.h"

#include "viewer/widgets/IconLabel.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Theme.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace consilium::app
{

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent), m_icon(new widgets::IconLabel(16)), m_text(new QLabel), m_details(new QPushButton(tr("Details")))
{
    setProperty("surface", u"panel"_s);
    setProperty("edge", u"bottom"_s);
    setAttribute(Qt::WA_StyledBackground);
    setMinimumHeight(34);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true); // a long cause takes a second line, not a wider window
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
        m_failure.clear();
        leave();
        Q_EMIT closed(m_text->text());
    });
    hide();
}

void NoticeBar::show(const QString &text, bool isFailure, bool hasDetails)
{
    m_last = text;
    if (isFailure || text.isEmpty())
        m_failure = text;
    if (text.isEmpty()) {
        leave();
        return;
    }
    const bool isBelow = !isFailure && !m_failure.isEmpty();
    m_details->setVisible(hasDetails || (isBelow && !m_details->isHidden()));
    paintAs(isBelow ? m_failure + u'\n' + text : text, isFailure || isBelow);
    QWidget::show();
    if (isFailure || hasDetails) // time to reach for them
        m_leave.stop();
    else
        m_leave.start();
}

void NoticeBar::withdraw(const QString &text)
{
    if (text.isEmpty() || m_failure != text)
        return;
    m_failure.clear();
    if (m_last == text) {
        leave();
        return;
    }
    paintAs(m_last, false);
    m_leave.start();
}

void NoticeBar::leave()
{
    m_leave.stop();
    if (m_failure.isEmpty())
        hide();
    else
        paintAs(m_failure, true);
}

void NoticeBar::paintAs(const QString &text, bool isFailure)
{
    const auto &t = widgets::tokens(palette());
    m_icon->setIcon(isFailure ? u"warning"_s : u"info"_s, isFailure ? t.crit : t.t2);
    m_text->setText(text);
    m_text->setProperty("tone", isFailure ? u"crit"_s : u"t2"_s);
    widgets::repolish(m_text);
}

} // namespace consilium::app
