#include "app/bridge/StudyAhead.h"

#include "app/bridge/SeriesDescription.h"
#include "base/Logging.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/pixels/StudyImages.h"

#include <algorithm>
#include <utility>

namespace consilium::app
{

namespace
{

constexpr std::size_t mostStudies = 4;
constexpr int lookMs = 250, mostPriors = 60;
constexpr int mostAttempts = 2; ///< at one question that takes an archive long: each begins from its start

/// Without compression; 0: not known.
std::int64_t frameBytes(const Attributes &header)
{
    const auto of = [&](Tag tag, std::int64_t otherwise) { return header.integer(tag).value_or(otherwise); };
    return of(tags::Rows, 0) * of(tags::Columns, 0) * of(tags::SamplesPerPixel, 1) *
           ((of(tags::BitsAllocated, 16) + 7) / 8);
}

/// Colour clips may be videos, and of these the whole stream comes.
bool mayBeVideo(const Attributes &header)
{
    return header.integer(tags::NumberOfFrames).value_or(1) > 1 &&
           header.integer(tags::SamplesPerPixel).value_or(1) > 1;
}

std::int64_t bytesOf(const AheadAnswers::Series &series)
{
    return (series.whole ? series.whole->frame.bytes.size() : 0) + (series.frame ? series.frame->bytes.size() : 0);
}

} // namespace

StudyAhead::StudyAhead(Surroundings surroundings, Limits limits, QObject *parent)
    : QObject(parent), m_surroundings(std::move(surroundings)), m_limits(limits)
{
    m_look.setInterval(std::min(lookMs, std::max(1, m_limits.restMs)));
    connect(&m_look, &QTimer::timeout, this, &StudyAhead::look);
}

StudyAhead::~StudyAhead()
{
    m_cancel.cancel();
}

void StudyAhead::want(std::vector<Wanted> studies)
{
    std::erase_if(studies, [](const Wanted &one) { return !one.archive || one.study.uid.isEmpty(); });
    studies.resize(std::min(studies.size(), mostStudies));
    const auto isSame = [](const Entry &entry, const Wanted &one) {
        return entry.wanted.archive == one.archive && entry.wanted.study.uid == one.study.uid;
    };
    dropUnused();
    const auto firstPrior =
        std::find_if(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return !entry.priorOf.isEmpty(); });
    if (std::equal(m_entries.begin(), firstPrior, studies.begin(), studies.end(), isSame))
        return;
    pause();
    std::vector<Entry> before = std::exchange(m_entries, {});
    for (Wanted &one : studies) {
        const auto known =
            std::find_if(before.begin(), before.end(), [&](const Entry &entry) { return isSame(entry, one); });
        if (known != before.end()) {
            if (!std::exchange(known->priorOf, {}).isEmpty())
                known->isDone = false; // now more of it is wanted
            m_entries.push_back(std::move(*known));
            before.erase(known); // one study is wanted once
        } else {
            m_entries.emplace_back().wanted = std::move(one);
        }
    }
    // Those stand last. What is compared with an open study may be opened beside it.
    for (Entry &entry : before) {
        const auto isIt = [&](const Entry &other) { return other.wanted.study.uid == entry.priorOf; };
        const bool isOfWanted = std::any_of(m_entries.begin(), m_entries.end(), isIt);
        if (!entry.priorOf.isEmpty() && (isOfWanted || entry.priorOf == m_opened.study))
            m_entries.push_back(std::move(entry));
    }
    if (!isDone())
        m_look.start();
}

void StudyAhead::pause()
{
    m_free.invalidate();
    if (!std::exchange(m_isAsking, false))
        return;
    ++m_ticket;
    m_cancel.cancel();
    m_cancel = CancelToken();
}

AheadAnswersPtr StudyAhead::take(const std::shared_ptr<dicomweb::DicomWebClient> &archive, const StudyUid &study)
{
    pause();
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry &entry) { return entry.wanted.study.uid == study; });
    if (found == m_entries.end())
        return nullptr;
    Entry entry = std::move(*found);
    m_entries.erase(found);
    const bool isUsable = archive && entry.wanted.archive == archive && entry.age.isValid() &&
                          !entry.age.hasExpired(m_limits.mostAgeMs) && !entry.answers->series.isEmpty();
    if (isUsable && entry.priorOf.isEmpty()) // else it was opened beside the one that is read
        m_opened = {archive, study, std::move(entry.stack), entry.age};
    return isUsable ? entry.answers : nullptr;
}

