#pragma once
#include "app/usecases/ReadStates.h"
#include "app/worklist/QuickFilter.h"
#include "app/worklist/WorklistSearch.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <functional>
#include <vector>

namespace consilium::app
{

/// The studies found, one a row, in the order chosen by the header, and of these what the text and the institution
/// leave. Rows arrive in pages and are merged and sorted in; the selection stays with its study.
class WorklistModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Patient,
        PatientId,
        SexAge,
        Accession,
        Modality,
        Description,
        BodyPart,
        When,
        Institution,
        Referring,
        Source,
        Images,
        Reading, ///< how far this person is with it (ReadStates)
        Preview, ///< a small picture; stands first in the table
        ColumnCount
    };

    explicit WorklistModel(QObject *parent = nullptr);

    void clear();
    void add(const std::vector<WorklistRow> &rows);
    void forgetText(); ///< rows that only answered the text
    void keepOnly(const ArchiveId &archive, const QSet<QString> &studies);
    /// Shows what matches at once, of what is there.
    /// `onlyNames`: the text is looked for in names alone, also in what an archive answered to it.
    void setFilter(const QString &text, const QString &institution, bool onlyNames = false);
    void setOnly(const QStringList &studies); ///< of all that was loaded no other than these; empty: all
    /// Whether a study was opened on this workstation today.
    void setOpenedTest(std::function<bool(const StudyUid &)> isOpened);
    /// How far this person is with a study. Without it nothing is said of that.
    void setReadTest(std::function<ReadState(const StudyUid &)> readState);
    void readChanged();                       ///< asks for all of them again
    void setReadFilter(const QString &state); ///< WorklistFilter::readState
    void setUrgentFirst(bool on);             ///< above all others, whatever the order
    [[nodiscard]] bool isUrgentFirst() const { return m_urgentFirst; }
    void openedChanged();   ///< asks for all of them again
    void markSeen(int row); ///< no longer new
    /// Which archives give no list, and why: what only they have is shown as out of date.
    void setOutOfDate(const std::vector<SourceState> &archives);
    [[nodiscard]] bool isOutOfDate(int row) const;
    [[nodiscard]] bool hasRowsOf(const ArchiveId &archive) const; ///< whether or not the filter wants them

    [[nodiscard]] const MergedStudy &study(int row) const;
    [[nodiscard]] const WorklistRow &row(int index) const { return study(index).shown(); }
    [[nodiscard]] int indexOf(const ArchiveId &archive, const StudyUid &study) const; ///< -1 when absent
    [[nodiscard]] bool isOpened(int row) const { return m_facts[std::size_t(m_shown[std::size_t(row)])].opened; }
    [[nodiscard]] bool knowsReadStates() const { return bool(m_readState); }
    [[nodiscard]] ReadState readState(int row) const { return m_facts[std::size_t(m_shown[std::size_t(row)])].read; }
    /// The row of this study, and of this patient where another one's has its UID; -1: it is not in the list as it is
    /// filtered now.
    [[nodiscard]] int rowOf(const StudyUid &study, const dicom::PatientIdentity &patient) const;
    [[nodiscard]] int readCount(ReadState state) const;   ///< of those shown
    [[nodiscard]] int unreadCount() const;                ///< of those shown, not opened today
    [[nodiscard]] int urgentCount(bool onlyUnread) const; ///< of those shown
    [[nodiscard]] int newCount() const;                   ///< of those shown
    [[nodiscard]] int firstNew() const;                   ///< its row; -1 when there is none
    [[nodiscard]] QStringList institutions() const;       ///< of all that was loaded, sorted

    [[nodiscard]] static QString urgencyText(Urgency urgency); ///< one word
    [[nodiscard]] static QString readText(ReadState state);    ///< "Read by me"

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    /// What is computed once a study.
    struct Facts {
        QuickKey key;
        bool opened = false;
        ReadState read = ReadState::Unread;
    };
    void relayOut(const std::function<void()> &change);
    void learn(std::size_t from);
    void sortStudies();
    void choose();
    [[nodiscard]] bool isWanted(int study) const;
    [[nodiscard]] QString text(const MergedStudy &merged, int column) const;

    StudyMerge m_merge;
    std::vector<Facts> m_facts; ///< beside the studies
    std::vector<int> m_order;   ///< studies, sorted
    std::vector<int> m_shown;   ///< those of m_order that are wanted
    QString m_text, m_institution;
    QStringList m_only;
    QuickFilter m_filter;
    bool m_onlyNames = false;
    bool m_textAnswered = false; ///< rows that answered the text answered this one
    std::function<bool(const StudyUid &)> m_isOpened;
    std::function<ReadState(const StudyUid &)> m_readState;
    QString m_readFilter;
    /// What keeps an archive from listing: nothing comes from it, its network's proxy, or anything else.
    enum class Away { Silent, Proxy, NoList };
    [[nodiscard]] Away away(const MergedStudy &merged) const;
    [[nodiscard]] static QString awayText(Away away); ///< "%1" is for the archives
    [[nodiscard]] static QString awayTip(Away away);  ///< so too
    QHash<ArchiveId, Away> m_outOfDate;
    bool m_urgentFirst = true;
    int m_column = When;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace consilium::app
