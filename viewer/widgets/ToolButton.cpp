#include "viewer/widgets/ToolButton.h"

#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScreen>
#include <QToolTip>

#include <algorithm>

namespace consilium::widgets
{

namespace
{

constexpr qreal radius = 6.0;
constexpr int cornerPx = 13; ///< the mouse of a bound tool has the other corner
constexpr int holdMs = 400;

/// Says that there is more below.
void paintCorner(QPainter &painter, const QRectF &area, const QColor &ink)
{
    const QPointF corner(area.left() + 4.0, area.bottom() - 4.0);
    QPainterPath triangle(corner);
    triangle.lineTo(corner + QPointF(5.0, 0.0));
    triangle.lineTo(corner + QPointF(0.0, -5.0));
    triangle.closeSubpath();
    painter.fillPath(triangle, ink);
}

/// A mouse of 10 x 13 px, its left or right button filled.
void paintMouse(QPainter &painter, QPointF topLeft, bool left, bool right, const QColor &ink, const QColor &ground)
{
    const QRectF body(topLeft, QSizeF(10, 13));
    QPainterPath outline;
    outline.addRoundedRect(body, 4.6, 4.6);
    painter.setPen(QPen(ground, 3.5)); // cuts it free from the icon below
    painter.setBrush(ground);
    painter.drawPath(outline);
    const auto fill = [&](const QRectF &half) {
        QPainterPath part;
        part.addRect(half);
        painter.fillPath(outline.intersected(part), ink);
    };
    if (left)
        fill(QRectF(body.topLeft(), QSizeF(5, 6.5)));
    if (right)
        fill(QRectF(body.left() + 5, body.top(), 5, 6.5));
    painter.setPen(QPen(ink, 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
}

} // namespace

ToolButton::ToolButton(const QString &iconName, const QString &command, QWidget *parent)
    : QAbstractButton(parent), m_iconName(iconName), m_command(command)
{
    setObjectName(QStringLiteral("tool-") + command);
    setFixedSize(sidePx, sidePx);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus); // a click keeps the keyboard with the viewport
    m_held.setSingleShot(true);
    m_held.setInterval(holdMs);
    connect(&m_held, &QTimer::timeout, this, [this] {
        if (!isDown())
            return;
        setDown(false); // the release is no click then
        Q_EMIT menuRequested();
    });
}

void ToolButton::setTool(const QString &iconName, const QString &command)
{
    m_iconName = iconName;
    m_command = command;
    update();
}

QRect ToolButton::menuCorner() const
{
    return {0, height() - cornerPx, cornerPx, cornerPx};
}

QSize ToolButton::sizeHint() const
{
    return {sidePx, sidePx};
}

void ToolButton::setBound(bool left, bool right)
{
    m_left = left;
    m_right = right;
    update();
}

void ToolButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(palette());
    const bool active = m_left || isChecked(), hovered = isEnabled() && underMouse();
    QColor ground = t.bg1;
    if (active)
        ground = t.acbg;
    else if (isDown())
        ground = t.bg3;
    else if (hovered || m_right)
        ground = schemeOf(palette()) == Scheme::Dark ? t.bg3 : t.bg0;
    const QRectF area(0, 0, width(), height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    if (ground != t.bg1)
        painter.drawRoundedRect(area, radius, radius);
    const QColor ink = !isEnabled() ? t.t3 : active ? t.ac : hovered || m_right ? t.t1 : t.t2;
    painter.setOpacity(isEnabled() ? 1.0 : 0.45);
    paintIcon(painter, m_iconName, area.adjusted(7, 7, -7, -7), ink);
    if (m_hasMenu)
        paintCorner(painter, area, ink);
    if (m_left || m_right)
        paintMouse(painter, QPointF(width() - 12.5, height() - 15.0), m_left, m_right, ink, ground);
}

void ToolButton::mousePressEvent(QMouseEvent *event)
{
    const bool isLeft = m_hasMenu && event->button() == Qt::LeftButton;
    if (isLeft && menuCorner().contains(event->position().toPoint())) {
        Q_EMIT menuRequested();
        return;
    }
    QAbstractButton::mousePressEvent(event);
    if (isLeft)
        m_held.start();
}

void ToolButton::keyPressEvent(QKeyEvent *event)
{
    if (m_hasMenu && event->key() == Qt::Key_Down)
        Q_EMIT menuRequested();
    else
        QAbstractButton::keyPressEvent(event);
}

void ToolButton::mouseReleaseEvent(QMouseEvent *event)
{
    m_held.stop();
    if (event->button() == Qt::RightButton && rect().contains(event->position().toPoint()))
        Q_EMIT rightClicked();
    QAbstractButton::mouseReleaseEvent(event);
}

// Always at the same place above the row, not at the pointer: below it are the patient's name and the bands of the
// views. Where the screen ends above, it stands on the row itself, beside the button.
void ToolButton::showTip()
{
    constexpr int gap = 4;
    QToolTip::showText(mapToGlobal(QPoint(0, 0)), toolTip(), this);
    const QRect room = screen()->availableGeometry();
    for (QWidget *tip : QApplication::topLevelWidgets()) {
        if (!tip->inherits("QTipLabel") || !tip->isVisible())
            continue;
        QPoint at = mapToGlobal(QPoint(0, -gap - tip->height()));
        if (at.y() < room.top()) {
            const int y = height() - tip->height();
            at = mapToGlobal(QPoint(width() + gap, y));
            if (at.x() + tip->width() > room.right() + 1)
                at = mapToGlobal(QPoint(-gap - tip->width(), y));
        }
        at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - tip->width() + 1)));
        at.setY(std::max(at.y(), room.top()));
        tip->move(at);
    }
}

bool ToolButton::event(QEvent *event)
{
    if (m_hasMenu && event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->keyCombination() == QKeyCombination(Qt::Key_Down)) {
        event->accept(); // the next slice elsewhere
        return true;
    }
    if (event->type() == QEvent::ToolTip) {
        showTip();
        return true;
    }
    return QAbstractButton::event(event);
}

} // namespace consilium::widgets
