#include "viewer/session/actions/MovePointer.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

std::vector<MovePointer> MovePointer::samples()
{
    return {{ViewId(QStringLiteral("v1")), std::variant<PatientPoint, ImagePoint>(PatientPoint{0.1, 20.0, -300.0})},
            {ViewId(QStringLiteral("v2")), std::variant<PatientPoint, ImagePoint>(ImagePoint{100.0, 0.0})},
            {ViewId(QStringLiteral("v1")), std::nullopt}};
}

Result<ViewerState> MovePointer::reduce(const ViewerState &state) const
{
    if (const Result<void> ok = checkView(view); !ok)
        return fail(ok.error());
    if (at) {
        if (const Result<void> ok = std::visit([](const auto &point) { return checkPoint(point); }, *at); !ok)
            return fail(ok.error());
    }
    return state;
}

std::optional<MovePointer> MovePointer::invert(const ViewerState &) const
{
    return std::nullopt;
}

FieldKeys MovePointer::touches(const ViewerState &) const
{
    return {};
}

} // namespace consilium::session
