#pragma once
#include "base/CancelToken.h"
#include "base/Pending.h"
#include "base/Result.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace consilium::http
{

/// A user name and password, or a bearer token. Never logged, never in a URL.
struct Credentials {
    enum class Kind { None, Basic, Bearer };
    Kind kind = Kind::None;
    QString user;
    QString secret;
    bool operator==(const Credentials &) const = default;
};

struct Header {
    QByteArray name, value;
};

struct HttpRequest {
    QByteArray method = "GET";
    QString url;
    std::vector<Header> headers;
    QByteArray body;
    std::vector<QByteArray> bodyPieces; ///< sent after `body`, without being joined: for large uploads
    Credentials credentials;
    QString caFile; ///< PEM with a certificate authority to trust in addition; empty: the system's
    int connectTimeoutMs = 10'000;
    int stallTimeoutMs = 30'000;   ///< no byte either way for this long is a Timeout
    int slowWindowMs = 60'000;     ///< an answer of which less than slowBytes came in this time is a Timeout
    std::int64_t slowBytes = 1000; ///< (never judged over a shorter time than stallTimeoutMs)
    std::int64_t maximumBytes = 2'000'000'000; ///< a longer body is a ProtocolViolation
    int waitForServerMs = 30'000; ///< how long it is sent again while the server says that it is overloaded
    /// It is, and this will be sent again after so long. On the network thread.
    std::function<void(const Error &why, int waitMs)> onWait;
    bool acceptCompressed = false; ///< gzip: for JSON only
    bool idempotent = true; ///< GET is; a PUT/POST says so itself. Only these are retried after a lost connection
    std::shared_ptr<const std::atomic<Priority>> urgency; ///< when set it counts instead of send()'s priority, and is
                                                          ///< read anew while the request waits for a connection
    std::vector<int> acceptedStatuses; ///< of 400 and above: answers with these are values too (their body is wanted)
    /// How many bytes of the body have been handed to the line so far, from 0 again where it is sent again. On the
    /// network thread.
    std::function<void(std::int64_t sentBytes)> onSent;
};

struct HttpResponse {
    int status = 0;
    std::vector<Header> headers;
    QByteArray body; ///< empty when a sink took it
    double firstByteMs = 0.0, totalMs = 0.0;
    [[nodiscard]] QByteArray header(const QByteArray &name) const; ///< case-insensitive; empty when absent
};

/// Takes a body piece by piece as it arrives, on the network thread. Returning an error ends the transfer with it.
struct BodySink {
    std::function<Result<void>(const HttpResponse &headersOnly)> begin; ///< may be empty
    std::function<Result<void>(const char *data, std::size_t size)> write;
};

/// All HTTP of the program: one thread, one curl_multi, keep-alive, at most 4 connections a host, HTTP/2 where offered.
/// The most urgent request goes first, equals in the order they came; Background never takes more than 2 of the 4.
/// A GET on a pooled connection that turns out dead is sent once more, silently; what is not idempotent never travels
/// on a pooled connection. Where a pooled connection brings nothing for half of stallTimeoutMs, a GET is sent once more
/// on one of its own. 429 and 503 with Retry-After are waited for (HttpRequest::waitForServerMs) before they become an
/// error. Redirects: at most 5, never from https to http, credentials only to the same host; a 303 is followed by GET,
/// so that nothing is uploaded twice. Thread safe.
class HttpClient
{
public:
    HttpClient();
    ~HttpClient(); ///< cancels everything, joins

    /// Any answer below 400 is a value; the rest is an Error (see httpError()). Cancel: Error Cancelled, connection
    /// closed.
    [[nodiscard]] Pending<Result<HttpResponse>> send(HttpRequest request, Priority priority = Priority::Interactive,
                                                     CancelToken cancel = {}, BodySink sink = {});
    /// Something slow with what came: `work` on one of two worker threads, the most urgent first, then `then` on the
    /// network thread. While the client is being taken down both still run, `then` on any thread.
    void aside(std::function<void()> work, std::function<void()> then, Priority priority = Priority::Interactive);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The Error of an HTTP status >= 400. Its detail is the status and its registered name; nothing that the server wrote,
/// which may name patients.
[[nodiscard]] Error httpError(const HttpResponse &response);

} // namespace consilium::http
