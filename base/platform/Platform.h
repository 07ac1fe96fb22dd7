#pragma once
#include "base/Result.h"

#include <cstdint>

namespace consilium::platform
{

[[nodiscard]] int cpuCount();                   ///< processors this process may use, at least 1
[[nodiscard]] std::int64_t residentBytes();     ///< this process now; -1 where unknown
[[nodiscard]] std::int64_t peakResidentBytes(); ///< this process so far; -1 where unknown
[[nodiscard]] std::int64_t physicalMemoryBytes();
[[nodiscard]] std::int64_t availableMemoryBytes(); ///< what can be taken without swapping; -1 where unknown
[[nodiscard]] Result<std::int64_t> freeDiskBytes(const QString &folder);
/// Gives freed heap back to the system, after large caches were emptied.
void trimHeap();
/// Milliseconds between the start of this process and now; -1 where unknown. For the launch figure.
[[nodiscard]] std::int64_t processAgeMs();

} // namespace consilium::platform
