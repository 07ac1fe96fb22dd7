#include "viewer/imaging/Calibration.h"

#include "viewer/session/Validation.h"

#include <algorithm>
#include <cmath>

namespace consilium::imaging
{

namespace
{

/// Height of a pixel over its width.
double aspectOf(const dicom::FrameGeometry &geometry)
{
    const dicom::PixelSpacing &spacing = geometry.spacing;
    if (spacing.isKnown() && spacing.betweenColumnsMm > 0.0 && spacing.betweenRowsMm > 0.0)
        return spacing.betweenRowsMm / spacing.betweenColumnsMm;
    return geometry.aspectRowsToColumns > 0.0 ? geometry.aspectRowsToColumns : 1.0;
}

bool isSame(const dicom::PixelSpacing &a, const dicom::PixelSpacing &b)
{
    constexpr double within = 1e-3;
    return std::abs(a.betweenColumnsMm - b.betweenColumnsMm) <= within * b.betweenColumnsMm;
}

} // namespace

CalibrationHindrance calibrationHindrance(const dicom::FrameGeometry &geometry)
{
    if (geometry.regions)
        return CalibrationHindrance::UltrasoundScale;
    const auto basis = geometry.spacing.basis;
    if (basis == dicom::SpacingBasis::UltrasoundRegion)
        return CalibrationHindrance::UltrasoundScale;
    // Marks on an image that lies in the patient are kept in the patient's mm: a second scale would contradict them.
    return basis == dicom::SpacingBasis::PatientPlane || geometry.isSpatial() ? CalibrationHindrance::PatientPlane
                                                                              : CalibrationHindrance::None;
}

double lengthInColumns(const dicom::FrameGeometry &geometry, ImagePoint a, ImagePoint b)
{
    return std::hypot(b.column - a.column, (b.row - a.row) * aspectOf(geometry));
}

std::optional<dicom::PixelSpacing> spacingByHand(const dicom::FrameGeometry &geometry,
                                                 const session::Annotation &calibration)
{
    if (calibrationHindrance(geometry) != CalibrationHindrance::None || calibration.imageHandles.size() != 2)
        return std::nullopt;
    const auto known = session::knownLengthMm(calibration.text);
    const double columns = lengthInColumns(geometry, calibration.imageHandles[0], calibration.imageHandles[1]);
    if (!known || !(columns >= leastCalibrationPx) || !std::isfinite(columns))
        return std::nullopt;
    const double mm = *known / columns;
    return dicom::PixelSpacing{mm * aspectOf(geometry), mm, dicom::SpacingBasis::ByHand};
}

HandCalibration handCalibration(const dicom::Instance &image, const session::AnnotationSet &marks)
{
    HandCalibration found;
    bool holds = true;
    marks.forEach([&](const session::Annotation &mark) {
        if (mark.kind != session::AnnotationKind::Calibration || mark.sop != image.sop)
            return;
        ++found.lines;
        const auto spacing = spacingByHand(image.geometry, mark);
        holds = holds && spacing && (!found.spacing || isSame(*spacing, *found.spacing));
        if (spacing && !found.spacing)
            found.spacing = spacing;
    });
    if (!holds)
        found.spacing.reset();
    return found;
}

} // namespace consilium::imaging
