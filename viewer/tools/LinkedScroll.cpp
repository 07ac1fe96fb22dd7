#include "viewer/tools/LinkedScroll.h"

#include "viewer/dicom/FrameRelations.h"

#include <algorithm>
#include <cmath>
#include <numbers>

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
    bool isComputed = false; ///< carried over from another frame of reference by an alignment
};

struct Nearest {
    int slice = -1;
    double mm = 0.0;
    LinkHindrance hindrance = LinkHindrance::NoPlace;
    bool isComputed = false;
    double tiltDeg = 0.0; ///< of isComputed
};

double tiltDeg(const PatientVector &a, const PatientVector &b)
{
    const double cosine = std::min(1.0, std::abs(a.dot(b)));
    return std::acos(cosine) * 180.0 / std::numbers::pi;
}

/// What is asked of a slice: in its own frame of reference where it was aligned with that of the image.
std::optional<Wanted> wantedIn(const dicom::Instance &slice, const dicom::Instance &image, const Wanted &wanted,
                               const session::AlignmentMap &alignments)
{
    const auto relation =
        session::relationBetween(alignments, image.geometry.frameOfReference, slice.geometry.frameOfReference);
    if (!relation)
        return std::nullopt;
    if (!relation->isComputed)
        return wanted;
    return Wanted{relation->transform.mapped(wanted.point), relation->transform.rotated(wanted.normal), true};
}

LinkHindrance hindranceOf(const dicom::Instance &slice, const dicom::Instance &image,
                          const std::optional<Wanted> &wanted, bool byPosition, const dicom::StudyPairs &pairs)
{
    const auto normal = slice.geometry.normal();
    if (!normal || !slice.geometry.position)
        return LinkHindrance::NoPlace;
    if (byPosition && !dicom::isSamePatient(slice, image, pairs))
        return LinkHindrance::OtherPatient;
    if (byPosition && slice.geometry.frameOfReference.isEmpty())
        return LinkHindrance::NoPlace;
    if (!wanted)
        return LinkHindrance::OtherFrameOfReference;
    const bool goesAlong = wanted->isComputed ? tiltDeg(*normal, wanted->normal) <= computedWithinDeg
                                              : dicom::areParallel(*normal, wanted->normal);
    return goesAlong ? LinkHindrance::None : LinkHindrance::NotParallel;
}

double apart(const dicom::Instance &slice, const PatientPoint &point)
{
    return std::abs((point - *slice.geometry.position).dot(*slice.geometry.normal()));
}

/// `alignments`: null by offset, where frames of reference do not matter.
Nearest nearestSlice(const dicom::DataSet &stack, const dicom::Instance &image, const Wanted &asked,
                     const session::AlignmentMap *alignments, int shown, const dicom::StudyPairs &pairs)
{
    Nearest best;
    std::optional<LinkHindrance> first;
    for (int i = 0; i < int(stack.slices.size()); ++i) {
        const dicom::Instance &slice = *stack.slices[std::size_t(i)];
        const auto wanted = alignments ? wantedIn(slice, image, asked, *alignments) : std::optional(asked);
        const LinkHindrance hindrance = hindranceOf(slice, image, wanted, alignments != nullptr, pairs);
        if (hindrance != LinkHindrance::None) {
            if (!first)
                first = hindrance;
            continue;
        }
        const double mm = apart(slice, wanted->point);
        const bool isNearer = best.slice < 0 || mm < best.mm - sameMm || (i == shown && mm <= best.mm + sameMm);
        if (isNearer)
            best = {i, mm, LinkHindrance::None, wanted->isComputed,
                    wanted->isComputed ? tiltDeg(*slice.geometry.normal(), wanted->normal) : 0.0};
    }
    if (best.slice < 0 && first)
        best.hindrance = *first;
    return best;
}

