#include "app/worklist/WorklistView.h"

#include "app/worklist/WorklistDelegate.h"
#include "app/worklist/WorklistModel.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>

#include <array>

namespace consilium::app
{

namespace
{

// Widths that the contents need, and which share of what is left each column gets.
struct ColumnWidth {
    int least, share;
};
constexpr std::array<ColumnWidth, WorklistModel::ColumnCount> widths = {
    ColumnWidth{200, 3}, {84, 0}, {130, 1}, {92, 0}, {160, 4}, {150, 0}, {120, 1}, {76, 0}};

} // namespace

WorklistView::WorklistView(QWidget *parent) : QTreeView(parent)
{
    setItemDelegate(new WorklistDelegate(this));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setItemsExpandable(false);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setAllColumnsShowFocus(true);
    setSortingEnabled(true);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    header()->setFixedHeight(34);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setMinimumSectionSize(48);
}

void WorklistView::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    header()->setSortIndicator(WorklistModel::When, Qt::DescendingOrder);
    layOutColumns();
}

void WorklistView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &t = widgets::tokens(palette());
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    const bool selected = selectionModel() && selectionModel()->isRowSelected(index.row());
    if (selected)
        painter->fillRect(row, t.acbg);
    else if (index.row() == m_hovered)
        painter->fillRect(row, t.bg2);
    painter->fillRect(row.left(), row.bottom(), row.width(), 1, t.line);
    if (selected)
        painter->fillRect(0, row.top(), 3, row.height(), t.ac);
    QStyleOptionViewItem cell;
    initViewItemOption(&cell);
    for (int column = 0; column < model()->columnCount(); ++column) {
        cell.rect = QRect(columnViewportPosition(column), row.top(), columnWidth(column), row.height() - 1);
        itemDelegate()->paint(painter, cell, index.siblingAtColumn(column));
    }
}

void WorklistView::mouseMoveEvent(QMouseEvent *event)
{
    QTreeView::mouseMoveEvent(event);
    setHovered(indexAt(event->pos()).row());
}

void WorklistView::leaveEvent(QEvent *event)
{
    QTreeView::leaveEvent(event);
    setHovered(-1);
}

void WorklistView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    layOutColumns();
}

void WorklistView::setHovered(int row)
{
    if (row == m_hovered)
        return;
    m_hovered = row;
    viewport()->update();
}

void WorklistView::layOutColumns()
{
    if (!model())
        return;
    int least = 0, shares = 0;
    for (const auto &width : widths) {
        least += width.least;
        shares += width.share;
    }
    const int spare = std::max(0, viewport()->width() - least);
    int used = 0;
    for (int i = 0; i < int(widths.size()); ++i) {
        const auto &width = widths[std::size_t(i)];
        int pixels = width.least + spare * width.share / shares;
        if (i == WorklistModel::Images)
            pixels = std::max(width.least, viewport()->width() - used);
        header()->resizeSection(i, pixels);
        used += pixels;
    }
}

} // namespace consilium::app
