#include "viewer/widgets/GridPane.h"

#include <QEvent>
#include <QPainter>

namespace consilium::widgets
{

GridPane::GridPane(QWidget &host, std::function<void()> changed) : QWidget(&host), m_changed(std::move(changed))
{
    setObjectName(QStringLiteral("grid-pane"));
    setGeometry(host.rect());
    host.installEventFilter(this);
}

void GridPane::setEmpty(bool isEmpty)
{
    if (isEmpty == m_isEmpty)
        return;
    m_isEmpty = isEmpty;
    update();
}

bool GridPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    else if (watched == parentWidget() && event->type() == QEvent::Move)
        m_changed();
    return QWidget::eventFilter(watched, event);
}

void GridPane::resizeEvent(QResizeEvent *)
{
    m_changed();
}

void GridPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_isEmpty) {
        painter.fillRect(rect(), palette().color(QPalette::Mid)); // the gaps
        return;
    }
    constexpr int besideTextPx = 24;
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect().adjusted(besideTextPx, besideTextPx, -besideTextPx, -besideTextPx),
                     Qt::AlignCenter | Qt::TextWordWrap,
                     tr("No view of the layout lies on this monitor: choose a layout with more columns."));
}

} // namespace consilium::widgets
