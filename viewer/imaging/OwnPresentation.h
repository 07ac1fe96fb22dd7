#pragma once
#include "viewer/dicom/StudyModel.h"
#include "viewer/session/ViewerState.h"

namespace consilium::imaging
{

/// What of a presentation holds for this image: its own window, table (by its own modality values) and shutter where
/// those of a presentation state are for some images, or by stored values; nothing of what is for others.
[[nodiscard]] session::Presentation ownPresentation(const session::Presentation &all, const dicom::Instance &image);
/// A shutter, table or window of a presentation state is there, and not for this image.
[[nodiscard]] bool isLeftOut(const session::Presentation &all, const dicom::Instance &image);

} // namespace consilium::imaging
