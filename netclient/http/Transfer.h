#pragma once
#include "base/Pending.h"
#include "netclient/http/HttpClient.h"

#include <cstdint>
#include <optional>

struct curl_slist;

namespace consilium::http
{

/// Milliseconds that never run backwards.
[[nodiscard]] std::int64_t steadyMs();

/// One request on its way: what was asked, what has come so far, and the promise to keep. Lives on the network thread
/// once it has been queued. `easy` is a CURL handle, lent by the client while the transfer is active.
class Transfer
{
public:
    Transfer(HttpRequest request, Priority priority, CancelToken cancel, BodySink sink);
    ~Transfer();
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    [[nodiscard]] Pending<Result<HttpResponse>> future() { return m_promise.future(); }
    [[nodiscard]] Priority priority() const { return m_request.urgency ? m_request.urgency->load() : m_priority; }
    /// What kind of connection it was given; unlike priority() it does not change on the way.
    enum class Place { Ordinary, Background };
    [[nodiscard]] Place place() const { return m_place; }
    void setPlace(Place place) { m_place = place; }
    [[nodiscard]] const std::string &host() const { return m_host; } ///< scheme, host and port
    [[nodiscard]] bool hasWebAddress() const;                        ///< http or https, a host, no user information
    [[nodiscard]] bool isCancelled() const;
    [[nodiscard]] std::int64_t notBeforeMs() const { return m_notBeforeMs; }

    /// Sets everything up on a reset handle.
    void prepare(void *easy, std::int64_t nowMs);
    /// An error when nothing has moved for too long, or an answer hardly moves. `nowMs`: when curl last had its turn.
    [[nodiscard]] std::optional<Error> stalled(std::int64_t nowMs);
    /// Nothing came for half of that time on a line that others had used before: it may be dead without anybody having
    /// been told, or (HTTP/2) stuck behind another's answer. May be asked once more, on a line of its own.
    [[nodiscard]] bool mayAskAgain(std::int64_t nowMs) const;
    void askOnNewLine() { m_onNewLine = true; } ///< from the next prepare() on

    /// What to do after curl has finished with it. Again: queue it again, not before notBeforeMs().
    enum class Verdict { Finished, Again };
    [[nodiscard]] Verdict conclude(int curlCode, std::int64_t nowMs);
    /// Keeps the promise. The caller must not hold a lock: continuations run here.
    void finish(Result<HttpResponse> result);
    /// Keeps the promise with what conclude() found.
    void deliver() { finish(std::move(*m_outcome)); }
    [[nodiscard]] void *easy() const { return m_easy; }
    /// The handle goes back to its owner.
    void release();

    // Called by curl.
    std::size_t onHeader(const char *data, std::size_t size);
    std::size_t onBody(const char *data, std::size_t size);
    std::size_t onRead(char *target, std::size_t size);
    bool onSeek(std::int64_t offset);
    bool onProgress(std::int64_t moved);

private:
    void prepareMethod();
    void prepareSecurity();
    void prepareHeaders();
    void prepareCallbacks();
    [[nodiscard]] Result<void> beginBody();
    [[nodiscard]] Result<void> append(const char *data, std::size_t size);
    [[nodiscard]] bool isAccepted(int status) const;
    [[nodiscard]] Error failureOf(int curlCode, bool connected) const;
    [[nodiscard]] bool isTooSlow(std::int64_t nowMs);
    [[nodiscard]] std::int64_t bodySize() const;
    [[nodiscard]] bool waitForServer(const Error &error, std::int64_t nowMs);

    HttpRequest m_request;
    Priority m_priority;
    Place m_place = Place::Ordinary;
    CancelToken m_cancel;
    BodySink m_sink;
    std::string m_host;
    bool m_loopback = false;
    PendingPromise<Result<HttpResponse>> m_promise;

    void *m_easy = nullptr;
    curl_slist *m_headerList = nullptr;
    QByteArray m_errorText; ///< filled by curl
    HttpResponse m_response;
    std::optional<Error> m_failure; ///< why we ended the transfer ourselves
    std::optional<Result<HttpResponse>> m_outcome;
    std::int64_t m_received = 0, m_headerBytes = 0, m_moved = 0, m_lastMoveMs = 0, m_notBeforeMs = 0, m_readOffset = 0,
                 m_startedMs = 0;
    std::int64_t m_windowStartMs = 0, m_windowMoved = 0; ///< where the time and bytes begin that tell how slow it is
    int m_waitedMs = 0, m_deadConnections = 0;
    bool m_bodyBegun = false, m_errorBodyCut = false, m_answering = false; ///< the final answer has begun
    bool m_onNewLine = false;
};

} // namespace consilium::http
