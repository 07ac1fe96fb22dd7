#include "netclient/dicomweb/Session.h"

#include "base/Logging.h"
#include "netclient/dicomweb/DicomJson.h"

#include <algorithm>
#include <chrono>
#include <new>
#include <utility>

namespace consilium::dicomweb
{

namespace
{

constexpr int maximumLost = 2, longestListWaitMs = 20'000; // a person waits for a list
constexpr int usualPatienceMs = 30'000;
constexpr std::int64_t usualJsonBytes = 64LL * 1024 * 1024, usualPictureBytes = 64LL * 1024 * 1024,
                       usualBinaryBytes = 512LL * 1024 * 1024, trustedReserve = 64LL * 1024 * 1024;
constexpr std::size_t maximumKeptParts = 1000;

std::int64_t steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

std::int64_t maximumBytes(const Fetch &what)
{
    if (what.maximumBytes > 0)
        return what.maximumBytes;
    switch (what.kind) {
    case Fetch::Kind::Json:
        return usualJsonBytes;
    case Fetch::Kind::Picture:
        return usualPictureBytes;
    case Fetch::Kind::Binary:
        break;
    }
    return usualBinaryBytes;
}

// An answer of a kind that was not asked for is refused by its label where that is beyond doubt (a sign-in page, say).
Result<void> checkKind(const MediaType &type, Fetch::Kind kind)
{
    const auto wrong = [&](const char *expected) {
        return fail(
            ErrorCode::ProtocolViolation,
            QStringLiteral("the archive sent %1 instead of %2").arg(type.nameForLog(), QLatin1String(expected)));
    };
    const bool page = type.name == "text/html" || type.name == "application/xhtml+xml";
    const bool xml = type.name.endsWith("/xml") || type.name.endsWith("+xml");
    const bool image = type.name.startsWith("image/");
    switch (kind) {
    case Fetch::Kind::Json:
        if (page || xml || image || type.isMultipart() || type.name == "application/dicom")
            return wrong("DICOM JSON");
        break;
    case Fetch::Kind::Binary:
        if (!type.name.isEmpty() && !type.isMultipart() && !image && type.name != "application/octet-stream" &&
            type.name != "application/dicom" && type.name != "binary/octet-stream")
            return wrong("DICOM or image data");
        break;
    case Fetch::Kind::Picture:
        if (!image)
            return wrong("a picture");
        break;
    }
    return {};
}

// What the archive was given when it wanted a sign-in.
Error withSignIn(Error error, http::Credentials::Kind kind)
{
    if (error.code != ErrorCode::SignInRequired)
        return error;
    switch (kind) {
    case http::Credentials::Kind::None:
        error.given = Error::Given::Nothing;
        break;
    case http::Credentials::Kind::Basic:
        error.given = Error::Given::Password;
        break;
    case http::Credentials::Kind::Bearer:
        error.given = Error::Given::Token;
        break;
    }
    return error;
}

// A raw frame or bulk datum never begins with a boundary and a header line; a multipart answer whose label says
// nothing (octet-stream, or no label at all) does.
bool looksMultipart(const MediaType &type, const QByteArray &body)
{
    const bool saysNothing = type.name.isEmpty() || type.name == "application/octet-stream" ||
                             type.name == "binary/octet-stream" || type.name == "application/dicom";
    if (!saysNothing || !body.startsWith("--"))
        return false;
    const QByteArray start = body.left(400);
    const qsizetype lineEnd = start.indexOf('\n');
    return lineEnd > 2 && lineEnd < 80 &&
           start.mid(lineEnd + 1).trimmed().left(8).compare("content-", Qt::CaseInsensitive) == 0;
}

// Collects one answer: the parts of a multipart body, or the body as a single part.
class Receiver
{
public:
    explicit Receiver(const Fetch &what)
        : m_kind(what.kind),
          m_maximumPart(what.maximumPartBytes > 0 ? what.maximumPartBytes : maximumBytes(what)),
          m_onPart(what.onPart)
    {
    }

    Answer answer;

    [[nodiscard]] Result<void> begin(const http::HttpResponse &head)
    {
        answer.type = parseMediaType(head.header("content-type"));
        if (Result<void> checked = checkKind(answer.type, m_kind); !checked)
            return checked;
        if (answer.type.isMultipart()) {
            makeParser(answer.type.parameter("boundary"));
            return {};
        }
        const std::int64_t announced = head.header("content-length").toLongLong();
        m_plain.body.reserve(static_cast<qsizetype>(std::clamp<std::int64_t>(announced, 0, trustedReserve)));
        return {};
    }

    [[nodiscard]] Result<void> write(const char *data, std::size_t size)
    {
        if (m_parser)
            return m_parser->feed(data, size);
        if (m_plain.body.size() + static_cast<std::int64_t>(size) > m_maximumPart)
            return fail(ErrorCode::ProtocolViolation,
                        QStringLiteral("the answer is longer than the %1 bytes allowed").arg(m_maximumPart));
        m_plain.body.append(data, static_cast<qsizetype>(size));
        return {};
    }

