#include "viewer/render2d/RoiHistogram.h"

#include "viewer/render2d/MarkContent.h"
#include "viewer/render2d/OverlayFormat.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace consilium::render2d
{

using namespace Qt::StringLiterals;

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(RoiHistogram)
};

constexpr int mostLevels = 65'536; ///< more steps than 16 bits have are no scale that anybody sees

/// The step between two neighbouring values of an image; 0: they are not equally far apart, or not known to be.
double stepOf(const dicom::Instance &instance, const pixels::DecodedFrame &frame)
{
    const auto &grey = instance.grey;
    const bool isStepped = frame.type != pixels::SampleType::F64 && !grey.modalityLut;
    return isStepped && std::isfinite(grey.slope) ? std::abs(grey.slope) : 0.0;
}

/// As few steps in each bin as leave at most `mostBins`, in each but the last equally many.
void binLevels(RoiHistogram &histogram, const std::vector<std::int64_t> &levels, double first, double step,
               int mostBins)
{
    const std::size_t group = (levels.size() + std::size_t(mostBins) - 1) / std::size_t(mostBins);
    for (std::size_t from = 0; from < levels.size(); from += group) {
        const std::size_t end = std::min(from + group, levels.size());
        RoiHistogram::Bin bin{first + double(from) * step, first + double(end - 1) * step, 0};
        for (std::size_t level = from; level < end; ++level)
            bin.count += levels[level];
        histogram.bins.push_back(bin);
    }
    histogram.isOfLevels = true;
}

void binRange(RoiHistogram &histogram, const imaging::RoiStatistics &statistics)
{
    const auto bins = double(statistics.histogram.size());
    const double low = *statistics.minimum, width = (*statistics.maximum - low) / bins;
    for (std::size_t i = 0; i < statistics.histogram.size(); ++i)
        histogram.bins.push_back({low + double(i) * width, low + double(i + 1) * width, statistics.histogram[i]});
}

/// The values of a region, in `bins` bins.
imaging::RoiStatistics read(const imaging::Region &region, const OverlayInput &input, int bins)
{
    return imaging::statisticsOf(region, *input.instance, input.frame.get(), bins);
}

NoHistogram whyNone(const imaging::RoiStatistics &statistics, const OverlayInput &input)
{
    if (statistics.isColour)
        return NoHistogram::Colour;
    if (!input.frame || input.frame->reduction > 0)
        return NoHistogram::NotLoaded;
    return statistics.count > 0 && statistics.mean && statistics.deviation ? NoHistogram::None : NoHistogram::NoValues;
}

} // namespace

std::int64_t RoiHistogram::highest() const
{
    std::int64_t most = 0;
    for (const Bin &bin : bins)
        most = std::max(most, bin.count);
    return most;
}

HistogramAnswer histogramOf(const session::Annotation &mark, const OverlayInput &input, int mostBins)
{
    const MarkContent content = contentOf(mark, input);
    if (!content.isShown)
        return {NoHistogram::NotHere, std::nullopt};
    if (!content.region)
        return {NoHistogram::NotARegion, std::nullopt};
    const imaging::RoiStatistics plain = read(*content.region, input, 0);
    if (const NoHistogram why = whyNone(plain, input); why != NoHistogram::None)
        return {why, std::nullopt};
    RoiHistogram histogram;
    histogram.unit = input.instance->grey.unitText;
    histogram.count = plain.count;
    histogram.leftOut = plain.leftOut;
    histogram.mean = *plain.mean;
    histogram.deviation = *plain.deviation;
    histogram.isProvisional = content.provisional;
    const double step = stepOf(*input.instance, *input.frame);
    const double range = *plain.maximum - *plain.minimum;
    const double levels = step > 0.0 ? std::round(range / step) + 1.0 : 0.0;
    if (range == 0.0)
        histogram.bins.push_back({*plain.minimum, *plain.maximum, plain.count});
    else if (levels >= 2.0 && levels <= mostLevels)
        binLevels(histogram, read(*content.region, input, int(levels)).histogram, *plain.minimum, step, mostBins);
    else
        binRange(histogram, read(*content.region, input, mostBins));
    histogram.isOfLevels = histogram.isOfLevels || range == 0.0;
    return {NoHistogram::None, std::move(histogram)};
}

QString noHistogramText(NoHistogram why)
{
    switch (why) {
    case NoHistogram::None:
        break;
    case NoHistogram::NotARegion:
        return Text::tr("Only a region (ROI) has a histogram.");
    case NoHistogram::NotHere:
        return Text::tr("The region is not drawn on the image shown.");
    case NoHistogram::Colour:
        return Text::tr("An image in colour has no values to count.");
    case NoHistogram::NotLoaded:
        return Text::tr("The image is not loaded yet.");
    case NoHistogram::NoValues:
        return Text::tr("No pixel with a value lies in the region.");
    }
    return {};
}

QString histogramCsv(const RoiHistogram &histogram)
{
    QString text = u"from,to,pixels\n"_s;
    for (const RoiHistogram::Bin &bin : histogram.bins)
        text += QString::number(bin.low, 'g', 9) + u',' + QString::number(bin.high, 'g', 9) + u',' +
                QString::number(bin.count) + u'\n';
    return text;
}

QString binText(const RoiHistogram &histogram, std::size_t bin)
{
    if (bin >= histogram.bins.size())
        return {};
    const auto &[low, high, count] = histogram.bins[bin];
    const QString values =
        low == high ? numberText(low) : Text::tr("%1 to %2", "values").arg(numberText(low), numberText(high));
    const double share = histogram.count > 0 ? 100.0 * double(count) / double(histogram.count) : 0.0;
    return Text::tr("%1: %2 pixels (%3 %)")
        .arg(histogram.unit.isEmpty() ? values : values + u' ' + histogram.unit, QString::number(count),
             numberText(share, 1));
}

} // namespace consilium::render2d
