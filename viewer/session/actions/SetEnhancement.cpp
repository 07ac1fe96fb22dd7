#include "viewer/session/actions/SetEnhancement.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

std::vector<SetEnhancement> SetEnhancement::samples()
{
    const ViewId view(QStringLiteral("v1"));
    const DataSetId dataSet(QStringLiteral("1.2.3.9"));
    return {{view, dataSet, Enhancement{EnhancementKind::Edge, 3}},
            {ViewId(QStringLiteral("v4")), dataSet, Enhancement{EnhancementKind::LocalContrast, 1}},
            {view, dataSet, std::nullopt}};
}

Result<ViewerState> SetEnhancement::reduce(const ViewerState &state) const
{
    if (const Result<void> ok = checkView(view); !ok)
        return fail(ok.error());
    if (const Result<void> ok = checkName(dataSet.text(), "data set"); !ok)
        return fail(ok.error());
    if (const Result<void> ok = checkEnhancement(enhancement); !ok)
        return fail(ok.error());
    const Presentation before = state.presentation(view, dataSet);
    Presentation after = before;
    after.enhancement = enhancement;
    if (after == before)
        return state;
    const PresentationKey key{view, dataSet};
    if (state.presentations().size() >= maxPresentations && !state.presentations().contains(key))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("too many presentations"));
    return state.withPresentation(key, after);
}

std::optional<SetEnhancement> SetEnhancement::invert(const ViewerState &before) const
{
    const Presentation old = before.presentation(view, dataSet);
    if (old.enhancement == enhancement)
        return std::nullopt;
    return SetEnhancement{view, dataSet, old.enhancement};
}

FieldKeys SetEnhancement::touches(const ViewerState &before) const
{
    if (before.presentation(view, dataSet).enhancement == enhancement)
        return {};
    return {{FieldKey::Kind::Enhancement, view.text() + QLatin1Char('/') + dataSet.text()}};
}

} // namespace consilium::session
