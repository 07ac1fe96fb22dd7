#include "viewer/tools/MarkCommands.h"

#include "viewer/dicom/PlaceInStack.h"
#include "viewer/tools/Calibrating.h"
#include "viewer/tools/MarkPlaces.h"

#include <algorithm>
#include <cmath>

namespace consilium::tools
{

namespace
{

constexpr double besidePx = 12.0;       ///< of a copy on its own image, logical screen pixels
constexpr double leastCosine = 0.99939; // of 2 degrees

using Actions = std::vector<session::Action>;

ImageVector inImage(const imaging::ViewTransform &transform, ScreenVector by)
{
    const ImagePoint from = transform.toImage({0.0, 0.0}), to = transform.toImage({by.dx, by.dy});
    return {to.column - from.column, to.row - from.row};
}

bool areAllInImage(const dicom::FrameGeometry &geometry, const std::vector<ImagePoint> &places)
{
    return std::all_of(places.begin(), places.end(), [&geometry](ImagePoint p) { return isInImage(geometry, p); });
}

PasteHindrance hindranceOf(const ToolContext &context, const CopiedMark &copied)
{
    const dicom::Instance *const image = context.instance;
    if (!image || !context.transform || !context.newAnnotationId)
        return PasteHindrance::NoImage;
    if (image->patient.id != copied.patientId || image->patient.issuer != copied.patientIssuer)
        return PasteHindrance::OtherPatient;
    if (image->study != copied.study)
        return PasteHindrance::OtherStudy;
    const bool isOfPatient = !copied.mark.patientHandles.empty();
    if (isOfPatient != image->geometry.isSpatial())
        return PasteHindrance::NoPlace;
    if (isOfPatient && copied.mark.frameOfReference != image->geometry.frameOfReference)
        return PasteHindrance::OtherFrameOfReference;
    return PasteHindrance::None;
}

/// The image that the mark was drawn on lies parallel to the one shown. Where it is in another stack, what can be known
/// is that the mark lies flat in the direction of this one.
bool isParallel(const ToolContext &context, const session::Annotation &mark)
{
    const auto here = context.instance->geometry.normal();
    if (!here || !context.dataSet)
        return false;
    for (const auto &slice : context.dataSet->slices) {
        if (!isDrawnOn(mark, slice.get()))
            continue;
        const auto there = slice->geometry.normal();
        return there && std::abs(there->dot(*here)) >= leastCosine;
    }
    const auto depthOf = [&](PatientPoint p) {
        return dicom::distanceFromPlaneMm(context.instance->geometry, p).value_or(0.0);
    };
    const auto [low, high] = std::minmax_element(
        mark.patientHandles.begin(), mark.patientHandles.end(),
        [&depthOf](const PatientPoint &a, const PatientPoint &b) { return depthOf(a) < depthOf(b); });
    return depthOf(*high) - depthOf(*low) <= dicom::reachMm(*context.instance, context.dataSet.get());
}

void moveBy(session::Annotation &mark, PatientVector by)
{
    for (PatientPoint &handle : mark.patientHandles)
        handle = handle + by;
    if (mark.labelInPatient)
        mark.labelInPatient = *mark.labelInPatient + by;
}

} // namespace

std::vector<session::Action> nudgeActions(const ToolContext &context, const AnnotationId &mark, ScreenVector by)
{
    const session::Annotation *const there = context.state.annotations().find(mark);
    if (!there || !context.transform || there->author != context.actor || !isDrawnOn(*there, context.instance))
        return {};
    return shiftedMark(context.instance->geometry, *there, inImage(*context.transform, by));
}

std::optional<CopiedMark> copiedMark(const ToolContext &context, const AnnotationId &mark)
{
    const session::Annotation *const there = context.state.annotations().find(mark);
    if (!there || !isDrawnOn(*there, context.instance))
        return std::nullopt;
    return CopiedMark{*there, context.instance->study, context.instance->patient.id, context.instance->patient.issuer};
}

Paste pasteActions(const ToolContext &context, const CopiedMark &copied)
{
    if (const PasteHindrance hindrance = hindranceOf(context, copied); hindrance != PasteHindrance::None)
        return {hindrance, {}, {}};
    const dicom::FrameGeometry &geometry = context.instance->geometry;
    // Another exposure has another magnification: a line over nothing would be the scale of all that is measured there.
    if (copied.mark.kind == session::AnnotationKind::Calibration &&
        (!isDrawnOn(copied.mark, context.instance) || !whyNotCalibrated(context).isEmpty()))
        return {PasteHindrance::NotCalibrated, {}, {}};
    session::Annotation mark = newMark(context, copied.mark.kind);
    mark.text = copied.mark.text;
    mark.patientHandles = copied.mark.patientHandles;
    mark.imageHandles = copied.mark.imageHandles;
    mark.labelInPatient = copied.mark.labelInPatient;
    mark.labelInImage = copied.mark.labelInImage;
    if (!mark.patientHandles.empty()) {
        if (!isParallel(context, copied.mark))
            return {PasteHindrance::NotParallel, {}, {}};
        const auto normal = geometry.normal();
        const auto depth = dicom::distanceFromPlaneMm(geometry, mark.patientHandles.front());
        if (!normal || !depth)
            return {PasteHindrance::NoPlace, {}, {}};
        moveBy(mark, *normal * -*depth);
    }
    const auto places = handlesOn(geometry, mark);
    if (!places || !areAllInImage(geometry, *places))
        return {PasteHindrance::DoesNotFit, {}, {}};
    Paste paste{PasteHindrance::None, {session::AddAnnotation{mark}}, mark.id};
    if (mark.kind == session::AnnotationKind::Calibration) {
        paste.actions = calibrationActions(context, mark);
    } else if (isDrawnOn(copied.mark, context.instance)) {
        const Actions aside = shiftedMark(geometry, mark, inImage(*context.transform, {besidePx, besidePx}));
        paste.actions.insert(paste.actions.end(), aside.begin(), aside.end());
    }
    return paste;
}

std::vector<session::Action> showMarkActions(const session::ViewerState &state, const ViewId &view,
                                             const session::Annotation &mark, const dicom::DataSet &stack)
{
    const session::ImageRef image{mark.sop, mark.frame};
    const session::ViewState &now = state.view(view);
    if (now.dataSet == stack.id)
        return now.plane == session::PlaneRef(image) ? Actions() : Actions{session::ShowPlane{view, image}};
    if (stack.slices.empty())
        return {};
    return {session::ShowSeries{view, stack.slices.front()->study, stack.id, image, {}, {}, {}}};
}

} // namespace consilium::tools
