#pragma once
#include "app/worklist/StudySource.h"
#include "app/worklist/WorklistFilter.h"
#include "base/Clock.h"
#include "viewer/dicom/StudyModel.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>
#include <vector>

namespace consilium::app
{

/// One study in one archive.
struct WorklistRow {
    dicom::StudyHeader study;
    ArchiveId archive;
    QString archiveName;
};

/// What is known about an archive from its last answer.
struct SourceState {
    enum class Status { Unknown, Asking, Answered, Failed };
    ArchiveId id;
    QString name;
    Status status = Status::Unknown;
    int roundTripMs = -1; ///< of the last answer; while asking: how long already, once that is slow
    bool slow = false;
    Error error;      ///< with Failed
    TimeMs since = 0; ///< when it first failed
    int found = 0;    ///< studies so far
};

/// Asks all archives at once and hands on what each answers as it comes; a new search cancels the one before. An
/// archive that fails does not hold up the others. UI thread only.
class WorklistSearch : public QObject
{
    Q_OBJECT
public:
    static constexpr int PageSize = 200;
    static constexpr int SlowMs = 1500;

    explicit WorklistSearch(const Clock &clock, QObject *parent = nullptr);
    ~WorklistSearch() override;

    /// Replaces the archives; those with the same id keep what is known about them. Does not search.
    void setSources(std::vector<std::shared_ptr<StudySource>> sources);
    [[nodiscard]] std::shared_ptr<StudySource> source(const ArchiveId &id) const;

    void start(const WorklistFilter &filter, const QDate &today);
    void retry(const ArchiveId &archive); ///< asks this one again
    void loadMore();
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_running > 0; }
    [[nodiscard]] bool hasMore() const;
    [[nodiscard]] std::vector<SourceState> sources() const;
    /// Everything that has arrived since the search began: a page that is built later begins with it.
    [[nodiscard]] const std::vector<WorklistRow> &rows() const { return m_rows; }

Q_SIGNALS:
    void started(); ///< forget the rows there were
    void rowsArrived(const std::vector<consilium::app::WorklistRow> &rows);
    void sourceChanged(const consilium::ArchiveId &archive);
    void finished(); ///< every archive has answered or failed

private:
    struct Asked {
        dicomweb::StudyQuery query;
        bool running = false, more = false;
    };
    struct Entry {
        std::shared_ptr<StudySource> source;
        SourceState state;
        std::vector<Asked> asked;
        QSet<QString> seen; ///< study UIDs: a study that two queries find is one row
        std::int64_t askedAtNs = 0;
    };
    void ask(Entry &entry, std::size_t index);
    void take(const ArchiveId &archive, std::size_t index, const Result<dicomweb::StudyPage> &page);
    void markSlow();
    void begin(Entry &entry);
    void endAsking();
    Entry *entry(const ArchiveId &id);

    const Clock &m_clock;
    std::vector<Entry> m_entries;
    std::vector<dicomweb::StudyQuery> m_queries;
    std::vector<WorklistRow> m_rows;
    CancelToken m_cancel;
    QTimer m_slowTimer;
    int m_running = 0;
};

} // namespace consilium::app
