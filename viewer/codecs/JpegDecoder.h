#pragma once
#include "viewer/codecs/JpegHeader.h"

namespace consilium::pixels
{

/// Inner parts of decodeJpeg(): 8-bit DCT is decoded by libjpeg-turbo, the rest by DCMTK: 12-bit DCT, and lossless ones
/// of 2 to 16 bits.
[[nodiscard]] Result<void> decodeJpegDeep(const JpegHeader &header, const dicom::PixelDescription &description,
                                          Bytes encoded, DecodedFrame &frame);
/// Grey samples of at most 8 bits into the frame, the sign extended where the description has one.
void takeJpegSamples(const dicom::PixelDescription &description, int precision, const std::uint8_t *bytes,
                     DecodedFrame &frame);

} // namespace consilium::pixels
