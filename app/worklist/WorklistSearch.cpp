#include "app/worklist/WorklistSearch.h"

#include "viewer/dicom/TextRepair.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace consilium::app
{

namespace
{

bool isNameRepaired(const Attributes &written)
{
    const std::optional<Attributes> repaired = dicom::repairedTexts(written);
    return repaired && repaired->text(tags::PatientName) != written.text(tags::PatientName);
}

// Whether a whole list of `part` names all that one of `filter` would.
bool holds(const ListedPart &part, const WorklistFilter &filter, const QDate &today)
{
    const auto [from, to] = part.filter.days(part.today);
    const auto [first, last] = filter.days(today);
    if ((from.isValid() && !(first.isValid() && first >= from)) || (to.isValid() && !(last.isValid() && last <= to)))
        return false;
    const QStringList &listed = part.filter.modalities;
    const auto isListed = [&](const QString &modality) { return listed.contains(modality); };
    if (!listed.isEmpty() &&
        (filter.modalities.isEmpty() || !std::all_of(filter.modalities.begin(), filter.modalities.end(), isListed)))
        return false;
    WorklistFilter wanted, asked; // their further fields alone
    wanted.further = filter.further;
    asked.further = part.filter.further;
    return asked == wanted || asked == WorklistFilter();
}

} // namespace

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
        if (Entry *known = entry(source->id()); known && known->source == source)
            fresh = std::move(*known);
        fresh.state.id = source->id();
        fresh.state.name = source->name();
        if (fresh.state.status == SourceState::Status::Asking)
            fresh.state.status = SourceState::Status::Unknown;
        fresh.source = std::move(source);
        entries.push_back(std::move(fresh));
    }
    std::vector<ArchiveId> gone; // with another address it is another archive
    for (const Entry &old : m_entries)
        if (old.source)
            gone.push_back(old.state.id);
    m_entries = std::move(entries);
    m_hasList = false;
    for (const ArchiveId &archive : gone) {
        eraseRows([&](const WorklistRow &row) { return row.archive == archive; });
        Q_EMIT rowsLeft(archive, {});
    }
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

void WorklistSearch::start(const WorklistFilter &filter, const QDate &today, bool anew)
{
    cancel();
    WorklistFilter sameText = filter;
    sameText.text = m_filter.text;
    sameText.institution = m_filter.institution; // no archive is asked for it
    sameText.only = m_filter.only;
    const bool hasText = !filter.text.isEmpty() || filter.text != m_filter.text;
    const bool onlyText = !anew && m_hasList && hasText && today == m_today && sameText == m_filter;
    const bool isSame = m_wasStarted && today == m_today && sameText == m_filter && filter.text == m_filter.text;
    m_filter = filter;
    m_today = today;
    m_wasStarted = true;
    if (!onlyText && !isSame)
        forgetList();
    else if (hasText)
        forgetFoundByText();
    ++m_running; // an answer that is there at once must not end the search before all have been asked
    for (Entry &entry : m_entries) {
        forgetText(entry);
        entry.again = entry.again || (!onlyText && isSame);
        if (!filter.archive.isEmpty() && filter.archive != entry.state.id)
            continue;
        if (entry.state.isOutOfDate() && !onlyText && !isSame)
            showKnown(entry);
        begin(entry);
    }
    endAsking();
}

void WorklistSearch::forgetList()
{
    for (Entry &entry : m_entries) {
        entry.listed.clear();
        entry.hasListed = entry.again = false;
        entry.asked.clear();
        entry.state.found = 0;
    }
    m_hasList = false;
    eraseRows([](const WorklistRow &) { return true; });
    Q_EMIT started();
}

void WorklistSearch::forgetFoundByText()
{
    eraseRows([](const WorklistRow &row) { return !row.isListed; });
    for (WorklistRow &row : m_rows)
        row.answersText = false;
    Q_EMIT textSearchBegan();
}

