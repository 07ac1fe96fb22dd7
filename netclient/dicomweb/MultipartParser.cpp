#include "netclient/dicomweb/MultipartParser.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace consilium::dicomweb
{

namespace
{

constexpr qsizetype maximumPreamble = 64 * 1024, maximumHeaders = 64 * 1024, maximumReserve = 64 * 1024 * 1024;
constexpr std::size_t maximumHeaderLines = 100;
constexpr qsizetype maximumBoundary = 200, maximumPadding = 256, maximumFirstLines = 1024, minimumStep = 4096;

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

qsizetype find(const QByteArray &bytes, const QByteArray &needle, qsizetype from)
{
    const std::size_t at = view(bytes).find(view(needle), static_cast<std::size_t>(from));
    return at == std::string_view::npos ? -1 : static_cast<qsizetype>(at);
}

/// What the part's own Content-Length says, in bytes; -1: nothing that is a number.
qsizetype announcedLength(const Part &part)
{
    bool isNumber = false;
    const qlonglong length = part.header("content-length").trimmed().toLongLong(&isNumber);
    return isNumber && length >= 0 ? static_cast<qsizetype>(length) : -1;
}

} // namespace

QByteArray Part::header(const QByteArray &name) const
{
    for (const http::Header &h : headers) {
        if (h.name.compare(name, Qt::CaseInsensitive) == 0)
            return h.value;
    }
    return {};
}

MultipartParser::MultipartParser(const QByteArray &boundary, PartHandler onPart, qsizetype maximumPart)
    : m_onPart(std::move(onPart)), m_maximumPart(std::min(maximumPart, longestPart))
{
    setBoundary(boundary.left(maximumBoundary));
}

void MultipartParser::setBoundary(const QByteArray &boundary)
{
    m_delimiter = boundary.isEmpty() ? QByteArray() : "\n--" + boundary;
}

Result<void> MultipartParser::feed(const char *data, std::size_t size)
{
    while (size > 0 && m_state != State::Closed) {
        const qsizetype step = stepFor(size);
        (m_state == State::Body ? m_part.body : m_pending).append(data, step);
        data += step;
        size -= static_cast<std::size_t>(step);
        while (true) {
            const Result<bool> advanced = advance();
            if (!advanced)
                return fail(advanced.error());
            if (!*advanced)
                break;
        }
        if (m_state == State::Body && m_part.body.size() > m_maximumPart + m_delimiter.size() + maximumPadding)
            return fail(ErrorCode::ProtocolViolation,
                        QStringLiteral("multipart: a part is longer than the %1 bytes allowed").arg(m_maximumPart));
    }
    return {};
}

// What is taken in at once is bounded by what has already come (or was announced): the rest behind a boundary, which
// has to be moved, then stays small however small the parts are, and memory reserved for a part of known length
// suffices.
qsizetype MultipartParser::stepFor(std::size_t available) const
{
    qsizetype step = minimumStep;
    if (m_state == State::Body)
        step = std::max({step, m_part.body.size(), m_hint + m_delimiter.size() - m_part.body.size()});
    return std::min(static_cast<qsizetype>(available), step);
}

Result<bool> MultipartParser::advance()
{
    switch (m_state) {
    case State::Preamble:
        return readPreamble();
    case State::Headers:
        return readHeaders();
    case State::Body:
        return readBody();
    case State::Closed:
        break;
    }
    return false;
}

// What stands behind a boundary: nothing but the end of the line (the next part begins), or two dashes (the end).
MultipartParser::Delimiter MultipartParser::classify(const QByteArray &bytes, qsizetype at, qsizetype &lineEnd) const
{
    if (at >= bytes.size())
        return Delimiter::Incomplete;
    if (bytes[at] == '-') {
        if (at + 1 >= bytes.size())
            return Delimiter::Incomplete;
        lineEnd = at + 2;
        return bytes[at + 1] == '-' ? Delimiter::Last : Delimiter::No;
    }
    const qsizetype limit = std::min(bytes.size(), at + maximumPadding);
    while (at < limit && (bytes[at] == ' ' || bytes[at] == '\t'))
        ++at;
    if (at < bytes.size() && bytes[at] == '\r')
        ++at;
    if (at >= bytes.size())
        return Delimiter::Incomplete;
    lineEnd = at + 1;
    return bytes[at] == '\n' ? Delimiter::Next : Delimiter::No;
}

Result<bool> MultipartParser::readPreamble()
{
    const bool looked = adoptBoundary();
    if (!looked) // the first line is not there yet
        return false;
    qsizetype from = m_searched;
    bool startLooked = from > 0;
    while (!m_delimiter.isEmpty()) {
        const QByteArrayView bare(m_delimiter.constData() + 1, m_delimiter.size() - 1);
        const bool atStart = !std::exchange(startLooked, true) && QByteArrayView(m_pending).startsWith(bare);
        const qsizetype found = atStart ? -1 : find(m_pending, m_delimiter, from);
        if (!atStart && found < 0)
            break;
        qsizetype lineEnd = 0;
        const Delimiter kind = classify(m_pending, found + m_delimiter.size(), lineEnd);
        if (kind == Delimiter::Incomplete) {
            m_searched = std::max<qsizetype>(found, 0);
            return false;
        }
        if (kind != Delimiter::No) {
            m_pending.remove(0, lineEnd);
            m_searched = 0;
            m_state = kind == Delimiter::Last ? State::Closed : State::Headers;
            return true;
        }
        from = found + 1;
    }
    if (m_pending.size() > maximumPreamble)
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("multipart: the boundary does not occur"));
    m_searched = std::max<qsizetype>(0, m_pending.size() - m_delimiter.size());
    return false;
}

