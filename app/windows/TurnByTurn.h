#pragma once
#include <QTimer>

#include <deque>
#include <functional>

namespace consilium::app
{

/// Steps that would hold the window up if they were done together: one a turn of the event loop, in their order. What
/// waits is dropped with it. UI thread only.
class TurnByTurn
{
public:
    using Step = std::function<void()>;

    TurnByTurn();
    void add(Step step);  ///< in a later turn, behind those that wait
    void then(Step step); ///< behind those that wait; at once where there are none
    void finish();        ///< all that wait, now
    [[nodiscard]] bool isEmpty() const { return m_steps.empty(); }

private:
    void takeStep();

    std::deque<Step> m_steps;
    QTimer m_next;
};

} // namespace consilium::app
