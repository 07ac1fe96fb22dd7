#include "viewer/dicom/CharacterSets.h"

#include <QHash>

#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

struct CloseConverter {
    void operator()(UConverter *converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

/// Unicode through ICU; nullopt when the bytes are not text of that set.
std::optional<QString> convert(const char *name, const QByteArray &bytes)
{
    UErrorCode status = U_ZERO_ERROR;
    const Converter converter(ucnv_open(name, &status));
    if (U_FAILURE(status))
        return std::nullopt;
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    QString text(bytes.size() * 2 + 2, Qt::Uninitialized);
    const int length =
        ucnv_toUChars(converter.get(), reinterpret_cast<UChar *>(text.data()), static_cast<int32_t>(text.size()),
                      bytes.constData(), static_cast<int32_t>(bytes.size()), &status);
    if (U_FAILURE(status))
        return std::nullopt;
    text.truncate(length);
    return text;
}

/// The same backwards; nullopt when the set lacks one of the letters.
std::optional<QByteArray> convertFrom(const char *name, const QString &text)
{
    UErrorCode status = U_ZERO_ERROR;
    const Converter converter(ucnv_open(name, &status));
    if (U_FAILURE(status))
        return std::nullopt;
    ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    QByteArray bytes(text.size() * 4 + 4, Qt::Uninitialized);
    const int length =
        ucnv_fromUChars(converter.get(), bytes.data(), static_cast<int32_t>(bytes.size()),
                        reinterpret_cast<const UChar *>(text.utf16()), static_cast<int32_t>(text.size()), &status);
    if (U_FAILURE(status))
        return std::nullopt;
    bytes.truncate(length);
    return bytes;
}

/// PS3.3 tables C.12-2 to C.12-5: defined term without "ISO_IR"/"ISO 2022 IR" -> ICU's name.
QByteArray icuName(const QString &term)
{
    static const QHash<QString, QByteArray> names{
        {u"100"_s, "iso-8859-1"},
        {u"101"_s, "iso-8859-2"},
        {u"109"_s, "iso-8859-3"},
        {u"110"_s, "iso-8859-4"},
        {u"144"_s, "iso-8859-5"},
        {u"127"_s, "iso-8859-6"},
        {u"126"_s, "iso-8859-7"},
        {u"138"_s, "iso-8859-8"},
        {u"148"_s, "iso-8859-9"},
        {u"203"_s, "iso-8859-15"},
        {u"13"_s, "shift_jis"},
        {u"166"_s, "windows-874"},
        {u"192"_s, "utf-8"},
        {u"GB18030"_s, "gb18030"},
        {u"GBK"_s, "gbk"},
        {u"149"_s, "euc-kr"},
        {u"58"_s, "gb18030"},
        {u"6"_s, "us-ascii"},
        {u"87"_s, "us-ascii"},
        {u"159"_s, "us-ascii"},
        // As most files write it: every header that is read asks.
        {u"ISO_IR 100"_s, "iso-8859-1"},
        {u"ISO_IR 192"_s, "utf-8"},
        {u"ISO 2022 IR 58"_s, "gb18030"},
    };
    if (const auto usual = names.constFind(term); usual != names.cend())
        return *usual;
    QString key = term.trimmed().toUpper();
    for (const QLatin1StringView prefix : {"ISO_IR"_L1, "ISO 2022 IR"_L1, "ISO-IR"_L1, "ISO IR"_L1, "ISO_2022_IR"_L1}) {
        if (key.startsWith(prefix))
            key = key.mid(prefix.size());
    }
    key.remove(u' ');
    key.remove(u'_');
    return names.value(key);
}

bool isAscii(const QByteArray &bytes)
{
    return std::none_of(bytes.cbegin(), bytes.cend(), [](char c) { return c & 0x80; });
}

/// What an escape sequence of PS3.3 tables C.12-3 and C.12-4 puts into G0 (left half) or G1 (right half).
struct Designation {
    const char *escape;
    bool right; ///< G1
    bool twoBytes;
    const char *set; ///< ICU's name; bytes are given to it with the high bit set where twoBytes
};
constexpr Designation designations[] = {
    {"(B", false, false, "us-ascii"},   {"(J", false, false, "us-ascii"},  {")I", true, false, "shift_jis"},
    {"$B", false, true, "euc-jp"},      {"$@", false, true, "euc-jp"},     {"$(D", false, true, "euc-jp3"},
    {"$)C", true, true, "euc-kr"},      {"$)A", true, true, "gb18030"},    {"-A", true, false, "iso-8859-1"},
    {"-B", true, false, "iso-8859-2"},  {"-C", true, false, "iso-8859-3"}, {"-D", true, false, "iso-8859-4"},
    {"-L", true, false, "iso-8859-5"},  {"-G", true, false, "iso-8859-6"}, {"-F", true, false, "iso-8859-7"},
    {"-H", true, false, "iso-8859-8"},  {"-M", true, false, "iso-8859-9"}, {"-b", true, false, "iso-8859-15"},
    {"-T", true, false, "windows-874"},
};

const Designation *designationAt(const QByteArray &bytes, qsizetype at)
{
    for (const Designation &d : designations) {
        if (bytes.mid(at, qsizetype(qstrlen(d.escape))) == d.escape)
            return &d;
    }
    return nullptr;
}

bool endsExtensions(char c, bool personName)
{
    return c == '\\' || c == '\n' || c == '\r' || c == '\f' || c == '\t' || (personName && (c == '^' || c == '='));
}

} // namespace

CharacterSets::CharacterSets(const QStringList &specificCharacterSet) : m_terms(specificCharacterSet)
{
    m_extensions = m_terms.size() > 1 || std::any_of(m_terms.cbegin(), m_terms.cend(),
                                                     [](const QString &t) { return t.contains("2022"_L1); });
    for (qsizetype i = 0; i < m_terms.size(); ++i) {
        if (m_terms[i].trimmed().isEmpty())
            continue;
        const QByteArray name = icuName(m_terms[i]);
        if (name.isEmpty())
            m_complaint = u"charset: unknown term"_s;
        else if (i == 0 && name != "us-ascii")
            m_first = name;
    }
    // Not code extensions, whatever stands beside them (PS3.3 C.12.1.1.2).
    if (m_first == "utf-8" || m_first == "gb18030" || m_first == "gbk")
        m_extensions = m_extensions && m_terms.first().contains("2022"_L1);
}

QString CharacterSets::decode(const QByteArray &bytes, bool personName) const
{
    if (m_extensions && bytes.contains('\x1b'))
        return decodeIso2022(bytes, personName);
    if (isAscii(bytes))
        return QString::fromLatin1(bytes);
    if (m_first.isEmpty())
        return decodeDefault(bytes);
    if (const std::optional<QString> text = convert(m_first.constData(), bytes))
        return *text;
    // Declared one way, written another: UTF-8 is recognised beyond doubt, the rest shown byte by byte.
    m_complaint = u"charset: text is not in the declared character set"_s;
    if (const std::optional<QString> text = convert("utf-8", bytes))
        return *text;
    if (m_first == "gbk" || m_first == "gb18030" || m_first == "utf-8") {
        if (const std::optional<QString> text = convert("gb18030", bytes))
            return *text;
    }
    return QString::fromLatin1(bytes);
}

/// Bytes above 127 where only ASCII was declared.
QString CharacterSets::decodeDefault(const QByteArray &bytes) const
{
    m_complaint = u"charset: none declared for text that needs one"_s;
    if (const std::optional<QString> text = convert("utf-8", bytes))
        return *text;
    return QString::fromLatin1(bytes); // Chinese in this form is recognised by repairedChinese()
}

bool CharacterSets::isReadByteByByte() const
{
    return m_first.isEmpty() || m_first == "iso-8859-1" || m_first == "utf-8";
}

std::optional<QByteArray> CharacterSets::bytesOf(const QString &text) const
{
    if (isReadByteByByte()) {
        const bool isLatin = std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() <= 0xFF; });
        return isLatin ? std::optional(text.toLatin1()) : std::nullopt;
    }
    return convertFrom(m_first.constData(), text);
}

