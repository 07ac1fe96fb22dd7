#pragma once
#include "app/usecases/SeenPart.h"
#include "viewer/dicom/Suv.h"
#include "viewer/imaging/RoiStatistics.h"
#include "viewer/objects/KeyObjects.h"
#include "viewer/objects/Measurements.h"
#include "viewer/objects/PresentationState.h"
#include "viewer/render2d/MarkShape.h"
#include "viewer/widgets/MarkWords.h"

#include <optional>
#include <vector>

/// Marks of a session as what viewer/objects writes. No time, no UIDs of objects, no network: values in, values out.
namespace consilium::app
{

/// In which object a kind of mark is kept.
enum class KeptIn {
    Measurements, ///< the report, TID 1500: all that has figures
    Presentation, ///< the presentation state: arrows and texts
    KeyImages     ///< the key object selection
};
[[nodiscard]] KeptIn keptIn(session::AnnotationKind kind);
/// Its figures come from pixels: the frame has to be in memory (StudyImages::frame()) when it is described.
[[nodiscard]] bool needsPixels(session::AnnotationKind kind);

/// The mark's tracking UID (PS3.16 TID 1501, (112040, DCM); PS3.3 C.10.5, (0062,0021)), the same in all versions: its
/// id where that is a UID (a mark that was read from an archive keeps its own), else one that is computed from the id.
[[nodiscard]] QString trackingUidOf(const AnnotationId &id);
/// Drawn alike on the same image: the key of arrows and texts that have no tracking UID in their presentation state
/// (other programs', and what this one wrote before it gave them any). Places to a hundredth of a pixel or millimetre.
[[nodiscard]] bool isSameDrawing(const session::Annotation &a, const session::Annotation &b);
/// One mark in two versions, or under two ids: what was read from an archive has another id where objects know none.
/// An image is a key image once, with one reason.
[[nodiscard]] bool isSameMark(const session::Annotation &a, const session::Annotation &b);

/// A mark with the image that it lies on, and what it measures there.
struct DescribedMark {
    session::Annotation mark;
    dicom::InstancePtr image;
    DataSetId stack;                 ///< that holds the image
    std::vector<ImagePoint> handles; ///< in the image, pixels
    bool isInPlane = true;           ///< all of them lie in it; false: between places in the patient
    bool isProvisional = false;      ///< measured across missing slices, or on part of the data: "≈"
    std::optional<imaging::Region> region;
    imaging::PixelScale scale; ///< of the image's pixels in mm, or in columns
    dicom::SpacingBasis basis = dicom::SpacingBasis::None;
    std::vector<render2d::MarkFigure> figures;
    dicom::SuvKind suv = dicom::SuvKind::BodyWeight; ///< of the figures that are uptakes
};
/// nullopt: it cannot be drawn on its image (no scale or place there). `marks`: all of the session, for a calibration
/// by hand among them is the image's scale. `suv`: to what the reader relates an uptake.
[[nodiscard]] std::optional<DescribedMark>
describeMark(const session::Annotation &mark, const widgets::MarkPlace &place, const pixels::StudyImages &images,
             const session::AnnotationSet &marks, session::Suv suv = session::Suv::BodyWeight);

/// To what the object that holds this mark, among those that have been read, relates its uptakes; nullopt: it states
/// none, or is not known.
[[nodiscard]] std::optional<session::Suv> statedSuv(const AnnotationId &mark, const pixels::StudyImages &images);

[[nodiscard]] objects::ImageReference referenceTo(const dicom::Instance &image);
/// Of KeptIn::Measurements. Shapes lie in the image where all of the mark does, else in the patient.
[[nodiscard]] objects::Measurement measurementOf(const DescribedMark &mark);

/// UCUM. A unit that is none there is an annotation of the unit 1, which UCUM allows: "{counts}".
[[nodiscard]] objects::Code unitCode(const QString &unit);
/// Both ends of the long axis, then both of the short one, as objects have them (PS3.3 C.18.6.1.2).
[[nodiscard]] std::vector<ImagePoint> ellipseEnds(const imaging::EllipseRegion &ellipse, imaging::PixelScale scale);

/// How the images of a stack are displayed.
struct Display {
    session::ViewState view; ///< of the stack; `plane` does not count
    session::Presentation presentation;
    /// Of images whose file has neither window nor VOI LUT.
    std::optional<session::Window> fallback;
    ImageArea area = {}; ///< of the view; not known where no view shows the stack
};
/// A presentation state (without its header) of images of one stack: grey ones that have one way from stored to
/// modality values, or colour ones, of which it says nothing of greys (PS3.3 A.33.2). The displayed area is what was
/// seen of each image (seenPart()). A turn by other than quarter turns cannot be written (PS3.3 C.10.6): the state is
/// upright then, and shows whole images.
[[nodiscard]] objects::PresentationState presentationOf(const std::vector<dicom::InstancePtr> &images,
                                                        const std::vector<DescribedMark> &graphics,
                                                        const Display &display);
[[nodiscard]] bool isWritableTurn(const session::Orientation &orientation);
/// Whether states of the image are those of grey images; else of colour ones, palettes among them.
[[nodiscard]] bool isGrey(const dicom::Instance &image);
/// Images that one presentation state can be about, of one stack: grey ones with the same modality step (PS3.3 A.33.1),
/// colour ones all together (A.33.2). Each image once.
[[nodiscard]] std::vector<std::vector<dicom::InstancePtr>>
presentationGroups(const std::vector<dicom::InstancePtr> &images, const session::Presentation &shown = {});

/// The layers of presentation states. On `arrows` each annotation has the line from the tip to the end first, then the
/// head.
inline const QString arrowLayer = QStringLiteral("ARROWS"), textLayer = QStringLiteral("TEXTS");

} // namespace consilium::app
