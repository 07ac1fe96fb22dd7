#include "viewer/session/actions/PlaceLabel.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

namespace
{

std::optional<std::variant<PatientPoint, ImagePoint>> placeOf(const Annotation &mark)
{
    if (mark.labelInPatient)
        return *mark.labelInPatient;
    if (mark.labelInImage)
        return *mark.labelInImage;
    return std::nullopt;
}

} // namespace

std::vector<PlaceLabel> PlaceLabel::samples()
{
    return {{AnnotationId(QStringLiteral("reader-1")), PatientPoint{10.5, -2.0, 300.0}},
            {AnnotationId(QStringLiteral("p")), ImagePoint{40.0, 12.5}},
            {AnnotationId(QStringLiteral("p")), std::nullopt}};
}

Result<ViewerState> PlaceLabel::reduce(const ViewerState &state) const
{
    const Annotation *const mark = state.annotations().find(annotation);
    if (!mark)
        return fail(ErrorCode::NotFound, QStringLiteral("the mark does not exist"));
    Annotation changed = *mark;
    changed.labelInPatient.reset();
    changed.labelInImage.reset();
    if (to) {
        if (const auto *const point = std::get_if<PatientPoint>(&*to))
            changed.labelInPatient = *point;
        else
            changed.labelInImage = std::get<ImagePoint>(*to);
    }
    if (const Result<void> ok = checkAnnotation(changed); !ok)
        return fail(ok.error());
    if (changed == *mark)
        return state;
    return state.withAnnotations(state.annotations().with(std::move(changed)));
}

std::optional<PlaceLabel> PlaceLabel::invert(const ViewerState &before) const
{
    const Annotation *const mark = before.annotations().find(annotation);
    if (!mark || placeOf(*mark) == to)
        return std::nullopt;
    return PlaceLabel{annotation, placeOf(*mark)};
}

FieldKeys PlaceLabel::touches(const ViewerState &before) const
{
    if (!invert(before))
        return {};
    return {{FieldKey::Kind::Mark, annotation.text(), FieldKey::markLabel}};
}

} // namespace consilium::session
