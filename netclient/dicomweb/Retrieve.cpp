#include "netclient/dicomweb/Retrieve.h"

#include "netclient/dicomweb/Part10.h"

#include <QUrl>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace consilium::dicomweb
{

namespace
{

// The parts that have a body.
std::vector<Part> filled(Answer &answer)
{
    std::vector<Part> parts;
    for (Part &part : answer.parts) {
        if (!part.body.isEmpty())
            parts.push_back(std::move(part));
    }
    return parts;
}

// The segment behind the last "/name/" of a path; nothing when there is none.
std::optional<QByteArray> segmentBehind(const QByteArray &path, const QByteArray &name)
{
    const qsizetype at = path.lastIndexOf('/' + name + '/');
    if (at < 0)
        return std::nullopt;
    return QByteArray::fromPercentEncoding(path.mid(at + name.size() + 2).split('/').first()).trimmed();
}

// A Content-Location contradicts what was asked for in a study, series, object or frame that it names.
bool contradicts(const QByteArray &location, const FrameName &asked)
{
    const QByteArray path = '/' + location.split('?').first().split('#').first().trimmed();
    const std::pair<const char *, QByteArray> expected[] = {{"studies", asked.study.text().toLatin1()},
                                                            {"series", asked.series.text().toLatin1()},
                                                            {"instances", asked.sop.text().toLatin1()},
                                                            {"frames", QByteArray::number(asked.frame + 1)}};
    return std::any_of(std::begin(expected), std::end(expected), [&](const auto &pair) {
        const std::optional<QByteArray> named = segmentBehind(path, pair.first);
        return named && !named->isEmpty() && *named != pair.second;
    });
}

TransferSyntaxUid syntaxOf(const Part &part, const MediaType &outer, const FrameHints &hints)
{
    const MediaType type = parseMediaType(part.header("content-type"));
    TransferSyntaxUid syntax = namedTransferSyntax(type);
    if (syntax.isEmpty())
        syntax = namedTransferSyntax(outer);
    if (!syntax.isEmpty())
        return syntax;
    syntax = sniffedTransferSyntax(part.body);
    if (!syntax.isEmpty())
        return syntax;
    syntax = defaultTransferSyntax(type.name.isEmpty() ? parseMediaType(outer.parameter("type")).name : type.name);
    const bool isNative = hints.expectedBytes <= 0 || part.body.size() == hints.expectedBytes ||
                          part.body.size() == hints.expectedBytes + hints.expectedBytes % 2;
    return syntax.isEmpty() && !isNative ? hints.storedSyntax : syntax;
}

bool isPart10(const QByteArray &bytes)
{
    return bytes.size() > 132 && QByteArrayView(bytes).sliced(128, 4) == QByteArrayView("DICM");
}

} // namespace

bool isShort(const Part &part)
{
    return part.contradictsItself && part.header("content-length").toLongLong() > part.body.size();
}

Result<EncodedFrame> frameOf(Answer answer, const FrameName &asked, const FrameHints &hints)
{
    std::vector<Part> parts = filled(answer);
    if (parts.size() != 1)
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("%1 parts instead of one frame").arg(parts.size()));
    Part &part = parts.front();
    if (contradicts(part.header("content-location"), asked) ||
        contradicts(answer.head.header("content-location"), asked))
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("another frame than the one asked for"));
    const MediaType type = parseMediaType(part.header("content-type"));
    if (isPart10(part.body) || type.name == "text/html" || type.name.endsWith("json") || type.name.endsWith("xml"))
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("%1 instead of a frame").arg(type.nameForLog()));
    EncodedFrame result{asked.sop, asked.frame, syntaxOf(part, answer.type, hints), {}};
    result.isShort = isShort(part);
    result.bytes = std::move(part.body);
    return result;
}

Result<QByteArray> instanceOf(Answer answer, const SopInstanceUid &sop)
{
    std::vector<Part> parts = filled(answer);
    if (parts.size() != 1)
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("%1 parts instead of one object").arg(parts.size()));
    if (isShort(parts.front()))
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("an object shorter than its part says"));
    const std::optional<FileMeta> meta = readFileMeta(parts.front().body);
    if (!meta)
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("the object is not a DICOM file"));
    const SopInstanceUid own = objectOf(parts.front().body, *meta);
    if (!own.isEmpty() && own != sop)
        return fail(ErrorCode::ProtocolViolation, anotherObject);
    return std::move(parts.front().body);
}

Result<QByteArray> bulkOf(Answer answer)
{
    std::vector<Part> parts = filled(answer);
    if (parts.size() > 1)
        return fail(ErrorCode::Unsupported, QStringLiteral("bulk data in %1 parts").arg(parts.size()));
    if (!parts.empty() && isShort(parts.front()))
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("bulk data shorter than their part says"));
    return parts.empty() ? QByteArray() : std::move(parts.front().body);
}

Result<QByteArray> pictureOf(Answer answer)
{
    std::vector<Part> parts = filled(answer);
    const bool picture = parts.size() == 1 && (parts.front().body.startsWith("\xFF\xD8\xFF") ||
                                               parts.front().body.startsWith("\x89PNG\r\n"));
    if (!picture)
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("neither JPEG nor PNG"));
    return std::move(parts.front().body);
}

void resolveBulkDataUris(Attributes &dataSet, const QString &metadataUrl)
{
    const QUrl base(metadataUrl);
    std::vector<std::pair<Tag, Attribute>> changed;
    for (const auto &[tag, attribute] : dataSet.elements()) {
        const bool relative = !attribute.bulkDataUri.isEmpty() && QUrl(attribute.bulkDataUri).isRelative();
        if (!relative && attribute.items.empty())
            continue;
        Attribute copy = attribute;
        if (relative)
            copy.bulkDataUri = base.resolved(QUrl(attribute.bulkDataUri)).toString(QUrl::FullyEncoded);
        for (Attributes &item : copy.items)
            resolveBulkDataUris(item, metadataUrl);
        changed.emplace_back(tag, std::move(copy));
    }
    for (auto &[tag, attribute] : changed)
        dataSet.set(tag, std::move(attribute));
}

Result<QString> bulkDataUrl(const QString &uri, const QString &baseUrl)
{
    const QUrl base(baseUrl + QLatin1Char('/'));
    const QUrl given = base.resolved(QUrl(uri));
    const bool web = given.scheme() == QLatin1String("http") || given.scheme() == QLatin1String("https");
    if (uri.isEmpty() || !given.isValid() || !web)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("not a usable BulkDataURI"));
    if (given.scheme() == base.scheme() && given.authority() == base.authority())
        return given.toString(QUrl::FullyEncoded);
    // Behind a proxy archives name the host as they know it themselves. Credentials never go to a host nobody
    // configured.
    if (!given.path().startsWith(base.path()))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("a BulkDataURI outside the archive"));
    QUrl here = given;
    here.setScheme(base.scheme());
    here.setAuthority(base.authority());
    return here.toString(QUrl::FullyEncoded);
}

} // namespace consilium::dicomweb
