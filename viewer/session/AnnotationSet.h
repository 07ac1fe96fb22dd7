#pragma once
#include "base/Geometry.h"
#include "base/Ids.h"

#include <QString>

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace consilium::session
{

/// Kinds of marks and what their handles mean, in this order. Numbers are on the wire: never reuse one.
enum class AnnotationKind : std::uint16_t {
    Probe = 1,         ///< the place that is read
    Arrow = 2,         ///< tip, end
    Text = 3,          ///< the place
    Length = 4,        ///< both ends
    Polyline = 5,      ///< two or more points of an open line
    Angle = 6,         ///< end of a leg, vertex, end of the other leg
    Cobb = 7,          ///< both ends of one line, both ends of the other
    OpenAngle = 8,     ///< both ends of one line, both ends of the other: the angle between their directions
    Bidirectional = 9, ///< both ends of the long axis, both ends of the short one
    Ellipse = 10,      ///< centre, end of the first half axis, a place as far from that axis as the second is long
    Rectangle = 11,    ///< two opposite corners; sides along the rows and columns of the image
    Polygon = 12,      ///< three or more corners
    Freehand = 13,     ///< three or more points of a closed curve
    PointRoi = 14,     ///< centre of a circle, a place on it
    Ruler = 15,        ///< both ends; drawn with divisions
    CardiothoracicRatio = 16, ///< both sides of the heart, both sides of the thorax
    LegAxis = 17,             ///< middle of the femoral head, of the knee, of the ankle
    LinePair = 18,            ///< both ends of one line, both ends of the other: lengths, ratio, angle
    /// The image as a whole is a key image: no handles, and `text` is the code value of its title (PS3.16 CID 7010).
    KeyImage = 19,
    /// Both ends of something of a known length, which `text` says (session::knownLengthMm): what calibrates the image
    /// by hand. In image pixels always: an image that lies in the patient needs none.
    Calibration = 20
};

/// A mark on images. Handles are patient coordinates when the image has them (`frameOfReference` set or not, the
/// image's own geometry), else image pixels of `sop`/`frame`. A key image has none.
struct Annotation {
    AnnotationId id;
    AnnotationKind kind = AnnotationKind::Probe;
    ActorId author;
    DataSetId dataSet;
    SopInstanceUid sop; ///< the image it was drawn on
    int frame = 0;
    FrameOfReferenceUid frameOfReference;
    std::vector<PatientPoint> patientHandles; ///< exactly one of these two lists is filled
    std::vector<ImagePoint> imageHandles;
    QString text;
    /// Where a person has put the label, of the same kind as the handles; nullopt: beside the mark.
    std::optional<PatientPoint> labelInPatient = {};
    std::optional<ImagePoint> labelInImage = {};
    bool operator==(const Annotation &) const = default;
};

/// A persistent set of annotations by id: copying costs one pointer, changing one of 2,000 copies one bucket.
/// The hash is the sum of the members' hashes, so a change costs the same however many there are.
class AnnotationSet
{
public:
    AnnotationSet();
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] const Annotation *find(const AnnotationId &id) const;
    [[nodiscard]] AnnotationSet with(Annotation annotation) const; ///< inserts or replaces
    [[nodiscard]] AnnotationSet without(const AnnotationId &id) const;
    /// In an order that depends on the ids only.
    void forEach(const std::function<void(const Annotation &)> &visit) const;
    [[nodiscard]] std::uint64_t hash() const { return m_hash; }
    bool operator==(const AnnotationSet &other) const;

private:
    struct Bucket;
    using Table = std::array<std::shared_ptr<const Bucket>, 64>;
    std::shared_ptr<const Table> m_table;
    std::size_t m_size = 0;
    std::uint64_t m_hash = 0;
};

} // namespace consilium::session
