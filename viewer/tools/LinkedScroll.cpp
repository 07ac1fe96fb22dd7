#include "viewer/tools/LinkedScroll.h"

#include "viewer/dicom/FrameRelations.h"

#include <algorithm>
#include <cmath>

namespace consilium::tools
{

namespace
{

constexpr double sameMm = 1e-6; // differences below are rounding

using session::LinkAnchor;
using session::LinkKind;
using session::ScrollLink;

const LinkAnchor *anchorOf(const ScrollLink &link, const ViewId &view)
{
    const auto found = std::find_if(link.anchors.begin(), link.anchors.end(),
                                    [&](const LinkAnchor &anchor) { return anchor.view == view; });
    return found == link.anchors.end() ? nullptr : &*found;
}

/// What is asked of the view that goes along.
struct Wanted {
    PatientPoint point;
    PatientVector normal;
};

struct Nearest {
    int slice = -1;
    double mm = 0.0;
    LinkHindrance hindrance = LinkHindrance::NoPlace;
};

LinkHindrance hindranceOf(const dicom::Instance &slice, const dicom::Instance &image, const Wanted &wanted,
                          bool byPosition)
{
    const auto normal = slice.geometry.normal();
    if (!normal || !slice.geometry.position)
        return LinkHindrance::NoPlace;
    if (byPosition && !dicom::isSamePatient(slice, image))
        return LinkHindrance::OtherPatient;
    if (byPosition && slice.geometry.frameOfReference.isEmpty())
        return LinkHindrance::NoPlace;
    if (byPosition && slice.geometry.frameOfReference != image.geometry.frameOfReference)
        return LinkHindrance::OtherFrameOfReference;
    return dicom::areParallel(*normal, wanted.normal) ? LinkHindrance::None : LinkHindrance::NotParallel;
}

double apart(const dicom::Instance &slice, const PatientPoint &point)
{
    return std::abs((point - *slice.geometry.position).dot(*slice.geometry.normal()));
}

Nearest nearestSlice(const dicom::DataSet &stack, const dicom::Instance &image, const Wanted &wanted, bool byPosition,
                     int shown)
{
    Nearest best;
    for (int i = 0; i < int(stack.slices.size()); ++i) {
        const dicom::Instance &slice = *stack.slices[std::size_t(i)];
        const LinkHindrance hindrance = hindranceOf(slice, image, wanted, byPosition);
        if (hindrance != LinkHindrance::None) {
            if (best.slice < 0)
                best.hindrance = hindrance;
            continue;
        }
        const double mm = apart(slice, wanted.point);
        const bool isNearer = best.slice < 0 || mm < best.mm - sameMm || (i == shown && mm <= best.mm + sameMm);
        if (isNearer)
            best = {i, mm, LinkHindrance::None};
    }
    return best;
}

/// Farther from the slice than half of the widest step beside it: not between two slices, but beyond the last.
bool isPast(const dicom::DataSet &stack, const Nearest &nearest)
{
    constexpr double tolerance = 0.01; // positions are written with two decimals
    const auto &slice = *stack.slices[std::size_t(nearest.slice)];
    double step = slice.sliceThicknessMm.value_or(0.0);
    for (const int beside : {nearest.slice - 1, nearest.slice + 1}) {
        if (beside < 0 || beside >= int(stack.slices.size()))
            continue;
        const auto &position = stack.slices[std::size_t(beside)]->geometry.position;
        if (position)
            step = std::max(step, apart(slice, *position));
    }
    return nearest.mm > step / 2.0 + tolerance;
}

/// The place that `view` is asked for; nullopt when it is not part of the link.
std::optional<Wanted> wantedOf(const session::ViewerState &state, const ScrollLink &link, const ViewId &leader,
                               const dicom::Instance &image, const ViewId &view)
{
    const auto normal = image.geometry.normal();
    const auto middle = dicom::middleOf(image.geometry);
    if (!normal || !middle)
        return std::nullopt;
    if (link.kind == LinkKind::Position)
        return Wanted{*middle, *normal};
    const LinkAnchor *from = anchorOf(link, leader), *to = anchorOf(link, view);
    if (!from || !to || from->dataSet != state.view(leader).dataSet || to->dataSet != state.view(view).dataSet)
        return std::nullopt;
    // The same way along the same direction in the patient, whichever way the stack is sorted.
    return Wanted{to->point + *normal * (*middle - from->point).dot(*normal), *normal};
}

int shownSlice(const dicom::DataSet &stack, const session::PlaneRef &plane)
{
    const auto *chosen = std::get_if<session::ImageRef>(&plane);
    return chosen ? stack.indexOf(chosen->sop, chosen->frame) : 0;
}

dicom::InstancePtr imageOf(const session::ShowPlane &action, const session::ViewerState &state,
                           const DataSetLookup &dataSets)
{
    const auto *chosen = std::get_if<session::ImageRef>(&action.plane);
    const auto stack = chosen ? dataSets(state.view(action.view).dataSet) : nullptr;
    const int index = stack ? stack->indexOf(chosen->sop, chosen->frame) : -1;
    return index < 0 ? nullptr : stack->slices[std::size_t(index)];
}

void addMoves(std::vector<session::Action> &actions, const std::vector<LinkedView> &others,
              const session::ViewerState &state, const DataSetLookup &dataSets)
{
    for (const LinkedView &other : others) {
        const auto stack = other.slice < 0 ? nullptr : dataSets(state.view(other.view).dataSet);
        if (!stack)
            continue;
        const dicom::Instance &slice = *stack->slices[std::size_t(other.slice)];
        const session::ShowPlane move{other.view, session::ImageRef{slice.sop, slice.frame}};
        const bool isThere = shownSlice(*stack, state.view(other.view).plane) == other.slice;
        if (!isThere)
            actions.emplace_back(move);
    }
}

LinkHindrance firstHindrance(const std::vector<LinkedView> &others)
{
    for (const LinkedView &other : others) {
        if (other.hindrance != LinkHindrance::NothingShown)
            return other.hindrance;
    }
    return LinkHindrance::NothingShown;
}

/// Every view that shows an image of known place, where it stands now.
std::vector<LinkAnchor> anchorsNow(const session::ViewerState &state, const DataSetLookup &dataSets)
{
    std::vector<LinkAnchor> anchors;
    for (int i = 0; i < state.layout().cellCount(); ++i) {
        const ViewId view = session::Layout::viewAt(i);
        const session::ViewState &shown = state.view(view);
        const auto stack = shown.dataSet.isEmpty() ? nullptr : dataSets(shown.dataSet);
        const int slice = stack ? shownSlice(*stack, shown.plane) : -1;
        if (slice < 0 || slice >= int(stack->slices.size()))
            continue;
        if (const auto middle = dicom::middleOf(stack->slices[std::size_t(slice)]->geometry))
            anchors.push_back({view, shown.dataSet, *middle});
    }
    return anchors;
}

} // namespace

LinkedView linkedView(const session::ViewerState &state, const ScrollLink &link, const ViewId &leader,
                      const dicom::Instance &image, const ViewId &view, const DataSetLookup &dataSets)
{
    LinkedView found;
    found.view = view;
    const auto stack = state.view(view).dataSet.isEmpty() ? nullptr : dataSets(state.view(view).dataSet);
    if (!stack || stack->slices.empty())
        return found;
    const bool byPosition = link.kind == LinkKind::Position;
    const auto wanted = wantedOf(state, link, leader, image, view);
    if (!wanted) {
        found.hindrance =
            byPosition || !dicom::middleOf(image.geometry) ? LinkHindrance::NoPlace : LinkHindrance::NotAnchored;
        return found;
    }
    if (byPosition && image.geometry.frameOfReference.isEmpty()) {
        found.hindrance = LinkHindrance::NoPlace;
        return found;
    }
    const Nearest nearest =
        nearestSlice(*stack, image, *wanted, byPosition, shownSlice(*stack, state.view(view).plane));
    found.hindrance = nearest.hindrance;
    found.slice = nearest.slice;
    found.apartMm = nearest.slice < 0 ? 0.0 : nearest.mm;
    found.isPast = nearest.slice >= 0 && isPast(*stack, nearest);
    return found;
}

std::vector<LinkedView> linkedViews(const session::ViewerState &state, const ScrollLink &link, const ViewId &leader,
                                    const dicom::Instance &image, const DataSetLookup &dataSets)
{
    std::vector<LinkedView> others;
    for (int i = 0; i < state.layout().cellCount(); ++i) {
        const ViewId view = session::Layout::viewAt(i);
        if (view != leader)
            others.push_back(linkedView(state, link, leader, image, view, dataSets));
    }
    return others;
}

std::vector<session::Action> withLinkedViews(std::vector<session::Action> actions, const session::ViewerState &state,
                                             const DataSetLookup &dataSets)
{
    const ScrollLink &link = state.layout().link;
    if (link.kind == LinkKind::None)
        return actions;
    std::vector<session::Action> all;
    for (session::Action &action : actions) {
        const auto *move = std::get_if<session::ShowPlane>(&action);
        const dicom::InstancePtr image = move ? imageOf(*move, state, dataSets) : nullptr;
        const auto others = image ? linkedViews(state, link, move->view, *image, dataSets) : std::vector<LinkedView>();
        all.push_back(std::move(action));
        addMoves(all, others, state, dataSets);
    }
    return all;
}

LinkChange toggleLink(LinkKind kind, const session::ViewerState &state, const ViewId &leader,
                      const dicom::Instance *image, const DataSetLookup &dataSets)
{
    LinkChange change;
    if (kind == LinkKind::None || state.layout().link.kind == kind) {
        change.actions.emplace_back(session::SetScrollLink{});
        return change;
    }
    ScrollLink link{kind, {}};
    if (kind == LinkKind::Offset)
        link.anchors = anchorsNow(state, dataSets);
    if (!image) {
        change.refusal = LinkHindrance::NothingShown;
        return change;
    }
    change.others = linkedViews(state, link, leader, *image, dataSets);
    const bool goesAnyAlong = std::any_of(change.others.begin(), change.others.end(),
                                          [](const LinkedView &other) { return other.slice >= 0; });
    if (!goesAnyAlong) {
        change.refusal = firstHindrance(change.others);
        return change;
    }
    change.actions.emplace_back(session::SetScrollLink{link});
    if (kind == LinkKind::Position)
        addMoves(change.actions, change.others, state, dataSets);
    return change;
}

} // namespace consilium::tools
