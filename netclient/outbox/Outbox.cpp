#include "netclient/outbox/Outbox.h"

#include "base/Logging.h"
#include "netclient/outbox/ObjectFacts.h"

#include <QCryptographicHash>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace consilium::outbox
{

namespace
{

constexpr TimeMs removedAgainMs = 30'000;
constexpr std::int64_t longestSleepMs = 60'000; ///< a computer that was asleep does not count the time in its timers

Result<Entry> entryOf(const QByteArray &part10)
{
    const Result<ObjectFacts> facts = factsOf(part10);
    if (!facts)
        return fail(facts.error());
    const bool isNamed =
        !facts->sop.isEmpty() && !facts->sopClass.isEmpty() && !facts->study.isEmpty() && !facts->series.isEmpty();
    if (!isNamed)
        return fail(ErrorCode::DicomMalformed, QStringLiteral("an object without its UIDs"));
    Entry entry;
    entry.study = facts->study;
    entry.series = facts->series;
    entry.sopClass = facts->sopClass;
    entry.sop = facts->sop;
    entry.bytes = part10.size();
    entry.digest = QCryptographicHash::hash(part10, QCryptographicHash::Sha256);
    return entry;
}

bool isKept(State state)
{
    return state != State::Sent && state != State::Withdrawn;
}

} // namespace

Outbox::Outbox(Storage &storage, ClientOf clientOf, const Clock &clock, std::function<double()> random,
               Settings settings, QObject *parent)
    : QObject(parent),
      m_storage(storage),
      m_clientOf(std::move(clientOf)),
      m_clock(clock),
      m_random(std::move(random)),
      m_settings(std::move(settings))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Outbox::wake);
}

Outbox::~Outbox() = default;

Pending<Result<void>> Outbox::open()
{
    if (m_isOpen)
        return readyAnswer(Result<void>());
    if (std::exchange(m_isOpening, true))
        return readyAnswer(Result<void>(fail(ErrorCode::Conflict, QStringLiteral("the outbox is being opened"))));
    const auto promise = std::make_shared<PendingPromise<Result<void>>>();
    promise->start();
    m_storage.list().then(this, [this, promise](const Result<std::vector<Entry>> &entries) {
        m_isOpening = false;
        if (entries)
            opened(*entries);
        promise->finish(entries ? Result<void>() : fail(entries.error()));
    });
    return promise->future();
}

void Outbox::opened(std::vector<Entry> entries)
{
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        return std::pair(a.order, a.id.text()) < std::pair(b.order, b.id.text());
    });
    for (Entry &entry : entries) {
        // What was under way may have arrived, and credentials may be others than before: each try finds out.
        const bool isForTime = entry.state == State::Waiting && entry.nextTryAt > 0;
        if (!isForTime && entry.state != State::Refused)
            entry.state = State::Queued;
        m_list.add(std::move(entry), true);
    }
    m_isOpen = true;
    for (const Entry &entry : m_list.entries())
        tell(entry);
    pumpSoon();
}

Pending<Result<EntryId>> Outbox::add(const ArchiveId &archive, const QByteArray &part10,
                                     const std::vector<SopInstanceUid> &after)
{
    if (!m_isOpen)
        return readyAnswer(Result<EntryId>(fail(ErrorCode::Unsupported, QStringLiteral("the outbox is not open"))));
    const auto incoming = std::make_shared<Incoming>();
    incoming->archive = archive;
    incoming->part10 = part10;
    incoming->after = after;
    incoming->promise.start();
    m_incoming.push_back(incoming);
    auto answer = incoming->promise.future();
    runPending([part10] { return entryOf(part10); }).then(this, [this, incoming](const Result<Entry> &entry) {
        incoming->described = entry;
        while (!m_incoming.empty() && m_incoming.front()->described) {
            const auto next = m_incoming.front();
            m_incoming.pop_front();
            takeIn(*next);
        }
    });
    return answer;
}

