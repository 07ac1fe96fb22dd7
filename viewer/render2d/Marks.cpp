#include "viewer/render2d/Overlay.h"

#include "viewer/render2d/OverlayFormat.h"
#include "viewer/render2d/Sample.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace consilium::render2d
{

using namespace Qt::StringLiterals;

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(Overlay)
};

/// What is shown as a layer of the patient: from which plane to which, mm along the image's normal, and how far beyond.
struct Layer {
    double lowMm = 0.0, highMm = 0.0, reachMm = 0.0;
    [[nodiscard]] bool holds(double mm) const { return mm >= lowMm - reachMm && mm <= highMm + reachMm; }
};

Layer shownLayer(const OverlayInput &input)
{
    Layer layer;
    layer.reachMm = dicom::reachMm(*input.instance, input.dataSet.get());
    if (!input.slab || !input.slab->isDrawn() || !input.dataSet)
        return layer;
    const auto &plan = input.slab->plan;
    for (int i = plan.first; i <= std::min(plan.last, int(input.dataSet->slices.size()) - 1); ++i) {
        const auto &position = input.dataSet->slices[std::size_t(i)]->geometry.position;
        const auto mm = position ? dicom::distanceFromPlaneMm(input.instance->geometry, *position) : std::nullopt;
        layer.lowMm = std::min(layer.lowMm, mm.value_or(0.0));
        layer.highMm = std::max(layer.highMm, mm.value_or(0.0));
    }
    return layer;
}

/// A mark's handles on the image shown.
struct Placed {
    std::vector<ImagePoint> points;
    std::vector<double> outsideMm; ///< as MarkShape::outsideMm
};

/// nullopt when they cannot be said there: no scale or place, or a place in another frame of reference.
std::optional<Placed> handlesOnImage(const session::Annotation &mark, const OverlayInput &input)
{
    const dicom::FrameGeometry &geometry = input.instance->geometry;
    if (mark.patientHandles.empty())
        return Placed{mark.imageHandles, std::vector<double>(mark.imageHandles.size(), 0.0)};
    if (!mark.frameOfReference.isEmpty() && mark.frameOfReference != geometry.frameOfReference)
        return std::nullopt;
    const Layer layer = shownLayer(input);
    Placed placed;
    for (const auto &handle : mark.patientHandles) {
        const auto point = geometry.toImage(handle);
        const auto mm = dicom::distanceFromPlaneMm(geometry, handle);
        if (!point || !mm)
            return std::nullopt;
        placed.points.push_back(*point);
        placed.outsideMm.push_back(layer.holds(*mm) ? 0.0 : std::abs(*mm));
    }
    return placed;
}

std::size_t neededHandles(session::AnnotationKind kind)
{
    return kind == session::AnnotationKind::Length || kind == session::AnnotationKind::Arrow ? 2 : 1;
}

/// Enough of the mark lies in the image to be drawn there. A probe reads and an arrow points at its first handle.
bool isInImage(session::AnnotationKind kind, const Placed &placed)
{
    const bool isFirstThere = placed.outsideMm[0] == 0.0;
    return isFirstThere || (kind == session::AnnotationKind::Length && placed.outsideMm[1] == 0.0);
}

QString probeLabel(const session::Annotation &mark, const OverlayInput &input, ImagePoint at)
{
    const auto sample = sampleAt(input, at);
    if (!sample)
        return {};
    QString label = sampleText(*sample);
    // The mark's own coordinates are the truth; the image's are computed from them.
    const auto patient = mark.patientHandles.empty() ? sample->patient : std::optional(mark.patientHandles.front());
    if (patient)
        label += u'\n' + patientPointText(*patient);
    else
        label += u'\n' + u"(%1, %2)"_s.arg(sample->column).arg(sample->row);
    return label;
}

/// The true distance where the handles are places in the patient; in regions with scales of their own only the image
/// says what holds.
QString distanceLabel(const session::Annotation &mark, const dicom::FrameGeometry &geometry, const Placed &placed)
{
    const bool isScaled = geometry.spacingBetween(placed.points[0], placed.points[1]).isKnown();
    if (mark.patientHandles.empty() || (geometry.regions && !isScaled))
        return lengthText(geometry, placed.points[0], placed.points[1]);
    return distanceText(geometry, mark.patientHandles[0], mark.patientHandles[1]);
}

QString crossingText(dicom::Crossing crossing)
{
    switch (crossing) {
    case dicom::Crossing::Even:
        break;
    case dicom::Crossing::BeyondImages:
        return Text::tr("reaches beyond the images");
    case dicom::Crossing::UnevenSpacing:
        return Text::tr("measured across uneven slice spacing");
    case dicom::Crossing::MissingSlices:
        return Text::tr("measured across missing slices");
    }
    return {};
}

/// What must be known beside the value: it was measured across a gap, a part of the mark lies elsewhere.
QStringList remarks(const MarkShape &shape)
{
    QStringList lines;
    if (shape.crossing != dicom::Crossing::Even)
        lines << crossingText(shape.crossing);
    for (const double mm : shape.outsideMm) {
        if (mm > 0.0)
            lines << Text::tr("one end %1 mm outside this image").arg(numberText(mm, 1));
    }
    return lines;
}

QString markLabel(const session::Annotation &mark, const OverlayInput &input, const Placed &placed)
{
    switch (mark.kind) {
    case session::AnnotationKind::Probe:
        return probeLabel(mark, input, placed.points.front());
    case session::AnnotationKind::Length:
        return distanceLabel(mark, input.instance->geometry, placed);
    case session::AnnotationKind::Arrow:
    case session::AnnotationKind::Text:
        break;
    }
    return mark.text;
}

bool isReadFromPart(const OverlayInput &input)
{
    return input.frame &&
           (input.frame->reduction > 0 || input.frame->damaged || (input.slab && input.slab->isProvisional()));
}

MarkShape shapeOf(const session::Annotation &mark, const OverlayInput &input, const Placed &placed,
                  const imaging::ViewTransform &transform)
{
    MarkShape shape;
    shape.id = mark.id;
    shape.kind = mark.kind;
    shape.outsideMm = placed.outsideMm;
    for (const auto &point : placed.points)
        shape.handles.push_back(transform.toScreen(point));
    const bool isLength = mark.kind == session::AnnotationKind::Length;
    if (isLength && !mark.patientHandles.empty() && input.dataSet)
        shape.crossing =
            dicom::crossingBetween(*input.dataSet, *input.instance, mark.patientHandles[0], mark.patientHandles[1]);
    shape.provisional = isReadFromPart(input) || shape.crossing != dicom::Crossing::Even;
    QStringList lines{markLabel(mark, input, placed)};
    if (shape.provisional && isLength)
        lines.front().prepend(u"≈ "_s);
    shape.label = (lines + remarks(shape)).join(u'\n');
    return shape;
}

} // namespace

std::vector<MarkShape> markShapes(const OverlayInput &input, const session::AnnotationSet &annotations,
                                  const imaging::ViewTransform &transform)
{
    std::vector<MarkShape> shapes;
    if (!input.instance)
        return shapes;
    annotations.forEach([&](const session::Annotation &mark) {
        // By the image alone: a reader who splits or joins stacks loses no mark.
        if (mark.sop != input.instance->sop || mark.frame != input.instance->frame)
            return;
        const auto placed = handlesOnImage(mark, input);
        if (placed && placed->points.size() >= neededHandles(mark.kind) && isInImage(mark.kind, *placed))
            shapes.push_back(shapeOf(mark, input, *placed, transform));
    });
    return shapes;
}

} // namespace consilium::render2d
