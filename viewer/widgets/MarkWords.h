#pragma once
#include "viewer/pixels/StudyImages.h"
#include "viewer/render2d/Overlay.h"
#include "viewer/session/AnnotationSet.h"
#include "viewer/session/ViewerState.h"

#include <QString>

#include <optional>

namespace consilium::widgets
{

/// What a kind of mark is called, in the user's language: "Length".
[[nodiscard]] QString markKindName(session::AnnotationKind kind);
/// Its icon in resources/icons.
[[nodiscard]] QString markIcon(session::AnnotationKind kind);

/// Why an image is a key image, by the code value of its title (PS3.16 CID 7010), in the user's language: "For
/// surgery"; empty: no such code.
[[nodiscard]] QString keyImageReason(const QString &code);

/// The stack of a study that holds the image a mark is drawn on, and which of its slices that is.
struct MarkPlace {
    dicom::DataSetPtr stack;
    int slice = -1; ///< from 0
};
[[nodiscard]] std::optional<MarkPlace> placeOfMark(const session::Annotation &mark, const StudyUid &study,
                                                   const pixels::StudyImages &images);
/// The one that shows the stack: the active one, else the first; empty: none does.
[[nodiscard]] ViewId viewShowing(const session::ViewerState &state, const DataSetId &stack);
/// To what uptakes in the stack are related by that view; where none shows it now, by the one that did (the active one,
/// else the first): marks keep the figures that were seen when another series takes their place.
[[nodiscard]] session::Suv suvShown(const session::ViewerState &state, const DataSetId &stack);

/// The mark as it is drawn on its image, for its label and values; where the image is not in memory, without those that
/// are read from pixels. nullopt: it is not drawn there. `all`: the marks of the session, one of which may calibrate
/// the image. `suv`: to what an uptake is related.
[[nodiscard]] std::optional<render2d::MarkShape> shapeOfMark(const session::Annotation &mark, const MarkPlace &place,
                                                             const session::AnnotationSet &all,
                                                             const pixels::StudyImages &images, session::Suv suv);

} // namespace consilium::widgets
