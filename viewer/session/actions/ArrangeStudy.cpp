#include "viewer/session/actions/ArrangeStudy.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

std::vector<ArrangeStudy> ArrangeStudy::samples()
{
    const StudyUid study(QStringLiteral("1.2.3"));
    const DataSetId base(QStringLiteral("1.2.3.9")), own(QStringLiteral("1.2.3.9#own_2")),
        other(QStringLiteral("1.2.3.8"));
    const ImageRef last{SopInstanceUid(QStringLiteral("1.2.3.9.10")), 0},
        first{SopInstanceUid(QStringLiteral("1.2.3.9.11")), 4};
    return {{study, {{base, {{base, {}, last}}}, {own, {{base, first, {}}}}}},
            {study, {{other, {{other, {}, {}}, {base, first, first}}}}},
            {study, {}}};
}

Result<ViewerState> ArrangeStudy::reduce(const ViewerState &state) const
{
    if (const Result<void> ok = checkArrangement(study, stacks); !ok)
        return fail(ok.error());
    if (state.arrangement(study) == stacks)
        return state;
    if (state.arrangements().size() >= maxArrangements && !state.arrangements().contains(study))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("too many arrangements"));
    return state.withArrangement(study, stacks);
}

std::optional<ArrangeStudy> ArrangeStudy::invert(const ViewerState &before) const
{
    Arrangement old = before.arrangement(study);
    if (old == stacks)
        return std::nullopt;
    return ArrangeStudy{study, std::move(old)};
}

FieldKeys ArrangeStudy::touches(const ViewerState &before) const
{
    if (before.arrangement(study) == stacks)
        return {};
    return {{FieldKey::Kind::Arrangement, study.text()}};
}

} // namespace consilium::session
