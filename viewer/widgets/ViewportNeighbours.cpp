#include "viewer/widgets/ViewLinks.h"
#include "viewer/widgets/ViewportPrivate.h"

namespace consilium::widgets
{

bool ViewportWidget::Private::updateNeighbours()
{
    const auto &state = dispatcher.state();
    const session::ScrollLink &link = state.layout().link;
    std::vector<render2d::ReferenceLine> nextCuts;
    std::optional<tools::LinkedView> nextLinked;
    const bool wantsLines = referenceLines != ReferenceLines::Off && overlayVisible;
    if (images && !isActive() && shown.instance && (wantsLines || link.kind != session::LinkKind::None)) {
        const ShownImage active = resolveImage(state.layout().active, state, *images);
        if (active.instance && wantsLines)
            nextCuts = render2d::referenceLines(*active.overlay.dataSet, active.overlay.sliceIndex, *shown.instance,
                                                referenceLines == ReferenceLines::WithEnds);
        if (active.instance && link.kind != session::LinkKind::None)
            nextLinked =
                tools::linkedView(state, link, state.layout().active, *active.instance, view,
                                  [this](const session::ViewState &of) { return tools::shownStack(of, *images); });
    }
    const bool changes = nextCuts != cuts || nextLinked != linked;
    cuts = std::move(nextCuts);
    linked = std::move(nextLinked);
    return changes;
}

QString ViewportWidget::Private::linkText() const
{
    const session::ScrollLink &link = dispatcher.state().layout().link;
    if (link.kind == session::LinkKind::None || !shown.instance)
        return {};
    return linkNote(link.kind, linked ? &*linked : nullptr, shown.overlay.sliceIndex);
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
