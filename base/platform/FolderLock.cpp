#include "base/platform/FolderLock.h"

#include "base/platform/Platform.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QThread>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace consilium::platform
{

namespace
{

constexpr int askAgainMs = 20;

QString lockPath(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("lock"));
}

tl::unexpected<Error> held()
{
    return fail(ErrorCode::Conflict, QStringLiteral("the folder is in use by another process"));
}

} // namespace

#ifdef Q_OS_UNIX

// flock() belongs to the open file, not to the process: two holders in one process exclude one another too.
struct FolderLock::Private {
    QFile file;
    explicit Private(const QString &path) : file(path) {}
};

Result<FolderLock> FolderLock::take(const QString &folder, int waitMs)
{
    FolderLock lock;
    lock.d = std::make_unique<Private>(lockPath(folder));
    QFile &file = lock.d->file;
    if (!file.open(QIODevice::ReadWrite, QFile::ReadOwner | QFile::WriteOwner))
        return fail(notWritten(file));
    const QDeadlineTimer deadline(waitMs);
    while (::flock(file.handle(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return fail(ErrorCode::FileUnreadable, qt_error_string(errno));
        if (deadline.hasExpired())
            return held();
        QThread::msleep(askAgainMs);
    }
    return lock;
}

void syncFolder(const QString &folder)
{
    const int opened = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0)
        return;
    ::fsync(opened);
    ::close(opened);
}

#else

struct FolderLock::Private {
    QLockFile file;
    explicit Private(const QString &path) : file(path) { file.setStaleLockTime(0); }
};

Result<FolderLock> FolderLock::take(const QString &folder, int waitMs)
{
    FolderLock lock;
    lock.d = std::make_unique<Private>(lockPath(folder));
    if (lock.d->file.tryLock(waitMs))
        return lock;
    if (lock.d->file.error() == QLockFile::LockFailedError)
        return held();
    return fail(ErrorCode::FileUnreadable, QStringLiteral("the lock cannot be made"));
}

void syncFolder(const QString &) {}

#endif

FolderLock::FolderLock() = default;
FolderLock::FolderLock(FolderLock &&) noexcept = default;
FolderLock &FolderLock::operator=(FolderLock &&) noexcept = default;
FolderLock::~FolderLock() = default;

} // namespace consilium::platform