// What the archive has listed in this run and would, as far as is known, list now.
std::vector<WorklistRow> WorklistSearch::knownRows(Entry &entry) const
{
    std::vector<WorklistRow> rows;
    for (const auto &[uid, row] : entry.known) {
        if (entry.listed.contains(uid) || !mayAnswer(m_filter, m_today, row.study, row.bodyPart))
            continue;
        entry.listed.insert(uid);
        rows.push_back(row);
        rows.back().isListed = true;
        rows.back().answersText = rows.back().cameWithRefresh = false;
    }
    return rows;
}

// An archive that was away a moment ago may take long to say that it still is.
void WorklistSearch::showKnown(Entry &entry)
{
    const std::vector<WorklistRow> rows = knownRows(entry);
    if (rows.empty())
        return;
    entry.again = true;
    keep(rows);
    Q_EMIT rowsArrived(rows);
}

WorklistFilter WorklistSearch::listFilter() const
{
    WorklistFilter list = m_filter;
    list.text.clear();
    list.institution.clear();
    list.only.clear();
    list.readState.clear();
    list.archive = ArchiveId();
    list.onlyNames = false;
    return list;
}

// What a whole list does not name any more was deleted there.
void WorklistSearch::learn(Entry &entry, const Asked &asked, const std::vector<WorklistRow> &rows)
{
    for (const WorklistRow &row : rows)
        entry.known.insert_or_assign(row.study.uid.text(), row);
    if (asked.isText)
        return;
    ListedPart part{listFilter(), m_today, !asked.more, m_clock.nowMs()};
    if (part.isWhole && asked.unreadable == 0)
        std::erase_if(entry.known, [&](const auto &known) {
            return !entry.listed.contains(known.first) &&
                   mayAnswer(part.filter, m_today, known.second.study, known.second.bodyPart);
        });
    std::erase_if(entry.parts, [&](const ListedPart &old) {
        return part.isWhole ? holds(part, old.filter, old.today) : old.filter == part.filter && old.today == m_today;
    });
    entry.parts.insert(entry.parts.begin(), std::move(part));
}

void WorklistSearch::forgetText(Entry &entry)
{
    entry.byText.clear();
    std::erase_if(entry.asked, [](const Asked &asked) { return asked.isText; });
}

void WorklistSearch::refresh()
{
    if (isRunning() || !m_hasList)
        return;
    m_refreshing = true;
    ++m_running;
    for (Entry &entry : m_entries)
        for (std::size_t i = 0; i < entry.asked.size(); ++i)
            ask(entry, i);
    endAsking();
}

void WorklistSearch::endAsking()
{
    if (--m_running > 0)
        m_slowTimer.start();
    else
        end();
}

void WorklistSearch::end()
{
    m_slowTimer.stop();
    m_hasList = true;
    m_refreshing = m_looking = false;
    Q_EMIT finished();
}

// The list where it is not there yet or may be out of date, then what the text finds.
void WorklistSearch::begin(Entry &entry)
{
    const std::size_t first = entry.again ? 0 : entry.asked.size();
    WorklistFilter list = m_filter;
    list.text.clear();
    if (entry.asked.empty())
        for (const auto &query : queries(list, m_today, PageSize))
            entry.asked.push_back(Asked{query, false});
    if (!m_filter.text.trimmed().isEmpty())
        for (const auto &query : queries(m_filter, m_today, PageSize))
            entry.asked.push_back(Asked{query, true});
    for (std::size_t i = first; i < entry.asked.size(); ++i)
        ask(entry, i);
}

void WorklistSearch::retry(const ArchiveId &archive)
{
    Entry *failed = entry(archive);
    if (!failed || failed->state.status != SourceState::Status::Failed)
        return;
    // Rows this archive gave before it failed are on the screen already: they stay until it answers.
    if (m_refreshing)
        cancel();
    ++m_running;
    failed->again = true;
    forgetText(*failed);
    begin(*failed);
    endAsking();
}

