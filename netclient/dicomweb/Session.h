#pragma once
#include "netclient/dicomweb/DicomWebClient.h"
#include "netclient/dicomweb/MediaType.h"
#include "netclient/dicomweb/MultipartParser.h"
#include "netclient/dicomweb/Negotiation.h"

#include <atomic>
#include <mutex>
#include <span>

namespace consilium::dicomweb
{

/// What is wanted from an archive, independent of the form in which it can give it.
struct Fetch {
    enum class Kind { Json, Binary, Picture };
    Kind kind = Kind::Binary;
    Resource resource = Resource::Frames;
    QString url;
    Priority priority = Priority::Interactive;
    CancelToken cancel;
    std::shared_ptr<const std::atomic<Priority>> urgency; ///< when set it counts instead of `priority`, also later on
    std::int64_t maximumBytes = 0; ///< of the whole answer; more is a ProtocolViolation. 0: what is usual for the kind
    std::int64_t maximumPartBytes = 0; ///< of one part; 0: the same as of the whole
    /// Takes each part when it is complete, on the network thread; empty: they are kept in Answer::parts.
    MultipartParser::PartHandler onPart;
    /// JSON only, set: a list whose entries stand by themselves, with what each has to tell; see parseDicomJsonList().
    std::optional<std::span<const Tag>> needed;
    /// JSON only: works on what has been read, on a worker thread.
    std::function<void(std::vector<Attributes> &)> onDataSets;
};

struct Answer {
    http::HttpResponse head; ///< status and headers
    MediaType type;
    std::vector<Part> parts; ///< the parts of a multipart answer that have a body, or the whole body as one
    QByteArray form;         ///< the Accept form that it answers
};

/// One archive's configuration, what is known of its habits, and the way every request to it goes: the Accept form that
/// works is found by trying and remembered once it has given something of use; an answer of a wrong kind is an error
/// before its body is read; an answer lost on its way is asked for again. Thread safe; kept alive by what is under way.
class Session : public std::enable_shared_from_this<Session>
{
public:
    template<class T>
    using Done = std::function<void(Result<T>)>;

    Session(http::HttpClient &http, ArchiveConfig config) : m_http(http), m_config(std::move(config)) {}

    [[nodiscard]] const ArchiveConfig &config() const { return m_config; }
    [[nodiscard]] Negotiation &negotiation() { return m_negotiation; }
    [[nodiscard]] http::Credentials credentials() const;
    void setCredentials(const http::Credentials &credentials);
    [[nodiscard]] QString url(const QString &path) const { return m_config.baseUrl + path; }

    /// Whether the answer makes sense is for the caller to find out, who then says so: understood().
    void fetch(Fetch what, Done<Answer> done);
    /// This form gave an answer of use; from now on it is asked for first.
    void understood(Resource resource, const QByteArray &form) { m_negotiation.succeeded(resource, form); }
    /// DICOM JSON, read on a worker thread, so that a long answer holds nothing up; `done` is called on the network
    /// thread. 204 and an empty body are an empty list. `head` tells of warnings.
    struct DataSets {
        std::vector<Attributes> all;
        http::HttpResponse head;
    };
    void fetchJson(Fetch what, Done<DataSets> done);
    /// A request with the archive's credentials and certificate authority.
    void send(http::HttpRequest request, Priority priority, const CancelToken &cancel, http::BodySink sink,
              Done<http::HttpResponse> done);

    /// Why a question is kept waiting just now: TooManyRequests; retryAfterMs is the time until it is asked again.
    [[nodiscard]] std::optional<Error> waitingFor() const;

private:
    struct Attempt;
    void noteWait(const Error &why, int waitMs);
    void noteAnswer();
    void tryForm(std::shared_ptr<Attempt> attempt);
    void interpretJson(Answer answer, Fetch what, Done<DataSets> done);
    void concluded(const std::shared_ptr<Attempt> &attempt, Result<http::HttpResponse> response);

    http::HttpClient &m_http;
    ArchiveConfig m_config;
    Negotiation m_negotiation;
    mutable std::mutex m_mutex;
    std::optional<http::Credentials> m_newCredentials; ///< guarded by m_mutex
    std::optional<Error> m_wait;                       ///< guarded by m_mutex
    std::int64_t m_askedAgainMs = 0;                   ///< guarded by m_mutex
};

/// Continues on the thread that finishes the future.
template<class T, class F>
void whenDone(Pending<T> future, F &&then)
{
    future.then(QtFuture::Launch::Sync, std::forward<F>(then));
}

} // namespace consilium::dicomweb
