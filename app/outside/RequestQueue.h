#pragma once
#include "app/outside/RequestFinder.h"
#include "base/Clock.h"

#include <QObject>

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace consilium::app
{

/// Requests that are not answered yet. Some are looked for at once; they are answered in the order in which they came,
/// each with an answer of its own, but for one that is silent: it holds the others for a few seconds, and is answered
/// when it is. None takes another one's place.
class RequestQueue : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t Most = 12;  ///< that wait behind the first
    static constexpr std::size_t AtOnce = 4; ///< that are looked for; beside them those that are silent
    static constexpr int patienceMs = 3000;  ///< after which one that is looked for counts as silent

    explicit RequestQueue(ArchiveSet &archives, QObject *parent = nullptr);
    ~RequestQueue() override; ///< cancels

    /// Begins with it at once where there is room for that. `cameAtMs`: since 1970, when it was asked for. False: there
    /// is no room. What is asked for already, a link that was clicked twice say, is answered once.
    bool add(const StudyRequest &request, TimeMs cameAtMs);
    [[nodiscard]] bool hasRoom() const { return m_entries.size() <= Most; }
    [[nodiscard]] bool isAsked(const StudyRequest &request) const; ///< and not answered yet
    [[nodiscard]] bool isRunning() const { return !m_entries.empty(); }
    /// Those that archives are asked for and have not told of yet, in their order; where that is none the first.
    [[nodiscard]] std::vector<StudyRequest> lookedFor() const;
    [[nodiscard]] int count() const { return int(m_entries.size()); } ///< that are not answered yet
    /// Those of them that were passed over: a later one was answered before them.
    [[nodiscard]] bool hasOvertaken() const;
    [[nodiscard]] std::vector<TimeMs> arrivals() const; ///< when each came that is not answered yet; since 1970
    /// While it is held nothing is answered and nothing begun; what is being looked for goes on.
    void hold(bool isHeld);

Q_SIGNALS:
    void began();
    /// `isOvertaken`: a later one has been answered before it.
    void answered(const consilium::app::StudyRequest &request, const consilium::app::RequestFinding &finding,
                  bool isOvertaken);
    void caughtUp(); ///< after an answer: what is left, if anything, was passed over
    void emptied();  ///< after the last answer

private:
    struct Entry {
        int number = 0;
        StudyRequest request;
        TimeMs cameAtMs = 0;
        std::unique_ptr<RequestFinder> finder; ///< while it is looked for
        std::optional<RequestFinding> finding;
        bool isSilent = false;
        bool isOvertaken = false;
    };
    void proceed();
    bool answerNext();
    bool beginNext();
    void take(int number, const RequestFinding &finding);
    void setSilent(int number);
    Entry *find(int number);

    ArchiveSet &m_archives;
    std::deque<Entry> m_entries; ///< in the order in which they came
    int m_lastNumber = 0;
    bool m_isHeld = false;
    bool m_isProceeding = false;
};

} // namespace consilium::app
