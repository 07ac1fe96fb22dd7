#pragma once
#include "base/CancelToken.h"
#include "viewer/segments/Segmentation.h"
#include "viewer/segments/SegmentationReader.h"

#include <functional>

/// What the two readers share; not for others.
namespace consilium::segments
{

/// Gives the frames' bytes one after the other (dicom::readFrames of the file at hand).
using FrameReader = std::function<Result<void>(const std::function<bool(int frame, QByteArray bytes)> &take)>;

/// `decoder`, `cancel`: as readSegmentation().
[[nodiscard]] Result<void> readMasks(const Attributes &header, const FrameReader &frames, Segmentation &into,
                                     pixels::FrameDecoder *decoder = nullptr, const CancelToken &cancel = {});
[[nodiscard]] Result<void> readStructures(const Attributes &header, Segmentation &into, const CancelToken &cancel = {});

/// Adds it to the flaws, and counts what is lost by it.
inline constexpr std::size_t mostFlaws = 500;
void note(Flaw flaw, Segmentation &into);

[[nodiscard]] Code codeIn(const Attributes &header, Tag sequence); ///< of its first item; empty when there is none
/// Referenced SOP Instance UID and Referenced Frame Number of each item.
[[nodiscard]] std::vector<ImageFrame> imagesIn(const std::vector<Attributes> &items);

} // namespace consilium::segments
