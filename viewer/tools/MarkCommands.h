#pragma once
#include "viewer/tools/Tool.h"

namespace consilium::tools
{

/// Moves a mark of the image shown as a whole by logical screen pixels, as far as all of it stays on the image. Empty
/// where it is drawn on another image, or is another participant's.
[[nodiscard]] std::vector<session::Action> nudgeActions(const ToolContext &context, const AnnotationId &mark,
                                                        ScreenVector by);

/// A mark as it was copied, with what says whose it is.
struct CopiedMark {
    session::Annotation mark;
    StudyUid study;
    QString patientId, patientIssuer; ///< (0010,0020), (0010,0021) of the image it was copied from
    bool operator==(const CopiedMark &) const = default;
};
/// nullopt: it is not drawn on the image shown.
[[nodiscard]] std::optional<CopiedMark> copiedMark(const ToolContext &context, const AnnotationId &mark);

/// Why a copied mark cannot be put on an image.
enum class PasteHindrance {
    None,
    NoImage,
    OtherPatient,
    OtherStudy,
    NoPlace, ///< one of the two images says where it lies in the patient, the other does not
    OtherFrameOfReference,
    NotParallel,  ///< by more than 2 degrees: its shape would be another
    DoesNotFit,   ///< some of it would lie beside the image
    NotCalibrated ///< a calibration, which holds for its own image only
};
struct Paste {
    PasteHindrance hindrance = PasteHindrance::None;
    std::vector<session::Action> actions; ///< adds the copy
    AnnotationId mark;                    ///< its id
};
/// A copy of the mark on the image that the view shows, as the local actor's own: in the patient moved square to the
/// image until its first handle lies in it, with all its lengths and angles; in images without a place at the same
/// pixels. On the image that it came from a little beside it, so that it is seen.
[[nodiscard]] Paste pasteActions(const ToolContext &context, const CopiedMark &copied);

/// Shows the image that a mark is drawn on in a view; empty when the view shows it. `stack` holds the image.
[[nodiscard]] std::vector<session::Action> showMarkActions(const session::ViewerState &state, const ViewId &view,
                                                           const session::Annotation &mark,
                                                           const dicom::DataSet &stack);

} // namespace consilium::tools
