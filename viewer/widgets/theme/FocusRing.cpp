#include "viewer/widgets/theme/FocusRing.h"

#include "viewer/widgets/theme/Tokens.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>
#include <QStyleFactory>
#include <QStyleOption>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{
constexpr int ringPx = 2, gapPx = 2, controlRadius = 6;
}

ConsiliumStyle::ConsiliumStyle() : QProxyStyle(u"Fusion"_s) {}

int ConsiliumStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return ringPx + gapPx;
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize:
        return 20;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConsiliumStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                              QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_ToolTip_WakeUpDelay:
        return 400;
    case SH_ToolTip_FallAsleepDelay:
        return 0;
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_FocusFrame_Mask:
        return 0;
    case SH_EtchDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

void ConsiliumStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    if (element != CE_FocusFrame) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(tokens(option->palette).ac, ringPx));
    painter->setBrush(Qt::NoBrush);
    const qreal inset = ringPx / 2.0;
    painter->drawRoundedRect(QRectF(option->rect).adjusted(inset, inset, -inset, -inset), controlRadius + gapPx,
                             controlRadius + gapPx);
    painter->restore();
}

void ConsiliumStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                   const QWidget *widget) const
{
    if (element == PE_FrameFocusRect)
        return;
    // Upwards is rising, as in the pictures of the look; Fusion has it the other way round.
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (element == PE_IndicatorHeaderArrow && header && header->sortIndicator != QStyleOptionHeader::None) {
        QStyleOptionHeader turned(*header);
        turned.sortIndicator = header->sortIndicator == QStyleOptionHeader::SortUp ? QStyleOptionHeader::SortDown
                                                                                   : QStyleOptionHeader::SortUp;
        QProxyStyle::drawPrimitive(element, &turned, painter, widget);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

FocusRing::FocusRing(QApplication &application) : QObject(&application)
{
    application.installEventFilter(this);
}

QWidget *FocusRing::ringed() const
{
    return m_frame ? m_frame->widget() : nullptr;
}

void FocusRing::show(QWidget *widget)
{
    hide();
    m_frame = new QFocusFrame(widget->parentWidget());
    // The frame is its parent's child and dies with it.
    connect(m_frame, &QObject::destroyed, this, [this](QObject *gone) {
        if (m_frame == gone)
            m_frame = nullptr;
    });
    m_frame->setWidget(widget);
}

void FocusRing::hide()
{
    if (QFocusFrame *frame = std::exchange(m_frame, nullptr)) {
        frame->setWidget(nullptr);
        frame->hide();
        frame->deleteLater();
    }
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        auto *widget = qobject_cast<QWidget *>(watched);
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        const bool keyboard =
            reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
        // Coming back from another window keeps what was there.
        if (reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason)
            return false;
        if (widget && keyboard && widget->parentWidget() && !widget->property("ownFocus").toBool())
            show(widget);
        else if (widget)
            hide();
    } else if (event->type() == QEvent::MouseButtonPress) {
        hide();
    } else if (event->type() == QEvent::ShortcutOverride && isPressing(watched, *static_cast<QKeyEvent *>(event))) {
        event->accept(); // then it comes as a key press, whatever command has the key elsewhere
        return true;
    }
    return false;
}

// The space key on a button that the ring shows.
bool FocusRing::isPressing(const QObject *watched, const QKeyEvent &event) const
{
    return watched == ringed() && qobject_cast<const QAbstractButton *>(watched) &&
           event.keyCombination() == QKeyCombination(Qt::Key_Space);
}

} // namespace consilium::widgets
