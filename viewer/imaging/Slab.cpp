#include "viewer/imaging/Slab.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <limits>

namespace consilium::imaging
{

namespace
{

constexpr double cosTenthDegree = 0.99999848;
constexpr double steadyMm = 0.021, steadyShare = 0.01; // as for the warning about uneven spacing
constexpr double samePositionMm = 0.01;

bool isGrey(const dicom::Instance &image)
{
    return image.pixels.samplesPerPixel == 1 && !image.pixels.palette;
}

bool isPlaced(const dicom::Instance &image)
{
    return image.geometry.isSpatial();
}

double stepBetween(const dicom::Instance &a, const dicom::Instance &b)
{
    return (*b.geometry.position - *a.geometry.position).dot(*a.geometry.normal());
}

/// Decoded as doubles, four times as large, and in no 16-bit table: those are not put together.
bool isDeep(const dicom::Instance &image)
{
    return image.pixels.isFloat || image.pixels.bitsAllocated > 16;
}

/// The thinnest of the slices from `first` to `last`; 0: none says how thick it is. (0018,0050), PS3.3 C.7.6.2.
double thinnestMm(const dicom::DataSet &dataSet, int first, int last)
{
    double thinnest = 0.0;
    for (int i = first; i <= last; ++i) {
        const double mm = dataSet.slices[std::size_t(i)]->sliceThicknessMm.value_or(0.0);
        if (mm > 0.0 && (thinnest == 0.0 || mm < thinnest))
            thinnest = mm;
    }
    return thinnest;
}

/// Median size of the steps of the stack that are none of duplicates; 0: there is none.
double usualStep(const dicom::DataSet &dataSet)
{
    std::vector<double> steps;
    for (std::size_t i = 1; i < dataSet.slices.size(); ++i) {
        const auto &a = *dataSet.slices[i - 1], &b = *dataSet.slices[i];
        if (!isPlaced(a) || !isPlaced(b))
            continue;
        const double step = std::abs(stepBetween(a, b));
        if (step > samePositionMm)
            steps.push_back(step);
    }
    if (steps.empty())
        return 0.0;
    const auto middle = steps.begin() + std::ptrdiff_t(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
}

bool sameKind(const dicom::Instance &a, const dicom::Instance &b)
{
    return a.geometry.rows == b.geometry.rows && a.geometry.columns == b.geometry.columns &&
           a.geometry.spacing == b.geometry.spacing && a.grey.unitText == b.grey.unitText && isGrey(a) == isGrey(b);
}

bool areParallel(const dicom::Instance &a, const dicom::Instance &b)
{
    return a.geometry.alongRow->dot(*b.geometry.alongRow) > cosTenthDegree &&
           a.geometry.alongColumn->dot(*b.geometry.alongColumn) > cosTenthDegree;
}

/// How far the pixels of `b` lie beside those of `a`, in pixels.
double sidewaysPx(const dicom::Instance &a, const dicom::Instance &b)
{
    const PatientVector by = *b.geometry.position - *a.geometry.position;
    return std::max(std::abs(by.dot(*a.geometry.alongRow)) / a.geometry.spacing.betweenColumnsMm,
                    std::abs(by.dot(*a.geometry.alongColumn)) / a.geometry.spacing.betweenRowsMm);
}

/// The first thing that keeps the slices of the plan from being one slab.
SlabRefusal refusalOf(const dicom::DataSet &dataSet, const SlabPlan &plan, int index)
{
    const dicom::Instance &centre = *dataSet.slices[std::size_t(index)];
    const double tolerance = std::max(steadyMm, steadyShare * plan.spacingMm);
    double direction = 0.0;
    for (int i = plan.first; i <= plan.last; ++i) {
        const dicom::Instance &image = *dataSet.slices[std::size_t(i)];
        if (isDeep(image))
            return SlabRefusal::TooDeep;
        if (!sameKind(centre, image))
            return SlabRefusal::Mixed;
        if (!isPlaced(image))
            return SlabRefusal::NoPlace;
        if (centre.geometry.frameOfReference != image.geometry.frameOfReference)
            return SlabRefusal::OtherFrame;
        if (!areParallel(centre, image))
            return SlabRefusal::NotParallel;
        if (sidewaysPx(centre, image) > 0.1)
            return SlabRefusal::Tilted;
        if (i == plan.first)
            continue;
        const double step = stepBetween(*dataSet.slices[std::size_t(i) - 1], image);
        if (std::abs(std::abs(step) - plan.spacingMm) > tolerance || step * direction < 0.0)
            return SlabRefusal::Uneven;
        direction = step;
    }
    return SlabRefusal::None;
}

template<class Sample>
void addSamples(const Sample *samples, std::size_t count, session::SlabMode mode, std::int32_t *sums)
{
    switch (mode) {
    case session::SlabMode::Mean:
        for (std::size_t i = 0; i < count; ++i)
            sums[i] += std::int32_t(samples[i]);
        break;
    case session::SlabMode::Maximum:
        for (std::size_t i = 0; i < count; ++i)
            sums[i] = std::max(sums[i], std::int32_t(samples[i]));
        break;
    case session::SlabMode::Minimum:
        for (std::size_t i = 0; i < count; ++i)
            sums[i] = std::min(sums[i], std::int32_t(samples[i]));
        break;
    }
}

std::int32_t startOf(session::SlabMode mode)
{
    if (mode == session::SlabMode::Mean)
        return 0;
    return mode == session::SlabMode::Maximum ? std::numeric_limits<std::int32_t>::min()
                                              : std::numeric_limits<std::int32_t>::max();
}

bool shareRescale(const std::vector<SlabPart> &parts)
{
    const auto &grey = parts.front().instance->grey;
    return std::all_of(parts.begin(), parts.end(), [&](const SlabPart &part) {
        const auto &other = part.instance->grey;
        return !other.modalityLut && other.slope == grey.slope && other.intercept == grey.intercept &&
               !part.instance->pixels.paddingValue;
    });
}

/// All parts have one straight rescale and no padding: gathered in whole stored values, rescaled once.
ValueImage combineStored(const std::vector<SlabPart> &parts, session::SlabMode mode, const CancelToken &cancel)
{
    const auto &grey = parts.front().instance->grey;
    // A negative slope turns the greatest modality value into the smallest stored one.
    session::SlabMode stored = mode;
    if (grey.slope < 0.0 && mode != session::SlabMode::Mean)
        stored = mode == session::SlabMode::Maximum ? session::SlabMode::Minimum : session::SlabMode::Maximum;
    ValueImage image;
    image.rows = parts.front().frame->rows;
    image.columns = parts.front().frame->columns;
    const std::size_t count = std::size_t(image.rows) * std::size_t(image.columns);
    std::vector<std::int32_t> sums(count, startOf(stored));
    for (const SlabPart &part : parts) {
        if (cancel.isCancelled())
            break;
        if (part.frame->type == pixels::SampleType::S16)
            addSamples(part.frame->s16(), count, stored, sums.data());
        else
            addSamples(part.frame->u16(), count, stored, sums.data());
    }
    image.values.resize(count);
    const double divisor = mode == session::SlabMode::Mean ? double(parts.size()) : 1.0;
    for (std::size_t i = 0; i < count; ++i)
        image.values[i] = float(grey.slope * (sums[i] / divisor) + grey.intercept);
    return image;
}

/// Any parts: through their modality values, padding left out.
ValueImage combineValues(const std::vector<SlabPart> &parts, session::SlabMode mode, const CancelToken &cancel)
{
    ValueImage image = valuesOf(*parts.front().instance, *parts.front().frame);
    const std::size_t count = image.values.size();
    std::vector<double> sums(count, 0.0);
    std::vector<std::int32_t> counts(count, 0);
    for (const SlabPart &part : parts) {
        if (cancel.isCancelled())
            break;
        const ValueImage values = valuesOf(*part.instance, *part.frame);
        for (std::size_t i = 0; i < count; ++i) {
            const float value = values.values[i];
            if (std::isnan(value))
                continue;
            double &sum = sums[i];
            if (mode == session::SlabMode::Mean || counts[i] == 0)
                sum += value;
            else
                sum = mode == session::SlabMode::Maximum ? std::max(sum, double(value)) : std::min(sum, double(value));
            ++counts[i];
        }
    }
    image.hasHoles = false;
    for (std::size_t i = 0; i < count; ++i) {
        image.hasHoles = image.hasHoles || counts[i] == 0;
        const double divisor = mode == session::SlabMode::Mean ? double(counts[i]) : 1.0;
        image.values[i] = counts[i] > 0 ? float(sums[i] / divisor) : std::numeric_limits<float>::quiet_NaN();
    }
    return image;
}

} // namespace

SlabPlan planSlab(const dicom::DataSet &dataSet, int index, double thicknessMm)
{
    SlabPlan plan;
    const auto refused = [&plan](SlabRefusal why) {
        plan.refusal = why;
        return plan;
    };
    const int count = int(dataSet.slices.size());
    if (index < 0 || index >= count)
        return refused(SlabRefusal::NoPlace);
    const dicom::Instance &centre = *dataSet.slices[std::size_t(index)];
    if (!isGrey(centre))
        return refused(SlabRefusal::NotGrey);
    plan.isProvisional = !dataSet.isComplete;
    plan.spacingMm = usualStep(dataSet);
    if (!isPlaced(centre) || !(plan.spacingMm > 0.0))
        return refused(SlabRefusal::NoPlace);
    const int slices = std::max(1, int(std::lround(std::min(thicknessMm / plan.spacingMm, 1e6))));
    plan.first = std::max(0, index - (slices - 1) / 2);
    plan.last = std::min(count - 1, index + slices / 2);
    // Deep images are refused below, so a sample has two bytes.
    const std::int64_t bytes = std::int64_t(centre.geometry.rows) * centre.geometry.columns * 2 * plan.count();
    if (plan.count() > maxSlabSlices || bytes > maxSlabBytes)
        return refused(SlabRefusal::TooThick);
    plan.sliceMm = thinnestMm(dataSet, plan.first, plan.last);
    plan.refusal = refusalOf(dataSet, plan, index);
    return plan;
}

ValueImage combineSlab(const std::vector<SlabPart> &parts, session::SlabMode mode, const CancelToken &cancel)
{
    Q_ASSERT(!parts.empty());
    return shareRescale(parts) ? combineStored(parts, mode, cancel) : combineValues(parts, mode, cancel);
}

std::int64_t slabWork(const std::vector<SlabPart> &parts)
{
    constexpr std::int64_t throughValues = 8; // each sample is looked up and tested
    if (parts.empty())
        return 0;
    const auto &frame = *parts.front().frame;
    const std::int64_t samples = std::int64_t(frame.rows) * frame.columns * std::int64_t(parts.size());
    return shareRescale(parts) ? samples : throughValues * samples;
}

} // namespace consilium::imaging
