#pragma once
#include "base/Result.h"

#include <cstddef>
#include <memory>

namespace consilium::platform
{

/// A program of ours that runs beside this one and may crash without taking it along: a block of memory that both see,
/// and a channel for short messages. It is killed with this object, and ends when this process does. One thread at a
/// time.
class HelperProcess
{
public:
    /// `sharedBytes` is address space: pages are taken as they are written. Errors: FileUnreadable (no such program),
    /// OutOfMemory, Unsupported (no such thing on this system).
    [[nodiscard]] static Result<std::unique_ptr<HelperProcess>> start(const QString &program, std::size_t sharedBytes);
    ~HelperProcess();
    HelperProcess(const HelperProcess &) = delete;
    HelperProcess &operator=(const HelperProcess &) = delete;

    [[nodiscard]] std::byte *shared() const;
    [[nodiscard]] std::size_t sharedBytes() const;
    /// Gives pages of the shared block from `offset` on back to the system.
    void releaseShared(std::size_t offset);

    enum class Answer { Message, Timeout, Gone };
    /// False when the other end is gone.
    [[nodiscard]] bool send(const void *message, std::size_t size);
    /// A message of exactly `size` bytes; one of another size counts as Gone.
    [[nodiscard]] Answer receive(void *message, std::size_t size, int timeoutMs);

private:
    HelperProcess();
    struct Private;
    std::unique_ptr<Private> d;
};

/// The helper's own end of it.
class HelperEnd
{
public:
    /// Takes over what start() left for this process. Error InvalidArgument when it was started in another way.
    [[nodiscard]] static Result<HelperEnd> adopt();
    [[nodiscard]] std::byte *shared() const { return m_shared; }
    [[nodiscard]] std::size_t sharedBytes() const { return m_sharedBytes; }
    [[nodiscard]] bool send(const void *message, std::size_t size) const;
    /// Waits; false when the one who started it is gone.
    [[nodiscard]] bool receive(void *message, std::size_t size) const;

private:
    std::byte *m_shared = nullptr;
    std::size_t m_sharedBytes = 0;
};

/// What this process may not do from now on: take more than `addressSpaceBytes`, write files, dump its memory, gain
/// rights. Best effort.
void confineThisProcess(std::size_t addressSpaceBytes);
/// From now on neither this thread nor one that it starts opens a socket, starts a program or looks into another
/// process: each attempt fails with EPERM. After confineThisProcess(), and never before exec. Best effort: nothing on
/// processors that it does not know.
void forbidSocketsAndPrograms();

} // namespace consilium::platform
