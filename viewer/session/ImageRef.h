#pragma once
#include "base/Ids.h"

#include <algorithm>
#include <vector>

namespace consilium::session
{

/// One frame of one image. `frame` counts from 0.
struct ImageRef {
    SopInstanceUid sop;
    int frame = 0;
    bool operator==(const ImageRef &) const = default;
};

/// VOI LUT functions of PS3.3 C.11.2.1.2 and C.11.2.1.3.
enum class VoiFunction { Linear, LinearExact, Sigmoid };

/// A window in modality units (HU for CT).
struct Window {
    double centre = 0.0;
    double width = 0.0; ///< >= 1 for Linear, > 0 for the others
    VoiFunction function = VoiFunction::Linear;
    bool operator==(const Window &) const = default;
};

/// Frames of a data set that something is said of, each once, in the order of isBefore(). None: all of them.
using ImageRefs = std::vector<ImageRef>;
[[nodiscard]] inline bool isBefore(const ImageRef &a, const ImageRef &b)
{
    return a.sop == b.sop ? a.frame < b.frame : a.sop < b.sop;
}
[[nodiscard]] inline bool concerns(const ImageRefs &images, const ImageRef &image)
{
    return images.empty() || std::binary_search(images.begin(), images.end(), image, isBefore);
}

/// A window of some images, in their modality units.
struct ImageWindow {
    Window window;
    ImageRefs images; ///< one at least
    bool operator==(const ImageWindow &) const = default;
};

} // namespace consilium::session
