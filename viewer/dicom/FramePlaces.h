#pragma once
#include "viewer/dicom/Describe.h"

#include <vector>

namespace consilium::dicom
{

/// Where the frames of objects lie that say it by vectors of their own, and not by functional groups: of nuclear
/// medicine the orientation lies with the detectors (PS3.3 C.8.4.11) and a reconstruction is placed by its Slice Vector
/// (C.8.4.15), a dose grid by its Grid Frame Offset Vector (C.8.8.3.2). Reads the vectors once.
class FramePlaces
{
public:
    /// `header`: flattened where it needs that.
    explicit FramePlaces(const Attributes &header);
    [[nodiscard]] bool saysAnything() const;
    /// The position of this frame (from 0) is known.
    [[nodiscard]] bool places(int frame) const;
    /// The header with what is known of this frame; as it is where nothing is, or where the vectors contradict
    /// themselves.
    [[nodiscard]] Attributes applied(Attributes flat, int frame) const;

private:
    [[nodiscard]] const Attribute *orientationOf(int frame) const;

    std::vector<Attribute> m_orientations; ///< of each detector
    std::vector<double> m_byVector;        ///< the detector, from 1, of each frame
    bool m_areAlike = false;               ///< all detectors look the same way
    std::vector<double> m_first;           ///< position of the first slice
    std::vector<double> m_offsets;         ///< of each frame along the normal, mm
};

} // namespace consilium::dicom
