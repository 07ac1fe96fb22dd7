#include "app/bridge/GreyRanges.h"

#include "viewer/imaging/GreyRenderer.h"

namespace consilium::app
{

bool needsRange(const dicom::Instance &instance)
{
    return instance.pixels.samplesPerPixel == 1 && !instance.pixels.palette && instance.grey.windows.empty() &&
           instance.grey.voiLuts.empty();
}

std::optional<GreyRanges::Range> GreyRanges::of(const DataSetId &id) const
{
    return m_ranges.value(id).range;
}

bool GreyRanges::take(const DataSetId &id, const dicom::Instance &instance, const pixels::DecodedFrame &frame,
                      bool isMiddle)
{
    Entry &entry = m_ranges[id];
    if (entry.isFixed || (entry.range && !isMiddle))
        return false;
    entry.isFixed = isMiddle;
    // An empty image says nothing about the others: with its range they would all be white.
    const bool isEmpty = frame.shownLow() == frame.shownHigh();
    if (!needsRange(instance) || isEmpty || frame.damaged || frame.type == pixels::SampleType::Rgb8)
        return false;
    const auto window = imaging::effectiveVoi(instance.grey, {}, frame).window;
    if (!window)
        return false;
    const Range range{window->centre - window->width / 2.0, window->centre + window->width / 2.0};
    if (entry.range == range)
        return false;
    entry.range = range;
    return true;
}

bool GreyRanges::take(const StudyTable &table, const StudyTable::Image &image, const pixels::DecodedFrame &frame)
{
    const auto dataSet = table.dataSet(image.dataSet);
    if (!dataSet || dataSet->slices.empty() || !isProvisional(dataSet->id))
        return false;
    const auto &middle = *dataSet->slices[dataSet->slices.size() / 2];
    const bool isMiddle =
        table.progress(dataSet->id).settled && pixels::keyOf(middle) == pixels::keyOf(*image.instance);
    return take(dataSet->id, *image.instance, frame, isMiddle);
}

} // namespace consilium::app
