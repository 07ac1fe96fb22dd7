#include "app/bridge/FrameLoader.h"

#include "app/bridge/Inbox.h"
#include "app/bridge/LocalFrames.h"
#include "app/bridge/OutOfReach.h"
#include "app/bridge/OutsideDecoders.h"
#include "app/bridge/SeriesStream.h"
#include "app/bridge/VideoFrames.h"
#include "app/bridge/WholeImage.h"
#include "base/Logging.h"
#include "base/WorkPool.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/pixels/DecodePool.h"
#include "viewer/pixels/NativeFrames.h"
#include "viewer/pixels/TransferSyntaxes.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>
#include <utility>

namespace consilium::app
{

using pixels::FrameKey;
using pixels::FramePtr;
using namespace Qt::StringLiterals;

namespace
{

struct Job {
    std::uint64_t ticket = 0; ///< outcomes of an earlier, cancelled job of the same frame carry another one
    FrameSource source;
    dicom::InstancePtr instance; ///< null: fetched ahead, description not known
    /// Shared with the network and the continuations on other threads: raised while the frame waits for a connection or
    /// its bytes are on their way, it counts there and for decoding.
    std::shared_ptr<std::atomic<Priority>> priority = std::make_shared<std::atomic<Priority>>(Priority::Interactive);
    CancelToken cancel;
    int attempt = 0;
    Silence silence;
    /// The archive failed to cut the frame out: the object is asked for, once.
    bool asWhole = false, triedWhole = false;
    bool isAskedAgain = false; ///< what came first was not as long as it has to be
    bool isHeld = false;       ///< it came before it was asked for: that says nothing of the archive now
    std::int64_t startedMs = 0;
    std::int64_t dueMs = -1;                       ///< >= 0: waits to be tried again
    std::optional<dicomweb::EncodedFrame> encoded; ///< arrived ahead of its description
};

struct Event {
    FrameKey key;
    std::uint64_t ticket = 0;
    std::optional<dicomweb::EncodedFrame> encoded; ///< of a frame fetched ahead
    Result<FramePtr> frame;
    std::optional<int> framesFound = std::nullopt; ///< in the stream of a video
    bool isPreview = false;
};
using EventBox = Inbox<Event>;

/// Something came of the archive, even if it was a refusal, or bytes that are no image.
bool isSignOfLife(const Event &event)
{
    if (event.frame)
        return true;
    const Error &error = event.frame.error();
    return !isOutOfReach(&error) && (error.httpStatus >= 400 || error.code == ErrorCode::PixelsDamaged ||
                                     error.code == ErrorCode::DecoderFailed);
}

/// The detail of the ProtocolViolation where it is worth asking for the frame once more.
constexpr QLatin1StringView wrongLength("a frame of another length than it has to have");

/// Bytes of an uncompressed frame are missing or were added, and nothing says where: from there on each pixel would
/// stand in another one's place. An answer that the line cut short is none (ConnectionLost): an end that is known to be
/// missing never comes here.
bool isDoubtful(const dicom::PixelDescription &pixels, const dicomweb::EncodedFrame &came)
{
    const bool isNative = pixels::isNativeCoding(pixels::codingOf(came.syntax));
    const bool isOfWrongLength = isNative ? !pixels::isNativeLength(pixels, came.bytes.size()) : came.isShort;
    return came.isOfDamagedObject || isOfWrongLength;
}

// An archive that cannot take a frame out of an object (of a syntax that it does not know) may still hand out the
// object.
Result<dicomweb::EncodedFrame> frameOfWhole(const QByteArray &part10, const dicom::Instance &instance)
{
    const auto header = dicom::readHeader(part10);
    return header ? frameOfObject(*header, part10, instance) : fail(header.error());
}

/// A radiograph in JPEG 2000 takes a second to decode, a quarter of its rows and columns a tenth of that. 0: not worth
/// it.
int previewReduction(const dicom::Instance &instance, const TransferSyntaxUid &syntax)
{
    constexpr std::int64_t fewestPixels = 3'000'000;
    const dicom::PixelDescription &p = instance.pixels;
    const bool isLarge = std::int64_t(p.rows) * p.columns >= fewestPixels;
    const bool canReduce = p.samplesPerPixel == 1 && !p.palette && pixels::codingOf(syntax) == pixels::Coding::Jpeg2000;
    return isLarge && canReduce ? 2 : 0;
}

/// Some archives cannot cut frames of single bits out of an object. One of a few megabytes is fetched whole.
bool isSmallMask(const dicom::Instance &instance)
{
    constexpr std::int64_t mostBytes = 32'000'000;
    return instance.segment >= 0 && instance.pixels.bytesPerFrame() * instance.pixels.frames <= mostBytes;
}

/// The object fetched whole last: its other frames are cut out of the same bytes.
class LastWhole
{
public:
    void keep(const FrameSource &source, const SopInstanceUid &sop, const QByteArray &part10)
    {
        const std::lock_guard lock(m_mutex);
        m_source = source;
        m_sop = sop;
        m_part10 = part10;
    }
    /// Empty: it is another one.
    [[nodiscard]] QByteArray find(const FrameSource &source, const SopInstanceUid &sop) const
    {
        const std::lock_guard lock(m_mutex);
        return m_sop == sop && m_source == source ? m_part10 : QByteArray();
    }

private:
    mutable std::mutex m_mutex;
    FrameSource m_source;
    SopInstanceUid m_sop;
    QByteArray m_part10;
};

} // namespace

int retriesFor(const Error &error)
{
    switch (error.code) {
    case ErrorCode::TooManyRequests:
        return error.retryAfterMs >= 0 ? 10 : 4; // it says itself that it will answer
    case ErrorCode::ConnectionLost:
    case ErrorCode::Timeout:
    case ErrorCode::HostUnreachable:
        return 4;
    case ErrorCode::ServerError:
    case ErrorCode::ProtocolViolation:
        return 1;
    default:
        return 0;
    }
}

int retryDelayMs(const Error &error, int attempt)
{
    constexpr int kLongestMs = 30'000, kShortestAskedMs = 200, kLongestAskedMs = 300'000;
    if (error.retryAfterMs >= 0)
        return std::clamp(error.retryAfterMs, kShortestAskedMs, kLongestAskedMs);
    return std::min(400 << std::clamp(attempt - 1, 0, 6), kLongestMs);
}

struct FrameLoader::Private {
    Private(FrameLoader *loader, int threads)
        : q(loader), pool(std::make_shared<pixels::DecodePool>(threads, outsideDecoders()))
    {
    }

