#pragma once
#include "base/Geometry.h"
#include "viewer/objects/Measurements.h"
#include "viewer/objects/PresentationState.h"
#include "viewer/session/AnnotationSet.h"

#include <QString>

#include <vector>

/// Which marks the shapes of an object make, and their handles in the order of session::AnnotationKind. Pure.
namespace consilium::app
{

/// A mark out of shapes of one measurement.
struct MarkPart {
    session::AnnotationKind kind = session::AnnotationKind::Polyline;
    std::vector<std::size_t> shapes; ///< of the measurement; at least one, all in images or all in the patient
    std::vector<objects::ShapeType> types;
    std::vector<std::size_t> values; ///< those of the measurement that are stated of it
};
/// Every shape is in one of them; a value that names no shape is stated of the first. Of this program one part of the
/// kind that it was drawn as; of others the nearest kind: a line with a stated length is a length, two lines with axes
/// are a bidirectional; where the object says nothing of the kind the figure alone decides.
[[nodiscard]] std::vector<MarkPart> partsOf(const objects::Measurement &measurement);

[[nodiscard]] std::vector<ImagePoint> handlesOf(session::AnnotationKind kind,
                                                const std::vector<objects::ShapeType> &types,
                                                const std::vector<std::vector<ImagePoint>> &shapes);
[[nodiscard]] std::vector<PatientPoint> handlesOf(session::AnnotationKind kind,
                                                  const std::vector<objects::ShapeType> &types,
                                                  const std::vector<std::vector<PatientPoint>> &shapes);

struct GraphicHandles {
    session::AnnotationKind kind = session::AnnotationKind::Polyline;
    std::vector<ImagePoint> points;
};
/// Of a drawing in an image. Neither a length nor an angle is claimed of lines.
[[nodiscard]] GraphicHandles handlesOf(const objects::Graphic &graphic);

/// What stands at the mark: of this program its text; of others also its name, what was found and where.
[[nodiscard]] QString textOf(const objects::Measurement &measurement);

/// Which mark of a session and which of an object are the same one: the id itself where it is a UID, else one that is
/// computed from it (PS3.16 TID 1501, Tracking Unique Identifier).
[[nodiscard]] QString identityOf(const AnnotationId &id);

} // namespace consilium::app
