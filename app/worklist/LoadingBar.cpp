#include "app/worklist/LoadingBar.h"

#include "viewer/widgets/theme/Tokens.h"

#include <QPainter>

namespace consilium::app
{

LoadingBar::LoadingBar(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(3);
}

void LoadingBar::setProgress(double progress)
{
    if (progress == m_progress)
        return;
    m_progress = progress;
    update();
}

void LoadingBar::paintEvent(QPaintEvent *)
{
    const auto &t = widgets::tokens(palette());
    QPainter painter(this);
    if (m_progress >= 1.0) {
        painter.fillRect(0, height() - 1, width(), 1, t.line);
        return;
    }
    painter.fillRect(rect(), t.bg3);
    painter.fillRect(QRectF(0, 0, width() * m_progress, height()), t.ac);
}

} // namespace consilium::app
