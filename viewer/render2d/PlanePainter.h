#pragma once
#include "viewer/dicom/Overlays.h"
#include "viewer/imaging/Resample.h"
#include "viewer/pixels/DecodedFrame.h"

#include <QImage>

#include <cstdint>
#include <vector>

namespace consilium::render2d
{

/// Draws the overlay planes of an image (PS3.3 C.9.2) in the mark colour with a thin black casing, where the view puts
/// the image: turned, flipped and zoomed with it, cut at its edges. Where the image is shrunk no set bit is lost. Keeps
/// its scratch memory. Not thread safe.
class PlanePainter
{
public:
    /// True when some plane lies over this frame.
    [[nodiscard]] static bool hasPlanes(const dicom::Instance &image);
    /// Over `target`, Format_RGB32, whose device pixels lie at `map` in the image. `frame`: where planes that lie in
    /// bits of the pixels are.
    void draw(QImage &target, const dicom::Instance &image, const pixels::DecodedFrame &frame,
              const imaging::PixelMap &map);

private:
    void addNearest(const dicom::OverlayPlane &plane, int frame, const dicom::FrameGeometry &geometry,
                    const imaging::PixelMap &map);
    void addEveryBit(const dicom::OverlayPlane &plane, int frame, const dicom::FrameGeometry &geometry,
                     const imaging::PixelMap &map);
    void paint(QImage &target) const;

    int m_width = 0, m_height = 0;
    std::vector<std::uint8_t> m_mask; ///< a byte for each device pixel: 1 set
};

} // namespace consilium::render2d
