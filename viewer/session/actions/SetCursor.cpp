#include "viewer/session/actions/SetCursor.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

std::vector<SetCursor> SetCursor::samples()
{
    const SpaceCursor cursor{ViewId(QStringLiteral("v2")),
                             StudyUid(QStringLiteral("1.2.3")),
                             DataSetId(QStringLiteral("1.2.3.9#2")),
                             FrameOfReferenceUid(QStringLiteral("1.2.3.4")),
                             {1.5, -2.25, 1e-3}};
    return {{cursor}, {std::nullopt}};
}

Result<ViewerState> SetCursor::reduce(const ViewerState &state) const
{
    if (cursor) {
        if (const Result<void> ok = checkCursor(*cursor); !ok)
            return fail(ok.error());
    }
    return state.cursor() == cursor ? state : state.withCursor(cursor);
}

std::optional<SetCursor> SetCursor::invert(const ViewerState &before) const
{
    if (before.cursor() == cursor)
        return std::nullopt;
    return SetCursor{before.cursor()};
}

FieldKeys SetCursor::touches(const ViewerState &before) const
{
    if (before.cursor() == cursor)
        return {};
    return {{FieldKey::Kind::Cursor, {}}};
}

} // namespace consilium::session
