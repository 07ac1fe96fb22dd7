#pragma once
#include <QFontMetrics>
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

    /// A card's last line: what stands where. Of too much for its width the modality gives way: a count is never cut.
    struct MetaLine {
        QString modality, end, sign;   ///< sign: icon before the end, or empty
        QRect modalityRect, issueRect; ///< of the icon behind the modality; null: there is none
        QRect signRect, endRect;
    };
    [[nodiscard]] static MetaLine metaLine(const QRect &line, const QFontMetrics &font, const SeriesCard &card);

    /// A card's title as there is room for it: the name that parts of a series have in common gives way first, then the
    /// patient's, then the words of the part. The numbers that tell parts apart stand at the ends of these words, and
    /// stay.
    [[nodiscard]] static QString titleLine(const QFontMetrics &font, const SeriesCard &card, int widthPx);

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
