#include "netclient/dicomweb/DicomJson.h"

#include "netclient/dicomweb/JsonCursor.h"

#include <algorithm>

namespace consilium::dicomweb
{

namespace
{

constexpr int maximumDepth = 32;

// False: the text is broken or nested too deeply; why says which.
class DataSetReader
{
public:
    explicit DataSetReader(JsonCursor &json) : m_json(json) {}

    [[nodiscard]] bool dataSet(Attributes &target, int depth, bool *hasTags = nullptr);
    [[nodiscard]] bool tooDeep() const { return m_tooDeep; }
    /// Attributes of the last data set itself that were left out, because they could not be read.
    [[nodiscard]] const std::vector<Tag> &malformed() const { return m_malformed; }
    void forgetMalformed() { m_malformed.clear(); }

private:
    struct Draft {
        Attribute attribute;
        bool readable = true;
    };
    struct PersonName {
        QString groups[3];
        bool present = false;
        [[nodiscard]] QString text() const;
    };
    [[nodiscard]] bool member(Attributes &target, QByteArrayView name, int depth, PersonName *person, bool *hasTags);
    [[nodiscard]] bool attribute(Draft &draft, int depth);
    [[nodiscard]] bool values(Draft &draft, int depth);
    [[nodiscard]] bool value(Draft &draft, int depth);
    [[nodiscard]] bool item(Draft &draft, int depth);
    [[nodiscard]] bool inlineBinary(Draft &draft);
    [[nodiscard]] bool object(Attributes &target, int depth, PersonName *person, bool *hasTags);

