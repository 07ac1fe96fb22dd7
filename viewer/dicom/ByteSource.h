#pragma once
#include "base/Result.h"
#include "base/platform/PlainFile.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace consilium::dicom
{

/// Bytes by offset, from a file (through a small window, so that a file cut short by somebody else is an error, not a
/// crash) or from memory. Can continue as the inflated view of its own tail (Deflated Explicit VR Little Endian, PS3.5
/// A.5), inflated only as far as is asked for.
class ByteSource
{
public:
    explicit ByteSource(QByteArray bytes);
    [[nodiscard]] static Result<ByteSource> open(const QString &path);
    ByteSource(ByteSource &&) noexcept;
    ByteSource &operator=(ByteSource &&) noexcept;
    ~ByteSource();

    /// Bytes there are from offset 0. Of an inflated source: an upper bound until all of it has been inflated.
    [[nodiscard]] qint64 size() const;
    /// `count` (at most 4096) bytes at `offset`, valid until the next call; nullptr when they do not exist.
    [[nodiscard]] const unsigned char *at(qint64 offset, int count);
    /// The bytes of a range, fewer when the source ends earlier.
    [[nodiscard]] QByteArray copy(qint64 offset, qint64 count);
    /// The same, once, for who needs nothing else any more. Not copied where it is most of what lies in memory that is
    /// nobody else's.
    [[nodiscard]] QByteArray take(qint64 offset, qint64 count);
    /// From here on every offset from `from` means the inflated stream that starts there.
    [[nodiscard]] bool inflateFrom(qint64 from);
    /// True when inflating stopped because the stream is damaged, cut short or longer than the limit (192 MB).
    [[nodiscard]] bool isInflated() const; ///< goes on as the inflated view of its tail
    [[nodiscard]] bool isInflateBroken() const;

private:
    struct Inflater;
    bool inflateTo(qint64 end);

    platform::PlainFile m_file;
    QByteArray m_bytes; ///< everything (memory), or the window of the file
    qint64 m_windowAt = 0;
    qint64 m_size = 0;
    std::unique_ptr<Inflater> m_inflater;
};

} // namespace consilium::dicom
