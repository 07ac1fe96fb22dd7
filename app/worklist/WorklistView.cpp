#include "app/worklist/WorklistView.h"

#include "app/worklist/WorklistModel.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace consilium::app
{

WorklistView::WorklistView(QWidget *parent) : QTreeView(parent), m_delegate(new WorklistDelegate(this))
{
    setItemDelegate(m_delegate);
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
    setVerticalScrollMode(ScrollPerPixel);
    header()->setFixedHeight(34);
    header()->setSectionsMovable(true);
    header()->setFirstSectionMovable(true);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setStretchLastSection(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setMinimumSectionSize(WorklistColumns::LeastWidth);
    header()->setToolTip(tr("Click to sort, drag to move, right-click to choose columns"));
    connect(header(), &QHeaderView::customContextMenuRequested, this,
            [this](const QPoint &place) { showColumnMenu(header()->mapToGlobal(place)); });
    connect(header(), &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (m_layingOut || width == 0)
            return;
        m_columns.setWidth(column, width);
        Q_EMIT columnsChanged();
    });
    connect(header(), &QHeaderView::sectionMoved, this, [this](int column, int, int) {
        if (m_layingOut)
            return;
        int place = 0; // among those that are shown
        for (int visual = 0; visual < header()->visualIndex(column); ++visual)
            place += header()->isSectionHidden(header()->logicalIndex(visual)) ? 0 : 1;
        m_columns.move(column, place);
        Q_EMIT columnsChanged();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &WorklistView::sightChanged);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &WorklistView::sightChanged);
}

void WorklistView::setPictures(std::function<RowPicture(int row)> pictureOf)
{
    m_delegate->setPictures(std::move(pictureOf));
}

std::pair<int, int> WorklistView::picturesInSight() const
{
    const std::pair none(0, -1);
    if (!model() || model()->rowCount() == 0 || !isVisible() || isColumnHidden(WorklistModel::Preview))
        return none;
    const int left = header()->sectionViewportPosition(WorklistModel::Preview);
    if (left >= viewport()->width() || left + header()->sectionSize(WorklistModel::Preview) <= 0)
        return none; // beside what one sees
    const QModelIndex first = indexAt(QPoint(4, 0)), last = indexAt(QPoint(4, viewport()->height() - 1));
    if (!first.isValid())
        return none;
    return {first.row(), last.isValid() ? last.row() : model()->rowCount() - 1};
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
    for (const auto &[column, width] : m_columns.shown()) {
        if (isColumnHidden(column))
            continue;
        cell.rect = QRect(columnViewportPosition(column), row.top(), columnWidth(column), row.height() - 1);
        itemDelegate()->paint(painter, cell, index.siblingAtColumn(column));
    }
}

void WorklistView::contextMenuEvent(QContextMenuEvent *event)
{
    // The press of a mouse has selected the row under it; the keyboard asks at the middle and means the selected one.
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QRect row = visualRect(currentIndex());
    Q_EMIT menuRequested(byKey && row.isValid() ? viewport()->mapToGlobal(row.bottomLeft() + QPoint(24, 0))
                                                : event->globalPos());
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
    for (const int changed : {m_hovered, row})
        if (const QModelIndex index = changed >= 0 ? model()->index(changed, 0) : QModelIndex(); index.isValid()) {
            const QRect cell = visualRect(index);
            viewport()->update(0, cell.top(), viewport()->width(), cell.height());
        }
    m_hovered = row;
}

void WorklistView::setColumns(const WorklistColumns &columns)
{
    m_columns = columns;
    layOutColumns();
}

void WorklistView::changeColumns(const WorklistColumns &columns)
{
    setColumns(columns);
    Q_EMIT columnsChanged();
}

void WorklistView::layOutColumns()
{
    if (!model())
        return;
    const QScopedValueRollback quiet(m_layingOut, true);
    const auto widths = m_columns.widthsFor(viewport()->width());
    for (int column = 0; column < model()->columnCount(); ++column)
        header()->setSectionHidden(column, !m_columns.isShown(column));
    for (int i = 0; i < int(widths.size()); ++i) {
        const int column = m_columns.shown()[std::size_t(i)].column;
        header()->moveSection(header()->visualIndex(column), i);
        header()->setSectionHidden(column, widths[std::size_t(i)] == 0);
        if (widths[std::size_t(i)] > 0)
            header()->resizeSection(column, widths[std::size_t(i)]);
    }
    Q_EMIT sightChanged();
}

void WorklistView::openColumnMenu()
{
    showColumnMenu(header()->mapToGlobal(header()->rect().bottomLeft()));
}

void WorklistView::showColumnMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"columnMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < model()->columnCount(); ++column) {
        QAction *action = menu->addAction(model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(m_columns.isShown(column));
        action->setEnabled(column != WorklistModel::Patient);
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            WorklistColumns columns = m_columns;
            columns.setShown(column, on);
            changeColumns(columns);
        });
    }
    menu->addSeparator();
    if (auto *studies = qobject_cast<WorklistModel *>(model())) {
        QAction *urgent = menu->addAction(tr("Urgent studies first"));
        urgent->setCheckable(true);
        urgent->setChecked(studies->isUrgentFirst());
        connect(urgent, &QAction::toggled, this, &WorklistView::urgentFirstChosen);
    }
    connect(menu->addAction(tr("Columns as at first")), &QAction::triggered, this, [this] { changeColumns({}); });
    menu->popup(place);
}

void WorklistView::keepInPlace(const std::function<void()> &change)
{
    const bool stays = verticalScrollBar()->value() > 0 || viewport()->underMouse();
    const QModelIndex top = stays ? indexAt(QPoint(4, 0)) : QModelIndex();
    const QPersistentModelIndex anchor(top);
    const int offset = top.isValid() ? visualRect(top).top() : 0;
    change();
    if (!anchor.isValid())
        return;
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(verticalScrollBar()->value() + visualRect(anchor).top() - offset);
}

} // namespace consilium::app
