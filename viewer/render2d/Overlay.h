#pragma once
#include "base/Geometry.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/imaging/Calibration.h"
#include "viewer/imaging/Enhance.h"
#include "viewer/imaging/GreyRenderer.h"
#include "viewer/imaging/Slab.h"
#include "viewer/imaging/ViewTransform.h"
#include "viewer/pixels/DecodedFrame.h"
#include "viewer/pixels/SeriesGap.h"
#include "viewer/render2d/FusionPainter.h"
#include "viewer/render2d/MarkLayer.h"
#include "viewer/render2d/MarkShape.h"
#include "viewer/session/ViewerState.h"

#include <QImage>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <vector>

class QPainter;

namespace consilium::objects
{
class StudyObjects;
}

namespace consilium::render2d
{

/// The bar that says which colour stands for which value.
struct Legend {
    session::ColourMap map = session::ColourMap::Grey; ///< Grey: there is no bar
    bool flipped = false;                              ///< low values have the colours of the upper end
    QString name, low, high;                           ///< low and high: values with unit at the ends of the window
    bool operator==(const Legend &) const = default;
};

/// What stands over an image, as text: what a person reads, a scenario checks and the painter draws are one value.
struct OverlayText {
    QStringList topLeft;     ///< patient name; ID, sex, age
    QStringList topRight;    ///< study description, date; institution
    QString link;            ///< how the view goes along with others; empty without a link
    QString play;            ///< how fast the stack is played; empty: it stands
    QStringList bottomLeft;  ///< series; slice n / N and position
    QStringList bottomRight; ///< what was done to the pixels; window; zoom
    QStringList
        processing; ///< those lines of bottomRight that tell of slab, enhancement, colours, fusion: never hidden
    QString window; ///< that line of bottomRight which tells of the window
    Legend legend;
    imaging::ViewTransform::EdgeLetters letters;
    QString scaleBar;        ///< "50 mm"; empty without spacing
    double scaleBarPx = 0.0; ///< its length in logical pixels
    QString identity;        ///< how the patient stands to whom the tab is about; empty: it is theirs. Never hidden
    QString date;            ///< of the study, the day: drawn below the name where topRight has no room. Never hidden
    bool operator==(const OverlayText &other) const;
};

/// How grave a warning is. Information: good to know. Caution: something is missing or cannot be relied on. Danger:
/// what is seen may be another patient's, or is no image.
enum class Grade { Information, Caution, Danger };
[[nodiscard]] Grade gradeOf(dicom::DataIssue::Kind kind);
[[nodiscard]] QString gradeWord(Grade grade);       ///< "Caution", in the user's language
[[nodiscard]] QLatin1String gradeName(Grade grade); ///< "caution", for scenarios

/// A band beside the image (LOOK.md: warning on top, fidelity below). It takes room from the image; it never covers it.
struct Band {
    enum class Kind { Warning, Fidelity, Error };
    Kind kind = Kind::Warning;
    Grade grade = Grade::Caution;
    QString headline, consequence;
    int more = 0;            ///< further causes ("+2")
    double progress = -1.0;  ///< 0 to 1; < 0: no bar
    QString id;              ///< stable English name for scenarios: "MissingSlices", "Loading" ...
    QStringList briefs = {}; ///< the headline in fewer words, the longest first: for where it has no room; may be empty
    bool operator==(const Band &) const = default;
};

/// The thick slab that a view shows, or why it shows none.
struct ShownSlab {
    imaging::SlabPlan plan;
    session::SlabMode mode = session::SlabMode::Mean;
    int loaded = 0;       ///< slices that are in `values`
    bool isEnded = false; ///< the others will not come
    /// Drawn and probed in place of the frame; null with a refusal, for a slab of one slice, and before anything came.
    std::shared_ptr<const imaging::ValueImage> values;
    [[nodiscard]] bool isRefused() const { return plan.refusal != imaging::SlabRefusal::None; }
    [[nodiscard]] bool isPartial() const { return !isRefused() && loaded < plan.count(); }
    /// Several slices are drawn as one picture. What belongs to one of them (segments, overlay planes) is then not
    /// drawn.
    [[nodiscard]] bool isDrawn() const { return values && plan.count() > 1; }
    /// Values may be others once all slices are known and there.
    [[nodiscard]] bool isProvisional() const { return isPartial() || (!isRefused() && plan.isProvisional); }
};

/// Of a large image, whose enhancement is made beside the window. What is small is enhanced while it is drawn.
struct ShownEnhancement {
    std::shared_ptr<const imaging::EnhancedImage> made; ///< of the frame, or slab, that is shown; null: not (yet) made
    bool isPending = false;                             ///< it is being made: shown is the image as it is, and said so
};

/// How the patient of what is shown stands to whom the tab is about.
struct PatientStanding {
    enum class Kind {
        First,    ///< the same, as far as IDs and issuers say it
        ByHand,   ///< the same, because a person has said so
        Doubtful, ///< perhaps another one
        Other     ///< another one
    };
    Kind kind = Kind::First;
    QString text = {};  ///< that in words, with the name of whom the tab is about; empty for First
    QString prior = {}; ///< how long before the tab's study this one was made, before the series' name; empty: none
    /// Images of somebody else, or perhaps so, carry a frame.
    [[nodiscard]] bool isFramed() const { return kind == Kind::Doubtful || kind == Kind::Other; }
    bool operator==(const PatientStanding &) const = default;
};

/// Names of segments shown over the stack of which something could not be read.
struct OutlineFlaws {
    QStringList lost, lostHere; ///< not drawn: elsewhere in the stack or nobody knows where; on just this image
    QStringList doubtfulHere;   ///< drawn, and something may be missing
};

/// What the viewport knows about the stack it shows; the overlay is a pure function of this.
struct OverlayInput {
    dicom::StudyHeader study;
    dicom::DataSetPtr dataSet; ///< may be null
    const dicom::Instance *instance = nullptr;
    pixels::FramePtr frame; ///< may be null: loading
    session::ViewState view;
    session::Presentation presentation; ///< what of it holds for the image (imaging::ownPresentation())
    bool isLeftOutOfState = false;      ///< a presentation state's greys or shutter are for other images of the stack
    int sliceIndex = -1, sliceCount = 0, slicesLoaded = 0;
    bool isSliceNumberKnown = true; ///< false: of the stack only some images are described, places may still change
    bool isLoadEnded = false;       ///< what is not loaded will not come by itself
    std::optional<ShownSlab> slab;  ///< nullopt: none is asked for
    bool isMaskAlone = false;       ///< a segmentation as a picture, of whose study no image is there
    bool slabHidesOutlines = false; ///< there are segments or overlay planes of the slice, not drawn over the slab
    OutlineFlaws outlines;
    double devicePixelRatio = 1.0;
    std::optional<double> screenMmPerPx; ///< of a logical pixel, where the monitor was measured
    QString failure;                     ///< translated; empty when all is well
    QString missingReason; ///< why images of the stack cannot be had, as a phrase; empty: not known, or several
    QString identityDoubt; ///< why a prior study may be another patient's; empty: there is no doubt
    pixels::SeriesGap seriesGap = {};               ///< of a part of a series that was split
    std::optional<ShownFusion> fusion = {};         ///< nullopt: none is asked for
    const objects::StudyObjects *objects = nullptr; ///< what was kept of marks; null: nobody knows
    imaging::HandCalibration calibration = {};      ///< of the image shown
    PatientStanding standing = {};
    ShownEnhancement enhancement = {};       ///< of presentation.enhancement
    session::HiddenLayers hiddenLayers = {}; ///< of presentation states: marks of these are not drawn
};
[[nodiscard]] OverlayText overlayText(const OverlayInput &input, const imaging::ViewTransform *transform);
/// What is left of the text when the reader hides the overlay: the patient's name, how they stand to the tab's patient,
/// the day of the study, the letters, the link, what was done to the pixels and the bar of the colours. Bands stay in
/// any case.
[[nodiscard]] OverlayText essentialOnly(const OverlayText &text);

/// Every cause for a band, the gravest first. Ids: the names of DataIssue::Kind, and
/// "PatientMismatch", "ImageFailed", "PixelsDamaged" (Error); "OtherPatient", "IdentityDoubt", "MaskAlone",
/// "SlabRefused", "SlabGaps", "SlabHidesOutlines", "LeftOutOfState" (Warning); "SlabPartial", "SlabProvisional",
/// "ReducedResolution", "Loading", "Incomplete", "Lossy", "ReducedDepth" (Fidelity). Of the series that lies over the
/// image, by its modality: "FusionDamaged" (Error), "FusionLoading", "FusionIncomplete", "FusionLossy" (Fidelity).
[[nodiscard]] std::vector<Band> bandCauses(const OverlayInput &input);
/// What is shown of them: at most one warning of the images and one of the slab (for the top), at most one error or
/// fidelity band (for the bottom), in this order; `more` of the first and of the last: how many causes are not shown.
[[nodiscard]] std::vector<Band> bands(const OverlayInput &input);
/// Says in the corner, as a mark that is never left out, that the image was compressed with loss. For where no band has
/// room to say it; of another image it changes nothing.
void markLossy(OverlayText &text, const OverlayInput &input);
/// The same of the series that lies over the image: "PT lossy 12:1".
void markFusedLossy(OverlayText &text, const OverlayInput &input);
/// Headline and consequence in one line.
[[nodiscard]] QString bandSentence(const Band &band);

/// Where paintOverlay() puts the line about the window, in the coordinates of `area`; empty when it has no room for it.
[[nodiscard]] QRectF windowTextBox(const QRectF &area, const OverlayText &text);

/// What paintOverlay() covers of `area` with text, letters, scale bar and legend, in the coordinates of `area`.
[[nodiscard]] std::vector<QRectF> textBoxes(const QRectF &area, const OverlayText &text);
/// Where a line of `size` has room in the lower middle over none of the textBoxes(): for the value under the pointer.
/// Empty where there is none; one that is wider than the area reaches out of it on both sides.
[[nodiscard]] QRectF readoutBox(const QRectF &area, const OverlayText &text, const QSizeF &size);

/// The marks of the image shown that lie in it (dicom::reachMm(); of a slab: in one of its slices or between them), in
/// viewport coordinates, their values computed from the image. Of what is measured between places in space one of them
/// is enough, of an arrow its tip; a region is drawn where all of it lies. Layers of presentation states come first, by
/// their order, then all other marks; of hidden ones nothing. Handles in the patient give
/// the true distance in space, wherever they lie. With a cache values are computed once for a mark and what it is read
/// from; `selected` is left to the caller, before it paints. `room`: what else stands in the view; null: nothing.
[[nodiscard]] std::vector<MarkShape> markShapes(const OverlayInput &input, const session::AnnotationSet &annotations,
                                                const imaging::ViewTransform &transform, MarkCache *cache = nullptr,
                                                const LabelRoom *room = nullptr);

/// Paints text, letters, scale bar and marks over `area` (logical pixels). `under` is the image already drawn there, in
/// device pixels: its mean grey under each corner block decides between outline and plate. Rendered text is kept for
/// the next call, and with `kept` what was drawn of marks.
void paintOverlay(QPainter &painter, const QRectF &area, const OverlayText &text, const std::vector<MarkShape> &marks,
                  const QImage &under, MarkLayer *kept = nullptr);

} // namespace consilium::render2d