void WorklistSearch::loadMore()
{
    if (isRefreshing())
        cancel();
    if (isRunning())
        return;
    ++m_running;
    for (Entry &entry : m_entries) {
        for (std::size_t i = 0; i < entry.asked.size(); ++i) {
            if (entry.asked[i].more && isShown(entry.asked[i]))
                askFurther(entry, i);
        }
    }
    endAsking();
}

void WorklistSearch::lookOn()
{
    if (isRefreshing())
        cancel();
    if (isRunning() || !hasMoreListed())
        return;
    m_looking = true;
    ++m_running;
    for (Entry &entry : m_entries) {
        entry.lookLeft = LookPages;
        for (std::size_t i = 0; i < entry.asked.size(); ++i)
            goOnLooking(entry.state.id, i);
    }
    endAsking();
}

// The next page of a list, where there is one and lookOn() may load it.
void WorklistSearch::goOnLooking(const ArchiveId &archive, std::size_t index)
{
    Entry *looked = entry(archive);
    if (!m_looking || !looked || index >= looked->asked.size() || looked->lookLeft == 0)
        return;
    const Asked &asked = looked->asked[index];
    if (asked.isText || !asked.more || asked.running)
        return;
    --looked->lookLeft;
    askFurther(*looked, index);
}

void WorklistSearch::stopLooking()
{
    if (!m_looking)
        return;
    cancel();
    Q_EMIT finished();
}

void WorklistSearch::askFurther(Entry &entry, std::size_t index)
{
    Asked &asked = entry.asked[index];
    asked.query.offset += asked.query.limit;
    asked.isFurther = true;
    ask(entry, index);
}

// A page that did not come is still to come.
void WorklistSearch::giveBack(Asked &asked)
{
    if (!asked.isFurther)
        return;
    asked.query.offset -= asked.query.limit;
    asked.more = true;
    asked.isFurther = false;
}

void WorklistSearch::cancel()
{
    m_cancel.cancel();
    m_cancel = CancelToken();
    m_running = 0;
    m_refreshing = m_looking = false;
    m_slowTimer.stop();
    for (Entry &entry : m_entries) {
        if (entry.state.status == SourceState::Status::Asking)
            entry.state.status = SourceState::Status::Unknown;
        for (Asked &asked : entry.asked) {
            asked.running = false;
            giveBack(asked);
        }
    }
}

bool WorklistSearch::hasMore() const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [this](const Entry &e) {
        return std::any_of(e.asked.begin(), e.asked.end(), [this](const Asked &a) { return a.more && isShown(a); });
    });
}

bool WorklistSearch::hasMoreListed() const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [](const Entry &e) {
        return std::any_of(e.asked.begin(), e.asked.end(),
                           [](const Asked &a) { return !a.isText && (a.more || a.isFurther); });
    });
}

qsizetype WorklistSearch::listedCount() const
{
    qsizetype count = 0;
    for (const Entry &entry : m_entries)
        count += entry.listed.size();
    return count;
}

double WorklistSearch::lookedShare() const
{
    int left = 0;
    for (const Entry &entry : m_entries)
        if (std::any_of(entry.asked.begin(), entry.asked.end(),
                        [](const Asked &a) { return !a.isText && (a.more || a.isFurther); }))
            left = std::max(left, entry.lookLeft);
    return 1.0 - double(left) / LookPages;
}

std::vector<SourceState> WorklistSearch::sources() const
{
    std::vector<SourceState> states;
    for (const Entry &entry : m_entries) {
        int inList = 0, byText = 0; // the same entry may be among both
        for (const Asked &asked : entry.asked)
            (asked.isText ? byText : inList) += asked.unreadable;
        states.push_back(entry.state);
        SourceState &state = states.back();
        state.unreadable = std::max(inList, byText);
        const bool isWanted = m_filter.archive.isEmpty() || m_filter.archive == state.id;
        if (!state.isOutOfDate() || !isWanted || entry.parts.empty())
            continue;
        const WorklistFilter wanted = listFilter();
        const auto whole = std::find_if(entry.parts.begin(), entry.parts.end(), [&](const ListedPart &part) {
            return part.isWhole && holds(part, wanted, m_today);
        });
        state.isIncomplete = whole == entry.parts.end();
        if (state.isIncomplete)
            state.parts = entry.parts;
        else
            state.answeredAt = whole->at;
    }
    return states;
}

