#include "viewer/session/actions/SetInverted.h"

#include "viewer/session/actions/PresentationField.h"

namespace consilium::session
{

namespace
{
constexpr PresentationField<SetInverted, bool> changed{&SetInverted::inverted, &Presentation::inverted,
                                                       FieldKey::Kind::Inverted};
}

std::vector<SetInverted> SetInverted::samples()
{
    const DataSetId dataSet(QStringLiteral("1.2.3.9#2"));
    return {{ViewId(QStringLiteral("v1")), dataSet, true}, {ViewId(QStringLiteral("v1")), dataSet, false}};
}

Result<ViewerState> SetInverted::reduce(const ViewerState &state) const
{
    return changed.reduce(state, *this, {});
}

std::optional<SetInverted> SetInverted::invert(const ViewerState &before) const
{
    return changed.invert(before, *this);
}

FieldKeys SetInverted::touches(const ViewerState &before) const
{
    return changed.touches(before, *this);
}

} // namespace consilium::session
