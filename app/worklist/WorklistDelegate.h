#pragma once
#include <QStyledItemDelegate>

#include <memory>

namespace consilium::app
{

/// Paints a cell of the worklist: names in two scripts, modality tags, figures. The row behind it is the view's.
class WorklistDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int RowHeight = 40;

    class TextCache;

    explicit WorklistDelegate(QObject *parent = nullptr);
    ~WorklistDelegate() override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    std::unique_ptr<TextCache> m_texts;
};

/// A modality's tag (bg3, radius 4, 22 px high); gives the x behind it.
int paintModalityTag(QPainter &painter, const QPalette &palette, const QPoint &middleLeft, const QString &modality);

} // namespace consilium::app
