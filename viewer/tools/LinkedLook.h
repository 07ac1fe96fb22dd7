#pragma once
#include "viewer/session/Action.h"
#include "viewer/tools/ShownStack.h"

#include <vector>

namespace consilium::tools
{

/// Logical pixels of the image area of the view that is worked in. The others are taken to be as large, which matters
/// only for what is fitted: how much that shows is not in the state.
struct ViewSize {
    double widthPx = 0.0, heightPx = 0.0;
};

/// What a person's change of window, zoom or pan means: `actions`, and after each SetWindow and SetZoomPan in it those
/// of the other views of the layout, by the state's LookLink.
///
/// Window: views of grey images of the same modality and the same unit of values; a window of the file goes along as
/// "as the file says". Zoom: the same extent in mm across the view, so that images of any matrix have one scale; images
/// without a scale go along with one another in their own pixels, and with no others. Pan: views of one patient and
/// frame of reference with parallel planes have the same place in the patient in the middle; of other images the same
/// way from the middle of the image, along the same directions in the patient where both are known to be parallel, or
/// along rows and columns where neither says how it lies. Others stay.
[[nodiscard]] std::vector<session::Action> withLinkedLooks(std::vector<session::Action> actions,
                                                           const session::ViewerState &state, ViewSize size,
                                                           const StackLookup &stacks);

/// Links the other views as `wanted` says, and brings them to what `leader` shows in all that is linked anew.
[[nodiscard]] std::vector<session::Action> linkLooks(const session::LookLink &wanted, const session::ViewerState &state,
                                                     const ViewId &leader, ViewSize size, const StackLookup &stacks);

} // namespace consilium::tools
