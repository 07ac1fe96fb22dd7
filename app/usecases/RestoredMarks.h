#pragma once
#include "app/usecases/StudyPlaces.h"
#include "viewer/objects/KeyObjects.h"
#include "viewer/objects/Measurements.h"
#include "viewer/objects/PresentationState.h"
#include "viewer/objects/StudyObjects.h"
#include "viewer/session/AnnotationSet.h"

#include <optional>
#include <vector>

/// From what objects hold to the marks of a session: of this program as they were drawn, of another one as the nearest
/// kind that claims nothing the object does not say.
namespace consilium::app
{

struct RestoredMark {
    session::Annotation mark;
    objects::MarkOrigin origin;
};

/// What comes of one object. Nothing that it holds is neither a mark nor a flaw.
struct RestoredMarks {
    std::vector<RestoredMark> marks;
    objects::Flaws flaws; ///< those of the object itself are not repeated
};

/// More of one object are left out and told.
inline constexpr std::size_t mostMarksOfObject = 20'000;

/// Measurements: a mark each, under its tracking UID; of several shapes that make no mark together, one each, under
/// that UID with "#2", "#3". A region that was measured in another series, too, is one mark, of which that is stated.
[[nodiscard]] RestoredMarks marksOf(const objects::MeasurementReport &report, const StudyPlaces &places);
/// Drawings and texts of a presentation state that lie in images: those of this program under their tracking UID,
/// others under the state's UID and their places in it. Those that lie on the display are left out: where they stand
/// depends on the display.
[[nodiscard]] RestoredMarks marksOf(const objects::PresentationState &state, const StudyPlaces &places);
/// The key images of a note, under the note's UID and their places in it.
[[nodiscard]] RestoredMarks marksOf(const objects::KeyObjects &keys, const StudyPlaces &places);

/// The title says that the objects are not to be used (IHE RAD TF-3 4.66, IOCM; PS3.16 CID 7011), or only lists what
/// there is (a manifest).
[[nodiscard]] bool isRejection(const objects::Code &title);
[[nodiscard]] bool isManifest(const objects::Code &title);
/// The kind that a tool of this program wrote: "LENGTH", "OPEN_ANGLE"; nullopt: it is none of them.
[[nodiscard]] std::optional<session::AnnotationKind> kindOfMeasurement(const QString &kind);

} // namespace consilium::app
