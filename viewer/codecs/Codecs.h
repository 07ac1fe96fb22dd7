#pragma once
#include "viewer/pixels/FrameCodecs.h"

/// The decoders behind decodeFrame() that need a library, one a file. What FrameCodecs.h says holds for them too.
namespace consilium::pixels
{

struct Jpeg2000Header;

/// JPEG of every process but the hierarchical and arithmetic ones.
[[nodiscard]] Result<void> decodeJpeg(const dicom::PixelDescription &description, Bytes encoded, DecodedFrame &frame);
[[nodiscard]] Result<void> decodeJpegLs(const dicom::PixelDescription &description, Bytes encoded, DecodedFrame &frame);
/// A frame of 1 / 2^`reduction` of the description's size takes the picture at that resolution; UnsupportedImage when
/// the stream has none.
[[nodiscard]] Result<void> decodeJpeg2000(const dicom::PixelDescription &description, Bytes encoded,
                                          DecodedFrame &frame, int reduction = 0);
[[nodiscard]] Result<void> decodeHtJpeg2000(const dicom::PixelDescription &description, Bytes encoded,
                                            DecodedFrame &frame);
/// RGB as an ICC profile means it -> sRGB, in place; `count` pixels. False when the profile cannot be used, and then
/// nothing was changed. The last profile is kept by each thread.
[[nodiscard]] bool applyProfile(const QByteArray &profile, std::uint8_t *pixels, std::size_t count);
/// Sizes, components, bits and tiles of a JPEG 2000 codestream against the description.
[[nodiscard]] Result<void> checkJpeg2000Header(const Jpeg2000Header &header,
                                               const dicom::PixelDescription &description);

} // namespace consilium::pixels
