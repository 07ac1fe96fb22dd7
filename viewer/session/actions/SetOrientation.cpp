#include "viewer/session/actions/SetOrientation.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

std::vector<SetOrientation> SetOrientation::samples()
{
    return {{ViewId(QStringLiteral("v1")), Orientation{270.0, true}},
            {ViewId(QStringLiteral("v1")), Orientation{-33.3, false}},
            {ViewId(QStringLiteral("v2")), Orientation{}}};
}

Result<ViewerState> SetOrientation::reduce(const ViewerState &state) const
{
    if (const Result<void> ok = checkView(view); !ok)
        return fail(ok.error());
    if (const Result<void> ok = checkOrientation(orientation); !ok)
        return fail(ok.error());
    const ViewState &before = state.view(view);
    if (before.dataSet.isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("the view shows nothing"));
    ViewState after = before;
    after.orientation = normalised(orientation);
    return after == before ? state : state.withView(view, std::move(after));
}

std::optional<SetOrientation> SetOrientation::invert(const ViewerState &before) const
{
    const ViewState &old = before.view(view);
    if (old.orientation == normalised(orientation))
        return std::nullopt;
    return SetOrientation{view, old.orientation};
}

FieldKeys SetOrientation::touches(const ViewerState &before) const
{
    if (before.view(view).orientation == normalised(orientation))
        return {};
    return {{FieldKey::Kind::Orientation, view.text()}};
}

} // namespace consilium::session
