#pragma once
#include "base/Result.h"
#include "base/store/Mended.h"
#include "base/store/StoreReasons.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace consilium::store
{

/// A record of the store, opened.
struct Record {
    QString key;
    std::int64_t revision = 0; ///< rises with each put, over the whole store: what was put later has the higher one
    QByteArray value;
    bool operator==(const Record &) const = default;
};

/// One step of what is done together.
struct Change {
    QString kind; ///< what sort of thing it is: a to z, 0 to 9 and '-', at most 40. Stands in clear in the file
    QString key;  ///< which one: not empty, at most 1024 bytes as UTF-8. Stands in clear nowhere
    std::optional<QByteArray> value; ///< at most LocalStore::mostValueBytes; nullopt: it is removed
};

struct Listing {
    std::vector<Record> records; ///< in the order in which they were put
    int damaged = 0;             ///< records of the kind that can no longer be read; the next opening mends the file
};

/// An encrypted store of small things in a folder of its own: key and value of each record lie under AES-256-GCM
/// (Seal.h). What apply() has answered survives the end of the process and a loss of power. One process and one object
/// hold a folder at a time. One thread at a time; it waits for the disk, so not the UI thread (StoreThread).
///
/// What it does not do: who brings back a whole older copy of the folder brings back what was in it; and the number,
/// kinds, sizes and order of records can be seen.
class LocalStore
{
public:
    struct Options {
        int lockWaitMs = 2000; ///< for another process that is just ending
    };
    static constexpr std::int64_t mostValueBytes = 64LL << 20;

    /// Opens the store in `folder`, or makes one; `key`: 32 random bytes. Errors, none of which changes anything:
    /// InvalidArgument (the key's length), Conflict (in use by another process), PermissionDenied (another key),
    /// Unsupported (a newer program's), DiskFull, FileUnreadable (rights, the medium), OutOfMemory.
    [[nodiscard]] static Result<LocalStore> open(const QString &folder, const QByteArray &key, Options options);
    [[nodiscard]] static Result<LocalStore> open(const QString &folder, const QByteArray &key)
    {
        return open(folder, key, Options());
    }
    /// Gives the store in `folder` another name, where it stays, so that the next opening makes a new one: for a person
    /// who has been told that it has another key, or is a newer program's, and wants to go on without it. The path it
    /// has then. Errors: NotFound, Conflict (in use), FileUnreadable, DiskFull; then it has the name it had.
    [[nodiscard]] static Result<QString> setAside(const QString &folder, int lockWaitMs);
    LocalStore(LocalStore &&) noexcept;
    LocalStore &operator=(LocalStore &&) noexcept;
    ~LocalStore();

    [[nodiscard]] const std::optional<Mended> &mended() const;

    /// All of them or none, in this order. The revision of the last put, or the one before where nothing is put. To
    /// remove what is not there is no error. Errors: InvalidArgument; DiskFull, FileUnreadable, OutOfMemory: nothing
    /// has changed, and it may be tried again.
    [[nodiscard]] Result<std::int64_t> apply(const std::vector<Change> &changes);
    [[nodiscard]] Result<std::int64_t> put(const QString &kind, const QString &key, const QByteArray &value);
    [[nodiscard]] Result<void> remove(const QString &kind, const QString &key);
    /// NotFound; FileUnreadable where its seal does not hold.
    [[nodiscard]] Result<Record> get(const QString &kind, const QString &key) const;
    /// All of a kind whose key begins so. Every record of the kind is opened for it.
    [[nodiscard]] Result<Listing> list(const QString &kind, const QString &prefix = {}) const;

private:
    struct Private;
    explicit LocalStore(std::unique_ptr<Private> opened);
    std::unique_ptr<Private> d;
};

} // namespace consilium::store
