#include "viewer/widgets/LayoutPicker.h"

#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{
constexpr int cellWidthPx = 36, cellHeightPx = 28, gapPx = 4, insetPx = 12, wordsPx = 28;
} // namespace

LayoutPicker::LayoutPicker(int rows, int columns, QWidget *parent)
    : QFrame(parent, Qt::Popup),
      m_rows(std::clamp(rows, 1, mostRows)),
      m_columns(std::clamp(columns, 1, mostColumns)),
      m_cellsHeight(0)
{
    setObjectName(u"layout-picker"_s);
    setProperty("surface", u"popup"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setFixedSize(2 * insetPx + mostColumns * (cellWidthPx + gapPx) - gapPx,
                 2 * insetPx + mostRows * (cellHeightPx + gapPx) - gapPx + wordsPx);
    setAccessibleName(tr("Choose a layout"));
    m_cellsHeight = height();
}

void LayoutPicker::addEntry(const QString &title, const QString &command)
{
    constexpr int entryPx = 32;
    auto *entry = new QPushButton(title, this);
    entry->setObjectName(command);
    entry->setGeometry(insetPx, height(), width() - 2 * insetPx, entryPx);
    setFixedHeight(height() + entryPx + insetPx);
    connect(entry, &QPushButton::clicked, this, [this, command] {
        close();
        Q_EMIT entryChosen(command);
    });
}

void LayoutPicker::showBelow(const QWidget &anchor)
{
    move(anchor.mapToGlobal(QPoint(0, anchor.height() + 4)));
    show();
    setFocus(Qt::PopupFocusReason);
}

QRect LayoutPicker::cell(int row, int column) const
{
    return {insetPx + column * (cellWidthPx + gapPx), insetPx + row * (cellHeightPx + gapPx), cellWidthPx,
            cellHeightPx};
}

void LayoutPicker::setPointed(int rows, int columns)
{
    m_rows = std::clamp(rows, 1, mostRows);
    m_columns = std::clamp(columns, 1, mostColumns);
    update();
}

void LayoutPicker::choose()
{
    const int rows = m_rows, columns = m_columns;
    close();
    Q_EMIT chosen(rows, columns);
}

void LayoutPicker::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(palette());
    for (int row = 0; row < mostRows; ++row) {
        for (int column = 0; column < mostColumns; ++column) {
            const bool isIn = row < m_rows && column < m_columns;
            painter.setPen(QPen(isIn ? t.ac : t.line2, isIn ? 2 : 1));
            painter.setBrush(isIn ? t.acbg : t.bg1);
            painter.drawRoundedRect(QRectF(cell(row, column)).adjusted(1, 1, -1, -1), 3, 3);
        }
    }
    painter.setFont(fontFor(TextRole::Body));
    painter.setPen(t.t1);
    painter.drawText(QRect(insetPx, m_cellsHeight - wordsPx - 4, width() - 2 * insetPx, wordsPx), Qt::AlignCenter,
                     tr("%1 × %2 views").arg(m_rows).arg(m_columns));
}

void LayoutPicker::pointAt(const QPoint &position)
{
    const QPoint at = position - QPoint(insetPx, insetPx);
    setPointed(at.y() / (cellHeightPx + gapPx) + 1, at.x() / (cellWidthPx + gapPx) + 1);
}

void LayoutPicker::mouseMoveEvent(QMouseEvent *event)
{
    pointAt(event->position().toPoint());
}

void LayoutPicker::mouseReleaseEvent(QMouseEvent *event)
{
    const QRect cells(0, 0, width(), m_cellsHeight);
    if (event->button() != Qt::LeftButton || !cells.contains(event->position().toPoint()))
        return;
    pointAt(event->position().toPoint());
    choose();
}

void LayoutPicker::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return setPointed(m_rows, m_columns - 1);
    case Qt::Key_Right:
        return setPointed(m_rows, m_columns + 1);
    case Qt::Key_Up:
        return setPointed(m_rows - 1, m_columns);
    case Qt::Key_Down:
        return setPointed(m_rows + 1, m_columns);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return choose();
    default:
        QFrame::keyPressEvent(event);
    }
}

} // namespace consilium::widgets
