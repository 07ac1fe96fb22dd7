#pragma once
#include "viewer/objects/PresentationState.h"

#include <QRgb>

#include <optional>

namespace consilium::render2d
{

/// In which colour marks of the layer are drawn: by its Recommended Display CIELab Value (0070,0401), else by its
/// Grayscale Value (0070,0066); PS3.3 C.10.7. What is too dark to be seen over a dark image and beside a line's casing
/// is lightened, its hue kept. nullopt: it recommends none.
[[nodiscard]] std::optional<QRgb> layerColour(const objects::GraphicLayer &layer);

} // namespace consilium::render2d
