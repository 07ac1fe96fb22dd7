#include "viewer/tools/SpaceCursor.h"

#include "viewer/dicom/FrameRelations.h"
#include "viewer/dicom/PlaceInStack.h"
#include "viewer/tools/ProbeTool.h"

#include <cmath>

namespace consilium::tools
{

namespace
{

using State = CursorPlace::State;

/// An image of the series that the cursor was set in: it says whose patient is meant. Null when nobody knows it.
dicom::InstancePtr sourceOf(const session::SpaceCursor &cursor, const StackLookup &stacks)
{
    session::ViewState view;
    view.study = cursor.study;
    view.dataSet = cursor.dataSet;
    const auto stack = stacks(view);
    return stack && !stack->slices.empty() ? stack->slices.front() : nullptr;
}

/// The cursor as a place in the frame of reference of an image.
struct Found {
    State hindrance = State::None;
    PatientPoint point;
    bool isComputed = false;
};

Found found(const session::SpaceCursor &cursor, const dicom::Instance *source, const dicom::Instance &image,
            const session::AlignmentMap &alignments, const dicom::StudyPairs &pairs)
{
    if (!source || !image.geometry.isSpatial() || image.geometry.frameOfReference.isEmpty())
        return {State::NoPlace, {}, false};
    if (!dicom::isSamePatient(*source, image, pairs))
        return {State::OtherPatient, {}, false};
    const auto relation =
        session::relationBetween(alignments, cursor.frameOfReference, image.geometry.frameOfReference);
    if (!relation)
        return {State::OtherFrameOfReference, {}, false};
    return {State::None, relation->isComputed ? relation->transform.mapped(cursor.point) : cursor.point,
            relation->isComputed};
}

bool isInside(const dicom::FrameGeometry &geometry, ImagePoint at)
{
    return at.column >= -0.5 && at.row >= -0.5 && at.column <= geometry.columns - 0.5 && at.row <= geometry.rows - 0.5;
}

/// -1: the place lies over no slice of the stack.
int nearestSlice(const dicom::DataSet &stack, const session::SpaceCursor &cursor, const dicom::Instance *source,
                 int shown, const session::AlignmentMap &alignments, const dicom::StudyPairs &pairs)
{
    constexpr double sameMm = 1e-6;
    int best = -1;
    double bestMm = 0.0;
    for (int i = 0; i < int(stack.slices.size()); ++i) {
        const dicom::Instance &slice = *stack.slices[std::size_t(i)];
        const Found place = found(cursor, source, slice, alignments, pairs);
        if (place.hindrance != State::None || !isInside(slice.geometry, *slice.geometry.toImage(place.point)))
            continue;
        const double mm = std::abs(*dicom::distanceFromPlaneMm(slice.geometry, place.point));
        // Among slices equally near the one now shown is kept.
        if (best < 0 || mm < bestMm - sameMm || (i == shown && mm <= bestMm + sameMm)) {
            best = i;
            bestMm = mm;
        }
    }
    return best;
}

} // namespace

CursorPlace cursorIn(const session::ViewerState &state, const dicom::Instance &image, const dicom::DataSet *stack,
                     const StackLookup &stacks)
{
    CursorPlace place;
    const auto &cursor = state.cursor();
    if (!cursor)
        return place;
    const Found there = found(*cursor, sourceOf(*cursor, stacks).get(), image, state.alignments(), stacks.pairs());
    place.state = there.hindrance;
    if (place.state != State::None)
        return place;
    place.isComputed = there.isComputed;
    const ImagePoint at = *image.geometry.toImage(there.point);
    if (!isInside(image.geometry, at)) {
        place.state = State::Outside;
        return place;
    }
    constexpr double roundingMm = 0.01; // positions are written with two decimals
    place.at = at;
    place.apartMm = std::abs(*dicom::distanceFromPlaneMm(image.geometry, there.point));
    place.state = place.apartMm <= dicom::reachMm(image, stack) + roundingMm ? State::Here : State::Apart;
    return place;
}

std::vector<session::Action> cursorMoves(const session::ViewerState &state, const session::SpaceCursor &cursor,
                                         const StackLookup &stacks)
{
    std::vector<session::Action> moves;
    const auto source = sourceOf(cursor, stacks);
    for (int i = 0; i < state.layout().cellCount(); ++i) {
        const ViewId view = session::Layout::viewAt(i);
        const auto stack = view == cursor.view ? nullptr : stacks(state.view(view));
        const int shown = stack ? sliceIndexOf(*stack, state.view(view).plane) : -1;
        const int nearest =
            stack ? nearestSlice(*stack, cursor, source.get(), shown, state.alignments(), stacks.pairs()) : -1;
        if (nearest < 0 || nearest == shown)
            continue;
        const dicom::Instance &slice = *stack->slices[std::size_t(nearest)];
        moves.emplace_back(session::ShowPlane{view, session::ImageRef{slice.sop, slice.frame}});
    }
    return moves;
}

std::vector<session::Action> CursorTool::press(const ToolContext &context, const PointerEvent &event)
{
    m_isHeld = true;
    return move(context, event);
}

std::vector<session::Action> CursorTool::move(const ToolContext &context, const PointerEvent &event)
{
    const auto place = m_isHeld ? placeAt(context, event.at) : std::nullopt;
    if (!place)
        return {};
    const session::ViewState &view = context.state.view(context.view);
    const auto *point = std::get_if<PatientPoint>(&*place);
    const FrameOfReferenceUid &reference = context.instance->geometry.frameOfReference;
    if (!point || reference.isEmpty()) {
        if (!context.state.cursor())
            return {};
        return {session::SetCursor{std::nullopt}};
    }
    const session::SpaceCursor cursor{context.view, view.study, view.dataSet, reference, *point};
    if (context.state.cursor() == cursor)
        return {};
    std::vector<session::Action> actions{session::SetCursor{cursor}};
    if (context.state.layout().look.cursor && context.stacks) {
        const auto moves = cursorMoves(context.state, cursor, context.stacks);
        actions.insert(actions.end(), moves.begin(), moves.end());
    }
    return actions;
}

std::vector<session::Action> CursorTool::release(const ToolContext &, const PointerEvent &)
{
    m_isHeld = false;
    return {};
}

} // namespace consilium::tools
