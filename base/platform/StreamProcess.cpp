#include "base/platform/StreamProcess.h"

#include "base/platform/HelperProcess.h"
#include "base/platform/LastingThread.h"

#include <QFile>
#include <QFileInfo>

#include <utility>
#include <vector>

#ifdef Q_OS_LINUX
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;
#endif

namespace consilium::platform
{

MemoryFile::MemoryFile(MemoryFile &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}

MemoryFile &MemoryFile::operator=(MemoryFile &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    return *this;
}

#ifdef Q_OS_LINUX

namespace
{

bool writeWhole(int fd, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(fd, bytes.constData() + done, std::size_t(bytes.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        done += written;
    }
    return true;
}

/// Between fork and exec by posix_spawn. Everything above the standard streams closes by itself.
int spawn(const QByteArray &program, std::vector<char *> &arguments, int input, int output, pid_t &child)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    // By way of numbers above the standard streams: either may be one of them.
    const int away = std::max({input, output, STDERR_FILENO}) + 1;
    posix_spawn_file_actions_adddup2(&actions, input, away);
    posix_spawn_file_actions_adddup2(&actions, output, away + 1);
    posix_spawn_file_actions_adddup2(&actions, away, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, away + 1, STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, away);
    posix_spawn_file_actions_addclose(&actions, away + 1);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    int error = EAGAIN;
    (void)onLastingThread(
        [&] { error = ::posix_spawn(&child, program.constData(), &actions, nullptr, arguments.data(), environ); });
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

/// For exec: pointers into `kept`, a null behind them.
std::vector<char *> pointersTo(std::vector<QByteArray> &kept)
{
    std::vector<char *> pointers;
    for (QByteArray &argument : kept)
        pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    return pointers;
}

} // namespace

Result<MemoryFile> MemoryFile::holding(const QByteArray &bytes)
{
    MemoryFile file(::memfd_create("consilium-stream", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (file.m_fd < 0 || !writeWhole(file.m_fd, bytes) || ::lseek(file.m_fd, 0, SEEK_SET) != 0)
        return fail(ErrorCode::OutOfMemory, QStringLiteral("no memory for %1 bytes of a stream").arg(bytes.size()));
    // Whoever reads it cannot change it.
    (void)::fcntl(file.m_fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL);
    return file;
}

MemoryFile::~MemoryFile()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

struct StreamProcess::Private {
    pid_t child = -1;
    int output = -1;
};

StreamProcess::StreamProcess() : d(std::make_unique<Private>()) {}

StreamProcess::~StreamProcess()
{
    if (d->output >= 0)
        ::close(d->output);
    if (d->child > 0) {
        ::kill(d->child, SIGKILL);
        while (::waitpid(d->child, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
}

Result<std::unique_ptr<StreamProcess>> StreamProcess::start(const QString &program, const QStringList &arguments,
                                                            const MemoryFile &input)
{
    if (!QFileInfo(program).isExecutable())
        return fail(ErrorCode::FileUnreadable, QStringLiteral("no helper program ") + QFileInfo(program).fileName());
    std::unique_ptr<StreamProcess> process(new StreamProcess);
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return fail(ErrorCode::OutOfMemory, QStringLiteral("no pipe for a helper"));
    process->d->output = ends[0];
    std::vector<QByteArray> kept{QFile::encodeName(program)};
    for (const QString &argument : arguments)
        kept.push_back(argument.toUtf8());
    std::vector<char *> pointers = pointersTo(kept);
    const int error = spawn(kept.front(), pointers, input.descriptor(), ends[1], process->d->child);
    ::close(ends[1]);
    if (error != 0)
        return fail(ErrorCode::FileUnreadable, QStringLiteral("a helper does not start, error %1").arg(error));
    return process;
}

StreamProcess::Answer StreamProcess::read(void *into, std::size_t size, std::size_t *count, int timeoutMs)
{
    *count = 0;
    pollfd waiting{d->output, POLLIN, 0};
    const int ready = ::poll(&waiting, 1, timeoutMs);
    if (ready == 0 || (ready < 0 && errno == EINTR))
        return Answer::Timeout;
    const ssize_t got = ready < 0 ? 0 : ::read(d->output, into, size);
    if (got < 0 && errno == EINTR)
        return Answer::Timeout;
    if (got <= 0)
        return Answer::End;
    *count = std::size_t(got);
    return Answer::Bytes;
}

StreamProcess::Ending StreamProcess::ending()
{
    int status = 0;
    pid_t gone = -1;
    do
        gone = ::waitpid(d->child, &status, 0);
    while (gone < 0 && errno == EINTR);
    d->child = -1;
    if (gone <= 0 || !WIFEXITED(status))
        return Ending::Killed;
    return WEXITSTATUS(status) == 0 ? Ending::Well : Ending::Badly;
}

void becomeConfined(const QStringList &command, std::size_t addressSpaceBytes, int cpuSeconds)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::close_range(STDERR_FILENO + 1, ~0U, 0);      // what others opened without the wish to keep it to themselves
    (void)::unshare(CLONE_NEWUSER | CLONE_NEWNET); // not everywhere permitted; what it runs asks for no network anyway
    confineThisProcess(addressSpaceBytes);
    const rlimit seconds{rlim_t(cpuSeconds), rlim_t(cpuSeconds)};
    ::setrlimit(RLIMIT_CPU, &seconds);
    std::vector<QByteArray> kept, neutral{QByteArrayLiteral("LC_ALL=C")};
    for (const QString &argument : command)
        kept.push_back(argument.toUtf8());
    std::vector<char *> pointers = pointersTo(kept), variables = pointersTo(neutral);
    if (!kept.empty())
        ::execve(pointers.front(), pointers.data(), variables.data());
}

#else

Result<MemoryFile> MemoryFile::holding(const QByteArray &)
{
    return fail(ErrorCode::Unsupported, QStringLiteral("no files in memory on this system"));
}
MemoryFile::~MemoryFile() = default;
struct StreamProcess::Private {
};
StreamProcess::StreamProcess() : d(std::make_unique<Private>()) {}
StreamProcess::~StreamProcess() = default;
Result<std::unique_ptr<StreamProcess>> StreamProcess::start(const QString &, const QStringList &, const MemoryFile &)
{
    return fail(ErrorCode::Unsupported, QStringLiteral("no helper processes on this system"));
}
StreamProcess::Answer StreamProcess::read(void *, std::size_t, std::size_t *count, int)
{
    *count = 0;
    return Answer::End;
}
StreamProcess::Ending StreamProcess::ending()
{
    return Ending::Badly;
}
void becomeConfined(const QStringList &, std::size_t, int) {}

#endif

} // namespace consilium::platform
