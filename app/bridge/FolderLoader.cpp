#include "app/bridge/FolderLoader.h"

#include "app/bridge/FolderScan.h"
#include "base/WorkPool.h"
#include "base/platform/Platform.h"

#include <algorithm>

namespace consilium::app
{

using NewsBox = FolderScan::Box;

namespace
{

// Headers come from a disk and are taken apart by the processor: more threads than this wait for the disk.
constexpr int mostReaders = 4;

int readersOf(const QThreadPool &pool)
{
    return std::clamp(pool.maxThreadCount(), 1, mostReaders);
}

} // namespace

struct FolderLoader::Private {
    explicit Private(QThreadPool &pool) : scanners(pool) {}

    QThreadPool &scanners;
    QString path;
    CancelToken stop, abandon;
    std::shared_ptr<NewsBox> box;
    int threads = 0;
    bool isFinished = false;

    void end()
    {
        if (!isFinished && !stop.isCancelled()) // a dead medium keeps them for good
            scanners.setMaxThreadCount(scanners.maxThreadCount() + threads);
        stop.cancel();
    }
};

FolderThreads::FolderThreads() : m_pool(std::make_unique<QThreadPool>())
{
    // One that waits for a slow medium shall not hold up the next folder.
    m_pool->setMaxThreadCount(std::max(2, platform::cpuCount()));
}

FolderThreads::~FolderThreads()
{
    constexpr int longestMs = 2000; // an answer that is on its way
    m_pool->clear();
    if (!waitForWork(*m_pool, longestMs))
        (void)m_pool.release();
}

FolderLoader::FolderLoader(QString path, QThreadPool &scanners, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(scanners))
{
    d->path = std::move(path);
    d->box = std::make_shared<NewsBox>(this, [this](const std::vector<News> &all) {
        for (const News &news : all) {
            d->isFinished = d->isFinished || news.isFinished;
            Q_EMIT found(news);
        }
    });
}

FolderLoader::~FolderLoader()
{
    d->box->close();
    d->abandon.cancel();
    d->end();
}

void FolderLoader::start()
{
    const auto scan = std::make_shared<FolderScan>(d->path, d->box, d->stop, d->abandon);
    d->threads = readersOf(d->scanners);
    for (int i = 0; i < d->threads; ++i)
        startWork(d->scanners, [scan] { scan->work(); });
}

void FolderLoader::stop()
{
    d->end();
}

const QString &FolderLoader::path() const
{
    return d->path;
}

bool FolderLoader::isFinished() const
{
    return d->isFinished;
}

} // namespace consilium::app
