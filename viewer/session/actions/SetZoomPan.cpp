#include "viewer/session/actions/SetZoomPan.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

std::vector<SetZoomPan> SetZoomPan::samples()
{
    return {{ViewId(QStringLiteral("v1")), ZoomPan{SpanUnit::Millimetres, 123.456, -7.5, 0.125}},
            {ViewId(QStringLiteral("v2")), ZoomPan{SpanUnit::ImagePixels, 512.0, 0.0, 0.0}},
            {ViewId(QStringLiteral("v1")), std::nullopt}};
}

Result<ViewerState> SetZoomPan::reduce(const ViewerState &state) const
{
    if (const Result<void> ok = checkView(view); !ok)
        return fail(ok.error());
    if (const Result<void> ok = checkZoomPan(zoomPan); !ok)
        return fail(ok.error());
    const ViewState &before = state.view(view);
    if (before.dataSet.isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("the view shows nothing"));
    ViewState after = before;
    after.zoomPan = zoomPan;
    return after == before ? state : state.withView(view, std::move(after));
}

std::optional<SetZoomPan> SetZoomPan::invert(const ViewerState &before) const
{
    const ViewState &old = before.view(view);
    if (old.zoomPan == zoomPan)
        return std::nullopt;
    return SetZoomPan{view, old.zoomPan};
}

FieldKeys SetZoomPan::touches(const ViewerState &before) const
{
    if (before.view(view).zoomPan == zoomPan)
        return {};
    return {{FieldKey::Kind::ZoomPan, view.text()}};
}

} // namespace consilium::session
