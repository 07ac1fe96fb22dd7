#include "netclient/http/Transfer.h"

#include "base/Logging.h"
#include "netclient/http/HttpError.h"

#include <QUrl>

#include <curl/curl.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <new>

namespace consilium::http
{

namespace
{

constexpr std::int64_t maximumHeaderBytes = 256 * 1024, maximumErrorBytes = 1024 * 1024,
                       trustedReserve = 64 * 1024 * 1024;
constexpr int maximumDeadConnections = 2;
constexpr long bufferBytes = 256 * 1024;

// curl is C: nothing may be thrown through it.
template<class F>
auto guarded(F &&callback, decltype(callback()) onFailure) noexcept -> decltype(callback())
{
    try {
        return callback();
    } catch (...) {
        return onFailure;
    }
}

std::size_t headerCallback(char *data, std::size_t size, std::size_t count, void *user)
{
    return guarded([&] { return static_cast<Transfer *>(user)->onHeader(data, size * count); }, std::size_t{0});
}

std::size_t bodyCallback(char *data, std::size_t size, std::size_t count, void *user)
{
    return guarded([&] { return static_cast<Transfer *>(user)->onBody(data, size * count); }, std::size_t{0});
}

std::size_t readCallback(char *data, std::size_t size, std::size_t count, void *user)
{
    return guarded([&] { return static_cast<Transfer *>(user)->onRead(data, size * count); },
                   std::size_t{CURL_READFUNC_ABORT});
}

int seekCallback(void *user, curl_off_t offset, int origin)
{
    return origin == SEEK_SET && static_cast<Transfer *>(user)->onSeek(offset) ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_FAIL;
}

int progressCallback(void *user, curl_off_t, curl_off_t down, curl_off_t, curl_off_t up)
{
    return static_cast<Transfer *>(user)->onProgress(down + up) ? 0 : 1;
}

void set(void *easy, CURLoption option, long value)
{
    curl_easy_setopt(easy, option, value);
}
void set(void *easy, CURLoption option, const QByteArray &value)
{
    curl_easy_setopt(easy, option, value.constData());
}

// This machine: by name, or an address of 127.0.0.0/8 in full ("127.example.org" is anybody).
bool isLoopback(const QString &host)
{
    if (host == QLatin1String("localhost") || host == QLatin1String("::1"))
        return true;
    const QStringList numbers = host.split(QLatin1Char('.'));
    const bool isAddress =
        numbers.size() == 4 && std::all_of(numbers.begin(), numbers.end(), [](const QString &n) {
            const bool digits =
                std::all_of(n.begin(), n.end(), [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
            return digits && !n.isEmpty() && n.size() <= 3 && n.toInt() <= 255;
        });
    return isAddress && numbers.front() == QLatin1String("127");
}

Error tooLong(std::int64_t maximumBytes)
{
    return {ErrorCode::ProtocolViolation,
            QStringLiteral("the answer is longer than the %1 bytes allowed").arg(maximumBytes)};
}

} // namespace

std::int64_t steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

Transfer::Transfer(HttpRequest request, Priority priority, CancelToken cancel, BodySink sink)
    : m_request(std::move(request)), m_priority(priority), m_cancel(std::move(cancel)), m_sink(std::move(sink))
{
    const QUrl url(m_request.url);
    m_loopback = isLoopback(url.host().toLower());
    m_host = (url.scheme() + QLatin1String("://") + url.host() + QLatin1Char(':') + QString::number(url.port()))
                 .toStdString();
    m_promise.start();
}

Transfer::~Transfer()
{
    curl_slist_free_all(m_headerList);
}

bool Transfer::hasWebAddress() const
{
    const QUrl url(m_request.url);
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return url.isValid() && web && !url.host().isEmpty() && url.userInfo().isEmpty();
}

bool Transfer::isCancelled() const
{
    return m_cancel.isCancelled() || m_promise.isCanceled();
}

void Transfer::prepare(void *easy, std::int64_t nowMs)
{
    m_easy = easy;
    m_response = {};
    m_failure.reset();
    m_outcome.reset();
    m_received = m_headerBytes = m_moved = m_readOffset = 0;
    m_lastMoveMs = m_windowStartMs = m_startedMs = nowMs;
    m_windowMoved = 0;
    m_bodyBegun = m_errorBodyCut = m_answering = false;
    m_errorText.fill('\0', CURL_ERROR_SIZE);

    set(easy, CURLOPT_URL, m_request.url.toUtf8());
    set(easy, CURLOPT_NOSIGNAL, 1);
    set(easy, CURLOPT_BUFFERSIZE, bufferBytes);
    set(easy, CURLOPT_TCP_KEEPALIVE, 1);
    set(easy, CURLOPT_CONNECTTIMEOUT_MS, m_request.connectTimeoutMs);
    set(easy, CURLOPT_FOLLOWLOCATION, 1);
    set(easy, CURLOPT_MAXREDIRS, 5);
    // 303 means: look there with GET (RFC 9110 15.4.4). Only "it lives elsewhere" repeats a body.
    set(easy, CURLOPT_POSTREDIR, CURL_REDIR_POST_301 | CURL_REDIR_POST_302);
    set(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS);
    set(easy, CURLOPT_USERAGENT, QByteArrayLiteral("Consilium/" CONSILIUM_VERSION));
    // "identity" asks for no compression, yet lets curl undo one that is applied all the same.
    set(easy, CURLOPT_ACCEPT_ENCODING,
        m_request.acceptCompressed ? QByteArrayLiteral("gzip") : QByteArrayLiteral("identity"));
    curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(m_request.maximumBytes));
    if (m_loopback)
        set(easy, CURLOPT_PROXY, QByteArrayLiteral("")); // a proxy from the environment is not for this machine
    // curl sends again by itself when a pooled connection turns out dead: only right when twice is the same as once.
    set(easy, CURLOPT_FRESH_CONNECT, m_request.idempotent && !m_onNewLine ? 0 : 1);
    prepareMethod();
    prepareSecurity();
    prepareHeaders();
    prepareCallbacks();
}

void Transfer::prepareMethod()
{
    const bool hasBody = bodySize() > 0;
    if (m_request.method == "GET" && !hasBody) {
        set(m_easy, CURLOPT_HTTPGET, 1);
    } else if (m_request.method == "HEAD") {
        set(m_easy, CURLOPT_NOBODY, 1);
    } else if (m_request.method == "POST" || hasBody) {
        set(m_easy, CURLOPT_POST, 1);
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(bodySize()));
        curl_easy_setopt(m_easy, CURLOPT_READFUNCTION, readCallback);
        curl_easy_setopt(m_easy, CURLOPT_READDATA, this);
        curl_easy_setopt(m_easy, CURLOPT_SEEKFUNCTION, seekCallback);
        curl_easy_setopt(m_easy, CURLOPT_SEEKDATA, this);
        set(m_easy, CURLOPT_UPLOAD_BUFFERSIZE, bufferBytes);
        if (m_request.method != "POST")
            set(m_easy, CURLOPT_CUSTOMREQUEST, m_request.method);
    } else {
        set(m_easy, CURLOPT_CUSTOMREQUEST, m_request.method);
    }
}

void Transfer::prepareSecurity()
{
    const bool secure = m_request.url.startsWith(QLatin1String("https:"), Qt::CaseInsensitive);
    set(m_easy, CURLOPT_PROTOCOLS_STR, QByteArrayLiteral("http,https"));
    set(m_easy, CURLOPT_REDIR_PROTOCOLS_STR, secure ? QByteArrayLiteral("https") : QByteArrayLiteral("http,https"));
    if (secure) {
        set(m_easy, CURLOPT_SSL_VERIFYPEER, 1);
        set(m_easy, CURLOPT_SSL_VERIFYHOST, 2);
        set(m_easy, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
        set(m_easy, CURLOPT_PIPEWAIT, 1); // learn first whether the host multiplexes
        if (!m_request.caFile.isEmpty())
            set(m_easy, CURLOPT_CAINFO,
                m_request.caFile.toUtf8()); // the system's folder (CAPATH) stays trusted beside it
    }
    const Credentials &who = m_request.credentials;
    if (who.kind == Credentials::Kind::Basic) {
        set(m_easy, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
        set(m_easy, CURLOPT_USERNAME, who.user.toUtf8());
        set(m_easy, CURLOPT_PASSWORD, who.secret.toUtf8());
    } else if (who.kind == Credentials::Kind::Bearer) {
        set(m_easy, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BEARER));
        set(m_easy, CURLOPT_XOAUTH2_BEARER, who.secret.toUtf8());
    }
}

void Transfer::prepareHeaders()
{
    curl_slist_free_all(m_headerList);
    m_headerList = curl_slist_append(nullptr, "Expect:"); // no round trip before an upload
    for (const Header &header : m_request.headers) {
        QByteArray line = header.name + ": " + header.value;
        line.replace('\r', ' ').replace('\n', ' ');
        m_headerList = curl_slist_append(m_headerList, line.constData());
    }
    curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headerList);
}

void Transfer::prepareCallbacks()
{
    curl_easy_setopt(m_easy, CURLOPT_PRIVATE, this);
    curl_easy_setopt(m_easy, CURLOPT_ERRORBUFFER, m_errorText.data());
    curl_easy_setopt(m_easy, CURLOPT_HEADERFUNCTION, headerCallback);
    curl_easy_setopt(m_easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_WRITEFUNCTION, bodyCallback);
    curl_easy_setopt(m_easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_XFERINFOFUNCTION, progressCallback);
    curl_easy_setopt(m_easy, CURLOPT_XFERINFODATA, this);
    set(m_easy, CURLOPT_NOPROGRESS, 0);
}

std::optional<Error> Transfer::stalled(std::int64_t nowMs)
{
    const bool still = nowMs - m_lastMoveMs > m_request.stallTimeoutMs;
    if (!isTooSlow(nowMs) && !still)
        return std::nullopt;
    long status = 0;
    curl_easy_getinfo(m_easy, CURLINFO_RESPONSE_CODE, &status);
    if (m_answering && !isAccepted(static_cast<int>(status))) { // it has said what the matter is
        m_response.status = static_cast<int>(status);
        return httpError(m_response);
    }
    const QString host = redactUrl(m_request.url);
    if (still)
        return Error{ErrorCode::Timeout,
                     QStringLiteral("%1: nothing moved for %2 ms").arg(host).arg(m_request.stallTimeoutMs)};
    return Error{ErrorCode::Timeout, QStringLiteral("%1: too slow, %2 bytes in %3 ms")
                                         .arg(host)
                                         .arg(m_moved - m_windowMoved)
                                         .arg(nowMs - m_windowStartMs)};
}

bool Transfer::mayAskAgain(std::int64_t nowMs) const
{
    const bool isUntouched = !m_sink.write || !m_bodyBegun; // nobody has had a part of the answer
    if (!m_request.idempotent || m_onNewLine || !isUntouched || nowMs - m_lastMoveMs <= m_request.stallTimeoutMs / 2)
        return false;
    long newConnections = 0;
    curl_easy_getinfo(m_easy, CURLINFO_NUM_CONNECTS, &newConnections);
    return newConnections == 0;
}

// A server that lets a byte drip now and then never stalls and never ends. Judged window by window, once it answers.
bool Transfer::isTooSlow(std::int64_t nowMs)
{
    const bool over = nowMs - m_windowStartMs >= std::max(m_request.slowWindowMs, m_request.stallTimeoutMs);
    if (m_answering && !over)
        return false;
    if (m_answering && m_moved - m_windowMoved < m_request.slowBytes)
        return true;
    m_windowStartMs = nowMs;
    m_windowMoved = m_moved;
    return false;
}

void Transfer::release()
{
    m_easy = nullptr;
    curl_slist_free_all(m_headerList);
    m_headerList = nullptr;
}

void Transfer::finish(Result<HttpResponse> result)
{
    m_promise.finish(std::move(result));
}

Transfer::Verdict Transfer::conclude(int curlCode, std::int64_t nowMs)
{
    long status = 0, newConnections = 0;
    curl_off_t firstByteUs = 0, totalUs = 0, connectUs = 0;
    curl_easy_getinfo(m_easy, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(m_easy, CURLINFO_NUM_CONNECTS, &newConnections);
    curl_easy_getinfo(m_easy, CURLINFO_CONNECT_TIME_T, &connectUs);
    curl_easy_getinfo(m_easy, CURLINFO_STARTTRANSFER_TIME_T, &firstByteUs);
    curl_easy_getinfo(m_easy, CURLINFO_TOTAL_TIME_T, &totalUs);
    m_response.status = static_cast<int>(status);
    m_response.firstByteMs = static_cast<double>(firstByteUs) / 1000.0;
    m_response.totalMs = static_cast<double>(totalUs) / 1000.0;

    if (isCancelled()) {
        m_outcome = fail(ErrorCode::Cancelled);
    } else if (m_failure) {
        m_outcome = fail(std::move(*m_failure));
    } else if (curlCode == CURLE_OK || m_errorBodyCut || !isAccepted(m_response.status)) {
        if (!isAccepted(m_response.status)) {
            const Error error = httpError(m_response);
            if (waitForServer(error, nowMs))
                return Verdict::Again;
            m_outcome = fail(error);
        } else if (const Result<void> begun = beginBody(); !begun) {
            m_outcome = fail(begun.error());
        } else {
            m_outcome = std::move(m_response);
        }
    } else {
        const Error error = failureOf(curlCode, connectUs > 0 || newConnections == 0);
        const bool deadConnection = newConnections == 0 && m_received == 0 && m_headerBytes == 0;
        if (error.code == ErrorCode::ConnectionLost && m_request.idempotent && deadConnection &&
            ++m_deadConnections <= maximumDeadConnections)
            return Verdict::Again;
        m_outcome = fail(error);
    }
    return Verdict::Finished;
}

Error Transfer::failureOf(int curlCode, bool connected) const
{
    if (curlCode == CURLE_FILESIZE_EXCEEDED)
        return tooLong(m_request.maximumBytes);
    long osError = 0, proxyStatus = 0;
    char *lastUrl = nullptr;
    curl_easy_getinfo(m_easy, CURLINFO_OS_ERRNO, &osError);
    curl_easy_getinfo(m_easy, CURLINFO_HTTP_CONNECTCODE, &proxyStatus);
    curl_easy_getinfo(m_easy, CURLINFO_EFFECTIVE_URL, &lastUrl);
    return transportError({curlCode, m_errorText.constData(), connected, m_request.url, QString::fromUtf8(lastUrl),
                           int(osError), int(proxyStatus), m_loopback});
}

// A server that says when to come back is taken at its word, within bounds.
bool Transfer::waitForServer(const Error &error, std::int64_t nowMs)
{
    if (error.code != ErrorCode::TooManyRequests || error.retryAfterMs < 0 || m_bodyBegun)
        return false;
    if (!m_request.idempotent && error.httpStatus != 429) // 503 may come after half the work
        return false;
    const int wait = std::max(error.retryAfterMs, 50);
    if (m_waitedMs > 0) // a server may take its time to say that it has none
        m_waitedMs += static_cast<int>(std::min<std::int64_t>(nowMs - m_startedMs, m_request.waitForServerMs));
    if (std::int64_t{m_waitedMs} + wait > m_request.waitForServerMs)
        return false;
    m_waitedMs += wait;
    m_notBeforeMs = nowMs + wait;
    if (m_request.onWait)
        m_request.onWait(error, wait);
    return true;
}

std::size_t Transfer::onHeader(const char *data, std::size_t size)
{
    m_headerBytes += static_cast<std::int64_t>(size);
    if (m_headerBytes > maximumHeaderBytes) {
        m_failure = Error{ErrorCode::ProtocolViolation, QStringLiteral("the answer's header is absurdly long")};
        return 0;
    }
    const QByteArray line = QByteArray(data, static_cast<qsizetype>(size)).trimmed();
    if (line.startsWith("HTTP/")) { // a new answer: after a redirect, or after 100 Continue
        m_response.headers.clear();
        const int status = line.mid(line.indexOf(' ') + 1).left(3).toInt();
        m_answering = status >= 200 && (status < 300 || status >= 400);
        return size;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon > 0)
        m_response.headers.push_back({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    return size;
}

bool Transfer::isAccepted(int status) const
{
    return status < 400 || std::find(m_request.acceptedStatuses.begin(), m_request.acceptedStatuses.end(), status) !=
                               m_request.acceptedStatuses.end();
}

Result<void> Transfer::beginBody()
{
    if (m_bodyBegun)
        return {};
    m_bodyBegun = true;
    if (m_sink.write)
        return m_sink.begin ? m_sink.begin(m_response) : Result<void>{};
    // The length is only a hint: reserved at once up to a bound, beyond that memory grows with what really comes.
    const std::int64_t announced = m_response.header("content-length").toLongLong();
    if (announced > 0)
        m_response.body.reserve(static_cast<qsizetype>(std::min(announced, trustedReserve)));
    return {};
}

std::size_t Transfer::onBody(const char *data, std::size_t size)
{
    long status = 0;
    curl_easy_getinfo(m_easy, CURLINFO_RESPONSE_CODE, &status);
    m_response.status = static_cast<int>(status);
    m_received += static_cast<std::int64_t>(size);
    if (!isAccepted(m_response.status)) {
        if (m_received > maximumErrorBytes) {
            m_errorBodyCut = true;
            return 0;
        }
        m_response.body.append(data, static_cast<qsizetype>(size));
        return size;
    }
    const Result<void> done = append(data, size);
    if (!done) {
        m_failure = done.error();
        return 0;
    }
    return size;
}

Result<void> Transfer::append(const char *data, std::size_t size)
{
    if (m_received > m_request.maximumBytes)
        return fail(tooLong(m_request.maximumBytes));
    try {
        if (const Result<void> begun = beginBody(); !begun)
            return begun;
        if (m_sink.write)
            return m_sink.write(data, size);
        m_response.body.append(data, static_cast<qsizetype>(size));
        return {};
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfMemory, QStringLiteral("%1 bytes received").arg(m_received));
    }
}

std::int64_t Transfer::bodySize() const
{
    std::int64_t size = m_request.body.size();
    for (const QByteArray &piece : m_request.bodyPieces)
        size += piece.size();
    return size;
}

std::size_t Transfer::onRead(char *target, std::size_t size)
{
    std::int64_t start = 0;
    const auto copyFrom = [&](const QByteArray &piece) -> std::size_t {
        const std::int64_t within = m_readOffset - start;
        start += piece.size();
        if (within < 0 || within >= piece.size())
            return 0;
        const std::size_t count = std::min(size, static_cast<std::size_t>(piece.size() - within));
        std::memcpy(target, piece.constData() + within, count);
        m_readOffset += static_cast<std::int64_t>(count);
        return count;
    };
    const auto tell = [this](std::size_t count) {
        if (m_request.onSent)
            m_request.onSent(m_readOffset);
        return count;
    };
    if (const std::size_t count = copyFrom(m_request.body))
        return tell(count);
    for (const QByteArray &piece : m_request.bodyPieces) {
        if (const std::size_t count = copyFrom(piece))
            return tell(count);
    }
    return 0;
}

bool Transfer::onSeek(std::int64_t offset)
{
    if (offset < 0 || offset > bodySize())
        return false;
    m_readOffset = offset;
    return true;
}

bool Transfer::onProgress(std::int64_t moved)
{
    if (moved + m_headerBytes != m_moved) {
        m_moved = moved + m_headerBytes;
        m_lastMoveMs = steadyMs();
    }
    return !isCancelled();
}

} // namespace consilium::http
