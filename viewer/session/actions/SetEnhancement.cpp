#include "viewer/session/actions/SetEnhancement.h"

#include "viewer/session/actions/PresentationField.h"

namespace consilium::session
{

namespace
{
constexpr PresentationField<SetEnhancement, std::optional<Enhancement>> changed{
    &SetEnhancement::enhancement, &Presentation::enhancement, FieldKey::Kind::Enhancement};
}

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
    return changed.reduce(state, *this, checkEnhancement(enhancement));
}

std::optional<SetEnhancement> SetEnhancement::invert(const ViewerState &before) const
{
    return changed.invert(before, *this);
}

FieldKeys SetEnhancement::touches(const ViewerState &before) const
{
    return changed.touches(before, *this);
}

} // namespace consilium::session
