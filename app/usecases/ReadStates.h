#pragma once
#include "base/Clock.h"
#include "base/Ids.h"
#include "base/store/StoreThread.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace consilium::app
{

/// How far one person is with a study. Numbers stand in the store: never reused.
enum class ReadState {
    Unread = 0,
    Claimed = 1, ///< this person is reading it
    Read = 2
};

/// What one person has said about studies: claimed, read. Kept in that person's encrypted store on this computer, and
/// nowhere else: provisional, for nobody at another computer sees it. UI thread only; nothing here waits for a disk.
class ReadStates : public QObject
{
    Q_OBJECT
public:
    static constexpr auto recordKind = "read-state"; ///< in the store
    static constexpr int tryAgainMs = 2000;          ///< after a write that failed
    /// So many are kept; of more those go that were said first.
    static constexpr std::size_t most = 20'000;

    explicit ReadStates(const Clock &clock, QObject *parent = nullptr);
    /// Hands everything to the store that it does not have yet.
    ~ReadStates() override;

    /// From now on what is said lasts, what was said before among it. Once at most. `store` outlives this.
    void useStore(store::StoreThread &store);

    [[nodiscard]] ReadState of(const StudyUid &study) const;
    [[nodiscard]] TimeMs saidAt(const StudyUid &study) const; ///< 0: nothing was said
    /// Unread: what was said is taken back.
    void set(const StudyUid &study, ReadState state);

    /// What is said now is on the disk, or will be in a moment. False: no store, or it took nothing the last time.
    [[nodiscard]] bool isLasting() const { return m_store && !m_failure; }
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; } ///< of the last try
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; } ///< what earlier runs left has been read
    [[nodiscard]] bool isWritten() const;                      ///< nothing is on its way to the store
    /// Records that this version cannot read. They stay in the store as they are.
    [[nodiscard]] int unreadable() const { return int(m_foreign.size()) + m_damaged; }

Q_SIGNALS:
    void changed(const consilium::StudyUid &study);
    void loaded(); ///< any may be another than before
    /// The store does not take it: it is in memory only. Told once, until it is taken again.
    void notKept(const consilium::Error &error);

private:
    struct Said {
        ReadState state = ReadState::Unread;
        TimeMs at = 0;
        QString key; ///< of its record in the store; empty: none
    };
    struct Loaded {
        std::vector<std::pair<StudyUid, Said>> said;
        std::vector<QString> foreign;
        int damaged = 0;
    };
    [[nodiscard]] static Loaded read(const store::Listing &listing);
    [[nodiscard]] static std::optional<std::pair<StudyUid, Said>> fromCbor(const QByteArray &bytes);
    [[nodiscard]] static QByteArray toCbor(const StudyUid &study, const Said &said);
    void load();
    void takeLoaded(const Result<Loaded> &loaded);
    void forgetOldest();
    void write();
    void written(const std::set<StudyUid> &studies, const Result<std::int64_t> &done);
    void fail(const Error &error);
    [[nodiscard]] QString keyOf(const StudyUid &study) const;

    const Clock &m_clock;
    store::StoreThread *m_store = nullptr;
    QTimer m_retry;
    std::map<StudyUid, Said> m_said; ///< also those taken back of which a record is left
    std::set<StudyUid> m_dirty;
    std::set<QString> m_foreign; ///< keys of records that cannot be read
    int m_damaged = 0;
    bool m_isLoaded = true, m_isLoading = false, m_isWriting = false;
    std::optional<Error> m_failure;
};

} // namespace consilium::app
