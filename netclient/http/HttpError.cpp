#include "netclient/http/HttpError.h"

#include "base/Logging.h"
#include "base/ReachReasons.h"
#include "base/TlsReasons.h"

#include <QRegularExpression>
#include <QUrl>

#include <curl/curl.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <initializer_list>
#include <iterator>
#include <utility>

namespace consilium::http
{

namespace
{

ErrorCode codeOf(CURLcode code, bool connected)
{
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_INTERFACE_FAILED:
    case CURLE_PROXY:
        return ErrorCode::HostUnreachable;
    case CURLE_OPERATION_TIMEDOUT:
        return connected ? ErrorCode::Timeout : ErrorCode::HostUnreachable;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CRL_BADFILE:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
        return ErrorCode::TlsUntrusted;
    case CURLE_SSL_CACERT_BADFILE:
        return ErrorCode::FileUnreadable;
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
        return ErrorCode::ConnectionLost;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL: // an answer that is not HTTP, or a redirect to something that is not
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_TOO_MANY_REDIRECTS:
    case CURLE_FILESIZE_EXCEEDED:
        return ErrorCode::ProtocolViolation;
    case CURLE_URL_MALFORMAT:
    case CURLE_LOGIN_DENIED: // user information inside the URL
        return ErrorCode::InvalidArgument;
    case CURLE_OUT_OF_MEMORY:
    case CURLE_WRITE_ERROR: // our own callbacks state their reason; without one an allocation failed
        return ErrorCode::OutOfMemory;
    case CURLE_ABORTED_BY_CALLBACK:
        return ErrorCode::Cancelled;
    default:
        return ErrorCode::Internal;
    }
}

ErrorCode codeOfStatus(int status, int retryAfter)
{
    switch (status) {
    case 401:
        return ErrorCode::SignInRequired;
    case 407: // a proxy's: the archive was not asked
        return ErrorCode::HostUnreachable;
    case 403:
        return ErrorCode::Forbidden;
    case 404:
    case 410:
        return ErrorCode::NotFound;
    case 406:
    case 415:
        return ErrorCode::NotAcceptable;
    case 408:
    case 504:
        return ErrorCode::Timeout;
    case 409:
    case 412:
        return ErrorCode::Conflict;
    case 429:
        return ErrorCode::TooManyRequests;
    case 503:
        return retryAfter >= 0 ? ErrorCode::TooManyRequests : ErrorCode::ServerError;
    case 507:
        return ErrorCode::DiskFull;
    default:
        return ErrorCode::ServerError;
    }
}

// The registered name of a status (RFC 9110 15). What the server itself says may name patients and stays unread.
QLatin1String nameOfStatus(int status)
{
    static constexpr std::pair<int, QLatin1String> names[] = {
        {400, QLatin1String("Bad Request")},
        {401, QLatin1String("Unauthorized")},
        {403, QLatin1String("Forbidden")},
        {404, QLatin1String("Not Found")},
        {405, QLatin1String("Method Not Allowed")},
        {406, QLatin1String("Not Acceptable")},
        {407, QLatin1String("Proxy Authentication Required")},
        {408, QLatin1String("Request Timeout")},
        {409, QLatin1String("Conflict")},
        {410, QLatin1String("Gone")},
        {412, QLatin1String("Precondition Failed")},
        {413, QLatin1String("Content Too Large")},
        {414, QLatin1String("URI Too Long")},
        {415, QLatin1String("Unsupported Media Type")},
        {429, QLatin1String("Too Many Requests")},
        {500, QLatin1String("Internal Server Error")},
        {501, QLatin1String("Not Implemented")},
        {502, QLatin1String("Bad Gateway")},
        {503, QLatin1String("Service Unavailable")},
        {504, QLatin1String("Gateway Timeout")},
        {507, QLatin1String("Insufficient Storage")},
    };
    const auto *const it =
        std::find_if(std::begin(names), std::end(names), [status](const auto &entry) { return entry.first == status; });
    return it != std::end(names) ? it->second : QLatin1String();
}

// What OpenSSL and GnuTLS say about a first record that is none.
bool isNoTls(const QString &reason)
{
    return reason.contains(QLatin1String("wrong version number")) ||
           reason.contains(QLatin1String("unexpected TLS packet"));
}

bool isNoHttp(CURLcode code, const QString &reason)
{
    return code == CURLE_GOT_NOTHING ||
           (code == CURLE_UNSUPPORTED_PROTOCOL && reason.contains(QLatin1String("HTTP/0.9")));
}

// By the words of OpenSSL and curl, and of GnuTLS. More than one thing may be wrong: the first that was found is named.
QLatin1StringView certificateReason(const QString &said)
{
    static constexpr std::pair<QLatin1String, QLatin1StringView> all[] = {
        {QLatin1String("certificate has expired"), tlsReason::expired},
        {QLatin1String("expired certificate"), tlsReason::expired},
        {QLatin1String("not yet valid"), tlsReason::notYetValid},
        {QLatin1String("not yet activated"), tlsReason::notYetValid},
        {QLatin1String("certificate subject name"), tlsReason::wrongName},
        {QLatin1String("does not match target"), tlsReason::wrongName},
        {QLatin1String("in certificate chain"), tlsReason::unknownAuthority}, // its end, signed by itself
        {QLatin1String("self-signed certificate"), tlsReason::selfSigned},
        {QLatin1String("self signed certificate"), tlsReason::selfSigned},
        {QLatin1String("issuer certificate"), tlsReason::unknownAuthority},
        {QLatin1String("unable to verify the first certificate"), tlsReason::unknownAuthority},
        {QLatin1String("issuer is unknown"), tlsReason::unknownAuthority},
    };
    const auto *const it =
        std::find_if(std::begin(all), std::end(all), [&](const auto &entry) { return said.contains(entry.first); });
    return it != std::end(all) ? it->second : QLatin1StringView();
}

// Of what cannot be reached. A port that a firewall refuses with a reset reads as closed, too.
QLatin1StringView reachOf(CURLcode code, int osError)
{
    if (code == CURLE_COULDNT_RESOLVE_HOST)
        return reachReason::nameUnknown;
    if (code == CURLE_OPERATION_TIMEDOUT)
        return reachReason::noAnswer;
    if (code != CURLE_COULDNT_CONNECT)
        return {};
    switch (osError) {
    case ECONNREFUSED:
        return reachReason::portClosed;
    case EHOSTUNREACH:
    case ENETUNREACH:
        return reachReason::noRoute;
    case ETIMEDOUT:
        return reachReason::noAnswer;
    default:
        return {};
    }
}

// Whom curl tried to connect to, by its own words ("Failed to connect to NAME port 3128 after 2 ms: ...").
bool namesAnother(const QString &reason, const QUrl &url)
{
    static const QRegularExpression words(QStringLiteral("^Failed to connect to (\\S+) port (\\d+)"));
    const auto match = words.match(reason);
    const int usual = url.scheme() == QLatin1String("https") ? 443 : 80;
    return match.hasMatch() && (match.captured(1).compare(url.host(), Qt::CaseInsensitive) != 0 ||
                                match.captured(2).toInt() != url.port(usual));
}

bool isInEnvironment(std::initializer_list<const char *> names)
{
    return std::any_of(names.begin(), names.end(), [](const char *name) { return !qgetenv(name).isEmpty(); });
}

// As curl chooses: http_proxy counts in small letters only.
bool hasProxy(const QUrl &url)
{
    const bool isSecure = url.scheme() == QLatin1String("https");
    return isInEnvironment({"all_proxy", "ALL_PROXY"}) ||
           (isSecure ? isInEnvironment({"https_proxy", "HTTPS_PROXY"}) : isInEnvironment({"http_proxy"}));
}

// By the list of names that are asked past it. A block of addresses (10.0.0.0/8) is not worked out: where one is named
// nobody says that it was the proxy.
bool isSurelyByProxy(const QUrl &url)
{
    const QString list = qEnvironmentVariable(qEnvironmentVariableIsSet("no_proxy") ? "no_proxy" : "NO_PROXY");
    static const QRegularExpression gap(QStringLiteral("[,\\s]+"));
    const QStringList names = list.split(gap, Qt::SkipEmptyParts);
    return hasProxy(url) && std::none_of(names.begin(), names.end(), [&](QString name) {
               name = name.startsWith(QLatin1Char('.')) ? name.mid(1) : name;
               return name == QLatin1String("*") || name.contains(QLatin1Char('/')) ||
                      url.host().compare(name, Qt::CaseInsensitive) == 0 ||
                      url.host().endsWith(QLatin1Char('.') + name, Qt::CaseInsensitive);
           });
}

// What a proxy has to do with it; empty: nothing that is known.
QLatin1StringView proxyReason(const TransportFault &fault, const QString &reason)
{
    const auto code = static_cast<CURLcode>(fault.curlCode);
    if (fault.proxyStatus == 407)
        return reachReason::proxySignIn;
    if (fault.proxyStatus >= 500)
        return reachReason::proxyNoWay;
    if (fault.proxyStatus >= 300)
        return reachReason::proxyRefuses;
    if (code == CURLE_COULDNT_RESOLVE_PROXY)
        return reachReason::proxyAway;
    if (code == CURLE_PROXY) // SOCKS: it answers, and no connection comes of it
        return reachReason::proxyNoWay;
    if (reason.startsWith(QLatin1String("Proxy CONNECT aborted")))
        return code == CURLE_OPERATION_TIMEDOUT ? reachReason::proxyNoWay : reachReason::proxyRefuses;
    const bool isLate = code == CURLE_OPERATION_TIMEDOUT && !fault.connected;
    const QUrl url(fault.lastUrl.isEmpty() ? fault.url : fault.lastUrl);
    if (fault.isPastProxies || !hasProxy(url))
        return {};
    const bool isProxy = namesAnother(reason, url) || (isLate && isSurelyByProxy(url));
    return isProxy ? reachReason::proxyAway : QLatin1StringView();
}

} // namespace

