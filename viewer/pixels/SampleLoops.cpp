#include "viewer/pixels/SampleLoops.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <type_traits>

namespace consilium::pixels
{

namespace
{

template<class Sample>
SampleRange plainRange(const Sample *samples, std::size_t count)
{
    Sample low = samples[0], high = samples[0];
    for (std::size_t i = 1; i < count; ++i) {
        low = std::min(low, samples[i]);
        high = std::max(high, samples[i]);
    }
    return {low, high};
}

template<class Sample>
std::optional<SampleRange> restrictedRange(const Sample *samples, std::size_t count, int first, int last)
{
    int low = 1 << 20, high = -(1 << 20);
    for (std::size_t i = 0; i < count; ++i) {
        const int value = samples[i];
        const bool left = value >= first && value <= last;
        low = std::min(low, left ? 1 << 20 : value);
        high = std::max(high, left ? -(1 << 20) : value);
    }
    if (low > high)
        return std::nullopt;
    return SampleRange{low, high};
}

template<class Word>
void unpack(const Word *words, std::size_t count, SampleLayout layout, std::uint16_t *out)
{
    const unsigned mask = (1u << layout.bits) - 1u;
    const unsigned sign = layout.isSigned ? 1u << (layout.bits - 1) : 0u;
    const int shift = layout.shift;
    for (std::size_t i = 0; i < count; ++i)
        out[i] = std::uint16_t((((unsigned(words[i]) >> shift) & mask) ^ sign) - sign);
}

/// The same where some words are padding as a whole. `Whole` is Word with the sign of the samples.
template<class Whole, class Word>
void unpackBesidePadding(const Word *words, std::size_t count, SampleLayout layout, std::uint16_t *out)
{
    const unsigned mask = (1u << layout.bits) - 1u;
    const unsigned sign = layout.isSigned ? 1u << (layout.bits - 1) : 0u;
    const int shift = layout.shift, first = layout.paddingFirst, last = layout.paddingLast;
    for (std::size_t i = 0; i < count; ++i) {
        const auto whole = int(Whole(words[i])); // the sign of the whole word counts here
        const auto sample = std::uint16_t((((unsigned(words[i]) >> shift) & mask) ^ sign) - sign);
        out[i] = whole >= first && whole <= last ? std::uint16_t(whole) : sample;
    }
}

template<class Word>
void unpackAny(const Word *words, std::size_t count, SampleLayout layout, std::uint16_t *out)
{
    if (layout.paddingFirst > layout.paddingLast)
        unpack(words, count, layout, out);
    else if (layout.isSigned)
        unpackBesidePadding<std::make_signed_t<Word>>(words, count, layout, out);
    else
        unpackBesidePadding<Word>(words, count, layout, out);
}

std::uint16_t swapped(std::uint16_t word)
{
    return std::uint16_t(word << 8 | word >> 8);
}

void copyWords(const std::uint8_t *bytes, std::size_t count, bool swap, std::uint16_t *out)
{
    if (bytes != reinterpret_cast<const std::uint8_t *>(out))
        std::memcpy(out, bytes, count * sizeof(std::uint16_t));
    if (swap) {
        for (std::size_t i = 0; i < count; ++i)
            out[i] = swapped(out[i]);
    }
}

} // namespace

SampleRange rangeOf(const std::uint16_t *samples, std::size_t count)
{
    return plainRange(samples, count);
}

SampleRange rangeOf(const std::int16_t *samples, std::size_t count)
{
    return plainRange(samples, count);
}

std::optional<SampleRange> rangeWithout(const std::uint16_t *samples, std::size_t count, int first, int last)
{
    return restrictedRange(samples, count, first, last);
}

std::optional<SampleRange> rangeWithout(const std::int16_t *samples, std::size_t count, int first, int last)
{
    return restrictedRange(samples, count, first, last);
}

void unpackSamples(const std::uint16_t *words, std::size_t count, SampleLayout layout, std::uint16_t *out)
{
    unpackAny(words, count, layout, out);
}

void unpackSamples(const std::uint8_t *bytes, std::size_t count, SampleLayout layout, std::uint16_t *out)
{
    unpackAny(bytes, count, layout, out);
}

void unpackBits(const std::uint8_t *bytes, std::size_t count, std::uint16_t *out)
{
    for (std::size_t i = 0; i < count; ++i)
        out[i] = (bytes[i / 8] >> (i % 8)) & 1u;
}

void wordsFromBigEndian(const std::uint8_t *bytes, std::size_t count, std::uint16_t *out)
{
    copyWords(bytes, count, std::endian::native == std::endian::little, out);
}

void wordsFromLittleEndian(const std::uint8_t *bytes, std::size_t count, std::uint16_t *out)
{
    copyWords(bytes, count, std::endian::native == std::endian::big, out);
}

void narrowSamples(const std::int32_t *samples, std::size_t count, std::uint16_t *out)
{
    for (std::size_t i = 0; i < count; ++i)
        out[i] = std::uint16_t(samples[i]);
}

} // namespace consilium::pixels
