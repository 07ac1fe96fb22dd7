#pragma once
#include "viewer/pixels/DecodedFrame.h"

#include <QSet>

#include <cstdint>
#include <memory>

namespace consilium::pixels
{

/// Decoded frames in memory, least recently used out first, bounded in bytes; what is on a screen is pinned and stays.
/// UI thread only.
class FrameCache
{
public:
    explicit FrameCache(std::int64_t maximumBytes);
    ~FrameCache();

    void insert(FramePtr frame);
    [[nodiscard]] FramePtr find(const FrameKey &key);       ///< null when absent; counts as a use
    [[nodiscard]] bool contains(const FrameKey &key) const; ///< does not count as a use
    void remove(const FrameKey &key);
    void clear();
    /// Frames on a screen now; replaces what this owner pinned before. Pinned frames may exceed the bound.
    void pin(const void *owner, const QSet<FrameKey> &keys);
    [[nodiscard]] std::int64_t bytes() const;
    [[nodiscard]] std::int64_t maximumBytes() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::pixels
