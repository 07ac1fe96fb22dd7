#include "viewer/segments/Placement.h"

#include "viewer/dicom/PatientMatch.h"
#include "viewer/segments/EvenOdd.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace consilium::segments
{

namespace
{

constexpr double snapPixels = 2e-3; ///< grids that agree to this over all of an image are the same

enum class Frames { Same, Different, Unknown };

Frames compare(const FrameOfReferenceUid &a, const FrameOfReferenceUid &b)
{
    if (a.isEmpty() || b.isEmpty())
        return Frames::Unknown;
    return a == b ? Frames::Same : Frames::Different;
}

/// It names this image, or this frame of it, and no other.
bool isDrawnOn(const std::vector<ImageFrame> &sources, const dicom::Instance &image)
{
    return sources.size() == 1 && sources.front().sop == image.sop &&
           (sources.front().frame < 0 ? image.pixels.frames == 1 : sources.front().frame == image.frame);
}

double inPlaneMm(const dicom::Instance &image)
{
    const double quarter = image.sliceThicknessMm.value_or(4.0 * planeToleranceMm) / 4.0;
    return std::min(planeToleranceMm, quarter);
}

/// How far what was drawn on this image may lie from its plane.
double ofSourceMm(const dicom::Instance &image)
{
    return std::max(inPlaneMm(image), image.sliceThicknessMm.value_or(0.0) / 2.0);
}

/// The pixel whose centre is nearest; what lies far outside of every mask stays outside.
int nearest(double place)
{
    return int(std::floor(std::clamp(place, -2.0, 1e6) + 0.5));
}

bool isSnapped(double v)
{
    return std::abs(v - std::round(v)) < snapPixels;
}

/// Rounds a map that is one of whole pixels: over the whole image it is off by less than snapPixels.
void snap(std::array<double, 6> &m, int rows, int columns)
{
    const std::array<double, 6> whole{std::round(m[0]), std::round(m[1]), std::round(m[2]),
                                      std::round(m[3]), std::round(m[4]), std::round(m[5])};
    const auto off = [&](int i) {
        return std::abs(m[std::size_t(i)] - whole[std::size_t(i)]) * columns +
               std::abs(m[std::size_t(i + 1)] - whole[std::size_t(i + 1)]) * rows;
    };
    if (off(0) < 10 * snapPixels && off(3) < 10 * snapPixels && isSnapped(m[2]) && isSnapped(m[5]))
        m = whole;
}

/// The distance of the frame's corner that is farthest from the image's plane, mm.
double farthestCornerMm(const dicom::FrameGeometry &mask, const dicom::FrameGeometry &image)
{
    const PatientVector normal = *image.normal();
    double farthest = 0.0;
    for (const double row : {-0.5, mask.rows - 0.5}) {
        for (const double column : {-0.5, mask.columns - 0.5})
            farthest = std::max(farthest, std::abs((*mask.toPatient({column, row}) - *image.position).dot(normal)));
    }
    return farthest;
}

std::optional<PlacedMask> placeMask(const MaskPiece &piece, Frames frames, const dicom::Instance &image)
{
    const dicom::FrameGeometry &mask = piece.geometry, &shown = image.geometry;
    const bool isSource = isDrawnOn(piece.sources, image);
    PlacedMask placed{&piece, {1, 0, 0, 0, 1, 0}};
    if (frames == Frames::Same && mask.isSpatial() && shown.isSpatial()) {
        // Cheap first: most frames of an object lie elsewhere.
        const double limit = isSource ? ofSourceMm(image) : inPlaneMm(image);
        const double reach =
            mask.rows * mask.spacing.betweenRowsMm + mask.columns * mask.spacing.betweenColumnsMm + limit;
        if (std::abs((*mask.position - *shown.position).dot(*shown.normal())) > reach ||
            farthestCornerMm(mask, shown) > limit)
            return std::nullopt;
        const ImagePoint origin = *mask.toImage(*shown.toPatient({0, 0})),
                         across = *mask.toImage(*shown.toPatient({1, 0})),
                         down = *mask.toImage(*shown.toPatient({0, 1}));
        placed.toMask = {across.column - origin.column, down.column - origin.column, origin.column,
                         across.row - origin.row,       down.row - origin.row,       origin.row};
        snap(placed.toMask, shown.rows, shown.columns);
        return placed;
    }
    // Without a place in the patient on both sides only the name of the image is left.
    const bool isSameGrid = mask.rows == shown.rows && mask.columns == shown.columns;
    return isSource && isSameGrid ? std::optional(placed) : std::nullopt;
}

/// In image pixels when all of it lies in the image's plane.
std::optional<std::vector<ImagePoint>> placeContour(const Contour &contour, Frames frames, const dicom::Instance &image)
{
    const dicom::FrameGeometry &shown = image.geometry;
    const bool isSource = isDrawnOn(contour.sources, image);
    if (!shown.isSpatial() || frames == Frames::Different || (frames == Frames::Unknown && !isSource))
        return std::nullopt;
    const double limit = isSource ? ofSourceMm(image) : inPlaneMm(image);
    const PatientVector normal = *shown.normal();
    for (const PatientPoint &point : contour.points) {
        if (std::abs((point - *shown.position).dot(normal)) > limit)
            return std::nullopt;
    }
    std::vector<ImagePoint> points;
    points.reserve(contour.points.size());
    for (const PatientPoint &point : contour.points)
        points.push_back(*shown.toImage(point));
    return points;
}

template<typename Indices>
std::vector<PlacedOutline> placeContours(const Segmentation &object, const dicom::Instance &image,
                                         std::optional<int> onlySegment, const Indices &indices)
{
    std::map<int, PlacedOutline> outlines;
    for (const int index : indices) {
        const Contour &contour = object.contours[std::size_t(index)];
        const Segment *const segment =
            onlySegment && *onlySegment != contour.segment ? nullptr : object.find(contour.segment);
        if (!segment)
            continue;
        auto points = placeContour(contour, compare(segment->frameOfReference, image.geometry.frameOfReference), image);
        if (!points)
            continue;
        PlacedOutline &outline = outlines[contour.segment];
        outline.segment = contour.segment;
        if (contour.kind == Contour::Kind::Closed)
            outline.closed.push_back(std::move(*points));
        else if (contour.kind == Contour::Kind::Point)
            outline.points.insert(outline.points.end(), points->begin(), points->end());
        else
            outline.open.push_back(std::move(*points));
    }
    std::vector<PlacedOutline> all;
    for (auto &[number, outline] : outlines)
        all.push_back(std::move(outline));
    return all;
}

template<typename Indices>
std::vector<PlacedMask> placeMasks(const Segmentation &object, const dicom::Instance &image,
                                   std::optional<int> onlySegment, const Indices &indices)
{
    std::vector<PlacedMask> masks;
    for (const int index : indices) {
        const MaskPiece &piece = object.pieces[std::size_t(index)];
        if (onlySegment && *onlySegment != piece.segment)
            continue;
        const FrameOfReferenceUid &own =
            piece.geometry.frameOfReference.isEmpty() ? object.frameOfReference : piece.geometry.frameOfReference;
        const Frames frames = compare(own, image.geometry.frameOfReference);
        if (frames == Frames::Different)
            continue;
        if (const auto placed = placeMask(piece, frames, image))
            masks.push_back(*placed);
    }
    return masks;
}

/// 0 to count - 1. (clang 14 cannot read libstdc++'s views.)
std::vector<int> allOf(std::size_t count)
{
    std::vector<int> all(count);
    std::iota(all.begin(), all.end(), 0);
    return all;
}

double along(const PatientPoint &point, const PatientVector &normal)
{
    return (point - PatientPoint()).dot(normal);
}

/// Normals this near to one another part by 0.05 mm over a metre, which the slack makes up for.
constexpr double cosSame = 1.0 - 1e-9, slackMm = 0.5;

bool isAlong(const PatientVector &a, const PatientVector &b)
{
    return std::abs(a.dot(b)) >= cosSame;
}

PatientVector normalOf(const dicom::DataSet &stack)
{
    for (const auto &slice : stack.slices) {
        if (slice->geometry.isSpatial())
            return *slice->geometry.normal();
    }
    return {0, 0, 1};
}

/// A segment's frame of reference, or the object's, beside the image's.
Frames framesOf(const Segmentation &object, int segment, const dicom::Instance &image)
{
    const Segment *const described = object.find(segment);
    const bool hasOwn = described && !described->frameOfReference.isEmpty();
    return compare(hasOwn ? described->frameOfReference : object.frameOfReference, image.geometry.frameOfReference);
}

/// isFlawOn() where the patient is known to be the object's.
bool isOnPatientsImage(const Segmentation &object, const Flaw &flaw, const dicom::Instance &image)
{
    if (flaw.sources.size() == 1)
        return isDrawnOn(flaw.sources, image);
    if (flaw.points.empty() || !image.geometry.isSpatial() || framesOf(object, flaw.segment, image) != Frames::Same)
        return false;
    const PatientVector normal = *image.geometry.normal();
    return std::all_of(flaw.points.begin(), flaw.points.end(), [&](const PatientPoint &point) {
        return std::abs((point - *image.geometry.position).dot(normal)) <= inPlaneMm(image);
    });
}

/// Which slices of a stack a flaw can be on at all: those of the object's patient that it names, or that are near it.
class FlawCandidates
{
public:
    FlawCandidates(const Segmentation &object, const dicom::DataSet &stack) : m_normal(normalOf(stack))
    {
        for (int slice = 0; !object.flaws.empty() && slice < int(stack.slices.size()); ++slice) {
            const dicom::Instance &image = *stack.slices[std::size_t(slice)];
            if (!dicom::samePatient(object.patient, image.patient))
                continue;
            m_bySop[image.sop].push_back(slice);
            if (!image.geometry.isSpatial())
                continue;
            if (isAlong(*image.geometry.normal(), m_normal))
                m_along.emplace_back(along(*image.geometry.position, m_normal), slice);
            else
                m_others.push_back(slice);
        }
        std::sort(m_along.begin(), m_along.end());
    }

    [[nodiscard]] std::vector<int> of(const Flaw &flaw) const
    {
        if (flaw.sources.size() == 1) {
            const auto named = m_bySop.find(flaw.sources.front().sop);
            return named == m_bySop.end() ? std::vector<int>() : named->second;
        }
        if (flaw.points.empty())
            return {};
        std::vector<int> slices = m_others;
        const double at = along(flaw.points.front(), m_normal), reach = planeToleranceMm + slackMm;
        for (auto it = std::lower_bound(m_along.begin(), m_along.end(), std::pair(at - reach, 0));
             it != m_along.end() && it->first <= at + reach; ++it)
            slices.push_back(it->second);
        return slices;
    }

private:
    PatientVector m_normal;
    std::map<SopInstanceUid, std::vector<int>> m_bySop;
    std::vector<std::pair<double, int>> m_along; ///< place along the normal, slice
    std::vector<int> m_others;                   ///< which lie another way
};

} // namespace

Placement placeOn(const Segmentation &object, const dicom::Instance &image, std::optional<int> onlySegment)
{
    Placement placement;
    if (!dicom::samePatient(object.patient, image.patient))
        return placement;
    placement.outlines = placeContours(object, image, onlySegment, allOf(object.contours.size()));
    placement.masks = placeMasks(object, image, onlySegment, allOf(object.pieces.size()));
    return placement;
}

bool isFlawOn(const Segmentation &object, const Flaw &flaw, const dicom::Instance &image)
{
    return dicom::samePatient(object.patient, image.patient) && isOnPatientsImage(object, flaw, image);
}

std::vector<const Flaw *> flawsOn(const Segmentation &object, const dicom::Instance &image)
{
    std::vector<const Flaw *> all;
    if (object.flaws.empty() || !dicom::samePatient(object.patient, image.patient))
        return all;
    for (const Flaw &flaw : object.flaws)
        if (isOnPatientsImage(object, flaw, image))
            all.push_back(&flaw);
    return all;
}

std::vector<std::vector<int>> slicesOfFlaws(const Segmentation &object, const dicom::DataSet &stack)
{
    const FlawCandidates candidates(object, stack);
    std::vector<std::vector<int>> all;
    for (const Flaw &flaw : object.flaws) {
        std::vector<int> slices = candidates.of(flaw);
        std::erase_if(slices,
                      [&](int slice) { return !isOnPatientsImage(object, flaw, *stack.slices[std::size_t(slice)]); });
        std::sort(slices.begin(), slices.end());
        all.push_back(std::move(slices));
    }
    return all;
}

bool belongsTo(const Segmentation &object, int segment, const dicom::Instance &image)
{
    if (!dicom::samePatient(object.patient, image.patient))
        return false;
    const Frames frames = framesOf(object, segment, image);
    if (frames != Frames::Unknown)
        return frames == Frames::Same;
    const auto isOnImage = [&](const auto &part) {
        return (segment < 0 || part.segment == segment) && isDrawnOn(part.sources, image);
    };
    return std::any_of(object.contours.begin(), object.contours.end(), isOnImage) ||
           std::any_of(object.pieces.begin(), object.pieces.end(), isOnImage) ||
           std::any_of(object.flaws.begin(), object.flaws.end(), isOnImage);
}

PlaneIndex::PlaneIndex(const Segmentation &object, const dicom::DataSet &stack) : PlaneIndex(object, normalOf(stack)) {}

PlaneIndex::PlaneIndex(const Segmentation &object, const PatientVector &normal) : m_object(object), m_normal(normal)
{
    for (const int i : allOf(object.pieces.size())) {
        const MaskPiece &piece = object.pieces[std::size_t(i)];
        const dicom::FrameGeometry &mask = piece.geometry;
        // All corners within reach of a plane: then the middle too.
        if (const auto middle = mask.toPatient({(mask.columns - 1) / 2.0, (mask.rows - 1) / 2.0}))
            m_masks.push_back({along(*middle, normal), i});
        if (piece.sources.size() == 1)
            m_drawnOn[piece.sources.front().sop].push_back(i);
    }
    for (const int i : allOf(object.contours.size())) {
        const auto &points = object.contours[std::size_t(i)].points;
        if (!points.empty())
            m_contours.push_back({along(points.front(), normal), i});
    }
    for (std::vector<Entry> *entries : {&m_masks, &m_contours})
        std::sort(entries->begin(), entries->end(), [](const Entry &a, const Entry &b) { return a.atMm < b.atMm; });
}

std::optional<std::vector<int>> PlaneIndex::near(const std::vector<Entry> &sorted, const dicom::Instance &image) const
{
    std::vector<int> found;
    if (!image.geometry.isSpatial())
        return found;
    if (!isAlong(*image.geometry.normal(), m_normal))
        return std::nullopt;
    const double at = along(*image.geometry.position, m_normal), reach = ofSourceMm(image) + slackMm;
    const auto from = std::lower_bound(sorted.begin(), sorted.end(), at - reach,
                                       [](const Entry &entry, double mm) { return entry.atMm < mm; });
    for (auto entry = from; entry != sorted.end() && entry->atMm <= at + reach; ++entry)
        found.push_back(entry->index);
    std::sort(found.begin(), found.end());
    return found;
}

Placement PlaneIndex::placeOn(const dicom::Instance &image, std::optional<int> onlySegment) const
{
    auto masks = near(m_masks, image);
    const auto contours = near(m_contours, image);
    if (!masks || !contours)
        return segments::placeOn(m_object, image, onlySegment);
    Placement placement;
    if (!dicom::samePatient(m_object.patient, image.patient))
        return placement;
    if (const auto drawn = m_drawnOn.find(image.sop); drawn != m_drawnOn.end()) {
        std::vector<int> both;
        std::set_union(masks->begin(), masks->end(), drawn->second.begin(), drawn->second.end(),
                       std::back_inserter(both));
        masks = std::move(both);
    }
    placement.outlines = placeContours(m_object, image, onlySegment, *contours);
    placement.masks = placeMasks(m_object, image, onlySegment, *masks);
    return placement;
}

std::map<int, double> amountsOf(const Placement &placement, const dicom::Instance &image)
{
    std::map<int, double> amounts;
    for (const PlacedMask &mask : placement.masks)
        amounts[mask.piece->segment] += double(mask.piece->pixels) + 1e-3; // a fractional one may hold nothing by half
    const dicom::PixelSpacing &spacing = image.geometry.spacing;
    for (const PlacedOutline &outline : placement.outlines) {
        double &amount = amounts[outline.segment];
        for (const auto &polygon : outline.closed) {
            double doubled = 0.0;
            for (std::size_t i = 0; i < polygon.size(); ++i) {
                const ImagePoint &a = polygon[i], &b = polygon[(i + 1) % polygon.size()];
                doubled += a.column * b.row - b.column * a.row;
            }
            amount += std::abs(doubled) / 2.0 * spacing.betweenRowsMm * spacing.betweenColumnsMm;
        }
        amount += 1e-3 * double(outline.open.size() + outline.points.size());
    }
    return amounts;
}

double amountOn(const Segmentation &object, int segment, const dicom::Instance &image)
{
    const auto amounts = amountsOf(placeOn(object, image, segment), image);
    const auto found = amounts.find(segment);
    return found == amounts.end() ? 0.0 : found->second;
}

std::vector<std::uint8_t> maskOn(const Segmentation &object, int segment, const dicom::Instance &image)
{
    const int rows = image.geometry.rows, columns = image.geometry.columns;
    std::vector<std::uint8_t> result(std::size_t(rows) * std::size_t(columns), 0);
    const Placement placement = placeOn(object, image, segment);
    const int least = object.isFractional() ? (object.maximumFraction + 1) / 2 : 1;
    for (const PlacedMask &mask : placement.masks) {
        if (mask.piece->segment != segment)
            continue;
        const auto &m = mask.toMask;
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column) {
                const double c = m[0] * column + m[1] * row + m[2], r = m[3] * column + m[4] * row + m[5];
                if (mask.piece->at(nearest(r), nearest(c), object.isFractional()) >= least)
                    result[std::size_t(row) * std::size_t(columns) + std::size_t(column)] = 1;
            }
        }
    }
    for (const PlacedOutline &outline : placement.outlines) {
        if (outline.segment != segment)
            continue;
        fillEvenOdd(outline.closed, rows, columns, [&](int row, int first, int last) {
            const auto line = result.begin() + std::ptrdiff_t(row) * columns;
            std::fill(line + first, line + last + 1, std::uint8_t(1));
        });
    }
    return result;
}

} // namespace consilium::segments
