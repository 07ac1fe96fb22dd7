#include "viewer/imaging/RoiStatistics.h"

#include "viewer/imaging/GreyRenderer.h"
#include "viewer/imaging/RoiRegions.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace consilium::imaging
{

namespace
{

struct Padding {
    double first = 1.0, last = 0.0; ///< none when first > last
    [[nodiscard]] bool holds(double stored) const { return stored >= first && stored <= last; }
};

Padding paddingOf(const dicom::PixelDescription &pixels)
{
    if (!pixels.paddingValue)
        return {};
    const int limit = pixels.paddingLimit.value_or(*pixels.paddingValue);
    return {double(std::min(*pixels.paddingValue, limit)), double(std::max(*pixels.paddingValue, limit))};
}

std::int64_t countOf(const std::vector<PixelRun> &runs)
{
    std::int64_t count = 0;
    for (const PixelRun &run : runs)
        count += run.count();
    return count;
}

/// `forEach(visit)` calls visit(value, how often) with finite values, twice alike. Fills all but what was left out.
template<class ForEach>
void summarise(RoiStatistics &result, int bins, const ForEach &forEach)
{
    std::int64_t count = 0;
    double sum = 0.0, low = INFINITY, high = -INFINITY;
    forEach([&](double value, std::int64_t times) {
        count += times;
        sum += value * double(times);
        low = std::min(low, value);
        high = std::max(high, value);
    });
    result.count = count;
    if (count == 0)
        return;
    result.minimum = low;
    result.maximum = high;
    if (bins > 0)
        result.histogram.assign(std::size_t(bins), 0);
    // From the mean on, so that values far from zero lose no digits; the rest of the mean is found along the way.
    const double about = sum / double(count), perUnit = high > low ? bins / (high - low) : 0.0;
    double rest = 0.0, squares = 0.0;
    forEach([&](double value, std::int64_t times) {
        const double off = value - about;
        rest += off * double(times);
        squares += off * off * double(times);
        const double place = (value - low) * perUnit;
        if (bins > 0)
            result.histogram[place >= bins ? std::size_t(bins - 1) : place > 0.0 ? std::size_t(place) : 0] += times;
    });
    const double shift = rest / double(count);
    const double mean = std::clamp(about + shift, low, high);
    const double variance = squares / double(count) - shift * shift;
    if (std::isfinite(sum))
        result.sum = sum;
    if (std::isfinite(about) && std::isfinite(mean))
        result.mean = mean;
    if (result.mean && std::isfinite(variance))
        result.deviation = std::sqrt(std::max(0.0, variance));
}

/// Of 16-bit samples it is enough to count how often each stored value occurs.
template<class Sample>
void summariseCounted(RoiStatistics &result, const std::vector<PixelRun> &runs, const Sample *samples,
                      std::size_t columns, const dicom::Instance &instance, int bins)
{
    if (runs.empty())
        return;
    int low = std::numeric_limits<int>::max(), high = std::numeric_limits<int>::min();
    for (const PixelRun &run : runs) {
        const Sample *const row = samples + std::size_t(run.row) * columns;
        Sample least = row[run.first], most = row[run.first];
        for (int column = run.first; column <= run.last; ++column) {
            least = std::min(least, row[column]);
            most = std::max(most, row[column]);
        }
        low = std::min(low, int(least));
        high = std::max(high, int(most));
    }
    std::vector<std::uint32_t> counts(std::size_t(high - low) + 1, 0);
    for (const PixelRun &run : runs) {
        const Sample *const row = samples + std::size_t(run.row) * columns;
        for (int column = run.first; column <= run.last; ++column)
            ++counts[std::size_t(int(row[column]) - low)];
    }
    std::vector<std::pair<double, std::int64_t>> values;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0)
            continue;
        if (const auto value = pixelValue(instance, double(low) + double(i)))
            values.emplace_back(*value, counts[i]);
        else
            result.leftOut += counts[i];
    }
    summarise(result, bins, [&values](const auto &visit) {
        for (const auto &[value, times] : values)
            visit(value, times);
    });
}

