#include "viewer/session/actions/SetFusion.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

std::vector<SetFusion> SetFusion::samples()
{
    const Fusion fusion{
        StudyUid(QStringLiteral("1.2.3")), DataSetId(QStringLiteral("1.2.3.9#2")),     0.75, ColourMap::HotMetalBlue,
        FusionScale::SuvBodyWeight,        Window{3.0, 6.0, VoiFunction::LinearExact}, 1.25};
    return {{ViewId(QStringLiteral("v2")), fusion}, {ViewId(QStringLiteral("v1")), std::nullopt}};
}

Result<ViewerState> SetFusion::reduce(const ViewerState &state) const
{
    if (const Result<void> ok = checkView(view); !ok)
        return fail(ok.error());
    if (const Result<void> ok = checkFusion(fusion); !ok)
        return fail(ok.error());
    const ViewState &before = state.view(view);
    if (before.dataSet.isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("the view shows nothing"));
    ViewState after = before;
    after.fusion = fusion;
    return after == before ? state : state.withView(view, std::move(after));
}

std::optional<SetFusion> SetFusion::invert(const ViewerState &before) const
{
    const ViewState &old = before.view(view);
    if (old.fusion == fusion)
        return std::nullopt;
    return SetFusion{view, old.fusion};
}

FieldKeys SetFusion::touches(const ViewerState &before) const
{
    if (before.view(view).fusion == fusion)
        return {};
    return {{FieldKey::Kind::Fusion, view.text()}};
}

} // namespace consilium::session