std::optional<QByteArray> CharacterSets::encode(const QString &text) const
{
    if (std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; }))
        return text.toLatin1();
    if (m_first.isEmpty() || m_extensions || m_terms.size() > 1)
        return std::nullopt;
    return convertFrom(m_first.constData(), text);
}

QString CharacterSets::decodeIso2022(const QByteArray &bytes, bool personName) const
{
    static constexpr Designation ascii{"(B", false, false, "us-ascii"};
    const Designation initialRight{"", true, false, m_first.isEmpty() ? "iso-8859-1" : m_first.constData()};
    const Designation *left = &ascii, *right = &initialRight;
    QString text;
    QByteArray run;
    const char *runSet = "us-ascii";
    const auto flush = [&] {
        if (run.isEmpty())
            return;
        const std::optional<QString> part = convert(runSet, run);
        if (!part)
            m_complaint = u"charset: text is not in the declared character set"_s;
        text += part.value_or(QString::fromLatin1(run));
        run.clear();
    };
    const auto append = [&](const Designation &d, const QByteArray &piece) {
        const bool third = qstrcmp(d.set, "euc-jp3") == 0; // JIS X 0212 is the third code set of EUC-JP
        const char *const set = third ? "euc-jp" : d.set;
        if (qstrcmp(set, runSet) != 0)
            flush();
        runSet = set;
        run += third ? '\x8f' + piece : piece;
    };
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const char c = bytes[at];
        if (c == '\x1b') {
            if (const Designation *const d = designationAt(bytes, at + 1)) {
                (d->right ? right : left) = d;
                at += qsizetype(qstrlen(d->escape));
                continue;
            }
            m_complaint = u"charset: unknown escape sequence"_s;
            continue;
        }
        const bool high = c & 0x80;
        if (!high && !left->twoBytes) {
            if (endsExtensions(c, personName)) {
                left = &ascii;
                right = &initialRight;
            }
            append(ascii, QByteArray(1, c));
            continue;
        }
        const Designation &d = high ? *right : *left;
        if (!d.twoBytes || at + 1 >= bytes.size()) {
            append(d, QByteArray(1, c));
            continue;
        }
        append(d, QByteArray(1, char(c | 0x80)) + char(bytes[at + 1] | 0x80));
        ++at;
    }
    flush();
    return text;
}