    [[nodiscard]] Result<void> finish(const http::HttpResponse &head)
    {
        answer.head = head;
        if (!m_parser && m_kind == Fetch::Kind::Binary && looksMultipart(answer.type, m_plain.body)) {
            makeParser({}); // a multipart answer that does not say so
            const QByteArray body = std::exchange(m_plain.body, {});
            if (Result<void> fed = m_parser->feed(body.constData(), static_cast<std::size_t>(body.size())); !fed)
                return fed;
        }
        if (m_parser) {
            if (m_parser->boundaryWasRepaired())
                qCWarning(logNet) << "multipart answer with a wrong boundary: taken from its body";
            return m_parser->finish();
        }
        m_plain.headers = head.headers;
        return take(std::move(m_plain));
    }

private:
    void makeParser(const QByteArray &boundary)
    {
        m_parser.emplace(
            boundary, [this](Part &&part) { return take(std::move(part)); }, m_maximumPart);
    }

    [[nodiscard]] Result<void> take(Part &&part)
    {
        if (part.body.isEmpty())
            return {};
        if (m_onPart)
            return m_onPart(std::move(part));
        if (answer.parts.size() >= maximumKeptParts)
            return fail(ErrorCode::ProtocolViolation, QStringLiteral("more than %1 parts").arg(maximumKeptParts));
        answer.parts.push_back(std::move(part));
        return {};
    }

    Fetch::Kind m_kind;
    std::int64_t m_maximumPart;
    MultipartParser::PartHandler m_onPart;
    std::optional<MultipartParser> m_parser;
    Part m_plain;
};

// An archive that draws a picture may end in it (GDCM does over some overlays): the same again would end it again, and
// on a line of its own nobody takes that for a connection that was dead before.
bool isSentOnce(Resource resource)
{
    return resource == Resource::Rendered;
}

// On a worker thread: nothing may be thrown out of it.
Result<Session::DataSets> readDataSets(const Answer &answer, const Fetch &what)
{
    try {
        Session::DataSets result{{}, answer.head};
        const QByteArray body = answer.parts.empty() ? QByteArray() : answer.parts.front().body;
        // "Nothing was found" is 204, or an empty list (PS3.18 10.6.3): no text at all may be a proxy that gave up.
        if (body.trimmed().isEmpty() && answer.head.status != 204)
            return fail(ErrorCode::ProtocolViolation, QStringLiteral("an answer without content"));
        if (body.trimmed().isEmpty())
            return result;
        Result<std::vector<Attributes>> parsed =
            what.needed ? parseDicomJsonList(body, *what.needed) : parseDicomJson(body);
        if (!parsed)
            return fail(parsed.error());
        result.all = std::move(*parsed);
        if (what.onDataSets)
            what.onDataSets(result.all);
        return result;
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfMemory, QStringLiteral("reading DICOM JSON"));
    }
}

} // namespace

struct Session::Attempt {
    Fetch what;
    Done<Answer> done;
    QList<QByteArray> forms;
    qsizetype form = 0;
    int lost = 0;
    std::int64_t beganMs = 0;
    std::optional<Error> firstRefusal;
    std::shared_ptr<Receiver> receiver;
};

http::Credentials Session::credentials() const
{
    const std::lock_guard lock(m_mutex);
    return m_newCredentials.value_or(m_config.credentials);
}

void Session::setCredentials(const http::Credentials &credentials)
{
    const std::lock_guard lock(m_mutex);
    m_newCredentials = credentials;
}

void Session::send(http::HttpRequest request, Priority priority, const CancelToken &cancel, http::BodySink sink,
                   Done<http::HttpResponse> done)
{
    request.caFile = m_config.caFile;
    if (const int patience = m_config.patienceMs; patience > 0) {
        request.connectTimeoutMs = request.stallTimeoutMs = patience;
        request.waitForServerMs = std::min(request.waitForServerMs, patience);
    }
    request.onWait = [self = shared_from_this()](const Error &why, int waitMs) { self->noteWait(why, waitMs); };
    const http::Credentials::Kind given = request.credentials.kind;
    whenDone(m_http.send(std::move(request), priority, cancel, std::move(sink)),
             [done = std::move(done), self = shared_from_this(), given](const Result<http::HttpResponse> &response) {
                 self->noteAnswer();
                 done(response ? response : Result<http::HttpResponse>(fail(withSignIn(response.error(), given))));
             });
}

void Session::noteWait(const Error &why, int waitMs)
{
    const std::lock_guard lock(m_mutex);
    m_wait = why;
    m_askedAgainMs = steadyMs() + waitMs;
}

void Session::noteAnswer()
{
    const std::lock_guard lock(m_mutex);
    m_wait.reset();
}

