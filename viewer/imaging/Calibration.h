#pragma once
#include "viewer/dicom/FrameGeometry.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/session/AnnotationSet.h"

#include <optional>

/// Calibration by hand: a reader draws a line over something of a known length. It holds for the one image (SOP
/// Instance) with all its frames and for no other: each exposure of a radiograph has a magnification of its own, so the
/// scale of one says nothing of the next.
namespace consilium::imaging
{

/// Why an image is not calibrated by hand.
enum class CalibrationHindrance {
    None,
    PatientPlane,   ///< a section: its pixels lie in the patient at places that the file gives (CT, MR, PET, NM)
    UltrasoundScale ///< an ultrasound image with the machine's own scales (PS3.3 C.8.5.5)
};
[[nodiscard]] CalibrationHindrance calibrationHindrance(const dicom::FrameGeometry &geometry);

/// A line shorter than this, in image columns, says too little: an end half a pixel off would be more than 2.5 %.
inline constexpr double leastCalibrationPx = 20.0;
/// Length of a line in the image's columns, the shape of its pixels counted: by the spacing of the file where there is
/// one, else by Pixel Aspect Ratio (0028,0034).
[[nodiscard]] double lengthInColumns(const dicom::FrameGeometry &geometry, ImagePoint a, ImagePoint b);

/// Spacing that one calibration gives; nullopt: the image takes none, the line is too short, or it says no length.
[[nodiscard]] std::optional<dicom::PixelSpacing> spacingByHand(const dicom::FrameGeometry &geometry,
                                                               const session::Annotation &calibration);
/// How an image is calibrated by hand.
struct HandCalibration {
    int lines = 0;                              ///< on any of its frames
    std::optional<dicom::PixelSpacing> spacing; ///< with lines that contradict one another by more than 0.1 % none
    bool operator==(const HandCalibration &) const = default;
};
[[nodiscard]] HandCalibration handCalibration(const dicom::Instance &image, const session::AnnotationSet &marks);

} // namespace consilium::imaging
