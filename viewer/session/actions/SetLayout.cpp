#include "viewer/session/actions/SetLayout.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

namespace
{

Layout layoutAfter(const SetLayout &action, const Layout &before)
{
    Layout after{action.rows, action.columns, before.active, before.link, before.look};
    if (action.active)
        after.active = *action.active;
    else if (!checkInsideLayout(after.active, after))
        after.active = Layout::viewAt(0);
    return after;
}

} // namespace

std::vector<SetLayout> SetLayout::samples()
{
    return {{2, 3, ViewId(QStringLiteral("v6"))}, {1, 1, std::nullopt}, {8, 8, std::nullopt}};
}

Result<ViewerState> SetLayout::reduce(const ViewerState &state) const
{
    const Layout after = layoutAfter(*this, state.layout());
    if (const Result<void> ok = checkLayout(after); !ok)
        return fail(ok.error());
    return after == state.layout() ? state : state.withLayout(after);
}

std::optional<SetLayout> SetLayout::invert(const ViewerState &before) const
{
    const Layout &old = before.layout();
    const Layout after = layoutAfter(*this, old);
    if (after == old)
        return std::nullopt;
    // The active view is named only when it changes: another participant may have chosen one in the meantime.
    return SetLayout{old.rows, old.columns, after.active == old.active ? std::nullopt : std::optional(old.active)};
}

FieldKeys SetLayout::touches(const ViewerState &before) const
{
    const Layout after = layoutAfter(*this, before.layout());
    FieldKeys keys;
    if (after.rows != before.layout().rows || after.columns != before.layout().columns)
        keys.push_back({FieldKey::Kind::Grid, {}});
    if (after.active != before.layout().active)
        keys.push_back({FieldKey::Kind::ActiveView, {}});
    return keys;
}

} // namespace consilium::session