    JsonCursor &m_json;
    bool m_tooDeep = false;
    std::vector<Tag> m_malformed;
};

std::optional<Tag> tagOf(QByteArrayView name)
{
    if (name.size() != 8)
        return std::nullopt;
    std::uint32_t value = 0;
    for (const char c : name) {
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                                 : -1;
        if (digit < 0)
            return std::nullopt;
        value = value << 4 | static_cast<std::uint32_t>(digit);
    }
    return Tag{static_cast<std::uint16_t>(value >> 16), static_cast<std::uint16_t>(value & 0xFFFF)};
}

QString DataSetReader::PersonName::text() const
{
    QString joined = groups[0] + QLatin1Char('=') + groups[1] + QLatin1Char('=') + groups[2];
    while (joined.endsWith(QLatin1Char('=')))
        joined.chop(1);
    return joined;
}

// Which VRs may hold a backslash as a character: in all others one that was not split is a separator (PS3.5 6.2).
bool keepsBackslash(const Vr &vr)
{
    static constexpr Vr texts[] = {{'S', 'T'}, {'L', 'T'}, {'U', 'T'}, {'U', 'R'}, {'U', 'N'}};
    return vr == Vr{} || std::find(std::begin(texts), std::end(texts), vr) != std::end(texts);
}

bool DataSetReader::dataSet(Attributes &target, int depth, bool *hasTags)
{
    return object(target, depth, nullptr, hasTags);
}

bool DataSetReader::object(Attributes &target, int depth, PersonName *person, bool *hasTags)
{
    if (depth > maximumDepth) {
        m_tooDeep = true;
        return false;
    }
    if (!m_json.consume('{'))
        return false;
    if (m_json.consume('}'))
        return true;
    while (true) {
        QByteArrayView name;
        if (!m_json.key(name) || !member(target, name, depth, person, hasTags))
            return false;
        const std::optional<bool> more = m_json.next('}');
        if (!more || !*more)
            return more.has_value();
    }
}

bool DataSetReader::member(Attributes &target, QByteArrayView name, int depth, PersonName *person, bool *hasTags)
{
    const std::optional<Tag> tag = tagOf(name);
    if (tag && m_json.peek() == JsonCursor::Kind::Object) {
        if (hasTags)
            *hasTags = true;
        Draft draft;
        if (!attribute(draft, depth))
            return false;
        if (draft.readable)
            target.set(*tag, std::move(draft.attribute));
        else if (depth == 1)
            m_malformed.push_back(*tag);
        return true;
    }
    if (tag && depth == 1 && m_json.peek() != JsonCursor::Kind::Null)
        m_malformed.push_back(*tag);
    if (person && m_json.peek() == JsonCursor::Kind::String) {
        static constexpr const char *names[] = {"Alphabetic", "Ideographic", "Phonetic"};
        for (int i = 0; i < 3; ++i) {
            if (name == QByteArrayView(names[i])) {
                person->present = true;
                return m_json.string(person->groups[i]);
            }
        }
    }
    return m_json.skip();
}

bool DataSetReader::attribute(Draft &draft, int depth)
{
    if (!m_json.consume('{'))
        return false;
    if (m_json.consume('}'))
        return true;
    while (true) {
        QByteArrayView name, vr;
        if (!m_json.key(name))
            return false;
        bool ok = true;
        const JsonCursor::Kind kind = m_json.peek();
        if (name == QByteArrayView("vr") && kind == JsonCursor::Kind::String) {
            ok = m_json.rawString(vr);
            const auto isLetter = [](char c) { return c >= 'A' && c <= 'Z'; };
            if (vr.size() == 2 && isLetter(vr[0]) && isLetter(vr[1]))
                draft.attribute.vr = {vr[0], vr[1]};
        } else if (name == QByteArrayView("Value")) {
            ok = values(draft, depth);
        } else if (name == QByteArrayView("InlineBinary") && kind == JsonCursor::Kind::String) {
            ok = inlineBinary(draft);
        } else if (name == QByteArrayView("BulkDataURI") && kind == JsonCursor::Kind::String) {
            ok = m_json.string(draft.attribute.bulkDataUri);
        } else {
            ok = m_json.skip();
        }
        const std::optional<bool> more = ok ? m_json.next('}') : std::nullopt;
        if (!more)
            return false;
        if (!*more)
            break;
    }
    Attribute &a = draft.attribute;
    if (a.vr == Vr{} && !a.items.empty())
        a.vr = {'S', 'Q'};
    if (a.vr == Vr{'P', 'N'} && !a.items.empty()) { // names without a group, seen before their VR
        a.values.resize(a.values.size() + static_cast<qsizetype>(a.items.size()));
        a.items.clear();
    }
    const bool joined =
        std::any_of(a.values.cbegin(), a.values.cend(), [](const QString &v) { return v.contains(QLatin1Char('\\')); });
    if (joined && !keepsBackslash(a.vr))
        a.values = a.values.join(QLatin1Char('\\')).split(QLatin1Char('\\'));
    return true;
}

bool DataSetReader::inlineBinary(Draft &draft)
{
    QString text; // through string(): some writers escape the slashes
    if (!m_json.string(text))
        return false;
    auto decoded = QByteArray::fromBase64Encoding(std::move(text).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    draft.readable = draft.readable && decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok;
    draft.attribute.bytes = std::move(decoded.decoded);
    return true;
}

// An array as it should be, or one bare value as some archives write it.
bool DataSetReader::values(Draft &draft, int depth)
{
    if (m_json.peek() != JsonCursor::Kind::Array)
        return m_json.peek() == JsonCursor::Kind::Null ? m_json.skip() : value(draft, depth);
    if (!m_json.consume('['))
        return false;
    if (m_json.consume(']'))
        return true;
    while (true) {
        if (!value(draft, depth))
            return false;
        const std::optional<bool> more = m_json.next(']');
        if (!more || !*more)
            return more.has_value();
    }
}

bool DataSetReader::value(Draft &draft, int depth)
{
    switch (m_json.peek()) {
    case JsonCursor::Kind::String: {
        QString text;
        if (!m_json.string(text))
            return false;
        draft.attribute.values.push_back(std::move(text));
        return true;
    }
    case JsonCursor::Kind::Number:
    case JsonCursor::Kind::Word: {
        QByteArrayView text;
        if (!m_json.scalar(text))
            return false;
        draft.attribute.values.push_back(QString::fromLatin1(text));
        return true;
    }
    case JsonCursor::Kind::Null: // an empty value keeps its place
        if (draft.attribute.vr == Vr{'S', 'Q'})
            draft.attribute.items.emplace_back();
        else
            draft.attribute.values.push_back(QString());
        return m_json.skip();
    case JsonCursor::Kind::Object:
        return item(draft, depth);
    case JsonCursor::Kind::Array: // not DICOM
        draft.readable = false;
        return m_json.skip();
    case JsonCursor::Kind::End:
    case JsonCursor::Kind::Broken:
        break;
    }
    return false;
}

bool DataSetReader::item(Draft &draft, int depth)
{
    Attributes nested;
    PersonName person;
    bool hasTags = false;
    if (!object(nested, depth + 1, &person, &hasTags))
        return false;
    const bool isName = draft.attribute.vr == Vr{'P', 'N'} || (draft.attribute.vr == Vr{} && person.present);
    if (isName)
        draft.attribute.values.push_back(person.text());
    else
        draft.attribute.items.push_back(std::move(nested));
    return true;
}

// A list of data sets, entry by entry.
class ListReader
{
public:
    ListReader(const QByteArray &json, int maximum) : m_json(json), m_cursor(json), m_maximum(maximum) {}

    /// Set: an entry that cannot be read is empty, see parseDicomJsonList().
    std::optional<std::span<const Tag>> needed;

    [[nodiscard]] Result<std::vector<Attributes>> read();

private:
    enum class Entry { Read, Unreadable, Broken };
    [[nodiscard]] Result<void> readNext(bool single);
    [[nodiscard]] Entry readObject(Attributes &dataSet);
    [[nodiscard]] bool lacksNeeded(const Attributes &dataSet) const;
    [[nodiscard]] tl::unexpected<Error> broken() const;

    const QByteArray &m_json;
    JsonCursor m_cursor;
    DataSetReader m_reader{m_cursor};
    int m_maximum;
    bool m_more = true;
    std::vector<Attributes> m_all;
};

tl::unexpected<Error> ListReader::broken() const
{
    return fail(ErrorCode::ProtocolViolation,
                m_reader.tooDeep()
                    ? QStringLiteral("DICOM JSON is nested too deeply")
                    : QStringLiteral("broken JSON at byte %1 of %2").arg(m_cursor.position()).arg(m_json.size()));
}

// What should be a value and is a sequence of nothing known counts as not readable too.
bool ListReader::lacksNeeded(const Attributes &dataSet) const
{
    return needed && std::any_of(needed->begin(), needed->end(), [&](Tag tag) {
               const std::vector<Tag> &bad = m_reader.malformed();
               const Attribute *attribute = dataSet.find(tag);
               return std::find(bad.begin(), bad.end(), tag) != bad.end() || (attribute && !attribute->items.empty());
           });
}

ListReader::Entry ListReader::readObject(Attributes &dataSet)
{
    const JsonCursor before = m_cursor;
    bool hasTags = false;
    m_reader.forgetMalformed();
    if (!m_reader.dataSet(dataSet, 1, &hasTags)) {
        if (!needed)
            return Entry::Broken;
        m_cursor = before; // whole as JSON, yet too deep, say
        return m_cursor.skip() ? Entry::Unreadable : Entry::Broken;
    }
    const bool isMessage = !hasTags && m_cursor.position() - before.position() > 4; // of an error, say
    return isMessage || lacksNeeded(dataSet) ? Entry::Unreadable : Entry::Read;
}

Result<void> ListReader::readNext(bool single)
{
    if (static_cast<int>(m_all.size()) >= m_maximum)
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("more than %1 data sets").arg(m_maximum));
    Attributes dataSet;
    Entry entry = Entry::Unreadable;
    const bool isObject = m_cursor.peek() == JsonCursor::Kind::Object;
    if (isObject)
        entry = readObject(dataSet);
    else if (!needed)
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("not an array of DICOM data sets"));
    else if (!m_cursor.skip())
        entry = Entry::Broken;
    if (entry == Entry::Broken)
        return broken();
    if (entry == Entry::Unreadable && (!needed || single))
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("JSON, but not of DICOM"));
    m_all.push_back(entry == Entry::Read ? std::move(dataSet) : Attributes());
    const std::optional<bool> next = single ? std::optional(false) : m_cursor.next(']');
    if (!next)
        return broken();
    m_more = *next;
    return {};
}

