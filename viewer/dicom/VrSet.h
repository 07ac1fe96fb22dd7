#pragma once
#include "base/Attributes.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace consilium::dicom
{

/// A set of value representations (PS3.5 table 6.2-1), asked for every element of every header that is read.
class VrSet
{
public:
    /// `names`: two capital letters each, one name behind the other.
    constexpr explicit VrSet(std::string_view names)
    {
        for (std::size_t i = 0; i + 1 < names.size(); i += 2)
            m_second[std::size_t(names[i] - 'A')] |= 1U << unsigned(names[i + 1] - 'A');
    }
    [[nodiscard]] constexpr bool contains(Vr vr) const
    {
        return isLetter(vr[0]) && isLetter(vr[1]) && (m_second[std::size_t(vr[0] - 'A')] >> unsigned(vr[1] - 'A')) & 1U;
    }

private:
    static constexpr bool isLetter(char c) { return c >= 'A' && c <= 'Z'; }
    std::array<std::uint32_t, 26> m_second{}; ///< a bit for each second letter, by the first one
};

} // namespace consilium::dicom
