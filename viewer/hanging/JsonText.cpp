#include "viewer/hanging/JsonText.h"

#include <QStringDecoder>

#include <algorithm>
#include <cmath>
#include <optional>

namespace consilium::hanging
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int mostBytes = 1 << 20, mostDepth = 32;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Goes through the text once; the first mistake ends it.
class Reader
{
public:
    explicit Reader(const QString &text) : m_text(text) {}

    tl::expected<JsonValue, Problem> whole()
    {
        JsonValue value;
        if (readValue(value, 0)) {
            skipSpace();
            if (m_at < m_text.size())
                (void)expect(expected::end);
        }
        if (m_problem)
            return tl::unexpected(*m_problem);
        return value;
    }

private:
    [[nodiscard]] QChar now() const { return m_at < m_text.size() ? m_text.at(m_at) : QChar(); }
    [[nodiscard]] Place place() const { return {m_line, int(m_at - m_lineStart) + 1}; }

    void skipSpace()
    {
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == u'\n') {
                ++m_line;
                m_lineStart = m_at + 1;
            } else if (c != u' ' && c != u'\t' && c != u'\r') {
                return;
            }
        }
    }

    bool stop(Problem::Kind kind, const QString &found = {}, const QString &wanted = {})
    {
        if (!m_problem)
            m_problem = Problem{kind, place(), found, wanted, {}};
        return false;
    }

    /// What stands here is something else.
    bool expect(const char *wanted)
    {
        if (m_at >= m_text.size())
            return stop(Problem::Kind::EndsEarly, {}, QString::fromLatin1(wanted));
        qsizetype end = m_at + 1;
        const auto isWord = [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'-'; };
        if (isWord(now()))
            while (end < m_text.size() && end - m_at < 24 && isWord(m_text.at(end)))
                ++end;
        return stop(Problem::Kind::UnexpectedText, u"“"_s + m_text.mid(m_at, end - m_at) + u"”"_s,
                    QString::fromLatin1(wanted));
    }

    bool readValue(JsonValue &value, int depth)
    {
        skipSpace();
        if (depth > mostDepth)
            return stop(Problem::Kind::TooDeep);
        value.place = place();
        const QChar c = now();
        if (c == u'{')
            return readObject(value, depth);
        if (c == u'[')
            return readArray(value, depth);
        if (c == u'"') {
            value.kind = JsonValue::Kind::Text;
            return readText(value.text);
        }
        if (c == u'-' || isDigit(c))
            return readNumber(value);
        return readWord(value);
    }

    bool readWord(JsonValue &value)
    {
        const auto rest = QStringView(m_text).mid(m_at);
        const auto isHere = [&](QStringView word) {
            return rest.startsWith(word) && (rest.size() == word.size() || !rest.at(word.size()).isLetterOrNumber());
        };
        for (const QStringView word : {QStringView(u"true"), QStringView(u"false"), QStringView(u"null")}) {
            if (!isHere(word))
                continue;
            value.kind = word == u"null" ? JsonValue::Kind::Null : JsonValue::Kind::Boolean;
            value.truth = word == u"true";
            m_at += word.size();
            return true;
        }
        return expect(expected::value);
    }

    bool readNumber(JsonValue &value)
    {
        qsizetype end = m_at;
        while (end < m_text.size() && (isDigit(m_text.at(end)) || u"+-.eE"_s.contains(m_text.at(end))))
            ++end;
        const QString written = m_text.mid(m_at, end - m_at);
        const QString digits = written.startsWith(u'-') ? written.mid(1) : written;
        // What RFC 8259 does not allow and the conversion would take: "01", "1.", ".5".
        const bool isPlain = !digits.isEmpty() && isDigit(digits.front()) && isDigit(digits.back()) &&
                             !(digits.size() > 1 && digits.front() == u'0' && isDigit(digits.at(1))) &&
                             !digits.contains(u".e"_s, Qt::CaseInsensitive);
        bool isNumber = false;
        value.kind = JsonValue::Kind::Number;
        value.number = written.toDouble(&isNumber);
        value.text = written;
        if (!isPlain || !isNumber || !std::isfinite(value.number))
            return stop(Problem::Kind::BadNumber, written.left(24));
        m_at = end;
        return true;
    }

    bool readEscape(QString &text)
    {
        static constexpr QStringView letters = u"\"\\/bfnrt", meanings = u"\"\\/\b\f\n\r\t";
        const QChar c = now();
        if (c == u'u') {
            bool isHex = false;
            const QString digits = m_text.mid(m_at + 1, 4);
            const ushort unit = digits.toUShort(&isHex, 16);
            if (!isHex || digits.size() != 4 || !std::all_of(digits.begin(), digits.end(), [](QChar d) {
                    return isDigit(d) || (d.toLower() >= u'a' && d.toLower() <= u'f');
                }))
                return stop(Problem::Kind::BadEscape, u"u"_s + digits);
            text += QChar(unit);
            m_at += 5;
            return true;
        }
        const auto at = m_at < m_text.size() ? letters.indexOf(c) : -1;
        if (at < 0)
            return stop(m_at < m_text.size() ? Problem::Kind::BadEscape : Problem::Kind::EndsEarly, QString(c),
                        QString::fromLatin1(expected::quote));
        text += meanings.at(at);
        ++m_at;
        return true;
    }

    bool readText(QString &text)
    {
        ++m_at; // the quote
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at);
            if (c == u'"') {
                ++m_at;
                return true;
            }
            if (c.unicode() < 0x20)
                return stop(Problem::Kind::ControlInText);
            ++m_at;
            if (c != u'\\')
                text += c;
            else if (!readEscape(text))
                return false;
        }
        return expect(expected::quote);
    }

    bool readArray(JsonValue &value, int depth)
    {
        value.kind = JsonValue::Kind::Array;
        ++m_at;
        skipSpace();
        if (now() == u']') {
            ++m_at;
            return true;
        }
        for (;;) {
            if (!readValue(value.values.emplace_back(), depth + 1))
                return false;
            skipSpace();
            if (now() == u']') {
                ++m_at;
                return true;
            }
            if (now() != u',')
                return expect(expected::commaOrBracket);
            ++m_at;
        }
    }

    bool readMember(JsonValue &value, int depth)
    {
        skipSpace();
        JsonValue::Member member{{}, place()};
        if (now() != u'"')
            return expect(expected::name);
        if (!readText(member.name))
            return false;
        if (value.find(member.name)) {
            m_problem = Problem{Problem::Kind::NameTwice, member.place, member.name, {}, {}};
            return false;
        }
        skipSpace();
        if (now() != u':')
            return expect(expected::colon);
        ++m_at;
        value.members.push_back(std::move(member));
        return readValue(value.values.emplace_back(), depth + 1);
    }

    bool readObject(JsonValue &value, int depth)
    {
        value.kind = JsonValue::Kind::Object;
        ++m_at;
        skipSpace();
        if (now() == u'}') {
            ++m_at;
            return true;
        }
        for (;;) {
            if (!readMember(value, depth))
                return false;
            skipSpace();
            if (now() == u'}') {
                ++m_at;
                return true;
            }
            if (now() != u',')
                return expect(expected::commaOrBrace);
            ++m_at;
        }
    }

    const QString &m_text;
    qsizetype m_at = 0, m_lineStart = 0;
    int m_line = 1;
    std::optional<Problem> m_problem;
};

} // namespace

const JsonValue *JsonValue::find(const QString &name) const
{
    for (std::size_t i = 0; i < members.size(); ++i)
        if (members[i].name == name)
            return &values[i];
    return nullptr;
}

tl::expected<JsonValue, Problem> readJson(const QByteArray &bytes)
{
    if (bytes.size() > mostBytes)
        return tl::unexpected(Problem{Problem::Kind::TooLarge, {}, {}, {}, {}});
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless); // a cut letter at the end is an error
    QString text = decode(bytes);
    if (decode.hasError())
        return tl::unexpected(Problem{Problem::Kind::NotUtf8, {}, {}, {}, {}});
    if (text.startsWith(QChar(0xFEFF)))
        text.remove(0, 1);
    return Reader(text).whole();
}

} // namespace consilium::hanging
