#pragma once
#include "viewer/objects/StudyObjects.h"
#include "viewer/session/HiddenLayers.h"

#include <vector>

namespace consilium::app
{

/// A graphic layer of a presentation state that a reader may hide.
struct StateLayer {
    session::LayerKey key;
    QString name;  ///< as the state describes it, else as it is called there; one line
    QString state; ///< titleOf() of the state
    bool operator==(const StateLayer &) const = default;
};

/// Layers on which something is drawn or written, in the order of the states, within one by Graphic Layer Order (PS3.3
/// C.10.7). Not those of this program's own states: each mark of these is the person's to show or take away.
[[nodiscard]] std::vector<StateLayer> layersOf(const std::vector<objects::PresentationStatePtr> &states);

} // namespace consilium::app
