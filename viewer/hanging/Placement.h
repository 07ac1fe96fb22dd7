#pragma once
#include "viewer/dicom/FrameGeometry.h"
#include "viewer/hanging/Protocol.h"

#include <optional>

/// How an image has to be turned, zoomed and moved to stand as a protocol wants it.
namespace consilium::hanging
{

/// The letters (L R A P H F) of the strongest component of the direction of increasing column and of increasing row,
/// as the geometry or Patient Orientation (0020,0020) says; nullopt: the sides are not known, or named otherwise.
struct Directions {
    QChar alongRow, alongColumn;
    bool operator==(const Directions &) const = default;
};
[[nodiscard]] std::optional<Directions> directionsOf(const dicom::FrameGeometry &geometry);

/// The turn by quarters after which the wished letters stand at the edges. With one letter the picture is never
/// mirrored; with two it is where no turn alone does it. nullopt: no such turn, as the image shows another plane, or
/// its sides are not known.
[[nodiscard]] std::optional<session::Orientation> orientationFor(const dicom::FrameGeometry &geometry,
                                                                 const EdgeWish &wish);

/// Which edges a mammogram's patient directions shall stand at, so that its chest wall is at `side`: posterior there;
/// CC and its kin with the outer side of the breast up, the others with the head up. nullopt: the laterality is not
/// one side ("L", "R"), or the view is none that is known to be of either kind. ACR/IHE Mammography Image Profile.
[[nodiscard]] std::optional<EdgeWish> breastEdges(const QString &laterality, const QString &view, Side side);

/// Of a cell's image area, logical pixels, > 0.
struct CellSize {
    double widthPx = 0.0, heightPx = 0.0;
};
/// Extent of the turned image, mm, or columns of it where it has no spacing.
struct Extent {
    double width = 0.0, height = 0.0;
    session::SpanUnit unit = session::SpanUnit::ImagePixels;
};
/// `turn` by quarters.
[[nodiscard]] Extent extentOf(const dicom::FrameGeometry &geometry, const session::Orientation &turn);
/// Units of the extent per pixel of the screen at which all of it is just seen.
[[nodiscard]] double fittingScale(const Extent &extent, const CellSize &cell);
/// The zoom at `unitsPerPx` with the image's edge at `side` of the cell, in the middle otherwise; nullopt: in the
/// middle both ways.
[[nodiscard]] session::ZoomPan placed(const Extent &extent, const session::Orientation &turn, const CellSize &cell,
                                      double unitsPerPx, std::optional<Side> side);

} // namespace consilium::hanging
