#pragma once
#include "base/RigidTransform.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/dicom/StudyPairs.h"

/// How two frames lie to one another in the patient: what linked views and reference lines stand on.
namespace consilium::dicom
{

/// Planes count as parallel up to this angle: at 2 degrees they part by 3.5 mm at 10 cm from the middle, less than one
/// usual slice.
inline constexpr double parallelWithinDeg = 2.0;

/// Middle of the image in the patient, mm; nullopt without place, orientation or scale.
[[nodiscard]] std::optional<PatientPoint> middleOf(const FrameGeometry &geometry);
/// Unit normals within parallelWithinDeg of one another, whichever way they point.
[[nodiscard]] bool areParallel(const PatientVector &a, const PatientVector &b);
/// Of two studies as `pairs` says; else as samePatient(), and nothing contradicts it (another birth date, name or sex
/// under one ID); of images that name nobody: the same study. Two patients in one frame of reference are a mistake of
/// somebody's.
[[nodiscard]] bool isSamePatient(const Instance &a, const Instance &b, const StudyPairs &pairs = {});

/// The frame as it lies after the transform: place and directions in another patient coordinate system, whose name the
/// caller knows. What has no place stays as it is.
[[nodiscard]] FrameGeometry moved(FrameGeometry geometry, const RigidTransform &transform);

/// A stretch of a straight line in an image.
struct ImageSegment {
    ImagePoint from, to;
    bool operator==(const ImageSegment &) const = default;
};
/// Where the picture `cutting` (its rectangle, not its endless plane) cuts the picture `shown`, in pixels of `shown`;
/// pixels reach half a pixel beyond their centres. nullopt when they do not meet, are parallel, or one of them has no
/// place. Frames of reference are the caller's to compare.
[[nodiscard]] std::optional<ImageSegment> cutOf(const FrameGeometry &cutting, const FrameGeometry &shown);

} // namespace consilium::dicom
