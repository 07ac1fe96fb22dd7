#pragma once
#include "base/Ids.h"
#include "base/RigidTransform.h"

#include <map>
#include <optional>

namespace consilium::session
{

/// Two frames of reference, the lesser identifier first: there is one way to write each pair.
struct FramePair {
    FrameOfReferenceUid from, to;
    // NOLINTNEXTLINE(modernize-use-nullptr): the compiler compares with 0, which clang-tidy 14 takes for a pointer
    auto operator<=>(const FramePair &) const = default;
    bool operator==(const FramePair &) const = default;
};

/// Of each pair the transform from places in `from` to those in `to`, computed from the images. Not what a scanner
/// says: whatever is shown by it says so.
using AlignmentMap = std::map<FramePair, RigidTransform>;

/// How places in `from` are found in `to`.
struct FrameRelation {
    RigidTransform transform;
    bool isComputed = false; ///< false: one frame of reference
    bool operator==(const FrameRelation &) const = default;
};

/// Known when both are the same (known) frame of reference or were aligned with one another, either way. Never over a
/// third one: errors would add up unseen.
[[nodiscard]] std::optional<FrameRelation>
relationBetween(const AlignmentMap &alignments, const FrameOfReferenceUid &from, const FrameOfReferenceUid &to);

} // namespace consilium::session
