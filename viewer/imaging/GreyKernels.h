#pragma once
#include <cstddef>
#include <cstdint>

/// Inner loops of GreyTable in SIMD, compiled for several instruction sets and chosen at run time.
namespace consilium::imaging::kernels
{

/// level = (sample - origin) * gain + bias, cut off to 0..255 and to an integer; exclusive-or `flip` (0 or 255);
/// samples in [paddingFirst, paddingLast], both within 20 bits, become 0 (none when paddingFirst > paddingLast). Single
/// precision: whether that gives the exact table is proved by the caller with this same function.
struct Ramp {
    std::int32_t origin = 0;
    float gain = 0.0f, bias = 0.0f;
    std::int32_t flip = 0;
    std::int32_t paddingFirst = 1, paddingLast = 0;
};

void applyRamp(const Ramp &ramp, const std::uint16_t *samples, std::size_t count, std::uint8_t *out);
void applyRamp(const Ramp &ramp, const std::int16_t *samples, std::size_t count, std::uint8_t *out);

/// Bytes that a table has behind its 65,536 levels: four are read at a time.
inline constexpr std::size_t tableMargin = 3;
/// level = table[sample], by the sample's 16 bits. `table`: 65,536 levels and tableMargin bytes.
void applyTable(const std::uint8_t *table, const std::uint16_t *samples, std::size_t count, std::uint8_t *out);

} // namespace consilium::imaging::kernels
