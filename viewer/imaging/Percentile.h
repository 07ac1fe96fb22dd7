#pragma once
#include "viewer/session/ViewerState.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

namespace consilium::imaging
{

/// Where a percentile stands among `count` values in ascending order, counted from 0: the first one with more than
/// `share` (0 to 1) of all up to it. `count` must not be 0.
[[nodiscard]] inline std::size_t percentileRank(double share, std::size_t count)
{
    return std::min(count - 1, std::size_t(std::floor(share * double(count))));
}

/// The window whose ends are the percentiles `share` and 1 - `share` of finite values (LINEAR_EXACT, in their unit):
/// those of the whole range where the two are one value, a width of 1 where there is only one. nullopt: there is none.
template<class Value>
[[nodiscard]] std::optional<session::Window> percentileWindow(std::vector<Value> values, double share)
{
    if (values.empty())
        return std::nullopt;
    const auto percentile = [&values](double part) {
        const auto at = values.begin() + std::ptrdiff_t(percentileRank(part, values.size()));
        std::nth_element(values.begin(), at, values.end());
        return double(*at);
    };
    double low = percentile(share), high = percentile(1.0 - share);
    if (!(high > low)) {
        const auto [least, most] = std::minmax_element(values.begin(), values.end());
        low = double(*least);
        high = double(*most);
    }
    return session::Window{(low + high) / 2.0, high > low ? high - low : 1.0, session::VoiFunction::LinearExact};
}

} // namespace consilium::imaging
