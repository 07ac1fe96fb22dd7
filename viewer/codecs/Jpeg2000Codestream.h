#pragma once
#include "viewer/pixels/FrameCodecs.h"

#include <vector>

namespace consilium::pixels
{

/// What the main header of a JPEG 2000 codestream says (ISO/IEC 15444-1 annex A), read before any library sees it: a
/// hostile header must not decide how much memory is taken.
struct Jpeg2000Header {
    std::uint32_t columns = 0, rows = 0;
    std::uint64_t tiles = 0;
    struct Component {
        int precision = 0;
        bool isSigned = false;
        int stepX = 1, stepY = 1; ///< sub-sampling
    };
    std::vector<Component> components; ///< as many as SIZ holds, never more than its own length allows
    int decompositions = 0;            ///< the picture is there at 1 / 2^n for n up to this; of the main header (COD)
    bool mixesComponents = false;      ///< a multiple component transform: three components come out as RGB
};

/// The codestream in a frame: the frame itself (FF4F), or the content of the jp2c box of a JP2 file. Empty when there
/// is none.
[[nodiscard]] Bytes codestreamOf(Bytes encoded);
/// Error PixelsDamaged when the main header is broken or incomplete.
[[nodiscard]] Result<Jpeg2000Header> readJpeg2000Header(Bytes codestream);
/// Every tile-part is there in its full length, and the last one of each tile. Says nothing about what is in them.
[[nodiscard]] bool isComplete(Bytes codestream, const Jpeg2000Header &header);

} // namespace consilium::pixels