std::optional<dicomweb::EncodedFrame> StudyAhead::takeFrame(const pixels::FrameKey &key, const FrameSource &source)
{
    Stack &stack = m_opened.stack;
    const bool isOfIt = source.archive && source.archive == m_opened.archive && source.study == m_opened.study &&
                        source.series == stack.series;
    if (!isOfIt || !m_opened.age.isValid() || m_opened.age.hasExpired(m_limits.mostAgeMs))
        return std::nullopt;
    const auto found = stack.frames.find(key);
    if (found == stack.frames.end())
        return std::nullopt;
    dicomweb::EncodedFrame frame = std::move(*found);
    stack.frames.erase(found);
    stack.bytes -= frame.bytes.size();
    return frame;
}

void StudyAhead::closed(const StudyUid &study)
{
    if (!study.isEmpty() && study == m_opened.study)
        forgetOpened();
}

void StudyAhead::dropUnused()
{
    const bool isOld = m_opened.age.isValid() && m_opened.age.hasExpired(m_limits.mostAgeMs);
    if (!m_opened.study.isEmpty() && (isOld || !m_surroundings.isOpen(m_opened.study)))
        forgetOpened();
}

void StudyAhead::forgetOpened()
{
    pause(); // what is on its way may be of it
    const StudyUid gone = std::exchange(m_opened, {}).study;
    std::erase_if(m_entries, [&](const Entry &entry) { return entry.priorOf == gone; });
}

std::int64_t StudyAhead::bytes() const
{
    std::int64_t sum = m_opened.stack.bytes;
    for (const Entry &entry : m_entries) {
        sum += entry.stack.bytes;
        for (const AheadAnswers::Series &series : std::as_const(entry.answers->series))
            sum += bytesOf(series);
    }
    return sum;
}

bool StudyAhead::isDone() const
{
    return std::all_of(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return entry.isDone; });
}

StudyAhead::Entry *StudyAhead::current()
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return !entry.isDone; });
    return it != m_entries.end() ? &*it : nullptr;
}

// Looked at now and then: what makes the line free tells nobody.
void StudyAhead::look()
{
    Entry *entry = current();
    if (!entry)
        return m_look.stop();
    if (!m_surroundings.isLineFree())
        return pause();
    if (!m_free.isValid())
        m_free.start();
    if (m_isAsking || !m_free.hasExpired(m_limits.restMs))
        return;
    ask(*entry);
}

// The answer, unless it was given up meanwhile; what is asked next is asked at once.
template<class T, class F>
void StudyAhead::whenDone(Pending<Result<T>> answer, F use)
{
    m_isAsking = true;
    answer.then(this, [this, ticket = m_ticket, use = std::move(use)](const Result<T> &result) {
        Entry *entry = ticket == m_ticket ? current() : nullptr;
        if (!entry)
            return;
        m_isAsking = false;
        use(*entry, result);
        look();
    });
}

void StudyAhead::ask(Entry &entry)
{
    const auto &[archive, study] = entry.wanted;
    if (m_surroundings.isOpen(study.uid)) {
        entry.isDone = true;
        return;
    }
    if (!entry.age.isValid())
        entry.age.start();
    if (!entry.isListed)
        return whenDone(archive->searchSeries(study.uid, Priority::Background, m_cancel),
                        [this](Entry &asked, const Result<Rows> &rows) {
                            if (rows)
                                return takeList(asked, *rows);
                            qCDebug(logApp) << "nothing is fetched ahead:" << errorName(rows.error().code);
                            asked.isDone = true;
                        });
    if (entry.todo.empty()) {
        if (!askStack(entry) && !askPrior(entry))
            entry.isDone = true;
        return;
    }
    const SeriesUid series = entry.todo.front();
    AheadAnswers::Series &answer = entry.answers->series[series];
    if (!answer.found.empty())
        return askPixels(entry, series, answer);
    answer.number = entry.counts.front() > 1 ? 1 : -1; // as StudyLoader asks
    whenDone(archive->searchSomeInstances(study.uid, series, answer.number, answer.number < 0 ? 2 : 1,
                                          Priority::Background, m_cancel),
             [this, series](Entry &asked, const Result<Rows> &rows) {
                 const bool isFound = rows && !rows->empty() && !rows->front().text(tags::SopInstanceUid).isEmpty();
                 if (!isFound) {
                     asked.answers->series.remove(series);
                     return endSeries(asked);
                 }
                 asked.answers->series[series].found = *rows;
             });
}

