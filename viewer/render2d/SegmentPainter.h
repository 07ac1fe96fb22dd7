#pragma once
#include "viewer/imaging/Resample.h"
#include "viewer/segments/Placement.h"

#include <QImage>

#include <cstdint>
#include <memory>
#include <vector>

namespace consilium::render2d
{

/// One segment where it lies on an image, and how it is to look. Owns the object that its masks point into.
struct SegmentLayer {
    segments::SegmentationPtr object;
    int segment = 0;
    segments::Colour colour;
    double opacity = 0.35; ///< of the area, 0 to 1; the outline is drawn in any case
    std::vector<segments::PlacedMask> masks;
    segments::PlacedOutline outline;
};
using SegmentLayers = std::vector<SegmentLayer>;

/// Draws segments over an image where the view puts it: turned, flipped and zoomed with it, cut at its edges. A device
/// pixel belongs to a mask when its centre lies in one of the mask's pixels, to an outline by the rule of
/// segments::fillEvenOdd() in device pixels. Areas are mixed in with their opacity (of fractional masks times the
/// fraction), edges of areas drawn in the full colour; of fractional masks the edge runs at one half. Keeps its scratch
/// memory. Not thread safe.
class SegmentPainter
{
public:
    /// Over `target`, Format_RGB32, whose device pixels lie at `map` in an image of this many rows and columns.
    void draw(QImage &target, const SegmentLayers &layers, const imaging::PixelMap &map, int rows, int columns);

private:
    /// Device pixels that a layer can reach, with room for its edge; may begin left of and above the picture.
    struct Box {
        int left = 0, top = 0, right = -1, bottom = -1;
        [[nodiscard]] bool isEmpty() const { return right < left || bottom < top; }
    };

    [[nodiscard]] Box reachOf(const SegmentLayer &layer) const;
    void fillMask(const SegmentLayer &layer, const segments::PlacedMask &mask);
    void fillOutline(const SegmentLayer &layer);
    void mix(QImage &target, const SegmentLayer &layer) const;
    void drawLines(QImage &target, const SegmentLayer &layer) const;
    [[nodiscard]] ImagePoint toDevice(ImagePoint p) const;
    [[nodiscard]] bool isInside(ImagePoint p) const;

    imaging::PixelMap m_map{}, m_back{};
    int m_width = 0, m_height = 0, m_rows = 0, m_columns = 0, m_edge = 1;
    Box m_box;
    std::vector<std::uint8_t> m_share; ///< of m_box, row-major: 0 outside, 255 wholly inside
};

} // namespace consilium::render2d