namespace
{

/// How surely a run of Latin 1 letters is hanzi of GB 2312 (rows 16 to 87), with the punctuation and full-width signs
/// of its rows 1 and 3 between them: `Surely` when the hanzi hold signs such as "¡", or upper and lower case together,
/// which accented words hardly do.
enum class Hanzi { No, Perhaps, Surely };

Hanzi hanziIn(QStringView run)
{
    if (run.size() % 2 != 0)
        return Hanzi::No;
    constexpr int punctuation = 0xA1, fullWidth = 0xA3;
    bool sign = false, upper = false, lower = false;
    for (qsizetype i = 0; i < run.size(); ++i) {
        const int byte = run[i].unicode();
        if (i % 2 == 0 && (byte == punctuation || byte == fullWidth) && run[i + 1].unicode() >= 0xA1) {
            ++i; // says nothing by itself
            continue;
        }
        if (i % 2 == 0 ? byte < 0xB0 || byte > 0xF7 : byte < 0xA1 || byte > 0xFE)
            return Hanzi::No;
        sign = sign || byte < 0xC0;
        upper = upper || (byte >= 0xC0 && byte <= 0xDE);
        lower = lower || byte >= 0xDF;
    }
    return sign || (upper && lower && run.size() >= 4) ? Hanzi::Surely : Hanzi::Perhaps;
}

} // namespace

std::optional<QString> decodedAs(const char *icuName, const QByteArray &bytes)
{
    return convert(icuName, bytes);
}

std::optional<QString> repairedChinese(const QString &text, bool personName)
{
    const auto isHigh = [&](qsizetype i) { return text[i].unicode() >= 0x80 && text[i].unicode() <= 0xFF; };
    const auto touchesLetter = [&](qsizetype i) {
        return i >= 0 && i < text.size() && text[i].unicode() < 0x80 && text[i].isLetter();
    };
    bool sure = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at].unicode() > 0xFF)
            return std::nullopt;
        if (!isHigh(at))
            continue;
        qsizetype end = at;
        while (end < text.size() && isHigh(end))
            ++end;
        const bool touches = touchesLetter(at - 1) || touchesLetter(end);
        const Hanzi found = hanziIn(QStringView(text).mid(at, end - at));
        if ((touches && (personName || end - at < 4)) || found == Hanzi::No)
            return std::nullopt;
        sure = sure || found == Hanzi::Surely;
        at = end - 1;
    }
    return sure ? convert("gb18030", text.toLatin1()) : std::nullopt;
}

} // namespace consilium::dicom
