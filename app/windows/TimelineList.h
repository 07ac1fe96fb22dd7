#pragma once
#include "app/usecases/TimelineEntry.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

#include <set>
#include <vector>

namespace consilium::app
{

/// The studies of a timeline as rows, the newest first.
class TimelineModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        StudyRole = Qt::UserRole, ///< Study Instance UID
        WhenRole,                 ///< day and age
        WhatRole,                 ///< modality, description, region
        WhereRole,                ///< hospital, archives
        StandingRole,             ///< TimelineEntry::Standing as int
        StandingTextRole,         ///< in words; empty: the patient is the same, for sure
        OpenRole,                 ///< shown in a view now
    };
    using QAbstractListModel::QAbstractListModel;

    /// `shown`: studies that a view shows.
    void set(std::vector<TimelineEntry> entries, const TimelineEntry &read, std::set<StudyUid> shown);
    [[nodiscard]] const std::vector<TimelineEntry> &entries() const { return m_entries; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// All that a row says, in one line, for scenarios and for a screen reader.
    [[nodiscard]] QString line(int row) const;

private:
    [[nodiscard]] QString when(const TimelineEntry &entry) const;

    std::vector<TimelineEntry> m_entries;
    TimelineEntry m_read;
    std::set<StudyUid> m_shown;
};

/// How the patient of an entry stands to the one that is read, in a few words; empty: the same, for sure.
[[nodiscard]] QString standingText(TimelineEntry::Standing standing);

/// A row: when and how long before; what; where, or why it may be somebody else's. Shown ones have a thin
/// frame; a dashed one is about doubt alone, round images that may be somebody else's.
class TimelineDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int rowPx = 66;
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Arrows choose, Enter opens beside, as a click does. After a click the keyboard is still with the images.
class TimelineList : public QListView
{
    Q_OBJECT
public:
    explicit TimelineList(QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace consilium::app
