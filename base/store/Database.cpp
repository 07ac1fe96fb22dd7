#include "base/store/Database.h"

#include <QFile>

#include <sqlite3.h>

#include <cerrno>

namespace consilium::store
{

namespace
{

/// The system's number for what the last write to one of the two files ran into. SQLite calls a full disk by its name
/// only for ENOSPC: a quota and a limit of size are told as failed writes.
bool isNoRoom(sqlite3 *database)
{
    const auto isFull = [](int number) {
#ifdef EDQUOT
        if (number == EDQUOT)
            return true;
#endif
        return number == ENOSPC || number == EFBIG;
    };
    int ofFile = 0, ofLog = 0;
    sqlite3_file_control(database, "main", SQLITE_FCNTL_LAST_ERRNO, &ofFile);
    sqlite3_file *log = nullptr;
    if (sqlite3_file_control(database, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) == SQLITE_OK && log && log->pMethods)
        log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &ofLog);
    return isFull(ofFile) || isFull(ofLog);
}

} // namespace

Error errorOf(sqlite3 *database)
{
    const int code = database ? sqlite3_extended_errcode(database) : SQLITE_NOMEM;
    const QString detail =
        QStringLiteral("local store: %1 (%2)").arg(QLatin1StringView(sqlite3_errstr(code))).arg(code);
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {ErrorCode::DiskFull, detail};
    case SQLITE_IOERR:
        if (code == SQLITE_IOERR_NOMEM)
            return {ErrorCode::OutOfMemory, detail};
        if (code == SQLITE_IOERR_CORRUPTFS || code == SQLITE_IOERR_DATA)
            return {ErrorCode::FileUnreadable, damaged};
        // The number that is asked for stays from one failure to the next: only of writes it tells of this one.
        if ((code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_TRUNCATE) &&
            isNoRoom(database))
            return {ErrorCode::DiskFull, detail};
        return {ErrorCode::FileUnreadable, detail};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Conflict, storeInUse};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
        return {ErrorCode::FileUnreadable, damaged};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {ErrorCode::FileUnreadable, detail};
    case SQLITE_NOMEM:
        return {ErrorCode::OutOfMemory, detail};
    default:
        return {ErrorCode::Internal, detail};
    }
}

bool isDamage(const Error &error)
{
    return error.code == ErrorCode::FileUnreadable && error.detail == damaged;
}

Statement::Statement(sqlite3 *database, const char *sql) : m_database(database)
{
    note(sqlite3_prepare_v2(database, sql, -1, &m_statement, nullptr));
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

void Statement::note(int code)
{
    m_hasFailed = m_hasFailed || code != SQLITE_OK;
}

Statement &Statement::bind(int place, std::int64_t number)
{
    if (!m_hasFailed)
        note(sqlite3_bind_int64(m_statement, place, number));
    return *this;
}

Statement &Statement::bindText(int place, const QByteArray &utf8)
{
    if (!m_hasFailed)
        note(sqlite3_bind_text64(m_statement, place, utf8.constData(), sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT,
                                 SQLITE_UTF8));
    return *this;
}

Statement &Statement::bindBlob(int place, const QByteArray &bytes)
{
    if (!m_hasFailed)
        note(
            sqlite3_bind_blob64(m_statement, place, bytes.constData(), sqlite3_uint64(bytes.size()), SQLITE_TRANSIENT));
    return *this;
}

Statement::Step Statement::step()
{
    if (m_hasFailed)
        return Step::Failed;
    switch (sqlite3_step(m_statement)) {
    case SQLITE_ROW:
        return Step::Row;
    case SQLITE_DONE:
        return Step::Done;
    default:
        m_hasFailed = true;
        return Step::Failed;
    }
}

Result<void> Statement::run()
{
    for (;;) {
        switch (step()) {
        case Step::Row:
            break;
        case Step::Done:
            return {};
        case Step::Failed:
            return fail(error());
        }
    }
}

Error Statement::error() const
{
    return errorOf(m_database);
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QByteArray Statement::bytes(int column) const
{
    const auto *const data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {data, data ? sqlite3_column_bytes(m_statement, column) : 0};
}

void Database::Close::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

Database::Database() = default;
Database::Database(Database &&) noexcept = default;
Database &Database::operator=(Database &&) noexcept = default;
Database::~Database() = default;

sqlite3 *Database::handle() const
{
    return m_database.get();
}

Result<Database> Database::open(const QString &path, int busyMs)
{
    Database database;
    sqlite3 *opened = nullptr;
    // One thread at a time, as this class says; the file is made, with its rights, by who opens it.
    const int code =
        sqlite3_open_v2(path.toUtf8().constData(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX, nullptr);
    database.m_database.reset(opened);
    if (code != SQLITE_OK)
        return fail(errorOf(opened));
    sqlite3_busy_timeout(opened, busyMs);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    // Held alone, and said so before the log is used: it then needs no shared memory in a file.
    if (const auto set = database.execute("PRAGMA locking_mode=EXCLUSIVE; PRAGMA synchronous=EXTRA;"
                                          "PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON;"
                                          "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA page_size=4096;"
                                          "PRAGMA journal_size_limit=4194304");
        !set)
        return fail(set.error());
    return database;
}

Result<void> Database::execute(const char *sql)
{
    if (sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return fail(errorOf(m_database.get()));
    return {};
}

Result<void> Database::setWriteAhead()
{
    Statement mode(m_database.get(), "PRAGMA journal_mode=WAL");
    if (mode.step() != Statement::Step::Row)
        return fail(mode.error());
    if (mode.bytes(0) != "wal")
        return fail(ErrorCode::FileUnreadable, QStringLiteral("local store: no write-ahead log here"));
    return {};
}

Result<bool> Database::isSound()
{
    Statement check(m_database.get(), "PRAGMA integrity_check(1)");
    const auto step = check.step();
    if (step == Statement::Step::Failed) {
        const Error error = check.error();
        return isDamage(error) ? Result<bool>(false) : fail(error);
    }
    return step == Statement::Step::Row && check.bytes(0) == "ok";
}

void Database::setTidyAtEnd()
{
    sqlite3_db_config(m_database.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

void Database::rollBack()
{
    if (m_database && !sqlite3_get_autocommit(m_database.get()))
        sqlite3_exec(m_database.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

} // namespace consilium::store
