#include "app/outside/RequestQueue.h"

#include <QScopedValueRollback>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace consilium::app
{

RequestQueue::RequestQueue(ArchiveSet &archives, QObject *parent) : QObject(parent), m_archives(archives) {}

RequestQueue::~RequestQueue() = default;

bool RequestQueue::add(const StudyRequest &request, TimeMs cameAtMs)
{
    if (isAsked(request))
        return true;
    if (!hasRoom())
        return false;
    Entry entry;
    entry.number = ++m_lastNumber;
    entry.request = request;
    entry.cameAtMs = cameAtMs;
    m_entries.push_back(std::move(entry));
    proceed();
    return true;
}

bool RequestQueue::isAsked(const StudyRequest &request) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry &e) { return e.request == request; });
}

std::vector<StudyRequest> RequestQueue::lookedFor() const
{
    std::vector<StudyRequest> requests;
    for (const Entry &entry : m_entries)
        if (entry.finder)
            requests.push_back(entry.request);
    if (requests.empty() && !m_entries.empty())
        requests.push_back(m_entries.front().request);
    return requests;
}

bool RequestQueue::hasOvertaken() const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [](const Entry &e) { return e.isOvertaken; });
}

std::vector<TimeMs> RequestQueue::arrivals() const
{
    std::vector<TimeMs> all;
    for (const Entry &entry : m_entries)
        all.push_back(entry.cameAtMs);
    return all;
}

void RequestQueue::hold(bool isHeld)
{
    m_isHeld = isHeld;
    proceed();
}

// An answer is told by a signal, and a finder without an archive answers while it starts: both may come back here.
void RequestQueue::proceed()
{
    if (m_isProceeding)
        return;
    const QScopedValueRollback running(m_isProceeding, true);
    while (!m_isHeld && (answerNext() || beginNext())) {
    }
}

bool RequestQueue::answerNext()
{
    auto next = m_entries.begin();
    while (next != m_entries.end() && !next->finding && next->isSilent)
        ++next;
    if (next == m_entries.end() || !next->finding)
        return false;
    const Entry entry = std::move(*next);
    std::for_each(m_entries.begin(), next, [](Entry &passed) { passed.isOvertaken = true; });
    m_entries.erase(next);
    if (entry.finding)
        Q_EMIT answered(entry.request, *entry.finding, entry.isOvertaken);
    if (std::all_of(m_entries.begin(), m_entries.end(), [](const Entry &e) { return e.isOvertaken; }))
        Q_EMIT caughtUp();
    if (m_entries.empty())
        Q_EMIT emptied();
    return true;
}

bool RequestQueue::beginNext()
{
    const auto running =
        std::count_if(m_entries.begin(), m_entries.end(), [](const Entry &e) { return e.finder && !e.isSilent; });
    const auto next =
        std::find_if(m_entries.begin(), m_entries.end(), [](const Entry &e) { return !e.finder && !e.finding; });
    if (std::size_t(running) >= AtOnce || next == m_entries.end())
        return false;
    const int number = next->number;
    next->finder = std::make_unique<RequestFinder>(m_archives, next->request);
    RequestFinder *finder = next->finder.get();
    connect(finder, &RequestFinder::finished, this,
            [this, number](const RequestFinding &finding) { take(number, finding); });
    QTimer::singleShot(patienceMs, this, [this, number] { setSilent(number); });
    Q_EMIT began();
    finder->start();
    return true;
}

RequestQueue::Entry *RequestQueue::find(int number)
{
    const auto it =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &e) { return e.number == number; });
    return it != m_entries.end() ? &*it : nullptr;
}

void RequestQueue::take(int number, const RequestFinding &finding)
{
    Entry *entry = find(number);
    if (!entry || !entry->finder)
        return;
    entry->finding = finding;
    RequestFinder *done = entry->finder.release();
    done->disconnect(this); // what archives say later is not asked for any more
    done->deleteLater();    // it is the one that calls
    proceed();
}

void RequestQueue::setSilent(int number)
{
    Entry *entry = find(number);
    if (!entry || !entry->finder)
        return;
    entry->isSilent = true;
    proceed();
}

} // namespace consilium::app
