#include "app/bridge/StudyLoader.h"

#include "app/bridge/FrameLoader.h"
#include "app/bridge/Inbox.h"
#include "app/bridge/LutFetch.h"
#include "app/bridge/OutOfReach.h"
#include "app/bridge/PatientMatch.h"
#include "app/bridge/SegmentLoader.h"
#include "app/bridge/WholeImage.h"
#include "base/Logging.h"
#include "base/ReachReasons.h"
#include "base/WorkPool.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <functional>
#include <utility>

namespace consilium::app
{

using namespace Qt::StringLiterals;
using Headers = std::vector<Attributes>;
using Mail = Inbox<std::function<void()>>;

namespace
{

enum class Stage {
    Listed,
    Ends,
    Metadata,
    Done,
    Failed,
    ToComplete ///< done, and to be described anew for the sake of its tables
};

struct SeriesState {
    dicom::SeriesHeader header;
    Stage stage = Stage::Listed;
    int questions = 0;       ///< outstanding, about the ends
    bool askedAny = false;   ///< any image will do for a start: no numbers any more
    bool askedAgain = false; ///< for any, after a failure that may pass
    SopInstanceUid guessed;  ///< is fetched ahead
    Headers ends;
    KnownInstances known; ///< from the ends
    int attempt = 0;
    bool isOnly = false;       ///< the one of `ends` is all there is
    Silence silence;           ///< since nothing of it is shown, then since the rest is asked for
    bool isPassedOver = false; ///< failed without having been asked for: the archive was silent
    bool isShown = false;      ///< it is described anew, and some of its images are shown meanwhile
    bool isForTables = false;  ///< likewise, for the sake of its tables alone: nothing else is lost
    QStringList emptyTables;   ///< that its images name and that have no bytes
};

/// What a worker made of a series.
struct Description {
    DescribedSeries series;
    QStringList emptyTables;
};
using DescriptionPtr = std::shared_ptr<const Description>;

QStringList emptyTables(const Headers &headers, const LutBytes &luts)
{
    if (luts.isEmpty())
        return {};
    QStringList named = missingLuts(headers, {});
    named.removeIf([&](const QString &uri) { return !luts.value(uri).isEmpty(); });
    return named;
}

// Few at a time: the images of the first are wanted more than the description of the tenth.
constexpr int kSeriesAtOnce = 2;

std::int64_t steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

struct StudyLoader::Private {
    StudyLoader *q = nullptr;
    std::shared_ptr<dicomweb::DicomWebClient> archive;
    dicom::StudyHeader study;
    StudyQuestions ask;
    std::shared_ptr<Mail> mail;
    CancelToken cancel;
    std::vector<CancelToken> tableCancels; ///< of tables: each may be given up by itself
    std::vector<SeriesState> series;       ///< in the order in which they are described
    LutBytes luts;                         ///< that the metadata left out
    QHash<QString, Error> lostTables;      ///< of those without bytes: they may come another time, and why not before
    bool isListing = false;
    bool isAwaitingArchive = false; ///< it is listed when that is back
    int listAttempt = 0;
    Silence listSilence;
    std::int64_t answeredMs = 0; ///< when something last came of the archive, whatever it was

