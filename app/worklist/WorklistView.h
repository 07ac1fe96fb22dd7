#pragma once
#include <QTreeView>

namespace consilium::app
{

/// The table of studies: rows of 40 px with one line between them, the selected one with an accent bar; no zebra, no
/// vertical lines.
class WorklistView : public QTreeView
{
    Q_OBJECT
public:
    explicit WorklistView(QWidget *parent = nullptr);
    void setModel(QAbstractItemModel *model) override;

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOutColumns();
    void setHovered(int row);

    int m_hovered = -1;
};

} // namespace consilium::app