    FrameLoader *q;
    std::shared_ptr<pixels::DecodePool> pool;
    VideoFrames videos;
    std::shared_ptr<LocalFrames> files = std::make_shared<LocalFrames>();
    QThreadPool readers;
    std::shared_ptr<EventBox> inbox;
    QHash<FrameKey, Job> jobs;
    int active = 0;
    std::uint64_t lastTicket = 0;
    QElapsedTimer clock;
    QTimer retryTimer;
    Held held;
    SeriesStream stream{SeriesStream::Limits()};
    std::shared_ptr<LastWhole> lastWhole = std::make_shared<LastWhole>();
    QHash<std::shared_ptr<dicomweb::DicomWebClient>, std::int64_t> putOffUntil; ///< by the clock, ms
    QSet<SeriesUid> wholeObjects; ///< series whose frames the archive cannot cut out

    void launch(const FrameKey &key, Job &job);
    void fetch(const FrameKey &key, const Job &job);
    void fetchWhole(const FrameKey &key, const Job &job);
    void read(const FrameKey &key, const Job &job);
    void askVideo(const FrameKey &key, const Job &job);
    void handle(std::vector<Event> events);
    bool handleEncoded(Event &event, Job &job);
    bool tryAgainLater(Job &job, const Error &error);
    void noteTried(const Job &job, const Error &error);
    [[nodiscard]] std::int64_t heldUntilMs(const FrameSource &source) const;
    void armRetryTimer();
    void startDue();
    QHash<FrameKey, Job>::iterator cancel(QHash<FrameKey, Job>::iterator job);
    static void decode(pixels::DecodePool &pool, const std::shared_ptr<EventBox> &inbox, const FrameKey &key,
                       const Job &job, const TransferSyntaxUid &syntax, QByteArray bytes, bool isDoubted = false);
    static void take(pixels::DecodePool &pool, const std::shared_ptr<EventBox> &inbox, const FrameKey &key,
                     const Job &job, dicomweb::EncodedFrame came);
};

// What came over the line: shown as damaged where its pixels may lie in wrong places, after it was asked for once more.
void FrameLoader::Private::take(pixels::DecodePool &pool, const std::shared_ptr<EventBox> &inbox, const FrameKey &key,
                                const Job &job, dicomweb::EncodedFrame came)
{
    const bool isDoubted = isDoubtful(job.instance->pixels, came);
    if (isDoubted && !job.isAskedAgain && !came.isOfDamagedObject)
        return inbox->post({key, job.ticket, std::nullopt, fail(ErrorCode::ProtocolViolation, wrongLength)});
    decode(pool, inbox, key, job, came.syntax, std::move(came.bytes), isDoubted);
}

void FrameLoader::Private::decode(pixels::DecodePool &pool, const std::shared_ptr<EventBox> &inbox, const FrameKey &key,
                                  const Job &job, const TransferSyntaxUid &syntax, QByteArray bytes, bool isDoubted)
{
    if (const int reduction = previewReduction(*job.instance, syntax);
        reduction > 0 && !isDoubted && *job.priority == Priority::Visible)
        pool.preview(key, job.instance->pixels, syntax, bytes, reduction, Priority::Visible, job.cancel)
            .then(QtFuture::Launch::Sync, [inbox, key, ticket = job.ticket](const Result<FramePtr> &frame) {
                if (frame) // where it fails the frame itself says what is wrong
                    inbox->post({key, ticket, std::nullopt, frame, std::nullopt, true});
            });
    pool.decode(key, job.instance->pixels, syntax, std::move(bytes), *job.priority, job.cancel)
        .then(QtFuture::Launch::Sync, [inbox, key, ticket = job.ticket, isDoubted](const Result<FramePtr> &frame) {
            inbox->post({key, ticket, std::nullopt, frame && isDoubted ? pixels::distrusted(**frame) : frame});
        });
}

void FrameLoader::Private::fetch(const FrameKey &key, const Job &job)
{
    const auto archive = job.source.archive;
    // The continuation runs on the network thread and hands the bytes straight to the decoders.
    dicomweb::FrameHints hints{job.priority, job.instance ? job.instance->pixels.bytesPerFrame() : 0};
    if (job.instance)
        hints.storedSyntax = job.instance->pixels.transferSyntax;
    archive->fetchFrame(job.source.study, job.source.series, key.sop, key.frame, *job.priority, job.cancel, hints)
        .then(QtFuture::Launch::Sync,
              [key, job, archive, box = inbox, decoders = pool](Result<dicomweb::EncodedFrame> got) {
                  if (!got)
                      box->post({key, job.ticket, std::nullopt, fail(got.error())});
                  else if (!job.instance)
                      box->post({key, job.ticket, std::move(*got), FramePtr()});
                  else
                      take(*decoders, box, key, job, std::move(*got));
              });
}

void FrameLoader::Private::fetchWhole(const FrameKey &key, const Job &job)
{
    const auto archive = job.source.archive;
    const bool isMask = isSmallMask(*job.instance);
    if (const QByteArray known = isMask ? lastWhole->find(job.source, key.sop) : QByteArray(); !known.isEmpty()) {
        startWork(readers, [key, job, known, box = inbox, decoders = pool] {
            auto frame = frameOfWhole(known, *job.instance);
            if (!frame)
                return box->post({key, job.ticket, std::nullopt, fail(frame.error())});
            take(*decoders, box, key, job, std::move(*frame));
        });
        return;
    }
    archive->fetchInstance(job.source.study, job.source.series, key.sop, *job.priority, job.cancel)
        .then(QtFuture::Launch::Sync, [key, job, archive, isMask, box = inbox, decoders = pool,
                                       last = lastWhole](const Result<QByteArray> &part10) {
            if (part10 && isMask)
                last->keep(job.source, key.sop, *part10);
            auto frame =
                part10 ? frameOfWhole(*part10, *job.instance) : Result<dicomweb::EncodedFrame>(fail(part10.error()));
            if (!frame)
                box->post({key, job.ticket, std::nullopt, fail(frame.error())});
            else
                take(*decoders, box, key, job, std::move(*frame));
        });
}

void FrameLoader::Private::read(const FrameKey &key, const Job &job)
{
    startWork(
        readers,
        [key, job, box = inbox, decoders = pool, files = files] {
            if (job.cancel.isCancelled())
                return box->post({key, job.ticket, std::nullopt, fail(ErrorCode::Cancelled)});
            auto bytes = files->read(*job.instance, key.frame);
            if (!bytes)
                return box->post({key, job.ticket, std::nullopt, fail(bytes.error())});
            decode(*decoders, box, key, job, job.instance->pixels.transferSyntax, std::move(*bytes));
        },
        -int(job.priority->load()));
}

void FrameLoader::Private::askVideo(const FrameKey &key, const Job &job)
{
    videos.ask({key, job.source, job.instance, job.priority, job.cancel,
                [key, ticket = job.ticket, box = inbox](VideoFrames::Answer answer) {
                    box->post({key, ticket, std::nullopt, std::move(answer.frame), answer.framesFound});
                }});
}

void FrameLoader::Private::launch(const FrameKey &key, Job &job)
{
    job.ticket = ++lastTicket;
    const bool mayBeHeld = held && job.source.archive && job.instance && !isVideo(*job.instance);
    auto known = mayBeHeld ? held(key, job.source) : std::nullopt;
    if (known)
        stream.skip(job.source);
    else if (job.instance)
        known = stream.take(key, job.source);
    job.isHeld = known.has_value();
    job.dueMs = known ? -1 : heldUntilMs(job.source);
    if (job.dueMs >= 0)
        return armRetryTimer();
    job.startedMs = clock.elapsed();
    job.silence.ask(job.startedMs);
    ++active;
    if (known)
        return take(*pool, inbox, key, job, std::move(*known));
    if (job.source.archive)
        Q_EMIT q->lineNeeded();
    job.asWhole = job.asWhole || (job.instance && wholeObjects.contains(job.source.series));
    if (job.instance && isVideo(*job.instance))
        askVideo(key, job);
    else if (job.source.archive && job.asWhole)
        fetchWhole(key, job);
    else if (job.source.archive)
        fetch(key, job);
    else
        read(key, job);
}

// True when the job goes on (it now decodes).
bool FrameLoader::Private::handleEncoded(Event &event, Job &job)
{
    if (!event.encoded)
        return false;
    if (job.instance)
        take(*pool, inbox, event.key, job, std::move(*event.encoded));
    else
        job.encoded = std::move(event.encoded); // start() takes it
    return true;
}

// The archive's wish holds for all of its frames: who was told to wait does not ask for the next one at once.
void FrameLoader::Private::noteTried(const Job &job, const Error &error)
{
    if (!job.source.archive || job.isHeld || !isOutOfReach(&error))
        return;
    const std::int64_t now = clock.elapsed(), again = job.dueMs >= 0 ? job.dueMs : now + retryDelayMs(error, 1);
    if (error.code == ErrorCode::TooManyRequests && error.retryAfterMs >= 0) {
        std::int64_t &until = putOffUntil[job.source.archive];
        until = std::max(until, again);
    }
    Q_EMIT q->putOff(job.source.archive, error, int(std::max<std::int64_t>(0, again - now)));
}

/// -1: it may be asked now.
std::int64_t FrameLoader::Private::heldUntilMs(const FrameSource &source) const
{
    const std::int64_t until = source.archive ? putOffUntil.value(source.archive, -1) : -1;
    return until > clock.elapsed() ? until : -1;
}

bool FrameLoader::Private::tryAgainLater(Job &job, const Error &error)
{
    if (job.isHeld) { // of no use: the archive has not been asked yet
        job.dueMs = clock.elapsed();
        return true;
    }
    const bool isSilent =
        job.source.archive &&
        job.silence.isOver(error, clock.elapsed(), Silence::longestMs(job.source.archive->config().patienceMs));
    if (isSilent)
        return false;
    if (error.code == ErrorCode::ProtocolViolation && error.detail == wrongLength) {
        job.isAskedAgain = true;
        job.dueMs = clock.elapsed();
        return true;
    }
    const bool isRefused = error.httpStatus == 500 || error.httpStatus == 400 || error.httpStatus == 406;
    if (job.instance && job.source.archive && !job.triedWhole && isRefused &&
        (job.instance->pixels.frames == 1 || isSmallMask(*job.instance))) {
        job.asWhole = job.triedWhole = true;
        job.dueMs = clock.elapsed();
        return true;
    }
    // Where the object did not help, the frame has the second try that it would have had without it.
    const Error asked = std::exchange(job.asWhole, false) ? Error{ErrorCode::ServerError, error.detail} : error;
    if (!job.instance || job.attempt >= retriesFor(asked))
        return false;
    ++job.attempt;
    job.dueMs = clock.elapsed() + retryDelayMs(error, job.attempt);
    return true;
}

void FrameLoader::Private::handle(std::vector<Event> events)
{
    std::vector<Outcome> outcomes;
    std::set<std::shared_ptr<dicomweb::DicomWebClient>> answering;
    for (Event &event : events) {
        const auto found = jobs.find(event.key);
        if (found == jobs.end() || found->ticket != event.ticket)
            continue;
        if (found->source.archive && !found->isHeld && isSignOfLife(event))
            answering.insert(found->source.archive);
        if (handleEncoded(event, *found))
            continue;
        if (event.isPreview) {
            Q_EMIT q->previewed(*event.frame, found->source);
            continue;
        }
        --active;
        if (!event.frame)
            qCDebug(logApp) << "a frame did not come:" << errorName(event.frame.error().code)
                            << event.frame.error().detail;
        if (!event.frame) {
            const bool isTriedAgain = tryAgainLater(*found, event.frame.error());
            noteTried(*found, event.frame.error());
            if (isTriedAgain)
                continue;
        }
        if (event.frame && found->asWhole)
            wholeObjects.insert(found->source.series); // its siblings need not fail first
        const Job ended = *found;
        jobs.erase(found);
        if (!event.frame && ended.source.archive)
            event.frame = fail(asMissing(event.frame.error(), notGivenImage));
        if (ended.instance)
            outcomes.push_back({event.key, ended.source, std::move(event.frame), event.framesFound});
    }
    armRetryTimer();
    for (const auto &archive : answering)
        Q_EMIT q->answered(archive);
    Q_EMIT q->delivered(outcomes);
}

QHash<FrameKey, Job>::iterator FrameLoader::Private::cancel(QHash<FrameKey, Job>::iterator job)
{
    job->cancel.cancel();
    if (job->dueMs < 0)
        --active;
    return jobs.erase(job);
}

void FrameLoader::Private::armRetryTimer()
{
    std::int64_t soonest = -1;
    for (const Job &job : std::as_const(jobs))
        if (job.dueMs >= 0 && (soonest < 0 || job.dueMs < soonest))
            soonest = job.dueMs;
    for (const std::int64_t until : std::as_const(putOffUntil)) // nothing may be left that waits for it
        soonest = soonest < 0 ? until : std::min(soonest, until);
    if (soonest < 0)
        retryTimer.stop();
    else
        retryTimer.start(int(std::max<std::int64_t>(0, soonest - clock.elapsed())));
}

void FrameLoader::Private::startDue()
{
    constexpr int kAtOnce = 4; // an archive that said "too many" is not asked for everything again in one breath
    int started = 0;
    const bool isOver =
        putOffUntil.removeIf([this](const auto &entry) { return entry.value() <= clock.elapsed(); }) > 0;
    for (auto job = jobs.begin(); job != jobs.end(); ++job)
        if (job->dueMs >= 0 && job->dueMs <= clock.elapsed() && started++ < kAtOnce)
            launch(job.key(), *job);
    armRetryTimer();
    if (retryTimer.isActive() && retryTimer.remainingTime() < 50)
        retryTimer.start(50);
    if (isOver)
        Q_EMIT q->delivered({}); // what was not even started may be
}

FrameLoader::FrameLoader(int decodeThreads, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, decodeThreads))
{
    d->inbox = std::make_shared<EventBox>(this, [this](std::vector<Event> events) { d->handle(std::move(events)); });
    d->readers.setMaxThreadCount(2);
    d->clock.start();
    d->retryTimer.setSingleShot(true);
    connect(&d->retryTimer, &QTimer::timeout, this, [this] { d->startDue(); });
}

