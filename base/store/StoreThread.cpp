#include "base/store/StoreThread.h"

namespace consilium::store
{

StoreThread::StoreThread(QString folder, QByteArray key, LocalStore::Options options)
    : m_folder(std::move(folder)), m_key(std::move(key)), m_options(options)
{
    m_thread.setMaxThreadCount(1); // so that order is kept
    m_thread.setExpiryTimeout(-1);
    m_thread.setObjectName(QStringLiteral("local store"));
    startWork(m_thread, [this] { (void)ready(); });
}

StoreThread::~StoreThread()
{
    startWork(m_thread, [this] { m_store.reset(); }); // closing writes, too
    waitForWork(m_thread);
}

Result<LocalStore *> StoreThread::ready()
{
    if (!m_store) {
        auto opened = LocalStore::open(m_folder, m_key, m_options);
        if (!opened)
            return fail(opened.error());
        m_store.emplace(std::move(*opened));
    }
    return &*m_store;
}

Pending<Result<std::optional<Mended>>> StoreThread::opened()
{
    return run([](LocalStore &store) { return Result<std::optional<Mended>>(store.mended()); });
}

Pending<Result<QString>> StoreThread::setAside()
{
    return runPending(
        [this] {
            m_store.reset();
            return LocalStore::setAside(m_folder, m_options.lockWaitMs);
        },
        &m_thread);
}

Pending<Result<std::int64_t>> StoreThread::apply(std::vector<Change> changes)
{
    return run([changes = std::move(changes)](LocalStore &store) { return store.apply(changes); });
}

Pending<Result<std::int64_t>> StoreThread::put(const QString &kind, const QString &key, const QByteArray &value)
{
    return run([=](LocalStore &store) { return store.put(kind, key, value); });
}

Pending<Result<void>> StoreThread::remove(const QString &kind, const QString &key)
{
    return run([=](LocalStore &store) { return store.remove(kind, key); });
}

Pending<Result<Record>> StoreThread::get(const QString &kind, const QString &key)
{
    return run([=](LocalStore &store) { return store.get(kind, key); });
}

Pending<Result<Listing>> StoreThread::list(const QString &kind, const QString &prefix)
{
    return run([=](LocalStore &store) { return store.list(kind, prefix); });
}

} // namespace consilium::store
