#pragma once
#include "base/Clock.h"
#include "base/Error.h"
#include "base/Ids.h"
#include "base/Result.h"

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace consilium::outbox
{

using EntryId = Id<struct EntryTag>; ///< of one entry of the outbox; never used again

enum class State {
    Queued,    ///< its turn will come
    Sending,   ///< on its way, or about to be
    Verifying, ///< sent; the archive is being asked whether it has it
    Sent,      ///< the archive was seen to have it; the entry is no longer kept
    Waiting,   ///< for the next try (nextTryAt), or for what somebody has to change (nextTryAt is 0)
    Refused,   ///< a person has to decide: try again, or withdraw it
    Withdrawn, ///< taken out by a person; the entry is no longer kept
};

/// Why an entry is not yet sent.
enum class Why {
    None,
    Line,             ///< the archive cannot be reached or asked; `error` says how
    SignIn,           ///< the archive wants a sign-in, or another one
    Forbidden,        ///< whoever is signed in may not store there
    ArchiveUnknown,   ///< the archive is not among those configured
    NoStore,          ///< nothing takes objects at the archive's address
    Busy,             ///< the archive is overloaded, and may have said for how long
    ArchiveFull,      ///< the archive has no room or other means left
    NotKept,          ///< the archive said that it stored the object, and does not have it
    ByArchive,        ///< the archive does not take the object; `reason` says why, 0: it did not say
    TooLarge,         ///< the archive does not take objects of this size
    WrongKind,        ///< the archive does not take objects of this kind
    BadRequest,       ///< the archive calls the request faulty
    Conflict,         ///< the archive has another object under the same SOP Instance UID
    NotComparable,    ///< the archive has an object under the same UID, and does not give it to be compared
    CannotAsk,        ///< the archive cannot be asked whether it has an object: whether it arrives would not be known
    Damaged,          ///< the stored copy is not what was put in
    Storage,          ///< the store of this computer cannot be read or written
    ReferenceMissing, ///< an object that this one refers to was withdrawn
    ReferenceRefused, ///< an object that this one refers to waits for a decision
};

struct Trouble {
    Why why = Why::None;
    Error error;    ///< of Line, Storage and where an answer was an error; free of patient data
    int reason = 0; ///< of ByArchive and ArchiveFull: Failure Reason (0008,1197)
    bool operator==(const Trouble &) const = default;
};

/// One object on its way to one archive. The object itself is kept beside it (Storage::fetchObject()): only what is
/// just being sent is in memory.
struct Entry {
    EntryId id;
    std::int64_t order = 0; ///< they go in this order: later ones have larger numbers
    ArchiveId archive;
    StudyUid study;
    SeriesUid series;
    SopClassUid sopClass;
    SopInstanceUid sop;
    std::int64_t bytes = 0;            ///< of the Part 10 file
    QByteArray digest;                 ///< SHA-256 of the Part 10 file
    std::vector<SopInstanceUid> after; ///< objects that it refers to: not before these are in the archive
    TimeMs queuedAt = 0;
    int tries = 0;        ///< how often it was sent
    int failures = 0;     ///< since the last decision of a person: how often something stood in the way
    int fruitless = 0;    ///< of these: how often it was sent, and the archive did not have it
    TimeMs nextTryAt = 0; ///< of Waiting; 0: when what is in the way has been changed
    Trouble trouble;      ///< the last one; of an entry that was sent after all it stays
    State state = State::Queued;
    bool operator==(const Entry &) const = default;
};

/// Stable names for logs, scenario files and tests: "waiting", "conflict".
[[nodiscard]] QString stateName(State state);
[[nodiscard]] QString whyName(Why why);

/// An entry as bytes, for who implements Storage: JSON with a version.
[[nodiscard]] QByteArray encodeEntry(const Entry &entry);
/// Errors: InvalidArgument (not such bytes, or a value that no entry has), Unsupported (of a newer program).
[[nodiscard]] Result<Entry> decodeEntry(const QByteArray &bytes);

} // namespace consilium::outbox
