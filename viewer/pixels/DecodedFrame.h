#pragma once
#include "base/Ids.h"
#include "viewer/pixels/SampleBytes.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace consilium::pixels
{

/// Rows or columns at 1 / 2^`reduction`, as JPEG 2000 counts them (ISO/IEC 15444-1 B-15).
[[nodiscard]] constexpr int reducedSide(int side, int reduction)
{
    return int((std::int64_t(side) + (std::int64_t(1) << reduction) - 1) >> reduction);
}

/// Names one frame of one image.
struct FrameKey {
    SopInstanceUid sop;
    int frame = 0; ///< from 0
    bool operator==(const FrameKey &) const = default;
    friend size_t qHash(const FrameKey &key, size_t seed = 0)
    {
        return qHash(key.sop, seed) ^ size_t(key.frame) * 0x9E3779B1u;
    }
};

enum class SampleType { U8, S8, U16, S16, Rgb8, F64 };

[[nodiscard]] constexpr std::size_t bytesPerPixel(SampleType type)
{
    switch (type) {
    case SampleType::U8:
    case SampleType::S8:
        return 1;
    case SampleType::Rgb8:
        return 3;
    case SampleType::F64:
        return 8;
    case SampleType::U16:
    case SampleType::S16:
        break;
    }
    return 2;
}

/// Samples of a frame: one grey sample per pixel, row-major, without gaps; sign-extended, bits outside Bits Stored
/// removed; RGB interleaved. A pixel whose padding value needs bits above Bits Stored keeps that value and lies outside
/// the range of the samples: padding is always what the description's padding value or range says of the sample. Grey
/// samples of 8 bits or fewer are widened to 16, those of more than 16 and floats are F64, which holds each of them
/// exactly (NaN: no value); so U16, S16, F64 and Rgb8 are what decoders give.
struct DecodedFrame {
    FrameKey key;
    int rows = 0, columns = 0;
    SampleType type = SampleType::U16;
    int minimum = 0, maximum = 0;           ///< stored values, over all pixels, padding too
    int shownMinimum = 0, shownMaximum = 0; ///< the same without padding; all pixels when there is nothing but padding
    /// The same four of an F64 frame, NaN and infinities left out; the integers are then 0.
    double lowest = 0.0, highest = 0.0, shownLowest = 0.0, shownHighest = 0.0;
    bool damaged = false; ///< the bytes were cut short: what is missing is shown as damaged, never as grey
    /// Of a damaged frame: so many pixels, row by row from the first, are those of the file; 0: which are is not known.
    std::size_t knownPixels = 0;
    /// Pixels decoded at a lower resolution: 0 full, n: 1 / 2^n in each direction (rows and columns are then the
    /// reduced ones).
    int reduction = 0;
    bool profileRefused = false; ///< the image's ICC profile cannot be used: the colours are as stored
    SampleBytes bytes;
    /// Overlay planes that lie in unused bits of the samples, in the order of PixelDescription::overlayBits; packed as
    /// Overlay Data are: bit k of a byte is pixel k.
    std::vector<QByteArray> overlays;

    [[nodiscard]] const std::uint16_t *u16() const { return reinterpret_cast<const std::uint16_t *>(bytes.data()); }
    [[nodiscard]] const std::int16_t *s16() const { return reinterpret_cast<const std::int16_t *>(bytes.data()); }
    [[nodiscard]] const double *f64() const { return reinterpret_cast<const double *>(bytes.data()); }
    /// Whether that pixel is known to be the file's.
    [[nodiscard]] bool isKnown(int row, int column) const
    {
        return !damaged || std::size_t(row) * std::size_t(columns) + std::size_t(column) < knownPixels;
    }
    [[nodiscard]] int stored(int row, int column) const;   ///< grey of 16 bits or fewer only; asserts the range
    [[nodiscard]] double value(int row, int column) const; ///< any grey; NaN where a float is none
    /// Stored values between which the picture lies, padding left out, of any grey frame.
    [[nodiscard]] double shownLow() const { return type == SampleType::F64 ? shownLowest : shownMinimum; }
    [[nodiscard]] double shownHigh() const { return type == SampleType::F64 ? shownHighest : shownMaximum; }
};
using FramePtr = std::shared_ptr<const DecodedFrame>;

} // namespace consilium::pixels

template<>
struct std::hash<consilium::pixels::FrameKey> {
    size_t operator()(const consilium::pixels::FrameKey &key) const noexcept { return qHash(key, 0); }
};
