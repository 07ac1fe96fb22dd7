#pragma once
#include "viewer/tools/Tool.h"

#include <optional>
#include <variant>
#include <vector>

/// Where marks lie on the image shown, in its pixels, and how they are moved there. A handle in the patient that is
/// moved on an image keeps its distance from it: only what is seen changes.
namespace consilium::tools
{

/// In the middle of the first pixel and in those of the last, and half a pixel round them.
[[nodiscard]] bool isInImage(const dicom::FrameGeometry &geometry, ImagePoint at);
/// The nearest place of the image.
[[nodiscard]] ImagePoint keptInImage(const dicom::FrameGeometry &geometry, ImagePoint at);

/// The mark is drawn on this image (null: on none).
[[nodiscard]] bool isDrawnOn(const session::Annotation &mark, const dicom::Instance *image);
/// A new mark of the local actor on the image that the view shows, its handles in the patient where the image lies in
/// it, else in pixels. Needs an image and newAnnotationId.
[[nodiscard]] session::Annotation newMark(const ToolContext &context, session::AnnotationKind kind);
void setHandles(session::Annotation &mark, const dicom::FrameGeometry &geometry,
                const std::vector<ImagePoint> &handles);
/// Handles in pixels of the image: of those in the patient the feet of their perpendiculars. nullopt: the image does
/// not say where it lies, or it lies in another frame of reference.
[[nodiscard]] std::optional<std::vector<ImagePoint>> handlesOn(const dicom::FrameGeometry &geometry,
                                                               const session::Annotation &mark);

/// The place `from` of a mark when it is seen at `to`.
[[nodiscard]] std::variant<PatientPoint, ImagePoint>
movedPlace(const dicom::FrameGeometry &geometry, const std::variant<PatientPoint, ImagePoint> &from, ImagePoint to);
/// A place in the plane of the image, of the kind that the mark's handles have; nullopt: the image has none of them.
[[nodiscard]] std::optional<std::variant<PatientPoint, ImagePoint>>
placeFor(const dicom::FrameGeometry &geometry, const session::Annotation &mark, ImagePoint at);
/// Gives the mark handles that are seen at these places, one for each that it has.
[[nodiscard]] session::SetHandles handlesSeenAt(const dicom::FrameGeometry &geometry, const session::Annotation &mark,
                                                const std::vector<ImagePoint> &places);
/// Moves the whole mark, with a label that somebody has placed, as far as all of it stays on the image. Empty: it
/// cannot be said there.
[[nodiscard]] std::vector<session::Action> shiftedMark(const dicom::FrameGeometry &geometry,
                                                       const session::Annotation &mark, ImageVector by);

/// Logical screen pixels between two places of the image.
[[nodiscard]] double screenPx(const imaging::ViewTransform &transform, ImagePoint a, ImagePoint b);
[[nodiscard]] double screenPx(ScreenPoint a, ScreenPoint b);
/// How far a hand that clicks may move, logical pixels.
inline constexpr double clickSlackPx = 4.0;

} // namespace consilium::tools
