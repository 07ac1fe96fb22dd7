#pragma once
#include "viewer/session/ActionTraits.h"

#include <QString>

#include <set>
#include <tuple>

namespace consilium::session
{

/// A graphic layer of a presentation state. PS3.3 C.10.7.
struct LayerKey {
    SopInstanceUid object; ///< of the state
    QString layer;         ///< its name there, (0070,0002)
    bool operator==(const LayerKey &) const = default;
    bool operator<(const LayerKey &o) const { return std::tie(object, layer) < std::tie(o.object, o.layer); }
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "object", &LayerKey::object), field(2, "layer", &LayerKey::layer));
    }
};

/// Layers whose marks are not drawn, in no view; all others are.
using HiddenLayers = std::set<LayerKey>;

} // namespace consilium::session
