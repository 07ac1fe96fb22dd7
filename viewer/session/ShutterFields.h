#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/DisplayShutter.h"

/// How a shutter is written; the rules of StateFields.h hold.
namespace consilium::session
{

template<>
struct FieldList<ShutterRectangle> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "left", &ShutterRectangle::left), field(2, "right", &ShutterRectangle::right),
                               field(3, "top", &ShutterRectangle::top), field(4, "bottom", &ShutterRectangle::bottom));
    }
};
template<>
struct FieldList<ShutterCircle> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "centre", &ShutterCircle::centre), field(2, "radius", &ShutterCircle::radius));
    }
};
template<>
struct FieldList<DisplayShutter> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "rectangle", &DisplayShutter::rectangle),
                               field(2, "circle", &DisplayShutter::circle),
                               field(3, "polygon", &DisplayShutter::polygon), field(4, "grey", &DisplayShutter::grey),
                               field(5, "images", &DisplayShutter::images));
    }
};

} // namespace consilium::session
