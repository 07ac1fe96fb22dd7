#pragma once
#include "base/Geometry.h"
#include "base/Ids.h"
#include "viewer/session/Alignments.h"
#include "viewer/session/AnnotationSet.h"
#include "viewer/session/DisplayShutter.h"
#include "viewer/session/GreyTables.h"
#include "viewer/session/HiddenLayers.h"
#include "viewer/session/ImageRef.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace consilium::session
{

/// A plane in patient space, for views that are not bound to an acquired image.
struct SpatialPlane {
    FrameOfReferenceUid frameOfReference;
    PatientPoint point;   ///< any point on the plane, mm
    PatientVector normal; ///< unit length
    bool operator==(const SpatialPlane &) const = default;
};

/// Where a view looks: never a slice index, which two endpoints may count differently. monostate: nothing chosen yet,
/// then each endpoint shows the series' first image.
using PlaneRef = std::variant<std::monostate, ImageRef, SpatialPlane>;

/// In what the zoom and the pan are measured: mm where the image has a spacing, else the image's own pixels.
enum class SpanUnit { Millimetres, ImagePixels };

/// How much is shown and of which part. No value (see ViewState::zoomPan): the whole image, fitted and centred.
struct ZoomPan {
    SpanUnit unit = SpanUnit::Millimetres;
    double across =
        0.0; ///< extent seen across the SHORTER side of the viewport; > 0. Screens of any shape see at least this
    double offsetAlongRow = 0.0;    ///< viewport centre minus image centre, along increasing column index, in `unit`
    double offsetAlongColumn = 0.0; ///< same along increasing row index
    bool operator==(const ZoomPan &) const = default;
};

/// How the image is turned on the screen: first mirrored left-right when `flipped`, then rotated clockwise.
/// A top-bottom mirror is flipped plus 180 degrees.
struct Orientation {
    double rotationDeg = 0.0; ///< clockwise, in [0, 360)
    bool flipped = false;
    bool operator==(const Orientation &) const = default;
};

/// How the slices of a slab are put together, in modality values and before the window.
enum class SlabMode { Mean, Maximum, Minimum };

/// A thick slab about the image that is shown, made of its neighbours in the stack.
struct Slab {
    SlabMode mode = SlabMode::Mean;
    double thicknessMm = 0.0; ///< wanted; > 0. Each endpoint takes as many whole slices as come nearest to it
    bool operator==(const Slab &) const = default;
};

/// Colours in place of greys. But for Rainbow they are well-known palettes of PS3.6 Annex B.
enum class ColourMap { Grey, HotIron, Pet, HotMetalBlue, Pet20Step, Rainbow };

/// In what the window and the threshold of a fused series are given: its modality values, or SUV by body weight, by
/// lean body mass (g/ml), or by body surface (cm2/ml; dicom/Suv.h).
enum class FusionScale { Modality, SuvBodyWeight, SuvLeanJames, SuvLeanJanmahasatian, SuvBodySurface };

/// Another series laid over the images of a view, in one frame of reference. Whether it may lie there each endpoint
/// finds: where it may not, the images alone are shown and say why.
struct Fusion {
    StudyUid study;
    DataSetId dataSet;
    double opacity = 0.5; ///< 0 to 1
    ColourMap colourMap = ColourMap::HotIron;
    FusionScale scale = FusionScale::Modality;
    std::optional<Window> window = {};    ///< in `scale`; nullopt: the usual one (docs/scenario.md)
    std::optional<double> threshold = {}; ///< in `scale`: what is less is transparent
    bool operator==(const Fusion &) const = default;
};

/// What a view looks at. "View state" of the five kinds kept apart (see docs/scenario.md).
struct ViewState {
    StudyUid study;
    DataSetId dataSet;
    PlaneRef plane;
    std::optional<ZoomPan> zoomPan;
    Orientation orientation;
    std::optional<Slab> slab = {};     ///< nullopt: one image
    std::optional<Fusion> fusion = {}; ///< nullopt: the images alone
    bool operator==(const ViewState &) const = default;
};

/// What is done to make something easier to see; none of it changes a value (imaging/Enhance.h has the formulas).
enum class EnhancementKind { Sharpen, Smooth, Edge, LocalContrast };
struct Enhancement {
    EnhancementKind kind = EnhancementKind::Sharpen;
    int level = 1; ///< 1 to 5
    bool operator==(const Enhancement &) const = default;
};

/// To what an uptake is related: body weight, lean body mass by one of two formulas, body surface (dicom/Suv.h).
enum class Suv { BodyWeight, LeanJames, LeanJanmahasatian, BodySurface };

/// How a data set is shown in a view.
struct Presentation {
    std::optional<Window> window; ///< nullopt: as the file says (its first window or VOI LUT, else the value range)
    bool inverted = false;
    std::optional<Enhancement> enhancement = {}; ///< nullopt: none
    ColourMap colourMap = ColourMap::Grey;
    Suv suv = Suv::BodyWeight;                  ///< which of them is measured; of PET only
    std::optional<DisplayShutter> shutter = {}; ///< in place of the file's own; nullopt: as the file says
    std::optional<GreyTables> tables = {};      ///< of a presentation state; nullopt: none
    /// Which of the VOI LUTs of each image's file, from 1; 0: as the window says. Never beside a window, and in place
    /// of the VOI table of a presentation state. An image whose file has fewer is shown as its file says.
    int fileTable = 0;
    bool operator==(const Presentation &) const = default;
};

/// Which views go along when one is scrolled. Position: those of the same frame of reference, to the plane nearest to
/// the place in the patient. Offset: the views named by anchors, by the same distance as the one that is scrolled;
/// chosen by a person, who says with it that the anchors belong together.
enum class LinkKind { None, Position, Offset };
/// What a view showed when it was linked by offset.
struct LinkAnchor {
    ViewId view;
    DataSetId dataSet;
    PatientPoint point; ///< middle of that image, mm in its own frame of reference
    bool operator==(const LinkAnchor &) const = default;
};
struct ScrollLink {
    LinkKind kind = LinkKind::None;
    std::vector<LinkAnchor> anchors; ///< of Offset, at least two, each view once; else empty
    bool operator==(const ScrollLink &) const = default;
};

/// What else a person does to one view goes for the others too (tools/LinkedLook.h says for which).
struct LookLink {
    bool window = false;
    bool zoom = false;  ///< the same mm across
    bool pan = false;   ///< the same place in the patient in the middle
    bool cursor = true; ///< where the 3D cursor is set, the others show the slice nearest to it
    bool operator==(const LookLink &) const = default;
};

/// The place in the patient that somebody points out in all views, and the view it was set in.
struct SpaceCursor {
    ViewId view;
    StudyUid study; ///< whose patient it is
    DataSetId dataSet;
    FrameOfReferenceUid frameOfReference;
    PatientPoint point; ///< mm
    bool operator==(const SpaceCursor &) const = default;
};

/// The logical layout: a grid whose cells are views "v1" ... in reading order. Endpoints map it to their monitors.
struct Layout {
    int rows = 1;    ///< 1 to 8
    int columns = 1; ///< 1 to 8
    ViewId active{QStringLiteral("v1")};
    ScrollLink link = {};
    LookLink look = {};
    bool operator==(const Layout &) const = default;
    [[nodiscard]] static ViewId viewAt(int index) { return ViewId(QStringLiteral("v%1").arg(index + 1)); }
    [[nodiscard]] int cellCount() const { return rows * columns; }
};

struct PresentationKey {
    ViewId view;
    DataSetId dataSet;
    // NOLINTNEXTLINE(modernize-use-nullptr): the compiler compares with 0, which clang-tidy 14 takes for a pointer
    auto operator<=>(const PresentationKey &) const = default;
    bool operator==(const PresentationKey &) const = default;
};

/// How one segment of a segmentation is shown. At its default it is not written.
struct SegmentDisplay {
    int number = 0; ///< Segment Number, ROI Number
    bool visible = true;
    double opacity = 0.35; ///< of its area, 0 to 1; the outline is drawn in any case
    bool operator==(const SegmentDisplay &) const = default;
};

/// How a segmentation (SEG, RTSTRUCT) is shown over the images of a view.
struct SegmentationDisplay {
    bool shown = false;
    std::vector<SegmentDisplay> segments; ///< those that differ from the default, by rising number
    bool operator==(const SegmentationDisplay &) const = default;
    [[nodiscard]] SegmentDisplay of(int number) const;
};

struct SegmentationKey {
    ViewId view;
    SopInstanceUid object;
    // NOLINTNEXTLINE(modernize-use-nullptr): the compiler compares with 0, which clang-tidy 14 takes for a pointer
    auto operator<=>(const SegmentationKey &) const = default;
    bool operator==(const SegmentationKey &) const = default;
};

/// Frames of a data set, in its own order: from `first` to `last`, both of them too. Without an image: from its
/// beginning, to its end.
struct StackMember {
    DataSetId dataSet; ///< as the series are split without the reader
    ImageRef first, last;
    bool operator==(const StackMember &) const = default;
};
/// A stack that the reader has made: a part of a data set, or several put together. The first one made of a data set
/// keeps its id, so that what shows it goes on showing something of it.
struct OwnStack {
    DataSetId id;
    std::vector<StackMember> members;
    bool operator==(const OwnStack &) const = default;
};
/// All that the reader has made of a study's data sets; the others stay as they are.
using Arrangement = std::vector<OwnStack>;

using ArrangementMap = std::map<StudyUid, Arrangement>;
using ViewMap = std::map<ViewId, ViewState>;
using PresentationMap = std::map<PresentationKey, Presentation>;
using SegmentationMap = std::map<SegmentationKey, SegmentationDisplay>;

/// Everything a reader has done to the images, and nothing else: no pixels, no caches, no clocks. A value; branches are
/// shared between successive states, so copying one costs a few pointers. Branches are never null.
class ViewerState
{
public:
    ViewerState();

    [[nodiscard]] const Layout &layout() const { return *m_layout; }
    [[nodiscard]] const ViewMap &views() const { return *m_views; }
    [[nodiscard]] const PresentationMap &presentations() const { return *m_presentations; }
    [[nodiscard]] const SegmentationMap &segmentations() const { return *m_segmentations; }
    [[nodiscard]] const AnnotationSet &annotations() const { return m_annotations; }
    [[nodiscard]] const ArrangementMap &arrangements() const { return *m_arrangements; }
    [[nodiscard]] Arrangement arrangement(const StudyUid &study) const; ///< empty: as the series are

    [[nodiscard]] const std::optional<SpaceCursor> &cursor() const { return m_cursor; } ///< nullopt: none is set
    [[nodiscard]] const AlignmentMap &alignments() const { return *m_alignments; }
    [[nodiscard]] const HiddenLayers &hiddenLayers() const { return *m_hiddenLayers; }

    /// The view, or an empty one when it shows nothing. The reference lives as long as this state.
    [[nodiscard]] const ViewState &view(const ViewId &id) const;
    /// What was set for the data set in this view, or the default.
    [[nodiscard]] Presentation presentation(const ViewId &view, const DataSetId &dataSet) const;

    /// How the object is shown in this view, or the default: not.
    [[nodiscard]] SegmentationDisplay segmentation(const ViewId &view, const SopInstanceUid &object) const;

    // Used by reduce(): each returns a state that shares all other branches with this one.
    [[nodiscard]] ViewerState withLayout(Layout layout) const;
    [[nodiscard]] ViewerState withView(const ViewId &id, ViewState view) const;
    [[nodiscard]] ViewerState withPresentation(const PresentationKey &key, Presentation presentation) const;
    /// All of them at once.
    [[nodiscard]] ViewerState withPresentations(PresentationMap presentations) const;
    [[nodiscard]] ViewerState withSegmentation(const SegmentationKey &key, SegmentationDisplay display) const;
    [[nodiscard]] ViewerState withAnnotations(AnnotationSet annotations) const;
    [[nodiscard]] ViewerState withArrangement(const StudyUid &study, Arrangement arrangement) const;
    [[nodiscard]] ViewerState withCursor(std::optional<SpaceCursor> cursor) const;
    [[nodiscard]] ViewerState withAlignment(const FramePair &frames,
                                            const std::optional<RigidTransform> &transform) const;
    [[nodiscard]] ViewerState withLayer(const LayerKey &key, bool isShown) const;

    /// Stable 64-bit hash: equal on every platform and run for equal states (-0.0 counts as 0.0). Cached per branch.
    [[nodiscard]] std::uint64_t hash() const;
    bool operator==(const ViewerState &other) const;

private:
    std::shared_ptr<const Layout> m_layout;
    std::shared_ptr<const ViewMap> m_views;
    std::shared_ptr<const PresentationMap> m_presentations;
    std::shared_ptr<const SegmentationMap> m_segmentations;
    AnnotationSet m_annotations;
    std::shared_ptr<const ArrangementMap> m_arrangements;
    std::shared_ptr<const AlignmentMap> m_alignments;
    std::shared_ptr<const HiddenLayers> m_hiddenLayers;
    std::optional<SpaceCursor> m_cursor; ///< small: copied, not shared
    std::uint64_t m_layoutHash = 0, m_viewsHash = 0, m_presentationsHash = 0, m_segmentationsHash = 0,
                  m_arrangementsHash = 0, m_cursorHash = 0, m_alignmentsHash = 0,
                  m_layersHash = 0; ///< sums of element hashes, kept by with...()
};

} // namespace consilium::session
