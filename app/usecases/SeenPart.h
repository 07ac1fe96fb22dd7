#pragma once
#include "viewer/dicom/FrameGeometry.h"
#include "viewer/objects/PresentationState.h"
#include "viewer/session/ViewerState.h"

namespace consilium::app
{

/// The part of a viewport that an image is drawn in.
struct ImageArea {
    double widthPx = 0.0, heightPx = 0.0; ///< logical pixels; 0: not known
    double devicePixelRatio = 1.0;
    [[nodiscard]] bool isKnown() const { return widthPx > 0.0 && heightPx > 0.0; }
    bool operator==(const ImageArea &) const = default;
};

/// What a view shows of an image, as whole pixels of it (PS3.3 C.10.4, Displayed Area Selection), to be fitted into
/// whatever shows it again: every pixel of which something is seen is in it, and none that the image does not have. All
/// of the image where the view shows all or nothing of it, or is turned by other than quarter turns, and where a view
/// that is zoomed has an area that is not known. Without a list of images; with the spacing of the pixels (mm), or
/// their shape where that is not known.
[[nodiscard]] objects::DisplayedArea seenPart(const dicom::FrameGeometry &geometry, const session::ViewState &view,
                                              const ImageArea &area);

} // namespace consilium::app
