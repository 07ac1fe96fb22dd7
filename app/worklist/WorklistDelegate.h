#pragma once
#include <QStyledItemDelegate>

namespace consilium::app
{

/// Paints a cell of the worklist: names in two scripts, modality tags, figures. The row behind it is the view's.
class WorklistDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int RowHeight = 40;

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// A modality's tag (bg3, radius 4, 22 px high); gives the x behind it.
int paintModalityTag(QPainter &painter, const QPalette &palette, const QPoint &middleLeft, const QString &modality);

} // namespace consilium::app
