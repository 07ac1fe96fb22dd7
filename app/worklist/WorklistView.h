#pragma once
#include "app/worklist/WorklistColumns.h"
#include "app/worklist/WorklistDelegate.h"

#include <QTreeView>

#include <functional>
#include <utility>

namespace consilium::app
{

/// The table of studies: rows of 40 px with one line between them, the selected one with an accent bar; no zebra, no
/// vertical lines. Columns are chosen in the menu of its header, moved and widened by hand.
class WorklistView : public QTreeView
{
    Q_OBJECT
public:
    explicit WorklistView(QWidget *parent = nullptr);
    void setModel(QAbstractItemModel *model) override;

    [[nodiscard]] const WorklistColumns &columns() const { return m_columns; }
    void setColumns(const WorklistColumns &columns);
    void openColumnMenu(); ///< at the header

    void setPictures(std::function<RowPicture(int row)> pictureOf);
    /// First and last row whose pictures can be seen; {0, -1}: none is.
    [[nodiscard]] std::pair<int, int> picturesInSight() const;

    /// Runs `change`, which may add and take away rows: those in view stay where they are, unless the list is at its
    /// beginning and the pointer elsewhere.
    void keepInPlace(const std::function<void()> &change);

Q_SIGNALS:
    void columnsChanged();                    ///< by the person
    void menuRequested(const QPoint &global); ///< on the selected row
    void urgentFirstChosen(bool on);
    void sightChanged(); ///< other rows may be in sight

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOutColumns();
    void showColumnMenu(const QPoint &place);
    void changeColumns(const WorklistColumns &columns);
    void setHovered(int row);

    WorklistDelegate *m_delegate;
    WorklistColumns m_columns;
    bool m_layingOut = false; ///< what the header tells now is no wish of the person's
    int m_hovered = -1;
};

} // namespace consilium::app
