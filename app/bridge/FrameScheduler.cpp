#include "app/bridge/FrameScheduler.h"

#include <QSet>

#include <algorithm>

namespace consilium::app
{

using pixels::FrameKey;
using pixels::keyOf;

namespace
{

// Four connections and the decoders stay busy, and no more than this waits behind what a reader suddenly wants.
constexpr int kMaximumActive = 12;
// Slices this near to a visible one are as good as visible.
constexpr int kNear = 8;
// A transfer that takes longer than this is on a slow line; there it gives way to what is looked at.
constexpr int kSlowTransferMs = 250;

std::int64_t decodedBytes(const dicom::Instance &instance)
{
    const dicom::PixelDescription &p = instance.pixels;
    const bool isDeep = p.isFloat || p.bitsAllocated > 16; // decoded as doubles
    return std::int64_t(p.rows) * p.columns * (p.samplesPerPixel == 3 ? 3 : isDeep ? 8 : 2);
}

} // namespace

FrameScheduler::FrameScheduler(const StudyTable &table, pixels::FrameCache &cache, FrameLoader &loader, QObject *parent)
    : QObject(parent), m_table(table), m_cache(cache), m_loader(loader)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &FrameScheduler::proceed);
}

void FrameScheduler::want(const void *viewer, const DataSetId &id, int index, int direction, bool alone)
{
    if (id.isEmpty()) {
        m_wants.erase(viewer);
        pin(viewer, {});
        return;
    }
    Want &want = m_wants[viewer];
    if (want.id == id && want.index == index && want.direction == direction && want.alone == alone) {
        startVisible(viewer, want);
        return;
    }
    if (want.id != id) {
        want.first = -1; // otherwise what was pinned for a slab stays so until wantAround() says more
        want.last = -2;
    }
    want.id = id;
    want.index = index;
    want.direction = direction;
    want.alone = alone;
    reset(want);
    startVisible(viewer, want);
    // Its neighbours wait until the picture is drawn.
    if (!want.isExhausted)
        m_soon.start(0);
}

void FrameScheduler::wantAround(const void *viewer, int first, int last)
{
    const auto found = m_wants.find(viewer);
    if (found == m_wants.end() || (found->second.first == first && found->second.last == last))
        return;
    found->second.first = first;
    found->second.last = last;
    startVisible(viewer, found->second);
}

void FrameScheduler::reset(Want &want)
{
    const auto dataSet = m_table.dataSet(want.id);
    want.order = PrefetchOrder(dataSet ? int(dataSet->slices.size()) : 0, want.index, want.direction);
    want.given = 0;
    want.bytes = 0;
    want.isExhausted = want.alone || !dataSet || dataSet->slices.empty() || isWhole(want.id);
}

// All its frames are in memory or have failed: scrolling then plans nothing. Looked up once for each state of the
// cache, and only when everything has come at least once.
bool FrameScheduler::isWhole(const DataSetId &id)
{
    const auto progress = m_table.progress(id);
    // Refused images count as failed and are not among the described: all that was announced is the measure.
    if (progress.decoded + progress.failed < std::max(progress.expected, progress.described))
        return false;
    Whole &known = m_whole[id];
    if (known.cacheState == m_cacheState)
        return known.isWhole;
    const auto dataSet = m_table.dataSet(id);
    known.cacheState = m_cacheState;
    known.isWhole = dataSet && std::all_of(dataSet->slices.begin(), dataSet->slices.end(), [this](const auto &slice) {
                        const FrameKey key = keyOf(*slice);
                        return m_cache.contains(key) || m_table.failure(key);
                    });
    return known.isWhole;
}

void FrameScheduler::restart()
{
    ++m_cacheState;
    m_whole.clear(); // data sets may have gone
    for (auto &[viewer, want] : m_wants) {
        reset(want);
        startVisible(viewer, want);
    }
    m_soon.start(0);
}

void FrameScheduler::pin(const void *viewer, const QSet<FrameKey> &keys)
{
    const std::int64_t before = m_cache.bytes();
    m_cache.pin(viewer, keys);
    if (m_cache.bytes() != before) // what was pinned over the bound has left
        noteCacheChange();
}

void FrameScheduler::startVisible(const void *viewer, const Want &want)
{
    const auto dataSet = m_table.dataSet(want.id);
    if (!dataSet || dataSet->slices.empty())
        return;
    const auto &instance = dataSet->slices[size_t(std::clamp(want.index, 0, int(dataSet->slices.size()) - 1))];
    const FrameKey key = keyOf(*instance);
    QSet<FrameKey> keys{key};
    for (int i = std::max(0, want.first); i <= std::min(want.last, int(dataSet->slices.size()) - 1); ++i)
        keys.insert(keyOf(*dataSet->slices[size_t(i)]));
    pin(viewer, keys);
    if (!m_cache.contains(key) && !m_table.failure(key) && !m_loader.isVisiblePriority(key)) {
        makeWay();
        if (const auto *image = m_table.image(key))
            m_loader.start(key, image->source, image->instance, Priority::Visible);
    }
    startAround(want, *dataSet);
}

