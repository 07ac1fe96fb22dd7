#include "viewer/widgets/SegmentList.h"

#include "viewer/widgets/NavigationKeys.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{

constexpr int insetPx = 12, eyePx = 28, swatchPx = 12, signPx = 16;

} // namespace

SegmentList::SegmentList(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"segment-list"_s);
    setProperty("ownFocus", true);
    setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard with the images
    setMouseTracking(true);
    keepNavigationKeys(*this);
}

void SegmentList::setRows(std::vector<SegmentRow> rows)
{
    if (rows == m_rows)
        return;
    const auto same = [](const SegmentRow &a, const SegmentRow &b) {
        return a.kind == b.kind && a.object == b.object && a.segment == b.segment;
    };
    if (!std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), same))
        m_current = m_hovered = -1;
    m_rows = std::move(rows);
    setFixedHeight(int(m_rows.size()) * rowPx);
    update();
}

QRect SegmentList::rowRect(int row) const
{
    return {0, row * rowPx, width(), rowPx};
}

QRect SegmentList::eyeRect(int row) const
{
    const QRect all = rowRect(row);
    return {all.right() - insetPx / 2 - eyePx + 1, all.top(), eyePx, rowPx};
}

int SegmentList::rowAt(const QPoint &at) const
{
    const int row = at.y() < 0 ? -1 : at.y() / rowPx;
    return row < int(m_rows.size()) && rect().contains(at) ? row : -1;
}

void SegmentList::setCurrent(int row)
{
    if (row == m_current)
        return;
    m_current = row;
    update();
    Q_EMIT currentChanged(row);
}

void SegmentList::paintRow(QPainter &painter, int row) const
{
    const SegmentRow &r = m_rows[std::size_t(row)];
    const Tokens &t = tokens(palette());
    const QRect area = rowRect(row);
    if (row == m_current)
        painter.fillRect(area, t.acbg);
    else if (row == m_hovered)
        painter.fillRect(area, t.bg2);
    int left = area.left() + insetPx;
    const bool isFaint = !r.isUsable || r.kind == SegmentRow::Kind::Missing;
    QColor ink = isFaint ? (row == m_current ? t.t2 : t.t3) : r.isShown ? t.t1 : t.t2;
    if (r.kind == SegmentRow::Kind::Object) {
        painter.setFont(fontFor(TextRole::Meta));
        const int wide = painter.fontMetrics().horizontalAdvance(r.tag) + 10;
        const QRect tag(left, area.top() + 5, wide, 18);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.bg3);
        painter.drawRoundedRect(tag, 4, 4);
        painter.setPen(t.t2);
        painter.drawText(tag, Qt::AlignCenter, r.tag);
        left = tag.right() + 9;
    } else if (r.kind == SegmentRow::Kind::Segment) {
        const QRectF swatch(left + 2.5, area.top() + (rowPx - swatchPx) / 2.0 + 0.5, swatchPx - 1, swatchPx - 1);
        const QColor colour(r.colour.red, r.colour.green, r.colour.blue);
        painter.setPen(QPen(t.line2, 1));
        painter.setBrush(r.isShown ? QBrush(colour) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(swatch, 3, 3);
        if (!r.isShown) {
            painter.setPen(QPen(colour, 2));
            painter.drawRoundedRect(swatch.adjusted(2, 2, -2, -2), 2, 2);
        }
        left += swatchPx + 12;
    } else {
        const QString sign = r.isLoading ? u"clock"_s : u"warning"_s;
        paintIcon(painter, sign, QRectF(left, area.top() + 6, 16, 16), r.isLoading ? t.t3 : t.warn);
        left += 24;
        ink = r.isLoading ? t.t3 : t.warn;
    }
    int right = r.kind == SegmentRow::Kind::Missing ? area.right() - insetPx : eyeRect(row).left() - 4;
    if (r.isFlawed) {
        right -= signPx + 4;
        paintIcon(painter, u"warning"_s, QRectF(right + 2, area.top() + 6, signPx, signPx), t.warn);
    }
    painter.setFont(fontFor(r.kind == SegmentRow::Kind::Object ? TextRole::CaptionStrong : TextRole::Caption));
    painter.setPen(ink);
    const QRect room(left, area.top(), right - left, rowPx);
    painter.drawText(room, Qt::AlignVCenter, painter.fontMetrics().elidedText(r.text, Qt::ElideRight, room.width()));
    if (r.kind != SegmentRow::Kind::Missing) {
        const QRect eye = eyeRect(row);
        paintIcon(painter, r.isShown ? u"eye"_s : u"eye-off"_s,
                  QRectF(eye.center().x() - 8, eye.center().y() - 8, 17, 17), r.isShown ? t.ac : t.t3);
    }
    if (m_focusByKey && hasFocus() && row == m_current) {
        painter.setPen(QPen(t.ac, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(area).adjusted(2, 2, -2, -2), 6, 6);
    }
}

void SegmentList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int row = 0; row < int(m_rows.size()); ++row)
        paintRow(painter, row);
}

void SegmentList::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const int row = rowAt(at);
    if (event->button() != Qt::LeftButton || row < 0)
        return;
    setCurrent(row);
    if (m_rows[std::size_t(row)].kind != SegmentRow::Kind::Missing && eyeRect(row).contains(at))
        Q_EMIT toggled(row);
    else
        Q_EMIT chosen(row);
}

void SegmentList::mouseMoveEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint());
    if (row == m_hovered)
        return;
    m_hovered = row;
    update();
}

void SegmentList::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void SegmentList::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_rows.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Down:
        setCurrent(std::min(last, m_current + 1));
        break;
    case Qt::Key_Up:
        setCurrent(std::max(0, m_current - 1));
        break;
    case Qt::Key_Home:
        setCurrent(last < 0 ? -1 : 0);
        break;
    case Qt::Key_End:
        setCurrent(last);
        break;
    case Qt::Key_Space:
        if (m_current >= 0 && m_rows[std::size_t(m_current)].kind != SegmentRow::Kind::Missing)
            Q_EMIT toggled(m_current);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            Q_EMIT chosen(m_current);
        break;
    default:
        event->ignore();
    }
}

void SegmentList::focusInEvent(QFocusEvent *event)
{
    const auto reason = event->reason();
    m_focusByKey =
        reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    if (m_current < 0 && !m_rows.empty())
        setCurrent(0);
    update();
}

void SegmentList::focusOutEvent(QFocusEvent *)
{
    m_focusByKey = false;
    update();
}

bool SegmentList::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = rowAt(help->pos());
        if (row >= 0)
            QToolTip::showText(help->globalPos(), m_rows[std::size_t(row)].tip, this, rowRect(row));
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace consilium::widgets