void WorklistSearch::ask(Entry &entry, std::size_t index)
{
    const bool isFirst = std::none_of(entry.asked.begin(), entry.asked.end(), [](const Asked &a) { return a.running; });
    if (isFirst)
        entry.hasFailed = false;
    Asked &asked = entry.asked[index];
    asked.running = true;
    ++m_running;
    entry.askedAtNs = m_clock.steadyNs();
    dicomweb::StudyQuery query = asked.query;
    if (replaces(entry)) { // all pages that are there, at once
        query.limit = isCut(entry, asked) ? RefreshRows : query.limit + query.offset;
        query.offset = 0;
    }
    if (!m_refreshing && !(m_looking && asked.isFurther)) { // else how the archive is stays on the screen meanwhile
        asked.more = false;
        entry.state.status = SourceState::Status::Asking;
        entry.state.slow = false;
    }
    const ArchiveId id = entry.state.id;
    const CancelToken cancel = m_cancel;
    entry.source->searchStudies(query, cancel)
        .then(this, [this, id, index, cancel](const Result<dicomweb::StudyPage> &page) {
            if (!cancel.isCancelled()) // else a newer search has taken over
                take(id, index, page);
        });
    Q_EMIT sourceChanged(id);
}

// A refresh every minute is not to fetch thousands of studies that were looked through once.
bool WorklistSearch::isCut(const Entry &entry, const Asked &asked) const
{
    return m_refreshing && !entry.again && asked.query.offset + asked.query.limit > RefreshRows;
}

std::vector<WorklistRow> WorklistSearch::rowsOf(Entry &entry, bool isText, const dicomweb::StudyPage &page)
{
    std::vector<WorklistRow> rows;
    for (const Attributes &attributes : page.studies) {
        dicom::StudyHeader study = dicom::describeStudy(attributes);
        const QString uid = study.uid.text();
        const bool isKnown = entry.listed.contains(uid) || entry.byText.contains(uid);
        QSet<QString> &found = isText ? entry.byText : entry.listed;
        if (uid.isEmpty() || (!replaces(entry) && found.contains(uid)))
            continue; // a row without a UID cannot be opened
        found.insert(uid);
        rows.push_back({std::move(study), entry.state.id, entry.state.name, attributes.text(tags::BodyPartExamined),
                        entry.listed.contains(uid), isText, replaces(entry) && entry.hasListed && !isKnown,
                        urgencyOf(attributes), isNameRepaired(attributes)});
        entry.state.found += isKnown ? 0 : 1;
    }
    return rows;
}

void WorklistSearch::keep(const std::vector<WorklistRow> &rows)
{
    for (const WorklistRow &row : rows) {
        const auto [it, isNew] = m_places.try_emplace({row.archive, row.study.uid}, m_rows.size());
        if (isNew) {
            m_rows.push_back(row);
            continue;
        }
        WorklistRow &old = m_rows[it->second];
        const bool answersText = old.answersText || row.answersText;
        old = row;
        old.answersText = answersText;
    }
}

void WorklistSearch::eraseRows(const std::function<bool(const WorklistRow &)> &gone)
{
    std::erase_if(m_rows, gone);
    m_places.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_places.emplace(std::pair(m_rows[i].archive, m_rows[i].study.uid), i);
}

