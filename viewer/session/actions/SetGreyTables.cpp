#include "viewer/session/actions/SetGreyTables.h"

#include "viewer/session/actions/PresentationField.h"

namespace consilium::session
{

namespace
{
constexpr PresentationField<SetGreyTables, std::optional<GreyTables>> changed{
    &SetGreyTables::tables, &Presentation::tables, FieldKey::Kind::GreyTables};
}

std::vector<SetGreyTables> SetGreyTables::samples()
{
    const ViewId view(QStringLiteral("v1"));
    const DataSetId dataSet(QStringLiteral("1.2.3.9"));
    GreyTables both;
    both.voi = ValueTable{-24, 12, QByteArray::fromHex("0000ff0f0108"), 64.0, -0.5, QStringLiteral("骨 bone")};
    both.presentation = ValueTable{0, 10, QByteArray::fromHex("ff030000"), 1.0, 0.0, {}};
    GreyTables one;
    one.voi = ValueTable{7, 8, QByteArray::fromHex("ff00"), 1.0, 0.0, {}};
    GreyTables some = one;
    some.voi->isOfStored = true;
    some.images = {{SopInstanceUid(QStringLiteral("1.2.3.4")), 0}, {SopInstanceUid(QStringLiteral("1.2.3.4")), 2}};
    some.windows = {{Window{40.0, 400.5, VoiFunction::LinearExact}, {{SopInstanceUid(QStringLiteral("1.2.3.5")), 1}}}};
    return {{view, dataSet, both},
            {ViewId(QStringLiteral("v4")), dataSet, one},
            {view, dataSet, some},
            {view, dataSet, std::nullopt}};
}

Result<ViewerState> SetGreyTables::reduce(const ViewerState &state) const
{
    return changed.reduce(state, *this, checkGreyTables(tables));
}

std::optional<SetGreyTables> SetGreyTables::invert(const ViewerState &before) const
{
    return changed.invert(before, *this);
}

FieldKeys SetGreyTables::touches(const ViewerState &before) const
{
    return changed.touches(before, *this);
}

} // namespace consilium::session
