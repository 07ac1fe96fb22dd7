#include "viewer/dicom/PlaceInStack.h"

#include "viewer/dicom/FrameRelations.h"
#include "viewer/dicom/StackIssues.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace consilium::dicom
{

namespace
{

/// The image's plane along the normal of another one; nullopt for one that lies otherwise.
std::optional<double> planeAlong(const Instance &image, const FrameGeometry &reference, PatientVector normal)
{
    const FrameGeometry &geometry = image.geometry;
    const auto own = geometry.normal();
    if (!own || !geometry.position || !areParallel(*own, normal) ||
        geometry.frameOfReference != reference.frameOfReference)
        return std::nullopt;
    return (*geometry.position - *reference.position).dot(normal);
}

/// Planes of the parallel images, mm along the normal from that of `image`, in rising order; one place once.
std::vector<double> planesOf(const DataSet &stack, const Instance &image)
{
    std::vector<double> planes;
    for (const InstancePtr &slice : stack.slices) {
        if (const auto plane = planeAlong(*slice, image.geometry, *image.geometry.normal()))
            planes.push_back(*plane);
    }
    std::sort(planes.begin(), planes.end());
    const auto isSame = [](double a, double b) { return b - a < samePositionMm; };
    planes.erase(std::unique(planes.begin(), planes.end(), isSame), planes.end());
    return planes;
}

double reachIn(const std::vector<double> &planes, double plane, const Instance &image)
{
    double widthMm = std::numeric_limits<double>::infinity();
    if (image.sliceThicknessMm && *image.sliceThicknessMm > 0.0)
        widthMm = *image.sliceThicknessMm;
    for (const double other : planes) {
        if (const double step = std::abs(other - plane); step >= samePositionMm)
            widthMm = std::min(widthMm, step);
    }
    return std::max(roundedPositionMm, std::isfinite(widthMm) ? widthMm / 2.0 : 0.0);
}

} // namespace

std::optional<double> distanceFromPlaneMm(const FrameGeometry &geometry, PatientPoint place)
{
    if (!geometry.isSpatial())
        return std::nullopt;
    return (place - *geometry.position).dot(*geometry.normal());
}

double reachMm(const Instance &image, const DataSet *stack)
{
    if (!stack || !image.geometry.isSpatial())
        return reachIn({}, 0.0, image);
    return reachIn(planesOf(*stack, image), 0.0, image);
}

} // namespace consilium::dicom