void WorklistSearch::take(const ArchiveId &archive, std::size_t index, const Result<dicomweb::StudyPage> &page)
{
    Entry *answered = entry(archive);
    if (!answered || index >= answered->asked.size() || !answered->asked[index].running)
        return;
    Asked &asked = answered->asked[index];
    asked.running = false;
    --m_running;
    SourceState &state = answered->state;
    state.roundTripMs = int((m_clock.steadyNs() - answered->askedAtNs) / 1'000'000);
    const bool isText = asked.isText;
    std::vector<WorklistRow> rows;
    if (page) {
        if (!isCut(*answered, asked) ||
            !page->mayHaveMore) // else it says nothing of what lies beyond all that is there
            asked.more = page->mayHaveMore;
        const int before = isCut(*answered, asked) || (asked.isFurther && !replaces(*answered)) ? asked.unreadable : 0;
        asked.unreadable = isCut(*answered, asked) ? std::max(before, page->unreadable) : before + page->unreadable;
        asked.isFurther = false;
        // A silent refresh does not know what lies beyond the pages that it asked for.
        if (!isText && replaces(*answered) && (answered->again || !page->mayHaveMore))
            replaceList(*answered, *page);
        rows = rowsOf(*answered, isText, *page);
        if (!isText) {
            answered->hasListed = true;
            answered->again = false;
            state.answeredAt = m_clock.nowMs();
        }
        learn(*answered, asked, rows);
        // One query of several that failed is not hidden by another that succeeded.
        if (!answered->hasFailed) {
            state.status = SourceState::Status::Answered;
            state.slow = state.roundTripMs >= SlowMs;
            state.since = 0;
        }
    } else {
        giveBack(asked);
        takeFailure(*answered, isText, page.error());
        if (!isText)
            rows = knownRows(*answered);
    }
    keep(rows);
    if (!rows.empty())
        Q_EMIT rowsArrived(rows);
    Q_EMIT sourceChanged(archive);
    if (page)
        goOnLooking(archive, index);
    if (m_running == 0)
        end();
}

void WorklistSearch::takeFailure(Entry &entry, bool isText, const Error &error)
{
    entry.hasFailed = true;
    entry.again = entry.again || !isText;
    entry.state.status = SourceState::Status::Failed;
    entry.state.error = error;
    if (entry.state.since == 0)
        entry.state.since = m_clock.nowMs();
}

// What the archive does not list any more goes.
void WorklistSearch::replaceList(Entry &entry, const dicomweb::StudyPage &page)
{
    QSet<QString> left;
    for (const Attributes &attributes : page.studies)
        left.insert(attributes.text(tags::StudyInstanceUid));
    entry.listed.intersect(left);
    const ArchiveId archive = entry.state.id;
    eraseRows([&](const WorklistRow &row) {
        return row.archive == archive && row.isListed && !left.contains(row.study.uid.text());
    });
    Q_EMIT rowsLeft(archive, left);
}

const WorklistRow &WorklistSearch::nearest(const MergedStudy &study) const
{
    const auto stateOf = [this](const WorklistRow &row) {
        const auto it =
            std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &e) { return e.state.id == row.archive; });
        return it != m_entries.end() ? &it->state : nullptr;
    };
    const auto rank = [&](const WorklistRow &row) {
        const SourceState *state = stateOf(row);
        const bool answers = state && state->status != SourceState::Status::Failed;
        const int trip = state && state->roundTripMs >= 0 ? state->roundTripMs : std::numeric_limits<int>::max();
        return std::tuple(state ? (answers ? 0 : 1) : 2, -row.study.instanceCount, trip);
    };
    return *std::min_element(study.places.begin(), study.places.end(),
                             [&](const WorklistRow &a, const WorklistRow &b) { return rank(a) < rank(b); });
}

void WorklistSearch::markSlow()
{
    for (Entry &entry : m_entries) {
        if (entry.state.status != SourceState::Status::Asking)
            continue;
        entry.state.slow = true;
        entry.state.roundTripMs = int((m_clock.steadyNs() - entry.askedAtNs) / 1'000'000);
        entry.state.error = entry.source->waitingFor().value_or(Error{}); // overloaded: the strip says so
        Q_EMIT sourceChanged(entry.state.id);
    }
    if (isRunning())
        m_slowTimer.start();
}

} // namespace consilium::app
