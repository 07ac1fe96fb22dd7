#pragma once
#include <optional>

namespace consilium::app
{

/// The order in which the slices of one stack are wanted, each exactly once: the visible one, then its neighbours,
/// three ahead in the direction of scrolling for one behind (without a direction: alternately), then what is left on
/// the longer side.
class PrefetchOrder
{
public:
    PrefetchOrder() = default; ///< of nothing
    /// `index` is brought into [0, count).
    PrefetchOrder(int count, int index, int direction);
    /// The next slice; nullopt after the last.
    [[nodiscard]] std::optional<int> next();

private:
    [[nodiscard]] bool hasAhead() const;
    [[nodiscard]] bool hasBehind() const;

    int m_count = 0, m_index = 0;
    int m_step = 1;                ///< +1 or -1: where "ahead" is
    int m_stride = 1;              ///< slices ahead for one behind
    int m_ahead = 0, m_behind = 0; ///< given so far
    bool m_first = true;
};

} // namespace consilium::app
