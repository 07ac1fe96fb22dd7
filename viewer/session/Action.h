#pragma once
#include "base/Clock.h"
#include "base/Ids.h"
#include "base/Result.h"
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"
#include "viewer/session/actions/AddAnnotation.h"
#include "viewer/session/actions/ArrangeStudy.h"
#include "viewer/session/actions/MoveHandle.h"
#include "viewer/session/actions/MovePointer.h"
#include "viewer/session/actions/PlaceLabel.h"
#include "viewer/session/actions/RemoveAnnotation.h"
#include "viewer/session/actions/SetActiveView.h"
#include "viewer/session/actions/SetAlignment.h"
#include "viewer/session/actions/SetColourMap.h"
#include "viewer/session/actions/SetCursor.h"
#include "viewer/session/actions/SetEnhancement.h"
#include "viewer/session/actions/SetFusion.h"
#include "viewer/session/actions/SetGreyTables.h"
#include "viewer/session/actions/SetHandles.h"
#include "viewer/session/actions/SetInverted.h"
#include "viewer/session/actions/SetLayout.h"
#include "viewer/session/actions/SetLookLink.h"
#include "viewer/session/actions/SetMarkText.h"
#include "viewer/session/actions/SetOrientation.h"
#include "viewer/session/actions/SetScrollLink.h"
#include "viewer/session/actions/SetSegmentDisplay.h"
#include "viewer/session/actions/SetShutter.h"
#include "viewer/session/actions/SetSlab.h"
#include "viewer/session/actions/SetSuv.h"
#include "viewer/session/actions/SetWindow.h"
#include "viewer/session/actions/SetZoomPan.h"
#include "viewer/session/actions/ShowLayer.h"
#include "viewer/session/actions/ShowPlane.h"
#include "viewer/session/actions/ShowSegmentation.h"
#include "viewer/session/actions/ShowSeries.h"

#include <QByteArray>
#include <QLatin1String>

#include <optional>
#include <type_traits>
#include <variant>

namespace consilium::session
{

/// Everything that can be done to what is shown. To add one: a file pair in actions/, its name here and at the
/// constructors in Action.cpp.
using ActionVariant =
    std::variant<SetLayout, SetActiveView, ShowSeries, ShowPlane, SetWindow, SetInverted, SetZoomPan, SetOrientation,
                 AddAnnotation, MoveHandle, RemoveAnnotation, MovePointer, SetScrollLink, SetSlab, SetEnhancement,
                 SetColourMap, ShowSegmentation, SetSegmentDisplay, ArrangeStudy, SetHandles, SetMarkText, PlaceLabel,
                 SetLookLink, SetCursor, SetFusion, SetSuv, SetShutter, SetAlignment, SetGreyTables, ShowLayer>;

template<class T, class V>
inline constexpr bool isOneOf = false;
template<class T, class... A>
inline constexpr bool isOneOf<T, std::variant<A...>> = (std::is_same_v<T, A> || ...);

/// One of them. Use std::visit, std::get_if and std::holds_alternative on it. What copies, moves, compares and destroys
/// it stands in Action.cpp: for so many alternatives it would take seconds to compile in each file that holds one.
class Action : public ActionVariant
{
public:
    Action();
    template<class A>
    requires isOneOf<A, ActionVariant>
    Action(A action); // NOLINT(google-explicit-constructor): an action is written as what it is
    Action(const Action &other);
    Action(Action &&other) noexcept;
    Action &operator=(const Action &other);
    Action &operator=(Action &&other) noexcept;
    ~Action();
    friend bool operator==(const Action &a, const Action &b);
    friend bool operator<(const Action &a, const Action &b) = delete; // Qt asks, and would take the variant's
};

[[nodiscard]] ActionKind kindOf(const Action &action);
[[nodiscard]] QLatin1String nameOf(const Action &action); ///< "SetWindow"
/// False for presence and for what a reader would not expect Undo to take back (the active view).
[[nodiscard]] bool isUndoable(const Action &action);

/// Pure: no clock, no I/O. Refuses with InvalidArgument or NotFound and changes nothing.
[[nodiscard]] Result<ViewerState> reduce(const ViewerState &state, const Action &action);
/// The action that brings back what `action` is about to change; nullopt when it changes nothing or is presence.
[[nodiscard]] std::optional<Action> invert(const ViewerState &before, const Action &action);

/// The parts of the state that an action touched; what listens redraws only that.
struct ChangeSet {
    bool layout = false;       ///< grid, active view, how views are linked, or frames of reference aligned
    std::vector<ViewId> views; ///< view state or presentation changed
    std::vector<AnnotationId> annotations;
    std::vector<StudyUid> arrangements; ///< studies whose data sets were arranged anew
    bool pointer = false;
    bool cursor = false; ///< the 3D cursor, or where it may be shown
    bool layers = false; ///< which layers of presentation states are hidden
    [[nodiscard]] bool isEmpty() const
    {
        return !layout && views.empty() && annotations.empty() && arrangements.empty() && !pointer && !cursor &&
               !layers;
    }
};
[[nodiscard]] ChangeSet changesOf(const ViewerState &before, const ViewerState &after, const Action &action);
/// The fields that the action would change in `before`; empty when none.
[[nodiscard]] FieldKeys fieldsTouched(const ViewerState &before, const Action &action);
/// Samples of every action, each field away from its default in at least one. For tests of codecs.
[[nodiscard]] std::vector<Action> sampleActions();

using ActionSerial = std::uint64_t;
/// Actions of one gesture (a drag) share one id and are one undo step; 0: on its own.
using GestureId = std::uint64_t;

/// An action on its way: who, when, in which order. Numbers go up to 2^63 - 1 on the wire.
struct Envelope {
    std::uint64_t id = 0; ///< unique per actor and rising
    ActorId actor;
    std::uint64_t seq = 0; ///< order of application, from 1
    TimeMs at = 0;
    GestureId gesture = 0;
    std::uint16_t schema = 1;
    Action action;
    /// Fields of a newer program that this one does not know (CBOR, see Codec.h); kept when it is written again.
    QByteArray unknownFields = {};
    bool operator==(const Envelope &) const = default;
};

} // namespace consilium::session
