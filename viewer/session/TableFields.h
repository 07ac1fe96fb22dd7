#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/GreyTables.h"

/// How tables of grey values are written; the rules of StateFields.h hold.
namespace consilium::session
{

template<>
struct FieldList<ValueTable> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "first", &ValueTable::first), field(2, "bits", &ValueTable::bits),
                               field(3, "entries", &ValueTable::entries), field(4, "factor", &ValueTable::factor),
                               field(5, "offset", &ValueTable::offset), field(6, "name", &ValueTable::name),
                               field(7, "isOfStored", &ValueTable::isOfStored));
    }
};
template<>
struct FieldList<ImageWindow> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "window", &ImageWindow::window), field(2, "images", &ImageWindow::images));
    }
};
template<>
struct FieldList<GreyTables> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "voi", &GreyTables::voi), field(2, "presentation", &GreyTables::presentation),
                               field(3, "images", &GreyTables::images), field(4, "windows", &GreyTables::windows));
    }
};

} // namespace consilium::session
