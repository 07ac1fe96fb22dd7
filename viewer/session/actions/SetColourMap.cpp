#include "viewer/session/actions/SetColourMap.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

std::vector<SetColourMap> SetColourMap::samples()
{
    const ViewId view(QStringLiteral("v1"));
    const DataSetId dataSet(QStringLiteral("1.2.3.9"));
    return {{view, dataSet, ColourMap::HotMetalBlue},
            {ViewId(QStringLiteral("v4")), dataSet, ColourMap::Rainbow},
            {view, dataSet, ColourMap::Grey}};
}

Result<ViewerState> SetColourMap::reduce(const ViewerState &state) const
{
    if (const Result<void> ok = checkView(view); !ok)
        return fail(ok.error());
    if (const Result<void> ok = checkName(dataSet.text(), "data set"); !ok)
        return fail(ok.error());
    if (const Result<void> ok = checkColourMap(colourMap); !ok)
        return fail(ok.error());
    const Presentation before = state.presentation(view, dataSet);
    Presentation after = before;
    after.colourMap = colourMap;
    if (after == before)
        return state;
    const PresentationKey key{view, dataSet};
    if (state.presentations().size() >= maxPresentations && !state.presentations().contains(key))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("too many presentations"));
    return state.withPresentation(key, after);
}

std::optional<SetColourMap> SetColourMap::invert(const ViewerState &before) const
{
    const Presentation old = before.presentation(view, dataSet);
    if (old.colourMap == colourMap)
        return std::nullopt;
    return SetColourMap{view, dataSet, old.colourMap};
}

FieldKeys SetColourMap::touches(const ViewerState &before) const
{
    if (before.presentation(view, dataSet).colourMap == colourMap)
        return {};
    return {{FieldKey::Kind::ColourMap, view.text() + QLatin1Char('/') + dataSet.text()}};
}

} // namespace consilium::session