/// `valueAt(place)`: of a pixel by its place in the raster, no finite number where it has none.
template<class ValueAt>
void summariseEach(RoiStatistics &result, const std::vector<PixelRun> &runs, std::size_t columns, int bins,
                   const ValueAt &valueAt)
{
    summarise(result, bins, [&](const auto &visit) {
        for (const PixelRun &run : runs) {
            const std::size_t row = std::size_t(run.row) * columns;
            for (std::size_t i = row + std::size_t(run.first); i <= row + std::size_t(run.last); ++i) {
                const double value = valueAt(i);
                if (std::isfinite(value))
                    visit(value, 1);
            }
        }
    });
    result.leftOut += countOf(runs) - result.count;
}

void summariseWide(RoiStatistics &result, const std::vector<PixelRun> &runs, const pixels::DecodedFrame &frame,
                   const dicom::Instance &instance, int bins)
{
    const double *const samples = frame.f64();
    const Padding padding = paddingOf(instance.pixels);
    const auto &grey = instance.grey;
    if (grey.modalityLut) {
        summariseEach(result, runs, std::size_t(frame.columns), bins,
                      [&](std::size_t i) { return pixelValue(instance, samples[i]).value_or(NAN); });
        return;
    }
    const double slope = grey.slope, intercept = grey.intercept; // as modalityValue(), without a call for each pixel
    summariseEach(result, runs, std::size_t(frame.columns), bins, [=](std::size_t i) {
        return padding.holds(samples[i]) ? double(NAN) : slope * samples[i] + intercept;
    });
}

/// Of a damaged frame only what is known to be the file's; the rest is left out.
std::vector<PixelRun> knownRuns(std::vector<PixelRun> runs, const pixels::DecodedFrame &frame, RoiStatistics &result)
{
    if (!frame.damaged)
        return runs;
    const std::int64_t before = countOf(runs);
    const auto known = std::int64_t(frame.knownPixels);
    for (PixelRun &run : runs)
        run.last = int(std::min<std::int64_t>(run.last, known - std::int64_t(run.row) * frame.columns - 1));
    std::erase_if(runs, [](const PixelRun &run) { return run.last < run.first; });
    result.leftOut += before - countOf(runs);
    return runs;
}

} // namespace

std::optional<double> pixelValue(const dicom::Instance &instance, double stored)
{
    if (!std::isfinite(stored) || paddingOf(instance.pixels).holds(stored))
        return std::nullopt;
    const double value = modalityValue(instance.grey, stored);
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

RoiStatistics statisticsOf(const Region &region, const dicom::Instance &instance, const pixels::DecodedFrame *frame,
                           int bins)
{
    const int rows = instance.geometry.rows, columns = instance.geometry.columns;
    RegionPixels pixels = pixelsOf(region, rows, columns);
    RoiStatistics result;
    result.outside = pixels.outside;
    const bool hasPixels = frame && frame->reduction == 0 && frame->rows == rows && frame->columns == columns;
    result.isColour = hasPixels && frame->type == pixels::SampleType::Rgb8;
    if (!hasPixels || result.isColour) {
        result.leftOut = countOf(pixels.runs);
        return result;
    }
    const std::vector<PixelRun> runs = knownRuns(std::move(pixels.runs), *frame, result);
    if (frame->type == pixels::SampleType::F64)
        summariseWide(result, runs, *frame, instance, bins);
    else if (frame->type == pixels::SampleType::S16)
        summariseCounted(result, runs, frame->s16(), std::size_t(columns), instance, bins);
    else
        summariseCounted(result, runs, frame->u16(), std::size_t(columns), instance, bins);
    return result;
}

RoiStatistics statisticsOf(const Region &region, const ValueImage &values, int bins)
{
    RegionPixels pixels = pixelsOf(region, values.rows, values.columns);
    RoiStatistics result;
    result.outside = pixels.outside;
    const float *const samples = values.values.data();
    summariseEach(result, pixels.runs, std::size_t(values.columns), bins,
                  [samples](std::size_t i) { return double(samples[i]); });
    return result;
}

} // namespace consilium::imaging
