#include "app/usecases/OutboxStore.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace consilium::app
{

namespace
{

const QString entries = QString::fromLatin1(OutboxStore::entryKind),
              objects = QString::fromLatin1(OutboxStore::objectKind);

Result<std::vector<outbox::Entry>> entriesOf(const std::vector<QByteArray> &records)
{
    std::vector<outbox::Entry> all;
    for (const QByteArray &record : records) {
        auto entry = outbox::decodeEntry(record);
        if (!entry)
            return fail(entry.error());
        all.push_back(std::move(*entry));
    }
    return all;
}

} // namespace

OutboxStore::~OutboxStore()
{
    // Nobody is there any more to take the rest of a step.
    while (!m_steps.empty())
        giveUp(*m_steps.front().missing.begin(), {ErrorCode::Cancelled, {}});
}

void OutboxStore::together(const std::vector<SopInstanceUid> &of, std::vector<store::Change> with)
{
    if (!of.empty())
        m_steps.push_back({{of.begin(), of.end()}, std::move(with), {}});
}

std::deque<OutboxStore::Step>::iterator OutboxStore::stepOf(const SopInstanceUid &object)
{
    return std::find_if(m_steps.begin(), m_steps.end(),
                        [&](const Step &step) { return step.missing.contains(object); });
}

void OutboxStore::giveUp(const SopInstanceUid &object, const Error &why)
{
    const auto found = stepOf(object);
    if (found == m_steps.end())
        return;
    Step step = std::move(*found);
    m_steps.erase(found);
    for (auto &promise : step.waiting)
        promise.finish(fail(why));
}

Pending<Result<void>> OutboxStore::put(const outbox::Entry &entry, const QByteArray &part10)
{
    std::vector<store::Change> own{{entries, entry.id.text(), outbox::encodeEntry(entry)},
                                   {objects, entry.id.text(), part10}};
    const auto found = stepOf(entry.sop);
    if (found == m_steps.end())
        return apply(std::move(own));
    found->missing.erase(entry.sop);
    std::move(own.begin(), own.end(), std::back_inserter(found->changes));
    found->waiting.emplace_back();
    found->waiting.back().start();
    auto answer = found->waiting.back().future();
    if (found->missing.empty()) {
        auto step = std::make_shared<Step>(std::move(*found));
        m_steps.erase(found);
        apply(std::move(step->changes)).then(QtFuture::Launch::Sync, [step](const QFuture<Result<void>> &done) {
            for (auto &promise : step->waiting)
                promise.finish(done.result());
        });
    }
    return answer;
}

Pending<Result<void>> OutboxStore::update(const outbox::Entry &entry)
{
    const QByteArray bytes = outbox::encodeEntry(entry);
    const QString key = entry.id.text();
    if (m_store)
        return m_store->run([key, bytes](store::LocalStore &store) -> Result<void> {
            if (const auto there = store.get(entries, key); !there)
                return fail(there.error());
            const auto done = store.put(entries, key, bytes);
            return done ? Result<void>() : fail(done.error());
        });
    if (!m_memory.contains({entries, key}))
        return readyAnswer(Result<void>(fail(ErrorCode::NotFound)));
    m_memory[{entries, key}] = bytes;
    return readyAnswer(Result<void>());
}

Pending<Result<void>> OutboxStore::remove(const outbox::EntryId &id)
{
    std::vector<store::Change> changes{{entries, id.text(), std::nullopt}, {objects, id.text(), std::nullopt}};
    if (auto with = m_alongside.extract(id))
        std::move(with.mapped().begin(), with.mapped().end(), std::back_inserter(changes));
    return apply(std::move(changes));
}

void OutboxStore::alongside(const outbox::EntryId &id, std::vector<store::Change> with)
{
    if (with.empty())
        m_alongside.erase(id);
    else
        m_alongside.insert_or_assign(id, std::move(with));
}

Pending<Result<std::vector<outbox::Entry>>> OutboxStore::list()
{
    if (m_store)
        return m_store->run([](store::LocalStore &store) -> Result<std::vector<outbox::Entry>> {
            const auto listing = store.list(entries);
            if (!listing)
                return fail(listing.error());
            if (listing->damaged > 0) // none is forgotten in silence
                return fail(ErrorCode::FileUnreadable, store::damaged);
            std::vector<QByteArray> records;
            for (const store::Record &record : listing->records)
                records.push_back(record.value);
            return entriesOf(records);
        });
    std::vector<QByteArray> records;
    for (const auto &[place, value] : m_memory)
        if (place.first == entries)
            records.push_back(value);
    return readyAnswer(entriesOf(records));
}

Pending<Result<QByteArray>> OutboxStore::fetchObject(const outbox::EntryId &id)
{
    const QString key = id.text();
    if (m_store)
        return m_store->run([key](store::LocalStore &store) -> Result<QByteArray> {
            auto record = store.get(objects, key);
            return record ? Result<QByteArray>(std::move(record->value)) : fail(record.error());
        });
    const auto found = m_memory.find({objects, key});
    return readyAnswer(found != m_memory.end() ? Result<QByteArray>(found->second) : fail(ErrorCode::NotFound));
}

Pending<Result<void>> OutboxStore::apply(std::vector<store::Change> changes)
{
    if (m_store)
        return m_store->run([changes = std::move(changes)](store::LocalStore &store) -> Result<void> {
            const auto done = store.apply(changes);
            return done ? Result<void>() : fail(done.error());
        });
    for (const store::Change &change : changes) {
        if (change.value)
            m_memory[{change.kind, change.key}] = *change.value;
        else
            m_memory.erase({change.kind, change.key});
    }
    return readyAnswer(Result<void>());
}

} // namespace consilium::app
