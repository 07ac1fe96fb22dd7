#include "viewer/dicom/ByteSource.h"

#include <zlib.h>

#include <algorithm>
#include <utility>

namespace consilium::dicom
{

namespace
{
constexpr qint64 windowBytes = 64 * 1024;
constexpr qint64 firstWindowBytes = 8 * 1024; ///< most headers end within: of 20,000 files the rest is not read
constexpr qint64 inflateLimit = 192 * 1024 * 1024;

/// Fewer bytes than `count` where the file ends.
QByteArray bytesOf(platform::PlainFile &file, qint64 offset, qint64 count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    bytes.truncate(file.read(offset, bytes.data(), count));
    return bytes;
}
} // namespace

struct ByteSource::Inflater {
    z_stream stream{};
    qint64 start =
        0; ///< offset at which the deflated stream began; m_bytes then holds [0, start) and what was inflated
    qint64 readAt = 0;
    platform::PlainFile file; ///< not open: `memory`
    QByteArray memory;
    QByteArray input;
    bool ended = false, broken = false;

    ~Inflater() { inflateEnd(&stream); }
    QByteArray nextInput()
    {
        QByteArray piece = file.isOpen() ? bytesOf(file, readAt, windowBytes) : memory.mid(readAt, windowBytes);
        readAt += piece.size();
        return piece;
    }
};

ByteSource::ByteSource(QByteArray bytes) : m_bytes(std::move(bytes)), m_size(m_bytes.size()) {}
ByteSource::ByteSource(ByteSource &&) noexcept = default;
ByteSource &ByteSource::operator=(ByteSource &&) noexcept = default;
ByteSource::~ByteSource() = default;

Result<ByteSource> ByteSource::open(const QString &path)
{
    Result<platform::PlainFile> file = platform::PlainFile::open(path);
    if (!file)
        return fail(file.error());
    ByteSource source{QByteArray()};
    source.m_size = file->size();
    source.m_file = std::move(*file);
    return source;
}

qint64 ByteSource::size() const
{
    if (m_inflater)
        return m_inflater->ended ? m_bytes.size() : m_inflater->start + inflateLimit;
    return m_size;
}

bool ByteSource::isInflated() const
{
    return m_inflater != nullptr;
}

bool ByteSource::isInflateBroken() const
{
    return m_inflater && m_inflater->broken;
}

const unsigned char *ByteSource::at(qint64 offset, int count)
{
    if (offset < 0 || count < 0)
        return nullptr;
    if (m_inflater) {
        if (!inflateTo(offset + count))
            return nullptr;
        return reinterpret_cast<const unsigned char *>(m_bytes.constData()) + offset;
    }
    if (offset + count > m_size)
        return nullptr;
    if (count == 0) // whether there is so much, and nothing of it
        return reinterpret_cast<const unsigned char *>(m_bytes.constData());
    if (m_file.isOpen() && (offset < m_windowAt || offset + count > m_windowAt + m_bytes.size())) {
        const qint64 window = std::max<qint64>(m_bytes.isEmpty() ? firstWindowBytes : windowBytes, count);
        m_bytes = bytesOf(m_file, offset, std::min(window, m_size - offset));
        m_windowAt = offset;
        if (m_bytes.size() < count)
            return nullptr;
    }
    return reinterpret_cast<const unsigned char *>(m_bytes.constData()) + (offset - m_windowAt);
}

QByteArray ByteSource::copy(qint64 offset, qint64 count)
{
    if (offset < 0 || count <= 0)
        return {};
    if (m_inflater) {
        inflateTo(offset + count);
        return m_bytes.mid(offset, count);
    }
    count = std::min(count, m_size - offset);
    if (count <= 0)
        return {};
    if (offset >= m_windowAt && offset + count <= m_windowAt + m_bytes.size())
        return m_bytes.mid(offset - m_windowAt, count);
    return m_file.isOpen() ? bytesOf(m_file, offset, count) : QByteArray();
}

QByteArray ByteSource::take(qint64 offset, qint64 count)
{
    // A small part would keep all the rest in memory with it.
    const bool isInOwnMemory = !m_file.isOpen() && !m_inflater && m_bytes.isDetached();
    if (!isInOwnMemory || offset < 0 || offset >= m_size || count < m_size / 2)
        return copy(offset, count);
    QByteArray bytes = std::exchange(m_bytes, {});
    m_size = 0;
    bytes.truncate(std::min<qint64>(offset + count, bytes.size()));
    bytes.remove(0, offset); // moves the begin, not the bytes
    return bytes;
}

bool ByteSource::inflateFrom(qint64 from)
{
    auto inflater = std::make_unique<Inflater>();
    if (inflateInit2(&inflater->stream, -15) != Z_OK) // raw deflate, no zlib header: PS3.5 A.5
        return false;
    QByteArray head = copy(0, from);
    inflater->start = from;
    inflater->readAt = from;
    inflater->memory = m_file.isOpen() ? QByteArray() : m_bytes;
    inflater->file = std::move(m_file);
    m_bytes = std::move(head);
    m_windowAt = 0;
    m_inflater = std::move(inflater);
    return true;
}

bool ByteSource::inflateTo(qint64 end)
{
    Inflater &z = *m_inflater;
    if (end > z.start + inflateLimit) {
        z.broken = true;
        return false;
    }
    while (m_bytes.size() < end && !z.ended) {
        if (z.stream.avail_in == 0) {
            z.input = z.nextInput();
            z.stream.next_in = reinterpret_cast<Bytef *>(z.input.data());
            z.stream.avail_in = static_cast<uInt>(z.input.size());
        }
        const qint64 had = m_bytes.size();
        m_bytes.resize(had + windowBytes);
        z.stream.next_out = reinterpret_cast<Bytef *>(m_bytes.data()) + had;
        z.stream.avail_out = windowBytes;
        const int status = inflate(&z.stream, Z_NO_FLUSH);
        m_bytes.resize(had + windowBytes - static_cast<qint64>(z.stream.avail_out));
        if (status == Z_STREAM_END) {
            z.ended = true;
        } else if (status != Z_OK || (z.input.isEmpty() && m_bytes.size() == had)) {
            z.ended = z.broken = true;
        }
    }
    return m_bytes.size() >= end;
}

} // namespace consilium::dicom
