#include "viewer/widgets/MarkList.h"

#include "viewer/dicom/PatientMatch.h"
#include "viewer/objects/StudyObjects.h"
#include "viewer/render2d/OverlayFormat.h"
#include "viewer/render2d/StatedValues.h"
#include "viewer/widgets/MarkWords.h"
#include "viewer/widgets/NavigationKeys.h"
#include "viewer/widgets/PlainToolTip.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{

QString imageKey(const SopInstanceUid &sop, int frame)
{
    return sop.text() + u'/' + QString::number(frame);
}

bool isSaidByTextAlone(session::AnnotationKind kind)
{
    return kind == session::AnnotationKind::Text || kind == session::AnnotationKind::Arrow ||
           kind == session::AnnotationKind::KeyImage;
}

} // namespace

MarkModel::MarkModel(session::ActionDispatcher &dispatcher, pixels::StudyImages &images, QObject *parent)
    : QAbstractListModel(parent), m_dispatcher(dispatcher), m_images(images)
{
}

void MarkModel::setStudies(const std::vector<StudyUid> &studies)
{
    beginResetModel();
    m_studies = studies;
    m_imagesOfStudies.clear();
    m_rows.clear();
    for (std::size_t study = 0; study < studies.size(); ++study) {
        int order = 0;
        for (const auto &stack : m_images.dataSets(studies[study])) {
            for (std::size_t i = 0; stack && i < stack->slices.size(); ++i) {
                const dicom::Instance &image = *stack->slices[i];
                m_imagesOfStudies.insert(
                    imageKey(image.sop, image.frame),
                    {stack->id, stack->header.modality.trimmed(), int(study), order, int(i), stack->header.number});
            }
            ++order;
        }
    }
    m_dispatcher.state().annotations().forEach([this](const session::Annotation &mark) {
        if (auto row = rowOf(mark))
            m_rows.push_back(std::move(*row));
    });
    std::sort(m_rows.begin(), m_rows.end());
    endResetModel();
}

std::optional<MarkModel::Row> MarkModel::rowOf(const session::Annotation &mark) const
{
    const auto image = m_imagesOfStudies.constFind(imageKey(mark.sop, mark.frame));
    if (image == m_imagesOfStudies.constEnd())
        return std::nullopt;
    Row row{mark.id,           mark.sop,          mark.frame,   image->stack,       image->modality,
            image->studyOrder, image->stackOrder, image->slice, image->seriesNumber};
    row.calibrates = mark.kind == session::AnnotationKind::Calibration;
    return row;
}

void MarkModel::updateMarks(const std::vector<AnnotationId> &marks)
{
    for (const AnnotationId &mark : marks)
        updateMark(mark);
}

void MarkModel::updateMark(const AnnotationId &id)
{
    const auto there = std::find_if(m_rows.begin(), m_rows.end(), [&id](const Row &row) { return row.id == id; });
    const session::Annotation *const mark = m_dispatcher.state().annotations().find(id);
    auto next = mark ? rowOf(*mark) : std::nullopt;
    const int at = int(there - m_rows.begin());
    const bool wasCalibration = there != m_rows.end() && there->calibrates;
    if (wasCalibration || (next && next->calibrates))
        forgetValues(next ? next->sop : there->sop);
    if (there == m_rows.end()) {
        if (!next)
            return;
        const auto before = std::lower_bound(m_rows.begin(), m_rows.end(), *next);
        const int row = int(before - m_rows.begin());
        beginInsertRows({}, row, row);
        m_rows.insert(before, std::move(*next));
        endInsertRows();
    } else if (!next) {
        beginRemoveRows({}, at, at);
        m_rows.erase(there);
        endRemoveRows();
    } else { // a mark never goes to another image
        there->value.reset();
        Q_EMIT dataChanged(index(at), index(at));
    }
}

void MarkModel::forgetValues(const SopInstanceUid &image)
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].sop != image)
            continue;
        m_rows[i].value.reset();
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

void MarkModel::updateFrame(const pixels::FrameKey &key)
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        if (row.sop != key.sop || row.frame != key.frame)
            continue;
        row.value.reset();
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

void MarkModel::updateSuv()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        if (!row.value || row.suv == suvShown(m_dispatcher.state(), row.stack))
            continue;
        row.value.reset();
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

void MarkModel::retranslate()
{
    for (Row &row : m_rows)
        row.value.reset();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

void MarkModel::updateOrigins()
{
    retranslate();
}

int MarkModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QModelIndex MarkModel::indexOf(const AnnotationId &mark) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].id == mark)
            return index(int(i));
    }
    return {};
}

