#pragma once
#include "base/Attributes.h"
#include "base/Result.h"
#include "viewer/dicom/StudyModel.h"

#include <vector>

namespace consilium::dicom
{

using Issues = std::vector<DataIssue>;

/// Why an object of this SOP class is none of the images that are shown: NoPixels or UnsupportedImage, with the kind's
/// name as detail, one of those that userMessage() repeats in the user's language. nullopt: it may be shown.
[[nodiscard]] std::optional<Error> refusalOf(const Attributes &header);

/// What kind of picture it is, as far as the meaning of its spacing goes.
enum class ImagingKind { CrossSection, Projection, Ultrasound, Other };
[[nodiscard]] ImagingKind imagingKind(const Attributes &header);

/// The pixel module, validated. One frame is at most 1 GB, all frames 1 TB. PS3.3 C.7.6.3.
/// Errors: NoPixels, DicomMalformed, UnsupportedImage.
[[nodiscard]] Result<PixelDescription> describePixels(const Attributes &header, Issues &issues);
/// The palette of a PALETTE COLOR image, plain or segmented. PS3.3 C.7.6.3.1.5, C.7.9.2. Error UnsupportedImage when it
/// is missing or contradicts itself: any other colours would be invented.
[[nodiscard]] Result<std::shared_ptr<const ColourPalette>> describePalette(const Attributes &header);
[[nodiscard]] FrameGeometry describeGeometry(const Attributes &header, Issues &issues);
/// Spacing with its basis; None and an issue where what is written cannot be. PS3.3 10.7.
[[nodiscard]] PixelSpacing describeSpacing(const Attributes &header, Issues &issues);
/// The regions of an ultrasound image, null when there are none. PS3.3 C.8.5.5.
[[nodiscard]] std::shared_ptr<const std::vector<UltrasoundRegion>> describeRegions(const Attributes &header);
/// Errors: UnsupportedImage when a modality LUT cannot be read: without it every value would be wrong.
[[nodiscard]] Result<GreyScale> describeGreyScale(const Attributes &header, const PixelDescription &pixels,
                                                  Issues &issues);

/// One item of a Modality or VOI LUT Sequence; null when it contradicts itself or is not whole. PS3.3 C.11.1.1,
/// C.11.2.1.1. `signedInput`: values before the table can be negative, so a first value mapped that was written
/// unsigned may mean a negative one.
[[nodiscard]] std::shared_ptr<const LookupTable> describeTable(const Attributes &item, bool signedInput);

/// True when the header must go through flattened() before the functions above can read it.
[[nodiscard]] bool needsFlattening(const Attributes &header);
/// The header with the shared functional groups of an enhanced object brought to the top and the others left out
/// (PS3.3 C.7.6.16), and with known elements that some gateway stored as UN in their own VR.
[[nodiscard]] Attributes flattened(const Attributes &header);
/// The per-frame functional groups say something about this frame (from 0).
[[nodiscard]] bool hasFrameGroups(const Attributes &header, int frame);
/// The functional groups say where this frame lies.
[[nodiscard]] bool placesFrame(const Attributes &header, int frame);
/// Effective Echo Time (0018,9082), ms, of each frame that has functional groups of its own.
[[nodiscard]] std::vector<std::optional<double>> effectiveEchoTimes(const Attributes &header);
/// Instance::dimensions, of a frame's attributes as withFrame() gives them.
[[nodiscard]] std::vector<int> dimensionsBesidePlace(const Attributes &header, const Attributes &frame);
/// `flat`, which came from flattened(header), with one frame's own functional groups on top.
[[nodiscard]] Attributes withFrame(Attributes flat, const Attributes &header, int frame);

/// True for the transfer syntaxes whose pixel data are not encapsulated.
[[nodiscard]] bool isNative(const TransferSyntaxUid &syntax);

} // namespace consilium::dicom
