#pragma once
#include "viewer/pixels/FrameCodecs.h"

#include <optional>
#include <vector>

namespace consilium::pixels
{

/// What the headers of a JPEG stream say (ISO/IEC 10918-1 annex B), read before any library sees it: a hostile header
/// must not decide how much memory is taken.
struct JpegHeader {
    enum class Process { Baseline, Extended, Progressive, Lossless, Other };
    Process process = Process::Other;
    int precision = 0; ///< bits of a sample
    int rows = 0, columns = 0;
    struct Component {
        int id = 0, horizontal = 1, vertical = 1; ///< sampling factors
    };
    std::vector<Component> components;
    std::optional<int> adobeTransform; ///< of an APP14 "Adobe" segment: 0 RGB, 1 YCbCr
};

/// Error PixelsDamaged when the headers are broken or end before the frame header.
[[nodiscard]] Result<JpegHeader> readJpegHeader(Bytes encoded);

} // namespace consilium::pixels
