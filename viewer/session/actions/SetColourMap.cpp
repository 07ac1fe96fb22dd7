#include "viewer/session/actions/SetColourMap.h"

#include "viewer/session/actions/PresentationField.h"

namespace consilium::session
{

namespace
{
constexpr PresentationField<SetColourMap, ColourMap> changed{&SetColourMap::colourMap, &Presentation::colourMap,
                                                             FieldKey::Kind::ColourMap};
}

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
    return changed.reduce(state, *this, checkColourMap(colourMap));
}

std::optional<SetColourMap> SetColourMap::invert(const ViewerState &before) const
{
    return changed.invert(before, *this);
}

FieldKeys SetColourMap::touches(const ViewerState &before) const
{
    return changed.touches(before, *this);
}

} // namespace consilium::session