// The other slices of a slab are looked at as well, only behind the one in the middle.
void FrameScheduler::startAround(const Want &want, const dicom::DataSet &dataSet)
{
    const int first = std::max(0, want.first), last = std::min(want.last, int(dataSet.slices.size()) - 1);
    for (int reach = 1; reach <= last - first && m_loader.active() < kMaximumActive; ++reach) {
        for (const int i : {want.index - reach, want.index + reach}) {
            if (i < first || i > last)
                continue;
            const FrameKey key = keyOf(*dataSet.slices[size_t(i)]);
            const auto *image = m_table.image(key);
            if (image && !m_cache.contains(key) && !m_table.failure(key) && !m_loader.isOnItsWay(key))
                m_loader.start(key, image->source, image->instance, Priority::Interactive);
        }
    }
}

// On a slow line four slices that nobody looks at would hold up the one that somebody does.
void FrameScheduler::makeWay()
{
    m_loader.giveWay();
    QSet<FrameKey> near;
    for (const auto &[viewer, want] : m_wants) {
        const auto dataSet = m_table.dataSet(want.id);
        const int count = dataSet ? int(dataSet->slices.size()) : 0;
        for (int i = std::max(0, want.index - kNear); i <= std::min(count - 1, want.index + kNear); ++i)
            near.insert(keyOf(*dataSet->slices[size_t(i)]));
    }
    bool hasDropped = false;
    m_loader.cancelIf([&](const FrameKey &key, Priority priority, std::int64_t ageMs) {
        const bool drop =
            priority != Priority::Visible && ageMs > kSlowTransferMs && m_loader.isOnItsWay(key) && !near.contains(key);
        hasDropped = hasDropped || drop;
        return drop;
    });
    if (!hasDropped)
        return;
    for (auto &[viewer, want] : m_wants)
        reset(want);
    m_soon.start(0);
}

// What one question for the whole series is worth asking for; nothing where the cache has no room for the stack.
std::vector<dicom::InstancePtr> FrameScheduler::restOf(const dicom::DataSet &dataSet, const FrameSource &source,
                                                       std::int64_t share) const
{
    std::vector<dicom::InstancePtr> rest;
    std::int64_t bytes = 0;
    for (const dicom::InstancePtr &slice : dataSet.slices) {
        const FrameKey key = keyOf(*slice);
        const auto *image = m_table.image(key);
        bytes += decodedBytes(*slice);
        const bool isMissing = image && image->source == source && !m_cache.contains(key) && !m_table.failure(key) &&
                               !m_loader.isOnItsWay(key);
        if (isMissing)
            rest.push_back(slice);
    }
    return bytes <= share ? rest : std::vector<dicom::InstancePtr>();
}

// Of one phase of many it is not: all of them would come, most of it to be dropped.
bool FrameScheduler::isHalfOf(const FrameSource &source, const dicom::DataSet &dataSet) const
{
    std::int64_t described = 0;
    for (const dicom::DataSetPtr &part : m_table.dataSets(source.study))
        described += part->header.uid == source.series ? std::int64_t(part->slices.size()) : 0;
    const auto all = std::max(described, std::int64_t(dataSet.header.instanceCount));
    return 2 * std::int64_t(dataSet.slices.size()) >= all;
}

bool FrameScheduler::startNext(Want &want, std::int64_t share)
{
    const auto dataSet = m_table.dataSet(want.id);
    const int count = dataSet ? int(dataSet->slices.size()) : 0;
    const auto *first = count > 0 ? m_table.image(keyOf(*dataSet->slices.front())) : nullptr;
    if (first && m_loader.isPutOff(first->source))
        return false; // goes on when the archive may be asked again
    while (!want.isExhausted) {
        const auto index = want.order.next();
        if (!index || *index >= count) {
            want.isExhausted = true;
            break;
        }
        const auto &instance = dataSet->slices[size_t(*index)];
        want.bytes += decodedBytes(*instance);
        if (want.bytes > share) {
            want.isExhausted = true;
            break;
        }
        const Priority priority = ++want.given <= kNear ? Priority::Interactive : Priority::Prefetch;
        const FrameKey key = keyOf(*instance);
        // find() also says that it is still of use, so that what leaves the cache is never what was just planned.
        if (m_cache.find(key) || m_table.failure(key) || m_loader.isOnItsWay(key))
            continue;
        if (const auto *image = m_table.image(key)) {
            if (priority == Priority::Prefetch && m_loader.mayAskForSeries(image->source) &&
                isHalfOf(image->source, *dataSet))
                m_loader.askForSeries(image->source, restOf(*dataSet, image->source, share));
            m_loader.start(key, image->source, image->instance, priority);
            return true;
        }
    }
    return false;
}

void FrameScheduler::proceed()
{
    if (m_wants.empty())
        return;
    QSet<DataSetId> distinct;
    for (const auto &[viewer, want] : m_wants)
        distinct.insert(want.id);
    for (const auto &[viewer, want] : m_wants) {
        const auto dataSet = m_table.dataSet(want.id);
        if (dataSet && want.first <= want.last)
            startAround(want, *dataSet);
    }
    const std::int64_t share = m_cache.maximumBytes() / distinct.size();
    bool hasStarted = true;
    while (hasStarted && m_loader.active() < kMaximumActive) {
        hasStarted = false;
        for (auto &[viewer, want] : m_wants)
            if (m_loader.active() < kMaximumActive)
                hasStarted = startNext(want, share) || hasStarted;
    }
}

bool FrameScheduler::isWanted(const DataSetId &id) const
{
    return std::any_of(m_wants.begin(), m_wants.end(), [&](const auto &entry) { return entry.second.id == id; });
}

bool FrameScheduler::isExhausted() const
{
    return std::all_of(m_wants.begin(), m_wants.end(), [](const auto &entry) { return entry.second.isExhausted; });
}

} // namespace consilium::app
