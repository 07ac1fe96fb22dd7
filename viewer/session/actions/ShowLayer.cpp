#include "viewer/session/actions/ShowLayer.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

namespace
{

bool isShown(const ViewerState &state, const ShowLayer &action)
{
    return !state.hiddenLayers().contains({action.object, action.layer});
}

} // namespace

std::vector<ShowLayer> ShowLayer::samples()
{
    const SopInstanceUid object(QStringLiteral("1.2.3.11.1"));
    return {{object, QStringLiteral("CAD FINDINGS"), false}, {object, QStringLiteral("TEXTS"), true}};
}

Result<ViewerState> ShowLayer::reduce(const ViewerState &state) const
{
    if (const Result<void> ok = checkLayer({object, layer}); !ok)
        return fail(ok.error());
    if (isShown(state, *this) == shown)
        return state;
    if (!shown && state.hiddenLayers().size() >= maxHiddenLayers)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("too many hidden layers"));
    return state.withLayer({object, layer}, shown);
}

std::optional<ShowLayer> ShowLayer::invert(const ViewerState &before) const
{
    if (isShown(before, *this) == shown)
        return std::nullopt;
    return ShowLayer{object, layer, !shown};
}

FieldKeys ShowLayer::touches(const ViewerState &before) const
{
    if (isShown(before, *this) == shown)
        return {};
    return {{FieldKey::Kind::Layer, object.text() + QLatin1Char('/') + layer}};
}

} // namespace consilium::session
