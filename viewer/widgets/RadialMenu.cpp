#include "viewer/widgets/RadialMenu.h"

#include "viewer/tools/MarkTools.h"
#include "viewer/widgets/MarkWords.h"
#include "viewer/widgets/ToolBar.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 tapMs = 300; ///< let go sooner, it stays open
constexpr double edgePx = 4.0, iconPx = 22.0;
constexpr double eighth = std::numbers::pi / 4.0;

QString iconOf(const QString &tool)
{
    const auto kind = tools::markKind(tool);
    return kind ? markIcon(*kind) : tool;
}

} // namespace

RadialMenu::RadialMenu(QStringList tools, QWidget *window) : QWidget(window), m_tools(std::move(tools))
{
    setObjectName(u"radialMenu"_s);
    m_tools = m_tools.mid(0, places);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Tools in a circle"));
}

void RadialMenu::open(const QPoint &at, OpenedBy by)
{
    setGeometry(parentWidget()->rect());
    const auto kept = [](double wanted, double length) {
        const double least = ringPx + edgePx;
        return length < 2.0 * least ? length / 2.0 : std::clamp(wanted, least, length - least);
    };
    m_centre = {kept(at.x(), width()), kept(at.y(), height())};
    m_isHeld = true;
    m_open.start();
    show();
    raise();
    setFocus(Qt::PopupFocusReason);
    if (by == OpenedBy::RightButton) // the button went down elsewhere, and its release is wanted here
        grabMouse();
}

int RadialMenu::placeAt(QPointF at) const
{
    const QPointF off = at - m_centre;
    if (std::hypot(off.x(), off.y()) < middlePx)
        return -1;
    const double turns = std::atan2(off.x(), -off.y()) / eighth; // from the top, clockwise
    const int place = (int(std::lround(turns)) + places) % places;
    return place < m_tools.size() ? place : -1;
}

QPointF RadialMenu::middleOf(int place) const
{
    const double angle = place * eighth, radius = (middlePx + ringPx) / 2.0 + 6.0;
    return m_centre + QPointF(std::sin(angle) * radius, -std::cos(angle) * radius);
}

void RadialMenu::point(int place)
{
    if (place == m_place)
        return;
    m_place = place;
    setAccessibleDescription(place < 0 ? QString() : ToolBar::toolLabel(m_tools[place]));
    update();
}

/// What held it open is let go.
void RadialMenu::letGo()
{
    if (!std::exchange(m_isHeld, false))
        return;
    if (m_place >= 0 || m_open.elapsed() > tapMs)
        end(m_place);
    else
        releaseMouse();
}

void RadialMenu::end(int place)
{
    if (std::exchange(m_isDone, true))
        return;
    releaseMouse();
    hide();
    Q_EMIT closed();
    if (place >= 0)
        Q_EMIT chosen(m_tools[place]);
    deleteLater();
}

// Keys are this menu's, not the window's commands.
bool RadialMenu::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void RadialMenu::mouseMoveEvent(QMouseEvent *event)
{
    point(placeAt(event->position()));
}

void RadialMenu::mousePressEvent(QMouseEvent *event)
{
    point(placeAt(event->position()));
}

void RadialMenu::mouseReleaseEvent(QMouseEvent *event)
{
    point(placeAt(event->position()));
    if (event->button() == Qt::RightButton && m_isHeld)
        letGo();
    else
        end(m_place);
}

void RadialMenu::keyPressEvent(QKeyEvent *event)
{
    const int count = int(m_tools.size());
    if (event->isAutoRepeat() || count == 0)
        return;
    if (event->key() >= Qt::Key_1 && event->key() < Qt::Key_1 + count)
        return end(event->key() - Qt::Key_1);
    switch (event->key()) {
    case Qt::Key_Escape:
        return end(-1);
    case Qt::Key_Right:
    case Qt::Key_Down:
        m_isHeld = false; // it is chosen by these keys now
        return point((m_place + 1) % count);
    case Qt::Key_Left:
    case Qt::Key_Up:
        m_isHeld = false;
        return point((std::max(m_place, 0) + count - 1) % count);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return end(m_place);
    default:
        break; // the key that holds it open among them
    }
}

void RadialMenu::keyReleaseEvent(QKeyEvent *event)
{
    if (!event->isAutoRepeat())
        letGo();
}

void RadialMenu::focusOutEvent(QFocusEvent *)
{
    end(-1);
}

void RadialMenu::paintPlace(QPainter &painter, int place) const
{
    const Tokens &t = tokens(palette());
    const bool isChosen = place == m_place;
    if (isChosen) {
        QPainterPath wedge;
        const QRectF whole(m_centre.x() - ringPx, m_centre.y() - ringPx, 2 * ringPx, 2 * ringPx);
        constexpr double span = 45.0, top = 90.0;
        wedge.moveTo(m_centre);
        wedge.arcTo(whole, top - place * span + span / 2.0, -span);
        wedge.closeSubpath();
        painter.fillPath(wedge, t.acbg);
    }
    const QPointF at = middleOf(place);
    const double line = painter.fontMetrics().height();
    paintIcon(painter, iconOf(m_tools[place]), QRectF(at.x() - iconPx / 2, at.y() - iconPx + 4.0, iconPx, iconPx),
              isChosen ? t.ac : t.t1);
    constexpr double widestPx = 66.0;
    const QString label =
        painter.fontMetrics().elidedText(ToolBar::toolLabel(m_tools[place]), Qt::ElideRight, int(widestPx));
    painter.setPen(isChosen ? t.t1 : t.t2);
    painter.drawText(QRectF(at.x() - widestPx / 2, at.y() + 5.0, widestPx, line), Qt::AlignCenter, label);
}

void RadialMenu::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontFor(TextRole::Caption));
    const Tokens &t = tokens(palette());
    painter.setPen(QPen(t.line2, 1.0));
    painter.setBrush(t.bg2);
    painter.drawEllipse(m_centre, ringPx, ringPx);
    for (int place = 0; place < m_tools.size(); ++place)
        paintPlace(painter, place);
    painter.setPen(QPen(t.line2, 1.0));
    painter.setBrush(t.bg1);
    painter.drawEllipse(m_centre, middlePx, middlePx);
    if (m_place < 0)
        return;
    // The whole name, which may not have had room at its place.
    const QString name = ToolBar::toolLabel(m_tools[m_place]);
    const QFontMetricsF metrics(painter.font());
    const double wide = metrics.horizontalAdvance(name) + 16.0, high = metrics.height() + 6.0;
    const double left = std::clamp(m_centre.x() - wide / 2, 0.0, std::max(0.0, width() - wide));
    const bool isRoomAbove = m_centre.y() - ringPx - high >= 0.0;
    const QRectF plate(left, isRoomAbove ? m_centre.y() - ringPx - high : m_centre.y() + ringPx, wide, high);
    painter.drawRoundedRect(plate, 4.0, 4.0);
    painter.setPen(t.t1);
    painter.drawText(plate, Qt::AlignCenter, name);
}

} // namespace consilium::widgets
