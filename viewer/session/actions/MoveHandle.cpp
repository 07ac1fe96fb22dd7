#include "viewer/session/actions/MoveHandle.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

namespace
{

/// Where the handle is now; nullopt when there is no such mark or handle.
std::optional<std::variant<PatientPoint, ImagePoint>> handleOf(const ViewerState &state, const MoveHandle &action)
{
    const Annotation *const mark = state.annotations().find(action.annotation);
    if (!mark || action.handle < 0)
        return std::nullopt;
    const auto index = static_cast<std::size_t>(action.handle);
    if (index < mark->patientHandles.size())
        return mark->patientHandles[index];
    if (index < mark->imageHandles.size())
        return mark->imageHandles[index];
    return std::nullopt;
}

} // namespace

std::vector<MoveHandle> MoveHandle::samples()
{
    return {{AnnotationId(QStringLiteral("reader-1")), 1, PatientPoint{1.0, -2.0, 3.125}},
            {AnnotationId(QStringLiteral("p")), 0, ImagePoint{-0.5, 511.25}}};
}

Result<ViewerState> MoveHandle::reduce(const ViewerState &state) const
{
    const Annotation *const mark = state.annotations().find(annotation);
    if (!mark)
        return fail(ErrorCode::NotFound, QStringLiteral("the mark does not exist"));
    const auto current = handleOf(state, *this);
    if (!current)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("the mark has no such handle"));
    if (current->index() != to.index())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("the mark has handles of the other kind"));
    if (const Result<void> ok = std::visit([](const auto &point) { return checkPoint(point); }, to); !ok)
        return fail(ok.error());
    if (*current == to)
        return state;
    Annotation moved = *mark;
    const auto index = static_cast<std::size_t>(handle);
    if (const auto *const point = std::get_if<PatientPoint>(&to))
        moved.patientHandles[index] = *point;
    else
        moved.imageHandles[index] = std::get<ImagePoint>(to);
    return state.withAnnotations(state.annotations().with(std::move(moved)));
}

std::optional<MoveHandle> MoveHandle::invert(const ViewerState &before) const
{
    const auto current = handleOf(before, *this);
    if (!current || *current == to)
        return std::nullopt;
    return MoveHandle{annotation, handle, *current};
}

FieldKeys MoveHandle::touches(const ViewerState &before) const
{
    const auto current = handleOf(before, *this);
    if (!current || *current == to)
        return {};
    return {{FieldKey::Kind::Mark, annotation.text(), handle}};
}

} // namespace consilium::session
