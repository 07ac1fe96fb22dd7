#pragma once
#include "viewer/pixels/StudyImages.h"
#include "viewer/segments/Segmentation.h"
#include "viewer/session/Action.h"

#include <optional>
#include <vector>

namespace consilium::tools
{

using Actions = std::vector<session::Action>;

/// The image of the stack on which most of the segment lies; nullopt: none of it lies on any.
[[nodiscard]] std::optional<session::ImageRef> largestImage(const segments::Segmentation &object, int segment,
                                                            const dicom::DataSet &stack);

/// Puts an object over the images of a view: over those it shows where something of the object lies on them, else over
/// the first series of that kind of its study, and goes to an image on which something can be seen. A segmentation that
/// lies on none of the images there is shown as pictures. Empty: nothing of that can be done.
[[nodiscard]] Actions overlayActions(const session::ViewerState &state, const ViewId &view,
                                     const segments::Segmentation &object, const pixels::StudyImages &images);

/// Shows the segment's largest image in the view, and the object over it; empty when none of it lies on what the view
/// can show.
[[nodiscard]] Actions jumpActions(const session::ViewerState &state, const ViewId &view,
                                  const segments::Segmentation &object, int segment, const pixels::StudyImages &images);

/// The masks of one segment as a stack of pictures of its own; null when there is none.
[[nodiscard]] dicom::DataSetPtr picturesOf(const segments::Segmentation &object, int segment,
                                           const pixels::StudyImages &images);

/// All objects of the view's study off, or, when none is on, all on that have something on its images.
[[nodiscard]] Actions toggleActions(const session::ViewerState &state, const ViewId &view,
                                    const pixels::StudyImages &images);

} // namespace consilium::tools
