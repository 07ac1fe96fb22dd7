#pragma once
#include "base/Result.h"

#include <QString>

#include <memory>

namespace consilium::platform
{

/// One holder a folder, over all processes: a lock of the system on the file "lock" in it, which ends with the process
/// however that ends. The file stays. Any thread, one at a time.
class FolderLock
{
public:
    FolderLock();
    FolderLock(FolderLock &&) noexcept;
    FolderLock &operator=(FolderLock &&) noexcept;
    ~FolderLock();

    /// Waits at most waitMs for another holder. Errors: Conflict when it is held still; FileUnreadable, DiskFull when
    /// the file cannot be made.
    [[nodiscard]] static Result<FolderLock> take(const QString &folder, int waitMs);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// What was made, renamed and removed in the folder survives a loss of power. No-op where the system cannot be told.
void syncFolder(const QString &folder);

} // namespace consilium::platform
