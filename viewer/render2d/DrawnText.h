#pragma once
#include "viewer/render2d/Overlay.h"

#include <array>

namespace consilium::render2d
{

/// Of a text what paintOverlay() puts over `area` (logical pixels): its lines as they were shortened, wrapped or left
/// out where there is no room. In bottomRight the lines of `processing` come first, whole in every case.
[[nodiscard]] OverlayText drawnText(const QRectF &area, const OverlayText &text);

/// Where its corners stand, in the coordinates of `area`: top left, top right, bottom left, bottom right; empty where
/// nothing is drawn. They never overlap.
[[nodiscard]] std::array<QRectF, 4> cornerBoxes(const QRectF &area, const OverlayText &text);

} // namespace consilium::render2d