void Outbox::takeIn(Incoming &incoming)
{
    if (!incoming.described)
        return;
    const Result<Entry> described = *incoming.described;
    if (!described) {
        incoming.promise.finish(fail(described.error()));
        return;
    }
    Entry entry = *described;
    if (const OutboxList::Item *const there = m_list.findObject(incoming.archive, entry.sop)) {
        if (there->entry.digest != entry.digest)
            incoming.promise.finish(fail(ErrorCode::Conflict, QStringLiteral("another object of this UID is queued")));
        else if (there->isDurable)
            incoming.promise.finish(there->entry.id);
        else
            m_waitForDurable[there->entry.id].push_back(std::move(incoming.promise));
        return;
    }
    entry.id = EntryId(QUuid::createUuid().toString(QUuid::WithoutBraces));
    entry.order = m_list.nextOrder();
    entry.archive = incoming.archive;
    entry.after = incoming.after;
    entry.queuedAt = m_clock.nowMs();
    m_list.add(entry, false);
    m_waitForDurable[entry.id].push_back(std::move(incoming.promise));
    m_storage.put(entry, incoming.part10).then(this, [this, id = entry.id](const Result<void> &result) {
        stored(id, result);
    });
}

void Outbox::stored(const EntryId &id, const Result<void> &result)
{
    auto waiting = std::move(m_waitForDurable[id]);
    m_waitForDurable.erase(id);
    OutboxList::Item *const item = m_list.find(id);
    const std::optional<Entry> entry = item ? std::optional(item->entry) : std::nullopt;
    if (item && result)
        item->isDurable = true;
    else
        m_list.remove(id);
    for (auto &promise : waiting)
        promise.finish(result ? Result<EntryId>(id) : fail(result.error()));
    if (entry && result)
        tell(*entry);
    pumpSoon();
}

std::optional<Entry> Outbox::entry(const EntryId &id) const
{
    const OutboxList::Item *const item = m_list.find(id);
    return item ? std::optional(item->entry) : std::nullopt;
}

Pending<Result<void>> Outbox::withdraw(const EntryId &id)
{
    OutboxList::Item *const item = m_list.find(id);
    if (!item || !isKept(item->entry.state))
        return readyAnswer(Result<void>(fail(ErrorCode::NotFound, QStringLiteral("no such entry in the outbox"))));
    if (item->isActive || !item->isDurable)
        return readyAnswer(Result<void>(fail(ErrorCode::Conflict, QStringLiteral("it is just being sent"))));
    item->isActive = true;
    const Entry withdrawn = item->entry;
    // First what refers to it, so that a fall in between sends nothing that refers to what never comes.
    const std::vector<EntryId> refused = refuseDependents(withdrawn);
    const auto promise = std::make_shared<PendingPromise<Result<void>>>();
    promise->start();
    m_storage.remove(id).then(this, [this, withdrawn, refused, promise](const Result<void> &removed) {
        if (removed) {
            m_list.remove(withdrawn.id);
            Entry gone = withdrawn;
            gone.state = State::Withdrawn;
            tell(gone);
        } else {
            if (OutboxList::Item *const kept = m_list.find(withdrawn.id))
                kept->isActive = false;
            restore(refused);
        }
        promise->finish(removed);
        pumpSoon();
    });
    return promise->future();
}

std::vector<EntryId> Outbox::refuseDependents(const Entry &withdrawn)
{
    std::vector<EntryId> refused;
    for (const auto &[order, item] : m_list.items()) {
        const std::vector<SopInstanceUid> &after = item.entry.after;
        const bool refers = item.entry.archive == withdrawn.archive &&
                            std::find(after.begin(), after.end(), withdrawn.sop) != after.end();
        if (refers && !item.isActive && item.entry.state != State::Refused && isKept(item.entry.state))
            refused.push_back(item.entry.id);
    }
    for (const EntryId &id : refused) {
        OutboxList::Item *const item = m_list.find(id);
        if (!item)
            continue;
        item->entry.state = State::Refused;
        item->entry.nextTryAt = 0;
        item->entry.trouble = {Why::ReferenceMissing, {}, 0};
        const Entry entry = item->entry;
        save(entry);
        tell(entry);
    }
    return refused;
}

void Outbox::restore(const std::vector<EntryId> &refused)
{
    for (const EntryId &id : refused)
        retryNow(id);
}

void Outbox::retryNow(const EntryId &id)
{
    OutboxList::Item *const item = m_list.find(id);
    if (!item || item->isActive || !item->isDurable)
        return;
    Entry &entry = item->entry;
    entry.state = State::Queued;
    entry.failures = entry.fruitless = 0;
    entry.nextTryAt = 0;
    entry.trouble = {};
    m_list.release(entry.archive);
    const Entry copy = entry;
    save(copy);
    tell(copy);
    pumpSoon();
}

void Outbox::archiveChanged(const ArchiveId &archive)
{
    m_list.release(archive);
    for (const Entry &entry : m_list.entries()) {
        if (entry.archive == archive && entry.state == State::Waiting)
            retryNow(entry.id);
    }
    pumpSoon();
}

