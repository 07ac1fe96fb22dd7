#include "netclient/outbox/Backoff.h"

#include <algorithm>

namespace consilium::outbox
{

std::int64_t Backoff::delayMs(int failures, std::int64_t askedMs, double random) const
{
    const double part = std::clamp(random, 0.0, 1.0);
    if (askedMs >= 0) {
        constexpr std::int64_t shortestAskedMs = 200;
        const std::int64_t asked = std::clamp(askedMs, shortestAskedMs, std::max(longestAskedMs, shortestAskedMs));
        return asked + static_cast<std::int64_t>(static_cast<double>(asked) * 0.1 * part);
    }
    constexpr int mostDoublings = 20;
    const int doublings = std::clamp(failures - 1, 0, mostDoublings);
    const std::int64_t whole = std::min(firstMs << doublings, longestMs);
    return static_cast<std::int64_t>(static_cast<double>(whole) * (0.5 + 0.5 * part));
}

} // namespace consilium::outbox