// Takes the boundary from the body's first line when the header named none, or one that the body does not begin with.
// False while that cannot be told yet.
bool MultipartParser::adoptBoundary()
{
    if (m_repaired || m_searched > 0)
        return true;
    qsizetype start = 0;
    while (start < m_pending.size() && (m_pending[start] == '\r' || m_pending[start] == '\n'))
        ++start;
    const qsizetype lineEnd = m_pending.indexOf('\n', start);
    const qsizetype nextEnd = lineEnd < 0 ? -1 : m_pending.indexOf('\n', lineEnd + 1);
    const bool dashes = m_pending.size() - start >= 2 && m_pending[start] == '-' && m_pending[start + 1] == '-';
    if (!dashes)
        return m_pending.size() - start >= 2;
    const QByteArrayView bare(m_delimiter.constData() + 1, std::max<qsizetype>(0, m_delimiter.size() - 1));
    if (!bare.isEmpty() && QByteArrayView(m_pending).sliced(start).startsWith(bare)) {
        qsizetype ignored = 0;
        const Delimiter kind = classify(m_pending, start + bare.size(), ignored);
        if (kind != Delimiter::No)
            return kind != Delimiter::Incomplete;
    }
    // Looked for in the same bytes however they come: what is behind them is not there yet on a slow line.
    if (nextEnd < 0 || nextEnd >= maximumFirstLines)
        return m_pending.size() >= maximumFirstLines;
    const QByteArray line = m_pending.mid(start + 2, lineEnd - start - 2).trimmed();
    const QByteArray next = m_pending.mid(lineEnd + 1, nextEnd - lineEnd - 1).toLower();
    if (!line.isEmpty() && line.size() <= maximumBoundary &&
        (next.startsWith("content-") || next.startsWith("mime-version"))) {
        setBoundary(line);
        m_repaired = true;
    }
    return true;
}

