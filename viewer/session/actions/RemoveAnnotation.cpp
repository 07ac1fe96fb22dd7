#include "viewer/session/actions/RemoveAnnotation.h"

#include "viewer/session/actions/AddAnnotation.h"

namespace consilium::session
{

std::vector<RemoveAnnotation> RemoveAnnotation::samples()
{
    return {{AnnotationId(QStringLiteral("reader-1"))}};
}

Result<ViewerState> RemoveAnnotation::reduce(const ViewerState &state) const
{
    if (!state.annotations().find(annotation))
        return fail(ErrorCode::NotFound, QStringLiteral("the mark does not exist"));
    return state.withAnnotations(state.annotations().without(annotation));
}

std::optional<AddAnnotation> RemoveAnnotation::invert(const ViewerState &before) const
{
    const Annotation *const old = before.annotations().find(annotation);
    return old ? std::optional(AddAnnotation{*old}) : std::nullopt;
}

FieldKeys RemoveAnnotation::touches(const ViewerState &before) const
{
    if (!before.annotations().find(annotation))
        return {};
    return {{FieldKey::Kind::Mark, annotation.text()}};
}

} // namespace consilium::session
