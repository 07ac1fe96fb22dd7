#include "viewer/pixels/FrameCodecs.h"
#include "viewer/pixels/SampleLoops.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace consilium::pixels
{

namespace
{

constexpr std::size_t headerSize = 64; ///< 16 numbers of 4 bytes
constexpr std::size_t mostSegments = 15;

std::uint32_t numberAt(Bytes bytes, std::size_t offset)
{
    return std::uint32_t(bytes[offset]) | std::uint32_t(bytes[offset + 1]) << 8 |
           std::uint32_t(bytes[offset + 2]) << 16 | std::uint32_t(bytes[offset + 3]) << 24;
}

/// PackBits of PS3.5 G.3 into out[0], out[step], ..., at most `count` bytes. Returns how many it gave.
std::size_t unpackSegment(Bytes segment, std::uint8_t *out, std::size_t step, std::size_t count)
{
    std::size_t done = 0, at = 0;
    while (done < count && at < segment.size()) {
        const std::uint8_t code = segment[at++];
        if (code < 128) {
            const std::size_t run = std::min({std::size_t(code) + 1, segment.size() - at, count - done});
            for (std::size_t i = 0; i < run; ++i)
                out[(done + i) * step] = segment[at + i];
            done += run;
            at += run;
        } else if (code > 128) {
            if (at == segment.size())
                break;
            const std::uint8_t value = segment[at++];
            const std::size_t run = std::min(std::size_t(257 - code), count - done);
            for (std::size_t i = 0; i < run; ++i)
                out[(done + i) * step] = value;
            done += run;
        }
    }
    return done;
}

/// The segments of a frame. Those whose place makes no sense are empty.
std::array<Bytes, mostSegments> segmentsOf(Bytes encoded, std::size_t count)
{
    std::array<Bytes, mostSegments> segments;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t from = numberAt(encoded, 4 + 4 * i);
        std::size_t to = i + 1 < count ? numberAt(encoded, 8 + 4 * i) : encoded.size();
        to = std::min(to, encoded.size());
        if (from >= headerSize && from < to)
            segments[i] = encoded.subspan(from, to - from);
    }
    return segments;
}

} // namespace

Result<std::size_t> unpackRle(const dicom::PixelDescription &description, Bytes encoded, std::span<std::uint8_t> plain)
{
    if (encoded.size() <= headerSize)
        return fail(ErrorCode::PixelsDamaged, QStringLiteral("RLE header cut short"));
    const std::size_t bytesPerSample = std::size_t(description.bitsAllocated) / 8;
    const std::size_t expected = bytesPerSample * std::size_t(description.samplesPerPixel);
    if (expected == 0)
        return fail(ErrorCode::UnsupportedImage, QStringLiteral("RLE with 1 bit per sample"));
    if (numberAt(encoded, 0) != expected)
        return fail(ErrorCode::PixelsDamaged,
                    QStringLiteral("RLE has %1 segments instead of %2").arg(numberAt(encoded, 0)).arg(expected));
    const auto segments = segmentsOf(encoded, expected);
    const std::size_t pixels = pixelCount(description);
    std::size_t complete = pixels; // pixels of which every byte is there
    for (std::size_t i = 0; i < expected; ++i) {
        // One segment for each byte of each sample, the highest byte first; kept little endian, pixel by pixel.
        const std::size_t offset = i / bytesPerSample * bytesPerSample + (bytesPerSample - 1 - i % bytesPerSample);
        complete = std::min(complete, unpackSegment(segments[i], plain.data() + offset, expected, pixels));
    }
    if (complete == 0)
        return fail(ErrorCode::PixelsDamaged, QStringLiteral("RLE segments are empty"));
    return complete;
}

Result<void> decodeRle(const dicom::PixelDescription &description, Bytes encoded, DecodedFrame &frame)
{
    const std::size_t bytesPerPixel =
        std::size_t(description.bitsAllocated) / 8 * std::size_t(description.samplesPerPixel);
    std::vector<std::uint8_t> plain(pixelCount(description) * bytesPerPixel);
    const auto complete = unpackRle(description, encoded, plain);
    if (!complete)
        return fail(complete.error());
    dicom::PixelDescription interleaved = description;
    interleaved.planar = false;
    return decodeNative(interleaved, Bytes(plain).first(*complete * bytesPerPixel), false, frame);
}

} // namespace consilium::pixels
