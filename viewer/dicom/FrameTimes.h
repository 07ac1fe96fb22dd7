#pragma once
#include "viewer/dicom/StudyModel.h"

#include <optional>
#include <vector>

namespace consilium::dicom
{

/// How long the frames of a cine are shown, ms, so that it moves as it did: the Frame Time Vector (0018,1065), which
/// holds the time since the frame before; else the Frame Time (0018,1063); else by the rates that its maker recommends,
/// Recommended Display Frame Rate (0008,2144) and Cine Rate (0018,0040). What cannot be (a vector of another length
/// than the clip, a time below 1 ms or above a minute) is not used: of a vector nothing, but for its median where
/// nothing else is said. PS3.3 C.7.6.5 (Cine), C.7.6.6 (Multi-frame).
class FrameTimes
{
public:
    FrameTimes(const Attributes &header, int frames);
    /// From 0; the last frame is shown as long as the one before it. nullopt: the file does not say.
    [[nodiscard]] std::optional<double> of(int frame) const;
    /// What is written and was not used, with the rate that is used instead.
    [[nodiscard]] std::optional<DataIssue> issue() const;

private:
    void readVector(const Attributes &header, int frames);
    void readTime(const Attributes &header);
    void readRate(const Attributes &header, Tag tag, const QString &name);

    std::vector<double> m_vector;
    std::optional<double> m_same, m_median;
    QStringList m_faults;
};

} // namespace consilium::dicom
