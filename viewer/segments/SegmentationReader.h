#pragma once
#include "base/Attributes.h"
#include "base/CancelToken.h"
#include "base/Result.h"
#include "viewer/segments/Segmentation.h"

#include <QByteArray>
#include <QString>

namespace consilium::pixels
{
class FrameDecoder;
}

namespace consilium::segments
{

/// An object that can lie over images: a segmentation or a structure set, told by its SOP class (0008,0016).
[[nodiscard]] bool isSegmentation(const Attributes &header);

/// Reads a Segmentation (PS3.3 A.51: binary or fractional) or an RT Structure Set (A.19) from a Part 10 file, whole.
/// Memory: masks keep the part of each frame in which something lies, together at most `mostBytes`; contours at most
/// `mostPoints` points. Native and RLE masks are read here; those in other syntaxes by `decoder`, where there is one:
/// the libraries for these belong into a process of their own. `cancel` is looked at before each frame and each region,
/// and goes to the decoder. Errors: as dicom::readHeader() and readFrame(); PixelsDamaged also where native pixel data
/// have not the length of the masks (which bytes are missing or too many nobody knows: every mask behind them would be
/// drawn in a wrong place); UnsupportedImage ("label map segmentation", a binary one compressed with loss, or another
/// type), UnsupportedSyntax with the name, NoPixels when it is neither kind or holds no segment, OutOfMemory,
/// Cancelled, and what the decoder says.
inline constexpr std::int64_t mostBytes = 512LL * 1024 * 1024;
inline constexpr std::int64_t mostPoints = 8'000'000;
[[nodiscard]] Result<SegmentationPtr> readSegmentation(const QString &path, pixels::FrameDecoder *decoder = nullptr,
                                                       const CancelToken &cancel = {});
[[nodiscard]] Result<SegmentationPtr>
readSegmentation(const QByteArray &part10, pixels::FrameDecoder *decoder = nullptr, const CancelToken &cancel = {});

} // namespace consilium::segments