void StudyAhead::askPixels(Entry &entry, const SeriesUid &series, AheadAnswers::Series &answer)
{
    const auto &[archive, study] = entry.wanted;
    const Attributes &row = answer.found.front();
    const SopInstanceUid sop(row.text(tags::SopInstanceUid));
    const bool isOnly = entry.counts.front() == 1 && answer.found.size() == 1;
    if (isOnly && maybeWholeImage(row) && !refusesObjects(archive->config().id)) {
        if (!hasRoomFor(frameBytes(row)))
            return endSeries(entry);
        auto read = archive->fetchInstance(study.uid, series, sop, Priority::Background, m_cancel);
        m_isAsking = true;
        read.then(this, [this, ticket = m_ticket, series, sop, uid = study.uid,
                         id = archive->config().id](const Result<QByteArray> &file) {
            if (ticket != m_ticket)
                return;
            if (!file)
                noteObjectRefusal(id, file.error());
            // Its pixels are cut out on a worker, as when it is opened.
            whenDone(runPending([file, uid, series, sop]() -> Result<WholeImage> {
                         return file ? readWholeImage(*file, uid, series, sop) : consilium::fail(file.error());
                     }),
                     [this, series](Entry &asked, const Result<WholeImage> &image) {
                         if (image)
                             asked.answers->series[series].whole = *image;
                         endSeries(asked);
                     });
        });
        return;
    }
    if (!answer.header)
        return whenDone(archive->fetchInstanceMetadata(study.uid, series, sop, Priority::Background, m_cancel),
                        [this, series](Entry &asked, const Result<Attributes> &header) {
                            if (!header)
                                return endSeries(asked);
                            asked.answers->series[series].header = *header;
                        });
    if (mayBeVideo(*answer.header) || !hasRoomFor(frameBytes(*answer.header)))
        return endSeries(entry);
    dicomweb::FrameHints hints;
    hints.expectedBytes = frameBytes(*answer.header);
    whenDone(archive->fetchFrame(study.uid, series, sop, 0, Priority::Background, m_cancel, hints),
             [this, series](Entry &asked, const Result<dicomweb::EncodedFrame> &frame) {
                 if (frame)
                     asked.answers->series[series].frame = *frame;
                 endSeries(asked);
             });
}

void StudyAhead::endSeries(Entry &entry)
{
    entry.todo.erase(entry.todo.begin());
    entry.counts.erase(entry.counts.begin());
}

// Of one series that has more than one image, where its first one came: what cannot be had, or has no room, is not
// asked for in hundreds.
bool StudyAhead::askStack(Entry &entry)
{
    Stack &stack = entry.stack;
    if (stack.isDone || !entry.priorOf.isEmpty())
        return false;
    if (!stack.isDescribed)
        return askDescription(entry);
    const dicom::InstancePtr slice = stack.todo.empty() ? nullptr : stack.todo.front();
    if (!slice || !hasRoomFor(slice->pixels.bytesPerFrame())) {
        stack.isDone = true;
        stack.todo.clear();
        return false;
    }
    dicomweb::FrameHints hints;
    hints.expectedBytes = slice->pixels.bytesPerFrame();
    hints.storedSyntax = slice->pixels.transferSyntax;
    const auto &[archive, study] = entry.wanted;
    whenDone(
        archive->fetchFrame(study.uid, stack.series, slice->sop, slice->frame, Priority::Background, m_cancel, hints),
        [key = pixels::keyOf(*slice)](Entry &asked, const Result<dicomweb::EncodedFrame> &frame) {
            Stack &of = asked.stack;
            of.todo.erase(of.todo.begin());
            if (!frame) { // whoever looks at it is told why
                of.todo.clear();
                return;
            }
            of.bytes += frame->bytes.size();
            of.frames.insert(key, *frame);
        });
    return true;
}

const dicom::SeriesHeader *StudyAhead::firstStack(const Entry &entry) const
{
    const auto firsts = describedAhead(entry.wanted.study, entry.listed, *entry.answers);
    const SeriesUid chosen = m_firstChoice ? m_firstChoice(entry.wanted.study, firsts) : SeriesUid();
    const dicom::SeriesHeader *first = nullptr;
    for (const dicom::SeriesHeader &series : entry.listed) {
        const bool hasMore = series.instanceCount != 1 && entry.answers->series.value(series.uid).frame.has_value();
        if (hasMore && (!first || series.uid == chosen))
            first = &series;
    }
    return first;
}

