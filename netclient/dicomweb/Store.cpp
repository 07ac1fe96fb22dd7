#include "netclient/dicomweb/Store.h"

#include "netclient/dicomweb/DicomJson.h"
#include "netclient/dicomweb/Part10.h"
#include "netclient/dicomweb/Search.h"

#include <QHash>
#include <QSet>
#include <QUuid>

#include <algorithm>
#include <deque>

namespace consilium::dicomweb
{

namespace
{

constexpr int maximumPerRequest = 100, stallTimeoutMs = 180'000;
constexpr std::int64_t maximumRequestBytes = 64LL * 1024 * 1024;
constexpr Tag otherFailuresSequence{0x0008, 0x119A};
constexpr int cannotUnderstand = 0xC000, duplicateInstance = 0x0111; // PS3.18 table 10.5.3-2, PS3.7 C.5.4

struct Item {
    SopInstanceUid sop;
    QByteArray part10;
};

struct Batch {
    std::vector<Item> items;
    bool alone = false; ///< was part of a refused request; is not divided again
};

// What one answer says; objects in neither list are open.
struct Verdicts {
    QSet<QString> stored;
    QHash<QString, int> failed;
};

Verdicts readAnswer(const QByteArray &body)
{
    Verdicts verdicts;
    const Result<std::vector<Attributes>> parsed = parseDicomJson(body);
    if (!parsed)
        return verdicts;
    for (const Attributes &answer : *parsed) {
        for (const Attributes &item : answer.items(tags::ReferencedSopSequence))
            verdicts.stored.insert(item.text(tags::ReferencedSopInstanceUid));
        for (const Attributes &item : answer.items(tags::FailedSopSequence))
            verdicts.failed.insert(item.text(tags::ReferencedSopInstanceUid),
                                   item.integer(tags::FailureReason).value_or(0));
    }
    return verdicts;
}

http::HttpRequest storeRequest(const Session &session, const std::vector<Item> &items)
{
    const QByteArray boundary = "consilium-" + QUuid::createUuid().toByteArray(QUuid::Id128);
    http::HttpRequest request;
    request.method = "POST";
    request.url = session.url(QStringLiteral("/studies"));
    request.credentials = session.credentials();
    request.headers = {{"Content-Type", R"(multipart/related; type="application/dicom"; boundary=)" + boundary},
                       {"Accept", "application/dicom+json"}};
    for (const Item &item : items) {
        request.bodyPieces.push_back("\r\n--" + boundary + "\r\nContent-Type: application/dicom\r\n\r\n");
        request.bodyPieces.push_back(item.part10);
    }
    request.bodyPieces.push_back("\r\n--" + boundary + "--\r\n");
    request.idempotent = false;
    request.acceptedStatuses = {400, 409};
    request.stallTimeoutMs = stallTimeoutMs;
    return request;
}

// Archives answer by the name in the data set.
SopInstanceUid nameOf(const QByteArray &part10)
{
    const std::optional<FileMeta> meta = readFileMeta(part10);
    const SopInstanceUid named = meta ? objectOf(part10, *meta) : SopInstanceUid();
    return meta && named.isEmpty() ? meta->sop : named;
}

// After these the objects may have arrived all the same.
bool leavesOpen(const Error &error)
{
    return error.code == ErrorCode::ConnectionLost || error.code == ErrorCode::Timeout ||
           error.code == ErrorCode::ProtocolViolation || error.code == ErrorCode::ServerError;
}

class Storing : public std::enable_shared_from_this<Storing>
{
public:
    Storing(std::shared_ptr<Session> session, Priority priority, CancelToken cancel, Session::Done<StoreOutcome> done)
        : m_session(std::move(session)), m_priority(priority), m_cancel(std::move(cancel)), m_done(std::move(done))
    {
    }

    void start(std::vector<QByteArray> part10)
    {
        std::int64_t bytes = 0;
        for (QByteArray &object : part10) {
            const SopInstanceUid sop = nameOf(object);
            if (sop.isEmpty()) {
                m_outcome.failed.push_back({SopInstanceUid(), cannotUnderstand});
                m_outcome.warnings.push_back(QStringLiteral("an object without file meta information was not sent"));
                continue;
            }
            const bool full = m_batches.empty() || m_batches.back().items.size() >= maximumPerRequest ||
                              bytes + object.size() > maximumRequestBytes;
            if (full) {
                m_batches.emplace_back();
                bytes = 0;
            }
            bytes += object.size();
            m_batches.back().items.push_back({sop, std::move(object)});
        }
        next();
    }

private:
    void next()
    {
        if (m_batches.empty()) {
            m_done(std::move(m_outcome));
            return;
        }
        m_current = std::move(m_batches.front());
        m_batches.pop_front();
        m_open.clear();
        http::HttpRequest request = storeRequest(*m_session, m_current.items);
        m_session->send(
            std::move(request), m_priority, m_cancel, {},
            [self = shared_from_this()](const Result<http::HttpResponse> &response) { self->answered(response); });
    }

    void answered(const Result<http::HttpResponse> &response)
    {
        if (!response && !leavesOpen(response.error())) {
            giveUp(response.error());
            return;
        }
        Verdicts verdicts;
        m_lastError = response ? Error{ErrorCode::ServerError,
                                       QStringLiteral("HTTP %1 to STOW-RS").arg(response->status), response->status}
                               : response.error();
        if (response)
            verdicts = readAnswer(response->body);
        for (Item &item : m_current.items) {
            const bool stored = verdicts.stored.contains(item.sop.text());
            const auto failed = verdicts.failed.constFind(item.sop.text());
            const bool refused = failed != verdicts.failed.cend() && *failed != duplicateInstance;
            if (stored && failed == verdicts.failed.cend())
                m_outcome.stored.push_back(item.sop);
            else if (refused && !stored)
                m_outcome.failed.push_back({item.sop, *failed});
            else
                m_open.push_back(std::move(item));
        }
        m_known = m_known || m_open.size() < m_current.items.size();
        m_currentSize = m_current.items.size();
        m_current.items.clear();
        lookUp();
    }