    void list();
    void onListed(const Result<Headers> &rows);
    bool listLater(const Error &error);
    void advance();
    void begin(SeriesState &state);
    void askForEnd(const SeriesUid &uid, int number);
    void onEndFound(const SeriesUid &uid, int number, const Result<Headers> &rows);
    void onEndMissed(SeriesState &state, const std::optional<Error> &error);
    void guess(SeriesState &state, const SopInstanceUid &sop,
               const std::optional<dicomweb::EncodedFrame> &fetched = std::nullopt);
    void fetchWhole(const SeriesUid &uid, const SopInstanceUid &sop);
    void onWhole(const SeriesUid &uid, const SopInstanceUid &sop, const Result<WholeImage> &image);
    void describeEnd(const SeriesUid &uid, const SopInstanceUid &sop);
    void onEndDescribed(const SeriesUid &uid, const Result<Attributes> &header);
    void showEnds(SeriesState &state);
    void fetchMissing(const QStringList &uris, Priority priority, std::function<void()> then);
    void requestMetadata(SeriesState &state);
    static std::shared_ptr<DescribedSeries> describeSome(const SeriesRequest &request, const Headers &headers);
    void showSome(SeriesRequest request, const QFuture<Result<Headers>> &future, const QStringList &missing,
                  const std::shared_ptr<DescribedSeries> &some);
    void describeOnWorker(const SeriesRequest &request, const QFuture<Result<Headers>> &future);
    void describeAnew(SeriesState &state, bool isShown);
    void tryAgain(SeriesState &state, const Error &error);
    void onMetadata(const SeriesUid &uid, const Result<DescriptionPtr> &result);
    void takeTables(const QStringList &uris, const FetchedLuts &fetched);
    void tellOfLostTables(const SeriesState &state);
    [[nodiscard]] bool lacksTables(const SeriesState &state, const std::function<bool(const Error &)> &isReason) const;
    void fail(SeriesState &state, const Error &error);
    void failForSilence(SeriesState &state, const Error &error);
    [[nodiscard]] bool isSilentForLong(Silence &silence, const Error &error) const;
    void noteAnswer();
    void later(int delayMs, std::function<void()> what);
    SeriesState *find(const SeriesUid &uid);

