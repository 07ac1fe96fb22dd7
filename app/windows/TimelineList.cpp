#include "app/windows/TimelineList.h"

#include "viewer/render2d/CodeWords.h"
#include "viewer/render2d/OverlayFormat.h"
#include "viewer/widgets/NavigationKeys.h"
#include "viewer/widgets/PlainToolTip.h"
#include "viewer/widgets/ViewportWidget.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace consilium::app
{

using Standing = TimelineEntry::Standing;
using widgets::TextRole;

namespace
{

constexpr int insetPx = 12, linePx = 18, topPx = 6, iconPx = 14;

/// Colour and sign of a standing: never colour alone.
struct Look {
    QString icon;
    QColor ink;
};

Look lookOf(Standing standing, const widgets::Tokens &t)
{
    switch (standing) {
    case Standing::Perhaps:
        return {u"question"_s, t.warn};
    case Standing::Contradicted:
    case Standing::Denied:
        return {u"danger"_s, t.crit};
    case Standing::ByHand:
        return {u"user"_s, t.ac};
    case Standing::Read:
    case Standing::Same:
        break;
    }
    return {QString(), t.t3};
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString whatOf(const TimelineEntry &entry)
{
    QString text = entry.study.description.trimmed();
    if (text.isEmpty()) {
        QStringList parts;
        for (const QString &part : entry.bodyParts)
            parts << render2d::bodyPartText(part);
        text = parts.join(TimelineModel::tr(", "));
    }
    return joined({entry.modalities.join(u"/"_s), text});
}

QString whereOf(const TimelineEntry &entry)
{
    QStringList archives{entry.archiveName};
    archives << entry.alsoAt;
    archives.removeAll(QString());
    return joined({entry.study.institution.trimmed(), archives.join(TimelineModel::tr(", "))});
}

} // namespace

QString standingText(Standing standing)
{
    switch (standing) {
    case Standing::Read:
        return TimelineModel::tr("this study");
    case Standing::ByHand:
        return TimelineModel::tr("confirmed by hand");
    case Standing::Perhaps:
        return TimelineModel::tr("perhaps the same patient");
    case Standing::Contradicted:
        return TimelineModel::tr("contradiction: do not compare");
    case Standing::Denied:
        return TimelineModel::tr("another patient");
    case Standing::Same:
        break;
    }
    return {};
}

void TimelineModel::set(std::vector<TimelineEntry> entries, const TimelineEntry &read, std::set<StudyUid> shown)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_read = read;
    m_shown = std::move(shown);
    endResetModel();
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QString TimelineModel::when(const TimelineEntry &entry) const
{
    const QString day = render2d::dateTimeText(entry.study.date, {});
    if (entry.standing == Standing::Read)
        return joined({day.isEmpty() ? tr("no date") : day, standingText(entry.standing)});
    return joined({day.isEmpty() ? tr("no date") : day, ageText(entry.study.date, m_read.study.date)});
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const TimelineEntry &entry = m_entries[std::size_t(index.row())];
    switch (role) {
    case StudyRole:
        return entry.study.uid.text();
    case WhenRole:
        return when(entry);
    case WhatRole:
        return whatOf(entry);
    case WhereRole:
        return whereOf(entry);
    case StandingRole:
        return int(entry.standing);
    case StandingTextRole:
        return entry.standing == Standing::Read ? QString() : standingText(entry.standing);
    case OpenRole:
        return m_shown.contains(entry.study.uid);
    case Qt::ToolTipRole:
        return widgets::plainToolTip(line(index.row()).replace(u" | "_s, u"\n"_s));
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return line(index.row());
    default:
        return {};
    }
}

QString TimelineModel::line(int row) const
{
    const TimelineEntry &entry = m_entries[std::size_t(row)];
    QStringList parts{when(entry), whatOf(entry), whereOf(entry)};
    if (entry.standing != Standing::Read && entry.standing != Standing::Same)
        parts << standingText(entry.standing)
              << joined({entry.record.identity.name.display(), entry.record.identity.id}) << entry.why;
    if (m_shown.contains(entry.study.uid))
        parts << tr("shown");
    parts.removeAll(QString());
    return parts.join(u" | "_s);
}

QStringList TimelineModel::mimeTypes() const
{
    return {widgets::ViewportWidget::studyMimeType()};
}

QMimeData *TimelineModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(widgets::ViewportWidget::studyMimeType(), indexes.front().data(StudyRole).toString().toUtf8());
    return data;
}

Qt::ItemFlags TimelineModel::flags(const QModelIndex &index) const
{
    return QAbstractListModel::flags(index) | Qt::ItemIsDragEnabled;
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const widgets::Tokens &t = widgets::tokens(option.palette);
    const auto standing = Standing(index.data(TimelineModel::StandingRole).toInt());
    const Look look = lookOf(standing, t);
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (isCurrent)
        painter->fillRect(option.rect, t.acbg);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, t.bg2);
    if (standing == Standing::Read || isCurrent)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), t.ac);
    const QRect area = option.rect.adjusted(insetPx, topPx, -insetPx, 0);
    const auto line = [&](int row, int left, TextRole role, const QColor &ink, const QString &text) {
        painter->setFont(widgets::fontFor(role));
        painter->setPen(ink);
        const QRect room(area.left() + left, area.top() + row * linePx, area.width() - left, linePx);
        painter->drawText(room, Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
    };
    line(0, 0, TextRole::CaptionStrong, t.t1, index.data(TimelineModel::WhenRole).toString());
    line(1, 0, TextRole::Caption, t.t2, index.data(TimelineModel::WhatRole).toString());
    const QString words = index.data(TimelineModel::StandingTextRole).toString();
    if (words.isEmpty()) {
        line(2, 0, TextRole::Caption, isCurrent ? t.t2 : t.t3, index.data(TimelineModel::WhereRole).toString());
    } else {
        widgets::paintIcon(*painter, look.icon,
                           QRectF(area.left(), area.top() + 2 * linePx + (linePx - iconPx) / 2.0, iconPx, iconPx),
                           look.ink);
        line(2, iconPx + 6, TextRole::Caption, look.ink,
             joined({words, index.data(TimelineModel::WhereRole).toString()}));
    }
    painter->setPen(t.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (index.data(TimelineModel::OpenRole).toBool()) {
        painter->setPen(QPen(t.t2, 1));
        painter->drawRect(option.rect.adjusted(5, 2, -4, -4));
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(t.ac, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, rowPx};
}

TimelineList::TimelineList(QWidget *parent) : QListView(parent)
{
    setObjectName(u"timeline-list"_s);
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setDragDropMode(QAbstractItemView::DragOnly);
    setItemDelegate(new TimelineDelegate(this));
    widgets::keepNavigationKeys(*this);
    connect(this, &QListView::clicked, this, &TimelineList::chosen);
}

void TimelineList::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid())
        Q_EMIT chosen(currentIndex());
    else
        QListView::keyPressEvent(event);
}

} // namespace consilium::app
