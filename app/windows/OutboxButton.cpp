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
    const QString alarm = m_sender.alarm();
    const int wishes = int(m_sender.wishes().size());
    const QStringList awaited = progress.underWay == 0 && progress.refused == 0 ? m_sender.awaited() : QStringList();
    const auto &t = widgets::tokens(palette());
    const QColor tone = progress.refused > 0 || !alarm.isEmpty() ? t.crit : progress.underWay > 0 ? t.ac : t.warn;
    setIcon(QIcon(widgets::iconPixmap(u"outbox"_s, 18, tone, devicePixelRatioF())));
    const QString count = progress.left + wishes > 0 ? QString::number(progress.left + wishes) : u"!"_s;
    constexpr int widestNamePx = 140; // tabs need the row
    setText(!alarm.isEmpty() || awaited.isEmpty()
                ? count
                : tr("%1 · waiting for %2")
                      .arg(count, fontMetrics().elidedText(awaited.join(u", "_s), Qt::ElideRight, widestNamePx)));
    QStringList lines;
    if (!alarm.isEmpty())
        lines << alarm;
    if (progress.refused > 0)
        lines << tr("%n object(s) were not taken by their archive and need a decision.", nullptr, progress.refused);
    else if (progress.left > 0)
        lines << tr("%n object(s) on the way to their archive.", nullptr, progress.left);
    if (wishes > 0)
        lines << tr("The marks of %n study (studies) are put together and sent when their archive answers.", nullptr,
                    wishes);
    if (!awaited.isEmpty())
        lines << tr("Waiting for: %1.").arg(awaited.join(u", "_s));
    setToolTip(lines.join(u'\n'));
    setAccessibleName(toolTip());
    setVisible(progress.left > 0 || wishes > 0 || !alarm.isEmpty());
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
