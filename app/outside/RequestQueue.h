#pragma once
#include "app/outside/RequestFinder.h"

#include <QObject>

#include <deque>
#include <memory>
#include <optional>

namespace consilium::app
{

/// Requests that come while another one is looked for: worked off in their order, each with an answer of its own. None
/// takes another one's place.
class RequestQueue : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t Most = 12; ///< that wait behind the one that is looked for

    explicit RequestQueue(ArchiveSet &archives, QObject *parent = nullptr);
    ~RequestQueue() override; ///< cancels

    /// Begins with it at once where nothing is looked for. False: there is no room. What is asked for already, a link
    /// that was clicked twice say, is answered once.
    bool add(const StudyRequest &request);
    [[nodiscard]] bool hasRoom() const { return m_waiting.size() < Most; }
    [[nodiscard]] bool isRunning() const { return m_finder || !m_waiting.empty(); }
    [[nodiscard]] const StudyRequest *current() const; ///< that is looked for; null: none
    [[nodiscard]] int waiting() const { return int(m_waiting.size()); }
    /// While it is held nothing is answered and nothing begun; what is being looked for goes on.
    void hold(bool isHeld);

Q_SIGNALS:
    void began();
    void answered(const consilium::app::StudyRequest &request, const consilium::app::RequestFinding &finding);
    void emptied(); ///< after the last answer

private:
    void next();
    void take(const RequestFinding &finding);

    ArchiveSet &m_archives;
    std::deque<StudyRequest> m_waiting;
    std::unique_ptr<RequestFinder> m_finder;
    std::optional<RequestFinding> m_kept; ///< found while it was held
    bool m_isHeld = false;
};

} // namespace consilium::app
