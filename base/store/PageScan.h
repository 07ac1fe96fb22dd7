#pragma once
#include "base/store/Seal.h"

#include <QString>

#include <functional>
#include <optional>

namespace consilium::store
{

/// What a look at the bytes of a store says, without SQLite and without changing anything.
struct PageScan {
    /// PRAGMA user_version as the first page has it; nullopt where nothing says that it is a database.
    std::optional<quint32> statedVersion;
    bool isHeaderGood = false; ///< the fixed part of the first page is that of a store
    /// The write-ahead log is broken before its end: SQLite would leave out, without a word, what stands behind.
    bool isLogBroken = false;
    /// A page could not be read: the medium is damaged.
    bool hasUnreadablePages = false;
};

/// Reads the file at `path` and, laid over it, the committed pages of the log "<path>-wal" beside it, page by page
/// (sqlite.org/fileformat2.html, sections 1.6, 2.1 and 4), and hands each thing that has the shape of a row to `found`.
/// It believes no pointer: a broken page costs the rows that lie on it and no other. Whether a row is true only its
/// seal can tell. FileUnreadable, NotFound when the file cannot be opened. Any thread.
[[nodiscard]] Result<PageScan> scanPages(const QString &path, const std::function<void(const Row &)> &found);

inline constexpr int pageBytes = 4096;                      ///< of every store
inline constexpr std::int64_t mostSealedBytes = 80LL << 20; ///< a row that says to be longer is none

} // namespace consilium::store