/// The median way from one slice to the next, mm; 0 when no two of them are parallel.
double usualStepMm(const dicom::DataSet &stack)
{
    std::vector<double> steps;
    for (std::size_t i = 1; i < stack.slices.size(); ++i) {
        const auto &one = stack.slices[i - 1]->geometry, &next = stack.slices[i]->geometry;
        const auto normal = one.normal(), nextNormal = next.normal();
        if (normal && nextNormal && one.position && next.position && dicom::areParallel(*normal, *nextNormal))
            steps.push_back(apart(*stack.slices[i - 1], *next.position));
    }
    if (steps.empty())
        return 0.0;
    const auto middle = steps.begin() + std::ptrdiff_t(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
}

/// What lies so far from the slice's plane is not in its picture.
bool isApart(const dicom::DataSet &stack, const Nearest &nearest)
{
    constexpr double tolerance = 0.01; // positions are written with two decimals
    const double thickness = stack.slices[std::size_t(nearest.slice)]->sliceThicknessMm.value_or(0.0);
    return nearest.mm > (thickness > 0.0 ? thickness : usualStepMm(stack)) / 2.0 + tolerance;
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

dicom::InstancePtr imageOf(const session::ShowPlane &action, const session::ViewerState &state,
                           const StackLookup &stacks)
{
    session::ViewState then = state.view(action.view);
    then.plane = action.plane;
    const auto stack = stacks(then);
    const int index = stack ? sliceIndexOf(*stack, then.plane) : -1;
    return index < 0 ? nullptr : stack->slices[std::size_t(index)];
}

void addMoves(std::vector<session::Action> &actions, const std::vector<LinkedView> &others,
              const session::ViewerState &state, const StackLookup &stacks)
{
    for (const LinkedView &other : others) {
        const auto stack = other.slice < 0 ? nullptr : stacks(state.view(other.view));
        if (!stack)
            continue;
        const dicom::Instance &slice = *stack->slices[std::size_t(other.slice)];
        const session::ShowPlane move{other.view, session::ImageRef{slice.sop, slice.frame}};
        const bool isThere = sliceIndexOf(*stack, state.view(other.view).plane) == other.slice;
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
std::vector<LinkAnchor> anchorsNow(const session::ViewerState &state, const StackLookup &stacks)
{
    std::vector<LinkAnchor> anchors;
    for (int i = 0; i < state.layout().cellCount(); ++i) {
        const ViewId view = session::Layout::viewAt(i);
        const session::ViewState &shown = state.view(view);
        const auto stack = stacks(shown);
        const int slice = stack ? sliceIndexOf(*stack, shown.plane) : -1;
        if (slice < 0)
            continue;
        if (const auto middle = dicom::middleOf(stack->slices[std::size_t(slice)]->geometry))
            anchors.push_back({view, shown.dataSet, *middle});
    }
    return anchors;
}

} // namespace

LinkedView linkedView(const session::ViewerState &state, const ScrollLink &link, const ViewId &leader,
                      const dicom::Instance &image, const ViewId &view, const StackLookup &stacks)
{
    LinkedView found;
    found.view = view;
    const auto stack = stacks(state.view(view));
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
    const Nearest nearest = nearestSlice(*stack, image, *wanted, byPosition ? &state.alignments() : nullptr,
                                         sliceIndexOf(*stack, state.view(view).plane), stacks.pairs());
    found.hindrance = nearest.hindrance;
    found.slice = nearest.slice;
    if (nearest.slice < 0)
        return found;
    found.apartMm = nearest.mm;
    found.isApart = isApart(*stack, nearest);
    found.isComputed = nearest.isComputed;
    found.tiltDeg = nearest.tiltDeg;
    found.isOtherPatient = !dicom::isSamePatient(*stack->slices[std::size_t(nearest.slice)], image, stacks.pairs());
    return found;
}

std::vector<LinkedView> linkedViews(const session::ViewerState &state, const ScrollLink &link, const ViewId &leader,
                                    const dicom::Instance &image, const StackLookup &stacks)
{
    std::vector<LinkedView> others;
    for (int i = 0; i < state.layout().cellCount(); ++i) {
        const ViewId view = session::Layout::viewAt(i);
        if (view != leader)
            others.push_back(linkedView(state, link, leader, image, view, stacks));
    }
    return others;
}

std::vector<session::Action> withLinkedViews(std::vector<session::Action> actions, const session::ViewerState &state,
                                             const StackLookup &stacks)
{
    const ScrollLink &link = state.layout().link;
    if (link.kind == LinkKind::None)
        return actions;
    std::vector<session::Action> all;
    for (session::Action &action : actions) {
        const auto *move = std::get_if<session::ShowPlane>(&action);
        const dicom::InstancePtr image = move ? imageOf(*move, state, stacks) : nullptr;
        const auto others = image ? linkedViews(state, link, move->view, *image, stacks) : std::vector<LinkedView>();
        all.push_back(std::move(action));
        addMoves(all, others, state, stacks);
    }
    return all;
}

LinkChange toggleLink(LinkKind kind, const session::ViewerState &state, const ViewId &leader,
                      const dicom::Instance *image, const StackLookup &stacks)
{
    LinkChange change;
    if (kind == LinkKind::None || state.layout().link.kind == kind) {
        change.actions.emplace_back(session::SetScrollLink{});
        return change;
    }
    ScrollLink link{kind, {}};
    if (kind == LinkKind::Offset)
        link.anchors = anchorsNow(state, stacks);
    if (!image) {
        change.refusal = LinkHindrance::NothingShown;
        return change;
    }
    change.others = linkedViews(state, link, leader, *image, stacks);
    const bool goesAnyAlong = std::any_of(change.others.begin(), change.others.end(),
                                          [](const LinkedView &other) { return other.slice >= 0; });
    if (!goesAnyAlong) {
        change.refusal = firstHindrance(change.others);
        return change;
    }
    change.actions.emplace_back(session::SetScrollLink{link});
    if (kind == LinkKind::Position)
        addMoves(change.actions, change.others, state, stacks);
    return change;
}

} // namespace consilium::tools