/// Whose it is, and where it is kept.
QString MarkModel::originText(const session::Annotation &mark) const
{
    const bool isOwn = mark.author == m_dispatcher.localActor();
    const objects::StudyObjects *const known = m_images.objects();
    if (!known)
        return isOwn ? tr("yours") : mark.author.text();
    const objects::MarkOrigin *const origin = known->origin(mark.id);
    if (!origin)
        return isOwn ? tr("yours, not saved") : mark.author.text();
    const bool isAsKept = render2d::isAsKept(mark, *origin) && mark.text == origin->text;
    const QString when = render2d::dateTimeText(origin->made.left(8), origin->made.mid(8, 6));
    if (isOwn)
        return !isAsKept           ? tr("yours, changed, not saved")
               : origin->isWaiting ? tr("yours, saved, waiting to be sent")
               : when.isEmpty()    ? tr("yours, saved")
                                   : tr("yours, saved %1").arg(when);
    QStringList parts{mark.author.text(), when, origin->program == mark.author.text() ? QString() : origin->program};
    if (!origin->layer.isEmpty()) {
        const session::HiddenLayers &hidden = m_dispatcher.state().hiddenLayers();
        const bool isHidden = origin->graphicLayer && hidden.contains({origin->object, origin->graphicLayer->name});
        //: %1: what a presentation state calls one of its layers
        parts << (isHidden ? tr("layer %1, hidden").arg(origin->layer) : tr("layer %1").arg(origin->layer));
    }
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

/// Of a key image the words by which it was chosen: its own text is the code of the reason.
QString MarkModel::remarkText(const session::Annotation &mark) const
{
    if (mark.kind != session::AnnotationKind::KeyImage)
        return mark.text;
    const objects::StudyObjects *const known = m_images.objects();
    const objects::MarkOrigin *const origin = known ? known->origin(mark.id) : nullptr;
    return origin ? origin->remark : QString();
}

/// The label at the mark, in one line. Empty where the image is not there to read from.
const QString &MarkModel::valueOf(const Row &row, const session::Annotation &mark) const
{
    if (row.value)
        return *row.value;
    row.value = QString();
    row.provisional = false;
    row.suv = suvShown(m_dispatcher.state(), row.stack);
    if (mark.kind == session::AnnotationKind::KeyImage) {
        row.value = keyImageReason(mark.text);
        return *row.value;
    }
    if (const auto fused = m_fused.find(row.id); fused != m_fused.end()) {
        setValue(row, mark, fused->second.label, fused->second.isProvisional);
        return *row.value;
    }
    const auto stack = m_images.dataSet(row.stack);
    const bool isThere = stack && row.slice < int(stack->slices.size()) && !isSaidByTextAlone(mark.kind) &&
                         stack->slices[std::size_t(row.slice)]->sop == row.sop;
    const auto shape =
        isThere ? shapeOfMark(mark, {stack, row.slice}, m_dispatcher.state().annotations(), m_images, row.suv)
                : std::nullopt;
    if (shape)
        setValue(row, mark, shape->label, shape->provisional);
    return *row.value;
}

void MarkModel::setValue(const Row &row, const session::Annotation &mark, const QString &label, bool isProvisional)
{
    QStringList lines = label.split(u'\n', Qt::SkipEmptyParts);
    lines.removeAll(mark.text); // it stands as the remark
    row.value = lines.join(u" · "_s);
    row.provisional = isProvisional;
}

void MarkModel::setFused(const std::vector<render2d::MarkShape> &drawn)
{
    std::map<AnnotationId, Fused> fused;
    for (const render2d::MarkShape &shape : drawn)
        if (shape.figure(render2d::Figure::FusedMean) || shape.figure(render2d::Figure::FusedValue))
            fused.emplace(shape.id, Fused{shape.label, shape.provisional});
    if (fused == m_fused)
        return;
    fused.swap(m_fused);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const auto before = fused.find(m_rows[i].id), now = m_fused.find(m_rows[i].id);
        const bool isThere = before != fused.end(), isThereNow = now != m_fused.end();
        if (isThere == isThereNow && (!isThere || before->second == now->second))
            continue;
        m_rows[i].value.reset();
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

QString MarkModel::imageText(const Row &row) const
{
    return row.seriesNumber >= 0 ? tr("Series %1, image %2").arg(row.seriesNumber).arg(row.slice + 1)
                                 : tr("Image %1").arg(row.slice + 1);
}

/// Day and modality; the time too where another of the studies is of that day, and whose it is where they are not all
/// one patient's: as StudyImages::pairs() has it, else as they say it.
QString MarkModel::studyText(const Row &row) const
{
    if (m_studies.size() < 2)
        return {};
    const dicom::StudyHeader own = m_images.study(m_studies[std::size_t(row.studyOrder)]);
    bool isDayAlone = true, isOnePatient = true;
    for (std::size_t i = 0; i < m_studies.size(); ++i) {
        if (int(i) == row.studyOrder)
            continue;
        const dicom::StudyHeader other = m_images.study(m_studies[i]);
        isDayAlone = isDayAlone && other.date != own.date;
        using Pair = dicom::StudyPairs::Verdict;
        const Pair pair = m_images.pairs().between(m_studies[std::size_t(row.studyOrder)], m_studies[i]);
        isOnePatient =
            isOnePatient && (pair == Pair::Unjudged ? dicom::samePatient(own.patient, other.patient) &&
                                                          !dicom::contradictEachOther(own.patient, other.patient)
                                                    : pair != Pair::Apart);
    }
    const QString when = render2d::dateTimeText(own.date, isDayAlone ? QString() : own.time);
    QStringList parts{when.isEmpty() ? tr("study without a date") : when, row.modality};
    if (!isOnePatient)
        parts << own.patient.name.display() << own.patient.id.trimmed();
    parts.removeAll(QString());
    return parts.join(u' ');
}

QVariant MarkModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_rows.size()))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    const session::Annotation *const mark = m_dispatcher.state().annotations().find(row.id);
    if (!mark)
        return {};
    const bool isOwn = mark->author == m_dispatcher.localActor();
    const QString author = originText(*mark);
    switch (role) {
    case IdRole:
        return row.id.text();
    case KindRole:
        return int(mark->kind);
    case ValueRole: {
        const QString &value = valueOf(row, *mark);
        return value.isEmpty() && !isSaidByTextAlone(mark->kind) ? u"—"_s : value;
    }
    case ImageRole:
        return imageText(row);
    case AuthorRole:
        return author;
    case RemarkRole: // of a calibration the text is its value
        return mark->kind == session::AnnotationKind::Calibration ? QString() : remarkText(*mark);
    case OwnRole:
        return isOwn;
    case ProvisionalRole:
        (void)valueOf(row, *mark);
        return row.provisional;
    case StudyRole:
        return studyText(row);
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: {
        const QString &value = valueOf(row, *mark);
        // Missing slices and damage are no more the cause than uneven steps or an end beyond the images of a series
        // that is all there: which of them it is, the value's own lines and the bands of its image say.
        const QString reserve = tr("measured with reservations: the data are incomplete or unevenly spaced, or it "
                                   "reaches beyond them");
        QStringList parts{markKindName(mark->kind), value,  row.provisional ? reserve : QString(), studyText(row),
                          imageText(row),           author, data(index, RemarkRole).toString()};
        parts.removeAll(QString());
        return role == Qt::ToolTipRole ? plainToolTip(parts.join(u'\n')) : parts.join(u" · "_s);
    }
    default:
        return {};
    }
}

void MarkDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int insetPx = 12, iconPx = 18, gapPx = 10, linePx = 18, signPx = 16, signGapPx = 6;
    const Tokens &t = tokens(option.palette);
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (isCurrent)
        painter->fillRect(option.rect, t.acbg);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, t.bg2);
    if (isCurrent)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), t.ac);
    const QRect area = option.rect.adjusted(insetPx, 0, -insetPx, 0);
    const auto kind = session::AnnotationKind(index.data(MarkModel::KindRole).toInt());
    paintIcon(*painter, markIcon(kind),
              QRectF(area.left(), area.top() + (MarkDelegate::rowPx - iconPx) / 2.0, iconPx, iconPx),
              isCurrent ? t.ac : t.t2);
    const int left = area.left() + iconPx + gapPx, wide = area.right() - left;
    const bool isProvisional = index.data(MarkModel::ProvisionalRole).toBool();
    if (isProvisional)
        paintIcon(*painter, u"half-moon"_s, QRectF(area.right() - signPx, area.top() + 5, signPx, signPx), t.warn);
    const int besideSign = isProvisional ? wide - signPx - signGapPx : wide;
    const auto line = [&](int top, int room, TextRole role, const QColor &ink, const QStringList &parts) {
        QStringList said = parts;
        said.removeAll(QString());
        painter->setFont(fontFor(role));
        painter->setPen(ink);
        painter->drawText(QRect(left, top, room, linePx), Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(said.join(u" · "_s), Qt::ElideRight, room));
    };
    const QString remark = index.data(MarkModel::RemarkRole).toString().simplified();
    line(area.top() + 4, besideSign, TextRole::CaptionStrong, t.t1,
         {markKindName(kind), index.data(MarkModel::ValueRole).toString()});
    line(area.top() + 22, wide, TextRole::Caption, t.t2,
         {index.data(MarkModel::StudyRole).toString(), remark, index.data(MarkModel::ImageRole).toString(),
          index.data(MarkModel::AuthorRole).toString()});
    painter->setPen(t.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(t.ac, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

QSize MarkDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, rowPx};
}

MarkList::MarkList(QWidget *parent) : QListView(parent)
{
    setObjectName(u"mark-list"_s);
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setItemDelegate(new MarkDelegate(this));
    keepNavigationKeys(*this);
    connect(this, &QListView::clicked, this, &MarkList::chosen);
}

bool MarkList::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->keyCombination() == QKeyCombination(Qt::Key_Delete)) {
        event->accept(); // the row's mark, not one of the images
        return true;
    }
    return QListView::event(event);
}

void MarkList::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid())
        Q_EMIT chosen(currentIndex());
    else if (event->key() == Qt::Key_Delete && currentIndex().isValid())
        Q_EMIT removeRequested(currentIndex());
    else
        QListView::keyPressEvent(event);
}

} // namespace consilium::widgets
