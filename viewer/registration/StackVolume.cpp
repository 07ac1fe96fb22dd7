#include "viewer/registration/StackVolume.h"

#include "viewer/dicom/FrameRelations.h"
#include "viewer/dicom/PlaceInStack.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

namespace consilium::registration
{

namespace
{

constexpr double sameMm = 0.01; // positions are written with two decimals
constexpr float noValue = std::numeric_limits<float>::quiet_NaN();

bool isGrey(const dicom::Instance &image)
{
    return image.pixels.samplesPerPixel == 1 && !image.pixels.palette;
}

bool hasPlace(const dicom::Instance &image)
{
    return image.geometry.isSpatial() && image.geometry.spacing.basis == dicom::SpacingBasis::PatientPlane &&
           !image.geometry.frameOfReference.isEmpty();
}

/// Planes of one volume: parallel, turned alike, of one size and one scale.
bool areAlike(const dicom::Instance &a, const dicom::Instance &b)
{
    constexpr double cosTenthDegree = 0.99999848;
    const dicom::FrameGeometry &one = a.geometry, &other = b.geometry;
    return one.rows == other.rows && one.columns == other.columns && one.spacing == other.spacing &&
           one.frameOfReference == other.frameOfReference && one.alongRow->dot(*other.alongRow) >= cosTenthDegree &&
           one.alongColumn->dot(*other.alongColumn) >= cosTenthDegree && dicom::isSamePatient(a, b);
}

int blockOf(double mm)
{
    return std::max(1, int(std::lround(voxelMm / mm)));
}

double medianStep(const std::vector<std::pair<double, int>> &places)
{
    std::vector<double> steps;
    for (std::size_t i = 1; i < places.size(); ++i)
        steps.push_back(places[i].first - places[i - 1].first);
    const auto middle = steps.begin() + std::ptrdiff_t(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
}

/// Everything beyond the percentiles becomes them, what has no value the lower one.
void cutEnds(std::vector<float> &values)
{
    std::vector<float> known;
    known.reserve(values.size());
    std::copy_if(values.begin(), values.end(), std::back_inserter(known), [](float v) { return std::isfinite(v); });
    if (known.empty()) {
        std::fill(values.begin(), values.end(), 0.0F);
        return;
    }
    const auto percentile = [&known](double share) {
        const auto at = known.begin() + std::ptrdiff_t(share * double(known.size() - 1));
        std::nth_element(known.begin(), at, known.end());
        return *at;
    };
    const float low = percentile(0.002), high = percentile(0.998);
    for (float &value : values)
        value = std::isfinite(value) ? std::clamp(value, low, high) : low;
}

} // namespace

StackVolume::StackVolume(dicom::DataSetPtr stack) : m_stack(std::move(stack))
{
    const auto &slices = m_stack->slices;
    if (slices.size() < leastSlices)
        m_refusal = StackRefusal::TooFew;
    else if (!std::all_of(slices.begin(), slices.end(), [](const auto &image) { return isGrey(*image); }))
        m_refusal = StackRefusal::NotGrey;
    else if (!std::all_of(slices.begin(), slices.end(), [](const auto &image) { return hasPlace(*image); }))
        m_refusal = StackRefusal::NoPlace;
    else if (!isOneStack())
        m_refusal = StackRefusal::NotOneStack;
    else
        plan();
}

bool StackVolume::isOneStack() const
{
    const auto &slices = m_stack->slices;
    return std::all_of(slices.begin(), slices.end(),
                       [&](const auto &image) { return areAlike(*slices.front(), *image); });
}

void StackVolume::plan()
{
    const dicom::FrameGeometry &first = m_stack->slices.front()->geometry;
    std::vector<std::pair<double, int>> places;
    for (int i = 0; i < int(m_stack->slices.size()); ++i)
        places.emplace_back(*dicom::distanceFromPlaneMm(first, *m_stack->slices[std::size_t(i)]->geometry.position), i);
    std::sort(places.begin(), places.end());
    // Of images at one place (phases) the first one counts.
    const auto last = std::unique(places.begin(), places.end(),
                                  [](const auto &a, const auto &b) { return b.first - a.first < sameMm; });
    places.erase(last, places.end());
    if (places.size() < leastSlices || places.back().first - places.front().first < leastReachMm) {
        m_refusal = StackRefusal::TooFew;
        return;
    }
    const double usual = medianStep(places);
    m_stepMm = std::max(voxelMm, usual);
    for (const auto &[mm, index] : places) {
        const bool isLast = index == places.back().second;
        if (!m_slices.empty() && mm - m_slices.back().mm > mostGapMm)
            m_refusal = StackRefusal::Gaps;
        if (m_slices.empty() || isLast || mm - m_slices.back().mm >= voxelMm - usual / 2.0) {
            m_slices.push_back({mm, {}});
            m_needed.push_back(index);
        }
    }
    m_blockColumns = std::min(blockOf(first.spacing.betweenColumnsMm), first.columns);
    m_blockRows = std::min(blockOf(first.spacing.betweenRowsMm), first.rows);
    m_columns = first.columns / m_blockColumns;
    m_rows = first.rows / m_blockRows;
    // A spacing that is wrong would make a volume that no memory holds: 32 million are 500 x 500 x 800 mm.
    constexpr double mostVoxels = 32e6;
    const double reach = (places.back().first - places.front().first) / m_stepMm + 1.0;
    if (double(m_columns) * m_rows * reach > mostVoxels)
        m_refusal = StackRefusal::NotOneStack;
}

bool StackVolume::put(std::size_t index, const imaging::ValueImage &image)
{
    const dicom::FrameGeometry &geometry = m_stack->slices.front()->geometry;
    Slice &slice = m_slices[index];
    if (image.rows != geometry.rows || image.columns != geometry.columns)
        return false;
    if (!slice.values.empty())
        return true; // it is there already
    slice.values.resize(std::size_t(m_rows) * std::size_t(m_columns));
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < m_columns; ++column) {
            double sum = 0.0;
            int count = 0;
            for (int r = row * m_blockRows; r < (row + 1) * m_blockRows; ++r) {
                for (int c = column * m_blockColumns; c < (column + 1) * m_blockColumns; ++c) {
                    if (const float value = image.at(r, c); std::isfinite(value)) {
                        sum += double(value);
                        ++count;
                    }
                }
            }
            slice.values[std::size_t(row) * std::size_t(m_columns) + std::size_t(column)] =
                count > 0 ? float(sum / count) : noValue;
        }
    }
    ++m_done;
    return true;
}

