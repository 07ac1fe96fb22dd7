#pragma once
#include "base/Result.h"
#include "base/store/LocalStore.h"

namespace consilium::app
{

/// What a person's store holds that is nowhere else.
struct KeptCounts {
    int marks = 0;   ///< new, changed or deleted, and not saved
    int objects = 0; ///< saved, and not in their archive yet
    bool operator==(const KeptCounts &) const = default;
};

/// Errors: those of reading; Unsupported, FileUnreadable where records cannot be read: how much it is nobody knows
/// then.
[[nodiscard]] Result<KeptCounts> countKept(const store::LocalStore &store);

} // namespace consilium::app
