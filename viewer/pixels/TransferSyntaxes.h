#pragma once
#include "base/Ids.h"

namespace consilium::pixels
{

/// How the bytes of a frame are to be read.
enum class Coding {
    LittleEndian, ///< native; deflated data sets are inflated before frames are cut out of them
    BigEndian,    ///< native, words of more than 8 bits with the high byte first
    Rle,
    JpegLs,
    Jpeg2000,
    None ///< known or unknown, not decoded
};

/// The coding of a transfer syntax. PS3.5 annex A.
[[nodiscard]] Coding codingOf(const TransferSyntaxUid &syntax);

} // namespace consilium::pixels
