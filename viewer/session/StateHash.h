#pragma once
#include "viewer/session/ViewerState.h"

#include <cstdint>

namespace consilium::session
{

// XXH3 (64 bit) over a canonical encoding: fields by ascending id, those at their default left out, numbers little
// endian, text UTF-8, -0.0 as 0.0. The same on every platform. A branch's hash is the sum over its elements.
[[nodiscard]] std::uint64_t elementHash(const Layout &layout);
[[nodiscard]] std::uint64_t elementHash(const ViewId &id, const ViewState &view);
[[nodiscard]] std::uint64_t elementHash(const PresentationKey &key, const Presentation &presentation);
[[nodiscard]] std::uint64_t elementHash(const SegmentationKey &key, const SegmentationDisplay &display);
[[nodiscard]] std::uint64_t elementHash(const Annotation &annotation);
[[nodiscard]] std::uint64_t elementHash(const StudyUid &study, const Arrangement &arrangement);
[[nodiscard]] std::uint64_t elementHash(const SpaceCursor &cursor);
[[nodiscard]] std::uint64_t elementHash(const FramePair &frames, const RigidTransform &transform);
[[nodiscard]] std::uint64_t elementHash(const LayerKey &hidden);
/// Of an id's text; spreads annotations over buckets.
[[nodiscard]] std::uint64_t textHash(const QString &text);
/// Of the branches' hashes together.
[[nodiscard]] std::uint64_t combinedHash(std::uint64_t layout, std::uint64_t views, std::uint64_t presentations,
                                         std::uint64_t annotations, std::uint64_t segmentations,
                                         std::uint64_t arrangements, std::uint64_t cursor, std::uint64_t alignments,
                                         std::uint64_t layers);

} // namespace consilium::session
