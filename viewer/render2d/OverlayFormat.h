#pragma once
#include "base/Geometry.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/imaging/Slab.h"
#include "viewer/session/ViewerState.h"

#include <QString>

#include <optional>

namespace consilium::render2d
{

/// "MIP", "MinIP", "Mean".
[[nodiscard]] QString slabModeText(session::SlabMode mode);
/// Why there is no slab, as the second half of a sentence.
[[nodiscard]] QString slabRefusalText(imaging::SlabRefusal refusal);
[[nodiscard]] QString enhancementText(const session::Enhancement &enhancement); ///< "Sharpen 2"
[[nodiscard]] QString colourMapText(session::ColourMap map);                    ///< "Hot Iron"

/// A number for people: true minus sign (U+2212), '.' decimal, never "-0".
[[nodiscard]] QString numberText(double value, int decimals);
/// The same with as many decimals as the magnitude needs: whole numbers without, below 10 two, below 100 one;
/// more for values so small that two decimals would say nothing.
[[nodiscard]] QString numberText(double value);

/// DICOM DA and TM as "2026-11-23 09:41"; what is not a DA is shown as written, what is not a TM is left out.
[[nodiscard]] QString dateTimeText(const QString &date, const QString &time);

/// "M 58 y": sex, and the age as written in (0010,1010), else from the birth date at `studyDate` (YYYYMMDD). Empty when
/// neither is known.
[[nodiscard]] QString sexAgeText(const dicom::PatientIdentity &patient, const QString &studyDate);

/// Where a slice lies along the patient axis that its normal is nearest to, measured at the image's centre: "I 519.8
/// mm". Letters S I L R A P; empty without position and orientation.
[[nodiscard]] QString slicePositionText(const dicom::FrameGeometry &geometry);

/// "L 12.3  P 45.6  S 789.0 mm".
[[nodiscard]] QString patientPointText(PatientPoint point);

/// What is said beside a length so that nobody takes a detector length for one in the patient: " (detector plane)",
/// " (calibrated)" ...; empty for cross-sections, where mm are mm. Row 7 of the clinical rules.
[[nodiscard]] QString basisSuffix(dicom::SpacingBasis basis);

} // namespace consilium::render2d
