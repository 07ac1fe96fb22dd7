#include "app/windows/MarkCommands.h"

#include "viewer/tools/LinkedScroll.h"
#include "viewer/tools/ShownStack.h"
#include "viewer/widgets/HistogramWindow.h"
#include "viewer/widgets/MarkWords.h"
#include "viewer/widgets/OwnClipboard.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(MarkCommands)
};

QString noneMeant()
{
    return Text::tr("Point at a mark of yours, or click on it, first.");
}

QString copySelected(const widgets::LayoutGrid &grid)
{
    for (const widgets::ViewportWidget *viewport : grid.shownViewports()) {
        const auto copied = viewport->copyOf(grid.selectedMark());
        if (!copied)
            continue;
        const auto &shapes = viewport->marks();
        const auto shape = std::find_if(shapes.begin(), shapes.end(), [&copied](const render2d::MarkShape &one) {
            return one.id == copied->mark.id;
        });
        widgets::copyMark(*copied, shape == shapes.end() ? QString() : shape->label);
        return Text::tr("The mark was copied.");
    }
    return Text::tr("Click on a mark to select it, then copy it.");
}

QString pasteInto(widgets::LayoutGrid &grid)
{
    const auto copied = widgets::markToPaste();
    if (!copied)
        return Text::tr("No mark was copied.");
    widgets::ViewportWidget *const viewport = grid.activeViewport();
    return viewport ? viewport->paste(*copied) : QString();
}

/// The next of the active view after the selected one, from left to right and from top to bottom.
QString selectNext(widgets::LayoutGrid &grid)
{
    const widgets::ViewportWidget *const viewport = grid.activeViewport();
    if (!viewport || viewport->marks().empty())
        return Text::tr("No mark is seen on this image.");
    std::vector<const render2d::MarkShape *> shapes;
    for (const render2d::MarkShape &shape : viewport->marks())
        shapes.push_back(&shape);
    std::sort(shapes.begin(), shapes.end(), [](const render2d::MarkShape *a, const render2d::MarkShape *b) {
        const ScreenPoint p = a->handles.front(), q = b->handles.front();
        return std::tie(p.y, p.x, a->id) < std::tie(q.y, q.x, b->id);
    });
    const auto now = std::find_if(shapes.begin(), shapes.end(), [&grid](const render2d::MarkShape *shape) {
        return shape->id == grid.selectedMark();
    });
    const bool isLast = now == shapes.end() || now + 1 == shapes.end();
    grid.selectMark(isLast ? shapes.front()->id : (*(now + 1))->id);
    return {};
}

/// Of the selected region where it is seen, else of the one that is meant.
QString showHistogram(widgets::LayoutGrid &grid, session::ActionDispatcher &dispatcher)
{
    const auto meant = grid.meantMark();
    widgets::ViewportWidget *viewport = meant.viewport;
    AnnotationId mark = meant.mark;
    for (widgets::ViewportWidget *one : grid.shownViewports()) {
        if (!one->isMarkSeen(grid.selectedMark()))
            continue;
        viewport = one;
        mark = grid.selectedMark();
    }
    if (!viewport)
        return Text::tr("Click on a region (ROI) to select it first.");
    const auto answer = viewport->histogramOf(mark);
    if (!answer.histogram)
        return render2d::noHistogramText(answer.why);
    auto *window = new widgets::HistogramWindow(*viewport, dispatcher, mark, grid.window());
    window->show();
    return {};
}

std::optional<ScreenVector> nudgeOf(const QString &command)
{
    if (command == "nudge-mark-left"_L1)
        return ScreenVector{-1.0, 0.0};
    if (command == "nudge-mark-right"_L1)
        return ScreenVector{1.0, 0.0};
    if (command == "nudge-mark-up"_L1)
        return ScreenVector{0.0, -1.0};
    if (command == "nudge-mark-down"_L1)
        return ScreenVector{0.0, 1.0};
    return std::nullopt;
}

} // namespace

QString goToMark(const AnnotationId &id, widgets::LayoutGrid &grid, session::ActionDispatcher &dispatcher,
                 const pixels::StudyImages &images)
{
    const session::ViewerState state = dispatcher.state();
    ViewId view = state.layout().active;
    const session::Annotation *const mark = state.annotations().find(id);
    auto place = mark ? widgets::placeOfMark(*mark, state.view(view).study, images) : std::nullopt;
    // Of another study that is shown: in its own view, so that what the reader compares stays side by side.
    for (int i = 0; mark && !place && i < state.layout().cellCount(); ++i) {
        view = session::Layout::viewAt(i);
        place = widgets::placeOfMark(*mark, state.view(view).study, images);
    }
    if (!place)
        return Text::tr("The image of this mark is not in the study that is shown.");
    const auto actions = tools::withLinkedViews(tools::showMarkActions(state, view, *mark, *place->stack), state,
                                                tools::stacksOf(images));
    const session::GestureId gesture = dispatcher.beginGesture();
    if (view != state.layout().active)
        (void)dispatcher.submit(session::SetActiveView{view}, session::Origin::Local, gesture);
    if (!grid.maximised().isEmpty() && grid.maximised() != view)
        grid.setMaximised(view);
    for (const session::Action &action : actions) {
        if (!dispatcher.submit(action, session::Origin::Local, gesture))
            break; // the dispatcher has told why
    }
    grid.selectMark(id);
    return {};
}

QString removeOwnMark(const AnnotationId &id, session::ActionDispatcher &dispatcher)
{
    const session::Annotation *const mark = dispatcher.state().annotations().find(id);
    if (mark && mark->author != dispatcher.localActor())
        return Text::tr("A mark is taken away by whoever has drawn it.");
    if (mark)
        (void)dispatcher.submit(session::RemoveAnnotation{id}); // a refusal is told by the dispatcher itself
    return {};
}

std::optional<QString> runMarkCommand(const QString &command, widgets::LayoutGrid &grid,
                                      session::ActionDispatcher &dispatcher, const pixels::StudyImages &images)
{
    if (command == "copy-mark"_L1)
        return copySelected(grid);
    if (command == "paste-mark"_L1)
        return pasteInto(grid);
    if (command == "next-mark"_L1)
        return selectNext(grid);
    if (command == "go-to-mark"_L1)
        return grid.selectedMark().isEmpty() ? Text::tr("Click on a mark to select it first.")
                                             : goToMark(grid.selectedMark(), grid, dispatcher, images);
    if (command == "mark-histogram"_L1)
        return showHistogram(grid, dispatcher);
    const auto by = nudgeOf(command);
    if (!by && command != "edit-mark-text"_L1 && command != "label-beside"_L1)
        return std::nullopt;
    const widgets::LayoutGrid::MeantMark meant = grid.meantMark();
    if (!meant.viewport)
        return noneMeant();
    const bool isDone = by                               ? meant.viewport->nudgeMark(meant.mark, *by)
                        : command == "edit-mark-text"_L1 ? meant.viewport->editMarkText(meant.mark)
                                                         : meant.viewport->putLabelBeside(meant.mark);
    return isDone ? QString() : noneMeant();
}

} // namespace consilium::app
