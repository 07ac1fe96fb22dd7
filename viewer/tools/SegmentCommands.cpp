#include "viewer/tools/SegmentCommands.h"

#include "viewer/segments/Placement.h"
#include "viewer/segments/StudySegments.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace consilium::tools
{

namespace
{

using segments::Segmentation;

bool areMasks(const dicom::DataSet &stack)
{
    return stack.header.modality == "SEG"_L1;
}

bool liesOn(const Segmentation &object, const dicom::DataSet &stack)
{
    const segments::PlaneIndex index(object, stack);
    return std::any_of(stack.slices.begin(), stack.slices.end(),
                       [&](const auto &slice) { return !index.placeOn(*slice).isEmpty(); });
}

/// The image that the view shows, as far as the state says it; null when it shows a plane or nothing.
dicom::InstancePtr shownImage(const session::ViewState &view, const dicom::DataSet &stack)
{
    if (stack.slices.empty() || std::holds_alternative<session::SpatialPlane>(view.plane))
        return nullptr;
    const auto *image = std::get_if<session::ImageRef>(&view.plane);
    const int index = image ? stack.indexOf(image->sop, image->frame) : 0;
    return index < 0 ? nullptr : stack.slices[std::size_t(index)];
}

/// By segment the image with most of it, all in one pass over the stack.
std::map<int, session::ImageRef> largestImages(const Segmentation &object, const dicom::DataSet &stack,
                                               std::optional<int> onlySegment = {})
{
    const segments::PlaneIndex index(object, stack);
    std::map<int, session::ImageRef> images;
    std::map<int, double> most;
    for (const auto &slice : stack.slices) {
        for (const auto &[segment, amount] : segments::amountsOf(index.placeOn(*slice, onlySegment), *slice)) {
            if (amount <= most[segment])
                continue;
            most[segment] = amount;
            images[segment] = session::ImageRef{slice->sop, slice->frame};
        }
    }
    return images;
}

/// The first segment, by number, of which something lies on the stack, on the image with most of it.
std::optional<session::ImageRef> firstImage(const Segmentation &object, const dicom::DataSet &stack)
{
    const auto images = largestImages(object, stack);
    for (const segments::Segment &segment : object.segments) {
        if (const auto found = images.find(segment.number); found != images.end())
            return found->second;
    }
    return std::nullopt;
}

void addShown(const session::ViewerState &state, const ViewId &view, const Segmentation &object, Actions &actions)
{
    if (!state.segmentation(view, object.sop).shown)
        actions.emplace_back(session::ShowSegmentation{view, object.sop, true});
}

session::ShowSeries showing(const ViewId &view, const dicom::DataSet &stack, const StudyUid &study)
{
    session::ShowSeries show;
    show.view = view;
    show.study = study;
    show.dataSet = stack.id;
    return show;
}

} // namespace

std::optional<session::ImageRef> largestImage(const Segmentation &object, int segment, const dicom::DataSet &stack)
{
    const auto images = largestImages(object, stack, segment);
    const auto found = images.find(segment);
    return found == images.end() ? std::nullopt : std::optional(found->second);
}

Actions overlayActions(const session::ViewerState &state, const ViewId &view, const Segmentation &object,
                       const pixels::StudyImages &images)
{
    Actions actions;
    const session::ViewState &now = state.view(view);
    const auto shown = images.dataSet(now.dataSet);
    if (shown && !areMasks(*shown) && liesOn(object, *shown)) {
        addShown(state, view, object, actions);
        const auto image = shownImage(now, *shown);
        const bool isSeen = image && !segments::placeOn(object, *image).isEmpty();
        if (const auto to = isSeen ? std::nullopt : firstImage(object, *shown))
            actions.emplace_back(session::ShowPlane{view, *to});
        return actions;
    }
    for (const auto &stack : images.dataSets(object.study)) {
        const auto to = areMasks(*stack) ? std::nullopt : firstImage(object, *stack);
        if (!to)
            continue;
        session::ShowSeries show = showing(view, *stack, object.study);
        show.plane = *to;
        actions.emplace_back(show);
        addShown(state, view, object, actions);
        return actions;
    }
    for (const segments::Segment &segment : object.segments) {
        const auto pictures = picturesOf(object, segment.number, images);
        if (!pictures)
            continue;
        if (now.dataSet != pictures->id)
            actions.emplace_back(showing(view, *pictures, object.study));
        return actions;
    }
    return actions;
}

Actions jumpActions(const session::ViewerState &state, const ViewId &view, const Segmentation &object, int segment,
                    const pixels::StudyImages &images)
{
    Actions actions;
    const session::ViewState &now = state.view(view);
    const auto stack = images.dataSet(now.dataSet);
    const auto image = stack && !areMasks(*stack) ? largestImage(object, segment, *stack) : std::nullopt;
    if (image) {
        addShown(state, view, object, actions);
        if (now.plane != session::PlaneRef(*image))
            actions.emplace_back(session::ShowPlane{view, *image});
        return actions;
    }
    for (const auto &other : images.dataSets(object.study)) {
        const auto to = areMasks(*other) ? std::nullopt : largestImage(object, segment, *other);
        if (!to)
            continue;
        session::ShowSeries show = showing(view, *other, object.study);
        show.plane = *to;
        actions.emplace_back(show);
        addShown(state, view, object, actions);
        return actions;
    }
    const auto pictures = picturesOf(object, segment, images);
    if (pictures && now.dataSet != pictures->id)
        actions.emplace_back(showing(view, *pictures, object.study));
    return actions;
}

dicom::DataSetPtr picturesOf(const Segmentation &object, int segment, const pixels::StudyImages &images)
{
    if (object.kind != Segmentation::Kind::Masks)
        return nullptr;
    for (const auto &stack : images.dataSets(object.study)) {
        if (stack->header.uid == object.series && !stack->slices.empty() && stack->slices.front()->sop == object.sop &&
            stack->slices.front()->segment == segment)
            return stack;
    }
    return nullptr;
}

Actions toggleActions(const session::ViewerState &state, const ViewId &view, const pixels::StudyImages &images)
{
    Actions actions;
    for (const auto &[key, display] : state.segmentations()) {
        if (key.view == view && display.shown)
            actions.emplace_back(session::ShowSegmentation{view, key.object, false});
    }
    const auto stack = images.dataSet(state.view(view).dataSet);
    if (!actions.empty() || !stack || areMasks(*stack) || !images.segments())
        return actions;
    for (const auto &object : images.segments()->of(state.view(view).study))
        if (liesOn(*object, *stack))
            actions.emplace_back(session::ShowSegmentation{view, object->sop, true});
    return actions;
}

} // namespace consilium::tools
