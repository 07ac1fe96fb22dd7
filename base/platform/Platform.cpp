#include "base/platform/Platform.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QThread>

#include <algorithm>
#include <cerrno>
#include <initializer_list>

#ifdef Q_OS_UNIX
#include <ctime>
#include <sys/socket.h>
#include <unistd.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace consilium::platform
{

namespace
{

// "VmHWM:   123 kB" in /proc/self/status and /proc/meminfo; -1 where there is no such file or line.
std::int64_t procValueBytes(const char *file, const char *key)
{
    QFile f(QString::fromLatin1(file));
    if (!f.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray all = f.readAll();
    for (const QByteArray &line : all.split('\n')) {
        if (!line.startsWith(key))
            continue;
        const QList<QByteArray> words = line.simplified().split(' ');
        return words.size() >= 2 ? words[1].toLongLong() * 1024 : -1;
    }
    return -1;
}

} // namespace

int cpuCount()
{
    return std::max(1, QThread::idealThreadCount());
}

std::int64_t residentBytes()
{
    return procValueBytes("/proc/self/status", "VmRSS:");
}

std::int64_t peakResidentBytes()
{
    return procValueBytes("/proc/self/status", "VmHWM:");
}

std::int64_t physicalMemoryBytes()
{
    return procValueBytes("/proc/meminfo", "MemTotal:");
}

std::int64_t availableMemoryBytes()
{
    return procValueBytes("/proc/meminfo", "MemAvailable:");
}

Result<std::int64_t> freeDiskBytes(const QString &folder)
{
    const QStorageInfo storage(folder);
    if (!storage.isValid())
        return fail(ErrorCode::NotFound, QStringLiteral("no such folder"));
    return storage.bytesAvailable();
}

Error notWritten(const QFileDevice &file, std::int64_t bytes)
{
    const QString said = file.errorString();
    const auto isSaid = [&said](std::initializer_list<int> causes) {
        return std::any_of(causes.begin(), causes.end(), [&](int cause) { return said == qt_error_string(cause); });
    };
#ifdef EDQUOT
    const bool isFull = isSaid({ENOSPC, EDQUOT, EFBIG});
#else
    const bool isFull = isSaid({ENOSPC, EFBIG});
#endif
    if (isFull)
        return {ErrorCode::DiskFull, said};
    // A write that ends half way tells no cause: room for the rest is what it lacks.
    bool isTold = false;
    for (int cause = 1; cause < 134 && !isTold; ++cause) // of errno, on any system
        isTold = said == qt_error_string(cause);
    if (file.error() == QFileDevice::WriteError && !isTold)
        return {ErrorCode::DiskFull, QStringLiteral("no room for all of %1 bytes").arg(bytes)};
    // A file system without any size has no room either, and is no disk.
    const QStorageInfo storage(QFileInfo(file.fileName()).path());
    const bool hasNoRoom = storage.isValid() && storage.bytesTotal() > 0 && storage.bytesAvailable() < bytes;
    if (hasNoRoom && !isSaid({EACCES, EPERM, EROFS, ENOENT, ENOTDIR}))
        return {ErrorCode::DiskFull, QStringLiteral("no space left for %1 bytes").arg(bytes)};
    return {ErrorCode::FileUnreadable, QStringLiteral("it cannot be written: %1").arg(said)};
}

void trimHeap()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

std::int64_t processAgeMs()
{
#ifdef Q_OS_LINUX
    // Field 22 of /proc/self/stat is the start time in clock ticks since boot; fields are counted after the last ')'.
    QFile f(QStringLiteral("/proc/self/stat"));
    if (!f.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray all = f.readAll();
    const QList<QByteArray> fields = all.mid(all.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 20)
        return -1;
    timespec now{};
    if (clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return -1;
    const std::int64_t startMs = fields[19].toLongLong() * 1000 / sysconf(_SC_CLK_TCK);
    return std::int64_t(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000 - startMs;
#else
    return -1;
#endif
}

bool isOwnUser(unsigned userId)
{
#ifdef Q_OS_UNIX
    return userId == getuid();
#else
    Q_UNUSED(userId)
    return true;
#endif
}

bool isPeerSameUser(std::intptr_t socket)
{
#ifdef Q_OS_LINUX
    ucred peer{};
    socklen_t size = sizeof peer;
    return getsockopt(int(socket), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == getuid();
#else
    Q_UNUSED(socket)
    return true;
#endif
}

} // namespace consilium::platform
