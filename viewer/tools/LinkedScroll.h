#pragma once
#include "viewer/dicom/StudyModel.h"
#include "viewer/session/Action.h"
#include "viewer/tools/ShownStack.h"

#include <vector>

namespace consilium::tools
{

/// Why a view does not go along with another.
enum class LinkHindrance {
    None,
    NothingShown,          ///< no series, or none described yet
    NoPlace,               ///< one of the two does not say where it lies, or in which frame of reference
    OtherPatient,          ///< position only
    OtherFrameOfReference, ///< position only
    NotParallel,
    NotAnchored ///< offset only: it shows another series than when it was linked, or was not linked
};

/// How one view goes along with the one that is looked at.
struct LinkedView {
    ViewId view;
    LinkHindrance hindrance = LinkHindrance::NothingShown;
    int slice = -1;     ///< of its stack, 0-based; -1 with a hindrance
    double apartMm = 0; ///< between that slice and the plane asked for, along the slice's normal
    /// The plane asked for lies outside that slice: by more than half of its thickness or, where no thickness is
    /// given, of the stack's usual step. So it is beyond the ends and within a gap.
    bool isApart = false;
    bool isOtherPatient = false; ///< that slice is of another patient than the image; by offset only
    bool isComputed = false;     ///< by position, across frames of reference that were aligned by computation
    double tiltDeg = 0.0;        ///< of isComputed: between the planes of the image and of that slice, 0 to 90
    bool operator==(const LinkedView &) const = default;
};

/// Planes that were parallel by what their files say are not by what was computed, when the patient lay differently:
/// up to this they go along, and the view says by how much they are tilted.
inline constexpr double computedWithinDeg = 20.0;

/// Where `view` would stand when `leader` shows `image`, by `link`. Among slices equally near the one now shown is
/// kept.
[[nodiscard]] LinkedView linkedView(const session::ViewerState &state, const session::ScrollLink &link,
                                    const ViewId &leader, const dicom::Instance &image, const ViewId &view,
                                    const StackLookup &stacks);
/// All other views of the layout, in reading order.
[[nodiscard]] std::vector<LinkedView> linkedViews(const session::ViewerState &state, const session::ScrollLink &link,
                                                  const ViewId &leader, const dicom::Instance &image,
                                                  const StackLookup &stacks);

/// What a person's scrolling means: `actions`, and after each ShowPlane in it those of the views that go along, by the
/// state's link. Without a link: `actions`.
[[nodiscard]] std::vector<session::Action>
withLinkedViews(std::vector<session::Action> actions, const session::ViewerState &state, const StackLookup &stacks);

/// Links (or parts, when it is linked so already) the views of the layout, `leader` showing `image`; by position with
/// the others brought to its place at once. Empty when no other view can go along: then `refusal` says why, as the
/// first hindrance that is not an empty view.
struct LinkChange {
    std::vector<session::Action> actions;
    LinkHindrance refusal = LinkHindrance::None;
    std::vector<LinkedView> others; ///< all of them, for what is told to the reader
};
[[nodiscard]] LinkChange toggleLink(session::LinkKind kind, const session::ViewerState &state, const ViewId &leader,
                                    const dicom::Instance *image, const StackLookup &stacks);

} // namespace consilium::tools
