#pragma once
#include "base/Result.h"
#include "base/store/StoreReasons.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace consilium::store
{

/// What an error of SQLite means: DiskFull, Conflict (held by another), OutOfMemory, FileUnreadable (rights, the
/// medium, damage: isDamage()), Internal.
[[nodiscard]] Error errorOf(sqlite3 *database);
[[nodiscard]] bool isDamage(const Error &error);

/// One prepared statement. The first thing that goes wrong ends it: step() is Failed from then on.
class Statement
{
public:
    enum class Step { Row, Done, Failed };

    Statement(sqlite3 *database, const char *sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    Statement &bind(int place, std::int64_t number); ///< places count from 1
    Statement &bindText(int place, const QByteArray &utf8);
    Statement &bindBlob(int place, const QByteArray &bytes);
    [[nodiscard]] Step step();
    /// Steps to the end: the error, or nothing.
    [[nodiscard]] Result<void> run();
    [[nodiscard]] Error error() const;
    [[nodiscard]] std::int64_t integer(int column) const; ///< columns count from 0
    [[nodiscard]] QByteArray bytes(int column) const;     ///< of a text or a blob

private:
    void note(int code);

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_statement = nullptr;
    bool m_hasFailed = false;
};

/// An open SQLite file, held by this process alone, with no files beside it but its write-ahead log: nothing temporary
/// is written, what is deleted is overwritten. One thread at a time.
class Database
{
public:
    /// The file must exist; it may be empty. Nothing is read yet.
    [[nodiscard]] static Result<Database> open(const QString &path, int busyMs);
    Database();
    Database(Database &&) noexcept;
    Database &operator=(Database &&) noexcept;
    ~Database();

    /// Several statements parted by semicolons, without results.
    [[nodiscard]] Result<void> execute(const char *sql);
    /// From now on a write-ahead log, synced with each commit.
    [[nodiscard]] Result<void> setWriteAhead();
    /// All of SQLite's own checks, indexes too. False: damaged.
    [[nodiscard]] Result<bool> isSound();
    /// Until then a closing leaves file and log as they are: what turns out to be damaged is kept as it was found. From
    /// then on the log is put into the file and taken away.
    void setTidyAtEnd();
    void rollBack(); ///< where a transaction is open
    [[nodiscard]] sqlite3 *handle() const;

private:
    struct Close {
        void operator()(sqlite3 *database) const;
    };
    std::unique_ptr<sqlite3, Close> m_database;
};

} // namespace consilium::store
