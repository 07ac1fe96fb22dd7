#include "app/usecases/MarkSaving.h"

#include "viewer/widgets/ShownImage.h"

#include <QUuid>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

/// How images are shown, as presentation states.
namespace consilium::app
{

using session::AnnotationKind;

namespace
{

const QString colourState = u"/colour"_s; ///< in the role of a state of a stack's colour images

} // namespace

Display MarkSaving::displayOf(const ViewId &chosen, const DataSetId &stack, const dicom::Instance &image) const
{
    Display display;
    if (!chosen.isEmpty()) {
        display.view = m_task.state.view(chosen);
        display.presentation = m_task.state.presentation(chosen, stack);
        if (const auto area = m_task.areas.find(chosen); area != m_task.areas.end())
            display.area = area->second;
    }
    const ViewId list(u"list"_s);
    session::ViewState view;
    view.study = image.study;
    view.dataSet = stack;
    view.plane = session::ImageRef{image.sop, image.frame};
    const auto shown = widgets::resolveImage(list, session::ViewerState().withView(list, view), m_images);
    display.fallback = shown.overlay.presentation.window;
    return display;
}

void MarkSaving::startViews()
{
    m_isOver = true; // no frame is waited for
    for (const Task::View &view : m_task.views) {
        const DataSetId stack = m_task.state.view(view.id).dataSet;
        const dicom::DataSetPtr images = m_images.dataSet(stack);
        const int index = images ? images->indexOf(view.image.sop, view.image.frame) : -1;
        if (index < 0)
            return end(fail(ErrorCode::NotFound, u"the image of the view"_s));
        const dicom::InstancePtr image = images->slices[std::size_t(index)];
        m_seen.push_back({view.id, stack, image});
        m_formerly.emplace_back(stack, image);
    }
    fetchHeader();
}

MarkSaving::Plan MarkSaving::planViews()
{
    Plan plan;
    for (const SeenImage &seen : m_seen)
        plan.presentations.emplace_back(viewRole + QUuid::createUuid().toString(QUuid::WithoutBraces), stateOf(seen));
    m_notes.removeDuplicates();
    return plan;
}

/// Of the image that is seen. A shutter hides parts of all images of the stack that it is for, and is shown again over
/// those that the state names (ApplyState): it names them then.
objects::PresentationState MarkSaving::stateOf(const SeenImage &seen)
{
    const Display display = displayOf(seen.view, seen.stack, *seen.image);
    const session::Presentation &shown = display.presentation;
    const dicom::DataSetPtr images = m_images.dataSet(seen.stack);
    const int index = images ? images->indexOf(seen.image->sop, seen.image->frame) : -1;
    std::vector<dicom::InstancePtr> about{seen.image};
    if (shown.shutter && images)
        for (auto &group : presentationGroups(images->slices, shown))
            if (std::find(group.begin(), group.end(), seen.image) != group.end())
                about = std::move(group);
    if (!isWritableTurn(display.view.orientation))
        m_notes << tr("A presentation state knows quarter turns only: the images are saved upright and whole.");
    if (display.view.slab || display.view.fusion || shown.enhancement || shown.colourMap != session::ColourMap::Grey)
        m_notes << tr("Slab, fusion, enhancement and colours are not saved: a presentation state has none of them.");
    objects::PresentationState state = presentationOf(about, {}, display);
    state.creator = m_task.author;
    state.description = images && images->header.number >= 0
                            ? tr("View of series %1, image %2").arg(images->header.number).arg(index + 1)
                            : tr("View of image %1").arg(index + 1);
    return state;
}

void MarkSaving::planPresentations(Plan &plan)
{
    std::vector<std::pair<DataSetId, std::vector<dicom::InstancePtr>>> stacks;
    const auto add = [&](const DataSetId &stack, const dicom::InstancePtr &image) {
        auto found = std::find_if(stacks.begin(), stacks.end(), [&](const auto &one) { return one.first == stack; });
        if (found == stacks.end())
            found = stacks.insert(stacks.end(), {stack, {}});
        found->second.push_back(image);
    };
    for (const DescribedMark &mark : m_described)
        if (mark.mark.kind != AnnotationKind::KeyImage)
            add(mark.stack, mark.image);
    for (const auto &[stack, image] : m_formerly)
        if (std::any_of(stacks.begin(), stacks.end(), [&s = stack](const auto &one) { return one.first == s; }) ||
            m_task.before.find(presentationRole + stack.text() + u"/0"_s) ||
            m_task.before.find(presentationRole + stack.text() + colourState))
            add(stack, image);
    for (auto &[stack, images] : stacks) {
        if (m_heldBack.contains(presentationRole + stack.text() + u'/'))
            continue;
        std::sort(images.begin(), images.end(), [](const dicom::InstancePtr &a, const dicom::InstancePtr &b) {
            return std::tuple(a->instanceNumber, a->frame, a->sop) < std::tuple(b->instanceNumber, b->frame, b->sop);
        });
        int number = 0, colourNumber = 0;
        bool isTurned = false;
        const ViewId shownBy = widgets::viewShowing(m_task.state, stack);
        for (const auto &group : presentationGroups(images, displayOf(shownBy, stack, *images.front()).presentation)) {
            const Display display = displayOf(shownBy, stack, *group.front());
            isTurned = isTurned || !isWritableTurn(display.view.orientation);
            std::vector<DescribedMark> graphics;
            for (const DescribedMark &mark : m_described)
                if (keptIn(mark.mark.kind) == KeptIn::Presentation && mark.stack == stack &&
                    std::find(group.begin(), group.end(), mark.image) != group.end())
                    graphics.push_back(mark);
            QString role = presentationRole + stack.text();
            if (isGrey(*group.front()))
                role += u'/' + QString::number(number++);
            else if (role += colourState; colourNumber++ > 0)
                role += QString::number(colourNumber);
            for (const DescribedMark &mark : graphics)
                plan.holds[role].push_back(mark.mark.id);
            plan.presentations.emplace_back(role, presentationOf(group, graphics, display));
            plan.presentations.back().second.creator = m_task.author;
        }
        planEmptied(plan, stack);
        if (isTurned)
            m_notes << tr("A presentation state knows quarter turns only: the images are saved upright and whole.");
    }
}

/// How many states a stack has depends on what was shown when it was saved. One that has no successor now would go on
/// showing its marks, deleted or in another state as they may be: its last version is one without any.
void MarkSaving::planEmptied(Plan &plan, const DataSetId &stack) const
{
    const QString ofStack = presentationRole + stack.text() + u'/';
    for (const SavedObject &object : m_task.before.objects) {
        const bool isPlanned = std::any_of(plan.presentations.begin(), plan.presentations.end(),
                                           [&](const auto &one) { return one.first == object.role; });
        if (isPlanned || !object.role.startsWith(ofStack) || object.role.indexOf(u'/', ofStack.size()) >= 0)
            continue;
        std::vector<dicom::InstancePtr> images;
        for (const session::Annotation &mark : m_task.before.marksIn(object))
            if (const auto place = widgets::placeOfMark(mark, m_task.study, m_images);
                place && place->stack->id == stack)
                images.push_back(place->stack->slices[std::size_t(place->slice)]);
        if (images.empty())
            continue;
        Display display = displayOf(widgets::viewShowing(m_task.state, stack), stack, *images.front());
        display.presentation.shutter.reset(); // these may be for some of the images
        display.presentation.tables.reset();
        const auto groups = presentationGroups(images, display.presentation); // each image once
        plan.holds[object.role] = {};
        plan.presentations.emplace_back(object.role, presentationOf(groups.front(), {}, display));
        plan.presentations.back().second.creator = m_task.author;
    }
}

} // namespace consilium::app
