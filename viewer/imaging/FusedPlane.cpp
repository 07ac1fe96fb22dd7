#include "viewer/imaging/FusedPlane.h"

#include "viewer/dicom/FrameRelations.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace consilium::imaging
{

namespace
{

constexpr double parallelCosine = 0.99999847691; // of 0.1 degrees
constexpr double stepToleranceMm = 0.05;         // positions are written with two decimals, and added up
constexpr double stepTolerance = 0.02;           // of a step
constexpr double edge = 0.5 + 1e-6;              // of a voxel beyond its centre, and rounding

bool isGrey(const dicom::Instance &image)
{
    return image.pixels.samplesPerPixel == 1 && !image.pixels.palette;
}

FusionRefusal relationOf(const dicom::Instance &slice, const dicom::Instance &image, const dicom::StudyPairs &pairs)
{
    if (!isGrey(slice) || !isGrey(image))
        return FusionRefusal::NotGrey;
    if (!dicom::isSamePatient(slice, image, pairs))
        return FusionRefusal::OtherPatient;
    if (!slice.geometry.isSpatial() || !image.geometry.isSpatial() || slice.geometry.frameOfReference.isEmpty() ||
        image.geometry.frameOfReference.isEmpty())
        return FusionRefusal::NoPlace;
    return slice.geometry.frameOfReference == image.geometry.frameOfReference ? FusionRefusal::None
                                                                              : FusionRefusal::OtherFrame;
}

bool areAlike(const dicom::Instance &a, const dicom::Instance &b)
{
    const auto same = [](double x, double y) { return std::abs(x - y) <= 1e-4 * std::abs(x); };
    return a.geometry.rows == b.geometry.rows && a.geometry.columns == b.geometry.columns &&
           same(a.geometry.spacing.betweenRowsMm, b.geometry.spacing.betweenRowsMm) &&
           same(a.geometry.spacing.betweenColumnsMm, b.geometry.spacing.betweenColumnsMm) &&
           a.grey.unit == b.grey.unit && a.grey.unitText == b.grey.unitText;
}

/// The way from one slice to the next; nullopt where there is no such one way.
std::optional<PatientVector> evenStep(const dicom::DataSet &series)
{
    const auto &slices = series.slices;
    if (slices.size() < 2)
        return std::nullopt;
    const dicom::FrameGeometry &first = slices.front()->geometry;
    const PatientVector way = *slices.back()->geometry.position - *first.position;
    const PatientVector step = way * (1.0 / double(slices.size() - 1));
    const double alongNormal = std::abs(step.dot(*first.normal()));
    if (!(alongNormal > stepToleranceMm))
        return std::nullopt;
    const double most = std::max(stepToleranceMm, stepTolerance * alongNormal);
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const dicom::FrameGeometry &other = slices[i]->geometry;
        const PatientVector off = *other.position - (*first.position + step * double(i));
        if (off.length() > most || first.alongRow->dot(*other.alongRow) < parallelCosine ||
            first.alongColumn->dot(*other.alongColumn) < parallelCosine)
            return std::nullopt;
    }
    return step;
}

/// Coordinates along three directions that need not be square to one another.
struct Axes {
    PatientVector a, b, c;
    [[nodiscard]] std::array<double, 3> of(const PatientVector &v) const
    {
        const double volume = a.dot(b.cross(c));
        return {v.dot(b.cross(c)) / volume, v.dot(c.cross(a)) / volume, v.dot(a.cross(b)) / volume};
    }
};

void placeImage(FusionPlan &plan, const dicom::FrameGeometry &series, const PatientVector &step,
                const dicom::FrameGeometry &image)
{
    const Axes voxel{*series.alongRow * series.spacing.betweenColumnsMm,
                     *series.alongColumn * series.spacing.betweenRowsMm, step};
    plan.rows = image.rows;
    plan.columns = image.columns;
    plan.origin = voxel.of(*image.position - *series.position);
    plan.perColumn = voxel.of(*image.alongRow * image.spacing.betweenColumnsMm);
    plan.perRow = voxel.of(*image.alongColumn * image.spacing.betweenRowsMm);
}

/// The lowest and the highest place across the slices, at the middles of the outermost pixels or so far beyond them.
std::pair<double, double> slicesAcross(const FusionPlan &plan, double beyond)
{
    double low = std::numeric_limits<double>::max(), high = std::numeric_limits<double>::lowest();
    for (const double column : {-beyond, plan.columns - 1.0 + beyond}) {
        for (const double row : {-beyond, plan.rows - 1.0 + beyond}) {
            const double slice = plan.origin[2] + plan.perColumn[2] * column + plan.perRow[2] * row;
            low = std::min(low, slice);
            high = std::max(high, slice);
        }
    }
    return {low, high};
}

/// The picture is of the middles of pixels, which say whether there is any. What is measured reaches to their borders:
/// where a pixel is wider than the slices are apart, those are of other slices.
void planSlices(FusionPlan &plan)
{
    const auto [lowSeen, highSeen] = slicesAcross(plan, 0.0);
    if (highSeen < -edge || lowSeen > plan.size[2] - 1 + edge)
        return;
    const auto [low, high] = slicesAcross(plan, 0.5);
    const double last = plan.size[2] - 1.0;
    plan.first = int(std::clamp(std::floor(low), 0.0, last));
    plan.last = int(std::clamp(std::ceil(high), 0.0, last));
}

/// One place along one axis: the two voxels it lies between and how far it is on the way to the second.
struct Between {
    int first = 0, second = 0;
    float share = 0.0F;
    bool isInside = false;
};
Between between(double at, int size)
{
    if (at < -edge || at > size - 1 + edge)
        return {};
    const double held = std::clamp(at, 0.0, size - 1.0);
    const int first = std::min(int(held), size - 1);
    return {first, std::min(first + 1, size - 1), float(held - first), true};
}

/// 0 * NaN is NaN: a voxel without a share must not make a hole.
float mixed(float a, float b, float share)
{
    constexpr float none = 1e-5F;
    if (share < none)
        return a;
    return share > 1.0F - none ? b : a + (b - a) * share;
}

/// Values are made of the samples where they are needed: a copy of all slices as values would be two thirds of the
/// memory that a plane across a whole stack takes, and nothing could stop its making.
class Sampler
{
public:
    Sampler(const FusionPlan &plan, const std::vector<FusionPart> &parts) : m_plan(plan), m_parts(parts) {}

    [[nodiscard]] float at(double column, double row) const
    {
        const auto along = [&](std::size_t axis) {
            return m_plan.origin[axis] + m_plan.perColumn[axis] * column + m_plan.perRow[axis] * row;
        };
        const Between x = between(along(0), m_plan.size[0]), y = between(along(1), m_plan.size[1]),
                      z = between(along(2), m_plan.size[2]);
        if (!x.isInside || !y.isInside || !z.isInside)
            return std::numeric_limits<float>::quiet_NaN();
        return mixed(inSlice(z.first, x, y), inSlice(z.second, x, y), z.share);
    }

private:
    [[nodiscard]] float inSlice(int slice, const Between &x, const Between &y) const
    {
        const int index = slice - m_plan.first;
        const FusionPart *part = index < 0 || index >= int(m_parts.size()) ? nullptr : &m_parts[std::size_t(index)];
        const bool fits =
            part && part->frame && part->frame->rows == m_plan.size[1] && part->frame->columns == m_plan.size[0];
        if (!fits)
            return std::numeric_limits<float>::quiet_NaN();
        const auto value = [part](int row, int column) {
            return float(valueAt(*part->instance, *part->frame, row, column) * part->factor);
        };
        return mixed(mixed(value(y.first, x.first), value(y.first, x.second), x.share),
                     mixed(value(y.second, x.first), value(y.second, x.second), x.share), y.share);
    }

    const FusionPlan &m_plan;
    const std::vector<FusionPart> &m_parts;
};

/// What is held at once for a plane: the decoded slices that it needs, and its values.
std::int64_t planeBytes(const FusionPlan &plan, const dicom::Instance &slice)
{
    const bool isWide = slice.pixels.isFloat || slice.pixels.bitsStored > 16;
    const auto sampleBytes = std::int64_t(bytesPerPixel(isWide ? pixels::SampleType::F64 : pixels::SampleType::U16));
    const std::int64_t sliceBytes = std::int64_t(slice.geometry.rows) * slice.geometry.columns * sampleBytes;
    const std::int64_t valueBytes = std::int64_t(plan.rows) * plan.columns * std::int64_t(sizeof(float));
    return plan.count() * sliceBytes + valueBytes;
}

} // namespace

