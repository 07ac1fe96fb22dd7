#pragma once
#include "base/Result.h"
#include "viewer/dicom/PixelDescription.h"
#include "viewer/pixels/DecodedFrame.h"

namespace consilium::pixels
{

/// A frame of indices in the colours of its palette; any other frame as it is.
[[nodiscard]] Result<FramePtr> throughPalette(const dicom::PixelDescription &description, Result<FramePtr> decoded);

} // namespace consilium::pixels
