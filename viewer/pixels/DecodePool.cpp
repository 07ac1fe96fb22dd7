#include "viewer/pixels/DecodePool.h"

#include "viewer/pixels/PaletteFrames.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

namespace consilium::pixels
{

namespace
{

struct Job {
    FrameKey key;
    dicom::PixelDescription description;
    TransferSyntaxUid syntax;
    QByteArray encoded;
    CancelToken cancel;
    int reduction = 0;
    PendingPromise<Result<FramePtr>> promise;

    void finish(Result<FramePtr> result) { promise.finish(std::move(result)); }
    void run(FrameDecoder &decoder)
    {
        if (cancel.isCancelled() || promise.isCanceled())
            finish(fail(ErrorCode::Cancelled));
        else if (reduction > 0)
            finish(decoder.preview(key, description, syntax, encoded, reduction, cancel));
        else
            finish(throughPalette(description, decoder.decode(key, description, syntax, encoded, cancel)));
    }
};

/// The most urgent first, then in the order of asking.
using Place = std::pair<Priority, std::uint64_t>;

} // namespace

struct DecodePool::Private {
    std::mutex mutex;
    std::condition_variable work;
    std::map<Place, Job> waiting;
    std::unordered_multimap<FrameKey, Place> places;
    std::uint64_t asked = 0;
    bool stopping = false;
    std::vector<std::thread> threads;

    Pending<Result<FramePtr>> add(Job job, Priority priority)
    {
        job.promise.start();
        Pending<Result<FramePtr>> future = job.promise.future();
        {
            const std::lock_guard lock(mutex);
            const Place place{priority, asked++};
            places.emplace(job.key, place);
            waiting.emplace(place, std::move(job));
        }
        work.notify_one();
        return future;
    }

    void forget(const FrameKey &key, Place place)
    {
        auto [it, end] = places.equal_range(key);
        while (it != end && it->second != place)
            ++it;
        if (it != end)
            places.erase(it);
    }

    void serve(FrameDecoder &decoder)
    {
        decoder.prepare();
        for (;;) {
            std::unique_lock lock(mutex);
            work.wait(lock, [this] { return stopping || !waiting.empty(); });
            if (stopping)
                return;
            auto next = waiting.extract(waiting.begin());
            forget(next.mapped().key, next.key());
            lock.unlock();
            next.mapped().run(decoder);
        }
    }
};

DecodePool::DecodePool(int threads, const DecoderFactory &makeDecoder) : d(std::make_unique<Private>())
{
    for (int i = 0; i < std::max(threads, 1); ++i)
        d->threads.emplace_back([pool = d.get(), decoder = std::shared_ptr(makeDecoder())] { pool->serve(*decoder); });
}

DecodePool::~DecodePool()
{
    std::map<Place, Job> left;
    {
        const std::lock_guard lock(d->mutex);
        d->stopping = true;
        left.swap(d->waiting);
        d->places.clear();
    }
    d->work.notify_all();
    for (auto &[place, job] : left)
        job.finish(fail(ErrorCode::Cancelled));
    for (std::thread &thread : d->threads)
        thread.join();
}

Pending<Result<FramePtr>> DecodePool::decode(FrameKey key, dicom::PixelDescription description,
                                             TransferSyntaxUid syntax, QByteArray encoded, Priority priority,
                                             CancelToken cancel)
{
    return d->add(
        {std::move(key), std::move(description), std::move(syntax), std::move(encoded), std::move(cancel), 0, {}},
        priority);
}

Pending<Result<FramePtr>> DecodePool::preview(FrameKey key, dicom::PixelDescription description,
                                              TransferSyntaxUid syntax, QByteArray encoded, int reduction,
                                              Priority priority, CancelToken cancel)
{
    return d->add({std::move(key),
                   std::move(description),
                   std::move(syntax),
                   std::move(encoded),
                   std::move(cancel),
                   reduction,
                   {}},
                  priority);
}

void DecodePool::reprioritise(const FrameKey &key, Priority priority)
{
    const std::lock_guard lock(d->mutex);
    const auto [first, last] = d->places.equal_range(key);
    for (auto it = first; it != last; ++it) {
        if (it->second.first == priority)
            continue;
        auto node = d->waiting.extract(it->second);
        // Behind what has this priority already, so that a caller who raises several keeps his order.
        node.key() = it->second = {priority, d->asked++};
        d->waiting.insert(std::move(node));
    }
}

} // namespace consilium::pixels
