#pragma once
#include "viewer/pixels/StudyImages.h"
#include "viewer/session/ViewerState.h"

#include <functional>

/// What a view shows, from its state: one rule for pixels, labels, tools and linked views.
namespace consilium::tools
{

/// Index in the sorted stack of what a view looks at: -1 when the image is not described (yet) or the plane lies in
/// none.
[[nodiscard]] int sliceIndexOf(const dicom::DataSet &dataSet, const session::PlaneRef &plane);

/// The stack that a view shows: the one its state names or, when the series was split since, the part that holds its
/// image. Null when it is not known.
[[nodiscard]] dicom::DataSetPtr shownStack(const session::ViewState &view, const pixels::StudyImages &images);

/// shownStack() of images that the caller knows.
using StackLookup = std::function<dicom::DataSetPtr(const session::ViewState &)>;

} // namespace consilium::tools
