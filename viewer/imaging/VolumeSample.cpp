#include "viewer/imaging/VolumeSample.h"

#include "viewer/imaging/GreyRenderer.h"
#include "viewer/imaging/Percentile.h"
#include "viewer/imaging/ValueImage.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace consilium::imaging
{

VolumeSample::VolumeSample(int slices)
    : m_ofSlice(std::size_t(std::clamp(most / std::max(slices, 1), leastOfSlice, mostOfSlice)))
{
}

void VolumeSample::add(const dicom::Instance &instance, const pixels::DecodedFrame &frame)
{
    ++m_added;
    const auto columns = std::size_t(std::max(frame.columns, 0));
    const std::size_t count = std::size_t(std::max(frame.rows, 0)) * columns;
    if (count == 0)
        return;
    std::size_t step = (count + m_ofSlice - 1) / m_ofSlice;
    // Without a common divisor, or the same few columns would come in every row.
    while (step > 1 && std::gcd(step, columns) != 1)
        ++step;
    for (std::size_t i = 0; i < count; i += step)
        if (const float value = valueAt(instance, frame, int(i / columns), int(i % columns)); std::isfinite(value))
            m_values.push_back(value);
}

std::optional<session::Window> VolumeSample::window() const
{
    return percentileWindow(m_values, share);
}

std::optional<session::Window> statedWindow(const dicom::DataSet &series)
{
    std::optional<session::Window> stated;
    for (const dicom::InstancePtr &slice : series.slices) {
        if (slice->grey.windows.empty())
            return std::nullopt;
        const session::Window window = fileWindows(slice->grey).front();
        if (stated && *stated != window)
            return std::nullopt;
        stated = window;
    }
    return stated;
}

} // namespace consilium::imaging
