#pragma once
#include <QImage>
#include <QStringList>
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

/// The words of the tags that say a study's modalities in `widthPx` pixels: one each where there is room, else one for
/// all ("PT/CT"), else as many of the first as fit and how many more there are ("CR +6"). `tagPx` gives a tag's width.
[[nodiscard]] QStringList modalityTags(const QStringList &modalities, int widthPx,
                                       const std::function<int(const QString &)> &tagPx);

/// A modality's tag (bg3, radius 4, 22 px high); gives the x behind it.
int paintModalityTag(QPainter &painter, const QPalette &palette, const QPoint &middleLeft, const QString &modality);

} // namespace consilium::app
