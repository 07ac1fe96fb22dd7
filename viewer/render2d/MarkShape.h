#pragma once
#include "base/Geometry.h"
#include "base/Ids.h"
#include "viewer/dicom/PlaceInStack.h"
#include "viewer/session/AnnotationSet.h"

#include <QRectF>
#include <QRgb>
#include <QString>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace consilium::render2d
{

/// What a figure of a mark says. The names are those of scenarios: "mark.mean".
enum class Figure {
    PixelValue,   ///< of a probe
    Length,       ///< of a length, a ruler or a polyline
    LongAxis,     ///< of a bidirectional, as its first line was drawn
    ShortAxis,    ///< its second line
    Angle,        ///< angle, Cobb, open angle, hip-knee-ankle, between two lines; degrees
    Ratio,        ///< cardiothoracic, or of two lines: first to second
    FirstLength,  ///< of two lines; of the heart
    SecondLength, ///< of two lines; of the thorax
    Femur,        ///< head of the femur to the knee
    Tibia,        ///< knee to ankle
    Leg,          ///< head of the femur to the ankle
    Mean,
    Deviation, ///< population SD
    Minimum,
    Maximum,
    Sum,
    Area,
    Perimeter,
    Count,    ///< pixels with a value
    LeftOut,  ///< pixels in the image without one
    Outside,  ///< pixels beyond the edges of the image
    Time,     ///< along an ultrasound strip, s
    Velocity, ///< across a Doppler strip, cm/s: the difference of its two ends
    Suv,      ///< of a probe, of the kind that is shown: g/ml or cm2/ml
    SuvMean,
    SuvMaximum,
    Depth,      ///< across an M-mode strip, mm
    FusedValue, ///< of a probe, from the series that lies over the image, as the pointer reads it
    FusedMean,  ///< of a region, from the voxels of that series
    FusedDeviation,
    FusedMinimum,
    FusedMaximum,
    FusedCount ///< voxels with a value
};
[[nodiscard]] const char *figureName(Figure figure); ///< "mean", stable

/// A number of a mark, not rounded.
struct MarkFigure {
    Figure figure = Figure::Length;
    double value = 0.0; ///< always finite
    QString unit;       ///< "mm", "mm\u00b2", "px", "px\u00b2", "\u00b0", the unit of the pixels; empty: none
    bool operator==(const MarkFigure &) const = default;
};

/// A mark as drawn, for the painter and for hit-testing. Everything in logical pixels of the viewport's image area.
struct MarkShape {
    AnnotationId id;
    session::AnnotationKind kind = session::AnnotationKind::Probe;
    std::vector<ScreenPoint> handles; ///< one that lies outside the image: the foot of its perpendicular
    /// How far each handle lies from the image's plane, mm; 0 where it lies in the image.
    std::vector<double> outsideMm;
    dicom::Crossing crossing = dicom::Crossing::Even; ///< of a length: what it was measured across
    QString label; ///< value with unit and basis, below it what restricts it and the mark's own text, parted by '\n'
    bool selected = false;
    bool provisional = false; ///< placed on, read from or measured across incomplete data: dashed and "≈"
    [[nodiscard]] bool isOutside(std::size_t handle) const
    {
        return handle < outsideMm.size() && outsideMm[handle] > 0.0; // none: all lie in the image
    }

    /// What is drawn of it, and where it can be touched: lines of two places or more. One that is closed ends where it
    /// begins. Empty for a probe and a text.
    std::vector<std::vector<ScreenPoint>> lines = {};
    std::vector<std::vector<ScreenPoint>> helpers = {}; ///< thin: divisions of a ruler, the axis of a leg
    bool isRegion = false;                              ///< the first line is a border: labels stay outside of it
    QSizeF labelSize = {};                              ///< of all its lines; empty: nothing is said
    /// Where it stands; empty: it is not drawn. The upper left corner is what PlaceLabel puts somewhere.
    QRectF labelRect = {};
    ScreenPoint leaderFrom = {}; ///< where on the mark the dotted line to the label begins
    bool isLabelPlaced = false;  ///< a person has put the label there
    std::shared_ptr<const std::vector<MarkFigure>> figures = {}; ///< the most important first; null: none
    int labelSide = -1; ///< where placeLabels() has put the label, by the number of the place; -1: nowhere
    /// Of a mark that came from a layer of a presentation state: Graphic Layer Order, lower ones first (PS3.3 C.10.7),
    /// and in which colour it is drawn; nullopt: the usual one. Marks of no layer are drawn last.
    std::optional<int> layerOrder = {};
    std::optional<QRgb> layerColour = {};
    bool isPrior = false; ///< on an image of a study that was made before the one that is read: dashed
    [[nodiscard]] const MarkFigure *figure(Figure which) const; ///< null: it has none
    /// Few enough to be drawn as handles and taken one by one; of more the mark is moved as a whole.
    [[nodiscard]] bool hasHandles() const { return handles.size() <= mostHandles; }
    static constexpr std::size_t mostHandles = 64;
};

/// MarkShape::labelSide of marks, as it was.
using LabelPlaces = std::unordered_map<AnnotationId, int>;

/// The view that labels find room in: its image area, logical pixels.
struct LabelRoom {
    double widthPx = 0.0, heightPx = 0.0;
    std::vector<QRectF> taken = {};      ///< what no label may hide: text in the corners, letters, scale bar, badges
    const LabelPlaces *former = nullptr; ///< a label stays on that side while it is free there; null: nobody knows
};

/// Finds a place for every label that no person has put somewhere: beside the mark, outside of regions, off handles,
/// lines, other labels and what is taken, never outside of the view; where nothing is free, where it hides least.
/// Selected marks first. Of more than 50 marks those whose labels would lie over others have none unless they are
/// selected. markShapes() does it; once more after `selected` was changed.
void placeLabels(std::vector<MarkShape> &marks, const LabelRoom &room);
/// Of a view, logical pixels, with nothing else in it, and nothing kept.
void placeLabels(std::vector<MarkShape> &marks, double widthPx, double heightPx);

/// Values and labels of marks as they were computed, by what they depend on: the mark, its image and stack, the frame,
/// the slices of a slab that is shown; not by how the view is zoomed and turned. And the shapes of the last call, for
/// as long as none of all that is another. One for each view. Holds no pixels.
class MarkCache
{
public:
    MarkCache();
    ~MarkCache();
    MarkCache(const MarkCache &) = delete;
    MarkCache &operator=(const MarkCache &) = delete;
    struct Private;
    [[nodiscard]] Private &contents() { return *d; }

private:
    std::unique_ptr<Private> d;
};

} // namespace consilium::render2d
