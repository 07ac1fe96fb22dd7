#include "viewer/widgets/SeriesCardDelegate.h"

#include "viewer/render2d/HaloText.h"
#include "viewer/widgets/BandRow.h"
#include "viewer/widgets/SeriesModel.h"
#include "viewer/widgets/SeriesStrip.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;
using Loading = SeriesCard::Loading;

namespace
{

constexpr qreal radius = 8.0;

/// Some room on top, so that the ring round the first card is not cut.
QRect cardRect(const QRect &item)
{
    return {item.left() + SeriesCardDelegate::insetPx, item.top() + SeriesCardDelegate::topPx,
            SeriesCardDelegate::pictureSize().width(), SeriesCardDelegate::cardHeightPx};
}

/// Of what stands at the end of a card's last line.
QColor endTone(const Tokens &t, const SeriesCard &card)
{
    if (card.canRetry || card.loading == Loading::Failed)
        return t.crit;
    return card.loading == Loading::Incomplete || card.loading == Loading::Partial ? t.warn : t.t3;
}

} // namespace

QSize SeriesCardDelegate::pictureSize()
{
    return {SeriesStrip::widthPx - 1 - 2 * insetPx, pictureHeightPx};
}

QSize SeriesCardDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {SeriesStrip::widthPx - 1, cardHeightPx + gapPx};
}

QRect SeriesCardDelegate::retryRect(const QRect &card)
{
    return {card.right() - 68, card.bottom() - 26, 68, 26};
}

void SeriesCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = static_cast<const SeriesModel *>(index.model());
    const SeriesCard &card = model->card(index.row());
    const Tokens &t = tokens(option.palette);
    const QRect area = cardRect(option.rect);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(area, radius, radius);
    painter->setClipPath(outline);
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter->fillRect(area, hovered ? t.bg3 : t.bg2);
    paintPicture(*painter, QRect(area.topLeft(), pictureSize()), card, model->thumbnail(index.row()));
    painter->setClipping(false);
    paintWords(*painter, area, card, option.palette);
    painter->setBrush(Qt::NoBrush);
    if (card.isActive) {
        painter->setPen(QPen(t.ac, 2));
        painter->drawRoundedRect(QRectF(area).adjusted(-1, -1, 1, 1), radius + 1, radius + 1);
    }
    const auto *view = qobject_cast<const QWidget *>(option.widget);
    if (view && view->property("keyboardFocus").toBool() && (option.state & QStyle::State_HasFocus)) {
        painter->setPen(QPen(t.ac, 2));
        painter->drawRoundedRect(QRectF(area).adjusted(-4, -4, 4, 4), radius + 4, radius + 4);
    }
    painter->restore();
}

void SeriesCardDelegate::paintPicture(QPainter &painter, const QRect &area, const SeriesCard &card,
                                      const QImage &picture) const
{
    painter.fillRect(area, Qt::black);
    if (card.loading == Loading::Failed) {
        paintIcon(painter, u"warning"_s, QRectF(area.center().x() - 11, area.center().y() - 11, 22, 22),
                  QColor(over_image::crit));
    } else if (!card.icon.isEmpty()) {
        paintDocument(painter, area, card);
    } else if (!card.object.isEmpty() && picture.isNull()) {
        paintIcon(painter, u"segments"_s, QRectF(area.center().x() - 17, area.center().y() - 17, 34, 34),
                  QColor(over_image::caption));
    } else if (!picture.isNull()) {
        painter.setOpacity(card.loading == Loading::Queued ? 0.35 : 1.0);
        painter.drawImage(area.topLeft(), picture);
        painter.setOpacity(1.0);
    }
    render2d::HaloText halo;
    if (!card.number.isEmpty()) { // readable on the brightest picture
        const double width = halo.width(card.number, render2d::OverlayFont::Name);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor::fromRgba(over_image::plate));
        painter.drawRoundedRect(QRectF(area.left() + 4, area.top() + 4, width + 6, render2d::overlayLinePx), 4, 4);
    }
    halo.draw(painter, QPointF(area.left() + 7, area.top() + 4), card.number, render2d::OverlayFont::Name,
              QColor(over_image::text), render2d::HaloText::Style::Halo);
    paintCells(painter, area, card);
    paintKeyMark(painter, area, card);
    if (card.loading == Loading::Partial || card.loading == Loading::Incomplete) {
        const QRectF bar(area.left(), area.bottom() - 3, area.width(), 4);
        painter.fillRect(bar, QColor(over_image::trough));
        painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * card.share, bar.height()),
                         QColor(over_image::warn));
    }
}

