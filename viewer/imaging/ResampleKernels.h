#pragma once
#include <cstddef>
#include <cstdint>

/// Inner loops of Resampler in SIMD, compiled for several instruction sets and chosen at run time. All arithmetic is on
/// integers, so the result does not depend on the choice.
namespace consilium::imaging::kernels
{

/// Along a row: out[i] = (a + (b - a) weight[i] / 32768) with a = row[index[i]], b = row[index[i] + 1], as 10.6 fixed
/// point. Reads 4 bytes from each index; reads `index` and `weight` and writes `out` up to the next multiple of 32.
void lerpAlongRow(const std::uint8_t *row, const std::int32_t *index, const std::int32_t *weight, int count,
                  std::int16_t *out);

/// Between two such rows, weight / 32768 of the lower one; rounded to 8 bits. `count` may be anything; the rows are
/// read up to the next multiple of 32, `out` is written only up to `count`.
void lerpBetweenRows(const std::int16_t *upper, const std::int16_t *lower, std::int16_t weight, int count,
                     std::uint8_t *out);

/// A run of an affine map, at most 64 samples: sample i lies `column + i columnStep`, `row + i rowStep` (1/65536 pixel,
/// below 2^31 in sum, relative to `source`). Reads 4 bytes from each place and from the one below it.
void lerpAffine(const std::uint8_t *source, int stride, std::int32_t column, std::int32_t columnStep, std::int32_t row,
                std::int32_t rowStep, int count, std::uint8_t *out);

} // namespace consilium::imaging::kernels
