#include "app/worklist/WorklistDelegate.h"

#include "app/worklist/StudyText.h"
#include "app/worklist/WorklistModel.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QCache>
#include <QPainter>
#include <QStaticText>
#include <QtMath>

#include <map>

using namespace Qt::StringLiterals;

namespace consilium::app
{

using widgets::TextRole;

/// Lines of text laid out and elided once: while one scrolls the same ones are painted again and again.
class WorklistDelegate::TextCache
{
public:
    struct Line {
        QStaticText text;
        int width = 0, height = 0;
    };

    const QFont &font(TextRole role) { return face(role).font; }
    const Line &line(TextRole role, const QString &text, int width, Qt::TextElideMode elided = Qt::ElideRight)
    {
        const QString key = QString::number(int(role)) + u' ' + QString::number(int(elided)) + u' ' +
                            QString::number(width) + u' ' + text;
        if (const Line *known = m_lines.object(key))
            return *known;
        const Face &used = face(role);
        const QString single = QString(text).replace(u'\n', u' ').replace(QChar::LineSeparator, u' ');
        auto *line = new Line;
        line->text.setTextFormat(Qt::PlainText);
        line->text.setText(single);
        line->text.prepare({}, used.font);
        line->width = qCeil(line->text.size().width());
        if (line->width > width) { // few are: the others are laid out once
            line->text.setText(used.metrics.elidedText(single, elided, width));
            line->text.prepare({}, used.font);
            line->width = qCeil(line->text.size().width());
        }
        line->height = qRound(line->text.size().height()); // of the fonts that it really takes
        m_lines.insert(key, line);
        return *line;
    }

private:
    struct Face {
        QFont font;
        QFontMetrics metrics;
    };
    const Face &face(TextRole role)
    {
        auto &face = m_faces[role];
        if (!face)
            face = std::make_unique<Face>(Face{widgets::fontFor(role), QFontMetrics(widgets::fontFor(role))});
        return *face;
    }