void SeriesCardDelegate::paintDocument(QPainter &painter, const QRect &area, const SeriesCard &card) const
{
    paintIcon(painter, card.icon, QRectF(area.center().x() - 15, area.top() + 10, 30, 30), QColor(over_image::text));
    painter.setFont(fontFor(TextRole::Meta));
    painter.setPen(QColor(over_image::text));
    const int line = painter.fontMetrics().height();
    int y = area.top() + 44;
    QStringList lines = card.facts.mid(0, 1);
    if (card.facts.size() > 1)
        lines << card.facts.mid(1).join(u" · "_s);
    for (const QString &text : lines) {
        const QRect room(area.left() + 6, y, area.width() - 12, line);
        painter.drawText(room, Qt::AlignCenter, painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
        y += line + 2;
    }
}

/// Images of this series stand in a key image note.
void SeriesCardDelegate::paintKeyMark(QPainter &painter, const QRect &area, const SeriesCard &card) const
{
    if (card.keyImages == 0)
        return;
    render2d::HaloText halo;
    const QString count = QString::number(card.keyImages);
    const double width = halo.width(count, render2d::OverlayFont::Text);
    const QRectF plate(area.right() - width - 26, area.bottom() - 24, width + 24, 20);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgba(over_image::plate));
    painter.drawRoundedRect(plate, 4, 4);
    paintIcon(painter, u"key-image"_s, QRectF(plate.left() + 3, plate.top() + 3, 14, 14), QColor(over_image::frame));
    halo.draw(painter, QPointF(plate.left() + 20, plate.top() + 1), count, render2d::OverlayFont::Text,
              QColor(over_image::text), render2d::HaloText::Style::Halo);
}

