#pragma once
#include <QStyledItemDelegate>

namespace consilium::widgets
{

struct SeriesCard;

/// Paints the cards of the series strip and takes clicks on "Retry".
class SeriesCardDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int cardHeightPx = 134, gapPx = 9, pictureHeightPx = 88, insetPx = 10, topPx = 5;
    [[nodiscard]] static QSize pictureSize();

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

Q_SIGNALS:
    void retryClicked(int row);

private:
    void paintPicture(QPainter &painter, const QRect &area, const SeriesCard &card, const QImage &picture) const;
    void paintDocument(QPainter &painter, const QRect &area, const SeriesCard &card) const;
    void paintKeyMark(QPainter &painter, const QRect &area, const SeriesCard &card) const;
    void paintCells(QPainter &painter, const QRect &area, const SeriesCard &card) const;
    void paintWords(QPainter &painter, const QRect &area, const SeriesCard &card, const QPalette &palette) const;
    [[nodiscard]] static QRect retryRect(const QRect &card);
};

} // namespace consilium::widgets
