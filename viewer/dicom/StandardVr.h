#pragma once
#include "base/Attributes.h"

namespace consilium::dicom
{

/// The VR that PS3.6 gives a tag, needed where the file does not say it (Implicit VR). "UN" for unknown and private
/// ones. `signedPixels`: Pixel Representation (0028,0103) is 1; decides between US and SS.
[[nodiscard]] Vr standardVr(Tag tag, bool signedPixels);

} // namespace consilium::dicom
