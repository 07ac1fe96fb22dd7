#include "app/bridge/FolderLoader.h"

#include "app/bridge/FolderScan.h"

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
    bool isFinished = false;
};

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
    d->stop.cancel();
}

void FolderLoader::start()
{
    const auto scan = std::make_shared<FolderScan>(d->path, d->box, d->stop, d->abandon);
    const int threads = readersOf(d->scanners);
    for (int i = 0; i < threads; ++i)
        d->scanners.start([scan] { scan->work(); });
}

void FolderLoader::stop()
{
    d->stop.cancel();
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
