#include "viewer/session/actions/SetSlab.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

std::vector<SetSlab> SetSlab::samples()
{
    return {{ViewId(QStringLiteral("v1")), Slab{SlabMode::Maximum, 10.0}},
            {ViewId(QStringLiteral("v2")), Slab{SlabMode::Minimum, 7.25}},
            {ViewId(QStringLiteral("v1")), std::nullopt}};
}

Result<ViewerState> SetSlab::reduce(const ViewerState &state) const
{
    if (const Result<void> ok = checkView(view); !ok)
        return fail(ok.error());
    if (const Result<void> ok = checkSlab(slab); !ok)
        return fail(ok.error());
    const ViewState &before = state.view(view);
    if (before.dataSet.isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("the view shows nothing"));
    ViewState after = before;
    after.slab = slab;
    return after == before ? state : state.withView(view, std::move(after));
}

std::optional<SetSlab> SetSlab::invert(const ViewerState &before) const
{
    const ViewState &old = before.view(view);
    if (old.slab == slab)
        return std::nullopt;
    return SetSlab{view, old.slab};
}

FieldKeys SetSlab::touches(const ViewerState &before) const
{
    if (before.view(view).slab == slab)
        return {};
    return {{FieldKey::Kind::Slab, view.text()}};
}

} // namespace consilium::session
