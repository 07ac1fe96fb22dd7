#include "tests/support/OutboxStorages.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace consilium::test
{

namespace
{

Result<void> diskIsFull()
{
    return fail(ErrorCode::DiskFull, QStringLiteral("as the test wants it"));
}

QString objectPath(const QString &folder, const outbox::EntryId &id)
{
    return folder + QLatin1Char('/') + id.text() + QStringLiteral(".object");
}

QString entryPath(const QString &folder, const outbox::EntryId &id)
{
    return folder + QLatin1Char('/') + id.text() + QStringLiteral(".entry");
}

// Whole or not at all, whenever the process is killed: by a rename.
Result<void> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::DiskFull, file.errorString());
    return {};
}

Result<QByteArray> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, file.errorString());
    return file.readAll();
}

} // namespace

Pending<Result<void>> MemoryStorage::put(const outbox::Entry &entry, const QByteArray &part10)
{
    if (failsToPut)
        return readyAnswer(diskIsFull());
    entries.insert(entry.id, entry);
    objects.insert(entry.id, part10);
    return readyAnswer(Result<void>());
}

Pending<Result<void>> MemoryStorage::update(const outbox::Entry &entry)
{
    if (failsToUpdate)
        return readyAnswer(diskIsFull());
    if (!entries.contains(entry.id))
        return readyAnswer(Result<void>(fail(ErrorCode::NotFound)));
    entries.insert(entry.id, entry);
    return readyAnswer(Result<void>());
}

Pending<Result<void>> MemoryStorage::remove(const outbox::EntryId &id)
{
    if (failsToRemove)
        return readyAnswer(diskIsFull());
    entries.remove(id);
    objects.remove(id);
    return readyAnswer(Result<void>());
}

Pending<Result<std::vector<outbox::Entry>>> MemoryStorage::list()
{
    if (failsToList)
        return readyAnswer(Result<std::vector<outbox::Entry>>(fail(ErrorCode::FileUnreadable)));
    return readyAnswer(Result<std::vector<outbox::Entry>>(std::vector<outbox::Entry>(entries.begin(), entries.end())));
}

Pending<Result<QByteArray>> MemoryStorage::fetchObject(const outbox::EntryId &id)
{
    const auto it = objects.constFind(id);
    return readyAnswer(it != objects.cend() ? Result<QByteArray>(*it) : fail(ErrorCode::NotFound));
}

FolderStorage::FolderStorage(const QString &folder) : m_folder(folder)
{
    m_pool.setMaxThreadCount(1);
    QDir().mkpath(folder);
}

FolderStorage::~FolderStorage()
{
    waitForWork(m_pool);
}

Pending<Result<void>> FolderStorage::put(const outbox::Entry &entry, const QByteArray &part10)
{
    // An object without its entry is nothing: the entry comes last.
    const auto work = [folder = m_folder, entry, part10]() -> Result<void> {
        if (Result<void> written = write(objectPath(folder, entry.id), part10); !written)
            return written;
        return write(entryPath(folder, entry.id), outbox::encodeEntry(entry));
    };
    return runPending(work, &m_pool);
}

Pending<Result<void>> FolderStorage::update(const outbox::Entry &entry)
{
    const auto work = [path = entryPath(m_folder, entry.id), entry]() -> Result<void> {
        if (!QFile::exists(path))
            return fail(ErrorCode::NotFound);
        return write(path, outbox::encodeEntry(entry));
    };
    return runPending(work, &m_pool);
}

Pending<Result<void>> FolderStorage::remove(const outbox::EntryId &id)
{
    const auto work = [folder = m_folder, id]() -> Result<void> {
        const QString path = entryPath(folder, id);
        if (!QFile::remove(path) && QFile::exists(path))
            return fail(ErrorCode::FileUnreadable);
        QFile::remove(objectPath(folder, id));
        return {};
    };
    return runPending(work, &m_pool);
}

Pending<Result<std::vector<outbox::Entry>>> FolderStorage::list()
{
    const auto work = [folder = m_folder]() -> Result<std::vector<outbox::Entry>> {
        std::vector<outbox::Entry> all;
        const QStringList names = QDir(folder).entryList({QStringLiteral("*.entry")}, QDir::Files);
        for (const QString &name : names) {
            const Result<QByteArray> bytes = read(folder + QLatin1Char('/') + name);
            if (!bytes)
                return fail(bytes.error());
            Result<outbox::Entry> entry = outbox::decodeEntry(*bytes);
            if (!entry)
                return fail(entry.error());
            all.push_back(std::move(*entry));
        }
        return all;
    };
    return runPending(work, &m_pool);
}

Pending<Result<QByteArray>> FolderStorage::fetchObject(const outbox::EntryId &id)
{
    return runPending([path = objectPath(m_folder, id)] { return read(path); }, &m_pool);
}

} // namespace consilium::test
