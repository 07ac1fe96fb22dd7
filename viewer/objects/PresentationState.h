#pragma once
#include "base/Geometry.h"
#include "viewer/dicom/GreyScale.h"
#include "viewer/dicom/PixelDescription.h"
#include "viewer/dicom/Shutter.h"
#include "viewer/objects/References.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace consilium::objects
{

/// A place relative to the displayed area: 0, 0 its upper left corner, 1, 1 its lower right one, as it is displayed.
/// PS3.3 C.10.5, units DISPLAY.
struct DisplayPoint {
    double x = 0.0, y = 0.0;
    bool operator==(const DisplayPoint &) const = default;
};

/// PS3.3 C.10.7. A layer's name is CS: A to Z, 0 to 9, space, _, at most 16.
struct GraphicLayer {
    QString name;
    int order = 1; ///< lower ones first
    QString description;
    std::optional<int> grey;                  ///< recommended, P-value 0 to 65535
    std::optional<std::array<int, 3>> cieLab; ///< recommended, PCS-values as DICOM encodes them
    bool operator==(const GraphicLayer &) const = default;
};

/// One drawing. Either `points`, in pixels of the image, or `displayPoints`.
struct Graphic {
    enum class Type { Point, Polyline, Interpolated, Circle, Ellipse };
    Type type = Type::Polyline;
    std::vector<ImagePoint> points;
    std::vector<DisplayPoint> displayPoints;
    bool isFilled = false;
    QString trackingUid; ///< Tracking UID (0062,0021), PS3.3 C.10.5: of what it is a drawing, in all versions; or empty
    [[nodiscard]] bool isOfDisplay() const { return !displayPoints.empty(); }
    bool operator==(const Graphic &) const = default;
};

/// A text: in a box, beside a point, or both. Each of them either in the image or in the display.
struct TextNote {
    enum class Justification { Left, Centre, Right };
    struct Box {
        ImagePoint first, second; ///< upper left and lower right as displayed
        bool operator==(const Box &) const = default;
    };
    struct DisplayBox {
        DisplayPoint first, second;
        bool operator==(const DisplayBox &) const = default;
    };
    QString text;
    std::optional<Box> box;
    std::optional<DisplayBox> displayBox;
    Justification justification = Justification::Left;
    std::optional<ImagePoint> anchor;
    std::optional<DisplayPoint> displayAnchor;
    bool isAnchorVisible = false; ///< a line leads from the text to it
    QString trackingUid;          ///< as of a graphic; or empty
    bool operator==(const TextNote &) const = default;
};

/// What lies on one layer over some images. No images: over all of the presentation state.
struct Annotation {
    QString layer;
    std::vector<ImageReference> images;
    std::vector<Graphic> graphics;
    std::vector<TextNote> texts;
    bool operator==(const Annotation &) const = default;
};

/// The part of the image that fills the viewport, PS3.3 C.10.4. Columns and rows from 1, both ends included; they may
/// lie outside of the image. Turning and flipping is already undone: left is less than right in the image.
struct DisplayedArea {
    enum class Size { ScaleToFit, TrueSize, Magnify };
    std::vector<ImageReference> images; ///< none: all
    int left = 1, top = 1, right = 1, bottom = 1;
    Size size = Size::ScaleToFit;
    std::optional<double> rowSpacingMm, columnSpacingMm; ///< needed for TrueSize
    std::optional<std::array<int, 2>> aspect;            ///< height : width of a pixel, where no spacing is known
    std::optional<double> magnification;                 ///< display pixels an image pixel, needed for Magnify
    bool operator==(const DisplayedArea &) const = default;
};

/// A window or a table; PS3.3 C.11.8. No images: for all.
struct SoftcopyVoi {
    std::vector<ImageReference> images;
    std::optional<dicom::FileWindow> window;
    dicom::VoiFunctionKind function = dicom::VoiFunctionKind::Linear;
    /// Instead of a window. Its first input is as it is written: by US it may be what is meant by a negative one, as
    /// the modality step of the image decides (PS3.3 C.11.2.1.1).
    std::shared_ptr<const dicom::LookupTable> table;
};

/// From stored to modality values. A presentation state brings its own: where it has none, there is no such step,
/// whatever the image says. PS3.4 N.2.1.1.
struct ModalityStep {
    double slope = 1.0, intercept = 0.0;
    QString type; ///< Rescale Type, "HU"
    bool operator==(const ModalityStep &) const = default;
};

enum class PresentationLutShape { Identity, Inverse };

/// A Grayscale or Color Softcopy Presentation State, PS3.3 A.33.1 and A.33.2.
struct PresentationState {
    ObjectHeader header;
    QString label;       ///< Content Label, CS
    QString description; ///< Content Description
    QString creator;     ///< PN
    std::vector<ImageReference> images;
    std::optional<ModalityStep> modality;
    std::shared_ptr<const dicom::LookupTable> modalityLut; ///< instead
    std::vector<SoftcopyVoi> voi;
    PresentationLutShape shape = PresentationLutShape::Identity;
    std::shared_ptr<const dicom::LookupTable> presentationLut; ///< instead
    std::vector<DisplayedArea> areas;
    int rotation = 0;       ///< clockwise: 0, 90, 180, 270 degrees
    bool isFlipped = false; ///< left and right, after the rotation
    std::vector<GraphicLayer> layers;
    std::vector<Annotation> annotations;
    Flaws flaws; ///< of one that was read
    /// In place of the image's own, PS3.3 C.7.6.11 and C.11.12. Null: the state has none, or one that cannot be used as
    /// a whole (a bitmap, a shape without its numbers), which is a flaw: more is seen, not less. Its circle counts in
    /// square pixels: how high they are the image says.
    std::shared_ptr<const dicom::Shutter> shutter = {};
    /// Its modality step cannot be read, a flaw: in what its windows and tables count is not known.
    bool hasUnknownValues = false;
    bool hasUnknownOutput = false; ///< the same of its table of P-values: `shape` does not hold in its place
    /// A state of colour images, which says nothing of greys: `modality`, `voi`, `shape` and their tables are at their
    /// defaults. Its colours are sRGB as it is written; of one that was read the profile is not kept.
    bool isColour = false;
};

/// True when low values are displayed white. Without a presentation state the image says so by MONOCHROME1. With one,
/// its Presentation LUT Shape alone says it: "the value of Photometric Interpretation in the referenced image object is
/// ignored and overridden" (PS3.4 N.2.1.4, note 1), so that the image is inverted once, not twice.
[[nodiscard]] bool isDisplayedInverted(dicom::Photometric photometric, std::optional<PresentationLutShape> shape);

/// The object. Errors: InvalidArgument with what is wrong: no images or displayed area, a layer that is not described
/// or whose name is no CS, points that are not finite or not as many as they need, texts without a place, a window
/// width below its least, tables, rotations and tracking UIDs that are none, greys in a state of colour images.
/// OutOfMemory: its colour profile cannot be made.
[[nodiscard]] Result<Attributes> attributesOf(const PresentationState &state);

[[nodiscard]] bool isPresentationState(const Attributes &object);
/// Reads what this or another program wrote; what cannot be used is left out and noted, the rest kept. Errors: NoPixels
/// when it is none, DicomMalformed without UIDs.
[[nodiscard]] Result<PresentationState> readPresentationState(const Attributes &object);

/// Whether something of the state is for this image: it names it, or names none and the state names it.
[[nodiscard]] bool isFor(const std::vector<ImageReference> &images, const PresentationState &state,
                         const SopInstanceUid &sop, int frame);
/// As for reports.
[[nodiscard]] Flaws flawsAgainst(const PresentationState &state, const ImageLookup &lookup);

} // namespace consilium::objects