    // Continues on the UI thread with the result of a question that the network thread finishes.
    template<class T, class F>
    void whenDone(Pending<Result<T>> future, F handle)
    {
        future.then(QtFuture::Launch::Sync,
                    [box = mail, handle](const Result<T> &result) { box->post([handle, result] { handle(result); }); });
    }
};

SeriesState *StudyLoader::Private::find(const SeriesUid &uid)
{
    const auto found =
        std::find_if(series.begin(), series.end(), [&](const SeriesState &s) { return s.header.uid == uid; });
    return found == series.end() ? nullptr : &*found;
}

void StudyLoader::Private::later(int delayMs, std::function<void()> what)
{
    QTimer::singleShot(delayMs, q, std::move(what));
}

void StudyLoader::Private::list()
{
    isListing = true;
    listSilence.ask(steadyMs());
    whenDone(archive->searchSeries(study.uid, ask.soonest(Priority::Visible), cancel),
             [this](const Result<Headers> &rows) { onListed(rows); });
}

// False: that is the archive's answer. A proxy that is away is no matter of the archive: nobody would hear of its
// return.
bool StudyLoader::Private::listLater(const Error &error)
{
    if (listAttempt < retriesFor(error) && !isSilentForLong(listSilence, error)) {
        const int pauseMs = retryDelayMs(error, ++listAttempt);
        Q_EMIT q->putOff(archive, error, pauseMs);
        later(pauseMs, [this] { list(); });
        return true;
    }
    isListing = false;
    isAwaitingArchive = isOutOfReach(&error) && !isOfProxy(error);
    if (!isAwaitingArchive)
        return false;
    Q_EMIT q->putOff(archive, error, error.retryAfterMs >= 0 ? retryDelayMs(error, 1) : -1);
    Q_EMIT q->waits(error);
    return true;
}

void StudyLoader::Private::onListed(const Result<Headers> &rows)
{
    if (!rows && listLater(rows.error()))
        return;
    isListing = false;
    if (rows)
        noteAnswer();
    if (!rows) {
        Q_EMIT q->failed(asMissing(rows.error(), goneStudy));
        return;
    }
    std::vector<dicom::SeriesHeader> headers, segments;
    dicom::StudyHeader answered;
    answered.uid = study.uid;
    for (const Attributes &row : *rows) {
        const dicom::SeriesHeader header = dicom::describeSeries(row);
        const QString itsStudy = row.text(tags::StudyInstanceUid);
        if (header.uid.isEmpty() || (!itsStudy.isEmpty() && itsStudy != study.uid.text()))
            continue;
        const dicom::StudyHeader said = dicom::describeStudy(row);
        if (!isUnknown(said.patient) && !isUnknown(study.patient) && !samePatient(said.patient, study.patient)) {
            Q_EMIT q->failed({ErrorCode::ProtocolViolation, u"the archive lists a series of another patient"_s});
            return;
        }
        answered = said;
        answered.uid = study.uid;
        if (isUnknown(study.patient))
            study.patient = said.patient;
        if (isImageModality(header.modality) || dicom::isDocumentModality(header.modality) ||
            header.modality == "PR"_L1)
            headers.push_back(header);
        if (isSegmentModality(header.modality))
            segments.push_back(header);
    }
    if (headers.empty() && segments.empty()) {
        Q_EMIT q->failed(rows->empty() ? Error{ErrorCode::NotFound, goneStudy}
                                       : Error{ErrorCode::NoPixels, u"no series of the study holds images"_s});
        return;
    }
    // Documents behind the images: these are what the reader waits for. Masks between them: they lie on images.
    std::stable_sort(headers.begin(), headers.end(), [](const auto &a, const auto &b) {
        const auto place = [](const dicom::SeriesHeader &s) {
            return std::tuple(!isImageModality(s.modality), isSegmentModality(s.modality), unsigned(s.number));
        };
        return place(a) < place(b);
    });
    for (const dicom::SeriesHeader &header : headers) {
        SeriesState state;
        state.header = header;
        series.push_back(std::move(state));
    }
    Q_EMIT q->listed(headers, answered);
    if (!segments.empty())
        Q_EMIT q->segmentsListed(segments);
    advance();
}

void StudyLoader::Private::advance()
{
    for (SeriesState &state : series) {
        if (state.stage != Stage::Listed && state.stage != Stage::ToComplete)
            continue;
        const auto running = std::count_if(series.begin(), series.end(), [](const SeriesState &s) {
            return s.stage == Stage::Ends || s.stage == Stage::Metadata;
        });
        // The first series has the line for itself until its first image is described. Met with silence, it has it
        // until somebody answers: the others would wait for the same.
        const bool firstIsOpening = std::any_of(series.begin(), series.end(), [](const auto &s) {
            const bool isBlank = s.known.isEmpty() && !s.isShown;
            return s.stage == Stage::Ends || (s.stage == Stage::Metadata && isBlank && s.silence.isMet());
        });
        if (running >= kSeriesAtOnce || firstIsOpening)
            return;
        if (state.stage == Stage::ToComplete)
            describeAnew(state, true);
        else
            begin(state);
    }
}

void StudyLoader::Private::begin(SeriesState &state)
{
    state.silence.ask(steadyMs());
    if (!isImageModality(state.header.modality))
        return requestMetadata(state); // documents are no stack with two ends
    state.stage = Stage::Ends;
    const int count = state.header.instanceCount;
    const bool byNumber = count > 1 && !state.askedAny;
    askForEnd(state.header.uid, byNumber ? 1 : -1);
    if (byNumber)
        askForEnd(state.header.uid, count);
}

void StudyLoader::Private::askForEnd(const SeriesUid &uid, int number)
{
    SeriesState &state = *find(uid);
    qCDebug(logApp) << "asking for the instance numbered" << number;
    ++state.questions;
    state.askedAny = state.askedAny || number < 0;
    // Two of any kind: a second one says that the series is longer than its list says.
    whenDone(ask.someInstances(uid, number, number < 0 ? 2 : 1, cancel),
             [this, uid, number](const Result<Headers> &rows) { onEndFound(uid, number, rows); });
}

void StudyLoader::Private::onEndFound(const SeriesUid &uid, int number, const Result<Headers> &rows)
{
    if (rows)
        noteAnswer();
    SeriesState *state = find(uid);
    if (!state || state->stage != Stage::Ends)
        return;
    --state->questions;
    const SopInstanceUid sop(rows && !rows->empty() ? rows->front().text(tags::SopInstanceUid) : QString());
    if (!sop.isEmpty()) {
        const bool isOnly = state->header.instanceCount == 1 && rows->size() == 1;
        if (isOnly && maybeWholeImage(rows->front()) && !refusesObjects(archive->config().id))
            return fetchWhole(uid, sop);
        if (number <= 1)
            guess(*state, sop);
        describeEnd(uid, sop);
        return;
    }
    if (!rows)
        qCDebug(logApp) << "an end of the stack was not found:" << errorName(rows.error().code) << rows.error().detail;
    onEndMissed(*state, rows ? std::nullopt : std::optional(rows.error()));
}

// Numbers need not begin at 1, and archives need not search by them: then any image will do for a start. The whole
// series' metadata are the last resort: with them the first image waits for the description of thousands.
void StudyLoader::Private::onEndMissed(SeriesState &state, const std::optional<Error> &error)
{
    if (state.questions > 0)
        return;
    if (!state.ends.empty())
        return showEnds(state);
    if (error && isSilentForLong(state.silence, *error))
        return failForSilence(state, *error);
    const int tries = error ? retriesFor(*error) : 0;
    if (error && isOfArchiveAsWhole(*error))
        return state.attempt < tries ? tryAgain(state, *error) : requestMetadata(state);
    // What was waited for in vain is not waited for twice: the next question may be one that is answered.
    const bool isTimeout = error && error->code == ErrorCode::Timeout;
    if (state.askedAny && (tries == 0 || isTimeout || std::exchange(state.askedAgain, true)))
        return requestMetadata(state);
    const int pauseMs = state.askedAny ? retryDelayMs(*error, 1) : 0;
    if (error)
        Q_EMIT q->putOff(archive, *error, pauseMs);
    later(pauseMs, [this, uid = state.header.uid] { askForEnd(uid, -1); });
}

// One image of a series is fetched ahead, and no second one in its place: nobody would come for the first one's bytes.
void StudyLoader::Private::guess(SeriesState &state, const SopInstanceUid &sop,
                                 const std::optional<dicomweb::EncodedFrame> &fetched)
{
    if (state.guessed.isEmpty())
        state.guessed = sop;
    if (state.guessed == sop)
        Q_EMIT q->firstImageGuessed(state.header.uid, sop, fetched ? fetched : ask.frame(state.header.uid, sop));
}

void StudyLoader::Private::fetchWhole(const SeriesUid &uid, const SopInstanceUid &sop)
{
    ++find(uid)->questions;
    if (const auto known = ask.whole(uid, sop))
        return mail->post([this, uid, sop, known] { onWhole(uid, sop, *known); });
    archive->fetchInstance(study.uid, uid, sop, ask.soonest(Priority::Visible), cancel)
        .then(QtFuture::Launch::Sync, [this, box = mail, study = study.uid, uid, sop](const Result<QByteArray> &file) {
            startWork(workPool(), [this, box, study, uid, sop, file = file]() mutable {
                const auto image = file ? readWholeImage(std::move(*file), study, uid, sop)
                                        : Result<WholeImage>(consilium::fail(file.error()));
                box->post([this, uid, sop, image] { onWhole(uid, sop, image); });
            });
        });
}

void StudyLoader::Private::onWhole(const SeriesUid &uid, const SopInstanceUid &sop, const Result<WholeImage> &image)
{
    if (image)
        noteAnswer();
    SeriesState *state = find(uid);
    if (!state || state->stage != Stage::Ends)
        return;
    --state->questions;
    if (!image && isAnotherObject(image.error())) {
        // An archive that mixes up its objects would cut the frame out of the same wrong one: it is not asked for that.
        fail(*state, image.error());
        return advance();
    }
    if (!image) {
        noteObjectRefusal(archive->config().id, image.error());
        qCDebug(logApp) << "an image did not come whole:" << errorName(image.error().code) << image.error().detail;
    }
    guess(*state, sop, image ? std::optional(image->frame) : std::nullopt);
    state = find(uid);
    if (!state)
        return;
    if (!image || !image->header || !missingLuts({*image->header}, luts).isEmpty())
        return describeEnd(uid, sop);
    state->ends = {*image->header};
    state->isOnly = true;
    showEnds(*state);
}

void StudyLoader::Private::describeEnd(const SeriesUid &uid, const SopInstanceUid &sop)
{
    ++find(uid)->questions;
    whenDone(ask.header(uid, sop, cancel),
             [this, uid](const Result<Attributes> &header) { onEndDescribed(uid, header); });
}

void StudyLoader::Private::onEndDescribed(const SeriesUid &uid, const Result<Attributes> &header)
{
    if (header)
        noteAnswer();
    SeriesState *state = find(uid);
    if (!state || state->stage != Stage::Ends)
        return;
    --state->questions;
    if (!header) {
        qCDebug(logApp) << "an end of the stack was not described:" << errorName(header.error().code);
        return onEndMissed(*state, header.error());
    }
    state->ends.push_back(*header);
    if (state->questions == 0)
        showEnds(*state);
}

// Tables that came, and those that did not, are in `luts` before it goes on; of many the first ones, unless the archive
// has fallen silent: then none of them is waited for any more.
void StudyLoader::Private::fetchMissing(const QStringList &uris, Priority priority, std::function<void()> then)
{
    const CancelToken token = tableCancels.emplace_back();
    fetchLuts(*archive, uris.mid(0, lutsAtOnce), ask.soonest(priority), token,
              [this, uris, box = mail, then = std::move(then)](const FetchedLuts &fetched) {
                  box->post([this, uris, then, fetched] {
                      takeTables(uris, fetched);
                      then();
                  });
              });
}

void StudyLoader::Private::takeTables(const QStringList &uris, const FetchedLuts &fetched)
{
    luts.insert(fetched.luts);
    for (auto table = fetched.luts.cbegin(); table != fetched.luts.cend(); ++table)
        lostTables.remove(table.key());
    lostTables.insert(fetched.lost);
    for (const QString &uri : fetched.silent ? uris : QStringList()) {
        if (!fetched.luts.contains(uri))
            lostTables.insert(uri, *fetched.silent);
        luts.insert(uri, luts.value(uri));
    }
    if (std::any_of(fetched.luts.begin(), fetched.luts.end(), [](const auto &table) { return !table.isEmpty(); }))
        noteAnswer();
}

// Its images are there without them. Who watches the archive is told that it is away, and says when it is back: then
// they are asked for again.
void StudyLoader::Private::tellOfLostTables(const SeriesState &state)
{
    for (const QString &uri : state.emptyTables) {
        const auto lost = lostTables.constFind(uri);
        if (lost == lostTables.cend() || !isOutOfReach(&*lost))
            continue;
        const int afterMs = lost->retryAfterMs >= 0 ? retryDelayMs(*lost, 1) : -1;
        Q_EMIT q->putOff(archive, Error(*lost), afterMs); // a copy: who hears it may change what is lost
        return;
    }
}

bool StudyLoader::Private::lacksTables(const SeriesState &state,
                                       const std::function<bool(const Error &)> &isReason) const
{
    return std::any_of(state.emptyTables.begin(), state.emptyTables.end(), [&](const QString &uri) {
        const auto lost = lostTables.constFind(uri);
        const bool cameForAnother = !luts.value(uri).isEmpty();
        return cameForAnother || (lost != lostTables.cend() && isReason(*lost));
    });
}

void StudyLoader::Private::showEnds(SeriesState &state)
{
    if (const QStringList missing = missingLuts(state.ends, luts); !missing.isEmpty())
        return fetchMissing(missing, Priority::Visible, [this, uid = state.header.uid] {
            if (SeriesState *still = find(uid); still && still->stage == Stage::Ends)
                showEnds(*still);
        });
    const bool isFinal = std::exchange(state.isOnly, false);
    state.emptyTables = emptyTables(state.ends, luts);
    const DescribedSeries described = describeSeries({study, state.header, {}, luts, isFinal}, state.ends);
    for (const auto &dataSet : described.dataSets)
        for (const auto &slice : dataSet->slices)
            state.known[slice->sop].push_back(slice);
    if (described.study && isUnknown(study.patient))
        study.patient = described.study->patient;
    qCDebug(logApp) << "ends described:" << state.ends.size() << "shown:" << state.known.size();
    state.ends.clear();
    const SeriesUid uid = state.header.uid;
    if (isFinal) {
        state.stage = Stage::Done;
        state.known.clear();
        Q_EMIT q->described(described);
        tellOfLostTables(*find(uid));
        return advance();
    }
    if (!described.dataSets.empty())
        Q_EMIT q->described(described);
    if (SeriesState *still = find(uid)) {
        still->silence.end();
        requestMetadata(*still);
    }
}

void StudyLoader::Private::requestMetadata(SeriesState &state)
{
    state.stage = Stage::Metadata;
    state.silence.ask(steadyMs());
    // Images that were described without their tables, or by what came earlier, are described once more.
    const bool isAnew = ask.isAhead(state.header.uid) || lacksTables(state, [](const Error &) { return true; });
    const SeriesRequest request{study, state.header, isAnew ? KnownInstances() : state.known, luts, true};
    archive->fetchSeriesMetadata(study.uid, state.header.uid, ask.soonest(Priority::Interactive), cancel)
        .then(QtFuture::Launch::Sync, [this, box = mail, request](const QFuture<Result<Headers>> &future) {
            box->post([this, request, future] {
                const auto headers = future.constBegin();
                if (headers != future.constEnd() && *headers)
                    noteAnswer();
                describeOnWorker(request, future);
            });
        });
    advance();
}

/// What has its tables, while the others are on their way; null: nothing new.
std::shared_ptr<DescribedSeries> StudyLoader::Private::describeSome(const SeriesRequest &request,
                                                                    const Headers &headers)
{
    SeriesRequest ready = request;
    ready.isFinal = false;
    ready.isWithoutLacking = true;
    auto described = std::make_shared<DescribedSeries>(describeSeries(ready, headers));
    qsizetype images = 0;
    for (const auto &dataSet : described->dataSets)
        images += qsizetype(dataSet->slices.size());
    return images > request.known.size() ? described : nullptr;
}

void StudyLoader::Private::showSome(SeriesRequest request, const QFuture<Result<Headers>> &future,
                                    const QStringList &missing, const std::shared_ptr<DescribedSeries> &some)
{
    if (some) {
        request.known.clear();
        for (const auto &dataSet : some->dataSets)
            for (const auto &slice : dataSet->slices)
                request.known[slice->sop].push_back(slice);
        Q_EMIT q->described(*some);
    }
    fetchMissing(missing, Priority::Interactive, [this, request, future] {
        SeriesRequest more = request;
        more.luts = luts;
        describeOnWorker(more, future);
    });
}

// Thousands of headers are described on a worker and never copied. When tables are missing they are fetched and the
// worker begins again.
void StudyLoader::Private::describeOnWorker(const SeriesRequest &request, const QFuture<Result<Headers>> &future)
{
    // Of a series that is shown none of its images goes while the rest is waited for.
    const SeriesState *state = find(request.series.uid);
    const bool isInParts = state && !state->isShown;
    startWork(workPool(), [this, box = mail, request, future, isInParts] {
        // By reference: takeResult() in a continuation of Qt 6.4 unfinishes the promise, which then continues twice.
        const auto headers = future.constBegin();
        Result<DescriptionPtr> result =
            consilium::fail(ErrorCode::NotFound, u"the archive describes no image of the series"_s);
        if (headers == future.constEnd()) {
            result = consilium::fail(ErrorCode::Cancelled);
        } else if (!*headers) {
            result = consilium::fail(headers->error());
        } else if (!(*headers)->empty()) {
            const QStringList missing = missingLuts(**headers, request.luts);
            if (!missing.isEmpty()) {
                const bool isLong = isInParts && missing.size() > lutsAtOnce;
                const auto some = isLong ? describeSome(request, **headers) : nullptr;
                return box->post([this, request, future, missing, some] { showSome(request, future, missing, some); });
            }
            result = std::make_shared<const Description>(
                Description{describeSeries(request, **headers), emptyTables(**headers, request.luts)});
        }
        box->post([this, uid = request.series.uid, result] { onMetadata(uid, result); });
    });
}

void StudyLoader::Private::onMetadata(const SeriesUid &uid, const Result<DescriptionPtr> &result)
{
    SeriesState *state = find(uid);
    if (!state)
        return;
    qCDebug(logApp) << "series metadata:" << (result ? QString() : errorName(result.error().code));
    if (result) {
        const DescribedSeries &described = (*result)->series;
        state->stage = Stage::Done;
        state->known.clear();
        state->isShown = state->isForTables = false;
        state->emptyTables = (*result)->emptyTables;
        if (described.study && isUnknown(study.patient))
            study.patient = described.study->patient;
        Q_EMIT q->described(described);
        tellOfLostTables(*find(uid));
    } else if (isSilentForLong(state->silence, result.error())) {
        return failForSilence(*state, result.error());
    } else if (state->attempt < retriesFor(result.error())) {
        return tryAgain(*state, result.error());
    } else {
        fail(*state, result.error());
    }
    advance();
}

void StudyLoader::Private::fail(SeriesState &state, const Error &error)
{
    qCWarning(logApp) << "series not described:" << errorName(error.code) << error.detail;
    // All its images are there and say what they lack, or were refused for it and this is told as before.
    if (std::exchange(state.isForTables, false)) {
        state.stage = Stage::Done;
        Q_EMIT q->putOff(archive, error, -1);
        return;
    }
    state.stage = Stage::Failed;
    Q_EMIT q->seriesFailed(state.header.uid, asMissing(error, notGivenSeries));
}

bool StudyLoader::Private::isSilentForLong(Silence &silence, const Error &error) const
{
    return silence.isOver(error, steadyMs(), Silence::longestMs(archive->config().patienceMs));
}

void StudyLoader::Private::noteAnswer()
{
    answeredMs = steadyMs();
    Q_EMIT q->answered(archive);
}

// The other series would each be waited for as long, one after the other. They come with it when the archive is back.
void StudyLoader::Private::failForSilence(SeriesState &state, const Error &error)
{
    const bool isOfAll = answeredMs <= state.silence.sinceMs();
    fail(state, error);
    for (SeriesState &other : series) {
        if (isOfAll && other.stage == Stage::ToComplete) {
            other.stage = Stage::Done;
            other.isForTables = false;
        }
        if (!isOfAll || other.stage != Stage::Listed)
            continue;
        other.isPassedOver = true;
        fail(other, error);
    }
    advance();
}

// While nothing of it is shown it begins with the ends again.
void StudyLoader::Private::tryAgain(SeriesState &state, const Error &error)
{
    const int pauseMs = retryDelayMs(error, ++state.attempt);
    Q_EMIT q->putOff(archive, error, pauseMs);
    later(pauseMs, [this, uid = state.header.uid] {
        if (SeriesState &again = *find(uid); again.known.isEmpty() && !again.isShown)
            begin(again);
        else
            requestMetadata(again);
    });
}

void StudyLoader::Private::describeAnew(SeriesState &state, bool isShown)
{
    state.attempt = 0;
    state.silence.end();
    state.askedAny = state.askedAgain = false;
    state.guessed = {};
    state.isShown = isShown;
    // Those that did not come are asked for again. For the sake of tables alone its own that may come; what the archive
    // says that it does not have, and what others wait for, is left alone.
    if (!state.isForTables)
        luts.removeIf([](const auto &entry) { return entry->isEmpty(); });
    for (const QString &uri : state.isForTables ? state.emptyTables : QStringList())
        if (lostTables.contains(uri))
            luts.remove(uri);
    if (isShown)
        return requestMetadata(state);
    state.known.clear();
    begin(state);
}

StudyLoader::StudyLoader(std::shared_ptr<dicomweb::DicomWebClient> archive, dicom::StudyHeader study, QObject *parent,
                         const AheadAnswersPtr &ahead, Priority urgency)
    : QObject(parent), d(std::make_unique<Private>())
{
    d->q = this;
    d->archive = std::move(archive);
    d->study = std::move(study);
    d->ask = {d->archive, d->study.uid, ahead, urgency};
    // Who listens may close the study: its loader is then deleted later, never between two letters.
    d->mail = std::make_shared<Mail>(this, [](const std::vector<std::function<void()>> &letters) {
        for (const auto &letter : letters)
            letter();
    });
}

StudyLoader::~StudyLoader()
{
    d->mail->close();
    d->cancel.cancel();
    for (const CancelToken &token : d->tableCancels)
        token.cancel();
}

void StudyLoader::start()
{
    d->list();
}

void StudyLoader::prefer(const SeriesUid &series)
{
    d->ask.hurry();
    SeriesState *state = d->find(series);
    if (state && state->stage == Stage::Listed)
        d->begin(*state);
    else if (state && state->stage == Stage::ToComplete)
        d->describeAnew(*state, true);
}

bool StudyLoader::retry(const SeriesUid &series)
{
    SeriesState *state = d->find(series);
    if (state && state->stage == Stage::Done && d->lacksTables(*state, mayComeLater)) {
        state->isForTables = true;
        d->describeAnew(*state, true);
        return false;
    }
    if (!state || state->stage != Stage::Failed)
        return false;
    if (std::exchange(state->isPassedOver, false)) { // it has its turn yet
        state->stage = Stage::Listed;
        d->advance();
    } else {
        d->describeAnew(*state, state->isShown || !state->known.isEmpty());
    }
    return true;
}

void StudyLoader::noteRecovered()
{
    if (std::exchange(d->isAwaitingArchive, false)) {
        d->listAttempt = 0;
        d->listSilence.end();
        d->list();
    }
    askForLostTables([](const Error &error) { return isOutOfReach(&error); });
}

void StudyLoader::askForLostTables(const std::function<bool(const Error &)> &isReason)
{
    for (SeriesState &state : d->series) {
        if (state.stage != Stage::Done || !d->lacksTables(state, isReason))
            continue;
        state.stage = Stage::ToComplete;
        state.isForTables = true;
    }
    d->advance();
}

void StudyLoader::noteSignOfLife()
{
    d->answeredMs = steadyMs();
}

void StudyLoader::describeAgain(const SeriesUid &series, bool isShown)
{
    SeriesState *state = d->find(series);
    if (!state || (state->stage != Stage::Failed && state->stage != Stage::Done))
        return; // it is on its way, or will be
    state->isPassedOver = false;
    d->describeAnew(*state, isShown);
}

bool StudyLoader::isIdle() const
{
    return !d->isListing && std::none_of(d->series.begin(), d->series.end(), [](const SeriesState &s) {
        return s.stage != Stage::Done && s.stage != Stage::Failed;
    });
}

Priority StudyLoader::urgency() const
{
    return d->ask.soonest(Priority::Visible);
}

const std::shared_ptr<dicomweb::DicomWebClient> &StudyLoader::archive() const
{
    return d->archive;
}

} // namespace consilium::app