Error transportError(const TransportFault &fault)
{
    const auto code = static_cast<CURLcode>(fault.curlCode);
    const QString &url = fault.url;
    const QString reason = QString::fromUtf8(fault.said && *fault.said ? fault.said : curl_easy_strerror(code));
    const QString mark = code == CURLE_SSL_CONNECT_ERROR ? QStringLiteral(": TLS handshake: ") : QStringLiteral(": ");
    Error error{codeOf(code, fault.connected), redactUrl(url) + mark + reason.simplified()};
    if (const QLatin1StringView ofProxy = proxyReason(fault, reason); !ofProxy.isEmpty()) {
        error.code = ErrorCode::HostUnreachable;
        error.detail += ofProxy;
        return error;
    }
    if (code == CURLE_SSL_CONNECT_ERROR)
        error.detail += isNoTls(reason) ? tlsReason::notSpoken : tlsReason::notAgreed;
    else if (error.code == ErrorCode::TlsUntrusted)
        error.detail += certificateReason(reason);
    else if (error.code == ErrorCode::HostUnreachable)
        error.detail += reachOf(code, fault.osError);
    else if (url.startsWith(QLatin1String("http:"), Qt::CaseInsensitive) && isNoHttp(code, reason))
        error.detail += tlsReason::maybeWanted;
    return error;
}

