#pragma once
#include "base/Pending.h"
#include "base/store/LocalStore.h"

#include <QThreadPool>

#include <functional>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace consilium::store
{

/// A local store with a thread of its own, for whoever must not wait for a disk. What is asked is done in the order in
/// which it was asked. Nothing that was asked is left undone: giving up an answer takes nothing back, and the end of
/// this object waits until all is done. Where the store cannot be opened every answer says why, and the next question
/// tries again.
class StoreThread
{
public:
    /// Returns at once; the store is opened on the thread.
    StoreThread(QString folder, QByteArray key, LocalStore::Options options);
    StoreThread(QString folder, QByteArray key) : StoreThread(std::move(folder), std::move(key), LocalStore::Options())
    {
    }
    ~StoreThread();
    StoreThread(const StoreThread &) = delete;
    StoreThread &operator=(const StoreThread &) = delete;

    /// Opens it where it is not open yet: what was mended on the way, if anything, or why it cannot be opened.
    [[nodiscard]] Pending<Result<std::optional<Mended>>> opened();

    /// `work`, called with the store on its thread, gives a Result. It holds up all that comes behind it.
    template<class F>
    [[nodiscard]] auto run(F work) -> Pending<std::invoke_result_t<F, LocalStore &>>
    {
        using Answer = std::invoke_result_t<F, LocalStore &>;
        return runPending(
            [this, work = std::move(work)]() mutable -> Answer {
                const Result<LocalStore *> store = ready();
                return store ? work(**store) : Answer(fail(store.error()));
            },
            &m_thread);
    }

    // As of LocalStore.
    [[nodiscard]] Pending<Result<std::int64_t>> apply(std::vector<Change> changes);
    [[nodiscard]] Pending<Result<std::int64_t>> put(const QString &kind, const QString &key, const QByteArray &value);
    [[nodiscard]] Pending<Result<void>> remove(const QString &kind, const QString &key);
    [[nodiscard]] Pending<Result<Record>> get(const QString &kind, const QString &key);
    [[nodiscard]] Pending<Result<Listing>> list(const QString &kind, const QString &prefix = {});

    /// LocalStore::setAside(): what is asked after this is asked of a new store.
    [[nodiscard]] Pending<Result<QString>> setAside();

private:
    [[nodiscard]] Result<LocalStore *> ready(); ///< on the thread

    const QString m_folder;
    const QByteArray m_key;
    LocalStore::Options m_options;
    std::optional<LocalStore> m_store; ///< of the thread alone
    QThreadPool m_thread;              ///< ends first
};

} // namespace consilium::store
