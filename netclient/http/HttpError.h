#pragma once
#include "netclient/http/HttpClient.h"

namespace consilium::http
{

/// How a transfer failed.
struct TransportFault {
    int curlCode = 0;           ///< a CURLcode
    const char *said = nullptr; ///< by curl; null or empty: the code's own text
    bool connected = false;     ///< tells a peer that does not answer from one that cannot be reached
    QString url, lastUrl = {};  ///< as asked for; where redirects led, empty: nowhere else
    int osError = 0;            ///< the errno of connecting, 0 where none is known
    int proxyStatus = 0;        ///< what a proxy said to CONNECT, 0: nothing
    bool isPastProxies = false; ///< it goes to this machine: no proxy is asked, whatever the environment says
};
/// Its Error. What goes wrong at a proxy (of the environment: http_proxy, https_proxy, all_proxy) is HostUnreachable
/// with a reason that says so.
[[nodiscard]] Error transportError(const TransportFault &fault);

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
