#include "viewer/session/actions/SetAlignment.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

namespace
{

std::optional<RigidTransform> known(const ViewerState &state, const SetAlignment &action)
{
    const auto found = state.alignments().find({action.from, action.to});
    return found == state.alignments().end() ? std::nullopt : std::optional(found->second);
}

} // namespace

std::vector<SetAlignment> SetAlignment::samples()
{
    const FrameOfReferenceUid from(QStringLiteral("1.2.3.4")), to(QStringLiteral("1.2.3.5"));
    return {{from, to, RigidTransform{{0.0, 0.6, -0.1}, {12.5, -300.25, 1e-3}}}, {from, to, std::nullopt}};
}

Result<ViewerState> SetAlignment::reduce(const ViewerState &state) const
{
    if (const Result<void> ok = checkAlignment({from, to}, transform); !ok)
        return fail(ok.error());
    if (known(state, *this) == transform)
        return state;
    if (transform && !known(state, *this) && state.alignments().size() >= maxAlignments)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("too many alignments"));
    return state.withAlignment({from, to}, transform);
}

std::optional<SetAlignment> SetAlignment::invert(const ViewerState &before) const
{
    const auto now = known(before, *this);
    if (now == transform)
        return std::nullopt;
    return SetAlignment{from, to, now};
}

FieldKeys SetAlignment::touches(const ViewerState &before) const
{
    if (known(before, *this) == transform)
        return {};
    return {{FieldKey::Kind::Alignment, from.text() + QLatin1Char('|') + to.text()}};
}

SetAlignment alignmentOf(const FrameOfReferenceUid &from, const FrameOfReferenceUid &to,
                         const std::optional<RigidTransform> &transform)
{
    if (from < to)
        return {from, to, transform};
    return {to, from, transform ? std::optional(transform->inverse()) : std::nullopt};
}

} // namespace consilium::session
