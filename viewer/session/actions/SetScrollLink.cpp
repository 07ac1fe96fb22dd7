#include "viewer/session/actions/SetScrollLink.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

std::vector<SetScrollLink> SetScrollLink::samples()
{
    const LinkAnchor first{ViewId(QStringLiteral("v1")), DataSetId(QStringLiteral("1.2.3.9#2")), {1.5, -2.25, 1e-3}};
    const LinkAnchor second{ViewId(QStringLiteral("v4")), DataSetId(QStringLiteral("1.2.3.8")), {0.0, 0.0, -512.75}};
    return {{{LinkKind::Position, {}}}, {{LinkKind::Offset, {first, second}}}, {{}}};
}

Result<ViewerState> SetScrollLink::reduce(const ViewerState &state) const
{
    if (const Result<void> ok = checkScrollLink(link); !ok)
        return fail(ok.error());
    if (state.layout().link == link)
        return state;
    Layout layout = state.layout();
    layout.link = link;
    return state.withLayout(std::move(layout));
}

std::optional<SetScrollLink> SetScrollLink::invert(const ViewerState &before) const
{
    if (before.layout().link == link)
        return std::nullopt;
    return SetScrollLink{before.layout().link};
}

FieldKeys SetScrollLink::touches(const ViewerState &before) const
{
    if (before.layout().link == link)
        return {};
    return {{FieldKey::Kind::ScrollLink, {}}};
}

} // namespace consilium::session
