#include "viewer/session/actions/AddAnnotation.h"

#include "viewer/session/Validation.h"
#include "viewer/session/actions/RemoveAnnotation.h"

namespace consilium::session
{

std::vector<AddAnnotation> AddAnnotation::samples()
{
    Annotation length;
    length.id = AnnotationId(QStringLiteral("reader-1"));
    length.kind = AnnotationKind::Length;
    length.author = ActorId(QStringLiteral("reader"));
    length.dataSet = DataSetId(QStringLiteral("1.2.3.9"));
    length.sop = SopInstanceUid(QStringLiteral("1.2.3.9.4"));
    length.frame = 5;
    length.frameOfReference = FrameOfReferenceUid(QStringLiteral("1.2.3.4"));
    length.patientHandles = {{1.25, -0.0, 300.0}, {-1e-7, 2.0, 301.1}};

    Annotation text = length;
    text.id = AnnotationId(QStringLiteral("\u8bfb\u7247-2"));
    text.kind = AnnotationKind::Text;
    text.frame = 0;
    text.frameOfReference = {};
    text.patientHandles.clear();
    text.imageHandles = {{17.5, 3.0}};
    text.text = QStringLiteral("\u7ed3\u8282 \U0001FAC1\nline 2");

    Annotation probe = text;
    probe.id = AnnotationId(QStringLiteral("p"));
    probe.kind = AnnotationKind::Probe;
    probe.text.clear();

    Annotation key = probe;
    key.id = AnnotationId(QStringLiteral("reader-3"));
    key.kind = AnnotationKind::KeyImage;
    key.imageHandles.clear();
    key.text = QStringLiteral("113003");
    return {{length}, {text}, {probe}, {key}};
}

Result<ViewerState> AddAnnotation::reduce(const ViewerState &state) const
{
    if (const Result<void> ok = checkAnnotation(annotation); !ok)
        return fail(ok.error());
    if (state.annotations().find(annotation.id))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("the mark exists"));
    if (state.annotations().size() >= maxAnnotations)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("too many marks"));
    return state.withAnnotations(state.annotations().with(annotation));
}

std::optional<RemoveAnnotation> AddAnnotation::invert(const ViewerState &before) const
{
    if (before.annotations().find(annotation.id))
        return std::nullopt;
    return RemoveAnnotation{annotation.id};
}

FieldKeys AddAnnotation::touches(const ViewerState &before) const
{
    if (before.annotations().find(annotation.id))
        return {};
    return {{FieldKey::Kind::Mark, annotation.id.text()}};
}

} // namespace consilium::session
