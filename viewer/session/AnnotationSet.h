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

/// Kinds of marks. Numbers are on the wire: never reuse one.
enum class AnnotationKind : std::uint16_t { Probe = 1, Arrow = 2, Text = 3, Length = 4 };

/// A mark on images. Handles are patient coordinates when the image has them (`frameOfReference` set or not, the
/// image's own geometry), else image pixels of `sop`/`frame`.
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
