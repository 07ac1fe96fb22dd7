#pragma once
#include "base/Clock.h"
#include "base/Pending.h"
#include "netclient/outbox/Backoff.h"
#include "netclient/outbox/Delivery.h"
#include "netclient/outbox/OutboxList.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace consilium::outbox
{

struct Settings {
    int parallel = 2; ///< objects under way at once; of one study never more than one
    /// After so many tries in which an archive that answers did not come to have the object, a person decides.
    int fruitlessTries = 5;
    Backoff backoff;
    std::vector<int> verifyDelaysMs = {1'000, 4'000, 15'000}; ///< Delivery::Means
};

/// The ordered, idempotent queue of objects still to be sent by STOW-RS (PS3.18 10.5), one object in a request: an
/// answer is about one object, and what an archive does not take holds up nothing else.
///
/// Nothing is sent before its entry is durable; an entry is forgotten only when the archive was seen to have the
/// object. Before every try, also after a fall, the archive is asked whether it has the object already: an equal one
/// (compared()) is what was wanted, another one is a conflict and never overwritten. Order is kept for each archive and
/// study; OutboxList says what holds up what. A try that fails by the line, by an overloaded or a full archive is
/// repeated for ever, less and less often (Backoff); one that fails by the object is refused and waits for a person.
///
/// One thread, which owns it and is never blocked. The end of it, or of the program, loses nothing.
class Outbox : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. `random`: 0 to 1, for the jitter.
    Outbox(Storage &storage, ClientOf clientOf, const Clock &clock, std::function<double()> random,
           Settings settings = {}, QObject *parent = nullptr);
    ~Outbox() override;

    /// Reads what is still to be sent, and begins. Errors: the storage's; nothing is taken and nothing sent then, and
    /// it may be called again.
    [[nodiscard]] Pending<Result<void>> open();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

    /// Takes an object (Part 10, explicit or implicit VR little endian, or compressed). Answered when it is durable:
    /// from then on it will be sent. `after`: SOP Instance UIDs that it refers to, which go first where they are in the
    /// outbox. The same object for the same archive once more is the entry that is there. Errors: Unsupported (not
    /// open), NotDicom, DicomTruncated, DicomMalformed (it does not say what it is), UnsupportedSyntax, Conflict
    /// (another object of this UID is still to be sent), and the storage's.
    [[nodiscard]] Pending<Result<EntryId>> add(const ArchiveId &archive, const QByteArray &part10,
                                               const std::vector<SopInstanceUid> &after = {});

    /// Takes an entry out, durably. What refers to it then needs a decision. Whether an earlier try has reached the
    /// archive nobody knows. Errors: NotFound, Conflict (it is just being sent), and the storage's.
    [[nodiscard]] Pending<Result<void>> withdraw(const EntryId &id);
    /// As if it had never failed; also what was refused, and whatever its archive is held for.
    void retryNow(const EntryId &id);
    /// Its address, the credentials or the rights may be others: what waits for that is tried again.
    void archiveChanged(const ArchiveId &archive);

    enum class Pause {
        AfterCurrent, ///< what is under way is brought to its end
        AtOnce,       ///< it is cancelled, and begun anew when it goes on
    };
    void pause(Pause how);
    void resume();
    [[nodiscard]] bool isPaused() const { return m_isPaused; }

    [[nodiscard]] std::vector<Entry> entries() const { return m_list.entries(); } ///< in their order
    [[nodiscard]] std::optional<Entry> entry(const EntryId &id) const;
    struct Progress {
        int left = 0;                   ///< entries that are not in their archive
        std::int64_t bytesLeft = 0;     ///< of these, less what has gone
        int refused = 0;                ///< of these: need a decision
        int underWay = 0;               ///< of these: just now
        std::int64_t bytesUnderWay = 0; ///< of the latter
        std::int64_t bytesSent = 0;     ///< likewise
    };
    [[nodiscard]] Progress progress() const;
    [[nodiscard]] std::int64_t bytesSent(const EntryId &id) const; ///< of one that is under way, else 0

    /// Does what is due by the clock. It does so by itself; a test that moves the clock calls it.
    void wake();

Q_SIGNALS:
    /// State, reason or time of the next try. After Sent and Withdrawn the entry is no longer there.
    void entryChanged(const consilium::outbox::Entry &entry);
    void progressed(); ///< progress() says something else

private:
    /// An object that has been given and is not in the list yet: they come in in the order in which they were given.
    struct Incoming {
        ArchiveId archive;
        QByteArray part10;
        std::vector<SopInstanceUid> after;
        std::optional<Result<Entry>> described;
        PendingPromise<Result<EntryId>> promise;
    };

    void opened(std::vector<Entry> entries);
    void takeIn(Incoming &incoming);
    void stored(const EntryId &id, const Result<void> &result);
    void pump();
    void pumpSoon();
    void begin(const EntryId &id);
    void followed(const EntryId &id, const Delivery &delivery);
    void noteStuck(const std::vector<EntryId> &stuck);
    void concluded(const EntryId &id, const Verdict &verdict);
    void postpone(Entry &entry, const Verdict &verdict);
    void forget(const EntryId &id);
    void forgetWhatIsSent(std::optional<TimeMs> &dueAt);
    [[nodiscard]] std::vector<EntryId> refuseDependents(const Entry &withdrawn);
    void restore(const std::vector<EntryId> &refused);
    void save(const Entry &entry);
    void tell(const Entry &entry);
    void schedule(std::optional<TimeMs> dueAt);

    Storage &m_storage;
    ClientOf m_clientOf;
    const Clock &m_clock;
    std::function<double()> m_random;
    Settings m_settings;
    OutboxList m_list;
    std::unordered_map<EntryId, Delivery *> m_deliveries; ///< children
    std::deque<std::shared_ptr<Incoming>> m_incoming;
    std::unordered_map<EntryId, std::vector<PendingPromise<Result<EntryId>>>> m_waitForDurable;
    QTimer m_timer;
    bool m_isOpening = false, m_isOpen = false, m_isPaused = false, m_isPumpDue = false;
};

} // namespace consilium::outbox
