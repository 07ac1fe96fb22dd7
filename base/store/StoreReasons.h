#pragma once
#include <QLatin1StringView>

namespace consilium::store
{

// Details of errors of a store that have a sentence of their own (userMessage()).
inline constexpr QLatin1StringView newerStore("the local store was written by a newer program"), ///< Unsupported
    otherKey("the local store has another key"),                                                 ///< PermissionDenied
    storeInUse("the local store is in use by another process"),                                  ///< Conflict
    damaged("the local store is damaged");                                                       ///< FileUnreadable

} // namespace consilium::store
