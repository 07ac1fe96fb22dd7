#pragma once
#include <cstdint>

namespace consilium::outbox
{

/// How long to wait before the next try, in ms.
struct Backoff {
    std::int64_t firstMs = 5'000;
    std::int64_t longestMs = 15 * 60'000;          ///< of one's own accord
    std::int64_t longestAskedMs = 6 * 3600 * 1000; ///< longer is not believed

    /// After the `failures`-th failure in a row (from 1): twice as long each time, between half and all of it by
    /// `random` (0 to 1), so that many computers do not come back at the same moment. `askedMs` of the archive
    /// (Retry-After) counts instead where it is not negative: never sooner, at most a tenth later.
    [[nodiscard]] std::int64_t delayMs(int failures, std::int64_t askedMs, double random) const;
};

} // namespace consilium::outbox
