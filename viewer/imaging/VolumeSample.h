#pragma once
#include "viewer/dicom/StudyModel.h"
#include "viewer/pixels/DecodedFrame.h"
#include "viewer/session/ViewerState.h"

#include <optional>
#include <vector>

namespace consilium::imaging
{

/// Modality values of a whole series, taken evenly from each slice as it comes, for a window that is the series' and
/// not that of whichever slice came first: the order in which slices are added changes nothing.
class VolumeSample
{
public:
    static constexpr int mostOfSlice = 4096, leastOfSlice = 256, most = 500'000;
    /// Of what is shown less than a thousandth lies beyond each end of window().
    static constexpr double share = 0.001;

    /// `slices` of the series, > 0: the more there are, the fewer values each of them gives.
    explicit VolumeSample(int slices);
    /// A grey frame of full resolution. All of its pixels where it has few enough, else as many as there is room for,
    /// spread evenly over rows and columns; padding and what is damaged is left out.
    void add(const dicom::Instance &instance, const pixels::DecodedFrame &frame);
    /// How many were added.
    [[nodiscard]] int slices() const { return m_added; }
    /// From the percentile `share` to 1 - `share` of the values so far, by rank (LINEAR_EXACT); the whole range where
    /// these two are one value, a width of 1 where there is only one. nullopt: there is no value.
    [[nodiscard]] std::optional<session::Window> window() const;

private:
    std::size_t m_ofSlice;
    int m_added = 0;
    std::vector<float> m_values;
};

/// The window that the slices of a series state (0028,1050 and 1051; PS3.3 C.11.2), the first of each. nullopt: one of
/// them states none, or they state different ones, as PET images do that are scaled one by one.
[[nodiscard]] std::optional<session::Window> statedWindow(const dicom::DataSet &series);

} // namespace consilium::imaging
