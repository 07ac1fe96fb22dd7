#include "app/settings/StageSketch.h"

#include "viewer/widgets/PlainToolTip.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr double marginPx = 8.0, titlePx = 22.0, monitorGapPx = 6.0, cellGapPx = 2.0, padPx = 4.0;
constexpr int textPx = 12;

} // namespace

StageSketch::StageSketch(QWidget *parent) : QWidget(parent)
{
    setFixedSize(widthPx, heightPx);
    setFocusPolicy(Qt::StrongFocus);
    QFont small = font();
    small.setPixelSize(textPx);
    setFont(small);
}

void StageSketch::setStage(const QString &title, const hanging::Stage &stage, const std::vector<QStringList> &texts)
{
    m_title = title;
    m_stage = stage;
    layOut();
    for (std::size_t i = 0; i < m_cells.size() && i < texts.size(); ++i)
        m_cells[i].lines = texts[i];
    m_chosen = std::min(m_chosen, cellCount() - 1);
    setAccessibleName(m_title);
    setAccessibleDescription(m_chosen >= 0 ? textOf(m_chosen) : QString());
    update();
}

void StageSketch::layOut()
{
    m_cells.clear();
    m_monitors.clear();
    const int columns = m_stage.columns();
    const auto monitors = int(m_stage.monitors.size());
    if (columns <= 0)
        return;
    const double room = widthPx - 2 * marginPx - (monitors - 1) * monitorGapPx,
                 height = heightPx - 2 * marginPx - titlePx;
    double x = marginPx;
    int firstColumn = 0;
    for (const hanging::MonitorCells &monitor : m_stage.monitors) {
        const QRectF area(x, marginPx + titlePx, room * monitor.columns / columns, height);
        m_monitors.push_back(area);
        const double wide = area.width() / monitor.columns, high = area.height() / monitor.rows;
        for (std::size_t i = 0; i < monitor.cells.size(); ++i) {
            const int row = int(i) / monitor.columns, column = int(i) % monitor.columns;
            const QRectF cell(area.left() + column * wide, area.top() + row * high, wide, high);
            m_cells.push_back({cell.adjusted(cellGapPx, cellGapPx, -cellGapPx, -cellGapPx),
                               row,
                               firstColumn + column,
                               {},
                               monitor.cells[i].prior.has_value(),
                               monitor.cells[i].isEmpty});
        }
        x += area.width() + monitorGapPx;
        firstColumn += monitor.columns;
    }
}

QString StageSketch::textOf(int cell) const
{
    return cell >= 0 && cell < cellCount() ? m_cells[std::size_t(cell)].lines.join(u'\n') : QString();
}

void StageSketch::setChosen(int cell)
{
    m_chosen = std::min(cell, cellCount() - 1);
    setAccessibleDescription(textOf(m_chosen));
    update();
}

int StageSketch::cellAt(const QPointF &place) const
{
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        if (m_cells[i].rect.contains(place))
            return int(i);
    return -1;
}

void StageSketch::choose(int cell)
{
    if (cell < 0 || cell >= cellCount())
        return;
    setChosen(cell);
    Q_EMIT cellChosen(cell);
}

void StageSketch::mousePressEvent(QMouseEvent *event)
{
    const int cell = cellAt(event->position());
    choose(cell >= 0 ? cell : std::max(m_chosen, 0));
}

// What the keyboard comes to is what is edited.
void StageSketch::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    const auto reason = event->reason();
    if (m_chosen < 0 && (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason))
        choose(0);
}

void StageSketch::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const int right = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
    const int down = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if ((right == 0 && down == 0) || m_cells.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const Drawn &now = m_cells[std::size_t(std::max(m_chosen, 0))];
    const int row = now.row + down, column = now.column + right;
    const auto next = std::find_if(m_cells.begin(), m_cells.end(),
                                   [&](const Drawn &cell) { return cell.row == row && cell.column == column; });
    if (next != m_cells.end())
        choose(int(next - m_cells.begin()));
}

bool StageSketch::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int cell = cellAt(help->pos());
    QToolTip::showText(help->globalPos(), widgets::plainToolTip(cell >= 0 ? textOf(cell) : m_title), this);
    return true;
}

void StageSketch::paintEvent(QPaintEvent *)
{
    const widgets::Tokens &colours = widgets::tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_chosen >= 0 ? colours.ac : colours.line, m_chosen >= 0 ? 2.0 : 1.0));
    painter.setBrush(colours.bg2);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    painter.setPen(colours.t1);
    const QRectF title(marginPx, marginPx - 2, width() - 2 * marginPx, titlePx);
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_title, Qt::ElideRight, int(title.width())));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colours.line2, 1.0));
    for (const QRectF &monitor : m_monitors)
        painter.drawRect(monitor);
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        paintCell(painter, m_cells[i], int(i) == m_chosen);
}

// As many lines as have room; the tip has all of them.
void StageSketch::paintCell(QPainter &painter, const Drawn &cell, bool isChosen) const
{
    const widgets::Tokens &colours = widgets::tokens(palette());
    QPen edge(isChosen ? colours.ac : colours.line2, isChosen ? 2.0 : 1.0);
    if (cell.isPrior) // as the frame of a prior is drawn elsewhere
        edge.setStyle(Qt::DashLine);
    painter.setPen(cell.isEmpty && !isChosen ? QPen(colours.line, 1.0) : edge);
    painter.setBrush(isChosen ? colours.acbg : colours.bg1);
    painter.drawRect(cell.rect);
    const QRectF room = cell.rect.adjusted(padPx, padPx, -padPx, -padPx);
    const double lineHeight = fontMetrics().height();
    const int fitting = int(std::floor(room.height() / lineHeight));
    constexpr double leastWidth = 20.0; // less holds no letter beside the dots
    if (fitting <= 0 || room.width() < leastWidth)
        return;
    double y = room.top();
    for (int i = 0; i < int(cell.lines.size()) && i < fitting; ++i, y += lineHeight) {
        painter.setPen(i == 0 ? colours.t1 : colours.t2);
        painter.drawText(QRectF(room.left(), y, room.width(), lineHeight),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                         fontMetrics().elidedText(cell.lines.at(i), Qt::ElideRight, int(room.width())));
    }
}

} // namespace consilium::app