    // One open object after another: is it there?
    void lookUp()
    {
        if (m_open.empty()) {
            next();
            return;
        }
        const ListQuery query{QStringLiteral("/instances"),
                              {{QStringLiteral("SOPInstanceUID"), m_open.front().sop.text()}},
                              tags::SopInstanceUid,
                              1};
        searchAll(m_session, query, m_priority, m_cancel,
                  [self = shared_from_this()](const Result<Listed> &found) { self->lookedUp(found); });
    }

    void lookedUp(const Result<Listed> &found)
    {
        if (!found) {
            giveUp(m_lastError);
            return;
        }
        m_known = true;
        Item item = std::move(m_open.front());
        m_open.pop_front();
        const bool present = std::any_of(found->all.cbegin(), found->all.cend(), [&](const Attributes &instance) {
            return instance.text(tags::SopInstanceUid) == item.sop.text();
        });
        if (present) {
            m_outcome.stored.push_back(item.sop);
        } else if (m_currentSize > 1 && !m_current.alone) {
            Batch alone;
            alone.items.push_back(std::move(item));
            alone.alone = true;
            m_batches.push_back(std::move(alone));
        } else {
            m_outcome.failed.push_back({item.sop, 0});
            m_outcome.warnings.push_back(QStringLiteral("%1: the archive does not have it and gave no reason (%2)")
                                             .arg(item.sop.text(), saidLast()));
        }
        lookUp();
    }

    [[nodiscard]] QString saidLast() const
    {
        return m_lastError.detail.isEmpty() ? errorName(m_lastError.code) : m_lastError.detail;
    }
    void giveUp(const Error &error)
    {
        if (!m_known && m_outcome.stored.empty()) {
            m_done(fail(error));
            return;
        }
        m_lastError = error;
        m_outcome.warnings.push_back(saidLast());
        for (const Item &item : m_open)
            m_outcome.failed.push_back({item.sop, 0});
        for (const Item &item : m_current.items)
            m_outcome.failed.push_back({item.sop, 0});
        for (const Batch &batch : m_batches) {
            for (const Item &item : batch.items)
                m_outcome.failed.push_back({item.sop, 0});
        }
        m_done(std::move(m_outcome));
    }

    std::shared_ptr<Session> m_session;
    Priority m_priority;
    CancelToken m_cancel;
    Session::Done<StoreOutcome> m_done;
    std::deque<Batch> m_batches;
    Batch m_current;
    std::size_t m_currentSize = 0;
    std::deque<Item> m_open; ///< sent, and nobody knows
    bool m_known = false;    ///< the archive has said something definite about at least one object
    Error m_lastError;
    StoreOutcome m_outcome;
};

// What an answer says of the only object of its request. The reason may stand where no object is named: with the
// failures of what was no object at all (0008,119A), or in an item without a UID.
StoreAnswer answerOf(const http::HttpResponse &response, const SopInstanceUid &sop)
{
    StoreAnswer answer;
    answer.httpStatus = response.status;
    if (response.body.trimmed().isEmpty())
        return answer;
    const Result<std::vector<Attributes>> parsed = parseDicomJson(response.body);
    answer.isReadable = parsed.has_value();
    if (!parsed)
        return answer;
    bool isStored = false, isFailed = false;
    for (const Attributes &one : *parsed) {
        for (const Attributes &item : one.items(tags::ReferencedSopSequence))
            isStored = isStored || item.text(tags::ReferencedSopInstanceUid) == sop.text();
        for (const Tag sequence : {tags::FailedSopSequence, otherFailuresSequence}) {
            for (const Attributes &item : one.items(sequence)) {
                const QString named = item.text(tags::ReferencedSopInstanceUid);
                if (!named.isEmpty() && named != sop.text())
                    continue;
                isFailed = true;
                answer.reason = item.integer(tags::FailureReason).value_or(0);
            }
        }
    }
    if (isStored != isFailed)
        answer.said = isStored ? StoreAnswer::Said::Stored : StoreAnswer::Said::Failed;
    return answer;
}

} // namespace

void storeObject(const std::shared_ptr<Session> &session, const QByteArray &part10,
                 std::function<void(std::int64_t sentBytes)> onSent, Priority priority, const CancelToken &cancel,
                 Session::Done<StoreAnswer> done)
{
    const SopInstanceUid sop = nameOf(part10);
    if (sop.isEmpty()) {
        done(fail(ErrorCode::DicomMalformed, QStringLiteral("an object without a name")));
        return;
    }
    http::HttpRequest request = storeRequest(*session, {Item{sop, part10}});
    request.waitForServerMs = 0; // who keeps a queue plans when it is sent again
    request.onSent = std::move(onSent);
    session->send(std::move(request), priority, cancel, {},
                  [done = std::move(done), sop](const Result<http::HttpResponse> &response) {
                      done(response ? Result<StoreAnswer>(answerOf(*response, sop)) : fail(response.error()));
                  });
}

void storeObjects(const std::shared_ptr<Session> &session, std::vector<QByteArray> part10, Priority priority,
                  const CancelToken &cancel, Session::Done<StoreOutcome> done)
{
    std::make_shared<Storing>(session, priority, cancel, std::move(done))->start(std::move(part10));
}

} // namespace consilium::dicomweb
