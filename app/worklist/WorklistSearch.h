#pragma once
#include "app/worklist/StudySource.h"
#include "app/worklist/WorklistFilter.h"
#include "app/worklist/WorklistRow.h"
#include "base/Clock.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace consilium::app
{

/// A list that an archive gave in this run, by what it was asked for.
struct ListedPart {
    WorklistFilter filter; ///< without what no archive is asked for, and without a text
    QDate today;           ///< from where its days are counted
    bool isWhole = false;  ///< no further page was left
    TimeMs at = 0;
};

/// What is known about an archive from its last answer.
struct SourceState {
    enum class Status { Unknown, Asking, Answered, Failed };
    ArchiveId id;
    QString name;
    Status status = Status::Unknown;
    int roundTripMs = -1; ///< of the last answer; while asking: how long already, once that is slow
    bool slow = false;
    Error error;           ///< with Failed
    TimeMs since = 0;      ///< when it first failed; 0: its last answer came
    TimeMs answeredAt = 0; ///< when its list last came; while it is out of date: the one that holds what is asked for
    int found = 0;         ///< studies so far
    int unreadable = 0;    ///< entries of its list that could not be read, and are not shown
    /// It is out of date, has listed something, and no list that came whole holds all that is asked for now.
    bool isIncomplete = false;
    std::vector<ListedPart> parts; ///< what it has listed, where that is incomplete; the newest first

    /// It has not answered since: what the list shows of it may have changed.
    [[nodiscard]] bool isOutOfDate() const { return since != 0; }
};

/// Asks all archives at once and hands on what each answers as it comes; a new search cancels the one before. An
/// archive that fails does not hold up the others. UI thread only.
///
/// The list is what the archives have without the text (the days, the modalities ...). A text asks them again and adds
/// what they find by it: so that what the archives cannot look for, pinyin above all, is found in the list.
///
/// What an archive has listed stays in the list until it says otherwise: one that does not answer takes no row away.
/// All that it has listed in this run, whatever the filter was, is known then, and shown by the filter that is set.
class WorklistSearch : public QObject
{
    Q_OBJECT
public:
    static constexpr int PageSize = 200;
    static constexpr int SlowMs = 1500;
    static constexpr int LookPages = 25;      ///< of an archive that lookOn() loads at most
    static constexpr int RefreshRows = 1'000; ///< of a list that a refresh asks for at most

    explicit WorklistSearch(const Clock &clock, QObject *parent = nullptr);
    ~WorklistSearch() override;

    /// Replaces the archives; those that stay keep their rows and what is known about them. Does not search.
    void setSources(std::vector<std::shared_ptr<StudySource>> sources);
    [[nodiscard]] std::shared_ptr<StudySource> source(const ArchiveId &id) const;

    /// Where nothing but the text is another than before, or there is one and everything is the same, the list stays
    /// and only the text is asked for; not so `anew`. Asked the same again, the rows stay until each archive answers.
    void start(const WorklistFilter &filter, const QDate &today, bool anew = false);
    /// Asks the same again; what is there stays meanwhile. Does nothing while something else is asked.
    void refresh();
    void retry(const ArchiveId &archive); ///< asks this one again
    void loadMore();
    /// Loads further pages of the lists one after another, for what no archive can be asked for: till all are there, an
    /// archive fails, LookPages of each have come, or stopLooking(). Does nothing while something is asked.
    void lookOn();
    void stopLooking(); ///< what has come stays
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_running > 0; }
    [[nodiscard]] bool isRefreshing() const { return m_refreshing && isRunning(); }
    /// Which of the places is to be opened: of those with the most images the one whose archive answers fastest; one
    /// that has failed only where no other is left.
    [[nodiscard]] const WorklistRow &nearest(const MergedStudy &study) const;
    [[nodiscard]] bool hasMore() const;
    [[nodiscard]] bool isLooking() const { return m_looking; }
    [[nodiscard]] double lookedShare() const;    ///< of the pages that lookOn() loads at most, 0 to 1
    [[nodiscard]] bool hasMoreListed() const;    ///< an archive has more in its list, whatever the text is
    [[nodiscard]] qsizetype listedCount() const; ///< studies of all lists so far, once for each archive
    [[nodiscard]] std::vector<SourceState> sources() const;
    /// Everything that has arrived since the search began: a page that is built later begins with it.
    [[nodiscard]] const std::vector<WorklistRow> &rows() const { return m_rows; }

Q_SIGNALS:
    void started();         ///< forget the rows there were
    void textSearchBegan(); ///< forget those that only answered the text before
    /// Of this archive only these are left.
    void rowsLeft(const consilium::ArchiveId &archive, const QSet<QString> &studies);
    void rowsArrived(const std::vector<consilium::app::WorklistRow> &rows);
    void sourceChanged(const consilium::ArchiveId &archive);
    void finished(); ///< every archive has answered or failed

private:
    struct Asked {
        dicomweb::StudyQuery query;
        bool isText = false; ///< by the typed text, else the list itself
        bool running = false, more = false;
        int unreadable = 0;     ///< entries of the pages that have come
        bool isFurther = false; ///< what runs is the next page, not the first again
    };
    struct Entry {
        std::shared_ptr<StudySource> source;
        SourceState state;
        std::vector<Asked> asked;
        QSet<QString> listed;                 ///< study UIDs of the list
        QSet<QString> byText;                 ///< those found by the text beside it: what two queries find is one row
        bool hasListed = false;               ///< it has answered: what a refresh brings beside that is new
        bool hasFailed = false;               ///< one of the queries that run together
        bool again = false;                   ///< rows of an earlier answer are there: the next list takes their place
        std::map<QString, WorklistRow> known; ///< all that it has listed, by Study Instance UID: see knownRows()
        std::vector<ListedPart> parts;        ///< by what lists that became known
        std::int64_t askedAtNs = 0;
        int lookLeft = 0; ///< pages that lookOn() may still load
    };
    void ask(Entry &entry, std::size_t index);
    void askFurther(Entry &entry, std::size_t index);
    static void giveBack(Asked &asked);
    [[nodiscard]] bool isCut(const Entry &entry, const Asked &asked) const;
    void goOnLooking(const ArchiveId &archive, std::size_t index);
    [[nodiscard]] bool isShown(const Asked &asked) const { return asked.isText != m_filter.text.trimmed().isEmpty(); }
    void forgetText(Entry &entry);
    void forgetList();
    void forgetFoundByText();
    [[nodiscard]] std::vector<WorklistRow> knownRows(Entry &entry) const;
    [[nodiscard]] WorklistFilter listFilter() const;
    void learn(Entry &entry, const Asked &asked, const std::vector<WorklistRow> &rows);
    void showKnown(Entry &entry);
    [[nodiscard]] bool replaces(const Entry &entry) const { return m_refreshing || entry.again; }
    void takeFailure(Entry &entry, bool isText, const Error &error);
    void replaceList(Entry &entry, const dicomweb::StudyPage &page);
    std::vector<WorklistRow> rowsOf(Entry &entry, bool isText, const dicomweb::StudyPage &page);
    void keep(const std::vector<WorklistRow> &rows);
    void eraseRows(const std::function<bool(const WorklistRow &)> &gone);
    void take(const ArchiveId &archive, std::size_t index, const Result<dicomweb::StudyPage> &page);
    void markSlow();
    void begin(Entry &entry);
    void endAsking();
    void end();
    Entry *entry(const ArchiveId &id);

    const Clock &m_clock;
    std::vector<Entry> m_entries;
    WorklistFilter m_filter;
    QDate m_today;
    bool m_wasStarted = false;
    bool m_hasList = false;    ///< every archive was asked for the list, and answered or failed
    bool m_refreshing = false; ///< what runs is a refresh
    bool m_looking = false;    ///< what runs began with lookOn()
    std::vector<WorklistRow> m_rows;
    std::map<std::pair<ArchiveId, StudyUid>, std::size_t> m_places; ///< where each is in m_rows
    CancelToken m_cancel;
    QTimer m_slowTimer;
    int m_running = 0;
};

} // namespace consilium::app
