#pragma once
#include "viewer/session/ViewerState.h"

#include "base/Result.h"

/// What may stand in a state. reduce() and the decoder of stored states ask the same questions, so nothing gets into a
/// state by another door. Each gives InvalidArgument with a detail that names the field, never a value of a patient.
namespace consilium::session
{

inline constexpr int maxAnnotations = 100000;  ///< in one state
inline constexpr int maxPresentations = 20000; ///< in one state
inline constexpr int maxSegmentations = 5000;  ///< in one state
inline constexpr int maxSegments = 65535;      ///< of one of them that differ from the default
inline constexpr int maxArrangements = 200;    ///< studies in one state
inline constexpr int maxAlignments = 200;      ///< pairs of frames of reference in one state
inline constexpr int maxHiddenLayers = 5000;   ///< of presentation states, in one state
inline constexpr int maxStacks = 500;          ///< of one study, and members of one stack
inline constexpr int maxHandles = 5000;        ///< of one mark
inline constexpr int maxTextLength = 4000;     ///< of a mark, UTF-16 units
inline constexpr double maxWindow = 1e9;       ///< centre and width, modality units
inline constexpr double maxSpan = 1e6;         ///< zoom and pan, mm or pixels
inline constexpr double maxSlabMm = 1000.0;    ///< thickness of a slab
inline constexpr int maxEnhancementLevel = 5;
inline constexpr int maxSomeImages = 1500; ///< that a shutter, or tables and windows, are for: an envelope holds them
inline constexpr int maxFileTable = 1000;  ///< VOI LUTs of one file
inline constexpr int maxShutterVertices = 1000;
inline constexpr int maxTableEntries = 65536 + 4096; ///< of both tables together: an envelope holds them
inline constexpr double maxTableScale = 1e9;         ///< factor and offset
inline constexpr double maxKnownMm = 10'000.0;       ///< what an image is calibrated by
inline constexpr double maxPatientMm = 1e6;          ///< a coordinate, mm
inline constexpr double maxImagePixels = 1e6;        ///< a coordinate, pixels

/// "v1" to "v64", without leading zeros.
[[nodiscard]] Result<void> checkView(const ViewId &view);
/// A cell of the grid that is shown.
[[nodiscard]] Result<void> checkInsideLayout(const ViewId &view, const Layout &layout);
[[nodiscard]] Result<void> checkLayout(const Layout &layout);
/// Anchors for Offset and for nothing else: at least two, at most one a view.
[[nodiscard]] Result<void> checkScrollLink(const ScrollLink &link);
/// Names: not empty, at most 256 characters, no control characters, valid UTF-16.
[[nodiscard]] Result<void> checkName(const QString &text, const char *what);
/// At most maxSomeImages, each once and in their order.
[[nodiscard]] Result<void> checkImages(const ImageRefs &images);
[[nodiscard]] Result<void> checkPlane(const PlaneRef &plane);
[[nodiscard]] Result<void> checkZoomPan(const std::optional<ZoomPan> &zoomPan);
[[nodiscard]] Result<void> checkOrientation(const Orientation &orientation); ///< finite; any number of turns
[[nodiscard]] Result<void> checkWindow(const std::optional<Window> &window);
/// 0, or from 1 where no window is set.
[[nodiscard]] Result<void> checkFileTable(int table, const std::optional<Window> &window);
[[nodiscard]] Result<void> checkSlab(const std::optional<Slab> &slab);
/// nullopt, or a series with its study; opacity 0 to 1; window and threshold as those of an image.
[[nodiscard]] Result<void> checkFusion(const std::optional<Fusion> &fusion);
[[nodiscard]] Result<void> checkCursor(const SpaceCursor &cursor);
/// Two frames of reference in their order; a rotation and a shift that may be, or none.
[[nodiscard]] Result<void> checkAlignment(const FramePair &frames, const std::optional<RigidTransform> &transform);
[[nodiscard]] Result<void> checkLayer(const LayerKey &key); ///< both are names
[[nodiscard]] Result<void> checkEnhancement(const std::optional<Enhancement> &enhancement);
[[nodiscard]] Result<void> checkColourMap(ColourMap map);
[[nodiscard]] Result<void> checkSuv(Suv suv);
[[nodiscard]] Result<void> checkShutter(const std::optional<DisplayShutter> &shutter);
/// nullopt, or one table or window at least: 1 to 65536 entries that fit their 8 to 16 bits, a first input that DICOM
/// can write, a factor that is not 0. That of P-values begins at 0 and knows no factor.
[[nodiscard]] Result<void> checkGreyTables(const std::optional<GreyTables> &tables);
/// Window, enhancement, colour map, SUV, shutter and tables.
[[nodiscard]] Result<void> checkPresentation(const Presentation &presentation);
[[nodiscard]] Result<void> checkSegment(const SegmentDisplay &segment);
[[nodiscard]] Result<void> checkSegmentation(const SegmentationDisplay &display); ///< segments by rising number
[[nodiscard]] Result<void> checkPoint(const PatientPoint &point);
[[nodiscard]] Result<void> checkPoint(const ImagePoint &point);
[[nodiscard]] Result<void> checkText(const QString &text); ///< of a mark
[[nodiscard]] Result<void> checkAnnotation(const Annotation &annotation);
/// The length that the text of a calibration says, mm: digits with at most one point between them, more than 0 and at
/// most maxKnownMm. nullopt: it says none. The same on every platform and in every language.
[[nodiscard]] std::optional<double> knownLengthMm(const QString &text);
/// All of a view: a data set with its study, or nothing at all.
[[nodiscard]] Result<void> checkViewState(const ViewState &view);

/// Stacks of different ids, each with members. Whether the images can be one stack only those know who have them.
[[nodiscard]] Result<void> checkArrangement(const StudyUid &study, const Arrangement &stacks);

/// The same turn in [0, 360). Exact, so that all platforms agree.
[[nodiscard]] Orientation normalised(Orientation orientation);
/// How many handles a mark of a kind has, at least and at most; 0 to 0 for a key image and an unknown kind.
struct HandleRange {
    int least = 0;
    int most = 0;
};
[[nodiscard]] HandleRange handleRange(AnnotationKind kind);

} // namespace consilium::session
