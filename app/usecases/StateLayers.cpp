#include "app/usecases/StateLayers.h"

#include "app/usecases/ApplyState.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

bool isUsed(const objects::PresentationState &state, const objects::GraphicLayer &layer)
{
    return std::any_of(state.annotations.begin(), state.annotations.end(),
                       [&](const objects::Annotation &one) { return one.layer == layer.name; });
}

} // namespace

std::vector<StateLayer> layersOf(const std::vector<objects::PresentationStatePtr> &states)
{
    constexpr int longest = 64;
    std::vector<StateLayer> all;
    for (const objects::PresentationStatePtr &state : states) {
        if (state->label == "CONSILIUM"_L1)
            continue;
        std::vector<objects::GraphicLayer> layers = state->layers;
        std::erase_if(layers, [&](const auto &layer) { return layer.name.isEmpty() || !isUsed(*state, layer); });
        std::stable_sort(layers.begin(), layers.end(), [](const auto &a, const auto &b) { return a.order < b.order; });
        for (const objects::GraphicLayer &layer : layers) {
            const QString described = layer.description.simplified();
            all.push_back({{state->header.sop, layer.name},
                           (described.isEmpty() ? layer.name : described).left(longest),
                           titleOf(*state)});
        }
    }
    return all;
}

} // namespace consilium::app
