#include "base/store/LocalStore.h"

#include "base/platform/FolderLock.h"
#include "base/store/StoreFile.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <utility>

namespace consilium::store
{

namespace
{

constexpr int mostKindLetters = 40, mostKeyBytes = 1024;

/// The kind as it stands in the file; empty: not allowed.
QByteArray kindOf(const QString &kind)
{
    const auto isAllowed = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-'; };
    if (kind.size() > mostKindLetters || !std::all_of(kind.begin(), kind.end(), isAllowed))
        return {};
    return kind.toLatin1();
}

struct Place {
    QByteArray kind, key;
};

Result<Place> placeOf(const QString &kind, const QString &key)
{
    Place place{kindOf(kind), key.toUtf8()};
    if (place.kind.isEmpty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("kind of a record is not a name"));
    if (place.key.isEmpty() || place.key.size() > mostKeyBytes || !key.isValidUtf16())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("key of a record is empty or too long"));
    return place;
}

Result<void> makeFolder(const QString &folder)
{
    constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, ownerOnly))
        return fail(ErrorCode::FileUnreadable, QStringLiteral("the folder of the local store cannot be made"));
    return {};
}

Result<platform::FolderLock> lockOf(const QString &folder, int waitMs)
{
    auto lock = platform::FolderLock::take(folder, waitMs);
    if (!lock && lock.error().code == ErrorCode::Conflict)
        return fail(ErrorCode::Conflict, storeInUse);
    return lock;
}

} // namespace

struct LocalStore::Private {
    platform::FolderLock lock; // given back last
    Seal seal;
    Database database;
    StoreState state;
    std::optional<Mended> mended;

    Result<void> removeRow(const Row &row, StoreState &next)
    {
        Statement remove(database.handle(), "DELETE FROM records WHERE kind = ? AND name = ? RETURNING revision");
        remove.bindText(1, row.kind).bindBlob(2, row.name);
        for (;;) {
            switch (remove.step()) {
            case Statement::Step::Row:
                --next.count;
                break;
            case Statement::Step::Done:
                return {};
            case Statement::Step::Failed:
                return fail(remove.error());
            }
        }
    }

    Result<void> step(const Change &change, StoreState &next)
    {
        const auto place = placeOf(change.kind, change.key);
        if (!place)
            return fail(place.error());
        Row row{place->kind, seal.nameOf(place->kind, place->key), 0, {}};
        if (const auto removed = removeRow(row, next); !removed || !change.value)
            return removed;
        if (change.value->size() > mostValueBytes)
            return fail(ErrorCode::InvalidArgument, QStringLiteral("value of a record is too long"));
        row.revision = ++next.revision;
        ++next.count;
        if (const auto closed = seal.close(row, {place->key, *change.value}); !closed)
            return closed;
        return insertRow(database, "records", row);
    }

    Result<void> transact(const std::vector<Change> &changes, StoreState &next)
    {
        if (const auto begun = database.execute("BEGIN IMMEDIATE"); !begun)
            return begun;
        for (const Change &change : changes)
            if (const auto done = step(change, next); !done)
                return done;
        if (const auto written = writeState(database, seal, next); !written)
            return written;
        return database.execute("COMMIT");
    }
};

LocalStore::LocalStore(std::unique_ptr<Private> opened) : d(std::move(opened)) {}
LocalStore::LocalStore(LocalStore &&) noexcept = default;
LocalStore &LocalStore::operator=(LocalStore &&) noexcept = default;
LocalStore::~LocalStore() = default;

Result<LocalStore> LocalStore::open(const QString &folder, const QByteArray &key, Options options)
{
    auto seal = Seal::create(key);
    if (!seal)
        return fail(seal.error());
    if (const auto made = makeFolder(folder); !made)
        return fail(made.error());
    auto lock = lockOf(folder, options.lockWaitMs);
    if (!lock)
        return fail(lock.error());
    auto file = StoreFile::prepare(folder, *seal, options.lockWaitMs);
    if (!file)
        return fail(file.error());
    return LocalStore(std::make_unique<Private>(
        Private{std::move(*lock), std::move(*seal), std::move(file->database), file->state, std::move(file->mended)}));
}

Result<QString> LocalStore::setAside(const QString &folder, int lockWaitMs)
{
    if (!QDir(folder).exists())
        return fail(ErrorCode::NotFound, QStringLiteral("there is no store"));
    const auto lock = lockOf(folder, lockWaitMs);
    return lock ? StoreFile::setAside(folder) : fail(lock.error());
}

const std::optional<Mended> &LocalStore::mended() const
{
    return d->mended;
}

Result<std::int64_t> LocalStore::apply(const std::vector<Change> &changes)
{
    StoreState next = d->state;
    if (const auto done = d->transact(changes, next); !done) {
        d->database.rollBack();
        return fail(done.error());
    }
    d->state = next;
    return next.revision;
}

Result<std::int64_t> LocalStore::put(const QString &kind, const QString &key, const QByteArray &value)
{
    return apply({{kind, key, value}});
}

Result<void> LocalStore::remove(const QString &kind, const QString &key)
{
    const auto done = apply({{kind, key, std::nullopt}});
    return done ? Result<void>() : fail(done.error());
}

Result<Record> LocalStore::get(const QString &kind, const QString &key) const
{
    const auto place = placeOf(kind, key);
    if (!place)
        return fail(place.error());
    Row row{place->kind, d->seal.nameOf(place->kind, place->key), 0, {}};
    Statement find(d->database.handle(), "SELECT revision, sealed FROM records WHERE kind = ? AND name = ?");
    find.bindText(1, row.kind).bindBlob(2, row.name);
    switch (find.step()) {
    case Statement::Step::Row:
        break;
    case Statement::Step::Done:
        return fail(ErrorCode::NotFound, QStringLiteral("no such record"));
    case Statement::Step::Failed:
        return fail(find.error());
    }
    row.revision = find.integer(0);
    row.sealed = find.bytes(1);
    const auto clear = d->seal.open(row);
    if (!clear || clear->key != place->key)
        return fail(ErrorCode::FileUnreadable, damaged);
    return Record{key, row.revision, clear->value};
}

Result<Listing> LocalStore::list(const QString &kind, const QString &prefix) const
{
    Row row{kindOf(kind), {}, 0, {}};
    if (row.kind.isEmpty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("kind of a record is not a name"));
    const QByteArray beginning = prefix.toUtf8();
    Statement all(d->database.handle(), "SELECT revision, name, sealed FROM records WHERE kind = ? ORDER BY revision");
    all.bindText(1, row.kind);
    Listing listing;
    for (;;) {
        switch (all.step()) {
        case Statement::Step::Failed:
            return fail(all.error());
        case Statement::Step::Done:
            return listing;
        case Statement::Step::Row:
            break;
        }
        row.revision = all.integer(0);
        row.name = all.bytes(1);
        row.sealed = all.bytes(2);
        const auto clear = d->seal.open(row);
        if (!clear)
            ++listing.damaged;
        else if (clear->key.startsWith(beginning))
            listing.records.push_back({QString::fromUtf8(clear->key), row.revision, clear->value});
    }
}

} // namespace consilium::store
