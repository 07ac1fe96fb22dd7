#pragma once
#include "base/Clock.h"
#include "base/Ids.h"
#include "base/Result.h"
#include "viewer/session/ViewerState.h"
#include "viewer/session/actions/AddAnnotation.h"
#include "viewer/session/actions/MoveHandle.h"
#include "viewer/session/actions/MovePointer.h"
#include "viewer/session/actions/RemoveAnnotation.h"
#include "viewer/session/actions/SetActiveView.h"
#include "viewer/session/actions/SetInverted.h"
#include "viewer/session/actions/SetLayout.h"
#include "viewer/session/actions/SetOrientation.h"
#include "viewer/session/actions/SetWindow.h"
#include "viewer/session/actions/SetZoomPan.h"
#include "viewer/session/actions/ShowPlane.h"
#include "viewer/session/actions/ShowSeries.h"

#include <optional>
#include <variant>

namespace consilium::session
{

/// Everything that can be done to what is shown. To add one: a file pair in actions/ and its name here.
using Action = std::variant<SetLayout, SetActiveView, ShowSeries, ShowPlane, SetWindow, SetInverted, SetZoomPan, SetOrientation,
                            AddAnnotation, MoveHandle, RemoveAnnotation, MovePointer>;

/// edit: durable, undoable. view: durable, coalesced, one gesture is one undo step. presence: never in the state.
enum class ActionKind { Edit, View, Presence };

[[nodiscard]] ActionKind kindOf(const Action &action);
[[nodiscard]] QLatin1String nameOf(const Action &action); ///< "SetWindow"

/// Pure: no clock, no I/O. Refuses with InvalidArgument or NotFound and changes nothing.
[[nodiscard]] Result<ViewerState> reduce(const ViewerState &state, const Action &action);
/// The action that brings back what `action` is about to change; nullopt when it changes nothing or is presence.
[[nodiscard]] std::optional<Action> invert(const ViewerState &before, const Action &action);

/// The parts of the state that an action touched; what listens redraws only that.
struct ChangeSet {
    bool layout = false;
    std::vector<ViewId> views;         ///< view state or presentation changed
    std::vector<AnnotationId> annotations;
    bool pointer = false;
    [[nodiscard]] bool isEmpty() const { return !layout && views.empty() && annotations.empty() && !pointer; }
};
[[nodiscard]] ChangeSet changesOf(const ViewerState &before, const ViewerState &after, const Action &action);

using ActionSerial = std::uint64_t;
/// Actions of one gesture (a drag) share one id and are one undo step; 0: on its own.
using GestureId = std::uint64_t;

/// An action on its way: who, when, in which order.
struct Envelope {
    std::uint64_t id = 0; ///< unique per actor
    ActorId actor;
    std::uint64_t seq = 0; ///< order of application, from 1
    TimeMs at = 0;
    GestureId gesture = 0;
    std::uint16_t schema = 1;
    Action action;
};

} // namespace consilium::session
