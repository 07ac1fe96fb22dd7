#include "viewer/session/actions/SetInverted.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

std::vector<SetInverted> SetInverted::samples()
{
    const DataSetId dataSet(QStringLiteral("1.2.3.9#2"));
    return {{ViewId(QStringLiteral("v1")), dataSet, true}, {ViewId(QStringLiteral("v1")), dataSet, false}};
}

Result<ViewerState> SetInverted::reduce(const ViewerState &state) const
{
    if (const Result<void> ok = checkView(view); !ok)
        return fail(ok.error());
    if (const Result<void> ok = checkName(dataSet.text(), "data set"); !ok)
        return fail(ok.error());
    const Presentation before = state.presentation(view, dataSet);
    Presentation after = before;
    after.inverted = inverted;
    if (after == before)
        return state;
    const PresentationKey key{view, dataSet};
    if (state.presentations().size() >= maxPresentations && !state.presentations().contains(key))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("too many presentations"));
    return state.withPresentation(key, after);
}

std::optional<SetInverted> SetInverted::invert(const ViewerState &before) const
{
    const Presentation old = before.presentation(view, dataSet);
    if (old.inverted == inverted)
        return std::nullopt;
    return SetInverted{view, dataSet, old.inverted};
}

FieldKeys SetInverted::touches(const ViewerState &before) const
{
    if (before.presentation(view, dataSet).inverted == inverted)
        return {};
    return {{FieldKey::Kind::Inverted, view.text() + QLatin1Char('/') + dataSet.text()}};
}

} // namespace consilium::session
