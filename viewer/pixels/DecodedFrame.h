#pragma once
#include "base/Ids.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace consilium::pixels
{

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

enum class SampleType { U8, S8, U16, S16, Rgb8 };

/// Samples of a frame: one grey sample per pixel, row-major, without gaps; sign-extended, bits outside Bits Stored
/// removed; RGB interleaved. A pixel whose padding value needs bits above Bits Stored keeps that value and lies outside
/// the range of the samples: padding is always what the description's padding value or range says of the sample. Grey
/// samples of 8 bits or fewer are widened to 16, so U16, S16 and Rgb8 are what decoders give; 32-bit grey is refused.
struct DecodedFrame {
    FrameKey key;
    int rows = 0, columns = 0;
    SampleType type = SampleType::U16;
    int minimum = 0, maximum = 0;           ///< stored values, over all pixels, padding too
    int shownMinimum = 0, shownMaximum = 0; ///< the same without padding; all pixels when there is nothing but padding
    bool damaged = false;                   ///< the bytes were cut short: shown as damaged, never as grey
    /// Pixels decoded at a lower resolution: 0 full, n: 1 / 2^n in each direction (rows and columns are then the
    /// reduced ones).
    int reduction = 0;
    std::vector<std::uint8_t> bytes;

    [[nodiscard]] const std::uint16_t *u16() const { return reinterpret_cast<const std::uint16_t *>(bytes.data()); }
    [[nodiscard]] const std::int16_t *s16() const { return reinterpret_cast<const std::int16_t *>(bytes.data()); }
    [[nodiscard]] int stored(int row, int column) const; ///< grey only; asserts the range
};
using FramePtr = std::shared_ptr<const DecodedFrame>;

} // namespace consilium::pixels

template<>
struct std::hash<consilium::pixels::FrameKey> {
    size_t operator()(const consilium::pixels::FrameKey &key) const noexcept { return qHash(key, 0); }
};
