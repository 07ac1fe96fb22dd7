#pragma once
#include "base/Geometry.h"
#include "viewer/objects/Codes.h"
#include "viewer/objects/References.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace consilium::objects
{

/// Graphic types of PS3.3 C.18.6.1.2 and C.18.9.1.2. A polygon is written closed, by its first point once more, and is
/// held without.
enum class ShapeType {
    Point,
    Multipoint,
    Polyline,
    Polygon,
    Circle,   ///< centre, a point of the perimeter; in images only
    Ellipse,  ///< both ends of the long axis, both ends of the short one
    Ellipsoid ///< six ends of three axes; in the patient only
};

/// A shape in an image, or one in the patient; never both.
struct Shape {
    ShapeType type = ShapeType::Polyline;
    ImageReference image;                 ///< of a shape in an image; else without SOP Instance UID
    std::vector<ImagePoint> points;       ///< pixels; written as 32-bit numbers
    std::vector<PatientPoint> places;     ///< mm, of a shape in the patient; written as 32-bit numbers
    FrameOfReferenceUid frameOfReference; ///< of `places`
    [[nodiscard]] bool isInPatient() const { return !places.empty(); }
    bool operator==(const Shape &) const = default;
};

/// One number that was measured. PS3.16 TID 300.
struct Measured {
    Code name;
    std::optional<double> value; ///< nullopt: `qualifier` says why there is none
    Code unit;                   ///< UCUM
    Code derivation;             ///< mean, maximum ...; empty: none
    Code qualifier;              ///< CID 42
    /// Places in Measurement::shapes of those that it was taken from (a length from its line). Empty: from the regions,
    /// which are the shapes that no number names.
    std::vector<int> from;
    bool operator==(const Measured &) const = default;
};

/// A mark or measurement: one measurement group of PS3.16 TID 1410 (regions) or 1501.
struct Measurement {
    QString kind; ///< which tool made it, "LENGTH", "COBB": A to Z, 0 to 9, _, at most 16; empty: another program
    QString trackingUid;  ///< stays the same as long as it is the same mark, in all versions
    QString label;        ///< Tracking Identifier: its name for people
    QString author;       ///< PN as written, "Family^Given=王^小东"; empty in what is written: the report's
    QString made;         ///< Observation DateTime (DT), or empty
    Code finding, site;   ///< what was found, and where; or empty
    QString text;         ///< free text; or empty
    ImageReference image; ///< that it was made on, of shapes in the patient; or without SOP Instance UID
    std::vector<Shape> shapes;
    std::vector<Measured> values;
    /// Where a person has put its label, in the image of its shapes or in their frame of reference; at most one of
    /// them. The standard has no place for it: it is written as a term of the program's own, observation context of the
    /// group, which other programs pass over.
    std::optional<ImagePoint> labelInImage = {};
    std::optional<PatientPoint> labelInPatient = {};
    /// The tracking UID of the measurement whose region this is once more, measured in another series that lies over
    /// its image; empty: a mark of its own. Written as a term of the program's own, like the label's place: to other
    /// programs it is a measurement like any other.
    QString regionOf = {};
    bool operator==(const Measurement &) const = default;
};

/// All measurements of one document. PS3.16 TID 1500.
struct MeasurementReport {
    ObjectHeader header;
    QString author; ///< PN
    /// The language of the texts, RFC 5646, TID 1204.
    Code language{QStringLiteral("zh-CN"), QStringLiteral("RFC5646"), QStringLiteral("Chinese (China)")};
    Code procedure{QStringLiteral("363679005"), QStringLiteral("SCT"), QStringLiteral("Imaging procedure")};
    std::vector<Measurement> measurements;
    Flaws flaws; ///< of one that was read
    /// Earlier documents that this one takes the place of, with class, instance, series and study (frame 0): PS3.3
    /// C.17.2, Predecessor Documents Sequence.
    std::vector<ImageReference> predecessors;
};

/// The object: Comprehensive 3D SR where a shape lies in the patient, else Comprehensive SR (PS3.3 A.35.13, A.35.3),
/// with every image that is referenced as evidence. Shapes that no value names come first when it is read again. A
/// shape has at most `mostWrittenNumbers` coordinates: an element of this kind holds no more (PS3.5 7.1.2). Errors:
/// InvalidArgument with what is wrong: a UID that is none, shapes whose points are not as many as they need or not
/// finite, places without frame of reference, a `from` or `kind` that is none, a number that is not finite, a label
/// that is nowhere or at two places.
inline constexpr std::size_t mostWrittenNumbers = 16'383;
[[nodiscard]] Result<Attributes> attributesOf(const MeasurementReport &report);

/// An object that readMeasurements() reads: a report whose root or some container within is an Imaging Measurement
/// Report or a measurement group.
[[nodiscard]] bool isMeasurementReport(const Attributes &object);
/// Reads what this or another program wrote. What cannot be used is left out and noted, the rest kept: at most
/// documents::mostContentItems parts, `mostPoints` points a shape. A measurement without a tracking UID gets one that
/// is the same each time that the object is read. Errors: NoPixels when it is no report, DicomMalformed without UIDs or
/// root.
inline constexpr std::size_t mostPoints = 200'000;
[[nodiscard]] Result<MeasurementReport> readMeasurements(const Attributes &object);

/// What of the report does not go together with the images at hand: missing images, frames and frames of reference,
/// other patients, points outside. `frames`: of reference that are at hand.
[[nodiscard]] Flaws flawsAgainst(const MeasurementReport &report, const ImageLookup &lookup,
                                 const std::vector<FrameOfReferenceUid> &frames);

} // namespace consilium::objects
