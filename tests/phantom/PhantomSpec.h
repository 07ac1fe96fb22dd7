#pragma once
#include "base/Geometry.h"
#include "base/Result.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace consilium::phantom
{

/// What the volume shows. Every kind is an analytic function of the patient position, so a test can compute any voxel
/// by itself.
enum class Kind {
    Position, ///< stored value = round(64 x coordinate in mm): see positionValue()
    Head,     ///< skull, brain, ventricles, sinuses, left marker, spheres and rods of known size: see Shapes.h
    Marker,   ///< three spheres: 1000 HU to the left, 600 to the back, 300 to the head
    Chest     ///< lungs, heart, spine, ribs, nodules
};
enum class Axis { X, Y, Z };

enum class Variant {
    Axial,
    Coronal,
    Sagittal,
    Oblique,     ///< turned by 25, 15 and 10 degrees about x, y and z
    Tilted,      ///< gantry tilted by tiltDeg about x: planes turned, table moved along z
    Uneven,      ///< steps of 0.8, 1.0 and 1.3 times the slice spacing in turn
    Shuffled,    ///< instance numbers and file names in random order
    Missing,     ///< one slice left out after a third, two after the middle
    Duplicate,   ///< the middle slice is there twice
    Phases,      ///< three temporal positions at the same places, interleaved by instance number
    Acquisitions ///< two acquisitions whose ranges overlap, shifted by half a step
};

struct PhantomSpec {
    Kind kind = Kind::Head;
    Variant variant = Variant::Axial;
    Axis axis = Axis::X; ///< which coordinate a Position phantom stores
    int slices = 40, rows = 256, columns = 256;
    double fieldMm = 250.0;      ///< columns x column spacing; rows x row spacing unless rowSpacingMm is given
    double rowSpacingMm = 0.0;   ///< 0: fieldMm / rows
    double sliceSpacingMm = 0.0; ///< 0: 240 mm / slices
    double tiltDeg = 20.0;
    double noiseHu = 12.0; ///< standard deviation; 0: none. Position phantoms have none
    std::uint32_t seed = 1;
    QString patientName = QStringLiteral("MOTI^TOULU=模体^头颅");
    QString accession, priority; ///< of the study; "STAT"
    QString patientId;           ///< empty: made from the other parameters
    QString seriesDescription;   ///< empty: from kind and variant
    bool monochrome1 = false;    ///< stored values inverted, so that the picture is the same
    /// The patient coordinates of another frame of reference: all that is written lies this much away, mm; what is
    /// drawn stays the same. Zero: the usual frame of reference.
    PatientVector moved = {};
    [[nodiscard]] QString movedText() const; ///< "x,y,z"
    [[nodiscard]] QString text() const;      ///< all of the above, for identifiers: equal parameters, equal UIDs
};

[[nodiscard]] std::optional<Kind> kindFromText(const QString &text);
[[nodiscard]] std::optional<Variant> variantFromText(const QString &text);
[[nodiscard]] QStringList kindNames();
[[nodiscard]] QStringList variantNames();

/// One image of the phantom and where it lies.
struct SlicePlan {
    PatientPoint position; ///< centre of the first pixel
    PatientVector alongRow, alongColumn;
    double betweenRowsMm = 0.0, betweenColumnsMm = 0.0;
    int instanceNumber = 1, acquisitionNumber = 1;
    int temporalPosition = 0; ///< 0: none
    int noiseSalt = 0;
};

/// All images of the phantom, in file order. Errors: InvalidArgument.
[[nodiscard]] Result<std::vector<SlicePlan>> planSlices(const PhantomSpec &spec);

/// Stored value of a Position phantom, signed 16 bit; Rescale Slope 1/64 makes the modality value (which a CT calls
/// HU) the coordinate in mm.
[[nodiscard]] inline int positionValue(double mm)
{
    const double scaled = mm * 64.0;
    return static_cast<int>(scaled < 0.0 ? scaled - 0.5 : scaled + 0.5);
}
[[nodiscard]] inline double positionMm(int stored)
{
    return stored / 64.0;
}

/// UID under 2.25 made from a text: the same text, the same UID. PS3.5 B.2.
[[nodiscard]] QString uidFor(const QString &text);

} // namespace consilium::phantom
