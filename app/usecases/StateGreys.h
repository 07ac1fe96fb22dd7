#pragma once
#include "viewer/dicom/StudyModel.h"
#include "viewer/objects/PresentationState.h"
#include "viewer/session/ViewerState.h"

#include <QString>

#include <optional>

namespace consilium::app
{

// In what values a presentation state counts, and what that is in the values of an image: it brings its own step from
// stored to modality values, whatever the image says (PS3.4 N.2.1.1).

/// Whether both are no table of modality values, or the same one.
[[nodiscard]] bool isSameLut(const dicom::LookupTable *a, const dicom::LookupTable *b);
/// Whether state and image come to their values by the same table, or both by none.
[[nodiscard]] bool hasSameModalityLut(const objects::PresentationState &state, const dicom::Instance &image);

/// What the state takes for the image's own values is the image's value times the one plus the other.
struct ValueScale {
    double factor = 1.0, offset = 0.0;
    bool operator==(const ValueScale &) const = default;
};
[[nodiscard]] ValueScale valueScale(const objects::PresentationState &state, const dicom::Instance &image);

/// A window of the state in the values of an image, or why it cannot be, a sentence for people.
struct StateWindow {
    std::optional<session::Window> window;
    QString refusal;
};
[[nodiscard]] StateWindow windowOn(const objects::PresentationState &state, const dicom::Instance &image,
                                   const objects::SoftcopyVoi &voi);

} // namespace consilium::app
