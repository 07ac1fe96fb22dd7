#pragma once
#include "base/Result.h"

#include <cstdint>

class QFileDevice;

namespace consilium::platform
{

[[nodiscard]] int cpuCount();                   ///< processors this process may use, at least 1
[[nodiscard]] std::int64_t residentBytes();     ///< this process now; -1 where unknown
[[nodiscard]] std::int64_t peakResidentBytes(); ///< this process so far; -1 where unknown
[[nodiscard]] std::int64_t physicalMemoryBytes();
[[nodiscard]] std::int64_t availableMemoryBytes(); ///< what can be taken without swapping; -1 where unknown
[[nodiscard]] Result<std::int64_t> freeDiskBytes(const QString &folder);
/// Why a file could not be made or written whole, asked right after that: DiskFull where there is no room for `bytes`
/// of it, else FileUnreadable (rights, a folder that takes no file, the device).
[[nodiscard]] Error notWritten(const QFileDevice &file, std::int64_t bytes = 1);
/// Gives freed heap back to the system, after large caches were emptied.
void trimHeap();
/// Milliseconds between the start of this process and now; -1 where unknown. For the launch figure.
[[nodiscard]] std::int64_t processAgeMs();
/// This user id is the one this process runs under. True on systems without such numbers.
[[nodiscard]] bool isOwnUser(unsigned userId);
/// The process at the other end of a connected local socket runs under the same user; asked of the system, not of it.
/// On systems where that cannot be asked: true, the socket's own permissions have to do.
[[nodiscard]] bool isPeerSameUser(std::intptr_t socket);

} // namespace consilium::platform
