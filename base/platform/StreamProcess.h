#pragma once
#include "base/Result.h"

#include <QByteArray>
#include <QStringList>

#include <cstddef>
#include <memory>

namespace consilium::platform
{

/// Bytes without a name on any disk, for a program that has to read them as a file. Only memory holds them: they go
/// with the last who has them open.
class MemoryFile
{
public:
    /// Error OutOfMemory, Unsupported (no such thing on this system).
    [[nodiscard]] static Result<MemoryFile> holding(const QByteArray &bytes);
    MemoryFile(MemoryFile &&other) noexcept;
    MemoryFile &operator=(MemoryFile &&other) noexcept;
    MemoryFile(const MemoryFile &) = delete;
    MemoryFile &operator=(const MemoryFile &) = delete;
    ~MemoryFile();
    [[nodiscard]] int descriptor() const { return m_fd; }

private:
    explicit MemoryFile(int fd) : m_fd(fd) {}
    int m_fd = -1;
};

/// A program that reads a MemoryFile as its standard input and writes to a pipe; it has no other open file and hears
/// nothing else. It is killed with this object, and waits while nobody reads. One thread at a time.
class StreamProcess
{
public:
    /// Errors: FileUnreadable (no such program, it does not start), OutOfMemory, Unsupported (no such thing on this
    /// system).
    [[nodiscard]] static Result<std::unique_ptr<StreamProcess>>
    start(const QString &program, const QStringList &arguments, const MemoryFile &input);
    ~StreamProcess();
    StreamProcess(const StreamProcess &) = delete;
    StreamProcess &operator=(const StreamProcess &) = delete;

    enum class Answer { Bytes, End, Timeout };
    /// At most `size` bytes, `*count` came. Timeout: none for `timeoutMs`.
    [[nodiscard]] Answer read(void *into, std::size_t size, std::size_t *count, int timeoutMs);
    /// How it ended, asked once after the End: by itself and content, by itself with a complaint, or by a signal.
    enum class Ending { Well, Badly, Killed };
    [[nodiscard]] Ending ending();

private:
    StreamProcess();
    struct Private;
    std::unique_ptr<Private> d;
};

/// Becomes another program, which has no rights that this one lacks: no network where the system allows to do without,
/// no environment but a neutral language, no open files but the standard streams, at most `addressSpaceBytes` and
/// `cpuSeconds`, no files written. Returns only when that program cannot be started.
void becomeConfined(const QStringList &command, std::size_t addressSpaceBytes, int cpuSeconds);

} // namespace consilium::platform
