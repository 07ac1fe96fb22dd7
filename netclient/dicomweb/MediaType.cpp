#include "netclient/dicomweb/MediaType.h"

#include <algorithm>
#include <array>
#include <utility>

namespace consilium::dicomweb
{

namespace
{

// Up to the next ';' outside quotes; quotes and escapes are taken off.
QByteArray takeField(const QByteArray &text, qsizetype &at)
{
    QByteArray field;
    bool quoted = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted && c == '\\' && at + 1 < text.size()) {
            field += text[++at];
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == ';' && !quoted) {
            break;
        } else {
            field += c;
        }
    }
    ++at;
    return field.trimmed();
}

std::uint8_t byteAt(const QByteArray &bytes, qsizetype i)
{
    return i >= 0 && i < bytes.size() ? static_cast<std::uint8_t>(bytes[i]) : std::uint8_t{0};
}

std::size_t word(const QByteArray &bytes, qsizetype i)
{
    return static_cast<std::size_t>(byteAt(bytes, i)) << 8 | byteAt(bytes, i + 1);
}

// The end of image marker, behind which a padding byte is allowed.
bool endsWithMarker(const QByteArray &bytes)
{
    const qsizetype n = bytes.size();
    return word(bytes, n - 2) == 0xFFD9 || (word(bytes, n - 3) == 0xFFD9 && byteAt(bytes, n - 1) == 0);
}

// Walks over the marker segments of a JPEG or JPEG-LS stream up to its frame header (ISO 10918-1 B.1, ISO 14495-1 C.2).
QString jpegSyntax(const QByteArray &bytes)
{
    for (qsizetype at = 2; at + 4 <= bytes.size() && byteAt(bytes, at) == 0xFF;) {
        const std::uint8_t marker = byteAt(bytes, at + 1);
        switch (marker) {
        case 0xC0:
            return QStringLiteral("1.2.840.10008.1.2.4.50");
        case 0xC1:
            return QStringLiteral("1.2.840.10008.1.2.4.51");
        case 0xC3:
            return QStringLiteral("1.2.840.10008.1.2.4.57");
        case 0xF7: // whether it is lossless stands in the scan header: the decoder does not care
            return QStringLiteral("1.2.840.10008.1.2.4.81");
        case 0xFF:
            ++at;
            continue;
        default:
            at += 2 + static_cast<qsizetype>(word(bytes, at + 2));
        }
    }
    return {};
}

// The SIZ segment tells HTJ2K (capability marker CAP next, ISO 15444-15) from classic JPEG 2000.
QString j2kSyntax(const QByteArray &bytes)
{
    const std::size_t sizLength = word(bytes, 4), components = word(bytes, 40);
    if (components == 0 || sizLength != 38 + 3 * components)
        return {};
    const bool highThroughput = word(bytes, 4 + static_cast<qsizetype>(sizLength)) == 0xFF50;
    return highThroughput ? QStringLiteral("1.2.840.10008.1.2.4.203") : QStringLiteral("1.2.840.10008.1.2.4.91");
}

} // namespace

QByteArray MediaType::parameter(const QByteArray &key) const
{
    const auto it = parameters.find(key);
    return it == parameters.end() ? QByteArray() : it->second;
}

QString MediaType::nameForLog() const
{
    const auto isTokenCharacter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '+' || c == '-' || c == '/';
    };
    static constexpr std::array<const char *, 9> kinds{"application/", "audio/",     "font/", "image/", "message/",
                                                       "model/",       "multipart/", "text/", "video/"};
    const bool known = std::any_of(kinds.begin(), kinds.end(), [this](const char *k) { return name.startsWith(k); });
    if (!known || name.size() > 60 || !std::all_of(name.begin(), name.end(), isTokenCharacter))
        return name.isEmpty() ? QStringLiteral("something without a type") : QStringLiteral("an unknown type");
    return QString::fromLatin1(name);
}

bool MediaType::isJson() const
{
    return name == "application/json" || name.endsWith("+json") || name == "text/json";
}

MediaType parseMediaType(const QByteArray &contentType)
{
    MediaType type;
    qsizetype at = 0;
    type.name = takeField(contentType, at).toLower();
    while (at < contentType.size()) {
        const QByteArray field = takeField(contentType, at);
        const qsizetype equals = field.indexOf('=');
        if (equals > 0)
            type.parameters.insert({field.left(equals).trimmed().toLower(), field.mid(equals + 1).trimmed()});
    }
    return type;
}

TransferSyntaxUid namedTransferSyntax(const MediaType &type)
{
    QByteArray named = type.parameter("transfer-syntax");
    if (named.isEmpty() || named == "*")
        named = parseMediaType(type.parameter("type")).parameter("transfer-syntax");
    if (named == "*")
        named.clear();
    return TransferSyntaxUid(QString::fromLatin1(named));
}

TransferSyntaxUid defaultTransferSyntax(const QByteArray &mediaTypeName)
{
    static constexpr std::array<std::pair<const char *, const char *>, 9> defaults{{
        {"image/jpeg", "1.2.840.10008.1.2.4.70"},
        {"image/dicom+rle", "1.2.840.10008.1.2.5"},
        {"image/x-dicom-rle", "1.2.840.10008.1.2.5"},
        {"image/jls", "1.2.840.10008.1.2.4.80"},
        {"image/x-jls", "1.2.840.10008.1.2.4.80"},
        {"image/jp2", "1.2.840.10008.1.2.4.90"},
        {"image/jpx", "1.2.840.10008.1.2.4.92"},
        {"image/jphc", "1.2.840.10008.1.2.4.203"},
        {"image/x-dicom+rle", "1.2.840.10008.1.2.5"},
    }};
    for (const auto &[name, syntax] : defaults) {
        if (mediaTypeName == name)
            return TransferSyntaxUid(QString::fromLatin1(syntax));
    }
    return {};
}

TransferSyntaxUid sniffedTransferSyntax(const QByteArray &frame)
{
    if (frame.size() < 64 || !endsWithMarker(frame))
        return {};
    if (word(frame, 0) == 0xFF4F && word(frame, 2) == 0xFF51)
        return TransferSyntaxUid(j2kSyntax(frame));
    if (word(frame, 0) == 0xFFD8)
        return TransferSyntaxUid(jpegSyntax(frame));
    return {};
}

} // namespace consilium::dicomweb
