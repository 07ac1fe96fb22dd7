#include "viewer/session/actions/ShowSegmentation.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

std::vector<ShowSegmentation> ShowSegmentation::samples()
{
    const SopInstanceUid object(QStringLiteral("1.2.3.66.4"));
    return {{ViewId(QStringLiteral("v1")), object, true}, {ViewId(QStringLiteral("v3")), object, false}};
}

Result<ViewerState> ShowSegmentation::reduce(const ViewerState &state) const
{
    if (const Result<void> ok = checkView(view); !ok)
        return fail(ok.error());
    if (const Result<void> ok = checkName(object.text(), "object"); !ok)
        return fail(ok.error());
    SegmentationDisplay display = state.segmentation(view, object);
    if (display.shown == shown)
        return state;
    display.shown = shown;
    const SegmentationKey key{view, object};
    if (state.segmentations().size() >= maxSegmentations && !state.segmentations().contains(key))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("too many segmentations"));
    return state.withSegmentation(key, std::move(display));
}

std::optional<ShowSegmentation> ShowSegmentation::invert(const ViewerState &before) const
{
    if (before.segmentation(view, object).shown == shown)
        return std::nullopt;
    return ShowSegmentation{view, object, !shown};
}

FieldKeys ShowSegmentation::touches(const ViewerState &before) const
{
    if (before.segmentation(view, object).shown == shown)
        return {};
    return {{FieldKey::Kind::Segmentation, view.text() + QLatin1Char('/') + object.text()}};
}

} // namespace consilium::session
