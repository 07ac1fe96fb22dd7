#include "app/outside/RequestQueue.h"

#include <algorithm>
#include <utility>

namespace consilium::app
{

RequestQueue::RequestQueue(ArchiveSet &archives, QObject *parent) : QObject(parent), m_archives(archives) {}

RequestQueue::~RequestQueue() = default;

bool RequestQueue::add(const StudyRequest &request)
{
    const bool isAsked = (current() && *current() == request) ||
                         std::find(m_waiting.begin(), m_waiting.end(), request) != m_waiting.end();
    if (isAsked)
        return true;
    if (!hasRoom())
        return false;
    m_waiting.push_back(request);
    next();
    return true;
}

const StudyRequest *RequestQueue::current() const
{
    return m_finder ? &m_finder->request() : nullptr;
}

void RequestQueue::hold(bool isHeld)
{
    m_isHeld = isHeld;
    if (isHeld)
        return;
    if (const auto finding = std::exchange(m_kept, std::nullopt))
        take(*finding);
    else if (!m_waiting.empty())
        next();
}

void RequestQueue::next()
{
    if (m_finder || m_isHeld)
        return;
    if (m_waiting.empty()) {
        Q_EMIT emptied();
        return;
    }
    m_finder = std::make_unique<RequestFinder>(m_archives, m_waiting.front());
    m_waiting.pop_front();
    connect(m_finder.get(), &RequestFinder::finished, this, &RequestQueue::take);
    Q_EMIT began();
    m_finder->start();
}

void RequestQueue::take(const RequestFinding &finding)
{
    if (m_isHeld) {
        m_kept = finding;
        return;
    }
    RequestFinder *done = m_finder.release();
    done->disconnect(this); // what archives say later is not asked for any more
    done->deleteLater();    // it is the one that calls
    Q_EMIT answered(done->request(), finding);
    next();
}

} // namespace consilium::app
