#pragma once
#include "base/platform/Platform.h"

#include <algorithm>
#include <cstdint>

namespace consilium::app
{

/// Bytes of decoded frames that are kept unless somebody says otherwise. A quarter of the machine, so that other
/// programs live: 2,000 slices of 512 x 512 need 1 GB.
[[nodiscard]] inline std::int64_t defaultCacheBytes()
{
    constexpr std::int64_t gigabyte = 1'000'000'000;
    const std::int64_t physical = platform::physicalMemoryBytes();
    return physical > 0 ? std::clamp(physical / 4, gigabyte / 2, 6 * gigabyte) : gigabyte;
}

} // namespace consilium::app