void Outbox::pause(Pause how)
{
    m_isPaused = true;
    if (how == Pause::AfterCurrent)
        return;
    const auto stopped = std::exchange(m_deliveries, {});
    for (const auto &[id, delivery] : stopped) {
        delivery->stop();
        delivery->deleteLater();
        OutboxList::Item *const item = m_list.find(id);
        if (!item)
            continue;
        item->isActive = false;
        item->entry.tries = delivery->entry().tries;
        item->entry.state = State::Queued;
        tell(Entry(item->entry));
    }
}

void Outbox::resume()
{
    m_isPaused = false;
    pumpSoon();
}

Outbox::Progress Outbox::progress() const
{
    Progress progress;
    for (const auto &[order, item] : m_list.items()) {
        const Entry &entry = item.entry;
        if (!isKept(entry.state))
            continue;
        ++progress.left;
        progress.bytesLeft += entry.bytes;
        progress.refused += entry.state == State::Refused ? 1 : 0;
        if (!m_deliveries.contains(entry.id))
            continue;
        ++progress.underWay;
        progress.bytesUnderWay += entry.bytes;
        progress.bytesSent += bytesSent(entry.id);
    }
    progress.bytesLeft -= progress.bytesSent;
    return progress;
}

std::int64_t Outbox::bytesSent(const EntryId &id) const
{
    const auto it = m_deliveries.find(id);
    return it != m_deliveries.end() ? it->second->bytesSent() : 0;
}

void Outbox::wake()
{
    std::vector<Delivery *> all;
    for (const auto &[id, delivery] : m_deliveries)
        all.push_back(delivery);
    for (Delivery *const delivery : all) // one that has ended meanwhile is deleted later, and does nothing
        delivery->wake();
    pump();
}

void Outbox::pumpSoon()
{
    if (!std::exchange(m_isPumpDue, true))
        QMetaObject::invokeMethod(this, &Outbox::pump, Qt::QueuedConnection);
}

void Outbox::pump()
{
    m_isPumpDue = false;
    if (!m_isOpen)
        return;
    std::optional<TimeMs> dueAt;
    forgetWhatIsSent(dueAt);
    if (!m_isPaused) {
        OutboxList::Turns turns = m_list.turns(m_clock.nowMs());
        // One at a time: a try may fail at once, and then the others of its archive are held.
        for (std::size_t left = turns.ready.size(); left > 0 && !turns.ready.empty(); --left) {
            if (std::ssize(m_deliveries) >= m_settings.parallel)
                break;
            begin(turns.ready.front());
            turns = m_list.turns(m_clock.nowMs());
        }
        noteStuck(turns.stuck);
        if (turns.dueAt)
            dueAt = dueAt ? std::min(*dueAt, *turns.dueAt) : *turns.dueAt;
    }
    for (const auto &[id, delivery] : m_deliveries) {
        if (const std::optional<TimeMs> at = delivery->dueAt())
            dueAt = dueAt ? std::min(*dueAt, *at) : *at;
    }
    schedule(dueAt);
}

void Outbox::schedule(std::optional<TimeMs> dueAt)
{
    if (!dueAt) {
        m_timer.stop();
        return;
    }
    const std::int64_t ms = std::clamp<std::int64_t>(*dueAt - m_clock.nowMs(), 0, longestSleepMs);
    m_timer.start(static_cast<int>(ms));
}

void Outbox::begin(const EntryId &id)
{
    OutboxList::Item *const item = m_list.find(id);
    if (!item || item->isActive || m_isPaused)
        return;
    item->isActive = true;
    auto *const delivery =
        new Delivery(item->entry, Delivery::Means{m_storage, m_clientOf, m_clock, m_settings.verifyDelaysMs}, this);
    m_deliveries.emplace(id, delivery);
    connect(delivery, &Delivery::changed, this, [this, id, delivery] { followed(id, *delivery); });
    connect(delivery, &Delivery::progressed, this, &Outbox::progressed);
    connect(delivery, &Delivery::finished, this, [this, id](const Verdict &verdict) { concluded(id, verdict); });
    delivery->start();
}

void Outbox::followed(const EntryId &id, const Delivery &delivery)
{
    OutboxList::Item *const item = m_list.find(id);
    if (!item || !item->isActive)
        return;
    const bool isNew = item->entry.state != delivery.entry().state;
    item->entry.state = delivery.entry().state;
    item->entry.tries = delivery.entry().tries;
    const Entry entry = item->entry;
    if (isNew && entry.state == State::Verifying)
        save(entry);
    if (isNew)
        tell(entry);
    if (delivery.dueAt())
        pumpSoon(); // for the timer
}