Result<bool> MultipartParser::readHeaders()
{
    // The block ends at the first empty line, which may be the first line of all.
    qsizetype line = 0, end = m_pending.indexOf('\n');
    while (end >= 0 && end != line && !(end == line + 1 && m_pending[line] == '\r')) {
        line = end + 1;
        end = m_pending.indexOf('\n', line);
    }
    if (end < 0) {
        if (m_pending.size() > maximumHeaders)
            return fail(ErrorCode::ProtocolViolation, QStringLiteral("multipart: a part's header does not end"));
        return false;
    }
    m_part = {};
    parseHeaderBlock(m_pending.left(line));
    m_hint =
        std::clamp<qsizetype>(m_part.header("content-length").toLongLong(), 0, std::min(maximumReserve, m_maximumPart));
    m_part.body.reserve(m_hint > 0 ? m_hint + m_delimiter.size() + minimumStep : 0);
    m_part.body.append(m_pending.constData() + end + 1, m_pending.size() - end - 1);
    m_pending.clear();
    m_searched = 0;
    m_state = State::Body;
    return true;
}

void MultipartParser::parseHeaderBlock(const QByteArray &block)
{
    for (const QByteArray &line : block.split('\n')) {
        const bool continued = !line.isEmpty() && (line[0] == ' ' || line[0] == '\t') && !m_part.headers.empty();
        const qsizetype colon = line.indexOf(':');
        if (m_part.headers.size() >= maximumHeaderLines)
            break;
        if (continued)
            m_part.headers.back().value += ' ' + line.trimmed();
        else if (colon > 0)
            m_part.headers.push_back({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
}

Result<bool> MultipartParser::readBody()
{
    const QByteArray &body = m_part.body;
    if (m_searched == 0) { // an empty part: the boundary follows at once
        const QByteArrayView bare(m_delimiter.constData() + 1, m_delimiter.size() - 1);
        qsizetype lineEnd = 0;
        if (QByteArrayView(body).startsWith(bare)) {
            const Delimiter kind = classify(body, bare.size(), lineEnd);
            if (kind == Delimiter::Incomplete)
                return false;
            if (kind != Delimiter::No)
                return endPart(0, lineEnd, kind == Delimiter::Last);
        } else if (bare.startsWith(QByteArrayView(body))) {
            return false;
        }
    }
    qsizetype from = m_searched;
    while (true) {
        const qsizetype found = find(body, m_delimiter, from);
        if (found < 0)
            break;
        qsizetype lineEnd = 0;
        const Delimiter kind = classify(body, found + m_delimiter.size(), lineEnd);
        if (kind == Delimiter::Incomplete) {
            m_searched = found;
            return false;
        }
        if (kind != Delimiter::No) {
            // Where lines end with a line feed alone, a body may end with the byte of a carriage return.
            const bool carriageReturn = found > 0 && body[found - 1] == '\r' && announcedLength(m_part) != found;
            return endPart(found - (carriageReturn ? 1 : 0), lineEnd, kind == Delimiter::Last);
        }
        from = found + 1;
    }
    m_searched = std::max<qsizetype>(0, body.size() - m_delimiter.size() + 1);
    return false;
}

Result<bool> MultipartParser::endPart(qsizetype bodyEnd, qsizetype restStart, bool last)
{
    m_pending = m_part.body.mid(restStart);
    m_part.body.resize(bodyEnd);
    const qsizetype announced = announcedLength(m_part);
    m_part.contradictsItself = announced >= 0 && announced != bodyEnd;
    if (bodyEnd > m_maximumPart)
        return fail(ErrorCode::ProtocolViolation,
                    QStringLiteral("multipart: a part is longer than the %1 bytes allowed").arg(m_maximumPart));
    m_searched = 0;
    m_hint = 0;
    m_state = last ? State::Closed : State::Headers;
    const Result<void> taken = m_onPart(std::move(m_part));
    m_part = {};
    if (!taken)
        return fail(taken.error());
    return true;
}

Result<void> MultipartParser::finish()
{
    if (m_state == State::Closed)
        return {};
    if (m_state == State::Preamble)
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("multipart: the boundary does not occur"));
    return fail(ErrorCode::ConnectionLost, QStringLiteral("multipart: the answer ends before its closing boundary"));
}

} // namespace consilium::dicomweb
