#include "base/platform/PlainFile.h"

#include <QFile>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <QFileInfo>
#endif

namespace consilium::platform
{

namespace
{

tl::unexpected<Error> notAFile()
{
    return fail(ErrorCode::FileUnreadable, QStringLiteral("not a regular file"));
}

} // namespace

#ifdef Q_OS_UNIX

namespace
{

tl::unexpected<Error> refused(int error)
{
    const bool isGone = error == ENOENT || error == ENOTDIR;
    return fail(isGone ? ErrorCode::NotFound : ErrorCode::FileUnreadable, qt_error_string(error));
}

} // namespace

struct PlainFile::Private {
    int descriptor = -1;
    std::int64_t size = 0;

    Private(int opened, std::int64_t bytes) : descriptor(opened), size(bytes) {}
    ~Private() { ::close(descriptor); }
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;
};

Result<PlainFile> PlainFile::open(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat what {
    };
    if (::stat(name.constData(), &what) != 0)
        return refused(errno);
    if (S_ISDIR(what.st_mode))
        return refused(EISDIR);
    if (!S_ISREG(what.st_mode))
        return notAFile();
    // Without waiting: what it is may have changed just now.
    const int opened = ::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (opened < 0)
        return refused(errno);
    PlainFile file;
    file.d = std::make_unique<Private>(opened, std::int64_t(what.st_size));
    return file;
}

std::int64_t PlainFile::read(std::int64_t offset, char *into, std::int64_t count)
{
    std::int64_t done = 0;
    while (d && done < count) {
        constexpr std::int64_t most = 1 << 30; // more than about 2 GB at once no system reads
        const auto some = std::size_t(std::min(count - done, most));
        const ssize_t read = ::pread(d->descriptor, into + done, some, off_t(offset + done));
        if (read < 0 && errno == EINTR)
            continue;
        if (read <= 0)
            break;
        done += std::int64_t(read);
    }
    return done;
}

#else

struct PlainFile::Private {
    QFile file;
    std::int64_t size = 0;
};

Result<PlainFile> PlainFile::open(const QString &path)
{
    if (const QFileInfo info(path); info.exists() && !info.isFile() && !info.isDir())
        return notAFile();
    PlainFile file;
    file.d = std::make_unique<Private>();
    file.d->file.setFileName(path);
    if (!file.d->file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(file.d->file.exists() ? ErrorCode::FileUnreadable : ErrorCode::NotFound,
                    file.d->file.errorString());
    if (file.d->file.isSequential())
        return notAFile();
    file.d->size = file.d->file.size();
    return file;
}

std::int64_t PlainFile::read(std::int64_t offset, char *into, std::int64_t count)
{
    return d && d->file.seek(offset) ? std::max<std::int64_t>(0, d->file.read(into, count)) : 0;
}

#endif

PlainFile::PlainFile() = default;
PlainFile::PlainFile(PlainFile &&) noexcept = default;
PlainFile &PlainFile::operator=(PlainFile &&) noexcept = default;
PlainFile::~PlainFile() = default;

bool PlainFile::isOpen() const
{
    return d != nullptr;
}

std::int64_t PlainFile::size() const
{
    return d ? d->size : 0;
}

} // namespace consilium::platform