Result<std::vector<Attributes>> ListReader::read()
{
    const bool single = m_cursor.peek() == JsonCursor::Kind::Object;
    if (!single && !m_cursor.consume('[')) {
        const QByteArray start = m_json.left(64).trimmed();
        return fail(ErrorCode::ProtocolViolation, start.startsWith('<')
                                                      ? QStringLiteral("HTML or XML instead of DICOM JSON")
                                                      : QStringLiteral("not DICOM JSON (%1 bytes)").arg(m_json.size()));
    }
    m_more = single || !m_cursor.consume(']');
    while (m_more) {
        if (const Result<void> one = readNext(single); !one)
            return fail(one.error());
    }
    if (!m_cursor.atEnd())
        return broken();
    return std::move(m_all);
}

} // namespace

Result<std::vector<Attributes>> parseDicomJson(const QByteArray &json, int maximum)
{
    return ListReader(json, maximum).read();
}

Result<std::vector<Attributes>> parseDicomJsonList(const QByteArray &json, std::span<const Tag> needed, int maximum)
{
    if (const QByteArray text = json.trimmed(); text == "{}" || text == "[{}]")
        return std::vector<Attributes>();
    ListReader reader(json, maximum);
    reader.needed = needed;
    return reader.read();
}

} // namespace consilium::dicomweb
