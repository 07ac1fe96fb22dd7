#include "base/store/StoreFile.h"

#include "base/platform/FolderLock.h"
#include "base/platform/Platform.h"
#include "base/store/PageScan.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QtEndian>

#include <array>
#include <filesystem>
#include <set>
#include <utility>

namespace consilium::store
{

namespace
{

const QByteArray stateKind = QByteArrayLiteral(".state"); // no record's: LocalStore refuses a dot
constexpr std::array<std::pair<const char *, char>, 2> stateTables{{{"state_a", 'a'}, {"state_b", 'b'}}};

// As SQLite keeps them, letter by letter, by name: a store whose schema differs is damaged.
constexpr auto schema =
    "CREATE UNIQUE INDEX record_names ON records(kind, name);"
    "CREATE TABLE records(revision INTEGER PRIMARY KEY, kind TEXT NOT NULL, name BLOB NOT NULL, sealed BLOB NOT NULL);"
    "CREATE TABLE state_a(revision INTEGER PRIMARY KEY, kind TEXT NOT NULL, name BLOB NOT NULL, sealed BLOB NOT NULL);"
    "CREATE TABLE state_b(revision INTEGER PRIMARY KEY, kind TEXT NOT NULL, name BLOB NOT NULL, sealed BLOB NOT NULL)";
constexpr auto makeTables =
    "CREATE TABLE records(revision INTEGER PRIMARY KEY, kind TEXT NOT NULL, name BLOB NOT NULL, sealed BLOB NOT NULL);"
    "CREATE UNIQUE INDEX record_names ON records(kind, name);"
    "CREATE TABLE state_a(revision INTEGER PRIMARY KEY, kind TEXT NOT NULL, name BLOB NOT NULL, sealed BLOB NOT NULL);"
    "CREATE TABLE state_b(revision INTEGER PRIMARY KEY, kind TEXT NOT NULL, name BLOB NOT NULL, sealed BLOB NOT NULL);"
    "PRAGMA user_version=1";
static_assert(StoreState::currentVersion == 1, "the version stands in makeTables too");

QByteArray packed(const StoreState &state)
{
    QByteArray bytes(20, '\0');
    qToLittleEndian(state.version, bytes.data());
    qToLittleEndian(qint64(state.count), bytes.data() + 4);
    qToLittleEndian(qint64(state.revision), bytes.data() + 12);
    return bytes;
}

/// Longer ones are a newer program's, which begin like this too.
std::optional<StoreState> unpacked(const QByteArray &bytes)
{
    if (bytes.size() < 20)
        return std::nullopt;
    return StoreState{qFromLittleEndian<quint32>(bytes.constData()), qFromLittleEndian<qint64>(bytes.constData() + 4),
                      qFromLittleEndian<qint64>(bytes.constData() + 12)};
}

std::filesystem::path native(const QString &path)
{
    return path.toStdU16String();
}

void removeFile(const QString &path)
{
    std::error_code ignored;
    std::filesystem::remove(native(path), ignored);
}

void removeDatabase(const QString &path)
{
    for (const char *end : {"", "-wal", "-journal", "-shm"})
        removeFile(path + QLatin1StringView(end));
}

Result<void> renameOver(const QString &from, const QString &to)
{
    std::error_code code;
    std::filesystem::rename(native(from), native(to), code);
    if (code)
        return fail(ErrorCode::FileUnreadable, QString::fromStdString(code.message()));
    return {};
}

/// What the bytes say, before SQLite touches them.
struct Look {
    enum class Verdict { Whole, Damaged, Newer, OtherKey };
    Verdict verdict = Verdict::Damaged;
    std::optional<StoreState> state;           ///< the newer one of the two
    QHash<QByteArray, std::int64_t> revisions; ///< of the records whose seal holds, by kind and name
};

QByteArray identity(const Row &row)
{
    return row.kind + '\0' + row.name;
}

Look::Verdict verdictOf(const Look &look, const PageScan &scan, int shaped, int broken, int states)
{
    const bool isKeyRight = look.state || !look.revisions.isEmpty();
    const bool saysNewer = scan.statedVersion && *scan.statedVersion > StoreState::currentVersion;
    if (look.state ? look.state->version > StoreState::currentVersion : saysNewer)
        return Look::Verdict::Newer;
    if (!isKeyRight && shaped > 0)
        return Look::Verdict::OtherKey;
    const bool isWhole = isKeyRight && look.state && states == int(stateTables.size()) && broken == 0 &&
                         look.state->count == look.revisions.size() && scan.isHeaderGood &&
                         scan.statedVersion == StoreState::currentVersion && !scan.isLogBroken &&
                         !scan.hasUnreadablePages;
    return isWhole ? Look::Verdict::Whole : Look::Verdict::Damaged;
}

Result<Look> lookAt(const QString &path, const Seal &seal)
{
    Look look;
    int shaped = 0, broken = 0, agreeing = 0;
    const auto take = [&](const Row &row) {
        ++shaped;
        const auto clear = seal.open(row);
        if (!clear) {
            ++broken;
        } else if (row.kind == stateKind) {
            const auto state = unpacked(clear->value);
            if (!state) {
                ++broken;
            } else if (!look.state || state->revision > look.state->revision) {
                look.state = state;
                agreeing = 1;
            } else if (*state == *look.state) {
                ++agreeing;
            }
        } else {
            auto &revision = look.revisions[identity(row)];
            revision = std::max(revision, row.revision);
        }
    };
    const auto scan = scanPages(path, take);
    if (!scan)
        return fail(scan.error());
    look.verdict = verdictOf(look, *scan, shaped, broken, agreeing);
    return look;
}

Result<void> refused(const Look &look)
{
    if (look.verdict == Look::Verdict::Newer)
        return fail(ErrorCode::Unsupported, newerStore);
    if (look.verdict == Look::Verdict::OtherKey)
        return fail(ErrorCode::PermissionDenied, otherKey);
    return {};
}

/// A store that is whole, beside the place it will have. `fill` puts records into it.
template<class Fill>
Result<void> build(const QString &path, const Seal &seal, const StoreState &state, int busyMs, Fill fill)
{
    removeDatabase(path);
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
            return fail(platform::notWritten(file));
    }
    const auto make = [&]() -> Result<void> {
        auto database = Database::open(path, busyMs);
        if (!database)
            return fail(database.error());
        for (const char *sql : {"BEGIN IMMEDIATE", makeTables})
            if (const auto done = database->execute(sql); !done)
                return done;
        if (const auto done = fill(*database); !done)
            return done;
        if (const auto done = writeState(*database, seal, state); !done)
            return done;
        if (const auto done = database->execute("COMMIT"); !done)
            return done;
        if (const auto done = database->setWriteAhead(); !done)
            return done;
        database->setTidyAtEnd();
        return {};
    };
    const Result<void> made = make();
    if (!made)
        removeDatabase(path);
    return made;
}

/// A second name for the file, without room for a second one; a copy where there are no such names.
Result<void> keepAs(const QString &path, const QString &name)
{
    std::error_code code;
    std::filesystem::create_hard_link(native(path), native(name), code);
    if (!code || code == std::errc::no_such_file_or_directory)
        return {};
    QFile file(path);
    if (!file.copy(name)) {
        removeFile(name);
        return fail(platform::notWritten(file, file.size()));
    }
    QFile::setPermissions(name, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

QString asideName(const QString &main, int number)
{
    return main + QStringLiteral(".damaged-%1").arg(number);
}

/// 0: none yet.
int lastAside(const QString &main)
{
    int number = 0;
    while (QFile::exists(asideName(main, number + 1)))
        ++number;
    return number;
}

/// Gives the file and its log the next such name, beside the one they have: the name.
Result<QString> keepAside(const QString &main)
{
    const QString aside = asideName(main, lastAside(main) + 1);
    removeFile(aside + QStringLiteral("-wal")); // of a try that was ended between the two
    for (const char *end : {"-wal", ""})
        if (const auto done = keepAs(main + QLatin1StringView(end), aside + QLatin1StringView(end)); !done)
            return fail(done.error());
    return aside;
}

class Preparation
{
public:
    Preparation(const QString &folder, const Seal &seal, int busyMs)
        : m_folder(folder),
          m_main(QDir(folder).filePath(QLatin1StringView(StoreFile::name))),
          m_fresh(m_main + QStringLiteral(".new")),
          m_seal(seal),
          m_busyMs(busyMs)
    {
    }

    Result<StoreFile> prepare()
    {
        if (const auto done = goOnWithMending(); !done)
            return fail(done.error());
        if (!QFile::exists(m_main)) {
            const auto made = build(m_fresh, m_seal, {}, m_busyMs, [](Database &) { return Result<void>(); });
            if (const auto done = made ? takePlace() : made; !done)
                return fail(done.error());
        }
        for (const bool isMended : {false, true}) {
            const auto look = lookAt(m_main, m_seal);
            if (!look)
                return fail(look.error());
            if (const auto ok = refused(*look); !ok)
                return fail(ok.error());
            if (look->verdict == Look::Verdict::Whole) {
                auto file = opened(*look);
                if (file || !isDamage(file.error()) || isMended)
                    return file;
            }
            if (isMended)
                break;
            if (const auto done = mend(*look); !done)
                return fail(done.error());
        }
        return fail(Error{ErrorCode::FileUnreadable, damaged});
    }

private:
    /// A program was ended while it put a store in its place: the new file is whole before anything of the old one is
    /// touched, and then it is the one that counts.
    Result<void> goOnWithMending()
    {
        if (!QFile::exists(m_fresh))
            return {};
        if (QFile::exists(m_main)) {
            const auto look = lookAt(m_main, m_seal);
            if (const auto ok = look ? refused(*look) : Result<void>(); !ok)
                return ok;
        }
        const auto look = lookAt(m_fresh, m_seal);
        if (!look)
            return fail(look.error());
        if (const auto ok = refused(*look); !ok)
            return ok;
        if (look->verdict != Look::Verdict::Whole) {
            removeDatabase(m_fresh);
            return {};
        }
        if (const QString before = asideName(m_main, lastAside(m_main)); QFile::exists(before))
            m_mended = Mended{before, std::nullopt};
        return takePlace();
    }

    Result<void> takePlace()
    {
        // The log of the old file would be taken for one of the new.
        removeFile(m_main + QStringLiteral("-wal"));
        removeFile(m_fresh + QStringLiteral("-journal"));
        platform::syncFolder(m_folder);
        if (const auto done = renameOver(m_fresh, m_main); !done)
            return done;
        platform::syncFolder(m_folder);
        return {};
    }

    Result<void> mend(const Look &look)
    {
        const auto aside = keepAside(m_main);
        if (!aside)
            return fail(aside.error());
        // A revision that stands twice, which no program writes, shall not hinder all the others.
        auto left = look.revisions;
        std::set<std::int64_t> used;
        left.removeIf([&](const auto &one) { return !used.insert(one.value()).second; });
        StoreState state = look.state.value_or(StoreState{});
        Mended mended{*aside, std::nullopt};
        if (look.state)
            mended.lost = std::max<std::int64_t>(0, look.state->count - left.size());
        state.count = left.size();
        state.revision = std::max(state.revision, used.empty() ? 0 : *used.rbegin());
        const auto built = build(m_fresh, m_seal, state, m_busyMs, [&](Database &database) -> Result<void> {
            Result<void> filled;
            const auto take = [&](const Row &row) {
                if (!filled || row.kind == stateKind || left.value(identity(row)) != row.revision || !m_seal.open(row))
                    return;
                left.remove(identity(row));
                filled = insertRow(database, "records", row);
            };
            const auto scan = scanPages(m_main, take);
            return !scan ? fail(scan.error()) : filled;
        });
        if (!built) {
            // It stays as it was, and is not kept a second time at each try.
            for (const char *end : {"-wal", ""})
                removeFile(*aside + QLatin1StringView(end));
            return built;
        }
        m_mended = mended;
        return takePlace();
    }

    /// Damaged where SQLite finds what the bytes did not show (a broken index).
    Result<StoreFile> opened(const Look &look)
    {
        QFile::setPermissions(m_main, QFile::ReadOwner | QFile::WriteOwner);
        const auto doubt = [](const Error &error) {
            return fail(error.code == ErrorCode::Internal ? Error{ErrorCode::FileUnreadable, damaged} : error);
        };
        auto database = Database::open(m_main, m_busyMs);
        if (!database)
            return doubt(database.error());
        const auto sound = database->isSound();
        if (!sound)
            return doubt(sound.error());
        Statement stated(database->handle(), "SELECT group_concat(sql, ';'), (SELECT count(*) FROM records) "
                                             "FROM (SELECT sql FROM sqlite_schema ORDER BY name)");
        if (stated.step() != Statement::Step::Row)
            return doubt(stated.error());
        if (!*sound || stated.bytes(0) != schema || stated.integer(1) != look.state->count)
            return fail(Error{ErrorCode::FileUnreadable, damaged});
        while (stated.step() == Statement::Step::Row) {
        }
        if (const auto done = database->setWriteAhead(); !done)
            return doubt(done.error());
        database->setTidyAtEnd();
        return StoreFile{std::move(*database), *look.state, std::exchange(m_mended, std::nullopt)};
    }

    QString m_folder, m_main, m_fresh;
    const Seal &m_seal;
    int m_busyMs;
    std::optional<Mended> m_mended;
};

} // namespace

Result<StoreFile> StoreFile::prepare(const QString &folder, const Seal &seal, int busyMs)
{
    return Preparation(folder, seal, busyMs).prepare();
}

Result<QString> StoreFile::setAside(const QString &folder)
{
    const QString main = QDir(folder).filePath(QLatin1StringView(name));
    if (!QFile::exists(main))
        return fail(ErrorCode::NotFound, QStringLiteral("there is no store"));
    const auto aside = keepAside(main);
    if (!aside)
        return aside;
    platform::syncFolder(folder);
    removeDatabase(main);
    platform::syncFolder(folder);
    return aside;
}

Result<void> insertRow(const Database &database, const char *table, const Row &row)
{
    Statement insert(database.handle(), QByteArray("INSERT INTO ").append(table).append(" VALUES(?, ?, ?, ?)"));
    return insert.bind(1, row.revision).bindText(2, row.kind).bindBlob(3, row.name).bindBlob(4, row.sealed).run();
}

Result<void> writeState(Database &database, const Seal &seal, const StoreState &state)
{
    for (const auto &[table, key] : stateTables) {
        Row row{stateKind, {}, state.revision + 1, {}}; // a rowid, so above 0
        if (const auto closed = seal.close(row, {QByteArray(1, key), packed(state)}); !closed)
            return closed;
        if (const auto done = database.execute(QByteArray("DELETE FROM ").append(table)); !done)
            return done;
        if (const auto done = insertRow(database, table, row); !done)
            return done;
    }
    return {};
}

} // namespace consilium::store