std::optional<Error> Session::waitingFor() const
{
    const std::lock_guard lock(m_mutex);
    std::optional<Error> wait = m_wait;
    if (wait)
        wait->retryAfterMs = static_cast<int>(std::max<std::int64_t>(m_askedAgainMs - steadyMs(), 0));
    return wait;
}

void Session::fetch(Fetch what, Done<Answer> done)
{
    auto attempt = std::make_shared<Attempt>();
    attempt->forms = m_negotiation.forms(what.resource);
    attempt->beganMs = steadyMs();
    attempt->what = std::move(what);
    attempt->done = std::move(done);
    tryForm(std::move(attempt));
}

void Session::tryForm(std::shared_ptr<Attempt> attempt)
{
    http::HttpRequest request;
    request.url = attempt->what.url;
    request.headers.push_back({"Accept", attempt->forms[attempt->form]});
    request.acceptCompressed = attempt->what.kind == Fetch::Kind::Json;
    request.maximumBytes = maximumBytes(attempt->what);
    request.idempotent = !isSentOnce(attempt->what.resource);
    if (attempt->what.kind == Fetch::Kind::Json)
        request.waitForServerMs = longestListWaitMs;
    else if (attempt->what.urgency) // who looks after the urgency of each also plans when each is asked again
        request.waitForServerMs = 0;
    request.credentials = credentials();
    request.urgency = attempt->what.urgency;
    const auto receiver = std::make_shared<Receiver>(attempt->what);
    attempt->receiver = receiver;
    http::BodySink sink{[receiver](const http::HttpResponse &head) { return receiver->begin(head); },
                        [receiver](const char *data, std::size_t size) { return receiver->write(data, size); }};
    const Priority priority = attempt->what.priority;
    const CancelToken cancel = attempt->what.cancel;
    send(std::move(request), priority, cancel, std::move(sink),
         [self = shared_from_this(), attempt = std::move(attempt)](Result<http::HttpResponse> response) {
             self->concluded(attempt, std::move(response));
         });
}

void Session::concluded(const std::shared_ptr<Attempt> &attempt, Result<http::HttpResponse> response)
{
    const Resource resource = attempt->what.resource;
    const QByteArray form = attempt->forms[attempt->form];
    std::optional<Error> error;
    if (!response)
        error = response.error();
    else if (const Result<void> finished = attempt->receiver->finish(*response); !finished)
        error = finished.error();
    if (!error) {
        attempt->receiver->answer.form = form;
        attempt->done(std::move(attempt->receiver->answer));
        return;
    }
    // What has been handed on part by part cannot be asked for again. And a list is waited for: who asked is told of a
    // line that was lost after a long time, and plans the next try.
    const int patienceMs = m_config.patienceMs > 0 ? m_config.patienceMs : usualPatienceMs;
    const bool isInTime = attempt->what.kind != Fetch::Kind::Json || steadyMs() - attempt->beganMs < patienceMs;
    if (error->code == ErrorCode::ConnectionLost && !isSentOnce(resource) && !attempt->what.onPart &&
        attempt->lost < maximumLost && isInTime && !attempt->what.cancel.isCancelled()) {
        ++attempt->lost;
        tryForm(attempt);
        return;
    }
    if (!m_negotiation.mayRetry(resource, form, *error)) {
        attempt->done(fail(*error));
        return;
    }
    m_negotiation.failed(resource, form);
    if (!attempt->firstRefusal)
        attempt->firstRefusal = error;
    if (++attempt->form < attempt->forms.size())
        tryForm(attempt);
    else
        attempt->done(fail(*attempt->firstRefusal));
}

void Session::fetchJson(Fetch what, Done<DataSets> done)
{
    what.kind = Fetch::Kind::Json;
    what.resource = Resource::Json;
    fetch(what, [self = shared_from_this(), what, done = std::move(done)](Result<Answer> answer) {
        if (!answer)
            done(fail(answer.error()));
        else
            self->interpretJson(std::move(*answer), what, done);
    });
}

void Session::interpretJson(Answer answer, Fetch what, Done<DataSets> done)
{
    struct Reading {
        Answer answer;
        Fetch what;
        Result<DataSets> result;
    };
    const Priority priority = what.urgency ? what.urgency->load() : what.priority;
    const auto reading = std::make_shared<Reading>(Reading{std::move(answer), std::move(what), DataSets()});
    const auto work = [reading] {
        if (reading->what.cancel.isCancelled())
            reading->result = fail(ErrorCode::Cancelled);
        else
            reading->result = readDataSets(reading->answer, reading->what);
    };
    m_http.aside(
        work,
        [self = shared_from_this(), reading, done = std::move(done)] {
            if (reading->result)
                self->understood(Resource::Json, reading->answer.form);
            done(std::move(reading->result));
        },
        priority);
}

} // namespace consilium::dicomweb
