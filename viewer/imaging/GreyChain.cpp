#include "viewer/imaging/GreyChain.h"

#include <algorithm>
#include <cmath>

namespace consilium::imaging
{

namespace
{

/// A straight window between two modality values. The formulas of PS3.3 with their terms collected so that whole
/// numbers and halves meet one rounding only: a value half-way between two levels is found to be exactly that.
double straight(double x, double from, double to)
{
    if (x <= from)
        return 0.0;
    if (x > to)
        return 255.0;
    return std::min((x - from) * 255.0 / (to - from), 255.0);
}

/// PS3.3 C.11.2.1.3.1.
double sigmoid(double x, double centre, double width)
{
    return 255.0 / (1.0 + std::exp(-4.0 * (x - centre) / width));
}

/// Modality value at which the window reaches `y`; only a first guess, so a width that has none may give anything.
double inverse(const session::Window &window, double y)
{
    switch (window.function) {
    case session::VoiFunction::Linear:
        return (y / 255.0 - 0.5) * (window.width - 1.0) + window.centre - 0.5;
    case session::VoiFunction::LinearExact:
        return (y / 255.0 - 0.5) * window.width + window.centre;
    case session::VoiFunction::Sigmoid:
        return window.centre - window.width / 4.0 * std::log(255.0 / y - 1.0);
    }
    return 0.0;
}

} // namespace

int lookUp(const dicom::LookupTable &table, double input)
{
    if (table.entries.empty())
        return 0;
    const double last = double(table.entries.size() - 1);
    const double place = std::floor(input - table.firstMapped + 0.5);
    return table.entries[place > 0.0 ? std::size_t(std::min(place, last)) : 0]; // the first for what is no number, too
}

double GreyChain::modality(double stored) const
{
    return modalityLut ? lookUp(*modalityLut, stored) : slope * stored + intercept;
}

double GreyChain::voi(double x) const
{
    if (!window)
        return voiLut ? lookUp(*voiLut, x * voiFactor + voiOffset) * 255.0 / ((1 << voiLut->bits) - 1) : 0.0;
    switch (window->function) {
    case session::VoiFunction::Linear:
        // PS3.3 C.11.2.1.2.1. A width of 1 is a threshold at centre - 0.5.
        return straight(x, window->centre - 0.5 - (window->width - 1.0) / 2.0,
                        window->centre - 0.5 + (window->width - 1.0) / 2.0);
    case session::VoiFunction::LinearExact: // PS3.3 C.11.2.1.3.2
        return straight(x, window->centre - window->width / 2.0, window->centre + window->width / 2.0);
    case session::VoiFunction::Sigmoid:
        return sigmoid(x, window->centre, window->width);
    }
    return 0.0;
}

double GreyChain::presented(double x) const
{
    const double y = voi(x);
    if (!presentationLut || presentationLut->entries.empty())
        return y;
    const double place = y / 255.0 * double(presentationLut->entries.size() - 1); // lookUp() rounds it
    return lookUp(*presentationLut, presentationLut->firstMapped + place) * 255.0 / ((1 << presentationLut->bits) - 1);
}

int GreyChain::level(double stored) const
{
    const double y = presented(modality(stored));
    return y > 0.0 ? int(std::lround(std::min(y, 255.0))) : 0; // also where a broken window gives no number
}

double GreyChain::gain() const
{
    if (!isMonotone() || window->function == session::VoiFunction::Sigmoid)
        return 0.0;
    const double span = window->function == session::VoiFunction::Linear ? window->width - 1.0 : window->width;
    // Steeper than this and every step falls between two stored values: any steep ramp then does.
    constexpr double steepest = 512.0;
    const double ideal = 255.0 * std::abs(slope) / span;
    return ideal > 0.0 && ideal < steepest ? ideal : steepest;
}

Thresholds thresholdsOf(const GreyChain &chain, int lowest, int highest)
{
    Thresholds t;
    t.direction = chain.slope < 0.0 ? -1 : 1;
    t.first = t.direction > 0 ? lowest : -highest;
    t.last = t.direction > 0 ? highest : -lowest;
    t.at[0] = t.first;
    const auto reaches = [&](int u, int k) {
        return u > t.last || (u >= t.first && chain.level(t.direction * u) >= k);
    };
    for (int k = 1; k < 256; ++k) {
        const double guess = std::ceil(t.direction * (inverse(*chain.window, k - 0.5) - chain.intercept) / chain.slope);
        const int lower = t.at[k - 1];
        int u = guess >= lower ? int(std::min(guess, t.last + 1.0)) : lower;
        if (u > lower && reaches(u - 1, k))
            --u;
        else if (!reaches(u, k))
            ++u;
        if (!reaches(u, k) || (u > lower && reaches(u - 1, k))) { // the guess was no good: search for it
            int low = lower, high = t.last + 1;
            while (low < high) {
                const int middle = low + (high - low) / 2;
                if (reaches(middle, k))
                    high = middle;
                else
                    low = middle + 1;
            }
            u = low;
        }
        t.at[k] = u;
    }
    return t;
}

} // namespace consilium::imaging
