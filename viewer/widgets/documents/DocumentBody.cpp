#include "viewer/widgets/documents/DocumentBody.h"

#include <QEvent>
#include <QScrollBar>
#include <QTimer>

namespace consilium::widgets
{

namespace
{
constexpr int settlingMs = 300; ///< layouts and the first picture
}

bool DocumentBody::event(QEvent *event)
{
    if (event->type() == QEvent::Show && m_keeper)
        QTimer::singleShot(settlingMs, m_keeper, &QObject::deleteLater);
    return QWidget::event(event);
}

double DocumentBody::shareOf(const QScrollBar &bar)
{
    return bar.maximum() > 0 ? double(bar.value()) / bar.maximum() : 0.0;
}

void DocumentBody::keepAt(QScrollBar &bar, double share)
{
    const auto scroll = [&bar, share] { bar.setValue(qRound(share * bar.maximum())); };
    scroll();
    delete m_keeper;
    m_keeper = new QObject(this);
    connect(&bar, &QScrollBar::rangeChanged, m_keeper, scroll);
    if (isVisible())
        QTimer::singleShot(settlingMs, m_keeper, &QObject::deleteLater);
}

} // namespace consilium::widgets
