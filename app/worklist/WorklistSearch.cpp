#include "app/worklist/WorklistSearch.h"

#include <algorithm>

namespace consilium::app
{

WorklistSearch::WorklistSearch(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_slowTimer.setSingleShot(true);
    m_slowTimer.setInterval(SlowMs);
    connect(&m_slowTimer, &QTimer::timeout, this, &WorklistSearch::markSlow);
}

WorklistSearch::~WorklistSearch()
{
    m_cancel.cancel();
}

void WorklistSearch::setSources(std::vector<std::shared_ptr<StudySource>> sources)
{
    cancel();
    std::vector<Entry> entries;
    for (auto &source : sources) {
        Entry fresh;
        if (const Entry *known = entry(source->id()); known && known->source == source)
            fresh.state = known->state;
        fresh.state.id = source->id();
        fresh.state.name = source->name();
        if (fresh.state.status == SourceState::Status::Asking)
            fresh.state.status = SourceState::Status::Unknown;
        fresh.source = std::move(source);
        entries.push_back(std::move(fresh));
    }
    m_entries = std::move(entries);
}

std::shared_ptr<StudySource> WorklistSearch::source(const ArchiveId &id) const
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &e) { return e.state.id == id; });
    return it != m_entries.end() ? it->source : nullptr;
}

WorklistSearch::Entry *WorklistSearch::entry(const ArchiveId &id)
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &e) { return e.state.id == id; });
    return it != m_entries.end() ? &*it : nullptr;
}

void WorklistSearch::start(const WorklistFilter &filter, const QDate &today)
{
    cancel();
    m_queries = queries(filter, today, PageSize);
    m_rows.clear();
    Q_EMIT started();
    ++m_running; // an answer that is there at once must not end the search before all have been asked
    for (Entry &entry : m_entries) {
        entry.seen.clear();
        entry.asked.clear();
        entry.state.found = 0;
        if (filter.archive.isEmpty() || filter.archive == entry.state.id)
            begin(entry);
    }
    endAsking();
}

void WorklistSearch::endAsking()
{
    if (--m_running > 0)
        m_slowTimer.start();
    else
        Q_EMIT finished();
}

void WorklistSearch::begin(Entry &entry)
{
    entry.asked.clear();
    for (const auto &query : m_queries)
        entry.asked.push_back(Asked{query});
    for (std::size_t i = 0; i < entry.asked.size(); ++i)
        ask(entry, i);
}

void WorklistSearch::retry(const ArchiveId &archive)
{
    Entry *failed = entry(archive);
    if (!failed || failed->state.status != SourceState::Status::Failed)
        return;
    // Rows this archive gave before it failed are on the screen already: `seen` stays.
    ++m_running;
    begin(*failed);
    endAsking();
}

void WorklistSearch::loadMore()
{
    if (isRunning())
        return;
    ++m_running;
    for (Entry &entry : m_entries) {
        for (std::size_t i = 0; i < entry.asked.size(); ++i) {
            if (!entry.asked[i].more)
                continue;
            entry.asked[i].query.offset += entry.asked[i].query.limit;
            ask(entry, i);
        }
    }
    endAsking();
}

void WorklistSearch::cancel()
{
    m_cancel.cancel();
    m_cancel = CancelToken();
    m_running = 0;
    m_slowTimer.stop();
    for (Entry &entry : m_entries)
        for (Asked &asked : entry.asked)
            asked.running = false;
}

bool WorklistSearch::hasMore() const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [](const Entry &e) {
        return std::any_of(e.asked.begin(), e.asked.end(), [](const Asked &a) { return a.more; });
    });
}

std::vector<SourceState> WorklistSearch::sources() const
{
    std::vector<SourceState> states;
    for (const Entry &entry : m_entries)
        states.push_back(entry.state);
    return states;
}

void WorklistSearch::ask(Entry &entry, std::size_t index)
{
    Asked &asked = entry.asked[index];
    asked.running = true;
    asked.more = false;
    ++m_running;
    entry.askedAtNs = m_clock.steadyNs();
    entry.state.status = SourceState::Status::Asking;
    entry.state.slow = false;
    const ArchiveId id = entry.state.id;
    const CancelToken cancel = m_cancel;
    entry.source->searchStudies(asked.query, cancel)
        .then(this, [this, id, index, cancel](const Result<dicomweb::StudyPage> &page) {
            if (!cancel.isCancelled()) // else a newer search has taken over
                take(id, index, page);
        });
    Q_EMIT sourceChanged(id);
}

void WorklistSearch::take(const ArchiveId &archive, std::size_t index, const Result<dicomweb::StudyPage> &page)
{
    Entry *answered = entry(archive);
    if (!answered || index >= answered->asked.size() || !answered->asked[index].running)
        return;
    answered->asked[index].running = false;
    --m_running;
    SourceState &state = answered->state;
    state.roundTripMs = int((m_clock.steadyNs() - answered->askedAtNs) / 1'000'000);
    std::vector<WorklistRow> rows;
    if (page) {
        answered->asked[index].more = page->mayHaveMore;
        for (const Attributes &attributes : page->studies) {
            dicom::StudyHeader study = dicom::describeStudy(attributes);
            if (study.uid.isEmpty() || answered->seen.contains(study.uid.text()))
                continue; // a row without a UID cannot be opened
            answered->seen.insert(study.uid.text());
            rows.push_back({std::move(study), archive, state.name});
        }
        state.found += int(rows.size());
        // One query of several that failed is not hidden by another that succeeded.
        if (state.status == SourceState::Status::Asking) {
            state.status = SourceState::Status::Answered;
            state.slow = state.roundTripMs >= SlowMs;
            state.since = 0;
        }
    } else {
        state.status = SourceState::Status::Failed;
        state.error = page.error();
        if (state.since == 0)
            state.since = m_clock.nowMs();
    }
    m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    if (!rows.empty())
        Q_EMIT rowsArrived(rows);
    Q_EMIT sourceChanged(archive);
    if (m_running == 0) {
        m_slowTimer.stop();
        Q_EMIT finished();
    }
}

void WorklistSearch::markSlow()
{
    for (Entry &entry : m_entries) {
        if (entry.state.status != SourceState::Status::Asking)
            continue;
        entry.state.slow = true;
        entry.state.roundTripMs = int((m_clock.steadyNs() - entry.askedAtNs) / 1'000'000);
        Q_EMIT sourceChanged(entry.state.id);
    }
    if (isRunning())
        m_slowTimer.start();
}

} // namespace consilium::app
