#include "base/platform/HelperProcess.h"

#include "base/platform/LastingThread.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

#ifdef Q_OS_LINUX
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

extern char **environ;
#endif

namespace consilium::platform
{

#ifdef Q_OS_LINUX

namespace
{

// Where the helper finds its end: above the standard streams.
constexpr int channelFd = 3, memoryFd = 4;

class Descriptor
{
public:
    explicit Descriptor(int fd = -1) : m_fd(fd) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    void reset(int fd)
    {
        close();
        m_fd = fd;
    }
    [[nodiscard]] int get() const { return m_fd; }

private:
    void close() const
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    int m_fd;
};

std::byte *mapShared(int fd, std::size_t size)
{
    void *at = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_NORESERVE, fd, 0);
    return at == MAP_FAILED ? nullptr : static_cast<std::byte *>(at);
}

bool sendWhole(int fd, const void *message, std::size_t size)
{
    ssize_t sent = -1;
    do
        sent = ::send(fd, message, size, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent == ssize_t(size);
}

bool receiveWhole(int fd, void *message, std::size_t size)
{
    ssize_t got = -1;
    do
        got = ::recv(fd, message, size, MSG_TRUNC);
    while (got < 0 && errno == EINTR);
    return got == ssize_t(size);
}

// Between fork and exec by posix_spawn: the two descriptors get their numbers; all others close by themselves.
int spawn(const QByteArray &program, int channel, int memory, pid_t &child)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    // By way of numbers above both: either may stand in the place of the other, or in one on the way.
    const int away = std::max({channel, memory, memoryFd}) + 1;
    posix_spawn_file_actions_adddup2(&actions, channel, away);
    posix_spawn_file_actions_adddup2(&actions, memory, away + 1);
    posix_spawn_file_actions_adddup2(&actions, away, channelFd);
    posix_spawn_file_actions_adddup2(&actions, away + 1, memoryFd);
    posix_spawn_file_actions_addclose(&actions, away);
    posix_spawn_file_actions_addclose(&actions, away + 1);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    QByteArray name = program;
    char *arguments[] = {name.data(), nullptr};
    int error = EAGAIN;
    (void)onLastingThread(
        [&] { error = ::posix_spawn(&child, program.constData(), &actions, nullptr, arguments, environ); });
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

} // namespace

struct HelperProcess::Private {
    pid_t child = -1;
    Descriptor channel, memory;
    std::byte *shared = nullptr;
    std::size_t sharedBytes = 0;
};

HelperProcess::HelperProcess() : d(std::make_unique<Private>()) {}

HelperProcess::~HelperProcess()
{
    if (d->child > 0) {
        ::kill(d->child, SIGKILL);
        while (::waitpid(d->child, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    if (d->shared)
        ::munmap(d->shared, d->sharedBytes);
}

Result<std::unique_ptr<HelperProcess>> HelperProcess::start(const QString &program, std::size_t sharedBytes)
{
    if (!QFileInfo(program).isExecutable())
        return fail(ErrorCode::FileUnreadable, QStringLiteral("no helper program ") + QFileInfo(program).fileName());
    std::unique_ptr<HelperProcess> helper(new HelperProcess);
    Private &d = *helper->d;
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return fail(ErrorCode::OutOfMemory, QStringLiteral("no socket for a helper"));
    d.channel.reset(ends[0]);
    const Descriptor other(ends[1]);
    d.memory.reset(::memfd_create("consilium-helper", MFD_CLOEXEC));
    if (d.memory.get() < 0 || ::ftruncate(d.memory.get(), off_t(sharedBytes)) != 0)
        return fail(ErrorCode::OutOfMemory, QStringLiteral("no shared memory for a helper"));
    d.sharedBytes = sharedBytes;
    d.shared = mapShared(d.memory.get(), sharedBytes);
    if (!d.shared)
        return fail(ErrorCode::OutOfMemory, QStringLiteral("no address space for a helper"));
    pid_t child = -1;
    if (const int error = spawn(QFile::encodeName(program), other.get(), d.memory.get(), child))
        return fail(ErrorCode::FileUnreadable, QStringLiteral("a helper does not start, error %1").arg(error));
    d.child = child;
    return helper;
}

std::byte *HelperProcess::shared() const
{
    return d->shared;
}

std::size_t HelperProcess::sharedBytes() const
{
    return d->sharedBytes;
}

void HelperProcess::releaseShared(std::size_t offset)
{
    constexpr std::size_t page = 4096;
    const std::size_t from = (offset + page - 1) / page * page;
    if (from < d->sharedBytes)
        (void)::fallocate(d->memory.get(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, off_t(from),
                          off_t(d->sharedBytes - from));
}

bool HelperProcess::send(const void *message, std::size_t size)
{
    return sendWhole(d->channel.get(), message, size);
}

HelperProcess::Answer HelperProcess::receive(void *message, std::size_t size, int timeoutMs)
{
    pollfd waiting{d->channel.get(), POLLIN, 0};
    const int ready = ::poll(&waiting, 1, timeoutMs);
    if (ready == 0 || (ready < 0 && errno == EINTR))
        return Answer::Timeout;
    if (ready < 0 || !(waiting.revents & POLLIN))
        return Answer::Gone;
    return receiveWhole(d->channel.get(), message, size) ? Answer::Message : Answer::Gone;
}

Result<HelperEnd> HelperEnd::adopt()
{
    struct stat info {
    };
    HelperEnd end;
    if (::fstat(channelFd, &info) != 0 || !S_ISSOCK(info.st_mode) || ::fstat(memoryFd, &info) != 0 || info.st_size <= 0)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("not started by Consilium"));
    end.m_sharedBytes = std::size_t(info.st_size);
    end.m_shared = mapShared(memoryFd, end.m_sharedBytes);
    if (!end.m_shared)
        return fail(ErrorCode::OutOfMemory);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::close_range(memoryFd + 1, ~0U, 0); // whatever else the workstation has open is none of a helper's business
    return end;
}

bool HelperEnd::send(const void *message, std::size_t size) const
{
    return sendWhole(channelFd, message, size);
}

bool HelperEnd::receive(void *message, std::size_t size) const
{
    return receiveWhole(channelFd, message, size);
}

void confineThisProcess([[maybe_unused]] std::size_t addressSpaceBytes)
{
    const auto limit = [](auto resource, std::size_t value) {
        const rlimit bound{value, value};
        ::setrlimit(resource, &bound);
    };
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    // What libraries say on standard error, which may be a file (~/.xsession-errors), is lost then and no reason to
    // die.
    ::signal(SIGXFSZ, SIG_IGN);
#ifndef CONSILIUM_SANITIZED // which map terabytes
    limit(RLIMIT_AS, addressSpaceBytes);
#endif
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_DUMPABLE, 0);
}

// A crafted file that takes a decoder over finds no way out of it. A list of what is forbidden, not of what is allowed:
// libraries and the C library change what they call.
void forbidSocketsAndPrograms()
{
#if (defined(__x86_64__) || defined(__aarch64__)) && !defined(CONSILIUM_SANITIZED) // which start a symboliser
#ifdef __x86_64__
    constexpr unsigned machine = AUDIT_ARCH_X86_64;
#else
    constexpr unsigned machine = AUDIT_ARCH_AARCH64;
#endif
    constexpr unsigned forbidden[] = {
        __NR_socket,           __NR_connect,           __NR_execve,        __NR_execveat,    __NR_ptrace,
        __NR_process_vm_readv, __NR_process_vm_writev, __NR_bpf,           __NR_userfaultfd, __NR_keyctl,
        __NR_add_key,          __NR_perf_event_open,   __NR_io_uring_setup};
    constexpr std::uint32_t refuse = SECCOMP_RET_ERRNO | EPERM;
    constexpr unsigned otherInterface = 0x40000000; // x32: the same calls under other numbers
    std::vector<sock_filter> filter{
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, machine, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, refuse),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, otherInterface, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, refuse),
    };
    for (const unsigned call : forbidden) {
        filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1));
        filter.push_back(BPF_STMT(BPF_RET | BPF_K, refuse));
    }
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
#endif
}

#else

struct HelperProcess::Private {
};
HelperProcess::HelperProcess() : d(std::make_unique<Private>()) {}
HelperProcess::~HelperProcess() = default;
Result<std::unique_ptr<HelperProcess>> HelperProcess::start(const QString &, std::size_t)
{
    return fail(ErrorCode::Unsupported, QStringLiteral("no helper processes on this system"));
}
std::byte *HelperProcess::shared() const
{
    return nullptr;
}
std::size_t HelperProcess::sharedBytes() const
{
    return 0;
}
void HelperProcess::releaseShared(std::size_t) {}
bool HelperProcess::send(const void *, std::size_t)
{
    return false;
}
HelperProcess::Answer HelperProcess::receive(void *, std::size_t, int)
{
    return Answer::Gone;
}
Result<HelperEnd> HelperEnd::adopt()
{
    return fail(ErrorCode::Unsupported);
}
bool HelperEnd::send(const void *, std::size_t) const
{
    return false;
}
bool HelperEnd::receive(void *, std::size_t) const
{
    return false;
}
void confineThisProcess(std::size_t) {}
void forbidSocketsAndPrograms() {}

#endif

} // namespace consilium::platform
