#include "viewer/pixels/FrameCodecs.h"
#include "viewer/pixels/SampleLoops.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace consilium::pixels
{

namespace
{

/// Where the samples lie, and which whole words are padding (PS3.3 C.7.5.1.1.2) because the value cannot be held by the
/// stored bits: one end of the range at most lies among the samples, and is found there by whoever looks at them.
/// Only where the samples fill the low bits: elsewhere a whole word is not written like a value.
SampleLayout layoutOf(const dicom::PixelDescription &description)
{
    SampleLayout layout{description.highBit + 1 - description.bitsStored, description.bitsStored, description.isSigned};
    if (!description.paddingValue || layout.shift != 0 || layout.bits >= description.bitsAllocated)
        return layout;
    const int low = layout.isSigned ? -(1 << (layout.bits - 1)) : 0;
    const int high = low + (1 << layout.bits) - 1;
    const int one = *description.paddingValue, other = description.paddingLimit.value_or(one);
    const int first = std::min(one, other), last = std::max(one, other);
    if (last > high) {
        layout.paddingFirst = std::max(first, high + 1);
        layout.paddingLast = last;
    } else if (first < low) {
        layout.paddingFirst = first;
        layout.paddingLast = std::min(last, low - 1);
    }
    return layout;
}

std::uint16_t *words(DecodedFrame &frame)
{
    return reinterpret_cast<std::uint16_t *>(frame.bytes.data());
}

SampleRange rangeOfFirst(const DecodedFrame &frame, std::size_t count)
{
    return frame.type == SampleType::S16 ? rangeOf(frame.s16(), count) : rangeOf(frame.u16(), count);
}

/// What is missing takes the smallest value that is there: it then changes neither the range nor a window made from it.
void fillRest(DecodedFrame &frame, std::size_t there, std::size_t all)
{
    if (there == all)
        return;
    frame.damaged = true;
    std::fill(words(frame) + there, words(frame) + all, std::uint16_t(rangeOfFirst(frame, there).minimum));
}

template<class Word>
double wideSample(const std::uint8_t *from, bool bigEndian)
{
    std::array<std::uint8_t, sizeof(Word)> bytes;
    std::memcpy(bytes.data(), from, sizeof(Word));
    if (bigEndian != (std::endian::native == std::endian::big))
        std::reverse(bytes.begin(), bytes.end());
    return double(std::bit_cast<Word>(bytes));
}

/// Integers that do not fill their words: other bits are dropped, the sign is extended.
double narrowInteger(const dicom::PixelDescription &description, double word)
{
    const int shift = description.highBit + 1 - description.bitsStored, unused = 32 - description.bitsStored;
    const auto bits = std::uint32_t(std::int64_t(word)) >> shift << unused;
    return description.isSigned ? double(std::int32_t(bits) >> unused) : double(bits >> unused);
}

/// Samples of 32 bits, and floats of 32 and 64.
Result<void> decodeWide(const dicom::PixelDescription &description, Bytes encoded, bool bigEndian, DecodedFrame &frame)
{
    const std::size_t width = std::size_t(description.bitsAllocated) / 8, pixels = pixelCount(description);
    const std::size_t there = std::min(encoded.size() / width, pixels);
    if (there == 0)
        return fail(ErrorCode::PixelsDamaged, QStringLiteral("less than one sample"));
    auto *const out = reinterpret_cast<double *>(frame.bytes.data());
    const auto sampleOf = width == 8             ? &wideSample<double>
                          : description.isFloat  ? &wideSample<float>
                          : description.isSigned ? &wideSample<std::int32_t>
                                                 : &wideSample<std::uint32_t>;
    for (std::size_t i = 0; i < there; ++i)
        out[i] = sampleOf(encoded.data() + i * width, bigEndian);
    if (!description.isFloat && description.bitsStored < 32)
        std::transform(out, out + there, out, [&](double word) { return narrowInteger(description, word); });
    frame.damaged = there < pixels;
    std::fill(out + there, out + pixels, std::numeric_limits<double>::quiet_NaN()); // no value, so none of the range
    return {};
}

void measureWide(const dicom::PixelDescription &description, DecodedFrame &frame)
{
    constexpr double none = std::numeric_limits<double>::infinity();
    double low = none, high = -none, shownLow = none, shownHigh = -none;
    const double one = description.paddingValue.value_or(1), other = description.paddingLimit.value_or(int(one));
    const double *const samples = frame.f64();
    for (std::size_t i = 0; i < pixelCount(description); ++i) {
        const double value = samples[i];
        if (!std::isfinite(value))
            continue;
        low = std::min(low, value);
        high = std::max(high, value);
        if (description.paddingValue && value >= std::min(one, other) && value <= std::max(one, other))
            continue;
        shownLow = std::min(shownLow, value);
        shownHigh = std::max(shownHigh, value);
    }
    if (low > high)
        low = high = 0.0;
    frame.lowest = low;
    frame.highest = high;
    frame.shownLowest = shownLow > shownHigh ? low : shownLow;
    frame.shownHighest = shownLow > shownHigh ? high : shownHigh;
}

/// Overlay planes that lie in bits of the words.
template<class Word>
void takeOverlayBits(const dicom::PixelDescription &description, const Word *from, std::size_t count,
                     DecodedFrame &frame)
{
    for (const int bit : description.overlayBits) {
        QByteArray plane(qsizetype((pixelCount(description) + 7) / 8), '\0');
        for (std::size_t i = 0; i < count; ++i)
            if (from[i] >> bit & 1)
                plane[qsizetype(i / 8)] = char(plane[qsizetype(i / 8)] | 1 << (i % 8));
        frame.overlays.push_back(std::move(plane));
    }
}

} // namespace

void takeGreyWords(const dicom::PixelDescription &description, const std::uint16_t *from, std::size_t count,
                   DecodedFrame &frame)
{
    const SampleLayout layout = layoutOf(description);
    if (!layout.isPlain16())
        unpackSamples(from, count, layout, words(frame));
    else if (from != words(frame))
        std::copy(from, from + count, words(frame));
    fillRest(frame, count, pixelCount(description));
}

void measureRange(const dicom::PixelDescription &description, DecodedFrame &frame)
{
    if (frame.type == SampleType::F64)
        return measureWide(description, frame);
    if (frame.type == SampleType::Rgb8) {
        frame.minimum = frame.shownMinimum = 0;
        frame.maximum = frame.shownMaximum = 255;
        return;
    }
    const std::size_t count = std::size_t(frame.rows) * std::size_t(frame.columns);
    const SampleRange all = rangeOfFirst(frame, count);
    frame.minimum = frame.shownMinimum = all.minimum;
    frame.maximum = frame.shownMaximum = all.maximum;
    if (!description.paddingValue)
        return;
    const int one = *description.paddingValue, other = description.paddingLimit.value_or(one);
    const int first = std::min(one, other), last = std::max(one, other);
    if (last < all.minimum || first > all.maximum)
        return;
    const auto shown = frame.type == SampleType::S16 ? rangeWithout(frame.s16(), count, first, last)
                                                     : rangeWithout(frame.u16(), count, first, last);
    if (shown) {
        frame.shownMinimum = shown->minimum;
        frame.shownMaximum = shown->maximum;
    }
}

Result<void> decodeNative(const dicom::PixelDescription &description, Bytes encoded, bool bigEndian,
                          DecodedFrame &frame)
{
    if (encoded.empty())
        return fail(ErrorCode::PixelsDamaged, QStringLiteral("no bytes"));
    if (frame.type == SampleType::Rgb8) {
        frame.damaged = !takeColourBytes(description, encoded, bigEndian, frame);
        return {};
    }
    if (frame.type == SampleType::F64)
        return decodeWide(description, encoded, bigEndian, frame);
    const std::size_t pixels = pixelCount(description);
    if (description.bitsAllocated == 16) {
        const std::size_t there = std::min(encoded.size() / 2, pixels);
        if (there == 0)
            return fail(ErrorCode::PixelsDamaged, QStringLiteral("less than one sample"));
        if (bigEndian)
            wordsFromBigEndian(encoded.data(), there, words(frame));
        else
            wordsFromLittleEndian(encoded.data(), there, words(frame));
        takeOverlayBits(description, words(frame), there, frame);
        takeGreyWords(description, words(frame), there, frame);
    } else if (description.bitsAllocated == 8) {
        const std::size_t there = std::min(encoded.size(), pixels);
        takeOverlayBits(description, encoded.data(), there, frame);
        unpackSamples(encoded.data(), there, layoutOf(description), words(frame));
        fillRest(frame, there, pixels);
    } else {
        const std::size_t there = std::min(encoded.size() * 8, pixels);
        unpackBits(encoded.data(), there, words(frame));
        fillRest(frame, there, pixels);
    }
    return {};
}

} // namespace consilium::pixels
