#pragma once
#include "netclient/http/HttpClient.h"

namespace consilium::http
{

/// The Error of a failed transfer. `curlCode` is a CURLcode; `connected` tells a peer that does not answer from one
/// that cannot be reached.
[[nodiscard]] Error transportError(int curlCode, bool connected, const QString &url, const char *curlDetail);

/// Retry-After (RFC 9110 10.2.3) in ms from now, seconds or an HTTP date; -1 when absent or unreadable.
[[nodiscard]] int retryAfterMs(const HttpResponse &response);

} // namespace consilium::http
