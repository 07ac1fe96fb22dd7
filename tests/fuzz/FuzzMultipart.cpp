#include "netclient/dicomweb/MediaType.h"
#include "netclient/dicomweb/MultipartParser.h"
#include "netclient/dicomweb/Part10.h"

#include <cstdlib>

using consilium::Result;
using consilium::dicomweb::MultipartParser;
using consilium::dicomweb::Part;

namespace
{

struct Outcome {
    std::vector<QByteArray> bodies;
    bool complete = false;
};

Outcome parse(const QByteArray &boundary, const QByteArray &body, qsizetype step)
{
    Outcome outcome;
    MultipartParser parser(boundary, [&](Part &&part) {
        outcome.bodies.push_back(part.body);
        return Result<void>();
    });
    for (qsizetype at = 0; at < body.size(); at += step) {
        const QByteArray piece = body.mid(at, step);
        if (!parser.feed(piece.constData(), static_cast<std::size_t>(piece.size())))
            return outcome;
    }
    outcome.complete = parser.finish().has_value();
    return outcome;
}

/// What the client asks of a part: its media type, its transfer syntax, what object it is.
void lookAt(const QByteArray &contentType, const std::vector<QByteArray> &bodies)
{
    using namespace consilium::dicomweb;
    const MediaType type = parseMediaType(contentType);
    static_cast<void>(type.isJson());
    static_cast<void>(type.nameForLog());
    static_cast<void>(namedTransferSyntax(type));
    static_cast<void>(defaultTransferSyntax(type.name));
    for (const QByteArray &body : bodies) {
        static_cast<void>(sniffedTransferSyntax(body));
        static_cast<void>(readFileMeta(body));
    }
}

} // namespace

// The first byte is the size of the pieces, a line of its own the boundary, the rest the body. However it is cut, the
// same parts must come out.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray input(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    const qsizetype lineEnd = input.indexOf('\n');
    const QByteArray boundary = lineEnd < 0 ? QByteArray("b") : input.left(lineEnd);
    const QByteArray body = input.mid(lineEnd + 1);
    const Outcome whole = parse(boundary, body, std::max<qsizetype>(body.size(), 1));
    const Outcome pieces = parse(boundary, body, 1 + data[0]);
    if (whole.complete != pieces.complete || (whole.complete && whole.bodies != pieces.bodies))
        std::abort();
    lookAt(boundary, whole.bodies);
    return 0;
}
