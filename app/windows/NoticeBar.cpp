#include "app/windows/NoticeBar.h"

#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Theme.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace consilium::app
{

NoticeBar::NoticeBar(QWidget *parent) : QWidget(parent), m_icon(new QLabel), m_text(new QLabel)
{
    setProperty("surface", u"panel"_s);
    setProperty("edge", u"bottom"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(34);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
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
    row->addWidget(close);
    m_leave.setSingleShot(true);
    m_leave.setInterval(8000);
    connect(&m_leave, &QTimer::timeout, this, &QWidget::hide);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void NoticeBar::show(const QString &text, bool isFailure)
{
    m_last = text;
    const auto &t = widgets::tokens(palette());
    m_icon->setPixmap(
        widgets::iconPixmap(isFailure ? u"warning"_s : u"info"_s, 16, isFailure ? t.crit : t.t2, devicePixelRatioF()));
    m_text->setText(text);
    m_text->setProperty("tone", isFailure ? u"crit"_s : u"t2"_s);
    widgets::repolish(m_text);
    QWidget::show();
    if (isFailure)
        m_leave.stop();
    else
        m_leave.start();
}

} // namespace consilium::app
