#include "viewer/session/actions/SetHandles.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

std::vector<SetHandles> SetHandles::samples()
{
    return {{AnnotationId(QStringLiteral("reader-1")), {{1.5, -2.0, 300.0}, {0.25, 2.0, 301.5}}, {}},
            {AnnotationId(QStringLiteral("p")), {}, {{17.25, -0.5}}}};
}

Result<ViewerState> SetHandles::reduce(const ViewerState &state) const
{
    const Annotation *const mark = state.annotations().find(annotation);
    if (!mark)
        return fail(ErrorCode::NotFound, QStringLiteral("the mark does not exist"));
    if (mark->patientHandles.empty() != patientHandles.empty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("the mark has handles of the other kind"));
    Annotation changed = *mark;
    changed.patientHandles = patientHandles;
    changed.imageHandles = imageHandles;
    if (const Result<void> ok = checkAnnotation(changed); !ok)
        return fail(ok.error());
    if (changed == *mark)
        return state;
    return state.withAnnotations(state.annotations().with(std::move(changed)));
}

std::optional<SetHandles> SetHandles::invert(const ViewerState &before) const
{
    const Annotation *const mark = before.annotations().find(annotation);
    if (!mark || (mark->patientHandles == patientHandles && mark->imageHandles == imageHandles))
        return std::nullopt;
    return SetHandles{annotation, mark->patientHandles, mark->imageHandles};
}

FieldKeys SetHandles::touches(const ViewerState &before) const
{
    if (!invert(before))
        return {};
    // All of the mark: whoever moves one handle of it meanwhile means another shape.
    return {{FieldKey::Kind::Mark, annotation.text()}};
}

} // namespace consilium::session
