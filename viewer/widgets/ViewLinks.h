#pragma once
#include "viewer/pixels/StudyImages.h"
#include "viewer/session/ActionDispatcher.h"
#include "viewer/tools/LinkedScroll.h"
#include "viewer/tools/SpaceCursor.h"

namespace consilium::widgets
{

/// Stable English name for scenarios ("OtherFrameOfReference").
[[nodiscard]] QString hindranceName(tools::LinkHindrance hindrance);
/// "another frame of reference": the end of a sentence, in the user's language.
[[nodiscard]] QString hindranceText(tools::LinkHindrance hindrance);
/// What a linked view says over its image. `linked`: null for the view that is scrolled. `shownSlice`: of its stack.
[[nodiscard]] QString linkNote(session::LinkKind kind, const tools::LinkedView *linked, int shownSlice);

/// What both views say that were aligned with one another: that it was computed, not measured by the scanner.
[[nodiscard]] QString alignedNote();

/// Stable English name for scenarios ("Here", "OtherFrameOfReference").
[[nodiscard]] QString cursorName(tools::CursorPlace::State state);
/// What a view says of the 3D cursor; empty where none is set.
[[nodiscard]] QString cursorNote(const tools::CursorPlace &place);

/// Views of the layout that a link by position with the active one leaves out only because their frame of reference is
/// another: those that an alignment would take along. In reading order.
[[nodiscard]] std::vector<ViewId> alignableViews(const session::ViewerState &state, const pixels::StudyImages &images);

/// Links the views of the layout with the active one, or parts them, as one undo step. Gives what the reader is to be
/// told: which views do not go along, or why nothing was linked.
[[nodiscard]] QString toggleViewLink(session::LinkKind kind, session::ActionDispatcher &dispatcher,
                                     const pixels::StudyImages &images);

} // namespace consilium::widgets
