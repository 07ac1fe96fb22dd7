#include "netclient/outbox/Delivery.h"

#include "base/Logging.h"
#include "netclient/outbox/ObjectFacts.h"

#include <QCryptographicHash>
#include <QPointer>

#include <algorithm>
#include <atomic>
#include <utility>

namespace consilium::outbox
{

namespace
{

constexpr std::int64_t progressEveryNs = 100'000'000;

// Not on the thread of the window: an object may have hundreds of megabytes.
Pending<Result<Likeness>> compareAside(const QByteArray &ours, const QByteArray &theirs)
{
    return runPending([ours, theirs]() -> Result<Likeness> {
        const Result<ObjectFacts> own = factsOf(ours);
        if (!own)
            return fail(own.error());
        const Result<ObjectFacts> other = factsOf(theirs);
        if (!other)
            return fail(other.error());
        return compared(*own, *other);
    });
}

// It may be in the archive, which does not show it yet.
bool isHopeful(const Result<dicomweb::StoreAnswer> &answer)
{
    using Said = dicomweb::StoreAnswer::Said;
    if (!answer)
        return mayHaveArrived(answer.error()) && answer.error().httpStatus == 0;
    return answer->said == Said::Stored || (answer->said == Said::Nothing && answer->httpStatus < 400);
}

Verdict verdictOn(const Result<dicomweb::StoreAnswer> &answer)
{
    return answer ? verdictOnAnswer(*answer) : verdictOnSending(answer.error());
}

bool isElsewhere(const Attributes &instance, const Entry &entry)
{
    const auto differs = [&](Tag tag, const QString &own) {
        const QString said = instance.text(tag);
        return !said.isEmpty() && said != own;
    };
    return differs(tags::SopClassUid, entry.sopClass.text()) || differs(tags::SeriesInstanceUid, entry.series.text()) ||
           differs(tags::StudyInstanceUid, entry.study.text());
}

} // namespace

/// How far an upload is: written on the network thread, read in the delivery's.
struct Delivery::Upload {
    std::atomic<std::int64_t> sentBytes{0};
    std::int64_t toldNs = 0; ///< network thread only
};

Delivery::Delivery(Entry entry, Means means, QObject *parent)
    : QObject(parent), m_entry(std::move(entry)), m_means(std::move(means))
{
}

Delivery::~Delivery()
{
    stop();
}

void Delivery::stop()
{
    m_isOver = true;
    m_dueAt.reset();
    m_cancel.cancel();
}

std::shared_ptr<dicomweb::DicomWebClient> Delivery::client()
{
    auto client = m_means.clientOf(m_entry.archive);
    if (!client)
        finish(Next::Await, Why::ArchiveUnknown);
    return client;
}

void Delivery::start()
{
    m_entry.state = State::Sending;
    Q_EMIT changed();
    m_means.storage.fetchObject(m_entry.id).then(this, [this](const Result<QByteArray> &object) { loaded(object); });
}

void Delivery::loaded(const Result<QByteArray> &object)
{
    if (m_isOver)
        return;
    if (!object) {
        const bool isGone = object.error().code == ErrorCode::NotFound;
        finish(isGone ? Next::Decide : Next::Again, isGone ? Why::Damaged : Why::Storage, object.error());
        return;
    }
    m_part10 = *object;
    runPending([part10 = m_part10] {
        return QCryptographicHash::hash(part10, QCryptographicHash::Sha256);
    }).then(this, [this](const QByteArray &digest) {
        if (m_isOver)
            return;
        if (digest != m_entry.digest)
            finish(Next::Decide, Why::Damaged);
        else
            ask();
    });
}

void Delivery::ask()
{
    const auto archive = client();
    if (!archive)
        return;
    archive->findInstance(m_entry.study, m_entry.sop, Priority::Background, m_cancel)
        .then(this, [this, archive](const Result<std::vector<Attributes>> &all) {
            if (m_isOver)
                return;
            if (!all && isUnknownQuestion(all.error())) {
                askForMetadata(archive);
            } else if (!all) {
                cannotAsk(all.error());
            } else if (all->empty()) {
                notFound();
            } else {
                found(all->front());
            }
        });
}

// QIDO-RS for instances is optional in many archives (PS3.18 10.6.2); what they give of an object tells, too.
void Delivery::askForMetadata(const std::shared_ptr<dicomweb::DicomWebClient> &client)
{
    client->fetchInstanceMetadata(m_entry.study, m_entry.series, m_entry.sop, Priority::Background, m_cancel)
        .then(this, [this](const Result<Attributes> &instance) {
            if (m_isOver)
                return;
            if (instance)
                found(*instance);
            else if (instance.error().code == ErrorCode::NotFound)
                notFound();
            else
                cannotAsk(instance.error());
        });
}

void Delivery::found(const Attributes &instance)
{
    if (isElsewhere(instance, m_entry)) {
        finish(Next::Decide, Why::Conflict);
        return;
    }
    // It was not there before, the archive says that it has stored it, and there it is: nobody else's.
    const bool isOurs = m_answer && *m_answer && (*m_answer)->said == dicomweb::StoreAnswer::Said::Stored;
    if (isOurs)
        finish(Next::Done, Why::None);
    else
        compare(m_entry.series);
}

void Delivery::notFound()
{
    if (!m_answer) {
        noteTry();
        return;
    }
    const Result<dicomweb::StoreAnswer> answer = *m_answer;
    if (isHopeful(answer) && m_verified < m_means.verifyDelaysMs.size()) {
        m_dueAt = m_means.clock.nowMs() + m_means.verifyDelaysMs[m_verified++];
        Q_EMIT changed();
        return;
    }
    finish(verdictOn(answer));
}

void Delivery::cannotAsk(const Error &error)
{
    // What the archive said clearly when the object was sent counts, not that it cannot be asked right now.
    if (m_answer && !isHopeful(*m_answer))
        finish(verdictOn(*m_answer));
    else
        finish(verdictOnAsking(error));
}

void Delivery::wake()
{
    if (m_isOver || !m_dueAt || m_means.clock.nowMs() < *m_dueAt)
        return;
    m_dueAt.reset();
    ask();
}

// That it was tried is durable before the first byte goes: after a fall it is known that the archive may have it.
void Delivery::noteTry()
{
    ++m_entry.tries;
    m_means.storage.update(m_entry).then(this, [this](const Result<void> &noted) {
        if (m_isOver)
            return;
        if (noted) {
            send();
            return;
        }
        --m_entry.tries;
        finish(Next::Again, Why::Storage, noted.error());
    });
}

void Delivery::send()
{
    const auto archive = client();
    if (!archive)
        return;
    m_upload = std::make_shared<Upload>();
    const auto onSent = [this, upload = m_upload, courier = courierOfThisThread(), guard = QPointer<Delivery>(this),
                         total = m_entry.bytes](std::int64_t sent) {
        upload->sentBytes = std::min(sent, total); // the boundaries around it do not count
        const std::int64_t now = SystemClock().steadyNs();
        if (sent < total && now - upload->toldNs < progressEveryNs)
            return;
        upload->toldNs = now;
        QMetaObject::invokeMethod(courier, handover::posted([this, upload, guard] {
                                      if (!guard || m_isOver || upload != m_upload)
                                          return;
                                      m_bytesSent = upload->sentBytes;
                                      Q_EMIT progressed();
                                  }));
    };
    archive->storeOne(m_part10, onSent, Priority::Background, m_cancel)
        .then(this, [this](const Result<dicomweb::StoreAnswer> &answer) {
            if (!m_isOver)
                answered(answer);
        });
}

void Delivery::answered(const Result<dicomweb::StoreAnswer> &answer)
{
    m_answer = answer;
    if (!answer && !mayHaveArrived(answer.error())) {
        finish(verdictOnSending(answer.error()));
        return;
    }
    m_entry.state = State::Verifying;
    Q_EMIT changed();
    if (!m_isOver)
        ask();
}

void Delivery::compare(const SeriesUid &series)
{
    const auto archive = client();
    if (!archive)
        return;
    archive->fetchInstance(m_entry.study, series, m_entry.sop, Priority::Background, m_cancel)
        .then(this, [this](const Result<QByteArray> &theirs) {
            if (!m_isOver)
                received(theirs);
        });
}

// The archive lists an object under this UID, of the right kind and in the right series, and does not give it.
void Delivery::cannotCompare(const Error &error)
{
    const bool isOfObject = error.code == ErrorCode::NotFound || error.code == ErrorCode::ProtocolViolation ||
                            error.code == ErrorCode::ServerError;
    if (isOfObject) {
        Verdict verdict{Next::Again, {Why::NotComparable, error, 0}};
        verdict.isFruitless = true;
        finish(verdict);
    } else if (isPassing(error)) {
        finish(verdictOnAsking(error));
    } else if (m_entry.tries > 0) { // before the first try there was none: what is there now is what was sent
        finish(Next::Done, Why::None);
    } else {
        finish(Next::Decide, Why::NotComparable, error);
    }
}

void Delivery::received(const Result<QByteArray> &theirs)
{
    if (!theirs) {
        cannotCompare(theirs.error());
        return;
    }
    compareAside(m_part10, *theirs).then(this, [this](const Result<Likeness> &likeness) {
        if (m_isOver)
            return;
        if (!likeness) {
            cannotCompare(likeness.error());
            return;
        }
        if (*likeness == Likeness::Rewritten)
            qCInfo(logNet) << "outbox: the archive has rewritten attributes of an object that it has";
        if (*likeness == Likeness::Other)
            finish(Next::Decide, Why::Conflict);
        else
            finish(Next::Done, Why::None);
    });
}

void Delivery::finish(Next next, Why why, const Error &error)
{
    finish(Verdict{next, {why, error, 0}});
}

void Delivery::finish(const Verdict &verdict)
{
    if (std::exchange(m_isOver, true))
        return;
    m_part10.clear();
    Q_EMIT finished(verdict);
}

} // namespace consilium::outbox
