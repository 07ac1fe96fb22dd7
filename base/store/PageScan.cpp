#include "base/store/PageScan.h"

#include "base/platform/PlainFile.h"

#include <QHash>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace consilium::store
{

namespace
{

constexpr int logHeaderBytes = 32, frameHeaderBytes = 24;
constexpr int frameBytes = frameHeaderBytes + pageBytes;
constexpr qsizetype fileHeaderBytes = 100, versionAt = 60;
constexpr quint32 logMagic = 0x377f0682; ///< the last bit: words of the checksums are big endian

quint32 bigEndian(const QByteArray &bytes, qsizetype at)
{
    return at >= 0 && at + 4 <= bytes.size() ? qFromBigEndian<quint32>(bytes.constData() + at) : 0;
}

/// What every store has in the first bytes: size of a page, write-ahead log, no reserved bytes, fractions (0 to 23);
/// format of the schema 4, no cache size, no vacuum, UTF-8 (44 to 59), no vacuum (64). Some of it SQLite believes
/// without a check, and would read texts in another encoding or take the file for one that is never written.
bool isHeaderOfStore(const QByteArray &page)
{
    static const QByteArray begin = QByteArray::fromHex("53514c69746520666f726d61742033001000020200402020");
    static const QByteArray middle = QByteArray::fromHex("00000004000000000000000000000001");
    return page.startsWith(begin) && page.mid(44, middle.size()) == middle && bigEndian(page, 64) == 0;
}

/// The checksum of the log, which goes on from one piece to the next.
class Checksum
{
public:
    explicit Checksum(bool isBigEndian) : m_isBigEndian(isBigEndian) {}
    void add(const QByteArray &bytes, qsizetype from, qsizetype count)
    {
        for (qsizetype at = from; at + 8 <= from + count; at += 8) {
            m_first += word(bytes, at) + m_second;
            m_second += word(bytes, at + 4) + m_first;
        }
    }
    /// Goes on from what stands there, whatever was added.
    void set(const QByteArray &bytes, qsizetype at)
    {
        m_first = bigEndian(bytes, at);
        m_second = bigEndian(bytes, at + 4);
    }
    [[nodiscard]] bool isAt(const QByteArray &bytes, qsizetype at) const
    {
        return bigEndian(bytes, at) == m_first && bigEndian(bytes, at + 4) == m_second;
    }

private:
    [[nodiscard]] quint32 word(const QByteArray &bytes, qsizetype at) const
    {
        const char *const data = bytes.constData() + at;
        return m_isBigEndian ? qFromBigEndian<quint32>(data) : qFromLittleEndian<quint32>(data);
    }
    bool m_isBigEndian;
    quint32 m_first = 0, m_second = 0;
};

bool holds(const QByteArray &frame, Checksum before)
{
    before.add(frame, 0, 8);
    before.add(frame, frameHeaderBytes, pageBytes);
    return before.isAt(frame, 16);
}

/// One wrong bit in the number of the page, or in the mark of a transaction's end, is found out by the checksum: left
/// alone it would put the page in another's place. Of any other wrong bit the seals tell.
void mendHead(QByteArray &frame, const Checksum &before)
{
    for (int bit = 0; bit < 64; ++bit) {
        const auto mask = char(1 << (bit % 8));
        frame[bit / 8] = char(frame[bit / 8] ^ mask);
        if (holds(frame, before))
            return;
        frame[bit / 8] = char(frame[bit / 8] ^ mask);
    }
}

/// The pages of a store, those of the log before those of the file.
class Pages
{
public:
    static Result<Pages> open(const QString &path)
    {
        auto file = platform::PlainFile::open(path);
        if (!file)
            return fail(file.error());
        Pages pages;
        pages.m_file = std::move(*file);
        pages.m_count = quint32(std::min<std::int64_t>((pages.m_file.size() + pageBytes - 1) / pageBytes, 0x7fffffff));
        if (auto log = platform::PlainFile::open(path + QStringLiteral("-wal")); log && log->size() > 0) {
            pages.m_log = std::move(*log);
            pages.readLog();
        } else if (!log && log.error().code != ErrorCode::NotFound) {
            return fail(log.error());
        }
        return pages;
    }

    [[nodiscard]] quint32 count() const { return m_count; } ///< numbers run from 1 to this
    [[nodiscard]] bool isLogBroken() const { return m_isLogBroken; }
    [[nodiscard]] bool hasUnreadable() const { return m_hasUnreadable; }

    /// The first page as the file has it, whatever the log says.
    QByteArray fileHeader()
    {
        QByteArray bytes(fileHeaderBytes, '\0');
        (void)m_file.read(0, bytes.data(), fileHeaderBytes);
        return bytes;
    }
    /// Filled up with zeros where the file ends or the medium does not give it.
    QByteArray page(quint32 number)
    {
        QByteArray bytes(pageBytes, '\0');
        if (const auto kept = m_inLog.constFind(number); kept != m_inLog.constEnd()) {
            (void)m_log.read(*kept, bytes.data(), pageBytes);
            return bytes;
        }
        const std::int64_t from = std::int64_t(number - 1) * pageBytes;
        const std::int64_t there = std::clamp<std::int64_t>(m_file.size() - from, 0, pageBytes);
        m_hasUnreadable = m_file.read(from, bytes.data(), there) < there || m_hasUnreadable;
        return bytes;
    }

private:
    /// Which page of the log is the last of its number that was committed. Frames of the log that was there before have
    /// other salts; one of the two is enough, so that a broken frame does not hide what it holds.
    void readLog()
    {
        QByteArray header(logHeaderBytes, '\0');
        const bool isThere = m_log.read(0, header.data(), logHeaderBytes) == logHeaderBytes;
        const auto frames = (m_log.size() - logHeaderBytes) / frameBytes;
        const quint32 magic = bigEndian(header, 0);
        Checksum sum((magic & 1) != 0);
        sum.add(header, 0, 24);
        const bool isHeaderGood =
            isThere && (magic & ~1U) == logMagic && sum.isAt(header, 24) && bigEndian(header, 8) == quint32(pageBytes);
        sum.set(header, 24);
        quint32 salts[2] = {bigEndian(header, 16), bigEndian(header, 20)};
        bool isGoodSoFar = isHeaderGood, isCommittedBehind = false;
        std::vector<std::pair<quint32, std::int64_t>> waiting; // of a transaction whose end has not come yet
        for (std::int64_t i = 0; i < frames; ++i) {
            const std::int64_t at = logHeaderBytes + i * frameBytes;
            QByteArray frame(frameBytes, '\0');
            if (m_log.read(at, frame.data(), frameBytes) != frameBytes)
                break;
            if (i == 0 && !isHeaderGood) {
                salts[0] = bigEndian(frame, 8);
                salts[1] = bigEndian(frame, 12);
            }
            const bool isFirst = bigEndian(frame, 8) == salts[0], isSecond = bigEndian(frame, 12) == salts[1];
            const bool isWhole = holds(frame, sum);
            isGoodSoFar = isGoodSoFar && isFirst && isSecond && isWhole;
            if (!isWhole && isFirst && isSecond)
                mendHead(frame, sum);
            sum.set(frame, 16);
            if (!isFirst && !isSecond)
                continue;
            const quint32 number = bigEndian(frame, 0), isCommit = bigEndian(frame, 4);
            if (number > 0 && number < 0x7fffffff)
                waiting.emplace_back(number, at + frameHeaderBytes);
            if (isCommit == 0)
                continue;
            isCommittedBehind = isCommittedBehind || !isGoodSoFar;
            for (const auto &[page, where] : waiting)
                m_inLog.insert(page, where);
            waiting.clear();
        }
        m_isLogBroken = isCommittedBehind || (!isHeaderGood && frames > 0);
        const quint32 most = m_count + quint32(frames); // behind it: a number that damage has made up
        for (auto it = m_inLog.constBegin(); it != m_inLog.constEnd(); ++it)
            if (it.key() <= most)
                m_count = std::max(m_count, it.key());
    }

    platform::PlainFile m_file, m_log;
    QHash<quint32, std::int64_t> m_inLog;
    quint32 m_count = 0;
    bool m_isLogBroken = false, m_hasUnreadable = false;
};

/// Reads a variable-length integer and moves on; -1 behind the end.
std::int64_t varint(const QByteArray &bytes, qsizetype &at)
{
    quint64 value = 0;
    for (int i = 0; i < 9; ++i, ++at) {
        if (at < 0 || at >= bytes.size())
            return -1;
        const auto byte = quint8(bytes[at]);
        if (i == 8) {
            ++at;
            return std::int64_t(value << 8 | byte);
        }
        value = value << 7 | (byte & 0x7f);
        if (byte < 0x80) {
            ++at;
            return std::int64_t(value);
        }
    }
    return -1;
}

/// The payload of a cell that begins in the page at `at`, with what lies on overflow pages. Empty: none.
QByteArray payloadOf(Pages &pages, const QByteArray &page, qsizetype at, std::int64_t size)
{
    constexpr std::int64_t most = pageBytes - 35, least = (pageBytes - 12) * 32 / 255 - 23;
    std::int64_t here = size;
    if (size > most) {
        const std::int64_t fitting = least + (size - least) % (pageBytes - 4);
        here = fitting <= most ? fitting : least;
    }
    if (at + here > page.size() || (here < size && at + here + 4 > page.size()))
        return {};
    QByteArray payload = page.mid(at, here);
    quint32 next = here < size ? bigEndian(page, at + here) : 0;
    while (payload.size() < size && next > 0 && next <= pages.count()) {
        const QByteArray more = pages.page(next);
        payload += more.mid(4, std::min<std::int64_t>(size - payload.size(), pageBytes - 4));
        next = bigEndian(more, 0);
    }
    return payload.size() == size ? payload : QByteArray();
}

/// A record of four columns (revision: the rowid, kind, name, sealed value), as every table of a store has them.
std::optional<Row> rowOf(const QByteArray &payload, std::int64_t rowid)
{
    qsizetype at = 0;
    const std::int64_t header = varint(payload, at);
    std::array<std::int64_t, 4> types{};
    for (std::int64_t &type : types)
        type = varint(payload, at);
    const std::int64_t most = 2 * std::int64_t(payload.size()) + 13;
    if (types[1] > most || types[3] > most)
        return std::nullopt;
    const std::int64_t kindBytes = (types[1] - 13) / 2, sealedBytes = (types[3] - 12) / 2;
    if (at != header || types[0] != 0 || types[1] < 13 || types[1] % 2 == 0 || types[2] != 12 + 2 * Seal::nameBytes ||
        types[3] < 12 || types[3] % 2 != 0 || kindBytes + Seal::nameBytes + sealedBytes != payload.size() - header)
        return std::nullopt;
    return Row{payload.mid(header, kindBytes), payload.mid(header + kindBytes, Seal::nameBytes), rowid,
               payload.mid(header + kindBytes + Seal::nameBytes)};
}

void scanLeaf(Pages &pages, const QByteArray &page, qsizetype header, const std::function<void(const Row &)> &found)
{
    // A leaf of a table begins with 0x0d. One wrong bit shall not hide the page: a page of another kind that has these
    // bytes gives nothing with a seal that holds.
    const auto kind = quint8(page[header]);
    const unsigned differing = kind ^ 0x0dU;
    if ((differing & (differing - 1)) != 0)
        return;
    // A row's name, nonce and tag alone take 60 bytes: a number that damage has made up costs no more time than this.
    const int cells = std::min<int>(qFromBigEndian<quint16>(page.constData() + header + 3), pageBytes / 60);
    for (int i = 0; i < cells; ++i) {
        const qsizetype pointer = header + 8 + 2 * i;
        if (pointer + 2 > page.size())
            return;
        qsizetype at = qFromBigEndian<quint16>(page.constData() + pointer);
        const std::int64_t size = varint(page, at), rowid = varint(page, at);
        if (size <= 0 || size > mostSealedBytes || size > std::int64_t(pages.count()) * pageBytes || rowid <= 0)
            continue;
        const QByteArray payload = payloadOf(pages, page, at, size);
        if (payload.isEmpty())
            continue;
        if (const auto row = rowOf(payload, rowid))
            found(*row);
    }
}

} // namespace

Result<PageScan> scanPages(const QString &path, const std::function<void(const Row &)> &found)
{
    auto pages = Pages::open(path);
    if (!pages)
        return fail(pages.error());
    PageScan scan;
    const QByteArray ownHeader = pages->fileHeader();
    for (quint32 number = 1; number <= pages->count(); ++number) {
        const QByteArray page = pages->page(number);
        if (number == 1) {
            const bool isDatabase = page.startsWith(QByteArrayView("SQLite format 3", 16)) ||
                                    ownHeader.startsWith(QByteArrayView("SQLite format 3", 16));
            if (isDatabase)
                scan.statedVersion = bigEndian(page, versionAt);
            scan.isHeaderGood = isHeaderOfStore(page) && isHeaderOfStore(ownHeader);
        }
        scanLeaf(*pages, page, number == 1 ? fileHeaderBytes : 0, found);
    }
    scan.isLogBroken = pages->isLogBroken();
    scan.hasUnreadablePages = pages->hasUnreadable();
    return scan;
}

} // namespace consilium::store
