#pragma once
#include "viewer/pixels/StudyImages.h"
#include "viewer/render2d/Overlay.h"
#include "viewer/session/ViewerState.h"

namespace consilium::widgets
{

/// What one view shows, looked up once and then used for pixels and for labels alike: because both come from this one
/// value, they cannot tell of different images. Holding the frame keeps its pixels alive whatever the cache does
/// meanwhile.
struct ShownImage {
    enum class Absence {
        None,       ///< there is a frame
        Empty,      ///< the view has no data set
        Describing, ///< the data set or the chosen image is not described yet
        Loading,    ///< the image is known, its pixels are on their way
        Failed,     ///< they cannot be had; overlay.failure says why
        NotInStack  ///< the view asks for a plane that no image of the stack lies in
    };

    Absence absence = Absence::Empty;
    /// `view.dataSet` is that of the stack shown: another part of the series when the state's does not hold the image.
    /// `presentation` is the state's, with a window where neither reader nor file gives one
    /// (StudyImages::fallbackRange).
    render2d::OverlayInput overlay;
    dicom::InstancePtr instance; ///< owns overlay.instance
    pixels::FrameKey key;        ///< of the frame that is shown or waited for; empty when there is none
    QString errorCode;           ///< stable English name, with Absence::Failed
    bool mayComeYet = false;     ///< Absence::Failed, and asking once more may help

    /// At full resolution, of a slab all slices that will come, enhanced as it is asked for, and with the series that
    /// is laid over it.
    [[nodiscard]] bool isComplete() const
    {
        const bool isWaiting = (overlay.slab && overlay.slab->isPartial() && !overlay.slab->isEnded) ||
                               (overlay.fusion && overlay.fusion->isPending) || overlay.enhancement.isPending;
        return overlay.frame && overlay.frame->reduction == 0 && !isWaiting;
    }
};

/// Why images of the stack cannot be had, as a phrase without its full stop; empty: all of it came or may come yet, or
/// they are missing for several reasons.
[[nodiscard]] QString reasonOfMissing(const dicom::DataSetPtr &stack, const pixels::StudyImages::Progress &progress,
                                      const pixels::StudyImages &images);

/// Pure look-up. Never gives a frame whose key is not that of the state's image, nor an image of another study than the
/// state's.
[[nodiscard]] ShownImage resolveImage(const ViewId &view, const session::ViewerState &state,
                                      const pixels::StudyImages &images);

} // namespace consilium::widgets
