#pragma once
#include "viewer/dicom/StudyModel.h"
#include "viewer/imaging/ValueImage.h"
#include "viewer/registration/RigidRegistration.h"

#include <vector>

namespace consilium::registration
{

/// Why a stack cannot be aligned with another.
enum class StackRefusal {
    None,
    NotGrey,     ///< colours, or a video
    NoPlace,     ///< an image does not say where it lies in the patient, or in which frame of reference
    TooFew,      ///< fewer than leastSlices, or less than leastReachMm along them
    Gaps,        ///< neighbours are farther apart than mostGapMm
    NotOneStack, ///< images of several directions, sizes, frames of reference or patients
};

inline constexpr double voxelMm = 2.5; ///< wanted; coarser where the stack is
inline constexpr int leastSlices = 5;
inline constexpr double leastReachMm = 30.0;
inline constexpr double mostGapMm = 15.0;

/// A stack of images as a coarse volume. It asks for no more slices than its voxels need: of a thin stack every few,
/// not the mean of them, so that a CT of a thousand images is read in a quarter of the time. Slices may be uneven, and
/// shifted along one another (gantry tilt).
class StackVolume
{
public:
    explicit StackVolume(dicom::DataSetPtr stack);

    [[nodiscard]] StackRefusal refusal() const { return m_refusal; }
    [[nodiscard]] const std::vector<int> &needed() const { return m_needed; } ///< slices of the stack, along its normal
    [[nodiscard]] const dicom::DataSet &stack() const { return *m_stack; }
    /// The values of needed()[index], averaged over blocks; those without a value count for nothing. False: the picture
    /// has another size than its header says.
    [[nodiscard]] bool put(std::size_t index, const imaging::ValueImage &image);
    [[nodiscard]] bool isComplete() const { return m_done == m_needed.size(); }
    /// When complete. Values are cut at the 0.2nd and the 99.8th percentile: metal would leave all of the body to a few
    /// grey levels. What has no value counts as the lowest.
    [[nodiscard]] Volume volume() const;

private:
    struct Slice {
        double mm = 0.0; ///< along the normal, from the first
        std::vector<float> values;
    };
    void plan();
    [[nodiscard]] bool isOneStack() const;
    [[nodiscard]] float valueIn(const Slice &slice, const dicom::Instance &image, PatientPoint point) const;

    dicom::DataSetPtr m_stack;
    StackRefusal m_refusal = StackRefusal::None;
    std::vector<int> m_needed;
    std::vector<Slice> m_slices; ///< of `needed`
    std::size_t m_done = 0;
    int m_columns = 0, m_rows = 0;           ///< of a coarse slice
    int m_blockColumns = 1, m_blockRows = 1; ///< pixels that are averaged
    double m_stepMm = 0.0;                   ///< of the volume, along the normal
};

} // namespace consilium::registration
