#include "app/bridge/PrefetchOrder.h"

#include <algorithm>

namespace consilium::app
{

PrefetchOrder::PrefetchOrder(int count, int index, int direction)
    : m_count(std::max(0, count)),
      m_index(std::clamp(index, 0, std::max(0, count - 1))),
      m_step(direction < 0 ? -1 : 1),
      m_stride(direction == 0 ? 1 : 3)
{
}

bool PrefetchOrder::hasAhead() const
{
    const int at = m_index + m_step * (m_ahead + 1);
    return at >= 0 && at < m_count;
}

bool PrefetchOrder::hasBehind() const
{
    const int at = m_index - m_step * (m_behind + 1);
    return at >= 0 && at < m_count;
}

std::optional<int> PrefetchOrder::next()
{
    if (m_count == 0)
        return std::nullopt;
    if (m_first) {
        m_first = false;
        return m_index;
    }
    const bool aheadsTurn = m_ahead < (m_behind + 1) * m_stride;
    if (hasAhead() && (aheadsTurn || !hasBehind()))
        return m_index + m_step * ++m_ahead;
    if (hasBehind())
        return m_index - m_step * ++m_behind;
    return std::nullopt;
}

} // namespace consilium::app
