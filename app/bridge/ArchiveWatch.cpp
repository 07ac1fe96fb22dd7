#include "app/bridge/ArchiveWatch.h"

#include "app/bridge/Inbox.h"
#include "app/bridge/OutOfReach.h"
#include "base/ReachReasons.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

namespace consilium::app
{

namespace
{

constexpr int kLookMs = 1000;
/// An archive that fails again so soon was not well; beyond the time that a question asked when it was back may take.
constexpr int relapseMs = 30'000;
constexpr int firstPauseMs = 2000, longestPauseMs = 60'000;

std::int64_t steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

struct ArchiveWatch::Mail : Inbox<std::function<void()>> {
    using Inbox::Inbox;
};

ArchiveWatch::ArchiveWatch(const StudyTable &table, QObject *parent) : QObject(parent), m_table(table)
{
    m_mail = std::make_shared<Mail>(this, [](const std::vector<std::function<void()>> &letters) {
        for (const auto &letter : letters)
            letter();
    });
    m_timer.setInterval(kLookMs);
    connect(&m_timer, &QTimer::timeout, this, &ArchiveWatch::look);
}

ArchiveWatch::~ArchiveWatch()
{
    m_mail->close();
    m_cancel.cancel();
}

void ArchiveWatch::begin(const StudyUid &study)
{
    m_opening.insert(study);
    keepLooking();
}

void ArchiveWatch::keepLooking()
{
    if (!m_timer.isActive())
        m_timer.start();
}

void ArchiveWatch::noteListed(const StudyUid &study)
{
    if (m_opening.remove(study) && m_states.contains(m_table.archive(study).get()))
        Q_EMIT changed();
}

bool ArchiveWatch::asksToWait(const State &state)
{
    return state.error.code == ErrorCode::TooManyRequests;
}

void ArchiveWatch::noteFailure(const Client &archive, const Error &error, int againMs)
{
    if (!archive || !isOutOfReach(&error))
        return;
    const std::int64_t now = steadyMs();
    State &state = m_states[archive.get()];
    const bool isNew = !state.client;
    if (isNew) {
        state.client = archive;
        state.since = QDateTime::currentMSecsSinceEpoch();
        state.beganMs = state.askedAtMs = now;
        state.notBeforeMs = now + pauseAfterRelapse(archive, now);
    }
    // Of many frames that are put off the one that waits longest says when the archive wants to be asked.
    const std::int64_t again = againMs >= 0 ? now + againMs : -1;
    const bool isSame = !isNew && state.error.code == error.code && isOfProxy(state.error) == isOfProxy(error);
    const bool isThereNoMore = std::exchange(state.hasAnswered, false);
    state.againAtMs = isSame ? std::max(state.againAtMs, again) : again;
    state.error = error;
    if (isNew && state.notBeforeMs > now && !asksToWait(state)) // it may answer all else: then that is soon known
        ask(state);
    keepLooking();
    if (!isSame || isThereNoMore)
        Q_EMIT changed();
}

void ArchiveWatch::noteAnswer(const Client &archive)
{
    const auto found = m_states.find(archive.get());
    if (found == m_states.end() || (asksToWait(found->second) && steadyMs() < found->second.againAtMs))
        return;
    if (steadyMs() >= found->second.notBeforeMs)
        end(archive.get());
    else if (!std::exchange(found->second.hasAnswered, true))
        Q_EMIT changed();
}

// What is asked for whole as soon as anything is answered, fails again, and is asked for again would be hundreds of
// questions a second on a line that lets only short answers through.
int ArchiveWatch::pauseAfterRelapse(const Client &archive, std::int64_t nowMs)
{
    const auto last = m_relapses.find(archive.get());
    if (last == m_relapses.end())
        return 0;
    Relapse &relapse = last->second;
    const std::int64_t longMs = relapseMs + Silence::longestMs(archive->config().patienceMs);
    relapse.pauseMs =
        nowMs - relapse.recoveredMs > longMs ? 0 : std::clamp(relapse.pauseMs * 2, firstPauseMs, longestPauseMs);
    return relapse.pauseMs;
}

void ArchiveWatch::end(const dicomweb::DicomWebClient *client)
{
    const auto found = m_states.find(client);
    if (found == m_states.end())
        return;
    const Client archive = found->second.client;
    m_states.erase(found);
    Relapse &relapse = m_relapses[client];
    relapse.client = archive;
    relapse.recoveredMs = steadyMs();
    for (auto missing = m_missing.begin(); missing != m_missing.end(); ++missing)
        if (m_table.archive(missing.key()) == archive)
            missing->isToAsk = missing->isToAsk || !missing->inDoubt.isEmpty();
    Q_EMIT changed();
    Q_EMIT recovered(archive);
}

std::optional<ArchiveWatch::Trouble> ArchiveWatch::troubleOf(const StudyUid &study) const
{
    const auto found = m_states.find(m_table.archive(study).get());
    if (found == m_states.end())
        return std::nullopt;
    const State &state = found->second;
    if (state.hasAnswered && !asksToWait(state))
        return std::nullopt;
    const std::int64_t now = steadyMs();
    const std::int64_t againAtMs =
        state.notBeforeMs > now ? std::max(state.againAtMs, state.notBeforeMs) : state.againAtMs;
    const bool isLong = againAtMs - state.beganMs > quietMs;
    if (now - state.beganMs < quietMs && !isLong)
        return std::nullopt;
    return Trouble{state.client->config().name, state.error, state.since,
                   againAtMs < 0 ? -1 : int(std::max<std::int64_t>(0, againAtMs - now)), m_opening.contains(study)};
}

std::optional<StudyUid> ArchiveWatch::studyOf(const Client &client) const
{
    for (const StudyUid &study : m_table.studies())
        if (m_table.archive(study) == client)
            return study;
    return std::nullopt;
}

// What a question waits for inside the network nobody else is told.
bool ArchiveWatch::lookIntoQueues()
{
    std::set<Client> clients;
    for (const StudyUid &study : m_table.studies())
        if (const Client client = m_table.archive(study))
            clients.insert(client);
    for (const Client &client : clients)
        if (const auto wait = client->waitingFor())
            noteFailure(client, *wait, wait->retryAfterMs);
    return !clients.empty();
}

void ArchiveWatch::look()
{
    if (!lookIntoQueues())
        m_timer.stop();
    lookForMissing();
    m_opening.removeIf([this](const StudyUid &study) { return !m_table.contains(study); });
    std::erase_if(m_relapses, [this](const auto &relapse) { return !studyOf(relapse.second.client); });
    if (m_states.empty())
        return;
    std::vector<const dicomweb::DicomWebClient *> over;
    const std::int64_t now = steadyMs();
    for (auto state = m_states.begin(); state != m_states.end();) {
        if (!studyOf(state->second.client)) {
            state = m_states.erase(state); // nobody reads anything of it any more
            continue;
        }
        // What it asked to wait for is asked again by those who wait; if it fails it will say so again.
        constexpr int graceMs = 10'000;
        const bool hasWaited =
            asksToWait(state->second) && now > std::max(state->second.againAtMs, state->second.beganMs) + graceMs;
        if (hasWaited || (state->second.hasAnswered && now >= state->second.notBeforeMs))
            over.push_back(state->first);
        else if (!asksToWait(state->second) && now - state->second.askedAtMs >= askMs)
            ask(state->second);
        ++state;
    }
    Q_EMIT changed();
    for (const auto *client : over)
        end(client);
}

void ArchiveWatch::askNow()
{
    for (auto &[client, state] : m_states) {
        state.notBeforeMs = 0; // a person wants it
        if (!asksToWait(state))
            ask(state);
    }
}

// A small question about a study that is open there; any answer will do, also one that says no.
void ArchiveWatch::ask(State &state)
{
    const auto study = studyOf(state.client);
    if (state.isAsking || !study)
        return;
    state.isAsking = true;
    state.client->searchSeries(*study, Priority::Background, m_cancel)
        .then(QtFuture::Launch::Sync,
              [this, client = state.client, mail = m_mail](const Result<std::vector<Attributes>> &answer) {
                  const Result<void> what = answer ? Result<void>() : Result<void>(fail(answer.error()));
                  mail->post([this, client, what] {
                      if (const auto asked = m_states.find(client.get()); asked != m_states.end()) {
                          asked->second.isAsking = false;
                          asked->second.askedAtMs = steadyMs();
                      }
                      if (!what && isOutOfReach(&what.error()))
                          noteFailure(client, what.error());
                      else
                          noteAnswer(client);
                  });
              });
}

void ArchiveWatch::noteMissing(const StudyUid &study, const SeriesUid &series, const Error &error)
{
    if (error.code != ErrorCode::NotFound || !m_table.archive(study))
        return;
    const bool isFirst = !m_missing.contains(study);
    Missing &missing = m_missing[study];
    missing.isToAsk = true;
    missing.inDoubt.insert(series);
    missing.retried.remove(series);
    keepLooking();
    if (isFirst)
        askWhatIsLeft(study);
}

void ArchiveWatch::forgetMissing(const StudyUid &study, const QSet<SeriesUid> &series)
{
    const auto found = m_missing.find(study);
    if (found == m_missing.end())
        return;
    const auto before = goneOf(study);
    found->gone -= series;
    found->inDoubt -= series;
    found->retried += series;
    found->isToAsk = true;
    if (found->gone.isEmpty() && found->inDoubt.isEmpty())
        m_missing.erase(found);
    if (goneOf(study) != before)
        Q_EMIT changed();
}

std::optional<ArchiveWatch::Gone> ArchiveWatch::goneOf(const StudyUid &study) const
{
    const auto found = m_missing.constFind(study);
    const Client client = m_table.archive(study);
    if (!client || found == m_missing.cend() || found->gone.isEmpty())
        return std::nullopt;
    const dicom::StudyHeader header = m_table.study(study);
    const bool isWhole = found->isWhole && found->gone == seriesOf(study);
    return Gone{client->config().name, header.date, header.time, isWhole ? 0 : int(found->gone.size())};
}

// Hundreds of images that are gone are one question, and those that go later one more.
void ArchiveWatch::lookForMissing()
{
    m_missing.removeIf([this](const auto &entry) { return !m_table.contains(entry.key()); });
    for (const StudyUid &study : m_missing.keys())
        if (m_missing.value(study).isToAsk && !m_missing.value(study).isAsking)
            askWhatIsLeft(study);
}

void ArchiveWatch::askWhatIsLeft(const StudyUid &study)
{
    const Client client = m_table.archive(study);
    if (!client)
        return;
    m_missing[study].isAsking = true;
    m_missing[study].isToAsk = false;
    client->searchSeries(study, Priority::Interactive, m_cancel)
        .then(QtFuture::Launch::Sync,
              [this, study, client, mail = m_mail](const Result<std::vector<Attributes>> &rows) {
                  mail->post([this, study, client, rows] {
                      if (m_missing.contains(study) && m_table.archive(study) == client)
                          takeWhatIsLeft(study, rows);
                  });
              });
}

// Only an answer counts: what cannot be asked may still be there. It is asked when the archive is back.
void ArchiveWatch::takeWhatIsLeft(const StudyUid &study, const Result<std::vector<Attributes>> &rows)
{
    Missing &missing = m_missing[study];
    missing.isAsking = false;
    if (!rows && rows.error().code != ErrorCode::NotFound)
        return noteFailure(m_table.archive(study), rows.error());
    const auto before = goneOf(study);
    QSet<SeriesUid> listed;
    for (const Attributes &row : rows ? *rows : std::vector<Attributes>())
        listed.insert(SeriesUid(row.text(tags::SeriesInstanceUid)));
    missing.isWhole = listed.isEmpty();
    missing.gone = seriesOf(study) - listed - missing.retried;
    const QSet<SeriesUid> doubted = std::exchange(missing.inDoubt, {});
    if (goneOf(study) != before)
        Q_EMIT changed();
    for (const SeriesUid &series : doubted) {
        if (listed.contains(series))
            askWhichObjects(study, series);
        else
            Q_EMIT answeredMissing(study, series, std::nullopt);
    }
}

void ArchiveWatch::askWhichObjects(const StudyUid &study, const SeriesUid &series)
{
    const Client client = m_table.archive(study);
    if (!client)
        return;
    client->searchInstances(study, series, Priority::Interactive, m_cancel)
        .then(QtFuture::Launch::Sync,
              [this, study, series, client, mail = m_mail](const Result<std::vector<Attributes>> &rows) {
                  mail->post([this, study, series, client, rows] {
                      if (m_missing.contains(study) && m_table.archive(study) == client)
                          takeObjects(study, series, rows);
                  });
              });
}

// A list that it does not give says nothing of what would be in it.
void ArchiveWatch::takeObjects(const StudyUid &study, const SeriesUid &series,
                               const Result<std::vector<Attributes>> &rows)
{
    if (!rows) {
        if (isOutOfReach(&rows.error()))
            m_missing[study].inDoubt.insert(series);
        return noteFailure(m_table.archive(study), rows.error());
    }
    QSet<SopInstanceUid> listed;
    for (const Attributes &row : *rows)
        listed.insert(SopInstanceUid(row.text(tags::SopInstanceUid)));
    Q_EMIT answeredMissing(study, series, listed);
}

QSet<SeriesUid> ArchiveWatch::seriesOf(const StudyUid &study) const
{
    QSet<SeriesUid> all;
    for (const auto &dataSet : m_table.dataSets(study))
        all += m_table.seriesIn(dataSet->id);
    return all;
}

} // namespace consilium::app
