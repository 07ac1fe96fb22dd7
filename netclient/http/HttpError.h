#pragma once
#include "netclient/http/HttpClient.h"

namespace consilium::http
{

/// The Error of a failed transfer. `curlCode` is a CURLcode; `connected` tells a peer that does not answer from one
/// that cannot be reached; `osError` is the errno of connecting, 0 where none is known.
[[nodiscard]] Error transportError(int curlCode, bool connected, const QString &url, const char *curlDetail,
                                   int osError = 0);

/// Why no encrypted connection came about although somebody accepted the connection; certificates that are refused are
/// not part of it (ErrorCode::TlsUntrusted).
enum class TlsFault {
    None,      ///< the error has another cause
    NotSpoken, ///< the answer was no TLS: most likely plain HTTP at an https address
    Handshake, ///< TLS, but no agreement: version, cipher, a client certificate, or the peer hung up
};
[[nodiscard]] TlsFault tlsFaultOf(const Error &error);

/// Retry-After (RFC 9110 10.2.3) in ms from now, seconds or an HTTP date; -1 when absent or unreadable.
[[nodiscard]] int retryAfterMs(const HttpResponse &response);

} // namespace consilium::http
