#pragma once
#include "netclient/http/Transfer.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace consilium::http
{

/// What waits for a connection, host by host: the most urgent first, equals in the order they came. How urgent each is
/// is asked anew whenever one is chosen. Network thread only.
class RequestQueue
{
public:
    static constexpr int activePerHost = 4, backgroundPerHost = 2;

    void add(std::unique_ptr<Transfer> transfer);
    /// The next transfer that may start now, or nullptr; it counts as active until done().
    [[nodiscard]] std::unique_ptr<Transfer> next(std::int64_t nowMs);
    void done(const Transfer &transfer);
    /// Takes out what nobody wants any more (all of it when `all`).
    [[nodiscard]] std::vector<std::unique_ptr<Transfer>> takeCancelled(bool all = false);
    /// When the next one that waits for its server may go, ms from now; -1: none waits.
    [[nodiscard]] int nextDueMs(std::int64_t nowMs) const;
    [[nodiscard]] bool isEmpty() const;

private:
    struct Host {
        int active = 0, background = 0;
        std::map<std::uint64_t, std::unique_ptr<Transfer>> waiting; ///< in the order they came
    };
    using Waiting = decltype(Host::waiting);
    [[nodiscard]] static Waiting::iterator mostUrgent(Host &host, std::int64_t nowMs);
    std::map<std::string, Host> m_hosts;
    std::uint64_t m_order = 0;
};

} // namespace consilium::http
