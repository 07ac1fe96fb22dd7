#pragma once
#include "base/Attributes.h"
#include "base/Result.h"
#include "viewer/dicom/StudyModel.h"

#include <vector>

namespace consilium::dicom
{

using Issues = std::vector<DataIssue>;

/// What kind of picture it is, as far as the meaning of its spacing goes.
enum class ImagingKind { CrossSection, Projection, Ultrasound, Other };
[[nodiscard]] ImagingKind imagingKind(const Attributes &header);

/// The pixel module, validated. One frame is at most 1 GB, all frames 1 TB. PS3.3 C.7.6.3.
/// Errors: NoPixels, DicomMalformed, UnsupportedImage.
[[nodiscard]] Result<PixelDescription> describePixels(const Attributes &header, Issues &issues);
[[nodiscard]] FrameGeometry describeGeometry(const Attributes &header, Issues &issues);
/// Spacing with its basis; None and an issue where what is written cannot be. PS3.3 10.7.
[[nodiscard]] PixelSpacing describeSpacing(const Attributes &header, Issues &issues);
/// Errors: UnsupportedImage when a modality LUT cannot be read: without it every value would be wrong.
[[nodiscard]] Result<GreyScale> describeGreyScale(const Attributes &header, const PixelDescription &pixels,
                                                  Issues &issues);

/// True when the header must go through flattened() before the functions above can read it.
[[nodiscard]] bool needsFlattening(const Attributes &header);
/// The header with the functional groups of an enhanced object brought to the top, as far as they are the same for all
/// frames (PS3.3 C.7.6.16), and with known elements that some gateway stored as UN in their own VR. Errors:
/// UnsupportedImage when grey values mean different things from frame to frame.
[[nodiscard]] Result<Attributes> flattened(const Attributes &header, Issues &issues);

/// True for the transfer syntaxes whose pixel data are not encapsulated.
[[nodiscard]] bool isNative(const TransferSyntaxUid &syntax);

} // namespace consilium::dicom