FusionPlan planFusion(const dicom::DataSet &series, const dicom::Instance &image, const dicom::StudyPairs &pairs)
{
    FusionPlan plan;
    const auto refuse = [&plan](FusionRefusal why) {
        plan.refusal = why;
        return plan;
    };
    if (series.slices.empty())
        return refuse(FusionRefusal::NotThere);
    if (series.indexOf(image.sop, image.frame) >= 0)
        return refuse(FusionRefusal::Itself);
    for (const dicom::InstancePtr &slice : series.slices) {
        if (const FusionRefusal why = relationOf(*slice, image, pairs); why != FusionRefusal::None)
            return refuse(why);
    }
    const dicom::Instance &first = *series.slices.front();
    for (const dicom::InstancePtr &slice : series.slices) {
        if (!areAlike(first, *slice))
            return refuse(FusionRefusal::Mixed);
    }
    const auto step = evenStep(series);
    if (!step)
        return refuse(FusionRefusal::Irregular);
    plan.size = {first.geometry.columns, first.geometry.rows, int(series.slices.size())};
    placeImage(plan, first.geometry, *step, image.geometry);
    planSlices(plan);
    return planeBytes(plan, first) > maxFusionBytes ? refuse(FusionRefusal::TooLarge) : plan;
}

dicom::SuvRefusal suvRefusal(const dicom::DataSet &series, dicom::SuvKind kind)
{
    if (series.slices.empty())
        return dicom::SuvRefusal::NotPet;
    for (const dicom::InstancePtr &slice : series.slices) {
        if (!slice->suv)
            return dicom::SuvRefusal::NotPet;
        if (const auto &factor = slice->suv->of(kind); !factor.isKnown())
            return factor.refusal;
    }
    return dicom::SuvRefusal::None;
}

ValueImage sampleFusion(const FusionPlan &plan, const std::vector<FusionPart> &parts, const CancelToken &cancel)
{
    ValueImage fused;
    if (cancel.isCancelled())
        return fused;
    fused.rows = plan.rows;
    fused.columns = plan.columns;
    fused.hasHoles = true;
    fused.values.assign(std::size_t(plan.rows) * std::size_t(plan.columns), std::numeric_limits<float>::quiet_NaN());
    if (plan.isOutside() || plan.refusal != FusionRefusal::None)
        return fused;
    const Sampler sampler(plan, parts);
    float *to = fused.values.data();
    for (int row = 0; row < plan.rows && !cancel.isCancelled(); ++row) {
        for (int column = 0; column < plan.columns; ++column)
            *to++ = sampler.at(column, row);
    }
    return fused;
}

} // namespace consilium::imaging
