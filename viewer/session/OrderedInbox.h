#pragma once
#include "viewer/session/Action.h"

#include <map>
#include <utility>

namespace consilium::session
{

/// Puts envelopes that come out of order, twice, or late back into the order of their sequence numbers. Says what is
/// missing, so that it can be asked for again. Bounded: a sender that leaves a gap open cannot fill the memory.
class OrderedInbox
{
public:
    explicit OrderedInbox(std::uint64_t nextSeq = 1) : m_next(nextSeq) {}

    static constexpr std::size_t maxWaiting = 10000;

    /// What can be applied now, in order; empty while something before it is missing, and for duplicates.
    /// TooManyRequests when more than maxWaiting envelopes wait: then a snapshot must be fetched.
    Result<std::vector<Envelope>> accept(const Envelope &envelope);
    /// First and last sequence numbers of the gaps before what waits.
    [[nodiscard]] std::vector<std::pair<std::uint64_t, std::uint64_t>> missing() const;
    [[nodiscard]] std::uint64_t nextSeq() const { return m_next; }

private:
    std::uint64_t m_next;
    std::map<std::uint64_t, Envelope> m_waiting;
};

} // namespace consilium::session
