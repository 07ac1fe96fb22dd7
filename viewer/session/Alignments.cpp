#include "viewer/session/Alignments.h"

namespace consilium::session
{

std::optional<FrameRelation> relationBetween(const AlignmentMap &alignments, const FrameOfReferenceUid &from,
                                             const FrameOfReferenceUid &to)
{
    if (from.isEmpty() || to.isEmpty())
        return std::nullopt;
    if (from == to)
        return FrameRelation{};
    if (const auto there = alignments.find({from, to}); there != alignments.end())
        return FrameRelation{there->second, true};
    if (const auto back = alignments.find({to, from}); back != alignments.end())
        return FrameRelation{back->second.inverse(), true};
    return std::nullopt;
}

} // namespace consilium::session
