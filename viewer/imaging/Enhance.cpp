#include "viewer/imaging/Enhance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace consilium::imaging
{

namespace
{

using Taps = std::vector<float>;

// Sums of powers of two: the weights are exact in binary.
const Taps &binomial(int size)
{
    static const Taps three{0.25f, 0.5f, 0.25f};
    static const Taps five{1 / 16.0f, 4 / 16.0f, 6 / 16.0f, 4 / 16.0f, 1 / 16.0f};
    static const Taps seven{1 / 64.0f, 6 / 64.0f, 15 / 64.0f, 20 / 64.0f, 15 / 64.0f, 6 / 64.0f, 1 / 64.0f};
    return size == 3 ? three : size == 5 ? five : seven;
}

/// `taps` in each direction, the outermost pixels repeated.
std::vector<float> convolved(const std::vector<float> &in, int rows, int columns, const Taps &taps)
{
    const int reach = int(taps.size()) / 2;
    const auto width = std::size_t(columns);
    std::vector<float> along(in.size()), out(in.size(), 0.0f), padded(width + taps.size());
    for (int row = 0; row < rows; ++row) {
        const float *const from = in.data() + std::size_t(row) * width;
        float *const to = along.data() + std::size_t(row) * width;
        std::fill_n(padded.begin(), reach, from[0]);
        std::copy_n(from, width, padded.begin() + reach);
        std::fill_n(padded.begin() + reach + std::ptrdiff_t(width), reach, from[width - 1]);
        std::fill_n(to, width, 0.0f);
        for (std::size_t k = 0; k < taps.size(); ++k) {
            const float weight = taps[k];
            const float *const shifted = padded.data() + k;
            for (std::size_t x = 0; x < width; ++x)
                to[x] += weight * shifted[x];
        }
    }
    for (int row = 0; row < rows; ++row) {
        float *const to = out.data() + std::size_t(row) * width;
        for (int k = 0; k < int(taps.size()); ++k) {
            const float weight = taps[std::size_t(k)];
            const float *const from = along.data() + std::size_t(std::clamp(row + k - reach, 0, rows - 1)) * width;
            for (std::size_t x = 0; x < width; ++x)
                to[x] += weight * from[x];
        }
    }
    return out;
}

/// The same, pixels without a value left out; they stay without one.
std::vector<float> blurred(const ValueImage &image, int size)
{
    const Taps &taps = binomial(size);
    if (!image.hasHoles)
        return convolved(image.values, image.rows, image.columns, taps);
    std::vector<float> present(image.values.size()), known(image.values.size());
    for (std::size_t i = 0; i < image.values.size(); ++i) {
        const bool has = !std::isnan(image.values[i]);
        present[i] = has ? 1.0f : 0.0f;
        known[i] = has ? image.values[i] : 0.0f;
    }
    std::vector<float> sums = convolved(known, image.rows, image.columns, taps);
    const std::vector<float> weights = convolved(present, image.rows, image.columns, taps);
    for (std::size_t i = 0; i < sums.size(); ++i)
        sums[i] = present[i] > 0.0f ? sums[i] / weights[i] : std::numeric_limits<float>::quiet_NaN();
    return sums;
}

/// v + gain (v - B): what is finer than B, stronger.
ValueImage unsharp(const ValueImage &image, int size, float gain)
{
    ValueImage out = image;
    const std::vector<float> soft = blurred(image, size);
    for (std::size_t i = 0; i < out.values.size(); ++i)
        out.values[i] += gain * (image.values[i] - soft[i]);
    return out;
}

constexpr int tiles = 8, bins = 256;
constexpr float half = 0.5f; // cut off after it: rounded, and quicker than lround() a pixel
using Curve = std::array<float, bins>;

/// The equalising curve of one tile; without pixels, the straight one.
Curve curveOf(std::array<int, bins> counts, int pixels, double limit)
{
    Curve curve{};
    double excess = 0.0, sum = 0.0;
    const double most = limit * pixels / bins;
    for (const int count : counts)
        excess += std::max(0.0, count - most);
    for (std::size_t level = 0; level < bins; ++level) {
        if (pixels == 0) {
            curve[level] = float(level);
            continue;
        }
        sum += std::min(double(counts[level]), most) + excess / bins;
        curve[level] = float(255.0 * sum / pixels);
    }
    return curve;
}

/// Between which tiles a pixel lies, and how far from the first one's centre.
struct Between {
    int tile = 0, next = 0;
    float share = 0.0f;
};

std::vector<Between> placesOf(int pixels)
{
    std::vector<Between> places(static_cast<std::size_t>(pixels));
    for (int i = 0; i < pixels; ++i) {
        const double at = (i + 0.5) * tiles / pixels - 0.5;
        const int tile = int(std::floor(at));
        places[std::size_t(i)] = {std::clamp(tile, 0, tiles - 1), std::clamp(tile + 1, 0, tiles - 1), float(at - tile)};
    }
    return places;
}

std::vector<Curve> curvesOf(const ValueImage &values, double limit, const std::uint8_t *levels)
{
    std::vector<Curve> curves;
    for (int tileRow = 0; tileRow < tiles; ++tileRow) {
        for (int tileColumn = 0; tileColumn < tiles; ++tileColumn) {
            std::array<int, bins> counts{};
            int pixels = 0;
            for (int row = values.rows * tileRow / tiles; row < values.rows * (tileRow + 1) / tiles; ++row) {
                const std::size_t line = std::size_t(row) * std::size_t(values.columns);
                for (int column = values.columns * tileColumn / tiles;
                     column < values.columns * (tileColumn + 1) / tiles; ++column) {
                    const std::size_t at = line + std::size_t(column);
                    if (values.hasHoles && std::isnan(values.values[at]))
                        continue;
                    ++counts[levels[at]];
                    ++pixels;
                }
            }
            curves.push_back(curveOf(counts, pixels, limit));
        }
    }
    return curves;
}

} // namespace

ValueImage enhanced(const ValueImage &image, const session::Enhancement &enhancement, const CancelToken &cancel)
{
    const auto level = float(enhancement.level);
    switch (enhancement.kind) {
    case session::EnhancementKind::Sharpen:
        return unsharp(image, 3, level / 2.0f);
    case session::EnhancementKind::Edge:
        return unsharp(image, 7, level);
    case session::EnhancementKind::Smooth: {
        ValueImage out = image;
        for (int pass = 0; pass < enhancement.level && !cancel.isCancelled(); ++pass)
            out.values = blurred(out, 5);
        return out;
    }
    case session::EnhancementKind::LocalContrast:
        break;
    }
    return image;
}

void localContrast(const ValueImage &values, int level, std::uint8_t *levels)
{
    constexpr std::array<double, 5> limits{1.5, 2.0, 3.0, 4.0, 6.0};
    const std::vector<Curve> curves = curvesOf(values, limits[std::size_t(std::clamp(level, 1, 5) - 1)], levels);
    const std::vector<Between> across = placesOf(values.columns), down = placesOf(values.rows);
    for (int row = 0; row < values.rows; ++row) {
        const Between &y = down[std::size_t(row)];
        const Curve *const upper = curves.data() + std::ptrdiff_t(y.tile) * tiles;
        const Curve *const lower = curves.data() + std::ptrdiff_t(y.next) * tiles;
        const std::size_t line = std::size_t(row) * std::size_t(values.columns);
        for (int column = 0; column < values.columns; ++column) {
            const std::size_t at = line + std::size_t(column);
            if (values.hasHoles && std::isnan(values.values[at]))
                continue;
            const Between &x = across[std::size_t(column)];
            const std::uint8_t in = levels[at];
            const float top = upper[x.tile][in] + (upper[x.next][in] - upper[x.tile][in]) * x.share;
            const float bottom = lower[x.tile][in] + (lower[x.next][in] - lower[x.tile][in]) * x.share;
            const float mixed = std::clamp(top + (bottom - top) * y.share, 0.0f, 255.0f);
            levels[at] = std::uint8_t(static_cast<int>(mixed + half));
        }
    }
}

std::shared_ptr<const EnhancedImage> enhancedImage(std::shared_ptr<const ValueImage> plain,
                                                   const session::Enhancement &enhancement, const EffectiveVoi &voi,
                                                   const CancelToken &cancel)
{
    if (cancel.isCancelled())
        return nullptr;
    auto made = std::make_shared<EnhancedImage>();
    made->enhancement = enhancement;
    if (enhancement.kind != session::EnhancementKind::LocalContrast) {
        made->values = std::make_shared<const ValueImage>(enhanced(*plain, enhancement, cancel));
    } else {
        made->values = std::move(plain);
        made->voi = voi;
        made->levels.resize(made->values->values.size());
        applyVoi(*made->values, voi, made->levels.data());
        if (!cancel.isCancelled())
            localContrast(*made->values, enhancement.level, made->levels.data());
    }
    return cancel.isCancelled() ? nullptr : made;
}

std::int64_t enhancementWork(int rows, int columns, const session::Enhancement &enhancement)
{
    // Taps in both directions, and what each pixel costs besides: reading its value, the histogram of its tile.
    constexpr std::int64_t read = 4, contrast = 10;
    std::int64_t each = 0;
    switch (enhancement.kind) {
    case session::EnhancementKind::Sharpen:
        each = 2 * 3;
        break;
    case session::EnhancementKind::Edge:
        each = 2 * 7;
        break;
    case session::EnhancementKind::Smooth:
        each = std::int64_t(2 * 5) * enhancement.level;
        break;
    case session::EnhancementKind::LocalContrast:
        each = contrast;
        break;
    }
    return std::int64_t(rows) * columns * (read + each);
}

} // namespace consilium::imaging
