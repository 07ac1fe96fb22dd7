#pragma once
#include "viewer/tools/ShownStack.h"
#include "viewer/tools/Tool.h"

namespace consilium::tools
{

/// Where the 3D cursor lies to the image of a view.
struct CursorPlace {
    enum class State {
        None,                  ///< no cursor is set, or the view shows no image
        Here,                  ///< in this image
        Apart,                 ///< before or behind it: `at` is the foot of the perpendicular
        Outside,               ///< beside it: the foot lies beyond the edge
        NoPlace,               ///< the image, or the series the cursor was set in, does not say where it lies
        OtherPatient,          ///< another patient's image
        OtherFrameOfReference, ///< places cannot be compared
    };
    State state = State::None;
    ImagePoint at;           ///< of Here and Apart, pixels of the image
    double apartMm = 0.0;    ///< of Here and Apart: from the plane of the image, never negative
    bool isComputed = false; ///< of Here, Apart and Outside: across frames of reference aligned by computation
    bool operator==(const CursorPlace &) const = default;
};

/// The state's cursor in `image` of `stack` (may be null). Never a guess: only within one patient and one known frame
/// of reference, or one aligned with it, a place is given. An image reaches as far as dicom::reachMm().
[[nodiscard]] CursorPlace cursorIn(const session::ViewerState &state, const dicom::Instance &image,
                                   const dicom::DataSet *stack, const StackLookup &stacks);

/// The other views of the layout brought to the slice nearest to the cursor, among those that the place lies over;
/// views in which it lies over none, or of which nobody knows, stay.
[[nodiscard]] std::vector<session::Action> cursorMoves(const session::ViewerState &state,
                                                       const session::SpaceCursor &cursor, const StackLookup &stacks);

/// Points out a place in the patient in all views: by a click, or as it is dragged. Where the image has no place in the
/// patient the cursor goes: none is better than a wrong one.
class CursorTool final : public Tool
{
public:
    QLatin1String name() const override { return QLatin1String("cursor-3d"); }
    std::vector<session::Action> press(const ToolContext &context, const PointerEvent &event) override;
    std::vector<session::Action> move(const ToolContext &context, const PointerEvent &event) override;
    std::vector<session::Action> release(const ToolContext &context, const PointerEvent &event) override;

private:
    bool m_isHeld = false;
};

} // namespace consilium::tools
