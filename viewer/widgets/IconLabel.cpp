#include "viewer/widgets/IconLabel.h"

#include "viewer/widgets/theme/Icons.h"

#include <QPainter>

namespace consilium::widgets
{

IconLabel::IconLabel(int sizePx, QWidget *parent) : QWidget(parent)
{
    setFixedSize(sizePx, sizePx);
}

void IconLabel::setIcon(const QString &name, const QColor &colour)
{
    m_name = name;
    m_colour = colour;
    update();
}

void IconLabel::paintEvent(QPaintEvent *)
{
    if (m_name.isEmpty())
        return;
    QPainter painter(this);
    paintIcon(painter, m_name, rect(), m_colour);
}

} // namespace consilium::widgets
