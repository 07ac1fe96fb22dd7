#pragma once
#include "base/Pending.h"
#include "base/Result.h"
#include "netclient/outbox/Entry.h"

#include <vector>

namespace consilium::outbox
{

/// Where the outbox keeps what is still to be sent. What a call wrote is durable (it survives kill -9, and what the
/// medium promises of a power cut) when its Pending is answered; calls take effect in the order in which they were
/// made. Called in one thread, answered in any. Objects hold patient data: what is outside the tests encrypts both.
class Storage
{
public:
    virtual ~Storage() = default;
    /// A new entry and its object, both or neither. One of the same id is replaced.
    [[nodiscard]] virtual Pending<Result<void>> put(const Entry &entry, const QByteArray &part10) = 0;
    /// All of an entry but its object. NotFound: there is none of this id.
    [[nodiscard]] virtual Pending<Result<void>> update(const Entry &entry) = 0;
    /// Entry and object. That there is none of this id is no error.
    [[nodiscard]] virtual Pending<Result<void>> remove(const EntryId &id) = 0;
    /// Every entry, in any order. An error when only one of them cannot be read: none is forgotten in silence.
    [[nodiscard]] virtual Pending<Result<std::vector<Entry>>> list() = 0;
    /// The object as it was put in, Part 10. Errors: NotFound, FileUnreadable.
    [[nodiscard]] virtual Pending<Result<QByteArray>> fetchObject(const EntryId &id) = 0;
};

} // namespace consilium::outbox
