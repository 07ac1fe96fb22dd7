#pragma once
#include "viewer/imaging/FusedStatistics.h"
#include "viewer/imaging/Resample.h"
#include "viewer/session/ViewerState.h"

#include <QImage>
#include <QString>

#include <memory>
#include <optional>

namespace consilium::render2d
{

/// Values of another series over an image, and how they are shown.
struct FusionLayer {
    std::shared_ptr<const imaging::ValueImage> values; ///< one for each pixel of the image, in `unit`; null: none yet
    double low = 0.0, high = 1.0;                      ///< values with the lowest and the highest colour; low < high
    session::ColourMap map = session::ColourMap::HotIron;
    double opacity = 0.5;            ///< 0 to 1
    std::optional<double> threshold; ///< what is less is transparent
    bool operator==(const FusionLayer &) const = default;
};

/// What a view shows of the series laid over its images, or why it shows nothing of it.
struct ShownFusion {
    imaging::FusionRefusal refusal = imaging::FusionRefusal::None;
    bool isOverSlab = false; ///< not drawn: the series belongs to one plane
    bool isOutside = false;  ///< the series does not reach this image
    bool isPending = false;  ///< slices, or the computing of the plane, are on their way
    int missing = 0;         ///< slices of this plane that are not there
    QString name;            ///< "PT AC WB"
    QString unit;            ///< "SUVbw", "HU", as the file says, or empty
    /// SUV is asked for and cannot be had, so that nothing is drawn; translated, the second half of a sentence.
    QString suvRefusal;
    FusionLayer layer;
    /// Where the window is worked out from the values of the series: of how many of its slices, and of how many it is
    /// to be. 0: it was set, or the file states it.
    int windowSlices = 0, windowSlicesWanted = 0;
    int slices = 0;                        ///< that this plane needs
    int lost = 0;                          ///< of `missing`: those that will not come
    int damaged = 0;                       ///< of this plane's slices: those of which a part is missing
    bool isLossy = false;                  ///< a slice of this plane was compressed with loss
    std::optional<double> lossyRatio;      ///< the highest of them (0028,2112); nullopt: of one it is not known
    bool isSeriesComplete = true;          ///< false: there are, or may be, images of the series that are not known
    int seriesLoaded = 0, seriesTotal = 0; ///< images of the series, as ImageCount
    bool isSeriesEnded = false;            ///< no more of them come by themselves
    std::shared_ptr<const imaging::FusionVoxels> voxels; ///< that layer.values were sampled from; null: none yet
    [[nodiscard]] bool isRefused() const
    {
        return refusal != imaging::FusionRefusal::None || isOverSlab || !suvRefusal.isEmpty();
    }
    /// Something of the series is over this image.
    [[nodiscard]] bool isDrawn() const { return !isRefused() && !isOutside && layer.values; }
    /// What is drawn of it may be other once all of the series is there, or lacks what will never come.
    [[nodiscard]] bool isPartial() const
    {
        return !isRefused() && (isPending || missing > 0 || damaged > 0 || !isSeriesComplete);
    }
    [[nodiscard]] QString modality() const { return name.section(u' ', 0, 0); } ///< "PT"
};

/// Lays the layer over a picture in colour (Format_RGB32). `map`: device pixel -> pixel of the image at full
/// resolution. Between pixels values are mixed, not colours; next to a hole those that there are, and none where the
/// nearest is a hole. A value has the colour of the level that its window gives, rounded to the nearest of 256.
void drawFusion(QImage &target, const FusionLayer &layer, const imaging::PixelMap &map);

/// Stable English name for scenarios ("OtherFrame").
[[nodiscard]] QString refusalName(imaging::FusionRefusal refusal);
/// Why the two cannot lie over one another: the end of a sentence, in the user's language.
[[nodiscard]] QString refusalText(imaging::FusionRefusal refusal);
/// The line over the image: what lies over it, in which window and how opaque; or why nothing does.
[[nodiscard]] QString fusionText(const ShownFusion &fusion);
/// The value over a pixel of the image; nullopt: there is none.
[[nodiscard]] std::optional<double> fusedValue(const ShownFusion &fusion, int row, int column);

} // namespace consilium::render2d
