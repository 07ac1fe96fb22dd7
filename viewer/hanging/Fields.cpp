#include "viewer/hanging/Fields.h"

#include <cmath>

namespace consilium::hanging
{

using namespace Qt::StringLiterals;
using Kind = Problem::Kind;

Fields::Fields(const JsonValue &value, const QString &name, const QStringList &known, Problems &problems)
    : m_value(value), m_problems(problems)
{
    if (value.kind != JsonValue::Kind::Object)
        report(Kind::WrongKind, value.place, name, QString::fromLatin1(expected::object));
    for (const JsonValue::Member &member : value.members)
        if (!known.contains(member.name))
            report(Kind::UnknownField, member.place, member.name, known.join(u", "_s));
}

const JsonValue *Fields::find(const char *name) const
{
    return m_value.find(QString::fromLatin1(name));
}

void Fields::report(Kind kind, Place place, const QString &found, const QString &wanted)
{
    m_problems.push_back({kind, place, found, wanted, {}});
}

const JsonValue *Fields::ofKind(const char *name, JsonValue::Kind kind, const char *wanted)
{
    const JsonValue *value = find(name);
    if (!value || value->kind == kind)
        return value;
    report(Kind::WrongKind, value->place, QString::fromLatin1(name), QString::fromLatin1(wanted));
    return nullptr;
}

std::optional<QString> Fields::text(const char *name)
{
    const JsonValue *value = ofKind(name, JsonValue::Kind::Text, expected::text);
    if (!value)
        return std::nullopt;
    if (value->text.trimmed().isEmpty()) {
        report(Kind::WrongKind, value->place, QString::fromLatin1(name), QString::fromLatin1(expected::text));
        return std::nullopt;
    }
    return value->text;
}

QStringList Fields::texts(const char *name)
{
    const JsonValue *value = find(name);
    if (!value)
        return {};
    if (value->kind == JsonValue::Kind::Text) {
        const auto one = text(name);
        return one ? QStringList{*one} : QStringList();
    }
    const auto wrong = [&](Place place) {
        report(Kind::WrongKind, place, QString::fromLatin1(name), QString::fromLatin1(expected::textOrList));
        return QStringList();
    };
    if (value->kind != JsonValue::Kind::Array || value->values.empty())
        return wrong(value->place);
    QStringList all;
    for (const JsonValue &one : value->values) {
        if (one.kind != JsonValue::Kind::Text || one.text.trimmed().isEmpty())
            return wrong(one.place);
        all << one.text;
    }
    return all;
}

QStringList Fields::someOf(const char *name, const QStringList &allowed)
{
    const QStringList all = texts(name);
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (allowed.contains(all.at(i)))
            continue;
        const JsonValue *value = find(name);
        const Place place = value->values.empty() ? value->place : value->values[std::size_t(i)].place;
        report(Kind::NotOneOf, place, all.at(i), allowed.join(u", "_s));
        return {};
    }
    return all;
}

std::optional<double> Fields::number(const char *name, double least, double most)
{
    const JsonValue *value = ofKind(name, JsonValue::Kind::Number, expected::number);
    if (!value)
        return std::nullopt;
    if (value->number >= least && value->number <= most)
        return value->number;
    report(Kind::OutOfRange, value->place, value->text, u"%1 – %2"_s.arg(least, 0, 'f', -1).arg(most, 0, 'f', -1));
    return std::nullopt;
}

std::optional<int> Fields::whole(const char *name, int least, int most)
{
    const JsonValue *value = ofKind(name, JsonValue::Kind::Number, expected::wholeNumber);
    if (!value)
        return std::nullopt;
    if (value->number != std::floor(value->number)) {
        report(Kind::WrongKind, value->place, QString::fromLatin1(name), QString::fromLatin1(expected::wholeNumber));
        return std::nullopt;
    }
    if (value->number >= least && value->number <= most)
        return int(value->number);
    report(Kind::OutOfRange, value->place, value->text, u"%1 – %2"_s.arg(least).arg(most));
    return std::nullopt;
}

std::optional<bool> Fields::truth(const char *name)
{
    const JsonValue *value = ofKind(name, JsonValue::Kind::Boolean, expected::truth);
    return value ? std::optional(value->truth) : std::nullopt;
}

const JsonValue *Fields::object(const char *name)
{
    return ofKind(name, JsonValue::Kind::Object, expected::object);
}

const JsonValue *Fields::array(const char *name)
{
    const JsonValue *value = ofKind(name, JsonValue::Kind::Array, expected::array);
    if (value && value->values.empty()) {
        report(Kind::WrongKind, value->place, QString::fromLatin1(name), QString::fromLatin1(expected::array));
        return nullptr;
    }
    return value;
}

void Fields::require(const char *name)
{
    if (m_value.kind == JsonValue::Kind::Object && !find(name))
        report(Kind::MissingField, m_value.place, QString::fromLatin1(name));
}

void Fields::exclude(const char *one, const char *other)
{
    if (find(one) && find(other))
        report(Kind::Contradiction, find(other)->place, QString::fromLatin1(other), QString::fromLatin1(one));
}

void Fields::needs(const char *one, const char *other)
{
    if (find(one) && !find(other))
        report(Kind::NeedsOther, find(one)->place, QString::fromLatin1(one), QString::fromLatin1(other));
}

} // namespace consilium::hanging
