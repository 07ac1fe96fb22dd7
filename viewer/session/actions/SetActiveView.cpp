#include "viewer/session/actions/SetActiveView.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

std::vector<SetActiveView> SetActiveView::samples()
{
    return {{ViewId(QStringLiteral("v1"))}, {ViewId(QStringLiteral("v4"))}};
}

Result<ViewerState> SetActiveView::reduce(const ViewerState &state) const
{
    if (const Result<void> ok = checkInsideLayout(view, state.layout()); !ok)
        return fail(ok.error());
    if (state.layout().active == view)
        return state;
    Layout layout = state.layout();
    layout.active = view;
    return state.withLayout(std::move(layout));
}

std::optional<SetActiveView> SetActiveView::invert(const ViewerState &before) const
{
    if (before.layout().active == view)
        return std::nullopt;
    return SetActiveView{before.layout().active};
}

FieldKeys SetActiveView::touches(const ViewerState &before) const
{
    if (before.layout().active == view)
        return {};
    return {{FieldKey::Kind::ActiveView, {}}};
}

} // namespace consilium::session
