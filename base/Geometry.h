#pragma once
#include <cmath>

namespace consilium
{

/// A displacement in the patient coordinate system, mm. +x left, +y posterior, +z head (DICOM PS3.3 C.7.6.2.1.1).
struct PatientVector {
    double x = 0.0, y = 0.0, z = 0.0;

    [[nodiscard]] double dot(const PatientVector &o) const { return x * o.x + y * o.y + z * o.z; }
    [[nodiscard]] PatientVector cross(const PatientVector &o) const
    {
        return {y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x};
    }
    [[nodiscard]] double length() const { return std::sqrt(dot(*this)); }
    [[nodiscard]] PatientVector normalised() const
    {
        const double l = length();
        return l > 0.0 ? PatientVector{x / l, y / l, z / l} : *this;
    }
    friend PatientVector operator+(PatientVector a, PatientVector b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
    friend PatientVector operator-(PatientVector a, PatientVector b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
    friend PatientVector operator-(PatientVector a) { return {-a.x, -a.y, -a.z}; }
    friend PatientVector operator*(PatientVector a, double k) { return {a.x * k, a.y * k, a.z * k}; }
    bool operator==(const PatientVector &) const = default;
};

/// A place in the patient coordinate system, mm.
struct PatientPoint {
    double x = 0.0, y = 0.0, z = 0.0;

    friend PatientVector operator-(PatientPoint a, PatientPoint b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
    friend PatientPoint operator+(PatientPoint a, PatientVector d) { return {a.x + d.x, a.y + d.y, a.z + d.z}; }
    bool operator==(const PatientPoint &) const = default;
};

/// A place in an image, pixels; (0, 0) is the CENTRE of the first pixel, `column` runs right, `row` runs down.
struct ImagePoint {
    double column = 0.0, row = 0.0;
    bool operator==(const ImagePoint &) const = default;
};

/// A displacement in an image, pixels.
struct ImageVector {
    double columns = 0.0, rows = 0.0;
    bool operator==(const ImageVector &) const = default;
};

/// One voxel of a volume, by index.
struct VoxelIndex {
    int column = 0, row = 0, slice = 0;
    bool operator==(const VoxelIndex &) const = default;
};

/// A place in a viewport, logical pixels from its top left corner (not device pixels).
struct ScreenPoint {
    double x = 0.0, y = 0.0;
    bool operator==(const ScreenPoint &) const = default;
};

/// A displacement in a viewport, logical pixels.
struct ScreenVector {
    double dx = 0.0, dy = 0.0;
    bool operator==(const ScreenVector &) const = default;
};

} // namespace consilium
