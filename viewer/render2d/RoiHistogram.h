#pragma once
#include "viewer/render2d/Overlay.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace consilium::render2d
{

/// How often which values occur in a region: those that its mean is computed from.
struct RoiHistogram {
    struct Bin {
        double low = 0.0, high = 0.0; ///< of levels: the first and the last value that is counted; else its two borders
        std::int64_t count = 0;
        bool operator==(const Bin &) const = default;
    };
    std::vector<Bin> bins; ///< from the smallest value to the largest, without gaps
    /// The values are whole steps of a scale, and no step is parted by a border of a bin. Else a value on a border
    /// counts in the upper of the two bins.
    bool isOfLevels = false;
    QString unit; ///< of the values; empty: none
    std::int64_t count = 0, leftOut = 0;
    double mean = 0.0, deviation = 0.0;         ///< population SD
    bool isProvisional = false;                 ///< read from a part of the data
    [[nodiscard]] std::int64_t highest() const; ///< pixels of the fullest bin
    bool operator==(const RoiHistogram &) const = default;
};

/// Why a mark has none.
enum class NoHistogram {
    None,
    NotARegion,
    NotHere,   ///< it is not drawn on the image shown
    Colour,    ///< a colour has no value
    NotLoaded, ///< the image is still on its way
    NoValues   ///< no pixel with a value lies in it
};
struct HistogramAnswer {
    NoHistogram why = NoHistogram::None;
    std::optional<RoiHistogram> histogram;
};
/// Of the frame that is shown, also where a slab is drawn (regionValues()), of at most `mostBins` bins.
[[nodiscard]] HistogramAnswer histogramOf(const session::Annotation &mark, const OverlayInput &input,
                                          int mostBins = 128);
[[nodiscard]] QString noHistogramText(NoHistogram why); ///< a sentence, translated; empty for None

/// "from,to,pixels" and a line for each bin, for a table: points as decimals in every language, lines parted by '\n'.
[[nodiscard]] QString histogramCsv(const RoiHistogram &histogram);
/// "−48 to −41 HU: 123 pixels (4.1 %)".
[[nodiscard]] QString binText(const RoiHistogram &histogram, std::size_t bin);

} // namespace consilium::render2d
