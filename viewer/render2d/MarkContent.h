#pragma once
#include "viewer/dicom/Suv.h"
#include "viewer/imaging/RoiStatistics.h"
#include "viewer/render2d/Overlay.h"

#include <QRgb>

#include <memory>
#include <optional>
#include <vector>

namespace consilium::render2d
{

/// All of a mark that does not depend on how the view is zoomed, turned and panned: where it lies in the image, what it
/// measures and what is said of it.
struct MarkContent {
    bool isShown = false; ///< false: it does not lie in the image, or cannot be said to; the rest is empty then
    std::vector<ImagePoint> handles;
    std::vector<double> outsideMm; ///< as MarkShape::outsideMm
    std::vector<std::vector<ImagePoint>> lines, helpers;
    bool isRegion = false;
    std::optional<double> length; ///< of a ruler, in the unit that its divisions count
    dicom::Crossing crossing = dicom::Crossing::Even;
    bool provisional = false;    ///< what it says of its own image is; as MarkShape::provisional
    bool isFusedPartial = false; ///< as MarkValues::isFusedPartial
    QString label;
    std::optional<ImagePoint> labelPlace; ///< where a person has put it
    std::shared_ptr<const std::vector<MarkFigure>> figures;
    std::optional<imaging::Region> region;       ///< of a region
    std::optional<session::LayerKey> layer = {}; ///< of a mark that came from a layer of a presentation state
    std::optional<int> layerOrder = {};          ///< as MarkShape::layerOrder
    std::optional<QRgb> layerColour = {};
};

[[nodiscard]] MarkContent contentOf(const session::Annotation &mark, const OverlayInput &input);

/// What must stand beside values of the image's own pixels where a slab is drawn in their place; else empty.
[[nodiscard]] QString imageAloneText(const OverlayInput &input);

/// The mark's places in one space with one unit: the patient's mm, or those of the image plane.
struct MarkSpace {
    std::vector<PatientPoint> points;
    imaging::PixelScale scale; ///< of the image's pixels in that unit
    bool isMm = false;         ///< false: pixels, as wide as a column
    bool hasAngles = true;     ///< false: the two directions of the image have no unit in common there
    dicom::SpacingBasis basis = dicom::SpacingBasis::None;
};
/// `byHand`: in place of the file's spacing, where the image was calibrated by hand.
[[nodiscard]] MarkSpace spaceOf(const session::Annotation &mark, const dicom::FrameGeometry &geometry,
                                const std::vector<ImagePoint> &handles,
                                const std::optional<dicom::PixelSpacing> &byHand);

/// The region that a mark encloses, in image pixels; nullopt for the other kinds.
[[nodiscard]] std::optional<imaging::Region> regionOf(session::AnnotationKind kind, const MarkSpace &space,
                                                      const std::vector<ImagePoint> &handles);
/// What it says of itself: lines of its label, values first, and the same as numbers.
struct MarkValues {
    QStringList lines;
    std::vector<MarkFigure> figures;
    bool isComputed = true;      ///< false: words of a person, or a probe, that are never "≈"
    bool isFusedPartial = false; ///< it also says something that was read from a part of the series over the image
};
[[nodiscard]] MarkValues valuesOf(const session::Annotation &mark, const OverlayInput &input, const MarkSpace &space,
                                  const MarkContent &content);
[[nodiscard]] dicom::SuvKind suvKindOf(session::Suv suv);
/// Of a region, from the frame of the image that it lies on, also where a slab is shown: the list of marks, and the
/// report that names this image, have the same figures.
[[nodiscard]] MarkValues regionValues(const imaging::Region &region, const OverlayInput &input, const MarkSpace &space);

} // namespace consilium::render2d
