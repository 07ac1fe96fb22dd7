#include "app/worklist/WorklistDelegate.h"

#include "app/worklist/StudyText.h"
#include "app/worklist/WorklistModel.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

using widgets::TextRole;

// Draws elided text from the left and gives what it took of the width.
int drawText(QPainter &painter, const QRect &rect, TextRole role, const QColor &colour, const QString &text,
             Qt::Alignment alignment = Qt::AlignLeft)
{
    painter.setFont(widgets::fontFor(role));
    painter.setPen(colour);
    const QString fitting = painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    painter.drawText(rect, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, fitting);
    return painter.fontMetrics().horizontalAdvance(fitting);
}

// Gives what is left of the cell.
QRect drawNewTag(QPainter &painter, const QRect &rect, const widgets::Tokens &t)
{
    const QString text = WorklistModel::tr("New");
    painter.setFont(widgets::fontFor(TextRole::CaptionStrong));
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

void drawPatient(QPainter &painter, QRect rect, const widgets::Tokens &t, const MergedStudy &merged, bool isOpened)
{
    if (merged.otherPatient) {
        widgets::paintIcon(painter, u"warning"_s, QRectF(rect.left(), rect.center().y() - 8, 16, 16), t.warn);
        rect.adjust(22, 0, 0, 0);
    }
    if (merged.isNew)
        rect = drawNewTag(painter, rect, t);
    const dicom::PersonName &name = merged.shown().study.patient.name;
    const QString first = name.ideographic.isEmpty() ? name.alphabetic : name.ideographic;
    const int used = drawText(painter, rect, isOpened ? TextRole::Body : TextRole::Strong, t.t1, orDash(first));
    if (!name.ideographic.isEmpty() && !name.alphabetic.isEmpty() && rect.width() - used > 40)
        drawText(painter, rect.adjusted(used + 8, 0, 0, 0), TextRole::Caption, t.t3, name.alphabetic);
}

void drawModalities(QPainter &painter, const QRect &rect, const QPalette &palette, const QStringList &modalities)
{
    int x = rect.left();
    for (const QString &modality : modalities) {
        const int width = QFontMetrics(widgets::fontFor(TextRole::CaptionStrong)).horizontalAdvance(modality) + 16;
        if (x + width > rect.right() + 1)
            break;
        x = paintModalityTag(painter, palette, {x, rect.center().y()}, modality) + 4;
    }
}

} // namespace

int paintModalityTag(QPainter &painter, const QPalette &palette, const QPoint &middleLeft, const QString &modality)
{
    const auto &t = widgets::tokens(palette);
    painter.setFont(widgets::fontFor(TextRole::CaptionStrong));
    const int width = painter.fontMetrics().horizontalAdvance(modality) + 16;
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

void WorklistDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const WorklistModel *>(index.model());
    if (!model)
        return;
    const auto &t = widgets::tokens(option.palette);
    const dicom::StudyHeader &study = model->row(index.row()).study;
    const QRect rect = option.rect.adjusted(10, 0, -8, 0);
    const QString text = index.data().toString();
    painter->save();
    switch (index.column()) {
    case WorklistModel::Patient:
        drawPatient(*painter, rect, t, model->study(index.row()), model->isOpened(index.row()));
        break;
    case WorklistModel::Modality:
        drawModalities(*painter, rect, option.palette, modalityList(study.modalities));
        break;
    case WorklistModel::PatientId:
    case WorklistModel::Accession:
    case WorklistModel::BodyPart:
    case WorklistModel::When:
    case WorklistModel::Institution:
    case WorklistModel::Referring:
    case WorklistModel::Source:
        drawText(*painter, rect, TextRole::Body, t.t2, text);
        break;
    case WorklistModel::Images:
        drawText(*painter, rect, TextRole::Body, t.t1, text, Qt::AlignRight);
        break;
    default:
        drawText(*painter, rect, TextRole::Body, t.t1, text);
        break;
    }
    painter->restore();
}

QSize WorklistDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {80, RowHeight};
}

} // namespace consilium::app
