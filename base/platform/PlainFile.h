#pragma once
#include "base/Result.h"

#include <QString>

#include <cstdint>
#include <memory>

namespace consilium::platform
{

/// A regular file, read by offset without anything in between: what is read of twenty thousand files costs as many
/// questions to the system as files have to be answered by it, and no more. One thread at a time.
class PlainFile
{
public:
    PlainFile();
    PlainFile(PlainFile &&) noexcept;
    PlainFile &operator=(PlainFile &&) noexcept;
    ~PlainFile();

    /// Errors: NotFound, FileUnreadable with the system's word for it. FileUnreadable "not a regular file" for a pipe,
    /// a socket or a device: none of these is opened, which would wait for somebody who writes into it.
    [[nodiscard]] static Result<PlainFile> open(const QString &path);

    [[nodiscard]] bool isOpen() const;
    /// Bytes, as found when it was opened.
    [[nodiscard]] std::int64_t size() const;
    /// Reads at most `count` bytes from `offset` on. How many it were: fewer where the file ends or cannot be read.
    [[nodiscard]] std::int64_t read(std::int64_t offset, char *into, std::int64_t count);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::platform
