#pragma once
#include "netclient/outbox/Storage.h"

#include <QHash>
#include <QString>
#include <QThreadPool>

namespace consilium::test
{

/// Keeps an outbox in memory, and fails when told to. Answers at once.
class MemoryStorage final : public outbox::Storage
{
public:
    bool failsToPut = false, failsToUpdate = false, failsToRemove = false, failsToList = false;
    QHash<outbox::EntryId, outbox::Entry> entries;
    QHash<outbox::EntryId, QByteArray> objects;

    [[nodiscard]] Pending<Result<void>> put(const outbox::Entry &entry, const QByteArray &part10) override;
    [[nodiscard]] Pending<Result<void>> update(const outbox::Entry &entry) override;
    [[nodiscard]] Pending<Result<void>> remove(const outbox::EntryId &id) override;
    [[nodiscard]] Pending<Result<std::vector<outbox::Entry>>> list() override;
    [[nodiscard]] Pending<Result<QByteArray>> fetchObject(const outbox::EntryId &id) override;
};

/// Keeps an outbox in a folder, two files an entry, written in a thread of its own. Not encrypted: for tests only.
class FolderStorage final : public outbox::Storage
{
public:
    explicit FolderStorage(const QString &folder);
    ~FolderStorage() override;

    [[nodiscard]] Pending<Result<void>> put(const outbox::Entry &entry, const QByteArray &part10) override;
    [[nodiscard]] Pending<Result<void>> update(const outbox::Entry &entry) override;
    [[nodiscard]] Pending<Result<void>> remove(const outbox::EntryId &id) override;
    [[nodiscard]] Pending<Result<std::vector<outbox::Entry>>> list() override;
    [[nodiscard]] Pending<Result<QByteArray>> fetchObject(const outbox::EntryId &id) override;

private:
    QString m_folder;
    QThreadPool m_pool; ///< of one thread: in the order of the calls
};

} // namespace consilium::test
