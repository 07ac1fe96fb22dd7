#pragma once
#include "viewer/hanging/Match.h"
#include "viewer/hanging/Protocol.h"
#include "viewer/hanging/Scale.h"
#include "viewer/session/Action.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace consilium::hanging
{

/// Where the images go: the area of the grid, logical pixels.
struct Screen {
    int monitors = 1;
    double widthPx = 0.0, heightPx = 0.0;
    double gapPx = 0.0;            ///< between two views
    std::optional<double> mmPerPx; ///< measured; nullopt: nobody has (no true size then)
    /// Of the views as they stand now; none while one of them is seen alone. hang() counts with whole cells, as its
    /// views need not be there yet: zoomsOf() takes these.
    std::vector<ViewArea> areas = {};
    /// Of a part of the area, from its upper left corner; empty: `mmPerPx` wherever it is.
    std::function<PixelMeasure(double leftPx, double topPx, const CellSize &size)> measureAt = {};
};

/// A window that a protocol may name.
struct NamedWindow {
    QString name;
    session::Window window;
    bool hounsfieldOnly = false;
};

/// What was not done as the protocol says, and why.
struct Note {
    enum class Kind {
        // The view stays empty:
        NothingFits,   ///< no image of the study fits
        NotYetKnown,   ///< none so far; not all series are described
        SaysTooLittle, ///< images that may fit do not say their side, view, part or plane
        TooFew,        ///< fewer than the n-th
        NoPrior,       ///< there is no prior study that fits
        // It shows its image otherwise than asked for:
        SidesUnknown,      ///< not turned: the image does not say how it lies, or shows another plane
        LateralityUnknown, ///< chest wall: not one side
        ViewUnknown,       ///< chest wall: none of the views that are known
        NotCalibrated,     ///< no common or true scale: no spacing
        OtherBasis,        ///< no common scale: the spacings do not hold in the same plane
        MonitorNotMeasured,
        AcrossMonitors, ///< no true size: the view lies on several monitors that have no one measure
        NotHounsfield,  ///< the window is of HU
        NoKeyImage,     ///< the first one is shown
        NotLinked       ///< fewer than two views with a known place to link by offset
    };
    Kind kind = Kind::NothingFits;
    ViewId view;    ///< empty: of the stage
    QString wanted; ///< what was looked for, in values of DICOM ("MG · L · CC"); empty for what concerns an image shown
    bool operator==(const Note &) const = default;

    [[nodiscard]] bool isOfEmptyView() const { return kind <= Kind::NoPrior; }
    [[nodiscard]] QString text() const; ///< a sentence in the user's language
};

/// What a stage means for these studies.
struct Hanging {
    /// In this order: SetLayout; for each view ShowSeries (empty where nothing fits; with image, zoom and turn) and,
    /// where the protocol names one, SetWindow; SetScrollLink. Absolute: nothing of it depends on what is shown now.
    std::vector<session::Action> actions;
    std::vector<Note> notes;    ///< in the order of the views
    std::optional<Lines> lines; ///< reference lines are of the window, not of the state
    std::vector<ViewFit> fits;  ///< of the views that show an image; none where the screen's size is not known
    std::vector<std::optional<session::ZoomPan>> zooms; ///< which the actions give these
};

/// Pure: the same protocol, studies and screen give the same answer. `stage` from 0, within the protocol's.
/// Sizes of the screen that are not known (0) leave every image fitted and centred.
[[nodiscard]] Hanging hang(const Protocol &protocol, std::size_t stage, const Studies &studies, const Screen &screen,
                           const std::vector<NamedWindow> &windows);

} // namespace consilium::hanging
