#pragma once
#include "base/Ids.h"

#include <QString>

namespace consilium::pixels
{

/// How the bytes of a frame are to be read.
enum class Coding {
    LittleEndian, ///< native; deflated data sets are inflated before frames are cut out of them
    BigEndian,    ///< native, words of more than 8 bits with the high byte first
    Rle,
    Jpeg, ///< all processes; which one, the stream says
    JpegLs,
    Jpeg2000,
    HtJpeg2000,
    Video, ///< one stream for all frames: MPEG-2, H.264, HEVC
    None   ///< known or unknown, not decoded
};

/// The coding of a transfer syntax. PS3.5 annex A.
[[nodiscard]] Coding codingOf(const TransferSyntaxUid &syntax);
[[nodiscard]] bool canDecode(const TransferSyntaxUid &syntax);
[[nodiscard]] QString syntaxName(const TransferSyntaxUid &syntax); ///< "JPEG 2000 Lossless"; the UID when unknown

} // namespace consilium::pixels
