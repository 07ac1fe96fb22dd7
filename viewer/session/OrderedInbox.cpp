#include "viewer/session/OrderedInbox.h"

namespace consilium::session
{

Result<std::vector<Envelope>> OrderedInbox::accept(const Envelope &envelope)
{
    std::vector<Envelope> ready;
    if (envelope.seq < m_next || m_waiting.contains(envelope.seq))
        return ready;
    if (envelope.seq != m_next && m_waiting.size() >= maxWaiting)
        return fail(ErrorCode::TooManyRequests, QStringLiteral("too many envelopes wait for a missing one"));
    m_waiting.emplace(envelope.seq, envelope);
    for (auto it = m_waiting.begin(); it != m_waiting.end() && it->first == m_next; it = m_waiting.erase(it)) {
        ready.push_back(std::move(it->second));
        ++m_next;
    }
    return ready;
}

std::vector<std::pair<std::uint64_t, std::uint64_t>> OrderedInbox::missing() const
{
    std::vector<std::pair<std::uint64_t, std::uint64_t>> gaps;
    std::uint64_t expected = m_next;
    for (const auto &[seq, envelope] : m_waiting) {
        if (seq > expected)
            gaps.emplace_back(expected, seq - 1);
        expected = seq + 1;
    }
    return gaps;
}

} // namespace consilium::session
