#pragma once
#include "base/Geometry.h"
#include "base/Ids.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace consilium::dicom
{

/// From what a spacing was taken; shown beside each length.
enum class SpacingBasis {
    None,          ///< no spacing: lengths in pixels only, never mm
    PatientPlane,  ///< PixelSpacing (0028,0030) of a cross-sectional image: mm in the patient
    Calibrated,    ///< PixelSpacing of a projection, calibrated (0028,0A02), or differing from ImagerPixelSpacing
    DetectorPlane, ///< ImagerPixelSpacing (0018,1164) or equal PixelSpacing: mm at the detector, larger than in the
                   ///< patient
    MagnificationCorrected, ///< ImagerPixelSpacing / EstimatedRadiographicMagnificationFactor (0018,1114)
    UltrasoundRegion,       ///< Physical Delta X/Y of an ultrasound region in cm
    AsWritten,     ///< PixelSpacing of an object that is no acquisition (secondary capture) and does not say in which
                   ///< plane it holds nor what it was calibrated by. PS3.3 C.8.6.1, 10.7.1.3
    ScannedMedium, ///< NominalScannedPixelSpacing (0018,2010): mm on the film or paper that was scanned
    ByHand ///< a reader has drawn a line over something of a known length; never of a file (imaging/Calibration.h)
};

/// Distance between pixel centres, mm. Row and column spacing differ.
struct PixelSpacing {
    double betweenRowsMm = 0.0;    ///< first value of (0028,0030): vertical
    double betweenColumnsMm = 0.0; ///< second value: horizontal
    SpacingBasis basis = SpacingBasis::None;
    [[nodiscard]] bool isKnown() const { return basis != SpacingBasis::None; }
    bool operator==(const PixelSpacing &) const = default;
};

/// What one direction of an ultrasound strip counts. PS3.3 C.8.5.5.1.15 and C.8.5.5.1.16.
struct RegionAxis {
    enum class Unit { None, Millimetres, Seconds, CmPerSecond };
    Unit unit = Unit::None;
    double perPixel = 0.0; ///< > 0 where there is a unit
    /// Of CmPerSecond, where the file ties it to a value: the column or row of the image that counts 0. PS3.3 C.8.5.5,
    /// Reference Pixel X0, Y0 (0018,6020), (0018,6022) and their physical values (0018,6028), (0018,602A).
    std::optional<double> zeroAt = {};
    bool falls = false; ///< values become less with rising columns or rows; known with `zeroAt` only
    /// At a column or row; nullopt: only differences are known.
    [[nodiscard]] std::optional<double> valueAt(double place) const
    {
        return zeroAt ? std::optional((place - *zeroAt) * (falls ? -perPixel : perPixel)) : std::nullopt;
    }
    bool operator==(const RegionAxis &) const = default;
};

/// A part of an ultrasound image with a meaning of its own: tissue, a Doppler strip. PS3.3 C.8.5.5.
struct UltrasoundRegion {
    int left = 0, top = 0, right = 0, bottom = 0; ///< columns and rows, the last ones are part of it
    bool isPriority = false;                      ///< lies over others where they overlap
    PixelSpacing spacing;                         ///< None: not a plane in the patient (Doppler, M-mode, a scale)
    RegionAxis across = {}, down = {};            ///< of an M-mode or Doppler strip or a curve: along rows and columns
    [[nodiscard]] bool holds(ImagePoint p) const
    {
        return p.column >= left - 0.5 && p.column <= right + 0.5 && p.row >= top - 0.5 && p.row <= bottom + 0.5;
    }
};

/// How a frame lies in the patient. PS3.3 C.7.6.2.
struct FrameGeometry {
    int rows = 0, columns = 0;
    PixelSpacing spacing;
    double aspectRowsToColumns =
        1.0; ///< pixel height / width where no spacing is known: Pixel Aspect Ratio (0028,0034)
    /// Of an ultrasound image; null: none are given and `spacing` holds everywhere. `spacing` is known only where one
    /// scale holds for all of them.
    std::shared_ptr<const std::vector<UltrasoundRegion>> regions;
    FrameOfReferenceUid frameOfReference;
    std::optional<PatientPoint> position;     ///< centre of the first pixel
    std::optional<PatientVector> alongRow;    ///< unit; direction of increasing column index
    std::optional<PatientVector> alongColumn; ///< unit; direction of increasing row index
    /// Letters at the left/right ends of a row and top/bottom of a column when only Patient Orientation (0020,0020) is
    /// given.
    QString rowLetters, columnLetters; ///< as in the file: direction of increasing column, of increasing row

    /// The spacing of the region that holds both places; None where they lie in none, in different ones, or where it is
    /// no plane in the patient. Images without regions: `spacing`.
    [[nodiscard]] PixelSpacing spacingBetween(ImagePoint a, ImagePoint b) const;
    /// The ultrasound region that holds both places; null where they lie in none or in different ones.
    [[nodiscard]] const UltrasoundRegion *regionBetween(ImagePoint a, ImagePoint b) const;
    /// The spacing of all that lies between two corners; None unless each region seen there is spatial and all agree.
    [[nodiscard]] PixelSpacing spacingWithin(ImagePoint topLeft, ImagePoint bottomRight) const;
    [[nodiscard]] bool isOriented() const { return alongRow && alongColumn; }
    /// The sides of the patient are known: letters are drawn then, and only then.
    [[nodiscard]] bool hasSides() const { return isOriented() || (!rowLetters.isEmpty() && !columnLetters.isEmpty()); }
    [[nodiscard]] bool isSpatial() const { return isOriented() && position && spacing.isKnown(); }
    [[nodiscard]] std::optional<PatientVector> normal() const; ///< alongRow x alongColumn
    /// Patient position of a place in the image; nullopt unless isSpatial(). PS3.3 equation C.7.6.2.1-1.
    [[nodiscard]] std::optional<PatientPoint> toPatient(ImagePoint p) const;
    /// The foot of the perpendicular, in image pixels; nullopt unless isSpatial().
    [[nodiscard]] std::optional<ImagePoint> toImage(PatientPoint p) const;
    /// Signed position along the normal, mm; nullopt without position and orientation.
    [[nodiscard]] std::optional<double> distanceAlongNormalMm() const;
};

/// The letter of the dominant component of a direction: L R A P H F; with `all`, further letters for components above
/// sin(10 degrees), strongest first ("LA"). In Chinese the same letters are used on images.
[[nodiscard]] QString orientationLetters(PatientVector direction, bool all = false);

} // namespace consilium::dicom
