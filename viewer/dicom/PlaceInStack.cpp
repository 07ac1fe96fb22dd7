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

/// The nearest plane when the place lies in that image, else the place itself.
double onPlane(const std::vector<double> &planes, double place, const Instance &image)
{
    const auto nearest = std::min_element(
        planes.begin(), planes.end(), [&](double a, double b) { return std::abs(a - place) < std::abs(b - place); });
    const bool isInside = nearest != planes.end() && std::abs(*nearest - place) <= reachIn(planes, *nearest, image);
    return isInside ? *nearest : place;
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

Crossing crossingBetween(const DataSet &stack, const Instance &image, PatientPoint a, PatientPoint b)
{
    if (!image.geometry.isSpatial())
        return Crossing::Even;
    const std::vector<double> planes = planesOf(stack, image);
    if (planes.empty())
        return Crossing::BeyondImages;
    const auto [low, high] = std::minmax({onPlane(planes, *distanceFromPlaneMm(image.geometry, a), image),
                                          onPlane(planes, *distanceFromPlaneMm(image.geometry, b), image)});
    const bool isBeyond = low < planes.front() - samePositionMm || high > planes.back() + samePositionMm;
    Crossing worst = isBeyond ? Crossing::BeyondImages : Crossing::Even;
    std::vector<double> steps;
    for (std::size_t i = 1; i < planes.size(); ++i)
        steps.push_back(planes[i] - planes[i - 1]);
    const double usual = usualStepMm(steps);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (std::min(high, planes[i + 1]) - std::max(low, planes[i]) <= samePositionMm)
            continue;
        const StepKind kind = stepKind(steps[i], usual);
        if (kind == StepKind::Missing)
            return Crossing::MissingSlices;
        if (kind == StepKind::Uneven)
            worst = Crossing::UnevenSpacing;
    }
    return worst;
}

} // namespace consilium::dicom
