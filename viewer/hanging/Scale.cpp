#include "viewer/hanging/Scale.h"

#include <algorithm>

namespace consilium::hanging
{

namespace
{

/// Null: the view has none.
const ViewArea *areaOf(const ViewFit &fit, const std::vector<ViewArea> &areas)
{
    const auto found =
        std::find_if(areas.begin(), areas.end(), [&fit](const ViewArea &area) { return area.view == fit.view; });
    const bool isUsable = found != areas.end() && found->size.widthPx > 0.0 && found->size.heightPx > 0.0;
    return isUsable ? &*found : nullptr;
}

} // namespace

std::vector<std::optional<session::ZoomPan>> zoomsOf(const std::vector<ViewFit> &fits,
                                                     const std::vector<ViewArea> &areas)
{
    double common = 0.0;
    for (const ViewFit &fit : fits)
        if (const ViewArea *area = areaOf(fit, areas); area && fit.zoom == Zoom::SameScale)
            common = std::max(common, fittingScale(fit.extent, area->size));
    std::vector<std::optional<session::ZoomPan>> zooms;
    for (const ViewFit &fit : fits) {
        const ViewArea *area = areaOf(fit, areas);
        std::optional<double> scale;
        if (fit.zoom == Zoom::SameScale && common > 0.0)
            scale = common;
        else if (fit.zoom == Zoom::TrueSize && area)
            scale = area->measure.mmPerPx;
        if (area && (scale || fit.side))
            zooms.emplace_back(placed(fit.extent, fit.turn, area->size,
                                      scale.value_or(fittingScale(fit.extent, area->size)), fit.side));
        else
            zooms.emplace_back();
    }
    return zooms;
}

} // namespace consilium::hanging
