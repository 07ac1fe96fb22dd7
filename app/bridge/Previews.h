#pragma once
#include "app/bridge/FrameLoader.h"

#include <QHash>

namespace consilium::app
{

/// First pictures of frames at a lower resolution, until the whole ones come. Under one SOP Instance UID only those of
/// the place that the image shown is from.
class Previews
{
public:
    /// False: there are enough of them, and it is not kept.
    bool insert(const pixels::FramePtr &frame, const FrameSource &source)
    {
        constexpr int most = 16; // of less than a megabyte as a rule
        if (m_all.size() >= most)
            return false;
        m_all.insert(frame->key, {source, frame});
        return true;
    }
    /// Null: none from there.
    [[nodiscard]] pixels::FramePtr find(const pixels::FrameKey &key, const FrameSource &source) const
    {
        const auto found = m_all.constFind(key);
        return found != m_all.cend() && found->source == source ? found->frame : nullptr;
    }
    void remove(const pixels::FrameKey &key) { m_all.remove(key); }

private:
    struct Preview {
        FrameSource source;
        pixels::FramePtr frame;
    };
    QHash<pixels::FrameKey, Preview> m_all;
};

} // namespace consilium::app
