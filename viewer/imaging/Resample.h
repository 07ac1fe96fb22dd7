#pragma once
#include "viewer/imaging/ViewTransform.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace consilium::imaging
{

/// An 8-bit picture to sample from: grey after the GreyTable (1 channel), or interleaved RGB (3 channels).
struct BytePicture {
    const std::uint8_t *data = nullptr;
    int rows = 0, columns = 0;
    std::ptrdiff_t stride = 0; ///< bytes from one row to the next
    int channels = 1;          ///< 1 or 3
};

/// Where samples go: device pixels, one byte each for a grey source, four (QImage::Format_RGB32) for an RGB one.
struct PixelTarget {
    std::uint8_t *data = nullptr;
    int rows = 0, columns = 0;
    std::ptrdiff_t stride = 0; ///< bytes from one row to the next
};

/// Device pixel (x, y), by index -> place in the source, (0, 0) being the CENTRE of its first pixel:
/// column = m[0] x + m[1] y + m[2]; row = m[3] x + m[4] y + m[5].
using PixelMap = std::array<double, 6>;

/// The map of a view on its screen; takes care of the half pixels.
[[nodiscard]] PixelMap pixelMap(const ViewTransform &transform);

enum class Sampling { Linear, Nearest };

/// Samples a picture through an affine map into a buffer; black outside the picture. Keeps its scratch memory, so no
/// allocation once warm. Not thread safe.
///
/// The picture reaches half a pixel beyond its outermost pixel centres; there the outermost pixel is repeated.
/// Linear: bilinear, fixed point, within 1 of the exact result rounded to nearest (halves up). Where the map takes a
/// step of 2 source pixels or more (magnification 0.5 or less) the source is first averaged in blocks of floor(step),
/// counted from its first pixel, rounded to nearest; so no pixel is left out. Nearest: floor(x + 0.5), never averaged.
/// Multiples of 90 degrees take faster paths under the same tolerance.
class Resampler
{
public:
    void resample(const BytePicture &source, const PixelMap &map, Sampling sampling, const PixelTarget &target);

private:
    struct Job;
    void reduce(Job &job);
    void drawLinear(const Job &job, const PixelTarget &target);
    void drawAligned(const Job &job, const PixelTarget &target);
    void drawTransposed(const Job &job, const PixelTarget &target);
    void drawAffine(const Job &job, const PixelTarget &target);
    void drawNearest(const Job &job, const PixelTarget &target);
    void copyPadded(const Job &job);

    std::vector<std::uint8_t> m_reduced, m_padded, m_turned, m_row;
    std::vector<std::uint32_t> m_sums;
    std::vector<std::int32_t> m_index, m_weight;
    std::vector<std::int16_t> m_lines;
};

} // namespace consilium::imaging
