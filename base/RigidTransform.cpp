#include "base/RigidTransform.h"

#include <algorithm>
#include <numbers>

namespace consilium
{

double RigidTransform::angleDeg() const
{
    return 2.0 * std::asin(std::min(1.0, versor.length())) * 180.0 / std::numbers::pi;
}

PatientVector RigidTransform::rotated(PatientVector direction) const
{
    // v' = v + 2 w (q x v) + 2 q x (q x v), the rotation by a unit quaternion (q, w).
    const double w = std::sqrt(std::max(0.0, 1.0 - versor.dot(versor)));
    const PatientVector across = versor.cross(direction) * 2.0;
    return direction + across * w + versor.cross(across);
}

PatientPoint RigidTransform::mapped(PatientPoint point) const
{
    return PatientPoint{} + rotated(point - PatientPoint{}) + translation;
}

RigidTransform RigidTransform::inverse() const
{
    RigidTransform back{-versor, {}};
    back.translation = -back.rotated(translation);
    return back;
}

} // namespace consilium
