#include "netclient/dicomweb/JsonCursor.h"

#include <cstring>

namespace consilium::dicomweb
{

namespace
{

constexpr int maximumSkipDepth = 128;

// QString::fromUtf8 takes a leading U+FEFF for a byte order mark and drops it: inside a value it is a character.
QString text(QByteArrayView utf8)
{
    const QString decoded = QString::fromUtf8(utf8);
    return utf8.startsWith("\xEF\xBB\xBF") ? QChar(QChar::ByteOrderMark) + decoded : decoded;
}

bool isScalarChar(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '+' ||
           c == '.';
}

} // namespace

JsonCursor::JsonCursor(QByteArrayView text) : m_begin(text.data()), m_at(m_begin), m_end(m_begin + text.size())
{
    if (text.startsWith("\xEF\xBB\xBF"))
        m_at += 3;
}

void JsonCursor::skipSpace()
{
    while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
        ++m_at;
}

JsonCursor::Kind JsonCursor::peek()
{
    skipSpace();
    if (m_at == m_end)
        return Kind::End;
    switch (*m_at) {
    case '{':
        return Kind::Object;
    case '[':
        return Kind::Array;
    case '"':
        return Kind::String;
    case 'n':
        return Kind::Null;
    case 't':
    case 'f':
    case 'N':
    case 'I':
        return Kind::Word;
    default:
        return *m_at == '-' || *m_at == '+' || *m_at == '.' || (*m_at >= '0' && *m_at <= '9') ? Kind::Number
                                                                                              : Kind::Broken;
    }
}

bool JsonCursor::consume(char expected)
{
    skipSpace();
    if (m_at == m_end || *m_at != expected)
        return false;
    ++m_at;
    return true;
}

std::optional<bool> JsonCursor::next(char close)
{
    skipSpace();
    if (m_at == m_end)
        return std::nullopt;
    if (*m_at == close) {
        ++m_at;
        return false;
    }
    if (*m_at != ',')
        return std::nullopt;
    ++m_at;
    return true;
}

bool JsonCursor::rawString(QByteArrayView &value)
{
    if (!consume('"'))
        return false;
    const char *const start = m_at;
    while (m_at != m_end) {
        const auto *const quote =
            static_cast<const char *>(std::memchr(m_at, '"', static_cast<std::size_t>(m_end - m_at)));
        if (!quote)
            return false;
        const char *backslash = quote;
        while (backslash != start && backslash[-1] == '\\')
            --backslash;
        m_at = quote + 1;
        if ((quote - backslash) % 2 == 0) {
            value = QByteArrayView(start, quote - start);
            return true;
        }
    }
    return false;
}

bool JsonCursor::string(QString &value)
{
    QByteArrayView raw;
    if (!rawString(raw))
        return false;
    const char *at = raw.data();
    const char *const end = at + raw.size();
    const auto *escapeAt = static_cast<const char *>(std::memchr(at, '\\', static_cast<std::size_t>(raw.size())));
    if (!escapeAt) {
        value = text(raw);
        return true;
    }
    value.clear();
    JsonCursor inside(raw);
    inside.m_end = end;
    while (escapeAt) {
        value += text({at, escapeAt - at});
        inside.m_at = escapeAt + 1;
        if (!inside.escape(value))
            return false;
        at = inside.m_at;
        escapeAt = static_cast<const char *>(std::memchr(at, '\\', static_cast<std::size_t>(end - at)));
    }
    value += text({at, end - at});
    return true;
}

// Behind a backslash.
bool JsonCursor::escape(QString &value)
{
    static constexpr char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    if (m_at == m_end)
        return false;
    const char kind = *m_at++;
    if (kind != 'u') {
        const char *const found = std::strchr(from, kind);
        if (!found || !*found)
            return false;
        value += QLatin1Char(to[found - from]);
        return true;
    }
    bool ok = m_end - m_at >= 4;
    const ushort unit = ok ? QByteArrayView(m_at, 4).toUShort(&ok, 16) : ushort(0);
    if (ok) {
        value += QChar(unit); // halves of a pair follow one another and join by themselves
        m_at += 4;
    }
    return ok;
}

bool JsonCursor::key(QByteArrayView &name)
{
    return rawString(name) && consume(':');
}

bool JsonCursor::scalar(QByteArrayView &value)
{
    skipSpace();
    const char *const start = m_at;
    while (m_at != m_end && isScalarChar(*m_at))
        ++m_at;
    value = QByteArrayView(start, m_at - start);
    return m_at != start;
}

bool JsonCursor::skip(int depth)
{
    QByteArrayView ignored;
    const Kind kind = peek();
    if (kind == Kind::String)
        return rawString(ignored);
    if (kind != Kind::Object && kind != Kind::Array)
        return kind != Kind::End && kind != Kind::Broken && scalar(ignored);
    if (depth >= maximumSkipDepth)
        return false;
    const char close = kind == Kind::Object ? '}' : ']';
    ++m_at;
    if (consume(close))
        return true;
    while (true) {
        if (kind == Kind::Object && !key(ignored))
            return false;
        if (!skip(depth + 1))
            return false;
        const std::optional<bool> more = next(close);
        if (!more || !*more)
            return more.has_value();
    }
}

bool JsonCursor::atEnd()
{
    skipSpace();
    return m_at == m_end;
}

} // namespace consilium::dicomweb
