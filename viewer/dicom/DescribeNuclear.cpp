#include "viewer/dicom/Describe.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

constexpr Tag detectorInformation{0x0054, 0x0022}, detectorVector{0x0054, 0x0020};

/// The projections of a rotating camera: its orientation at the start says nothing of the others.
bool isRotation(const Attributes &header)
{
    const QStringList type = header.texts(tags::ImageType);
    return type.size() > 2 && (type[2].trimmed() == "TOMO"_L1 || type[2].trimmed() == "GATED TOMO"_L1);
}

bool saysSame(const Attributes &a, const Attributes &b)
{
    return a.texts(tags::ImageOrientationPatient) == b.texts(tags::ImageOrientationPatient);
}

} // namespace

bool hasDetectors(const Attributes &header)
{
    return !header.items(detectorInformation).empty() && header.texts(tags::ImageOrientationPatient).isEmpty();
}

Attributes withDetector(Attributes flat, int frame)
{
    if (!hasDetectors(flat) || isRotation(flat))
        return flat;
    const std::vector<Attributes> &detectors = flat.items(detectorInformation);
    const Attributes *own = nullptr;
    const auto vector = flat.numbers(detectorVector);
    if (vector && std::size_t(frame) < vector->size()) {
        const double number = (*vector)[std::size_t(frame)]; // from 1
        if (number >= 1.0 && number <= double(detectors.size()))
            own = &detectors[std::size_t(number) - 1];
    } else if (std::all_of(detectors.begin(), detectors.end(),
                           [&](const Attributes &d) { return saysSame(d, detectors.front()); })) {
        own = &detectors.front();
    }
    const Attribute *const orientation = own ? own->find(tags::ImageOrientationPatient) : nullptr;
    if (orientation) {
        const Attribute copy = *orientation; // `own` lies in what is changed
        flat.set(tags::ImageOrientationPatient, copy);
    }
    return flat;
}

} // namespace consilium::dicom
