#include "viewer/dicom/FrameRelations.h"
#include "viewer/widgets/ViewLinks.h"
#include "viewer/widgets/ViewportPrivate.h"

namespace consilium::widgets
{

/// The images of all other views in this one's.
std::vector<render2d::ReferenceLine> ViewportWidget::Private::cutsOfAll() const
{
    const auto &state = dispatcher.state();
    std::vector<render2d::ReferenceLine> all;
    for (int i = 0; i < state.layout().cellCount(); ++i) {
        const ViewId other = session::Layout::viewAt(i);
        const ShownImage image = other == view ? ShownImage() : resolveImage(other, state, *images);
        if (!image.instance)
            continue;
        for (render2d::ReferenceLine &line :
             render2d::referenceLines(*image.overlay.dataSet, image.overlay.sliceIndex, *shown.instance, false,
                                      state.alignments(), images->pairs())) {
            line.view = other;
            all.push_back(std::move(line));
        }
    }
    return all;
}

bool ViewportWidget::Private::updateNeighbours()
{
    const auto &state = dispatcher.state();
    const session::ScrollLink &link = state.layout().link;
    std::vector<render2d::ReferenceLine> nextCuts;
    std::optional<tools::LinkedView> nextLinked;
    const bool wantsLines = referenceLines != ReferenceLines::Off && overlayVisible;
    const bool isOfAll = referenceLines == ReferenceLines::AllViews;
    if (images && shown.instance && wantsLines && isOfAll)
        nextCuts = cutsOfAll();
    if (images && !isActive() && shown.instance && (wantsLines || link.kind != session::LinkKind::None)) {
        const ShownImage active = resolveImage(state.layout().active, state, *images);
        if (active.instance && wantsLines && !isOfAll)
            nextCuts = render2d::referenceLines(*active.overlay.dataSet, active.overlay.sliceIndex, *shown.instance,
                                                referenceLines == ReferenceLines::WithEnds, state.alignments(),
                                                images->pairs());
        if (active.instance && link.kind != session::LinkKind::None)
            nextLinked =
                tools::linkedView(state, link, state.layout().active, *active.instance, view, tools::stacksOf(*images));
    }
    const bool changes = nextCuts != cuts || nextLinked != linked;
    cuts = std::move(nextCuts);
    linked = std::move(nextLinked);
    return changes;
}

bool ViewportWidget::Private::isAlignedByComputation() const
{
    const auto &state = dispatcher.state();
    if (!images || !shown.instance || state.alignments().empty())
        return false;
    for (int i = 0; i < state.layout().cellCount(); ++i) {
        const ViewId other = session::Layout::viewAt(i);
        const ShownImage image = other == view ? ShownImage() : resolveImage(other, state, *images);
        if (!image.instance || !dicom::isSamePatient(*image.instance, *shown.instance, images->pairs()))
            continue;
        const auto relation = session::relationBetween(state.alignments(), image.instance->geometry.frameOfReference,
                                                       shown.instance->geometry.frameOfReference);
        if (relation && relation->isComputed)
            return true;
    }
    return false;
}

QString ViewportWidget::Private::linkText() const
{
    const session::ScrollLink &link = dispatcher.state().layout().link;
    QStringList notes;
    if (isAlignedByComputation() || cursorPlace.isComputed || (linked && linked->isComputed))
        notes << alignedNote();
    if (link.kind != session::LinkKind::None && shown.instance)
        notes << linkNote(link.kind, linked ? &*linked : nullptr, shown.overlay.sliceIndex);
    notes << cursorNote(cursorPlace);
    notes.removeAll(QString());
    return notes.join(u" · ");
}

bool ViewportWidget::Private::updateCursorPlace()
{
    tools::CursorPlace next;
    if (images && shown.instance && dispatcher.state().cursor())
        next =
            tools::cursorIn(dispatcher.state(), *shown.instance, shown.overlay.dataSet.get(), tools::stacksOf(*images));
    if (next == cursorPlace)
        return false;
    cursorPlace = next;
    return true;
}

void ViewportWidget::Private::paintSpaceCursor(QPainter &painter) const
{
    using State = tools::CursorPlace::State;
    if (cursorPlace.state == State::Here || cursorPlace.state == State::Apart)
        render2d::paintSpaceCursor(painter, imageRect, cursorPlace.at, cursorPlace.state == State::Here, *transform);
}

tools::CursorPlace ViewportWidget::cursorPlace() const
{
    return d->cursorPlace;
}

std::optional<tools::LinkedView> ViewportWidget::linkedView() const
{
    return d->linked;
}

std::vector<render2d::ReferenceLine> ViewportWidget::referenceLines() const
{
    return d->cuts;
}

void ViewportWidget::setReferenceLines(ReferenceLines lines)
{
    if (lines == d->referenceLines)
        return;
    d->referenceLines = lines;
    if (d->updateNeighbours())
        d->repaintOverlay();
}

} // namespace consilium::widgets
