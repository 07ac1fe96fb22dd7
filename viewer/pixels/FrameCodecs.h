#pragma once
#include "base/Result.h"
#include "viewer/dicom/PixelDescription.h"
#include "viewer/pixels/DecodedFrame.h"

#include <QByteArray>

#include <span>

/// The decoders that need no library, and what all decoders share. Each fills a frame whose size and type are set and
/// whose bytes are there already (makeFrame); none trusts a size that the encoded bytes claim. Errors as decodeFrame().
namespace consilium::pixels
{

using Bytes = std::span<const std::uint8_t>;

/// A frame of the description's size, samples 0; in `place` where there is room for it. Errors: UnsupportedImage with
/// the reason, OutOfMemory.
[[nodiscard]] Result<DecodedFrame> makeFrame(const dicom::PixelDescription &description,
                                             std::span<std::uint8_t> place = {});
/// The same for a frame of which at most `there` bytes of its native ones can be had: PixelsDamaged, before any memory
/// is taken, where a large frame would be made of hardly anything.
[[nodiscard]] Result<DecodedFrame> makeFrameOf(const dicom::PixelDescription &description, std::uint64_t there,
                                               std::span<std::uint8_t> place = {});
/// A grey frame of 16-bit words that begins as a copy of these bytes, as many of them as it has: nothing is written
/// twice. `words` hold at least so many. Errors as above.
[[nodiscard]] Result<DecodedFrame> makeFrameFrom(const dicom::PixelDescription &description, Bytes words);
/// Pixels of the description; samples of a frame are this times the samples per pixel.
[[nodiscard]] std::size_t pixelCount(const dicom::PixelDescription &description);

[[nodiscard]] Result<void> decodeNative(const dicom::PixelDescription &description, Bytes encoded, bool bigEndian,
                                        DecodedFrame &frame);
/// The most that a byte of RLE stands for: two of them are a run of 128. PS3.5 G.3.1.
inline constexpr std::uint64_t mostOfRleByte = 64;
/// The bytes of all segments as native samples, little endian, pixel by pixel, into `plain`, which is as long as the
/// whole frame's are. Returns how many pixels, from the first, have all of theirs.
[[nodiscard]] Result<std::size_t> unpackRle(const dicom::PixelDescription &description, Bytes encoded,
                                            std::span<std::uint8_t> plain);
[[nodiscard]] Result<void> decodeRle(const dicom::PixelDescription &description, Bytes encoded, DecodedFrame &frame);

/// Grey samples out of as many words as there are; the rest repeats the smallest sample and the frame counts as
/// damaged.
void takeGreyWords(const dicom::PixelDescription &description, const std::uint16_t *words, std::size_t count,
                   DecodedFrame &frame);
/// Minimum and maximum, with and without padding. Colour frames: 0 to 255.
void measureRange(const dicom::PixelDescription &description, DecodedFrame &frame);

/// Interleaved samples of the description's photometric interpretation -> RGB in place; `count` pixels. PS3.3
/// C.7.6.3.1.2.
void toRgb(dicom::Photometric photometric, std::uint8_t *pixels, std::size_t count);
/// A colour sample of `bits` bits, brought to 8: the full range of the one is that of the other, rounded to nearest.
[[nodiscard]] constexpr std::uint8_t eightBits(unsigned sample, int bits)
{
    const unsigned most = (1u << bits) - 1u;
    const unsigned value = sample < most ? sample : most;
    return bits == 8 ? std::uint8_t(value) : std::uint8_t((value * 255u + most / 2u) / most);
}
/// Native colour bytes of any planar configuration and sub-sampling -> RGB. False when `bytes` ends too early.
[[nodiscard]] bool takeColourBytes(const dicom::PixelDescription &description, Bytes bytes, bool bigEndian,
                                   DecodedFrame &frame);

} // namespace consilium::pixels
