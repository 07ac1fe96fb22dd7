#pragma once
#include "viewer/dicom/StudyModel.h"
#include "viewer/imaging/Enhance.h"
#include "viewer/imaging/GreyRenderer.h"
#include "viewer/imaging/ValueImage.h"
#include "viewer/imaging/ViewTransform.h"
#include "viewer/pixels/DecodedFrame.h"
#include "viewer/render2d/FusionPainter.h"
#include "viewer/render2d/SegmentPainter.h"
#include "viewer/session/ViewerState.h"

#include <QImage>
#include <QSize>

#include <memory>

namespace consilium::render2d
{

/// Draws one frame into a finished image of device pixels: grey-scale chain, zoom, pan, turn, bilinear interpolation of
/// the 8-bit result (nearest at or above 1:1 is a choice of the caller). Outside the image: black. No Qt painter, no
/// allocation once warm: keeps its scratch memory, so keep one per viewport. Not thread safe. Of a damaged
/// frame what is known to be the file's is drawn and the rest hatched, all of it where that is not known; a frame whose
/// size contradicts its description is not drawn at all. Enhancement and colour map of the presentation are for grey
/// frames. What the display shutter of the presentation, else the file's
/// own, hides has the shutter's grey, whatever the colour map.
class SliceRenderer
{
public:
    SliceRenderer();
    ~SliceRenderer();
    SliceRenderer(const SliceRenderer &) = delete;
    SliceRenderer &operator=(const SliceRenderer &) = delete;

    enum class Interpolation { Linear, Nearest };

    struct Input {
        const dicom::Instance *instance = nullptr; ///< geometry and grey-scale chain
        pixels::FramePtr frame;                    ///< null: only black is drawn
        session::ViewState view;
        session::Presentation presentation;
        QSize logicalSize; ///< of the image area
        double devicePixelRatio = 1.0;
        Interpolation interpolation = Interpolation::Linear;
        /// A slab of full resolution: drawn in place of the frame's values, the frame stays needed.
        std::shared_ptr<const imaging::ValueImage> slab = nullptr;
        bool drawsPlanes = false;                ///< overlay planes (60xx) over the image
        const FusionLayer *fusion = nullptr;     ///< another series, below segments and planes; null: none
        const SegmentLayers *segments = nullptr; ///< drawn over the image, below the planes; null or empty: none
        /// What the presentation's enhancement made of just this frame, or slab, beforehand: of large images. Null, or
        /// of another enhancement or size, or of another window where that matters: it is made while drawing.
        std::shared_ptr<const imaging::EnhancedImage> enhanced = nullptr;
    };
    /// Format_RGB32 (colour frames, colour maps, fused series, segments, overlay planes) or Format_Grayscale8;
    /// devicePixelRatio set. The image is valid until the next call.
    [[nodiscard]] const QImage &render(const Input &input);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::render2d
