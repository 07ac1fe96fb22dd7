#include "netclient/outbox/OutboxList.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace consilium::outbox
{

namespace
{

/// A moment further off than any wait there is was made by a clock that has been set back since.
constexpr TimeMs longestWaitMs = 24LL * 3600 * 1000;

bool isDue(TimeMs at, TimeMs now)
{
    return at <= now || at - now > longestWaitMs;
}

void earlier(std::optional<TimeMs> &best, TimeMs at)
{
    best = best ? std::min(*best, at) : at;
}

bool isOver(State state)
{
    return state == State::Sent || state == State::Withdrawn;
}

} // namespace

OutboxList::Item &OutboxList::add(Entry entry, bool isDurable)
{
    while (m_items.contains(entry.order)) // two stores that were put together
        ++entry.order;
    m_nextOrder = std::max(m_nextOrder, entry.order + 1);
    m_orders.insert(entry.id, entry.order);
    const std::int64_t order = entry.order;
    return m_items.insert_or_assign(order, Item{std::move(entry), isDurable, false}).first->second;
}

void OutboxList::remove(const EntryId &id)
{
    if (const auto it = m_orders.constFind(id); it != m_orders.cend())
        m_items.erase(*it);
    m_orders.remove(id);
}

OutboxList::Item *OutboxList::find(const EntryId &id)
{
    return const_cast<Item *>(std::as_const(*this).find(id));
}

const OutboxList::Item *OutboxList::find(const EntryId &id) const
{
    const auto order = m_orders.constFind(id);
    if (order == m_orders.cend())
        return nullptr;
    const auto it = m_items.find(*order);
    return it != m_items.end() ? &it->second : nullptr;
}

const OutboxList::Item *OutboxList::findObject(const ArchiveId &archive, const SopInstanceUid &sop) const
{
    const auto it = std::find_if(m_items.begin(), m_items.end(), [&](const auto &one) {
        const Entry &entry = one.second.entry;
        return !isOver(entry.state) && entry.archive == archive && entry.sop == sop;
    });
    return it != m_items.end() ? &it->second : nullptr;
}

std::vector<Entry> OutboxList::entries() const
{
    std::vector<Entry> all;
    all.reserve(m_items.size());
    for (const auto &[order, item] : m_items)
        all.push_back(item.entry);
    return all;
}

OutboxList::Turns OutboxList::turns(TimeMs now) const
{
    using Place = std::pair<QString, QString>; // an archive, and a study or an object in it
    Turns turns;
    QSet<Place> busyStudies, comingObjects, stuckObjects;
    for (const auto &[order, item] : m_items) {
        const Entry &entry = item.entry;
        if (isOver(entry.state))
            continue;
        const QString &archive = entry.archive.text();
        const Place study(archive, entry.study.text()), object(archive, entry.sop.text());
        const auto refersTo = [&](const QSet<Place> &objects) {
            return std::any_of(entry.after.begin(), entry.after.end(),
                               [&](const SopInstanceUid &sop) { return objects.contains(Place(archive, sop.text())); });
        };
        if (entry.state == State::Refused || refersTo(stuckObjects)) {
            if (entry.state != State::Refused)
                turns.stuck.push_back(entry.id);
            stuckObjects.insert(object);
            continue;
        }
        const bool isNext = !busyStudies.contains(study) && !refersTo(comingObjects);
        busyStudies.insert(study);
        comingObjects.insert(object);
        const bool isForSomebody = entry.state == State::Waiting && entry.nextTryAt == 0;
        if (!isNext || item.isActive || !item.isDurable || isForSomebody)
            continue;
        const TimeMs held = m_holds.value(entry.archive, -1);
        if (held == 0)
            continue;
        const TimeMs from = std::max(entry.state == State::Waiting ? entry.nextTryAt : 0, held);
        if (isDue(from, now))
            turns.ready.push_back(entry.id);
        else
            earlier(turns.dueAt, from);
    }
    return turns;
}

} // namespace consilium::outbox
