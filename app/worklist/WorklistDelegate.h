#pragma once
#include <QImage>
#include <QStyledItemDelegate>

#include <functional>
#include <memory>

namespace consilium::app
{

/// The small picture of a row.
struct RowPicture {
    QImage image;        ///< null: not there yet, or none
    bool isNone = false; ///< there will be none
};

/// Paints a cell of the worklist: names in two scripts, modality tags, figures. The row behind it is the view's.
class WorklistDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int RowHeight = 40;

    class TextCache;

    explicit WorklistDelegate(QObject *parent = nullptr);
    ~WorklistDelegate() override;
    void setPictures(std::function<RowPicture(int row)> pictureOf) { m_pictureOf = std::move(pictureOf); }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    std::unique_ptr<TextCache> m_texts;
    std::function<RowPicture(int)> m_pictureOf;
};

/// A modality's tag (bg3, radius 4, 22 px high); gives the x behind it.
int paintModalityTag(QPainter &painter, const QPalette &palette, const QPoint &middleLeft, const QString &modality);

} // namespace consilium::app