FrameLoader::~FrameLoader()
{
    d->inbox->close();
    for (const Job &job : std::as_const(d->jobs))
        job.cancel.cancel();
    d->readers.clear();
}

void FrameLoader::fetchAhead(const FrameKey &key, const FrameSource &source,
                             const std::optional<dicomweb::EncodedFrame> &fetched, Priority priority)
{
    if (d->jobs.contains(key) || !source.archive)
        return;
    Job job;
    job.source = source;
    *job.priority = priority;
    if (!fetched)
        return d->launch(key, d->jobs[key] = job);
    job.ticket = ++d->lastTicket;
    job.startedMs = d->clock.elapsed();
    job.encoded = fetched;
    ++d->active;
    d->jobs.insert(key, job);
}

void FrameLoader::useHeld(Held held)
{
    d->held = std::move(held);
}

void FrameLoader::cancelAhead(const FrameKey &key, const FrameSource &source)
{
    const auto found = d->jobs.find(key);
    if (found != d->jobs.end() && !found->instance && found->source == source)
        d->cancel(found);
}

void FrameLoader::start(const FrameKey &key, const FrameSource &source, const dicom::InstancePtr &instance,
                        Priority priority)
{
    auto found = d->jobs.find(key);
    if (found != d->jobs.end() && found->source != source) {
        d->cancel(found);
        found = d->jobs.end();
    }
    if (found == d->jobs.end()) {
        Job job;
        job.source = source;
        job.instance = instance;
        *job.priority = priority;
        d->launch(key, d->jobs[key] = job);
        return;
    }
    if (!found->instance && isVideo(*instance)) {
        // What was fetched ahead is no frame: the stream holds all of them.
        d->cancel(found);
        return start(key, source, instance, priority);
    }
    if (!found->instance) {
        found->instance = instance;
        if (found->encoded) {
            Private::take(*d->pool, d->inbox, key, *found, std::move(*found->encoded));
            found->encoded.reset();
        }
    }
    if (priority < *found->priority) {
        *found->priority = priority;
        d->pool->reprioritise(key, priority);
        if (found->dueMs >= 0)
            d->launch(key, *found); // somebody looks at it: do not wait
    }
}

