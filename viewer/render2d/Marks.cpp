#include "viewer/render2d/Overlay.h"

#include "viewer/render2d/OverlayFormat.h"
#include "viewer/render2d/Sample.h"

namespace consilium::render2d
{

using namespace Qt::StringLiterals;

namespace
{

/// The handles in pixels of the image shown; nullopt when they cannot be said there.
std::optional<std::vector<ImagePoint>> handlesOnImage(const session::Annotation &mark,
                                                      const dicom::FrameGeometry &geometry)
{
    if (mark.patientHandles.empty())
        return mark.imageHandles;
    std::vector<ImagePoint> points;
    for (const auto &handle : mark.patientHandles) {
        const auto point = geometry.toImage(handle);
        if (!point)
            return std::nullopt;
        points.push_back(*point);
    }
    return points;
}

std::size_t neededHandles(session::AnnotationKind kind)
{
    return kind == session::AnnotationKind::Length || kind == session::AnnotationKind::Arrow ? 2 : 1;
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

QString markLabel(const session::Annotation &mark, const OverlayInput &input, const std::vector<ImagePoint> &points)
{
    switch (mark.kind) {
    case session::AnnotationKind::Probe:
        return probeLabel(mark, input, points.front());
    case session::AnnotationKind::Length:
        return lengthText(input.instance->geometry, points[0], points[1]);
    case session::AnnotationKind::Arrow:
    case session::AnnotationKind::Text:
        break;
    }
    return mark.text;
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
        const auto points = handlesOnImage(mark, input.instance->geometry);
        if (!points || points->size() < neededHandles(mark.kind))
            return;
        MarkShape shape;
        shape.id = mark.id;
        shape.kind = mark.kind;
        for (const auto &point : *points)
            shape.handles.push_back(transform.toScreen(point));
        shape.provisional = input.frame && (input.frame->reduction > 0 || input.frame->damaged ||
                                            (input.slab && input.slab->isProvisional()));
        shape.label = markLabel(mark, input, *points);
        if (shape.provisional && mark.kind == session::AnnotationKind::Length)
            shape.label = u"≈ "_s + shape.label;
        shapes.push_back(std::move(shape));
    });
    return shapes;
}

} // namespace consilium::render2d