float StackVolume::valueIn(const Slice &slice, const dicom::Instance &image, PatientPoint point) const
{
    const ImagePoint at = *image.geometry.toImage(point);
    const double column = (at.column - (m_blockColumns - 1) / 2.0) / m_blockColumns;
    const double row = (at.row - (m_blockRows - 1) / 2.0) / m_blockRows;
    constexpr double rounding = 1e-6;
    if (column < -rounding || row < -rounding || column > m_columns - 1 + rounding || row > m_rows - 1 + rounding)
        return noValue;
    const int c = std::clamp(int(column), 0, std::max(0, m_columns - 2));
    const int r = std::clamp(int(row), 0, std::max(0, m_rows - 2));
    const double right = std::clamp(column - c, 0.0, 1.0), down = std::clamp(row - r, 0.0, 1.0);
    const auto value = [&](int rowAt, int columnAt) {
        return double(slice.values[std::size_t(std::min(rowAt, m_rows - 1)) * std::size_t(m_columns) +
                                   std::size_t(std::min(columnAt, m_columns - 1))]);
    };
    return float((value(r, c) * (1.0 - right) + value(r, c + 1) * right) * (1.0 - down) +
                 (value(r + 1, c) * (1.0 - right) + value(r + 1, c + 1) * right) * down);
}

Volume StackVolume::volume() const
{
    const dicom::Instance &first = *m_stack->slices[std::size_t(m_needed.front())];
    const dicom::FrameGeometry &geometry = first.geometry;
    Volume volume;
    volume.columns = m_columns;
    volume.rows = m_rows;
    volume.columnMm = geometry.spacing.betweenColumnsMm * m_blockColumns;
    volume.rowMm = geometry.spacing.betweenRowsMm * m_blockRows;
    volume.sliceMm = m_stepMm;
    volume.alongColumns = *geometry.alongRow;
    volume.alongRows = *geometry.alongColumn;
    volume.alongSlices = *geometry.normal();
    volume.origin = *geometry.toPatient({(m_blockColumns - 1) / 2.0, (m_blockRows - 1) / 2.0});
    const double start = m_slices.front().mm, reach = m_slices.back().mm - start;
    volume.slices = int(std::floor(reach / m_stepMm + 1e-6)) + 1;
    std::size_t below = 0;
    for (int s = 0; s < volume.slices; ++s) {
        const double mm = start + std::min(s * m_stepMm, reach);
        while (below + 2 < m_slices.size() && m_slices[below + 1].mm <= mm)
            ++below;
        const Slice &low = m_slices[below], &high = m_slices[below + 1];
        const double part = std::clamp((mm - low.mm) / (high.mm - low.mm), 0.0, 1.0);
        const auto &lowImage = *m_stack->slices[std::size_t(m_needed[below])];
        const auto &highImage = *m_stack->slices[std::size_t(m_needed[below + 1])];
        for (int row = 0; row < m_rows; ++row) {
            for (int column = 0; column < m_columns; ++column) {
                const PatientPoint at = volume.centreOf(column, row, s);
                const float a = valueIn(low, lowImage, at), b = valueIn(high, highImage, at);
                volume.values.push_back(part <= 0.0 ? a : part >= 1.0 ? b : float(a * (1.0 - part) + b * part));
            }
        }
    }
    cutEnds(volume.values);
    return volume;
}

} // namespace consilium::registration
