#pragma once
#include <QString>

#include <cstdint>
#include <optional>

namespace consilium::store
{

/// What was mended when a store was opened. The file as it was lies under another name, for good.
struct Mended {
    QString setAside; ///< path of the damaged file
    std::optional<std::int64_t>
        lost; ///< records that could not be saved over; nullopt: nothing tells how many there were
};

} // namespace consilium::store
