#pragma once
#include "base/Clock.h"

namespace consilium::test
{

/// A clock that stands where the test puts it.
class SetClock final : public Clock
{
public:
    TimeMs now = 1790000000000;
    [[nodiscard]] TimeMs nowMs() const override { return now; }
    [[nodiscard]] std::int64_t steadyNs() const override { return (now - 1790000000000 + 12345) * 1000000; }
};

} // namespace consilium::test
