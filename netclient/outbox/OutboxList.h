#pragma once
#include "netclient/outbox/Entry.h"

#include <QHash>

#include <map>
#include <optional>
#include <vector>

namespace consilium::outbox
{

/// The entries in their order, and whose turn it is. Knows no network, no storage and no clock: values in, values out.
class OutboxList
{
public:
    struct Item {
        Entry entry;
        bool isDurable = false; ///< it may be sent
        bool isActive = false;  ///< a delivery or a removal is under way
    };

    /// The archive answers nothing before `untilMs`; 0: before something has been changed.
    void hold(const ArchiveId &archive, TimeMs untilMs) { m_holds[archive] = untilMs; }
    void release(const ArchiveId &archive) { m_holds.remove(archive); }

    Item &add(Entry entry, bool isDurable);
    void remove(const EntryId &id);
    [[nodiscard]] Item *find(const EntryId &id);
    [[nodiscard]] const Item *find(const EntryId &id) const;
    /// Not yet sent and not withdrawn.
    [[nodiscard]] const Item *findObject(const ArchiveId &archive, const SopInstanceUid &sop) const;
    [[nodiscard]] std::int64_t nextOrder() const { return m_nextOrder; }
    [[nodiscard]] std::vector<Entry> entries() const; ///< in their order
    [[nodiscard]] const std::map<std::int64_t, Item> &items() const { return m_items; }

    struct Turns {
        std::vector<EntryId> ready;  ///< may start now, in this order, as far as there is room
        std::vector<EntryId> stuck;  ///< wait for an object that waits for a decision
        std::optional<TimeMs> dueAt; ///< the next moment at which something becomes ready by itself
    };
    /// One at a time for each archive and study, in their order. What waits for its next try holds up those behind it;
    /// what needs a decision holds up only what refers to it, and what refers to that.
    [[nodiscard]] Turns turns(TimeMs now) const;

private:
    std::map<std::int64_t, Item> m_items;
    QHash<EntryId, std::int64_t> m_orders;
    QHash<ArchiveId, TimeMs> m_holds;
    std::int64_t m_nextOrder = 1;
};

} // namespace consilium::outbox
