#pragma once
#include "base/Geometry.h"

namespace consilium
{

/// A rotation and then a shift, from one patient coordinate system to another: p' = R p + translation. No scale and no
/// mirror: lengths and sides stay. R is that of the unit quaternion (versor, w), w = sqrt(1 - |versor|^2) >= 0, so that
/// each rotation is written in one way (but for half turns).
struct RigidTransform {
    PatientVector versor;      ///< sin(half of the angle) times the axis; at most 1 long
    PatientVector translation; ///< mm
    bool operator==(const RigidTransform &) const = default;

    [[nodiscard]] double angleDeg() const; ///< 0 to 180
    [[nodiscard]] PatientVector rotated(PatientVector direction) const;
    [[nodiscard]] PatientPoint mapped(PatientPoint point) const;
    [[nodiscard]] RigidTransform inverse() const;
};

} // namespace consilium
