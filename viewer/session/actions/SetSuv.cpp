#include "viewer/session/actions/SetSuv.h"

#include "viewer/session/actions/PresentationField.h"

namespace consilium::session
{

namespace
{
constexpr PresentationField<SetSuv, Suv> changed{&SetSuv::suv, &Presentation::suv, FieldKey::Kind::Suv};
}

std::vector<SetSuv> SetSuv::samples()
{
    const ViewId view(QStringLiteral("v1"));
    const DataSetId dataSet(QStringLiteral("1.2.3.9"));
    return {{view, dataSet, Suv::LeanJames},
            {ViewId(QStringLiteral("v4")), dataSet, Suv::BodySurface},
            {view, dataSet, Suv::BodyWeight}};
}

Result<ViewerState> SetSuv::reduce(const ViewerState &state) const
{
    return changed.reduce(state, *this, checkSuv(suv));
}

std::optional<SetSuv> SetSuv::invert(const ViewerState &before) const
{
    return changed.invert(before, *this);
}

FieldKeys SetSuv::touches(const ViewerState &before) const
{
    return changed.touches(before, *this);
}

} // namespace consilium::session
