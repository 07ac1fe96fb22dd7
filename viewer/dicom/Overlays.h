#pragma once
#include "viewer/dicom/Describe.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace consilium::dicom
{

/// A bitmap that lies over an image: marks and texts that a modality drew. PS3.3 C.9.2.
struct OverlayPlane {
    int group = 0x6000;         ///< its group number, even, 0x6000 to 0x601E
    int rows = 0, columns = 0;  ///< 1 to 65535; may differ from the image's
    int top = 0, left = 0;      ///< row and column of the image (from 0) at which its first bit lies; may be outside
    int frames = 1;             ///< of the overlay
    int firstFrame = 0;         ///< frame of the image (from 0) over which its first frame lies
    bool isEveryFrame = true;   ///< one for all frames of the image
    QString label, description; ///< (60xx,1500), (60xx,0022)
    QByteArray bits;            ///< whole frames, one behind the other; bit k of a byte is pixel k. PS3.5 8.1.2
    /// The bit of the samples' words in which it lies, as was usual before 2004; then `bits` is empty and a decoded
    /// frame has them. -1: Overlay Data.
    int bitInPixels = -1;

    /// Which of its frames lies over this frame of the image; -1: none.
    [[nodiscard]] int frameOver(int imageFrame) const;
    /// By the overlay's own row and column, both inside.
    [[nodiscard]] bool isSet(int frame, int row, int column) const;
};

/// All overlays whose bits are there; null when there is none. Those that cannot be shown (bits left out or cut short;
/// bits within pixels that are compressed or too small for them; sizes that cannot be) give an issue. The bits that lie
/// within the pixels are noted in `pixels`.
[[nodiscard]] std::shared_ptr<const std::vector<OverlayPlane>>
describeOverlays(const Attributes &header, PixelDescription &pixels, Issues &issues);

} // namespace consilium::dicom
