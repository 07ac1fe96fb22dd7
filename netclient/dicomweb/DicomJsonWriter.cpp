#include "netclient/dicomweb/DicomJson.h"

#include <array>
#include <cstdio>

namespace consilium::dicomweb
{

namespace
{

void appendString(QByteArray &out, const QString &text)
{
    out += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                std::array<char, 8> escaped{};
                std::snprintf(escaped.data(), escaped.size(), "\\u%04x",
                              static_cast<unsigned>(static_cast<unsigned char>(c)));
                out += escaped.data();
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

bool isNumeric(const Vr &vr)
{
    static constexpr std::array<Vr, 12> numeric{{{'D', 'S'},
                                                 {'I', 'S'},
                                                 {'F', 'L'},
                                                 {'F', 'D'},
                                                 {'S', 'L'},
                                                 {'S', 'S'},
                                                 {'U', 'L'},
                                                 {'U', 'S'},
                                                 {'S', 'V'},
                                                 {'U', 'V'},
                                                 {'O', 'V'},
                                                 {'O', 'D'}}};
    for (const Vr &n : numeric) {
        if (n == vr)
            return true;
    }
    return false;
}

// A number as RFC 8259 spells it: no plus sign, no leading zeros, digits on both sides of the point.
bool isJsonNumber(QStringView text)
{
    qsizetype i = text.startsWith(QLatin1Char('-')) ? 1 : 0;
    const auto digits = [&] {
        const qsizetype from = i;
        while (i < text.size() && text[i] >= QLatin1Char('0') && text[i] <= QLatin1Char('9'))
            ++i;
        return i - from;
    };
    const qsizetype start = i;
    const qsizetype whole = digits();
    if (whole == 0 || (whole > 1 && text[start] == QLatin1Char('0')))
        return false;
    if (i < text.size() && text[i] == QLatin1Char('.')) {
        ++i;
        if (digits() == 0)
            return false;
    }
    if (i < text.size() && (text[i] == QLatin1Char('e') || text[i] == QLatin1Char('E'))) {
        ++i;
        if (i < text.size() && (text[i] == QLatin1Char('+') || text[i] == QLatin1Char('-')))
            ++i;
        if (digits() == 0)
            return false;
    }
    return i == text.size();
}

void appendPersonName(QByteArray &out, const QString &name)
{
    static constexpr std::array<const char *, 3> keys{"Alphabetic", "Ideographic", "Phonetic"};
    const QStringList groups = name.split(QLatin1Char('='));
    QByteArray members;
    for (int i = 0; i < 3 && i < groups.size(); ++i) {
        if (groups[i].isEmpty())
            continue;
        members += members.isEmpty() ? "\"" : ",\"";
        members += keys[static_cast<std::size_t>(i)];
        members += "\":";
        appendString(members, groups[i]);
    }
    out += members.isEmpty() ? QByteArrayLiteral("null") : '{' + members + '}';
}

void appendValue(QByteArray &out, const Vr &vr, const QString &value)
{
    const bool isName = vr == Vr{'P', 'N'};
    if (value.isEmpty())
        out += "null";
    else if (isName)
        appendPersonName(out, value);
    else if (isNumeric(vr) && isJsonNumber(QStringView(value).trimmed()))
        out += value.trimmed().toLatin1();
    else
        appendString(out, value);
}

void appendDataSet(QByteArray &out, const Attributes &dataSet);

void appendAttribute(QByteArray &out, const Attribute &attribute)
{
    out += "{\"vr\":\"";
    out += attribute.vr == Vr{} ? QByteArrayLiteral("UN") : QByteArray(attribute.vr.data(), 2);
    out += '"';
    if (!attribute.items.empty()) {
        out += ",\"Value\":[";
        for (std::size_t i = 0; i < attribute.items.size(); ++i) {
            if (i > 0)
                out += ',';
            appendDataSet(out, attribute.items[i]);
        }
        out += ']';
    } else if (!attribute.bulkDataUri.isEmpty()) {
        out += ",\"BulkDataURI\":";
        appendString(out, attribute.bulkDataUri);
    } else if (!attribute.bytes.isEmpty()) {
        out += ",\"InlineBinary\":\"" + attribute.bytes.toBase64() + '"';
    } else if (!attribute.values.isEmpty() && attribute.vr != Vr{'S', 'Q'}) {
        out += ",\"Value\":[";
        for (qsizetype i = 0; i < attribute.values.size(); ++i) {
            if (i > 0)
                out += ',';
            appendValue(out, attribute.vr, attribute.values[i]);
        }
        out += ']';
    }
    out += '}';
}

void appendDataSet(QByteArray &out, const Attributes &dataSet)
{
    out += '{';
    bool first = true;
    for (const auto &[tag, attribute] : dataSet.elements()) {
        out += first ? "\"" : ",\"";
        first = false;
        out += tag.text().toLatin1() + "\":";
        appendAttribute(out, attribute);
    }
    out += '}';
}

} // namespace

QByteArray toDicomJson(const std::vector<Attributes> &dataSets)
{
    QByteArray out = "[";
    for (std::size_t i = 0; i < dataSets.size(); ++i) {
        if (i > 0)
            out += ',';
        appendDataSet(out, dataSets[i]);
    }
    out += ']';
    return out;
}

} // namespace consilium::dicomweb
