#pragma once
#include "viewer/pixels/StudyImages.h"
#include "viewer/render2d/SegmentPainter.h"
#include "viewer/session/ViewerState.h"

namespace consilium::widgets
{

/// What of the segmentations that the view shows lies on this image, with their colours and opacities. Empty, and at no
/// cost, where the view shows none.
[[nodiscard]] render2d::SegmentLayers segmentLayers(const ViewId &view, const session::ViewerState &state,
                                                    const pixels::StudyImages &images, const dicom::Instance &image);

} // namespace consilium::widgets
