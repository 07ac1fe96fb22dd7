#include "tests/bench/BareHeaders.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dctk.h>

#include <QDirIterator>
#include <QElapsedTimer>

#include <atomic>
#include <thread>
#include <vector>

namespace consilium::bench
{

double readBareHeaders(const QString &folder, int threads)
{
    OFLog::configure(OFLogger::OFF_LOG_LEVEL);
    QElapsedTimer clock;
    clock.start();
    std::vector<QByteArray> paths;
    for (QDirIterator each(folder, QDir::Files, QDirIterator::Subdirectories); each.hasNext();)
        paths.push_back(each.next().toLocal8Bit());
    std::atomic<std::size_t> next = 0;
    std::atomic<int> read = 0;
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i)
        workers.emplace_back([&] {
            constexpr Uint32 longestValue = 4096; // longer ones stay in the file
            for (std::size_t at = next++; at < paths.size(); at = next++) {
                DcmFileFormat file;
                const OFCondition done = file.loadFileUntilTag(paths[at].constData(), EXS_Unknown, EGL_noChange,
                                                               longestValue, ERM_autoDetect, DCM_PixelData);
                read += done.good() ? 1 : 0;
            }
        });
    for (std::thread &worker : workers)
        worker.join();
    return read > 0 ? double(clock.nsecsElapsed()) / 1e6 : 0.0;
}

} // namespace consilium::bench
