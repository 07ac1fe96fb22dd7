#pragma once
#include "base/Attributes.h"
#include "base/Result.h"
#include "viewer/segments/Segmentation.h"

#include <QByteArray>
#include <QString>

namespace consilium::segments
{

/// An object that can lie over images: a segmentation or a structure set, told by its SOP class (0008,0016).
[[nodiscard]] bool isSegmentation(const Attributes &header);

/// Reads a Segmentation (PS3.3 A.51: binary or fractional) or an RT Structure Set (A.19) from a Part 10 file, whole.
/// Memory: masks keep the part of each frame in which something lies, together at most `mostBytes`; contours at most
/// `mostPoints` points. Of masks, native and RLE pixel data are read. Errors: as dicom::readHeader() and readFrame();
/// UnsupportedImage ("label map segmentation", or another type), UnsupportedSyntax with the name, NoPixels when it is
/// neither kind or holds no segment, OutOfMemory.
inline constexpr std::int64_t mostBytes = 512LL * 1024 * 1024;
inline constexpr std::int64_t mostPoints = 8'000'000;
[[nodiscard]] Result<SegmentationPtr> readSegmentation(const QString &path);
[[nodiscard]] Result<SegmentationPtr> readSegmentation(const QByteArray &part10);

} // namespace consilium::segments