bool StudyAhead::askDescription(Entry &entry)
{
    Stack &stack = entry.stack;
    const dicom::SeriesHeader *first = firstStack(entry);
    const auto answer = first ? entry.answers->series.value(first->uid) : AheadAnswers::Series();
    if (!first || !answer.frame || stack.attempts >= mostAttempts) {
        stack.isDone = true;
        return false;
    }
    ++stack.attempts;
    stack.series = first->uid;
    const pixels::FrameKey known{answer.frame->sop, answer.frame->frame};
    const SeriesRequest request{entry.wanted.study, *first, {}, {}, true};
    m_isAsking = true;
    entry.wanted.archive->fetchSeriesMetadata(request.study.uid, first->uid, Priority::Background, m_cancel)
        .then(this, [this, ticket = m_ticket, request, known](const Result<Rows> &headers) {
            using Slices = std::vector<dicom::InstancePtr>;
            if (ticket != m_ticket)
                return;
            // A long series takes its time to describe.
            whenDone(runPending([headers, request, known]() -> Result<Slices> {
                         return headers ? Result<Slices>(slicesToFetch(describeSeries(request, *headers), known))
                                        : Result<Slices>(consilium::fail(headers.error()));
                     }),
                     [](Entry &asked, const Result<Slices> &slices) {
                         asked.stack.isDescribed = true;
                         if (slices)
                             asked.stack.todo = *slices;
                     });
        });
    return true;
}

// Whom the ID belongs to is for the choice to judge: an archive may list anybody.
bool StudyAhead::askPrior(Entry &entry)
{
    const QString id = entry.wanted.study.patient.id.trimmed();
    const bool isPlain = !id.isEmpty() && !id.contains(u'*') && !id.contains(u'?') && !id.contains(u'\\');
    const bool isOver = entry.isPriorAsked || entry.priorAttempts >= mostAttempts;
    if (isOver || !m_priorChoice || !isPlain || !entry.priorOf.isEmpty())
        return false;
    ++entry.priorAttempts;
    dicomweb::StudyQuery query;
    query.patientId = id;
    query.limit = mostPriors;
    query.withIssuer = true;
    const auto &[archive, study] = entry.wanted;
    m_isAsking = true;
    archive->searchStudies(query, Priority::Background, m_cancel)
        .then(this, [this, ticket = m_ticket, uid = study.uid](const Result<dicomweb::StudyPage> &page) {
            if (ticket != m_ticket)
                return;
            m_isAsking = false;
            takePriors(uid, page ? page->studies : Rows());
            look();
        });
    return true;
}

void StudyAhead::takePriors(const StudyUid &read, const Rows &rows)
{
    const auto entryOf = [this](const StudyUid &study) {
        return std::find_if(m_entries.begin(), m_entries.end(),
                            [&](const Entry &entry) { return entry.wanted.study.uid == study; });
    };
    const auto entry = entryOf(read);
    if (entry == m_entries.end())
        return;
    entry->isPriorAsked = true; // and not again, whatever came of it
    std::vector<dicom::StudyHeader> studies;
    for (const Attributes &row : rows)
        studies.push_back(dicom::describeStudy(row));
    const auto chosen = m_priorChoice(entry->wanted, studies);
    if (!chosen || chosen->uid.isEmpty() || entryOf(chosen->uid) != m_entries.end())
        return;
    Entry prior;
    prior.wanted = {entry->wanted.archive, *chosen};
    prior.priorOf = read;
    m_entries.push_back(std::move(prior));
}

// In the order in which they are described when the study is opened; documents and outlines are not fetched.
void StudyAhead::takeList(Entry &entry, const Rows &rows)
{
    entry.isListed = true;
    std::vector<dicom::SeriesHeader> series;
    for (const Attributes &row : rows) {
        const dicom::SeriesHeader header = dicom::describeSeries(row);
        const QString itsStudy = row.text(tags::StudyInstanceUid);
        const bool isOfStudy = itsStudy.isEmpty() || itsStudy == entry.wanted.study.uid.text();
        if (!header.uid.isEmpty() && isOfStudy && isImageModality(header.modality))
            series.push_back(header);
    }
    std::stable_sort(series.begin(), series.end(),
                     [](const auto &a, const auto &b) { return unsigned(a.number) < unsigned(b.number); });
    for (std::size_t i = 0; i < series.size() && int(i) < m_limits.mostSeries; ++i) {
        entry.todo.push_back(series[i].uid);
        entry.counts.push_back(series[i].instanceCount);
        entry.listed.push_back(series[i]);
    }
}

bool StudyAhead::hasRoomFor(std::int64_t needed) const
{
    return needed > 0 && bytes() + needed <= std::min(m_limits.mostBytes, m_surroundings.roomBytes());
}

} // namespace consilium::app
