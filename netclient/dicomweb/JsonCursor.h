#pragma once
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace consilium::dicomweb
{

/// Walks through JSON text (RFC 8259) once, value by value, without building a tree. Tolerates a byte order mark and
/// the bare words NaN and Infinity, which some archives write as numbers. After a false or nullopt the text is broken
/// there.
class JsonCursor
{
public:
    explicit JsonCursor(QByteArrayView text);

    enum class Kind { Object, Array, String, Number, Word, Null, End, Broken };
    [[nodiscard]] Kind peek(); ///< of the value that begins here
    [[nodiscard]] bool consume(char expected);
    /// After a member or an element: true when another follows, false at `close`; nullopt when the text is broken.
    [[nodiscard]] std::optional<bool> next(char close);
    [[nodiscard]] bool string(QString &value);
    /// A string's bytes where it has no escapes (keys, numbers, base64); with escapes they are left as written.
    [[nodiscard]] bool rawString(QByteArrayView &value);
    [[nodiscard]] bool key(QByteArrayView &name);     ///< with its colon
    [[nodiscard]] bool scalar(QByteArrayView &value); ///< number or bare word, as written
    [[nodiscard]] bool skip(int depth = 0);           ///< any value
    [[nodiscard]] bool atEnd();
    [[nodiscard]] qsizetype position() const { return m_at - m_begin; }

private:
    void skipSpace();
    [[nodiscard]] bool escape(QString &value);

    const char *m_begin, *m_at, *m_end;
};

} // namespace consilium::dicomweb