bool FrameLoader::isOnItsWay(const FrameKey &key) const
{
    const auto found = d->jobs.constFind(key);
    return found != d->jobs.cend() && found->instance;
}

bool FrameLoader::isVisiblePriority(const FrameKey &key) const
{
    const auto found = d->jobs.constFind(key);
    return found != d->jobs.cend() && found->instance && *found->priority == Priority::Visible;
}

bool FrameLoader::isPutOff(const FrameSource &source) const
{
    return d->heldUntilMs(source) >= 0;
}

int FrameLoader::active() const
{
    return d->active;
}

bool FrameLoader::isIdle() const
{
    return d->jobs.isEmpty();
}

void FrameLoader::forget(const StudyUid &study)
{
    d->videos.forget(study);
    d->files->forget(study);
    d->stream.forget(study);
}

bool FrameLoader::mayAskForSeries(const FrameSource &source) const
{
    return d->stream.mayBegin(source);
}

void FrameLoader::askForSeries(const FrameSource &source, const std::vector<dicom::InstancePtr> &images)
{
    d->stream.begin(source, images);
}

void FrameLoader::giveWay()
{
    d->stream.giveWay();
}

void FrameLoader::cancelIf(const std::function<bool(const FrameKey &, Priority, std::int64_t)> &drop)
{
    const std::int64_t now = d->clock.elapsed();
    for (auto job = d->jobs.begin(); job != d->jobs.end();) {
        if (!drop(job.key(), *job->priority, now - job->startedMs)) {
            ++job;
            continue;
        }
        job = d->cancel(job);
    }
}

} // namespace consilium::app
