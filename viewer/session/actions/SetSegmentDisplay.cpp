#include "viewer/session/actions/SetSegmentDisplay.h"

#include "viewer/session/Validation.h"

#include <algorithm>

namespace consilium::session
{

std::vector<SetSegmentDisplay> SetSegmentDisplay::samples()
{
    const ViewId view(QStringLiteral("v1"));
    const SopInstanceUid object(QStringLiteral("1.2.3.66.4"));
    return {{view, object, 3, false, 0.75}, {view, object, 1, true, 0.0}, {view, object, 2, true, 1.0}};
}

Result<ViewerState> SetSegmentDisplay::reduce(const ViewerState &state) const
{
    for (const Result<void> &ok : {checkView(view), checkName(object.text(), "object"), checkSegment(wanted())}) {
        if (!ok)
            return fail(ok.error());
    }
    SegmentationDisplay display = state.segmentation(view, object);
    if (display.of(segment) == wanted())
        return state;
    const auto at = std::lower_bound(display.segments.begin(), display.segments.end(), segment,
                                     [](const SegmentDisplay &s, int n) { return s.number < n; });
    if (at != display.segments.end() && at->number == segment)
        *at = wanted();
    else
        display.segments.insert(at, wanted());
    const SegmentationKey key{view, object};
    const bool isNew = !state.segmentations().contains(key);
    if (display.segments.size() > maxSegments || (isNew && state.segmentations().size() >= maxSegmentations))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("too many segments"));
    return state.withSegmentation(key, std::move(display));
}

std::optional<SetSegmentDisplay> SetSegmentDisplay::invert(const ViewerState &before) const
{
    const SegmentDisplay old = before.segmentation(view, object).of(segment);
    if (old == wanted())
        return std::nullopt;
    return SetSegmentDisplay{view, object, segment, old.visible, old.opacity};
}

FieldKeys SetSegmentDisplay::touches(const ViewerState &before) const
{
    if (before.segmentation(view, object).of(segment) == wanted())
        return {};
    return {{FieldKey::Kind::Segment, view.text() + QLatin1Char('/') + object.text(), segment}};
}

} // namespace consilium::session
