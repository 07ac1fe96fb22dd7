#pragma once
#include <cstdint>

namespace consilium
{

using TimeMs = std::int64_t; ///< milliseconds since 1970-01-01T00:00Z

/// The wall clock and a steady clock, so that tests control time.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual TimeMs nowMs() const = 0;
    [[nodiscard]] virtual std::int64_t steadyNs() const = 0;
};

/// The machine's clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] TimeMs nowMs() const override;
    [[nodiscard]] std::int64_t steadyNs() const override;
};

} // namespace consilium