TlsFault tlsFaultOf(const Error &error)
{
    if (error.code != ErrorCode::ProtocolViolation || error.httpStatus != 0)
        return TlsFault::None;
    if (error.detail.endsWith(tlsReason::notSpoken))
        return TlsFault::NotSpoken;
    return error.detail.endsWith(tlsReason::notAgreed) ? TlsFault::Handshake : TlsFault::None;
}

int retryAfterMs(const HttpResponse &response)
{
    constexpr qint64 longestMs = 24LL * 3600 * 1000;
    const QByteArray text = response.header("retry-after").trimmed();
    if (text.isEmpty())
        return -1;
    bool ok = false;
    const qint64 seconds = text.toLongLong(&ok);
    if (ok)
        return seconds < 0 ? -1 : static_cast<int>(std::min(seconds, longestMs / 1000) * 1000);
    const std::time_t when = curl_getdate(text.constData(), nullptr);
    if (when == -1)
        return -1;
    const qint64 ms = (static_cast<qint64>(when) - static_cast<qint64>(std::time(nullptr))) * 1000;
    return static_cast<int>(std::clamp<qint64>(ms, 0, longestMs));
}

Error httpError(const HttpResponse &response)
{
    Error error;
    error.httpStatus = response.status;
    error.retryAfterMs = retryAfterMs(response);
    error.code = codeOfStatus(response.status, error.retryAfterMs);
    const QLatin1String name = nameOfStatus(response.status);
    error.detail = QStringLiteral("HTTP %1").arg(response.status);
    if (!name.isEmpty())
        error.detail += QLatin1Char(' ') + name;
    if (response.status == 407)
        error.detail += reachReason::proxySignIn;
    return error;
}

QByteArray HttpResponse::header(const QByteArray &name) const
{
    for (const Header &h : headers) {
        if (h.name.compare(name, Qt::CaseInsensitive) == 0)
            return h.value;
    }
    return {};
}

} // namespace consilium::http
