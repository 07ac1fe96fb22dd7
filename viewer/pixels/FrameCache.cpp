#include "viewer/pixels/FrameCache.h"

#include <QHash>

#include <list>

namespace consilium::pixels
{

struct FrameCache::Private {
    using Order = std::list<FramePtr>; ///< most recently used first
    std::int64_t maximum = 0, bytes = 0;
    Order order;
    QHash<FrameKey, Order::iterator> byKey;
    QHash<const void *, QSet<FrameKey>> pinsOf;
    QHash<FrameKey, int> pins; ///< how many owners

    static std::int64_t cost(const FramePtr &frame)
    {
        return std::int64_t(frame->bytes.capacity()) + std::int64_t(sizeof(DecodedFrame));
    }
    void drop(Order::iterator it)
    {
        bytes -= cost(*it);
        byKey.remove((*it)->key);
        order.erase(it);
    }
    void shrink()
    {
        for (auto it = order.end(); bytes > maximum && it != order.begin();) {
            --it;
            if (!pins.contains((*it)->key))
                drop(it++);
        }
    }
    void unpin(const QSet<FrameKey> &keys)
    {
        for (const FrameKey &key : keys) {
            const auto it = pins.find(key);
            if (it != pins.end() && --it.value() == 0)
                pins.erase(it);
        }
    }
};

FrameCache::FrameCache(std::int64_t maximumBytes) : d(std::make_unique<Private>())
{
    d->maximum = maximumBytes;
}

FrameCache::~FrameCache() = default;

void FrameCache::insert(FramePtr frame)
{
    if (!frame)
        return;
    remove(frame->key);
    d->bytes += Private::cost(frame);
    const FrameKey key = frame->key;
    d->order.push_front(std::move(frame));
    d->byKey.insert(key, d->order.begin());
    d->shrink();
}

FramePtr FrameCache::find(const FrameKey &key)
{
    const auto it = d->byKey.constFind(key);
    if (it == d->byKey.constEnd())
        return nullptr;
    d->order.splice(d->order.begin(), d->order, it.value());
    return *it.value();
}

bool FrameCache::contains(const FrameKey &key) const
{
    return d->byKey.contains(key);
}

void FrameCache::remove(const FrameKey &key)
{
    const auto it = d->byKey.constFind(key);
    if (it != d->byKey.constEnd())
        d->drop(it.value());
}

void FrameCache::clear()
{
    d->byKey.clear();
    d->order.clear();
    d->bytes = 0;
}

void FrameCache::pin(const void *owner, const QSet<FrameKey> &keys)
{
    for (const FrameKey &key : keys)
        ++d->pins[key];
    d->unpin(d->pinsOf.take(owner));
    if (!keys.isEmpty())
        d->pinsOf.insert(owner, keys);
    d->shrink();
}

std::int64_t FrameCache::bytes() const
{
    return d->bytes;
}

std::int64_t FrameCache::maximumBytes() const
{
    return d->maximum;
}

} // namespace consilium::pixels
