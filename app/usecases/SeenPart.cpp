#include "app/usecases/SeenPart.h"

#include "viewer/imaging/ViewTransform.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>

namespace consilium::app
{

namespace
{

/// The pixels of `count` that lie between two places, counted from 1; nullopt: none of them does. A pixel reaches half
/// of one to either side of its place.
std::optional<std::pair<int, int>> pixelsBetween(double from, double to, int count)
{
    constexpr double hair = 1e-6; // of a pixel, which nobody sees
    const double first = std::max(std::floor(std::min(from, to) + 0.5 + hair), 0.0),
                 last = std::min(std::ceil(std::max(from, to) - 0.5 - hair), count - 1.0);
    if (!(first <= last)) // not a number, too
        return std::nullopt;
    return std::pair(int(first) + 1, int(last) + 1);
}

} // namespace

objects::DisplayedArea seenPart(const dicom::FrameGeometry &geometry, const session::ViewState &view,
                                const ImageArea &area)
{
    objects::DisplayedArea part;
    part.right = geometry.columns;
    part.bottom = geometry.rows;
    if (geometry.spacing.isKnown()) {
        part.rowSpacingMm = geometry.spacing.betweenRowsMm;
        part.columnSpacingMm = geometry.spacing.betweenColumnsMm;
    } else if (const double aspect = geometry.aspectRowsToColumns; aspect > 0.0 && aspect != 1.0) {
        constexpr int parts = 1000;
        part.aspect = std::array{std::max(1, int(std::lround(aspect * parts))), parts};
    }
    const bool isTurnedByQuarters = std::fmod(view.orientation.rotationDeg, 90.0) == 0.0;
    if (!view.zoomPan || !area.isKnown() || !isTurnedByQuarters)
        return part;
    // As it is drawn: two opposite corners of what is seen are two of the image, whichever they are.
    const imaging::ViewTransform transform(geometry, view, area.widthPx, area.heightPx, area.devicePixelRatio);
    const ImagePoint first = transform.toImage({0.0, 0.0}), second = transform.toImage({area.widthPx, area.heightPx});
    const auto columns = pixelsBetween(first.column, second.column, geometry.columns);
    const auto rows = pixelsBetween(first.row, second.row, geometry.rows);
    if (columns && rows) {
        std::tie(part.left, part.right) = *columns;
        std::tie(part.top, part.bottom) = *rows;
    }
    return part;
}

} // namespace consilium::app
