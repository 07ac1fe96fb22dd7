#pragma once
#include "base/Result.h"

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace consilium::phantom
{

/// Lossless JPEG 2000 codestream (no JP2 boxes): 5/3 wavelet, one tile, one layer, five levels where the size allows.
/// PS3.5 A.4.4.
[[nodiscard]] Result<QByteArray> encodeJpeg2000(const std::vector<std::int32_t> &samples, int rows, int columns,
                                                int bits, bool isSigned);
/// Samples of a one-component codestream. Errors: PixelsDamaged, UnsupportedImage.
[[nodiscard]] Result<std::vector<std::int32_t>> decodeJpeg2000(const QByteArray &codestream, int rows, int columns);

} // namespace consilium::phantom
