#include "viewer/render2d/GraphicLayers.h"

#include "viewer/segments/Segmentation.h"

#include <algorithm>
#include <cmath>

namespace consilium::render2d
{

std::optional<QRgb> layerColour(const objects::GraphicLayer &layer)
{
    constexpr int leastLightness = 65535 * 45 / 100; // of L*, 0 to 100
    constexpr int leastGrey = 107;                   // the same lightness in sRGB
    constexpr double wordsOfGrey = 257.0;
    if (layer.cieLab) {
        const auto &lab = *layer.cieLab;
        const segments::Colour colour = segments::colourFromCieLab(std::max(lab[0], leastLightness), lab[1], lab[2]);
        return qRgb(colour.red, colour.green, colour.blue);
    }
    if (!layer.grey)
        return std::nullopt;
    const int grey = std::max(int(std::lround(*layer.grey / wordsOfGrey)), leastGrey);
    return qRgb(grey, grey, grey);
}

} // namespace consilium::render2d
