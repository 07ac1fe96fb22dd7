#include "viewer/session/actions/SetShutter.h"

#include "viewer/session/actions/PresentationField.h"

namespace consilium::session
{

namespace
{
constexpr PresentationField<SetShutter, std::optional<DisplayShutter>> changed{
    &SetShutter::shutter, &Presentation::shutter, FieldKey::Kind::Shutter};
}

std::vector<SetShutter> SetShutter::samples()
{
    const ViewId view(QStringLiteral("v1"));
    const DataSetId dataSet(QStringLiteral("1.2.3.9"));
    DisplayShutter all;
    all.rectangle = ShutterRectangle{10, 400, -5, 300};
    all.circle = ShutterCircle{{120.5, 80.25}, 77.5};
    all.polygon = {{1.0, 2.0}, {300.0, 2.5}, {150.0, 250.0}};
    all.grey = 128;
    DisplayShutter circle;
    circle.circle = ShutterCircle{{10.0, 20.0}, 5.0};
    circle.images = {{SopInstanceUid(QStringLiteral("1.2.3.4")), 0}, {SopInstanceUid(QStringLiteral("1.2.3.5")), 3}};
    return {{view, dataSet, all}, {ViewId(QStringLiteral("v4")), dataSet, circle}, {view, dataSet, std::nullopt}};
}

Result<ViewerState> SetShutter::reduce(const ViewerState &state) const
{
    return changed.reduce(state, *this, checkShutter(shutter));
}

std::optional<SetShutter> SetShutter::invert(const ViewerState &before) const
{
    return changed.invert(before, *this);
}

FieldKeys SetShutter::touches(const ViewerState &before) const
{
    return changed.touches(before, *this);
}

} // namespace consilium::session
