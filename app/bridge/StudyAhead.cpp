#include "app/bridge/StudyAhead.h"

#include "app/bridge/SeriesDescription.h"
#include "base/Logging.h"
#include "viewer/dicom/StudyModel.h"

#include <algorithm>
#include <utility>

namespace consilium::app
{

namespace
{

constexpr std::size_t mostStudies = 4;
constexpr int lookMs = 250;

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

AheadAnswers::Series *StudyQuestions::known(const SeriesUid &series, const SopInstanceUid &sop)
{
    if (!m_ahead)
        return nullptr;
    const auto found = m_ahead->series.find(series);
    const bool isIt = found != m_ahead->series.end() && !found->found.empty() &&
                      found->found.front().text(tags::SopInstanceUid) == sop.text();
    return isIt ? &*found : nullptr;
}

Pending<Result<StudyQuestions::Rows>> StudyQuestions::someInstances(const SeriesUid &series, int number, int limit,
                                                                    const CancelToken &cancel)
{
    const bool mayBeKnown = isAhead(series) && !m_named.contains(series);
    const AheadAnswers::Series answer = mayBeKnown ? m_ahead->series.value(series) : AheadAnswers::Series();
    if (answer.number != number || answer.found.empty())
        return m_archive->searchSomeInstances(m_study, series, number, limit, Priority::Visible, cancel);
    m_named.insert(series);
    return readyAnswer(Result<Rows>(answer.found));
}

Pending<Result<Attributes>> StudyQuestions::header(const SeriesUid &series, const SopInstanceUid &sop,
                                                   const CancelToken &cancel)
{
    if (auto *answer = known(series, sop); answer && answer->header)
        return readyAnswer(Result<Attributes>(*std::exchange(answer->header, std::nullopt)));
    return m_archive->fetchInstanceMetadata(m_study, series, sop, Priority::Visible, cancel);
}

std::optional<WholeImage> StudyQuestions::whole(const SeriesUid &series, const SopInstanceUid &sop)
{
    auto *answer = known(series, sop);
    return answer ? std::exchange(answer->whole, std::nullopt) : std::nullopt;
}

std::optional<dicomweb::EncodedFrame> StudyQuestions::frame(const SeriesUid &series, const SopInstanceUid &sop)
{
    auto *answer = known(series, sop);
    return answer ? std::exchange(answer->frame, std::nullopt) : std::nullopt;
}

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
    if (std::equal(m_entries.begin(), m_entries.end(), studies.begin(), studies.end(), isSame))
        return;
    pause();
    std::vector<Entry> before = std::exchange(m_entries, {});
    for (Wanted &one : studies) {
        const auto known =
            std::find_if(before.begin(), before.end(), [&](const Entry &entry) { return isSame(entry, one); });
        if (known != before.end()) {
            m_entries.push_back(std::move(*known));
            before.erase(known); // one study is wanted once
        } else {
            m_entries.emplace_back().wanted = std::move(one);
        }
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
    const Entry entry = std::move(*found);
    m_entries.erase(found);
    const bool isUsable = archive && entry.wanted.archive == archive && entry.age.isValid() &&
                          !entry.age.hasExpired(m_limits.mostAgeMs) && !entry.answers->series.isEmpty();
    return isUsable ? entry.answers : nullptr;
}

std::int64_t StudyAhead::bytes() const
{
    std::int64_t sum = 0;
    for (const Entry &entry : m_entries)
        for (const AheadAnswers::Series &series : std::as_const(entry.answers->series))
            sum += bytesOf(series);
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
        if (!hasRoomFor(row))
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
    if (mayBeVideo(*answer.header) || !hasRoomFor(*answer.header))
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
    entry.isDone = entry.todo.empty();
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
    }
    entry.isDone = entry.todo.empty();
}

bool StudyAhead::hasRoomFor(const Attributes &header) const
{
    const std::int64_t needed = frameBytes(header), held = bytes();
    return needed > 0 && held + needed <= std::min(m_limits.mostBytes, m_surroundings.roomBytes());
}

} // namespace consilium::app
