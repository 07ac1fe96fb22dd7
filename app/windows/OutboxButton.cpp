#include "app/windows/OutboxButton.h"

#include "app/usecases/MarkSender.h"
#include "app/windows/OutboxPanel.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"

using namespace Qt::StringLiterals;

namespace consilium::app
{

OutboxButton::OutboxButton(MarkSender &sender, QWidget *parent) : QToolButton(parent), m_sender(sender)
{
    setObjectName(u"outbox"_s);
    setIconSize({18, 18});
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFixedHeight(34);
    setStyleSheet(u"QToolButton { padding: 0 8px; }"_s);
    connect(this, &QToolButton::clicked, this, &OutboxButton::showPanel);
    connect(&sender, &MarkSender::changed, this, &OutboxButton::refresh);
    refresh();
}

void OutboxButton::refresh()
{
    const auto progress = m_sender.progress();
    const bool isFailing = !m_sender.failure().isEmpty();
    const auto &t = widgets::tokens(palette());
    const QColor tone = progress.refused > 0 || isFailing ? t.crit : progress.underWay > 0 ? t.ac : t.warn;
    setIcon(QIcon(widgets::iconPixmap(u"outbox"_s, 18, tone, devicePixelRatioF())));
    setText(QString::number(progress.left));
    setToolTip(isFailing ? m_sender.failure()
               : progress.refused > 0
                   ? tr("%n object(s) were not taken by their archive and need a decision.", nullptr, progress.refused)
                   : tr("%n object(s) on the way to their archive.", nullptr, progress.left));
    setAccessibleName(toolTip());
    setVisible(progress.left > 0 || isFailing);
}

void OutboxButton::showPanel()
{
    if (!m_panel)
        m_panel = new OutboxPanel(m_sender, window());
    m_panel->showBelow(isVisible() ? *static_cast<QWidget *>(this) : *parentWidget());
}

OutboxPanel *OutboxButton::panel() const
{
    return m_panel && m_panel->isVisible() ? m_panel.data() : nullptr;
}

} // namespace consilium::app
