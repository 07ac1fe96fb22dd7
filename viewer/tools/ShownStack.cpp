#include "viewer/tools/ShownStack.h"

#include <algorithm>
#include <cmath>

namespace consilium::tools
{

namespace
{

/// The image whose plane is parallel (within half a degree) and nearest. Outside the stack only a plane that an end
/// image lies in counts: showing the last image for a plane centimetres away would be a silent guess.
int nearestParallelSlice(const dicom::DataSet &dataSet, const session::SpatialPlane &plane)
{
    constexpr double cosHalfDegree = 0.99996192, inPlaneMm = 0.01;
    int nearest = -1;
    double nearestMm = 0.0, lowestMm = 0.0, highestMm = 0.0;
    for (int i = 0; i < int(dataSet.slices.size()); ++i) {
        const auto &geometry = dataSet.slices[std::size_t(i)]->geometry;
        const auto normal = geometry.normal();
        if (!normal || !geometry.position || geometry.frameOfReference != plane.frameOfReference ||
            std::abs(normal->dot(plane.normal)) < cosHalfDegree)
            continue;
        const double mm = (plane.point - *geometry.position).dot(*normal);
        lowestMm = nearest < 0 ? mm : std::min(lowestMm, mm);
        highestMm = nearest < 0 ? mm : std::max(highestMm, mm);
        if (nearest < 0 || std::abs(mm) < std::abs(nearestMm)) {
            nearest = i;
            nearestMm = mm;
        }
    }
    const bool outside = lowestMm > inPlaneMm || highestMm < -inPlaneMm;
    return outside ? -1 : nearest;
}

} // namespace

int sliceIndexOf(const dicom::DataSet &dataSet, const session::PlaneRef &plane)
{
    if (dataSet.slices.empty())
        return -1;
    if (std::holds_alternative<std::monostate>(plane))
        return 0;
    if (const auto *image = std::get_if<session::ImageRef>(&plane))
        return dataSet.indexOf(image->sop, image->frame);
    return nearestParallelSlice(dataSet, std::get<session::SpatialPlane>(plane));
}

dicom::DataSetPtr shownStack(const session::ViewState &view, const pixels::StudyImages &images)
{
    const auto named = view.dataSet.isEmpty() ? nullptr : images.dataSet(view.dataSet);
    const auto *image = std::get_if<session::ImageRef>(&view.plane);
    if (!image || !named || named->slices.empty() || named->indexOf(image->sop, image->frame) >= 0)
        return named;
    for (const auto &part : images.dataSets(view.study)) {
        if (part && part->header.uid == named->header.uid && part->indexOf(image->sop, image->frame) >= 0)
            return part;
    }
    return named;
}

StackLookup stacksOf(const pixels::StudyImages &images)
{
    return {[&images](const session::ViewState &of) { return shownStack(of, images); }, images.pairs()};
}

} // namespace consilium::tools
