#pragma once
#include "base/store/StoreThread.h"
#include "netclient/outbox/Storage.h"

#include <deque>
#include <map>
#include <set>

namespace consilium::app
{

/// The outbox's place in a person's encrypted store: entry and object are two records, so that a list of entries opens
/// no objects. Without a store (a scenario, a computer without a keychain) all of it is in memory, and ends with this.
/// UI thread only.
class OutboxStore : public outbox::Storage
{
public:
    static constexpr auto entryKind = "outbox", objectKind = "outbox-object"; ///< in the store
    /// `store` outlives this; null: in memory.
    explicit OutboxStore(store::StoreThread *store) : m_store(store) {}
    ~OutboxStore() override;
    [[nodiscard]] bool isLasting() const { return m_store != nullptr; }

    /// What is put in next under these SOP Instance UIDs is written in one step, together with `with`: all of it or
    /// nothing, whenever the program is killed. Nothing of it is written before the last of them has come.
    void together(const std::vector<SopInstanceUid> &objects, std::vector<store::Change> with);
    /// One of those will not come: what has come of its step is answered with the error, and nothing of it written.
    void giveUp(const SopInstanceUid &object, const Error &why);

    /// When this entry is removed next, this is written in the same step. Empty: nothing any more.
    void alongside(const outbox::EntryId &id, std::vector<store::Change> with);

    [[nodiscard]] Pending<Result<void>> put(const outbox::Entry &entry, const QByteArray &part10) override;
    [[nodiscard]] Pending<Result<void>> update(const outbox::Entry &entry) override;
    [[nodiscard]] Pending<Result<void>> remove(const outbox::EntryId &id) override;
    [[nodiscard]] Pending<Result<std::vector<outbox::Entry>>> list() override;
    [[nodiscard]] Pending<Result<QByteArray>> fetchObject(const outbox::EntryId &id) override;

private:
    struct Step {
        std::set<SopInstanceUid> missing;
        std::vector<store::Change> changes;
        std::vector<PendingPromise<Result<void>>> waiting;
    };
    [[nodiscard]] Pending<Result<void>> apply(std::vector<store::Change> changes);
    [[nodiscard]] std::deque<Step>::iterator stepOf(const SopInstanceUid &object);

    store::StoreThread *m_store;
    std::deque<Step> m_steps;
    std::map<outbox::EntryId, std::vector<store::Change>> m_alongside;
    std::map<std::pair<QString, QString>, QByteArray> m_memory; ///< by kind and key
};

} // namespace consilium::app
