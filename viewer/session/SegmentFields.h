#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/ViewerState.h"

/// How it is written how outlines are shown; the rules of StateFields.h hold.
namespace consilium::session
{

template<>
struct FieldList<SegmentDisplay> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "number", &SegmentDisplay::number),
                               field(2, "visible", &SegmentDisplay::visible),
                               field(3, "opacity", &SegmentDisplay::opacity));
    }
};
template<>
struct FieldList<SegmentationDisplay> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "shown", &SegmentationDisplay::shown),
                               field(2, "segments", &SegmentationDisplay::segments));
    }
};
template<>
struct FieldList<SegmentationKey> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "view", &SegmentationKey::view), field(2, "object", &SegmentationKey::object));
    }
};

} // namespace consilium::session
