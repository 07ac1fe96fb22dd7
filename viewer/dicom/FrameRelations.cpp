#include "viewer/dicom/FrameRelations.h"

#include "viewer/dicom/PatientMatch.h"

#include <cmath>

namespace consilium::dicom
{

namespace
{

constexpr double pi = 3.14159265358979323846;

/// A value that changes evenly over an image: at + perColumn * column + perRow * row.
struct Linear {
    double at = 0.0, perColumn = 0.0, perRow = 0.0;
    [[nodiscard]] double value(ImagePoint p) const { return at + perColumn * p.column + perRow * p.row; }
    [[nodiscard]] double along(double columns, double rows) const { return perColumn * columns + perRow * rows; }
};

/// (P - origin) . direction for the patient position P of the pixels of `shown`, in units of `unitMm`.
Linear projected(const FrameGeometry &shown, PatientPoint origin, PatientVector direction, double unitMm)
{
    return {(*shown.position - origin).dot(direction) / unitMm,
            shown.alongRow->dot(direction) * shown.spacing.betweenColumnsMm / unitMm,
            shown.alongColumn->dot(direction) * shown.spacing.betweenRowsMm / unitMm};
}

/// The part of a line (parameter t) where a value that changes evenly along it stays within limits.
bool clip(double start, double step, double low, double high, double &from, double &to)
{
    if (std::abs(step) < 1e-12)
        return start >= low && start <= high;
    const double a = (low - start) / step, b = (high - start) / step;
    from = std::max(from, std::min(a, b));
    to = std::min(to, std::max(a, b));
    return from < to;
}

} // namespace

std::optional<PatientPoint> middleOf(const FrameGeometry &geometry)
{
    return geometry.toPatient({(geometry.columns - 1) / 2.0, (geometry.rows - 1) / 2.0});
}

bool areParallel(const PatientVector &a, const PatientVector &b)
{
    return std::abs(a.dot(b)) >= std::cos(parallelWithinDeg * pi / 180.0);
}

bool isSamePatient(const Instance &a, const Instance &b, const StudyPairs &pairs)
{
    if (a.study != b.study && !pairs.isEmpty()) {
        if (const auto judged = pairs.areOnePatients(a, b))
            return *judged;
    }
    // Of images that name nobody only the study says whose they are.
    if (isUnknown(a.patient) || isUnknown(b.patient))
        return !a.study.isEmpty() && a.study == b.study;
    // Most are of one study and say the same: names are read letter by letter only where they do not.
    return a.patient == b.patient || (samePatient(a.patient, b.patient) && !contradictEachOther(a.patient, b.patient));
}

FrameGeometry moved(FrameGeometry geometry, const RigidTransform &transform)
{
    if (geometry.position)
        geometry.position = transform.mapped(*geometry.position);
    if (geometry.alongRow)
        geometry.alongRow = transform.rotated(*geometry.alongRow);
    if (geometry.alongColumn)
        geometry.alongColumn = transform.rotated(*geometry.alongColumn);
    return geometry;
}

std::optional<ImageSegment> cutOf(const FrameGeometry &cutting, const FrameGeometry &shown)
{
    if (!cutting.isSpatial() || !shown.isSpatial() || areParallel(*cutting.normal(), *shown.normal()))
        return std::nullopt;
    // The plane in pixels of the picture: all places where this is 0.
    const Linear plane = projected(shown, *cutting.position, *cutting.normal(), 1.0);
    const double square = plane.perColumn * plane.perColumn + plane.perRow * plane.perRow;
    if (!(square > 0.0))
        return std::nullopt;
    const ImagePoint middle{(shown.columns - 1) / 2.0, (shown.rows - 1) / 2.0};
    const double off = plane.value(middle) / square;
    const ImagePoint foot{middle.column - off * plane.perColumn, middle.row - off * plane.perRow};
    const double length = std::sqrt(square), columns = -plane.perRow / length, rows = plane.perColumn / length;

    const Linear across = projected(shown, *cutting.position, *cutting.alongRow, cutting.spacing.betweenColumnsMm);
    const Linear down = projected(shown, *cutting.position, *cutting.alongColumn, cutting.spacing.betweenRowsMm);
    double from = -1e9, to = 1e9;
    const bool meet = clip(foot.column, columns, -0.5, shown.columns - 0.5, from, to) &&
                      clip(foot.row, rows, -0.5, shown.rows - 0.5, from, to) &&
                      clip(across.value(foot), across.along(columns, rows), -0.5, cutting.columns - 0.5, from, to) &&
                      clip(down.value(foot), down.along(columns, rows), -0.5, cutting.rows - 0.5, from, to);
    if (!meet)
        return std::nullopt;
    return ImageSegment{{foot.column + from * columns, foot.row + from * rows},
                        {foot.column + to * columns, foot.row + to * rows}};
}

} // namespace consilium::dicom
