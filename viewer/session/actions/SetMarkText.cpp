#include "viewer/session/actions/SetMarkText.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

std::vector<SetMarkText> SetMarkText::samples()
{
    return {{AnnotationId(QStringLiteral("reader-1")), QStringLiteral("\u7ed3\u8282 8 mm")},
            {AnnotationId(QStringLiteral("p")), QString()}};
}

Result<ViewerState> SetMarkText::reduce(const ViewerState &state) const
{
    const Annotation *const mark = state.annotations().find(annotation);
    if (!mark)
        return fail(ErrorCode::NotFound, QStringLiteral("the mark does not exist"));
    if (mark->text == text)
        return state;
    Annotation changed = *mark;
    changed.text = text;
    if (const Result<void> ok = checkAnnotation(changed); !ok)
        return fail(ok.error());
    return state.withAnnotations(state.annotations().with(std::move(changed)));
}

std::optional<SetMarkText> SetMarkText::invert(const ViewerState &before) const
{
    const Annotation *const mark = before.annotations().find(annotation);
    return mark && mark->text != text ? std::optional(SetMarkText{annotation, mark->text}) : std::nullopt;
}

FieldKeys SetMarkText::touches(const ViewerState &before) const
{
    if (!invert(before))
        return {};
    return {{FieldKey::Kind::Mark, annotation.text(), FieldKey::markText}};
}

} // namespace consilium::session
