#include "viewer/imaging/ValueImage.h"

#include "viewer/imaging/Percentile.h"

#include "viewer/imaging/GreyChain.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace consilium::imaging
{

namespace
{

constexpr float noValue = std::numeric_limits<float>::quiet_NaN();

struct Padding {
    int first = 1, last = 0; ///< none when first > last
};

Padding paddingOf(const dicom::PixelDescription &pixels)
{
    if (!pixels.paddingValue)
        return {};
    const int limit = pixels.paddingLimit.value_or(*pixels.paddingValue);
    return {std::min(*pixels.paddingValue, limit), std::max(*pixels.paddingValue, limit)};
}

template<class Sample>
void straightValues(const Sample *samples, std::size_t count, double slope, double intercept, float *out)
{
    for (std::size_t i = 0; i < count; ++i)
        out[i] = float(slope * double(samples[i]) + intercept);
}

template<class Sample>
bool punchHoles(const Sample *samples, std::size_t count, Padding padding, float *out)
{
    bool any = false;
    for (std::size_t i = 0; i < count; ++i) {
        const int stored = samples[i];
        if (stored >= padding.first && stored <= padding.last) {
            out[i] = noValue;
            any = true;
        }
    }
    return any;
}

template<class Sample>
void fill(ValueImage &image, const dicom::Instance &instance, const Sample *samples)
{
    const auto &grey = instance.grey;
    const std::size_t count = image.values.size();
    if (grey.modalityLut) {
        for (std::size_t i = 0; i < count; ++i)
            image.values[i] = float(modalityValue(grey, samples[i]));
    } else {
        straightValues(samples, count, grey.slope, grey.intercept, image.values.data());
    }
    const Padding padding = paddingOf(instance.pixels);
    if (padding.first <= padding.last)
        image.hasHoles = punchHoles(samples, count, padding, image.values.data());
}

/// To the nearest of 0 to 255, halves up; 0 also for what is no number.
std::uint8_t levelOf(double y)
{
    return y > 0.0 ? std::uint8_t(std::floor(std::min(y, 255.0) + 0.5)) : std::uint8_t(0);
}

bool isWidePadding(const dicom::PixelDescription &pixels, double stored)
{
    if (!pixels.paddingValue)
        return false;
    const double one = *pixels.paddingValue, other = pixels.paddingLimit ? double(*pixels.paddingLimit) : one;
    return stored >= std::min(one, other) && stored <= std::max(one, other);
}

/// Samples of more than 16 bits, and floats; what is no number, or padding, is a hole.
void fillWide(ValueImage &image, const dicom::Instance &instance, const double *samples)
{
    for (std::size_t i = 0; i < image.values.size(); ++i) {
        const double stored = samples[i];
        const bool isHole = isWidePadding(instance.pixels, stored) || !std::isfinite(stored);
        image.values[i] =
            isHole ? std::numeric_limits<float>::quiet_NaN() : float(modalityValue(instance.grey, stored));
        image.hasHoles = image.hasHoles || isHole;
    }
}

/// The same sum as GreyChain's, one value after the other, so that a loop over it becomes SIMD.
void straightLevels(const float *values, std::size_t count, double from, double to, std::uint8_t *out)
{
    const double span = to - from;
    for (std::size_t i = 0; i < count; ++i) {
        const double x = values[i];
        const double y = std::min(std::max((x - from) * 255.0 / span, 0.0), 255.0);
        constexpr double half = 0.5; // cut off after it: floor() would keep the loop from becoming SIMD
        out[i] = std::uint8_t(static_cast<int>(y + half));
    }
}

} // namespace

ValueImage valuesOf(const dicom::Instance &instance, const pixels::DecodedFrame &frame)
{
    ValueImage image;
    image.rows = frame.rows;
    image.columns = frame.columns;
    image.values.resize(std::size_t(frame.rows) * std::size_t(frame.columns));
    if (frame.type == pixels::SampleType::F64)
        fillWide(image, instance, frame.f64());
    else if (frame.type == pixels::SampleType::S16)
        fill(image, instance, frame.s16());
    else
        fill(image, instance, frame.u16());
    if (frame.damaged) { // what is missing must not be mixed into what is there
        const auto there = std::min(frame.knownPixels, image.values.size());
        std::fill(image.values.begin() + std::ptrdiff_t(there), image.values.end(), noValue);
        image.hasHoles = true;
    }
    return image;
}

float valueAt(const dicom::Instance &instance, const pixels::DecodedFrame &frame, int row, int column)
{
    if (!frame.isKnown(row, column))
        return noValue;
    const std::size_t at = std::size_t(row) * std::size_t(frame.columns) + std::size_t(column);
    if (frame.type == pixels::SampleType::F64) {
        const double stored = frame.f64()[at];
        const bool isHole = isWidePadding(instance.pixels, stored) || !std::isfinite(stored);
        return isHole ? noValue : float(modalityValue(instance.grey, stored));
    }
    const int stored = frame.type == pixels::SampleType::S16 ? int(frame.s16()[at]) : int(frame.u16()[at]);
    const Padding padding = paddingOf(instance.pixels);
    if (stored >= padding.first && stored <= padding.last)
        return noValue;
    const auto &grey = instance.grey;
    return float(grey.modalityLut ? modalityValue(grey, stored) : grey.slope * double(stored) + grey.intercept);
}

void applyVoi(const ValueImage &image, const EffectiveVoi &voi, std::uint8_t *out)
{
    const std::size_t count = image.values.size();
    const auto &window = voi.window;
    double from = 0.0, to = 0.0;
    if (window && window->function == session::VoiFunction::Linear) { // PS3.3 C.11.2.1.2.1
        from = window->centre - 0.5 - (window->width - 1.0) / 2.0;
        to = window->centre - 0.5 + (window->width - 1.0) / 2.0;
    } else if (window && window->function == session::VoiFunction::LinearExact) { // C.11.2.1.3.2
        from = window->centre - window->width / 2.0;
        to = window->centre + window->width / 2.0;
    }
    if (to > from && !image.hasHoles && !voi.presentationLut) {
        straightLevels(image.values.data(), count, from, to, out);
        return;
    }
    GreyChain chain;
    chain.window = voi.window;
    chain.voiLut = voi.lut;
    chain.voiFactor = voi.lutFactor;
    chain.voiOffset = voi.lutOffset;
    chain.presentationLut = voi.presentationLut;
    for (std::size_t i = 0; i < count; ++i) {
        const double y = std::isnan(image.values[i]) ? 0.0 : chain.presented(image.values[i]);
        out[i] = levelOf(y);
    }
}

void invertLevels(const ValueImage &image, std::uint8_t *levels)
{
    const std::size_t count = image.values.size();
    for (std::size_t i = 0; i < count; ++i)
        levels[i] = std::uint8_t(255 - levels[i]);
    if (!image.hasHoles)
        return;
    for (std::size_t i = 0; i < count; ++i) {
        if (std::isnan(image.values[i]))
            levels[i] = 0;
    }
}

std::optional<session::Window> percentileWindow(const ValueImage &image, double share)
{
    std::vector<float> values = image.values;
    std::erase_if(values, [](float v) { return !std::isfinite(v); });
    return percentileWindow(std::move(values), share);
}

} // namespace consilium::imaging
