#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>

/// Loops over all samples of a frame, written so that the compiler can turn them into SIMD.
namespace consilium::pixels
{

struct SampleRange {
    int minimum = 0, maximum = 0;
};

/// `count` > 0.
[[nodiscard]] SampleRange rangeOf(const std::uint16_t *samples, std::size_t count);
[[nodiscard]] SampleRange rangeOf(const std::int16_t *samples, std::size_t count);
/// Without samples in [first, last]; nullopt when there are no others.
[[nodiscard]] std::optional<SampleRange> rangeWithout(const std::uint16_t *samples, std::size_t count, int first,
                                                      int last);
[[nodiscard]] std::optional<SampleRange> rangeWithout(const std::int16_t *samples, std::size_t count, int first,
                                                      int last);

/// Where the bits of a sample lie in its word. PS3.5 8.1.1.
struct SampleLayout {
    int shift = 0; ///< HighBit + 1 - BitsStored
    int bits = 16; ///< BitsStored, 1 to 16
    bool isSigned = false;
    /// Whole words, read as signed or not like the samples, that are padding and use bits above the sample: they come
    /// out as they are. None when first > last.
    int paddingFirst = 1, paddingLast = 0;
    [[nodiscard]] bool isPlain16() const { return shift == 0 && bits == 16; }
};

/// Takes samples out of words, in place or not: other bits are dropped, the sign is extended; padding words stay whole.
void unpackSamples(const std::uint16_t *words, std::size_t count, SampleLayout layout, std::uint16_t *out);
void unpackSamples(const std::uint8_t *bytes, std::size_t count, SampleLayout layout, std::uint16_t *out);
/// First pixel in the lowest bit. PS3.5 8.1.1, D.
void unpackBits(const std::uint8_t *bytes, std::size_t count, std::uint16_t *out);
/// High byte first -> this machine's order; `bytes` need not be aligned, and may be `out` itself.
void wordsFromBigEndian(const std::uint8_t *bytes, std::size_t count, std::uint16_t *out);
void wordsFromLittleEndian(const std::uint8_t *bytes, std::size_t count, std::uint16_t *out);

/// Keeps the low 16 bits.
void narrowSamples(const std::int32_t *samples, std::size_t count, std::uint16_t *out);

} // namespace consilium::pixels