/// One small square a cell of the layout, in reading order; filled where this series is.
void SeriesCardDelegate::paintCells(QPainter &painter, const QRect &area, const SeriesCard &card) const
{
    const int count = int(card.cells.size());
    if (count < 2 || count > 12 || std::find(card.cells.begin(), card.cells.end(), true) == card.cells.end())
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    const int side = count > 6 ? 5 : 7, step = side + 2;
    int left = area.right() - 5 - step * count + 2;
    for (const bool shown : card.cells) {
        const QRect square(left, area.top() + 6, side, side);
        painter.fillRect(square.adjusted(-1, -1, 1, 1), QColor(0, 0, 0, 200));
        painter.fillRect(square, QColor(over_image::text));
        painter.fillRect(square.adjusted(1, 1, -1, -1), shown ? QColor(over_image::frame) : QColor(Qt::black));
        if (shown)
            painter.fillRect(square, QColor(over_image::frame));
        left += step;
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

void SeriesCardDelegate::paintWords(QPainter &painter, const QRect &area, const SeriesCard &card,
                                    const QPalette &palette) const
{
    const Tokens &t = tokens(palette);
    const QRect words = area.adjusted(8, pictureHeightPx, -8, 0);
    painter.setFont(fontFor(TextRole::Body));
    painter.setPen(t.t1);
    const QRect titleRect(words.left(), words.top() + 6, words.width(), 20);
    painter.drawText(titleRect, Qt::AlignVCenter, titleLine(painter.fontMetrics(), card, titleRect.width()));

    painter.setFont(fontFor(TextRole::Meta));
    const QRect line(words.left(), words.top() + 25, words.width(), 17);
    const MetaLine meta = metaLine(line, painter.fontMetrics(), card);
    painter.setPen(t.t3);
    painter.drawText(meta.modalityRect, Qt::AlignVCenter, meta.modality);
    if (!meta.issueRect.isNull())
        paintIcon(painter, gradeIcon(card.grade), meta.issueRect, gradeTone(t, card.grade));
    const QColor ink = endTone(t, card);
    painter.setPen(ink);
    painter.drawText(meta.endRect, Qt::AlignVCenter, meta.end);
    if (!meta.sign.isEmpty())
        paintIcon(painter, meta.sign, meta.signRect, ink);
}

namespace
{

/// "acq…n 2, phase 3": of each of the words the end stays, where its number is.
QString shortenedPart(const QFontMetrics &font, const QString &part, int widthPx)
{
    const QStringList labels = part.split(u", "_s);
    const int between = font.horizontalAdvance(u", "_s);
    QStringList shortened;
    int room = widthPx;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const int left = int(labels.size() - i);
        const int own = std::max(0, (room - (left - 1) * between) / left);
        shortened << font.elidedText(labels[i], Qt::ElideMiddle, own);
        room -= font.horizontalAdvance(shortened.back()) + between;
    }
    return shortened.join(u", "_s);
}

} // namespace

QString SeriesCardDelegate::titleLine(const QFontMetrics &font, const SeriesCard &card, int widthPx)
{
    static const QString between = u" · "_s;
    constexpr int leastNamePx = 48, slackPx = 3; // pieces side by side are measured one by one
    const QString head = card.who.isEmpty() ? card.part : card.who + between + card.part;
    const bool isHeadWhole = font.horizontalAdvance(head + between + u'…') <= widthPx;
    if (card.part.isEmpty() || isHeadWhole || font.horizontalAdvance(card.title) <= widthPx)
        return font.elidedText(card.title, Qt::ElideRight, widthPx);
    if (font.horizontalAdvance(head) <= widthPx)
        return head;
    if (card.who.isEmpty())
        return shortenedPart(font, card.part, widthPx - slackPx);
    const int room = widthPx - slackPx - font.horizontalAdvance(between);
    const int namePx = std::max(room - font.horizontalAdvance(card.part), std::min(leastNamePx, room / 2));
    const QString who = font.elidedText(card.who, Qt::ElideRight, namePx);
    return who + between + shortenedPart(font, card.part, room - font.horizontalAdvance(who));
}

SeriesCardDelegate::MetaLine SeriesCardDelegate::metaLine(const QRect &line, const QFontMetrics &font,
                                                          const SeriesCard &card)
{
    constexpr int iconPx = 14, gapPx = 5;
    MetaLine meta;
    meta.end = card.count;
    if (card.canRetry) {
        meta.end = tr("Retry");
        meta.sign = u"warning"_s;
    } else if (card.loading == Loading::Failed) {
        meta.end = tr("Cannot be shown");
        meta.sign = u"warning"_s;
    } else if (card.loading == Loading::Incomplete) {
        meta.end = tr("incomplete");
        meta.sign = u"half-moon"_s;
    } else if (card.loading == Loading::Partial) {
        // Rounded down: 100 % means all of it, and of how many it is may not be known yet.
        meta.end = card.mayGrow ? card.count + u'+' : u"%1%"_s.arg(int(card.share * 100.0));
        meta.sign = u"half-moon"_s;
    } else if (card.loading == Loading::Queued) {
        meta.end = tr("Queued");
        meta.sign = u"clock"_s;
    }
    const int width = font.horizontalAdvance(meta.end);
    meta.endRect = QRect(line.right() - width, line.top(), width + 1, line.height());
    int right = meta.endRect.left() - gapPx;
    if (!meta.sign.isEmpty()) {
        meta.signRect = QRect(right - iconPx, line.top() + 1, iconPx, iconPx);
        right = meta.signRect.left() - gapPx;
    }
    const bool hasIssue = card.hasIssues && card.loading != Loading::Failed;
    const int room = right - line.left() - (hasIssue ? iconPx + gapPx : 0);
    meta.modality = font.elidedText(card.modality, Qt::ElideRight, std::max(0, room));
    if (font.horizontalAdvance(meta.modality) > room) // not even the dots
        meta.modality.clear();
    meta.modalityRect = QRect(line.left(), line.top(), font.horizontalAdvance(meta.modality), line.height());
    if (hasIssue) {
        const int left = meta.modality.isEmpty() ? line.left() : line.left() + meta.modalityRect.width() + gapPx;
        meta.issueRect = QRect(left, line.top() + 1, iconPx, iconPx);
    }
    return meta;
}

bool SeriesCardDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                     const QModelIndex &index)
{
    const auto *series = static_cast<const SeriesModel *>(model);
    if (event->type() == QEvent::MouseButtonRelease && series->card(index.row()).canRetry &&
        retryRect(cardRect(option.rect)).contains(static_cast<QMouseEvent *>(event)->position().toPoint())) {
        Q_EMIT retryClicked(index.row());
        return true;
    }
    return false;
}

} // namespace consilium::widgets
