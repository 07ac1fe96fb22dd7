#include "viewer/session/actions/ShowPlane.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

std::vector<ShowPlane> ShowPlane::samples()
{
    const ImageRef image{SopInstanceUid(QStringLiteral("1.2.826.0.1.3680043.10.1.7")), 2};
    const SpatialPlane plane{FrameOfReferenceUid(QStringLiteral("1.2.3.4")), {1.5, -2.25, 1e-3}, {0.0, 0.6, 0.8}};
    return {{ViewId(QStringLiteral("v1")), image},
            {ViewId(QStringLiteral("v2")), plane},
            {ViewId(QStringLiteral("v1")), {}}};
}

Result<ViewerState> ShowPlane::reduce(const ViewerState &state) const
{
    if (const Result<void> ok = checkView(view); !ok)
        return fail(ok.error());
    if (const Result<void> ok = checkPlane(plane); !ok)
        return fail(ok.error());
    const ViewState &before = state.view(view);
    if (before.dataSet.isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("the view shows nothing"));
    ViewState after = before;
    after.plane = plane;
    return after == before ? state : state.withView(view, std::move(after));
}

std::optional<ShowPlane> ShowPlane::invert(const ViewerState &before) const
{
    const ViewState &old = before.view(view);
    if (old.plane == plane)
        return std::nullopt;
    return ShowPlane{view, old.plane};
}

FieldKeys ShowPlane::touches(const ViewerState &before) const
{
    if (before.view(view).plane == plane)
        return {};
    return {{FieldKey::Kind::Plane, view.text()}};
}

} // namespace consilium::session
