#include "viewer/session/actions/SetLookLink.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

std::vector<SetLookLink> SetLookLink::samples()
{
    return {{{true, false, false, false}}, {{false, true, true, true}}, {{}}};
}

Result<ViewerState> SetLookLink::reduce(const ViewerState &state) const
{
    if (state.layout().look == look)
        return state;
    Layout layout = state.layout();
    layout.look = look;
    return state.withLayout(std::move(layout));
}

std::optional<SetLookLink> SetLookLink::invert(const ViewerState &before) const
{
    if (before.layout().look == look)
        return std::nullopt;
    return SetLookLink{before.layout().look};
}

FieldKeys SetLookLink::touches(const ViewerState &before) const
{
    if (before.layout().look == look)
        return {};
    return {{FieldKey::Kind::LookLink, {}}};
}

} // namespace consilium::session
