#include "netclient/http/RequestQueue.h"

#include <algorithm>

namespace consilium::http
{

void RequestQueue::add(std::unique_ptr<Transfer> transfer)
{
    m_hosts[transfer->host()].waiting.emplace(m_order++, std::move(transfer));
}

RequestQueue::Waiting::iterator RequestQueue::mostUrgent(Host &host, std::int64_t nowMs)
{
    auto best = host.waiting.end();
    Priority bestPriority = Priority::Background;
    for (auto it = host.waiting.begin(); it != host.waiting.end(); ++it) {
        const Priority priority = it->second->priority();
        const bool mustWait = it->second->notBeforeMs() > nowMs ||
                              (priority == Priority::Background && host.background >= backgroundPerHost);
        if (mustWait || (best != host.waiting.end() && priority >= bestPriority))
            continue;
        best = it;
        bestPriority = priority;
        if (priority == Priority::Visible)
            break;
    }
    return best;
}

std::unique_ptr<Transfer> RequestQueue::next(std::int64_t nowMs)
{
    for (auto &[name, host] : m_hosts) {
        if (host.active >= activePerHost)
            continue;
        const auto chosen = mostUrgent(host, nowMs);
        if (chosen == host.waiting.end())
            continue;
        std::unique_ptr<Transfer> transfer = std::move(chosen->second);
        host.waiting.erase(chosen);
        transfer->setPlace(transfer->priority() == Priority::Background ? Transfer::Place::Background
                                                                        : Transfer::Place::Ordinary);
        ++host.active;
        host.background += transfer->place() == Transfer::Place::Background ? 1 : 0;
        return transfer;
    }
    return nullptr;
}

void RequestQueue::done(const Transfer &transfer)
{
    Host &host = m_hosts[transfer.host()];
    --host.active;
    host.background -= transfer.place() == Transfer::Place::Background ? 1 : 0;
}

std::vector<std::unique_ptr<Transfer>> RequestQueue::takeCancelled(bool all)
{
    std::vector<std::unique_ptr<Transfer>> taken;
    for (auto it = m_hosts.begin(); it != m_hosts.end();) {
        for (auto entry = it->second.waiting.begin(); entry != it->second.waiting.end();) {
            if (!all && !entry->second->isCancelled()) {
                ++entry;
                continue;
            }
            taken.push_back(std::move(entry->second));
            entry = it->second.waiting.erase(entry);
        }
        it = it->second.active == 0 && it->second.waiting.empty() ? m_hosts.erase(it) : std::next(it);
    }
    return taken;
}

int RequestQueue::nextDueMs(std::int64_t nowMs) const
{
    std::int64_t due = -1;
    for (const auto &[name, host] : m_hosts) {
        for (const auto &[key, transfer] : host.waiting) {
            const std::int64_t wait = transfer->notBeforeMs() - nowMs;
            if (wait > 0 && (due < 0 || wait < due))
                due = wait;
        }
    }
    return static_cast<int>(due);
}

bool RequestQueue::isEmpty() const
{
    return std::all_of(m_hosts.begin(), m_hosts.end(), [](const auto &entry) { return entry.second.waiting.empty(); });
}

} // namespace consilium::http