void Outbox::concluded(const EntryId &id, const Verdict &verdict)
{
    const auto it = m_deliveries.find(id);
    OutboxList::Item *const item = m_list.find(id);
    if (it == m_deliveries.end() || !item)
        return;
    Delivery *const delivery = it->second;
    m_deliveries.erase(it);
    Entry &entry = item->entry;
    entry.tries = delivery->entry().tries;
    delivery->deleteLater();
    item->isActive = false;
    entry.nextTryAt = 0;
    switch (verdict.next) {
    case Next::Done:
        entry.state = State::Sent;
        m_list.release(entry.archive);
        break;
    case Next::Again:
        postpone(entry, verdict);
        break;
    case Next::Await:
        entry.state = State::Waiting;
        if (verdict.holdsArchive)
            m_list.hold(entry.archive, 0);
        break;
    case Next::Decide:
        entry.state = State::Refused;
        break;
    }
    if (verdict.next != Next::Done)
        entry.trouble = verdict.trouble;
    const Entry copy = entry;
    if (verdict.next == Next::Done)
        forget(id);
    else
        save(copy);
    tell(copy);
    pumpSoon();
}

void Outbox::postpone(Entry &entry, const Verdict &verdict)
{
    ++entry.failures;
    entry.fruitless += verdict.isFruitless ? 1 : 0;
    if (verdict.isFruitless && entry.fruitless >= m_settings.fruitlessTries) {
        entry.state = State::Refused;
        return;
    }
    entry.state = State::Waiting;
    entry.nextTryAt = m_clock.nowMs() + m_settings.backoff.delayMs(entry.failures, verdict.askedAfterMs, m_random());
    if (verdict.holdsArchive)
        m_list.hold(entry.archive, entry.nextTryAt);
}

void Outbox::noteStuck(const std::vector<EntryId> &stuck)
{
    std::vector<Entry> changed;
    for (const Entry &entry : m_list.entries()) {
        const bool isStuck = std::find(stuck.begin(), stuck.end(), entry.id) != stuck.end();
        const bool isNoted = entry.trouble.why == Why::ReferenceRefused;
        OutboxList::Item *const item = m_list.find(entry.id);
        if (isStuck == isNoted || item->isActive)
            continue;
        item->entry.trouble = isStuck ? Trouble{Why::ReferenceRefused, {}, 0} : Trouble();
        item->entry.state = State::Queued;
        item->entry.nextTryAt = 0;
        changed.push_back(item->entry);
    }
    for (const Entry &entry : changed)
        tell(entry);
}

// The archive has it: that the entry is still kept costs no more than a question after the next start.
void Outbox::forget(const EntryId &id)
{
    if (OutboxList::Item *const item = m_list.find(id))
        item->isActive = true;
    m_storage.remove(id).then(this, [this, id](const Result<void> &removed) {
        OutboxList::Item *const item = m_list.find(id);
        if (!item)
            return;
        if (removed) {
            m_list.remove(id);
            Q_EMIT progressed();
            return;
        }
        qCWarning(logNet) << "outbox: an entry that was sent cannot be removed:" << errorName(removed.error().code);
        item->isActive = false;
        item->entry.nextTryAt = m_clock.nowMs() + removedAgainMs;
        pumpSoon();
    });
}

void Outbox::forgetWhatIsSent(std::optional<TimeMs> &dueAt)
{
    std::vector<EntryId> due;
    for (const auto &[order, item] : m_list.items()) {
        if (item.entry.state != State::Sent || item.isActive)
            continue;
        if (item.entry.nextTryAt <= m_clock.nowMs())
            due.push_back(item.entry.id);
        else
            dueAt = dueAt ? std::min(*dueAt, item.entry.nextTryAt) : item.entry.nextTryAt;
    }
    for (const EntryId &id : due)
        forget(id);
}

// What cannot be noted is found out anew after the next start: nothing is lost by it.
void Outbox::save(const Entry &entry)
{
    m_storage.update(entry).then(this, [](const Result<void> &saved) {
        if (!saved)
            qCWarning(logNet) << "outbox: an entry cannot be noted:" << errorName(saved.error().code);
    });
}

void Outbox::tell(const Entry &entry)
{
    Q_EMIT entryChanged(entry);
    Q_EMIT progressed();
}

} // namespace consilium::outbox
