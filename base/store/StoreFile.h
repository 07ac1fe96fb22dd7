#pragma once
#include "base/store/Database.h"
#include "base/store/Mended.h"
#include "base/store/Seal.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace consilium::store
{

/// What a store says of itself, sealed like a record and kept twice, on two pages. The form of this never changes: by
/// it a program knows a store that is newer than itself.
struct StoreState {
    static constexpr quint32 currentVersion = 1;
    quint32 version = currentVersion;
    std::int64_t count = 0;    ///< of records
    std::int64_t revision = 0; ///< of the last one that was put; 0 before the first
    bool operator==(const StoreState &) const = default;
};

/// A store's file, ready for use.
struct StoreFile {
    Database database;
    StoreState state;
    std::optional<Mended> mended;

    static constexpr auto name = "store.db";

    /// Opens the store of a folder that is locked for this process, or makes one. Damage is mended: what can be read is
    /// written into a new file, which takes the old one's place at once (killed in between, the next start goes on).
    /// Errors, all of them without a change: Unsupported (a newer program's), PermissionDenied (another key), DiskFull,
    /// FileUnreadable, OutOfMemory.
    [[nodiscard]] static Result<StoreFile> prepare(const QString &folder, const Seal &seal, int busyMs);
    /// Gives the file in a folder that is locked another name, whatever it is: the path. NotFound: there is none.
    [[nodiscard]] static Result<QString> setAside(const QString &folder);
};

/// Inside a transaction.
[[nodiscard]] Result<void> insertRow(const Database &database, const char *table, const Row &row);
[[nodiscard]] Result<void> writeState(Database &database, const Seal &seal, const StoreState &state);

} // namespace consilium::store
