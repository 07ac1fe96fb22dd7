#include "viewer/dicom/FramePlaces.h"

#include "base/Geometry.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

constexpr Tag detectorInformation{0x0054, 0x0022}, detectorVector{0x0054, 0x0020}, sliceVector{0x0054, 0x0080};
constexpr Tag gridFrameOffsets{0x3004, 0x000C};

bool isOfType(const Attributes &header, QLatin1StringView plain, QLatin1StringView gated)
{
    const QStringList type = header.texts(tags::ImageType);
    return type.size() > 2 && (type[2].trimmed() == plain || type[2].trimmed() == gated);
}

bool saysSame(const Attributes &a, const Attributes &b)
{
    return a.texts(tags::ImageOrientationPatient) == b.texts(tags::ImageOrientationPatient);
}

/// Of a reconstruction: one stack, seen from one place, whose frames are the slices that the Slice Vector names. How
/// far each lies along the normal from the first, mm. PS3.3 C.8.4.15: the sign of Spacing Between Slices is the
/// direction; positive is along the normal.
std::vector<double> reconstructionOffsets(const Attributes &header)
{
    const auto slices = header.numbers(sliceVector);
    if (!slices)
        return {};
    const auto step = header.number(tags::SpacingBetweenSlices);
    if (!isOfType(header, "RECON TOMO"_L1, "RECON GATED TOMO"_L1) || header.items(detectorInformation).size() != 1 ||
        !step || *step == 0.0)
        return {};
    std::vector<double> offsets;
    for (const double slice : *slices)
        offsets.push_back((slice - 1.0) * *step);
    return *std::min_element(slices->begin(), slices->end()) >= 1.0 ? offsets : std::vector<double>();
}

/// The same of a dose grid. PS3.3 C.8.8.3.2: from the first frame where the first offset is 0; else, of an axial grid,
/// the third coordinates themselves.
std::vector<double> gridOffsets(const Attributes &header)
{
    auto offsets = header.numbers(gridFrameOffsets).value_or(std::vector<double>());
    if (offsets.empty() || offsets.front() == 0.0)
        return offsets;
    const auto position = header.numbers(tags::ImagePositionPatient, 3);
    const auto axes = header.numbers(tags::ImageOrientationPatient, 6);
    const auto isUnit = [&](std::size_t i) { return std::abs(std::abs((*axes)[i]) - 1.0) < 1e-4; };
    if (!position || !axes || !isUnit(0) || !isUnit(4) || std::abs((*position)[2] - offsets.front()) > 1e-2)
        return {};
    const double direction = (*axes)[0] * (*axes)[4] > 0.0 ? 1.0 : -1.0, first = offsets.front();
    for (double &offset : offsets)
        offset = (offset - first) * direction;
    return offsets;
}

/// Where the first slice lies: beside the image, or with its detector.
std::vector<double> firstPosition(const Attributes &header)
{
    const Attributes *const detector = header.item(detectorInformation);
    auto position = header.numbers(tags::ImagePositionPatient, 3);
    if (!position && detector)
        position = detector->numbers(tags::ImagePositionPatient, 3);
    return position.value_or(std::vector<double>());
}

} // namespace

FramePlaces::FramePlaces(const Attributes &header)
{
    const std::vector<Attributes> &detectors = header.items(detectorInformation);
    const bool isOwn = !header.texts(tags::ImageOrientationPatient).isEmpty();
    // The projections of a rotating camera: its orientation at the start says nothing of the others.
    if (!detectors.empty() && !isOwn && !isOfType(header, "TOMO"_L1, "GATED TOMO"_L1)) {
        m_byVector = header.numbers(detectorVector).value_or(std::vector<double>());
        const bool areAlike = std::all_of(detectors.begin(), detectors.end(),
                                          [&](const Attributes &d) { return saysSame(d, detectors.front()); });
        m_areAlike = areAlike;
        for (const Attributes &detector : detectors) {
            const Attribute *const orientation = detector.find(tags::ImageOrientationPatient);
            m_orientations.push_back(orientation ? *orientation : Attribute());
        }
    }
    m_offsets = reconstructionOffsets(header);
    if (m_offsets.empty())
        m_offsets = gridOffsets(header);
    if (m_offsets.empty())
        return;
    m_first = firstPosition(header);
    if (m_first.empty())
        m_offsets.clear();
}

bool FramePlaces::saysAnything() const
{
    return !m_orientations.empty() || !m_offsets.empty();
}

bool FramePlaces::places(int frame) const
{
    return frame >= 0 && std::size_t(frame) < m_offsets.size();
}

const Attribute *FramePlaces::orientationOf(int frame) const
{
    if (std::size_t(frame) < m_byVector.size()) {
        const double number = m_byVector[std::size_t(frame)]; // from 1
        const bool isKnown = number >= 1.0 && number <= double(m_orientations.size());
        return isKnown ? &m_orientations[std::size_t(number) - 1] : nullptr;
    }
    return m_areAlike && !m_orientations.empty() ? &m_orientations.front() : nullptr;
}

Attributes FramePlaces::applied(Attributes flat, int frame) const
{
    const Attribute *const orientation = orientationOf(frame);
    if (orientation && !orientation->values.isEmpty())
        flat.set(tags::ImageOrientationPatient, *orientation);
    const auto axes = flat.numbers(tags::ImageOrientationPatient, 6);
    if (!axes || !places(frame))
        return flat;
    const PatientVector row{(*axes)[0], (*axes)[1], (*axes)[2]}, column{(*axes)[3], (*axes)[4], (*axes)[5]};
    const PatientVector normal = row.cross(column);
    const double offset = m_offsets[std::size_t(frame)];
    const auto text = [](double mm) { return QString::number(mm, 'g', 15); };
    flat.setText(tags::ImagePositionPatient, "DS",
                 {text(m_first[0] + offset * normal.x), text(m_first[1] + offset * normal.y),
                  text(m_first[2] + offset * normal.z)});
    return flat;
}

} // namespace consilium::dicom
