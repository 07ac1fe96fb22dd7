#include "app/windows/TurnByTurn.h"

#include <utility>

namespace consilium::app
{

TurnByTurn::TurnByTurn()
{
    m_next.setSingleShot(true);
    m_next.setInterval(0);
    QObject::connect(&m_next, &QTimer::timeout, &m_next, [this] { takeStep(); });
}

void TurnByTurn::add(Step step)
{
    m_steps.push_back(std::move(step));
    m_next.start();
}

void TurnByTurn::then(Step step)
{
    if (isEmpty())
        step();
    else
        add(std::move(step));
}

void TurnByTurn::finish()
{
    while (!isEmpty())
        takeStep();
}

// A step may add others, finish what waits, or run a loop of its own.
void TurnByTurn::takeStep()
{
    if (isEmpty())
        return;
    const Step step = std::move(m_steps.front());
    m_steps.pop_front();
    if (isEmpty())
        m_next.stop();
    else
        m_next.start();
    step();
}

} // namespace consilium::app