    std::map<TextRole, std::unique_ptr<Face>> m_faces;
    QCache<QString, Line> m_lines{4000};
};

namespace
{

using TextCache = WorklistDelegate::TextCache;

constexpr int previewWidth = 60;
constexpr int tagMargins = 16, tagGap = 4;

// Draws elided text from the left and gives what it took of the width.
int drawText(TextCache &texts, QPainter &painter, const QRect &rect, TextRole role, const QColor &colour,
             const QString &text, bool toTheRight = false, Qt::TextElideMode elided = Qt::ElideRight)
{
    const TextCache::Line &line = texts.line(role, text, rect.width(), elided);
    painter.setFont(texts.font(role));
    painter.setPen(colour);
    const int left = toTheRight ? rect.right() + 1 - line.width : rect.left();
    painter.drawStaticText(QPointF(left, rect.top() + (rect.height() - line.height) / 2.0), line.text);
    return line.width;
}

// Gives what is left of the cell.
QRect drawNewTag(TextCache &texts, QPainter &painter, const QRect &rect, const widgets::Tokens &t)
{
    const QString text = WorklistModel::tr("New");
    painter.setFont(texts.font(TextRole::CaptionStrong));
    const int width = painter.fontMetrics().horizontalAdvance(text) + 12;
    const QRect tag(rect.left(), rect.center().y() - 10, width, 20);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(t.ac);
    painter.setBrush(t.acbg);
    painter.drawRoundedRect(QRectF(tag).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.drawText(tag, Qt::AlignCenter, text);
    return rect.adjusted(width + 8, 0, 0, 0);
}

// Gives what is left of the cell. Never by colour alone: a sign and a word.
QRect drawUrgencyTag(TextCache &texts, QPainter &painter, const QRect &rect, const widgets::Tokens &t, Urgency urgency)
{
    const bool isStat = urgency == Urgency::Stat;
    const QString text = WorklistModel::urgencyText(urgency);
    const QColor colour = isStat ? t.crit : t.warn;
    painter.setFont(texts.font(TextRole::CaptionStrong));
    const int textWidth = painter.fontMetrics().horizontalAdvance(text);
    const QRect tag(rect.left(), rect.center().y() - 10, textWidth + 28, 20);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colour);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(tag).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
    widgets::paintIcon(painter, u"bolt"_s, QRectF(tag.left() + 5, tag.center().y() - 6, 13, 13), colour);
    painter.setPen(colour);
    painter.drawText(tag.adjusted(20, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
    return rect.adjusted(tag.width() + 8, 0, 0, 0);
}

void drawPatient(TextCache &texts, QPainter &painter, QRect rect, const widgets::Tokens &t, const MergedStudy &merged,
                 bool isOpened, ReadState read, const QColor &colour)
{
    if (read != ReadState::Unread) { // by its form, not by colour alone
        const bool isRead = read == ReadState::Read;
        widgets::paintIcon(painter, isRead ? u"check-circle"_s : u"eye"_s,
                           QRectF(rect.left(), rect.center().y() - 8, 16, 16), isRead ? t.t3 : t.ac);
        rect.adjust(22, 0, 0, 0);
    }
    if (merged.otherPatient) {
        widgets::paintIcon(painter, u"warning"_s, QRectF(rect.left(), rect.center().y() - 8, 16, 16), t.warn);
        rect.adjust(22, 0, 0, 0);
    }
    if (merged.shown().isNameRepaired) {
        widgets::paintIcon(painter, u"info"_s, QRectF(rect.left(), rect.center().y() - 8, 16, 16), t.warn);
        rect.adjust(22, 0, 0, 0);
    }
    if (merged.urgency() != Urgency::None)
        rect = drawUrgencyTag(texts, painter, rect, t, merged.urgency());
    if (merged.isNew)
        rect = drawNewTag(texts, painter, rect, t);
    const dicom::PersonName &name = merged.shown().study.patient.name;
    const QString first = name.ideographic.isEmpty() ? name.alphabetic : name.ideographic;
    const int used =
        drawText(texts, painter, rect, isOpened ? TextRole::Body : TextRole::Strong, colour, orDash(first));
    if (!name.ideographic.isEmpty() && !name.alphabetic.isEmpty() && rect.width() - used > 40)
        drawText(texts, painter, rect.adjusted(used + 8, 0, 0, 0), TextRole::Caption, t.t3, name.alphabetic);
}

// Fitted into a tile as black as a viewport. Without a picture the tile stays empty; a sign says that there is none.
void drawPreview(QPainter &painter, const QRect &cell, const widgets::Tokens &t, const RowPicture &picture)
{
    QRect tile(0, 0, std::min(cell.width() - 12, previewWidth), cell.height() - 5);
    tile.moveCenter(cell.center());
    if (picture.image.isNull()) {
        painter.fillRect(tile, t.bg2);
        if (picture.isNone)
            widgets::paintIcon(painter, u"image"_s, QRectF(tile.center().x() - 8, tile.center().y() - 8, 18, 18), t.t3);
        return;
    }
    painter.fillRect(tile, t.view);
    QRect fitted(QPoint(), picture.image.size().scaled(tile.size(), Qt::KeepAspectRatio));
    fitted.moveCenter(tile.center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(fitted, picture.image);
}

int paintTag(QPainter &painter, const QPalette &palette, const QPoint &middleLeft, const QString &modality, int width)
{
    const auto &t = widgets::tokens(palette);
    const QRect tag(middleLeft.x(), middleLeft.y() - 11, width, 22);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.bg3);
    painter.drawRoundedRect(tag, 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(t.t1);
    painter.drawText(tag, Qt::AlignCenter, modality);
    return tag.right() + 1;
}

void drawModalities(TextCache &texts, QPainter &painter, const QRect &rect, const QPalette &palette,
                    const QStringList &modalities)
{
    int x = rect.left();
    painter.setFont(texts.font(TextRole::CaptionStrong));
    const auto widthOf = [&](const QString &text) {
        return texts.line(TextRole::CaptionStrong, text, 1000).width + tagMargins;
    };
    for (const QString &modality : modalityTags(modalities, rect.width(), widthOf)) {
        const int width = std::min(widthOf(modality), rect.right() + 1 - x);
        x = paintTag(painter, palette, {x, rect.center().y()}, modality, width) + tagGap;
    }
}

} // namespace

QStringList modalityTags(const QStringList &modalities, int widthPx, const std::function<int(const QString &)> &tagPx)
{
    int sum = -tagGap;
    for (const QString &modality : modalities)
        sum += tagPx(modality) + tagGap;
    if (sum <= widthPx || modalities.size() < 2)
        return modalities;
    if (const QString all = modalities.join(u'/'); tagPx(all) <= widthPx)
        return {all};
    for (qsizetype count = modalities.size() - 1; count > 1; --count)
        if (const QString some = modalities.mid(0, count).join(u'/') + u" +%1"_s.arg(modalities.size() - count);
            tagPx(some) <= widthPx)
            return {some};
    return {modalities.front() + u" +%1"_s.arg(modalities.size() - 1)};
}

int paintModalityTag(QPainter &painter, const QPalette &palette, const QPoint &middleLeft, const QString &modality)
{
    painter.setFont(widgets::fontFor(TextRole::CaptionStrong));
    return paintTag(painter, palette, middleLeft, modality, painter.fontMetrics().horizontalAdvance(modality) + 16);
}

WorklistDelegate::WorklistDelegate(QObject *parent)
    : QStyledItemDelegate(parent), m_texts(std::make_unique<TextCache>())
{
}

WorklistDelegate::~WorklistDelegate() = default;

void WorklistDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const WorklistModel *>(index.model());
    if (!model)
        return;
    const auto &t = widgets::tokens(option.palette);
    const dicom::StudyHeader &study = model->row(index.row()).study;
    const QRect rect = option.rect.adjusted(10, 0, -8, 0);
    const bool isDrawn = index.column() == WorklistModel::Patient || index.column() == WorklistModel::Modality ||
                         index.column() == WorklistModel::Preview;
    const QString text = isDrawn ? QString() : index.data().toString();
    // What may have changed since is a shade quieter.
    const bool isAway = model->isOutOfDate(index.row());
    const QColor &first = isAway ? t.t2 : t.t1, &second = isAway ? t.t3 : t.t2;
    painter->save();
    switch (index.column()) {
    case WorklistModel::Patient:
        drawPatient(*m_texts, *painter, rect, t, model->study(index.row()), model->isOpened(index.row()),
                    model->readState(index.row()), first);
        break;
    case WorklistModel::Modality:
        drawModalities(*m_texts, *painter, rect, option.palette, byWeight(modalityList(study.modalities)));
        break;
    case WorklistModel::Preview:
        drawPreview(*painter, option.rect, t, m_pictureOf ? m_pictureOf(index.row()) : RowPicture());
        break;
    case WorklistModel::PatientId:
    case WorklistModel::Accession: // numbers differ at either end
        drawText(*m_texts, *painter, rect, TextRole::Body, second, text, false, Qt::ElideMiddle);
        break;
    case WorklistModel::BodyPart:
    case WorklistModel::When:
    case WorklistModel::Institution:
    case WorklistModel::Referring:
    case WorklistModel::Source:
    case WorklistModel::Reading:
        drawText(*m_texts, *painter, rect, TextRole::Body, second, text);
        break;
    case WorklistModel::Images:
        drawText(*m_texts, *painter, rect, TextRole::Body, first, text, true);
        break;
    default:
        drawText(*m_texts, *painter, rect, TextRole::Body, first, text);
        break;
    }
    painter->restore();
}

QSize WorklistDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {80, RowHeight};
}

} // namespace consilium::app
