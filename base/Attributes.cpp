#include "base/Attributes.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace consilium
{

namespace
{

/// All bits that any letter has.
char16_t bitsOf(const QString &text)
{
    const char16_t *at = reinterpret_cast<const char16_t *>(text.constData());
    const char16_t *const end = at + text.size();
    std::uint64_t four = 0;
    for (; end - at >= 4; at += 4) {
        std::uint64_t next = 0;
        std::memcpy(&next, at, sizeof next);
        four |= next;
    }
    char16_t bits = static_cast<char16_t>(four | four >> 16 | four >> 32 | four >> 48);
    for (; at != end; ++at)
        bits = static_cast<char16_t>(bits | *at);
    return bits;
}

/// The usual way to write a number: digits, with a sign and a point or without. Both sides of the division are exact
/// (at most 15 digits, powers of ten up to 10^15), so that its result is what any right conversion gives.
std::optional<double> plainDecimal(QStringView text)
{
    constexpr int mostDigits = 15;
    static constexpr double powers[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                        1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const bool isNegative = !text.isEmpty() && text.front() == u'-';
    std::int64_t whole = 0;
    int digits = 0, pointAt = -1;
    for (const QChar c : isNegative ? text.mid(1) : text) {
        if (c == u'.' && pointAt < 0 && digits > 0) {
            pointAt = digits;
            continue;
        }
        if (c < u'0' || c > u'9' || ++digits > mostDigits)
            return std::nullopt;
        whole = whole * 10 + (c.unicode() - u'0');
    }
    if (digits == 0 || digits == pointAt)
        return std::nullopt;
    const double value = double(whole) / powers[pointAt < 0 ? 0 : digits - pointAt];
    return isNegative ? -value : value;
}

} // namespace

std::optional<double> finiteNumber(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (const std::optional<double> usual = plainDecimal(trimmed))
        return usual;
    bool ok = false;
    const double value = trimmed.toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QString Tag::text() const
{
    return QStringLiteral("%1%2").arg(group, 4, 16, QLatin1Char('0')).arg(element, 4, 16, QLatin1Char('0')).toUpper();
}

std::optional<Tag> Tag::fromText(QStringView text)
{
    bool ok = false;
    // toUInt() would take a sign as well.
    const auto isHex = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    if (text.size() != 8 || !std::all_of(text.begin(), text.end(), isHex))
        return std::nullopt;
    const uint value = text.toUInt(&ok, 16);
    if (!ok)
        return std::nullopt;
    return Tag{static_cast<std::uint16_t>(value >> 16), static_cast<std::uint16_t>(value & 0xFFFF)};
}

const Attribute *Attributes::find(Tag tag) const
{
    const auto it = m_elements.find(tag);
    return it == m_elements.end() ? nullptr : &it->second;
}

bool Attributes::containsAny(Tag first, Tag last) const
{
    const auto it = m_elements.lower_bound(first);
    return it != m_elements.end() && it->first.number() <= last.number();
}

void Attributes::set(Tag tag, Attribute attribute)
{
    constexpr char16_t ascii = 0x7F, latin1 = 0xFF;
    bool isNews = false;
    for (const QString &value : std::as_const(attribute.values)) {
        const char16_t bits = bitsOf(value);
        m_letters.wide = m_letters.wide || bits > latin1;
        m_letters.latin1 = m_letters.latin1 || (bits > ascii && bits <= latin1);
        isNews = isNews || bits > ascii;
    }
    for (const Attributes &item : attribute.items) {
        m_letters.wide = m_letters.wide || item.m_letters.wide;
        m_letters.latin1 = m_letters.latin1 || item.m_letters.latin1;
        isNews = isNews || item.m_letters.wide || item.m_letters.latin1;
    }
    m_areTextsJudged = m_areTextsJudged && !isNews;
    if (m_elements.empty() ||
        m_elements.rbegin()->first.number() < tag.number()) // as they stand in a file: nothing is looked for
        m_elements.emplace_hint(m_elements.end(), tag, std::move(attribute));
    else
        m_elements.insert_or_assign(tag, std::move(attribute));
}

void Attributes::setText(Tag tag, const char (&vr)[3], const QStringList &values)
{
    Attribute attribute;
    attribute.vr = {vr[0], vr[1]};
    attribute.values = values;
    set(tag, std::move(attribute));
}

QString Attributes::text(Tag tag) const
{
    const Attribute *const a = find(tag);
    return a && !a->values.isEmpty() ? a->values.first().trimmed() : QString();
}

QStringList Attributes::texts(Tag tag) const
{
    const Attribute *const a = find(tag);
    return a ? a->values : QStringList();
}

std::optional<int> Attributes::integer(Tag tag) const
{
    const std::optional<double> value = number(tag);
    if (!value || *value != std::floor(*value) || std::abs(*value) > 2147483647.0)
        return std::nullopt;
    return static_cast<int>(*value);
}

std::optional<double> Attributes::number(Tag tag) const
{
    const Attribute *const a = find(tag);
    return a && !a->values.isEmpty() ? finiteNumber(a->values.first()) : std::nullopt;
}

std::optional<std::vector<double>> Attributes::numbers(Tag tag, int count) const
{
    const Attribute *const a = find(tag);
    if (!a || a->values.isEmpty() || (count >= 0 && a->values.size() != count))
        return std::nullopt;
    std::vector<double> result;
    result.reserve(std::size_t(a->values.size()));
    for (const QString &text : a->values) {
        const std::optional<double> value = finiteNumber(text);
        if (!value)
            return std::nullopt;
        result.push_back(*value);
    }
    return result;
}

const Attributes *Attributes::item(Tag tag) const
{
    const std::vector<Attributes> &all = items(tag);
    return all.empty() ? nullptr : &all.front();
}

const std::vector<Attributes> &Attributes::items(Tag tag) const
{
    static const std::vector<Attributes> none;
    const Attribute *const a = find(tag);
    return a ? a->items : none;
}

} // namespace consilium
