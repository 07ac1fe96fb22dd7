#pragma once
#include "viewer/pixels/StudyImages.h"
#include "viewer/render2d/Overlay.h"
#include "viewer/render2d/SegmentPainter.h"
#include "viewer/session/ViewerState.h"

namespace consilium::widgets
{

/// What of the segmentations that the view shows lies on this image, with their colours and opacities. Empty, and at no
/// cost, where the view shows none.
[[nodiscard]] render2d::SegmentLayers segmentLayers(const ViewId &view, const session::ViewerState &state,
                                                    const pixels::StudyImages &images, const dicom::Instance &image);

/// What of the segments that the view shows could not be read, as far as it belongs to this image's stack.
[[nodiscard]] render2d::OutlineFlaws outlineFlaws(const ViewId &view, const session::ViewerState &state,
                                                  const pixels::StudyImages &images, const dicom::Instance &image);

/// Its label, else its number; of none (-1): the object's name.
[[nodiscard]] QString segmentName(const segments::Segmentation &object, int segment);

} // namespace consilium::widgets
